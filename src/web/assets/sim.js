// The simulator's phone: looks for new lines, and sends without loading the page anew. Works without, too: every
// form is a plain form, and the menu has "refresh".
const chat = document.querySelector('[data-poll]')
const EVERY_MS = 1500
let tag = ''
let looking = false

function toEnd() {
  chat.scrollTop = chat.scrollHeight
}

async function look() {
  if (looking || document.hidden) return
  looking = true
  try {
    const answer = await fetch(chat.dataset.poll, { headers: tag ? { 'if-none-match': tag } : {}, cache: 'no-store' })
    // whoever is typing a correction inside the chat must not lose it
    const typing = chat.contains(document.activeElement) && document.activeElement.tagName === 'INPUT'
    if (answer.status === 200 && !typing) {
      const atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 120
      chat.innerHTML = await answer.text()
      tag = answer.headers.get('etag') ?? ''
      if (atEnd) toEnd()
    }
  } catch {
    // the service is away: the next look finds it again
  } finally {
    looking = false
  }
}

document.addEventListener('submit', async (event) => {
  const form = event.target
  if (!form.matches('[data-say]')) return
  event.preventDefault()
  const body = new FormData(form, event.submitter)
  const button = event.submitter ?? form.querySelector('button')
  if (button) button.disabled = true
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { 'x-requested-with': 'sim' } })
    if (!answer.ok) return form.submit()
    // blocking changes the menu, and a code that was sent is of no further use
    if (/blokir/.test(body.get('aksi')) || form.querySelector('input[type=hidden][name=pesan]'))
      return location.replace(location.pathname)
    form.reset()
    for (const open of document.querySelectorAll('details[open]')) open.open = false
    document.activeElement?.blur?.()
    toEnd()
    for (const wait of [80, 250, 500]) {
      await new Promise((done) => setTimeout(done, wait))
      await look()
    }
    toEnd()
    form.querySelector('textarea')?.focus()
  } catch {
    form.submit()
  } finally {
    if (button) button.disabled = false
  }
})

document.querySelector('textarea')?.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    event.target.form.requestSubmit()
  }
})

if (chat) {
  toEnd()
  setInterval(look, EVERY_MS)
}
