import { serve } from '@hono/node-server'
import {
  WhatsAppCloudChannel,
  type WhatsAppCloudSettings,
} from '../../src/channels/whatsapp-cloud/whatsapp-cloud-channel.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import { CloudServer, type Fault } from '../support/whatsapp-cloud-server/cloud-server.ts'
import type { SentMessage } from '../support/whatsapp-cloud-server/rules.ts'
import { type Ailment, readStored, type Shown, type Stage } from './contract.ts'
import { quickPace } from './telegram-stage.ts'

export function cloudChannel(server: CloudServer, more: Partial<WhatsAppCloudSettings> = {}): WhatsAppCloudChannel {
  return new WhatsAppCloudChannel({
    token: server.token,
    phoneNumberId: server.phoneNumberId,
    appSecret: server.appSecret,
    verifyToken: server.verifyToken,
    apiRoot: server.apiRoot,
    readFile: readStored,
    logger: silentLogger,
    sendTimeoutMs: 1000,
    pace: quickPace,
    ...more,
  })
}

/** The channel's own door, served on loopback for whichever channel is current. */
export async function openDoor(current: () => WhatsAppCloudChannel) {
  const door = serve({ fetch: (request: Request) => current().handleWebhook(request), port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => (door.listening ? resolve(undefined) : door.once('listening', resolve)))
  const address = door.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/hooks/whatsapp`,
    close: () => new Promise((resolve) => door.close(resolve)),
  }
}

/** Maya, an invented village head, on WhatsApp; with a number, or with a user name alone. */
export async function cloudStage(ids: { waId?: string | null; userId?: string | null } = {}): Promise<Stage> {
  const server = await new CloudServer().start()
  let current = cloudChannel(server)
  const door = await openDoor(() => current)
  await server.webhooks.subscribe(door.url)
  const maya = server.person('Maya', { waId: '6281200000001', ...ids })
  const doing =
    <Args extends unknown[]>(act: (...args: Args) => unknown) =>
    async (...args: Args) => {
      act(...args)
    }
  return {
    channel: current,
    to: { userId: maya.userId ?? maya.waId ?? '', chatId: maya.waId ?? maya.userId ?? '' },
    say: doing((text: string) => maya.say(text)),
    press: doing((label: string) => maya.press(label)),
    sendPhoto: doing((bytes: Uint8Array, caption: string) => maya.sendImage(bytes, caption)),
    sendDocument: doing((bytes: Uint8Array, name: string, mime: string) => maya.sendDocument(bytes, name, mime)),
    sendLocation: doing((latitude: number, longitude: number) => maya.sendLocation(latitude, longitude)),
    sendOddity: doing(() => maya.sendSticker()),
    ...(maya.waId !== null && { shareContact: doing((phone: string) => maya.shareContact(phone.slice(1))) }),
    sayTwice: doing((text: string) => server.webhooks.push(maya.say(text))),
    swap: doing((first: string, second: string) => {
      const at = server.now()
      const held = maya.send({ type: 'text', text: { body: first } }, { at, hold: true })
      maya.send({ type: 'text', text: { body: second } }, { at: at + 1000 })
      server.webhooks.push(held)
    }),
    outage: { begin: () => server.stop(), end: async () => void (await server.start()) },
    login: {
      end: async () => {
        server.revoked = true
      },
      renew: async () => {
        server.revoked = false
      },
    },
    redelivers: true,
    keepsWhileDown: true,
    tell: async (status) => server.tell(maya.received.at(-1)!.id, status),
    takesFiles: true,
    refusesEdits: true,
    ailments: Object.fromEntries(Object.entries(faults).map(([ailment, fault]) => [ailment, () => server.fail(fault)])),
    shown: async () => maya.received.map(({ message }) => shownOf(message, server)),
    reopen: async () => (current = cloudChannel(server)),
    close: async () => {
      await server.stop()
      await door.close()
    },
  }
}

/** What Maya sees. */
export function shownOf(message: SentMessage, server: CloudServer): Shown {
  switch (message.type) {
    case 'text':
      return { text: message.text.body, buttons: [] }
    case 'interactive': {
      const { interactive } = message
      const buttons =
        interactive.type === 'button'
          ? interactive.action.buttons.map(({ reply }) => reply.title)
          : interactive.type === 'list'
            ? interactive.action.sections.flatMap(({ rows }) => rows.map(({ title }) => title))
            : []
      return { text: interactive.body.text, buttons }
    }
    case 'image':
      return { text: message.image.caption ?? '', buttons: [], file: { bytes: server.mediaOf(message.image.id)! } }
    case 'document':
      return {
        text: message.document.caption ?? '',
        buttons: [],
        file: { bytes: server.mediaOf(message.document.id)! },
      }
    case 'template':
      return { text: `[${message.template.name}]`, buttons: [] }
  }
}

const refused = (status: number, code: number, message: string): Fault => ({ kind: 'error', status, code, message })

const faults: Readonly<Record<Exclude<Ailment, 'flood' | 'moved'>, Fault>> = {
  blocked: refused(400, 131026, 'Message undeliverable'),
  refusal: refused(400, 131051, 'Unsupported message type'),
  'server error': { kind: 'gateway', status: 502 },
  silence: { kind: 'hang' },
  'lost answer': { kind: 'cut' },
}
