// A five-minute check of the Telegram channel against the real Telegram, for whoever has a token and a phone:
// `npm run smoke:telegram`. What to do is said step by step; nothing is stored. Ctrl-C ends it.
import { TelegramChannel } from '../src/channels/telegram/telegram-channel.ts'
import { loadConfig } from '../src/config.ts'
import { createLogger } from '../src/lib/logger.ts'
import { drawPicture, Smoke } from './smoke.ts'

const config = loadConfig()
if (!config.telegram) {
  process.stderr.write(
    'TELEGRAM_BOT_TOKEN is not set: make a bot for trials at @BotFather and put its token into .env (docs/channels.md).\n',
  )
  process.exit(2)
}

const channel = new TelegramChannel({
  token: config.telegram.token,
  ...(config.telegram.apiRoot !== undefined && { apiRoot: config.telegram.apiRoot }),
  readFile: drawPicture,
  logger: createLogger({ level: 'warn', format: 'pretty' }),
})
const smoke = new Smoke(channel, 'Telegram')

await smoke.run([
  { title: 'a text, and its answer', ask: 'Write any word to the bot.', expect: ['text'] },
  {
    title: 'buttons',
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
  { title: 'a correction', ask: 'Edit your first message (hold it, Edit).', expect: ['edited'] },
  { title: 'a photo', ask: 'Send a photo.', expect: ['photo'] },
  {
    title: 'a place',
    send: { text: 'Di mana?', requests: 'location' },
    ask: 'Send the place with the key.',
    expect: ['location'],
  },
  {
    title: 'the own number',
    send: { text: 'Nomor HP Bapak/Ibu?', requests: 'contact' },
    ask: 'Share your number with the key.',
    expect: ['contact'],
  },
  { title: 'a picture from us', send: smoke.picture, ask: 'Did the picture come? Write ya.', expect: ['text'] },
  {
    title: 'nothing is markup',
    send: { text: '*tebal* _miring_ <b>x</b>' },
    ask: 'All signs there? Write ya.',
    expect: ['text'],
  },
  { title: 'blocking', ask: 'Block the bot.', expect: ['blocked'] },
  { title: 'unblocking', ask: 'Unblock it.', expect: ['unblocked'] },
])
