import type { SendOutcome } from '../../src/channels/channel.ts'
import { SimulatorChannel } from '../../src/channels/simulator/simulator-channel.ts'
import type { InboundContent, InboundMessage } from '../../src/messages/inbound.ts'
import { type Ailment, channelContract, readStored, type Shown, type Stage } from './contract.ts'

const user = 'maya'
const reason = 'rehearsed'

const outcomes: Readonly<Record<Exclude<Ailment, 'silence'>, (now: number) => SendOutcome>> = {
  flood: (now) => ({ kind: 'retry', at: now + 7000, reason }),
  blocked: () => ({
    kind: 'refused',
    reason,
    ourFault: false,
    unreachable: true,
    staffReads: 'Orang ini memblokir bot.',
  }),
  moved: () => ({ kind: 'refused', reason, ourFault: false, movedTo: '-100777', staffReads: 'Grup ini pindah.' }),
  refusal: () => ({ kind: 'refused', reason, ourFault: true, staffReads: 'Pesan ini ditolak.' }),
  'server error': (now) => ({ kind: 'retry', at: now + 5000, reason }),
}

async function simulatorStage(): Promise<Stage> {
  let next: Ailment | undefined
  const open = () =>
    new SimulatorChannel({
      fault: (_to, _message, now) => {
        const ailment = next
        next = undefined
        if (ailment === undefined) return undefined
        return ailment === 'silence' ? { kind: 'retry', at: now + 5000, reason } : outcomes[ailment](now)
      },
    })
  let channel = open()
  let last: InboundMessage | undefined

  // a platform delivers until it is taken; it does not make the message anew
  const deliver = async (message: InboundMessage) => {
    last = message
    while (true) {
      try {
        return await channel.inject(message)
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    }
  }
  let counter = 0
  const make = (content: InboundContent, sentAt = Date.now()): InboundMessage => ({
    channel: 'simulator',
    externalId: `u${(counter += 1)}`,
    userId: user,
    chatId: user,
    chatKind: 'private',
    sentAt,
    content,
  })
  const act = (content: InboundContent) => deliver(make(content))

  return {
    channel,
    to: { userId: user, chatId: user },
    say: (text) => act({ kind: 'text', text: text }),
    press: (label) => {
      for (const line of channel.transcript(user).toReversed()) {
        const button = line.by === 'bot' ? line.buttons?.find((choice) => choice.label === label) : undefined
        if (button) return act({ kind: 'choice', data: button.data, label, messageRef: line.ref })
      }
      throw new Error(`no button "${label}"`)
    },
    sendPhoto: (bytes, caption) => act({ kind: 'photo', file: channel.addFile(bytes, 'image/jpeg'), caption }),
    sendDocument: (bytes, name, mime) => act({ kind: 'document', file: channel.addFile(bytes, mime, name) }),
    sendVoice: (bytes, seconds) => act({ kind: 'voice', file: channel.addFile(bytes, 'audio/ogg'), seconds }),
    sendLocation: (latitude, longitude) => act({ kind: 'location', latitude, longitude }),
    shareContact: (phone) => act({ kind: 'contact', phone, own: true }),
    edit: (text) => act({ kind: 'edited', text, originalExternalId: last?.externalId ?? '' }),
    sayTwice: async (text) => {
      await act({ kind: 'text', text })
      if (last) await deliver(last)
    },
    swap: async (first, second) => {
      const at = Date.now()
      await deliver(make({ kind: 'text', text: second }, at + 1000))
      await deliver(make({ kind: 'text', text: first }, at))
    },
    block: async () => void (await channel.act(user, { kind: 'blocked' })),
    unblock: async () => void (await channel.act(user, { kind: 'unblocked' })),
    redelivers: true,
    takesFiles: true,
    refusesEdits: true,
    ail: (ailment) => {
      next = ailment
    },
    shown: async () => {
      const shown: Shown[] = []
      for (const line of channel.transcript(user)) {
        if (line.by === 'person') continue
        const buttons = line.buttons?.map((choice) => choice.label) ?? []
        const file = line.attachment ? { file: { bytes: await readStored(line.attachment.hash) } } : {}
        shown.push({ text: line.text, buttons, ...file })
      }
      return shown
    },
    reopen: async () => (channel = open()),
    close: async () => undefined,
  }
}

channelContract('the simulator', simulatorStage, { outage: 'there is no network that could fail' })
