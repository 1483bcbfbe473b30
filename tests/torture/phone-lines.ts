// A phone as each platform has it: what its owner reads, and what they do.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Message } from 'grammy/types'
import type { Doing } from '../../src/app/demo/villager.ts'
import type { SendOutcome } from '../../src/channels/channel.ts'
import { SimulatorChannel } from '../../src/channels/simulator/simulator-channel.ts'
import type { Clock } from '../../src/lib/clock.ts'
import type { InboundContent } from '../../src/messages/inbound.ts'
import type { Choice, OutboundMessage } from '../../src/messages/outbound.ts'
import type { House as WebHouse } from '../channels/whatsapp-web-stage.ts'
import type { TelegramServer } from '../support/telegram-server/telegram-server.ts'
import type { TestUser } from '../support/telegram-server/user.ts'
import type { CloudServer } from '../support/whatsapp-cloud-server/cloud-server.ts'
import type { TestPerson } from '../support/whatsapp-cloud-server/person.ts'
import type { SentMessage } from '../support/whatsapp-cloud-server/rules.ts'
import type { Person as WebPerson } from '../support/whatsapp-web-server/whatsapp-web-server.ts'

export type Door = 'whatsapp-web' | 'whatsapp-cloud' | 'telegram' | 'simulator'

/** A phone as its platform has it. Sending returns the external id. */
export interface Line {
  readonly userId: string
  readonly chatId: string
  /** What came since the last look. */
  news(): readonly OutboundMessage[]
  say(text: string, twice: Twice): string
  press(choice: Choice, twice: Twice): string
  photo(bytes: Uint8Array, caption: string, twice: Twice): string
  block(): void
}
export type Twice = 'at once' | 'later' | undefined

export interface Platforms {
  readonly telegram: TelegramServer
  readonly meta: CloudServer
  readonly web: WebHouse | undefined
  readonly simulated: Simulated
  readonly late: Late
}

/** The i-th phone. */
export function lineOf(
  door: Door,
  i: number,
  simulatorId: string,
  { telegram, meta, web, simulated, late }: Platforms,
): Line {
  switch (door) {
    case 'telegram':
      return telegramLine(telegram, late, telegram.user(`Kepala ${i}`))
    case 'whatsapp-cloud':
      return cloudLine(meta, late, meta.person(`Kepala ${i}`))
    case 'whatsapp-web': {
      const n = String(i + 1).padStart(3, '0')
      return webLine(
        web!,
        web!.server.person(`6281200001${n}@c.us`, { lid: `170000000001${n}@lid`, name: `Kepala ${i}` }),
      )
    }
    case 'simulator': {
      const send = (content: InboundContent, twice: Twice) => simulated.send(simulatorId, Date.now(), content, twice)
      return {
        userId: simulatorId,
        chatId: simulatorId,
        news: () => simulated.heard.get(simulatorId)?.splice(0) ?? [],
        say: (text, twice) => send({ kind: 'text', text }, twice),
        press: ({ data, label }, twice) => send({ kind: 'choice', data, label }, twice),
        photo: (bytes, caption, twice) =>
          send({ kind: 'photo', file: simulated.channel.addFile(bytes, 'image/jpeg'), caption }, twice),
        block: () => simulated.blocked.add(simulatorId),
      }
    }
  }
}

function telegramLine(server: TelegramServer, late: Late, user: TestUser): Line {
  server.chats.open({ id: user.chatId, type: 'private', first_name: user.user.first_name })
  let seen = 0
  const delivered = (twice: Twice) => {
    const id = server.updates.nextId - 1
    if (twice === 'at once') server.repeatUpdate(id)
    if (twice === 'later') {
      const update = structuredClone(server.updates.pending.find(({ update_id }) => update_id === id)!)
      const { update_id: _, ...event } = update
      late.add(() => server.updates.push(event))
    }
  }
  const sent = (message: Message, twice: Twice) => {
    delivered(twice)
    return `m:${user.chatId}:${message.message_id}`
  }
  return {
    userId: String(user.chatId),
    chatId: String(user.chatId),
    news: () => {
      const news = user.fromBot.filter((message) => message.message_id > seen)
      seen = news.at(-1)?.message_id ?? seen
      return news.map((message) => {
        const keys = message.reply_markup?.inline_keyboard.flat() ?? []
        const choices = keys.flatMap((k) => ('callback_data' in k ? [{ label: k.text, data: k.callback_data }] : []))
        return { text: message.text ?? message.caption ?? '', ...(choices.length > 0 && { choices }) }
      })
    },
    say: (text, twice) => sent(user.say(text), twice),
    press: ({ data }, twice) => {
      const press = user.press(data)!
      delivered(twice)
      return `c:${press.id}`
    },
    photo: (bytes, caption, twice) => sent(user.sendPhoto(bytes, caption), twice),
    block: () => {
      server.chats.rooms.get(user.chatId)!.closed = 'blocked'
    },
  }
}

function cloudLine(meta: CloudServer, late: Late, person: TestPerson): Line {
  let seen = 0
  const sent = (value: Record<string, unknown>, twice: Twice) => {
    if (twice === 'at once') meta.webhooks.push(value)
    if (twice === 'later') late.add(() => meta.webhooks.push(value))
    return (value.messages as { id: string }[])[0]!.id
  }
  return {
    userId: person.userId!,
    chatId: person.waId!,
    news: () => {
      // nobody answers the first part of a message before they have read the last
      const until = person.received.findLastIndex(({ message }) => !isPart(message)) + 1
      const news = person.received.slice(seen, until)
      seen = Math.max(seen, until)
      let before = ''
      return news.flatMap(({ message }) => {
        const heard = heardOnCloud(message)
        const whole = { ...heard, text: before + heard.text }
        before = isPart(message) ? `${whole.text}\n` : ''
        return before === '' ? [whole] : []
      })
    },
    say: (text, twice) => sent(person.say(text), twice),
    press: (choice, twice) => {
      const text = typedFor(choice)
      return sent(text === undefined ? person.press(choice.data) : person.say(text), twice)
    },
    photo: (bytes, caption, twice) => sent(person.sendImage(bytes, caption), twice),
    block: () => {
      person.isBlocking = true
    },
  }
}

/** Our own mark on what is not the end of a message. */
const isPart = (message: SentMessage) =>
  message.type !== 'template' && message.biz_opaque_callback_data?.endsWith('#') === true

function heardOnCloud(message: SentMessage): OutboundMessage {
  switch (message.type) {
    case 'text':
      return numbered(message.text.body)
    case 'interactive': {
      const { interactive } = message
      const choices =
        interactive.type === 'button'
          ? interactive.action.buttons.map(({ reply }) => ({ label: reply.title, data: reply.id }))
          : interactive.type === 'list'
            ? interactive.action.sections.flatMap(({ rows }) =>
                rows.map(({ id, title, description }) => ({ label: description ?? title, data: id })),
              )
            : []
      return { text: interactive.body.text, choices }
    }
    case 'template': {
      const words = ['Mulai', 'Nanti']
      const choices = message.template.components.flatMap((part) =>
        part.type === 'button' ? [{ label: words[Number(part.index)]!, data: part.parameters[0]!.payload }] : [],
      )
      return { text: `[${message.template.name}]`, choices }
    }
    case 'image':
    case 'document':
      return { text: '' }
  }
}

function webLine({ server }: WebHouse, person: WebPerson): Line {
  const address = person.lid!
  let seen = 0
  const sent = (key: string, twice: Twice) => {
    if (twice === 'at once') person.repeat()
    return `m:${address}:${key}`
  }
  return {
    userId: address,
    chatId: address,
    news: () => {
      const news = server.sentTo(address).slice(seen)
      seen += news.length
      return news.filter(({ ack }) => ack !== -1).map(({ body, caption }) => numbered(caption ?? body))
    },
    say: (text, twice) => sent(person.say(text).key, twice),
    press: (choice, twice) => sent(person.say(typedFor(choice)!).key, twice),
    photo: (bytes, caption, twice) => sent(person.sendFile('image', bytes, { mime: 'image/jpeg', caption }).key, twice),
    block: () => undefined,
  }
}

/** Of a choice that is made by typing its number; people know an invitation by what it offers. */
const typed = { plain: 'ketik ', invitation: 'i0.' }

/** Where nothing can be pressed, the choices stand at the end of the text as "1. Mulai": they are read back from there. */
function numbered(text: string): OutboundMessage {
  const choices: Choice[] = []
  for (const line of text.trimEnd().split('\n').toReversed()) {
    const [, number, label] = /^(\d{1,2})\.? (\S.*)$/.exec(line) ?? []
    if (number === undefined) break
    choices.unshift({ label: label!, data: `${typed.plain}${number}` })
  }
  for (const [words, label, data] of offered)
    if (text.includes(words)) choices.push({ label, data: typed.plain + data })
  const offers = (word: string) => choices.some(({ label }) => label.startsWith(word))
  const isInvitation = (offers('Mulai') || offers('Lanjut')) && offers('Nanti')
  if (isInvitation)
    return { text, choices: choices.map(({ label }, i) => ({ label, data: `${typed.invitation}${i}` })) }
  return choices.length > 0 ? { text, choices } : { text }
}

/** What the text says is to be typed. */
const offered = [
  ['Balas "semua sama"', 'Semua sama', 'semua sama'],
  ['Balas "ya" untuk mengirim', 'Ya, kirim', 'ya'],
] as const

/** What is typed to choose; undefined where it can be pressed. */
function typedFor({ data }: Choice): string | undefined {
  if (data.startsWith(typed.plain)) return data.slice(typed.plain.length)
  return data.startsWith(typed.invitation) ? String(Number(data.slice(typed.invitation.length)) + 1) : undefined
}

/** Whose words were not understood, and who is asked for a number, gives the number. */
export function plainly({ text, choices: [first] = [] }: OutboundMessage): Doing | undefined {
  return /^Maaf, yang mana.* Balas nomor/.test(text) && first?.data.startsWith(typed.invitation)
    ? { kind: 'press', choice: first, messageRef: '' }
    : undefined
}

/** What is delivered once more some time later. */
export class Late {
  readonly #waiting = new Set<Promise<void>>()

  get isDone(): boolean {
    return this.#waiting.size === 0
  }

  add(deliver: () => unknown): void {
    const delivery = sleep(700).then(async () => void (await deliver()))
    this.#waiting.add(delivery)
    void delivery.finally(() => this.#waiting.delete(delivery))
  }
}

export class Simulated {
  readonly channel: SimulatorChannel
  readonly faults: ((now: number) => SendOutcome)[] = []
  readonly blocked = new Set<string>()
  readonly heard = new Map<string, OutboundMessage[]>()
  readonly #late: Late
  #counter = 0

  constructor(clock: Clock, late: Late) {
    this.#late = late
    this.channel = new SimulatorChannel({
      clock,
      fault: ({ userId }, _, now) => {
        const staffReads = 'Orang ini memblokir bot di simulator.'
        if (this.blocked.has(userId))
          return { kind: 'refused', reason: 'blocked', ourFault: false, unreachable: true, staffReads }
        return this.faults.shift()?.(now)
      },
    })
    this.channel.onSent(({ userId }, message) => this.heard.set(userId, [...(this.heard.get(userId) ?? []), message]))
  }

  send(userId: string, sentAt: number, content: InboundContent, twice: Twice): string {
    const externalId = `sim-${++this.#counter}`
    const message = {
      channel: 'simulator',
      externalId,
      userId,
      chatId: userId,
      chatKind: 'private',
      sentAt,
      content,
    } as const
    void this.channel.inject(twice === 'at once' ? [message, message] : message)
    if (twice === 'later') this.#late.add(() => this.channel.inject(message))
    return externalId
  }
}
