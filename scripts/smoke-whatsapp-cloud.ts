// A five-minute check of the WhatsApp Business channel against the real Cloud API, for whoever has an account and a phone.
// Meta must reach this machine: run it behind the address that the app's webhook names, with the service stopped. What
// to do is said step by step; nothing is stored. Ctrl-C ends it.
import { serve } from '@hono/node-server'
import { WhatsAppCloudChannel } from '../src/channels/whatsapp-cloud/whatsapp-cloud-channel.ts'
import { loadConfig } from '../src/config.ts'
import { createLogger } from '../src/lib/logger.ts'
import { drawPicture, Smoke } from './smoke.ts'

const config = loadConfig()
if (!config.whatsappCloud) {
  process.stderr.write(
    'The WHATSAPP_CLOUD_… variables are not set: get a test number in Meta’s app console and put them into .env (docs/channels.md).\n',
  )
  process.exit(2)
}

const { apiRoot, version, ...access } = config.whatsappCloud
const channel = new WhatsAppCloudChannel({
  ...access,
  ...(apiRoot !== undefined && { apiRoot }),
  ...(version !== undefined && { version }),
  readFile: drawPicture,
  logger: createLogger({ level: 'warn', format: 'pretty' }),
})
serve({ fetch: (request: Request) => channel.handleWebhook(request), hostname: config.host, port: config.port })
process.stdout.write(
  `Listening on http://${config.host}:${config.port} for ${config.publicUrl ?? 'PUBLIC_URL'}/hooks/whatsapp.\n`,
)
const smoke = new Smoke(channel, 'WhatsApp Business')

await smoke.run([
  { title: 'a text, with two blue ticks', ask: 'Write any word to the number.', expect: ['text'] },
  {
    title: 'reply buttons',
    send: {
      text: 'Sudah selesai?',
      choices: [
        { label: 'Ya', data: 'a1.1.0' },
        { label: 'Belum', data: 'a1.1.1' },
      ],
    },
    ask: 'Press "Belum".',
    expect: ['choice'],
  },
  {
    title: 'a list',
    send: {
      text: 'Kegiatan mana?',
      choices: Array.from({ length: 6 }, (_, i) => ({
        label: `${i + 1}. Kegiatan nomor ${i + 1} di Negeri Contoh`,
        data: `a1.2.${i}`,
      })),
    },
    ask: 'Open the list and choose one.',
    expect: ['choice'],
  },
  { title: 'a photo', ask: 'Send a photo.', expect: ['photo'] },
  { title: 'a voice message', ask: 'Send a voice message.', expect: ['voice'] },
  {
    title: 'a place',
    send: { text: 'Di mana?', requests: 'location' },
    ask: 'Send the place with the key.',
    expect: ['location'],
  },
  { title: 'a picture from us', send: smoke.picture, ask: 'Did the picture come? Write ya.', expect: ['text'] },
  {
    title: 'nothing is markup',
    send: { text: '*tebal* _miring_ ~coret~' },
    ask: 'Nothing bold or slanted? Write ya.',
    expect: ['text'],
  },
  { title: 'news of a message', send: { text: 'Pesan ini akan dibaca.' }, ask: 'Just read it.', expect: ['delivery'] },
])
