// What the service costs when nobody writes, and how soon it answers after its start. Prints one line of JSON.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { TelegramServer } from '../tests/support/telegram-server/telegram-server.ts'
import { startFlags } from './start-flags.ts'

const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-'))
const server = await new TelegramServer().start()
const user = server.user('Warga')
const environment = {
  PATH: process.env.PATH,
  DATABASE_URL: `file:${join(folder, 'bench.db')}`,
  DATA_DIR: folder,
  PORT: '0',
  LOG_LEVEL: 'error',
  TELEGRAM_BOT_TOKEN: server.token,
  TELEGRAM_API_ROOT: server.apiRoot,
}
const main = join(import.meta.dirname, '..', 'src', 'main.ts')

/** Starts the service and waits for the answer to a message that came while it was away. */
async function startAndSay(): Promise<{
  readonly ms: number
  readonly stop: () => Promise<void>
  readonly pid: number
}> {
  const before = server.calls('sendMessage').length
  user.say('selamat pagi')
  const from = performance.now()
  // as `npm start` does
  const child = spawn(process.execPath, [...startFlags, main, 'start'], {
    env: environment,
    cwd: folder,
    stdio: 'ignore',
  })
  while (server.calls('sendMessage').length === before) {
    if (performance.now() - from > 60_000 || child.exitCode !== null) throw new Error('the service does not answer')
    await sleep(5)
  }
  const ms = performance.now() - from
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
  return { ms, stop, pid: child.pid! }
}

// the first start sets up the database and loads the demo, which is done once in the life of an installation
const first = await startAndSay()
await first.stop()
const starts: number[] = []
for (let i = 0; i < 2; i++) {
  const again = await startAndSay()
  starts.push(again.ms)
  await again.stop()
}
const service = await startAndSay()
starts.push(service.ms)
await sleep(4_000)
const idleMb = residentMb(service.pid)
await service.stop()
await server.stop()
rmSync(folder, { recursive: true, force: true })
starts.sort((a, b) => a - b)
console.log(
  JSON.stringify({ firstStartMs: Math.round(first.ms), coldStartMs: Math.round(starts[starts.length >> 1]!), idleMb }),
)

/** Memory that is not shared with others (anonymous), and with what is mapped from files. */
function residentMb(pid: number): { readonly rss: number; readonly own: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kb = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1])
  return { rss: Math.round(kb('VmRSS') / 1_000), own: Math.round(kb('RssAnon') / 1_000) }
}
