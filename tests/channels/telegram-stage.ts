import { serve } from '@hono/node-server'
import { TelegramChannel, type TelegramSettings } from '../../src/channels/telegram/telegram-channel.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import { type Fault, flood } from '../support/telegram-server/faults.ts'
import { TelegramServer } from '../support/telegram-server/telegram-server.ts'
import type { TestUser } from '../support/telegram-server/user.ts'
import { type Ailment, readStored, type Stage } from './contract.ts'

/** Waits of milliseconds instead of seconds. */
export const quickPace = { firstWait: 20, longestWait: 100, firstGap: 50, longestGap: 200, checkEvery: 100 }

export function telegramChannel(server: TelegramServer, more: Partial<TelegramSettings> = {}): TelegramChannel {
  return new TelegramChannel({
    token: server.token,
    apiRoot: server.apiRoot,
    readFile: readStored,
    logger: silentLogger,
    pollSeconds: 2,
    sendTimeoutMs: 1000,
    pace: quickPace,
    ...more,
  })
}

/** Maya, an invented village head, on Telegram; the channel polls. */
export async function pollingStage(): Promise<Stage> {
  const server = await new TelegramServer().start()
  return stageOn(server, telegramChannel(server), async () => telegramChannel(server), {
    outage: { begin: () => server.stop(), end: async () => void (await server.start()) },
    close: () => server.stop(),
  })
}

/** The same with a webhook: the channel's own door is served on loopback. */
export async function webhookStage(): Promise<Stage> {
  const server = await new TelegramServer({ timeScale: 0.01 }).start()
  let current: TelegramChannel
  const door = serve({ fetch: (request: Request) => current.handleWebhook(request), port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => (door.listening ? resolve(undefined) : door.once('listening', resolve)))
  const address = door.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const webhook = { url: `http://127.0.0.1:${port}/hooks/telegram`, secret: 'rahasia_uji_0123456789' }
  const open = () => (current = telegramChannel(server, { webhook }))
  return stageOn(server, open(), async () => open(), {
    close: async () => {
      await server.stop()
      await new Promise((resolve) => door.close(resolve))
    },
  })
}

function stageOn(
  server: TelegramServer,
  channel: TelegramChannel,
  reopen: Stage['reopen'],
  more: Pick<Stage, 'close'> & Partial<Pick<Stage, 'outage'>>,
): Stage {
  const maya: TestUser = server.user('Maya')
  const doing =
    <Args extends unknown[]>(act: (...args: Args) => unknown) =>
    async (...args: Args) => {
      act(...args)
    }
  let last = 0
  return {
    channel,
    to: { userId: String(maya.user.id), chatId: String(maya.chatId) },
    say: doing((text: string) => {
      last = maya.say(text).message_id
    }),
    press: doing((label: string) => maya.press(label)),
    sendPhoto: doing((bytes: Uint8Array, caption: string) => maya.sendPhoto(bytes, caption)),
    sendDocument: doing((bytes: Uint8Array, name: string, mime: string) => maya.sendDocument(bytes, name, mime)),
    sendVoice: doing((bytes: Uint8Array, seconds: number) => maya.sendVoice(bytes, seconds)),
    sendLocation: doing((latitude: number, longitude: number) => maya.sendLocation(latitude, longitude)),
    shareContact: doing((phone: string) => maya.shareContact(phone)),
    edit: doing((text: string) => maya.edit(last, text)),
    sayTwice: doing((text: string) => {
      maya.say(text)
      server.repeatUpdate()
    }),
    swap: doing((first: string, second: string) => {
      const at = Math.floor(Date.now() / 1000)
      server.chats.now = () => at + 1
      maya.say(second)
      server.chats.now = () => at
      maya.say(first)
    }),
    block: doing(() => maya.block()),
    unblock: doing(() => {
      // Telegram's time has no milliseconds: block and unblock within a second differ by their status
      maya.unblock()
    }),
    sendOddity: doing(() => maya.sendSticker()),
    login: {
      end: async () => {
        server.revoked = true
        server.updates.forgetWaiting()
      },
      renew: async () => {
        server.revoked = false
      },
    },
    redelivers: true,
    keepsWhileDown: true,
    takesFiles: true,
    refusesEdits: true,
    ailments: ailmentsOf(server),
    shown: async () =>
      maya.fromBot.map((message) => {
        const fileId = message.photo?.at(-1)?.file_id ?? message.document?.file_id
        const content = fileId === undefined ? undefined : server.chats.files.get(fileId)?.content
        const keys = message.reply_markup?.inline_keyboard.flat().map((key) => key.text) ?? []
        return {
          text: message.text ?? message.caption ?? '',
          buttons: keys,
          ...(content instanceof Uint8Array ? { file: { bytes: content } } : {}),
        }
      }),
    reopen,
    ...more,
  }
}

const ailmentsOf = (server: TelegramServer): NonNullable<Stage['ailments']> =>
  Object.fromEntries(
    Object.entries(faults).map(([ailment, fault]) => [ailment, () => server.faults.next('sendMessage', fault)]),
  )

const refusal = (code: number, description: string, parameters = {}): Fault => ({
  kind: 'error',
  code,
  description,
  parameters,
})

const faults: Readonly<Record<Ailment, Fault>> = {
  flood: flood(7),
  blocked: refusal(403, 'Forbidden: bot was blocked by the user'),
  moved: refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -100777 }),
  refusal: refusal(400, "Bad Request: can't parse reply keyboard markup JSON object"),
  'server error': { kind: 'gateway', status: 502 },
  silence: { kind: 'hang' },
  'lost answer': { kind: 'cut', when: 'after' },
}
