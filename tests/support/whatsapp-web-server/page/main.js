import { Cmd, Conn, Socket, takeChat, takeSnapshot } from './account.js'
import { onEvent, requireModule } from './modules.js'
import { ask, insist, listen } from './server-link.js'

// The page opens: it logs in with what it kept from last time, or shows a code to scan.

window.require = requireModule

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function connect(hello) {
  takeSnapshot(hello)
  Socket.set({ state: 'CONNECTED' })
  // the real page needs seconds here; `syncDelay` 0 is the page that is quicker than its listener
  if (hello.syncDelay > 0) await pause(hello.syncDelay)
  if (hello.neverSyncs) return
  Socket.set({ hasSynced: true })
}

const more = {
  async scanned({ login }) {
    localStorage.setItem('login', login)
    Socket.set({ state: 'PAIRING' })
    await connect(await insist('/page/hello', { login }))
  },
  logout() {
    localStorage.removeItem('login')
    Cmd.trigger('logout_from_bridge')
    setTimeout(() => location.assign('/?post_logout=1'), 20)
  },
  /** The line is back: what came meanwhile is there, and nobody is told. */
  async back() {
    const hello = await insist('/page/hello', { login: localStorage.getItem('login') })
    for (const chat of hello.chats) takeChat(chat)
    Socket.set({ state: 'CONNECTED' })
  },
  unread({ chat }) {
    takeChat(chat)
  },
  /** A page that hangs: nothing runs any more. */
  freeze() {
    while (true);
  },
}

const hello = await insist('/page/hello', { login: localStorage.getItem('login') })
if (hello.number === undefined) Conn.set({ ref: hello.ref })
void listen(hello.after, (event) => (onEvent[event.what] ?? more[event.what])(event))
if (hello.number !== undefined && hello.syncDelay === 0) await connect(hello)
window.Debug = { VERSION: '2.3000.1' }
if (hello.number === undefined) Socket.set({ state: 'UNPAIRED' })
else if (hello.syncDelay > 0) {
  await pause(hello.syncDelay)
  await connect(hello)
}
addEventListener('error', (event) => void ask('/page/error', { message: event.message }))
