// A five-minute check of the WhatsApp Web channel against the real WhatsApp, for whoever has a spare number and a second
// phone: `npm run smoke:whatsapp`. No stand-in proves that WhatsApp itself still takes what we send; run it after every
// update of whatsapp-web.js and when WhatsApp Web has changed. What to do is said step by step; Ctrl-C ends it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { renderUnicodeCompact } from 'uqr'
import { WhatsAppWebChannel } from '../src/channels/whatsapp-web/whatsapp-web-channel.ts'
import { loadConfig } from '../src/config.ts'
import { createLogger } from '../src/lib/logger.ts'
import { messageOf } from '../src/lib/problem.ts'
import type { InboundMessage } from '../src/messages/inbound.ts'

const config = loadConfig()
// a profile of its own: the check must not log the service's number out
const folder = join(config.dataDir, 'smoke-whatsapp-web')
mkdirSync(folder, { recursive: true, mode: 0o700 })

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const say = (text: string) => process.stdout.write(`${text}\n`)

const heard: InboundMessage[] = []
let wake = () => {}

function open(): WhatsAppWebChannel {
  return new WhatsAppWebChannel({
    folder,
    ...(config.whatsappWeb?.chromium !== undefined && { chromium: config.whatsappWeb.chromium }),
    chromiumArgs: config.whatsappWeb?.args ?? [],
    readFile: async () => dot,
    logger: createLogger({ level: 'warn', format: 'pretty' }),
    onPairing: (code) => say(`${renderUnicodeCompact(code, { border: 2 })}\nScan this with the spare number's phone.`),
  })
}

/** The next message of this kind, or an error after three minutes. */
async function next<Kind extends InboundMessage['content']['kind']>(kind: Kind): Promise<InboundMessage> {
  const until = Date.now() + 180_000
  while (Date.now() < until) {
    const at = heard.findIndex((message) => message.content.kind === kind)
    if (at !== -1) return heard.splice(at, 1)[0]!
    await new Promise<void>((resolve) => {
      wake = resolve
      setTimeout(resolve, 1_000)
    })
  }
  throw new Error(`no ${kind} came within three minutes`)
}

async function running(channel: WhatsAppWebChannel): Promise<void> {
  await channel.start(async (messages) => {
    heard.push(...messages)
    wake()
  })
  const until = Date.now() + 600_000
  while (channel.state().state !== 'running') {
    if (Date.now() > until) throw new Error(`not ready after ten minutes: ${channel.state().note ?? ''}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

let channel = open()
try {
  say('1 of 6  pairing')
  await running(channel)
  say('2 of 6  write any text to the spare number from the second phone')
  const first = await next('text')
  const to = { userId: first.userId, chatId: first.chatId }
  const send = async (text: string, more: object = {}) => {
    // our own pace may ask for a moment
    while (true) {
      const outcome = await channel.send(to, { text, ...more }, Date.now())
      if (outcome.kind === 'sent') return
      if (outcome.kind !== 'retry') throw new Error(JSON.stringify(outcome))
      await new Promise((resolve) => setTimeout(resolve, 4_000))
    }
  }
  await send('Uji Kentongan: pesan ini harus sampai. Bagus?', {
    choices: [
      { label: 'Ya', data: 'a' },
      { label: 'Tidak', data: 'b' },
    ],
  })
  say('3 of 6  a text with two numbered choices was sent: look at it, read it, and wait for the blue ticks')
  await next('delivery')
  say('4 of 6  send a photo from the second phone')
  const photo = await next('photo')
  if (photo.content.kind === 'photo') {
    const { stream } = await channel.openFile(photo.content.file)
    say(`        fetched, ${(await new Response(stream).arrayBuffer()).byteLength} bytes`)
  }
  await send('Uji gambar', { attachment: { kind: 'photo', hash: 'dot', name: 'titik.png', mime: 'image/png' } })
  say('5 of 6  a picture of one dot was sent. Now the browser is stopped: write one more text within ten seconds')
  await channel.stop()
  await new Promise((resolve) => setTimeout(resolve, 10_000))
  channel = open()
  await running(channel)
  await next('text')
  say('        what was written meanwhile was found, and no new scan was needed')
  say('6 of 6  all is well. Unlink the device on the phone (Linked devices) if you do not need it any more.')
} catch (error) {
  say(`FAILED: ${messageOf(error)}`)
  process.exitCode = 1
} finally {
  await channel.stop()
}
