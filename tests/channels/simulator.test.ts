import { describe, expect, it } from 'vitest'
import type { SendOutcome } from '../../src/channels/channel.ts'
import { SimulatorChannel, type SimulatorSettings } from '../../src/channels/simulator/simulator-channel.ts'
import type { InboundContent, InboundMessage } from '../../src/messages/inbound.ts'
import { type Ailment, channelContract, readStored, type Shown, type Stage } from './contract.ts'

const user = 'maya'
const reason = 'rehearsed'

const outcomes: Readonly<Record<Exclude<Ailment, 'silence' | 'lost answer'>, (now: number) => SendOutcome>> = {
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
        return ailment === 'silence' || ailment === 'lost answer'
          ? { kind: 'retry', at: now + 5000, reason }
          : outcomes[ailment](now)
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
    sendOddity: () => act({ kind: 'unsupported', what: 'sticker' }),
    keepsWhileDown: true,
    ailments: Object.fromEntries(
      ([...Object.keys(outcomes), 'silence'] as Ailment[]).map((ailment) => [ailment, () => void (next = ailment)]),
    ),
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

channelContract('the simulator', simulatorStage, {
  outage: 'there is no network that could fail',
  'lost answer': 'there is no network that could lose it',
  login: 'there is no login',
  tell: 'the page shows what was said',
})

describe('the simulator', () => {
  const open = async (settings: SimulatorSettings = {}) => {
    const channel = new SimulatorChannel(settings)
    const taken: InboundMessage[] = []
    await channel.start(async (messages) => void taken.push(...messages))
    return { channel, taken }
  }
  const to = { userId: 'maya', chatId: 'maya' }

  it('shows both sides of a chat in order', async () => {
    const { channel } = await open()
    await channel.act('maya', { kind: 'text', text: 'halo' }, 'Maya')
    await channel.send(to, { text: 'Apa kabar?', requests: 'location' }, 5)
    expect(channel.transcript('maya')).toMatchObject([
      { by: 'person', content: { kind: 'text', text: 'halo' } },
      { by: 'bot', text: 'Apa kabar?', at: 5, requests: 'location' },
    ])
    expect(channel.transcript('rudi')).toEqual([])
  })

  it('keeps the last lines of the latest chats only', async () => {
    const { channel } = await open({ transcriptSize: 3, maxChats: 2 })
    for (const id of ['maya', 'rudi', 'ani'])
      for (let i = 1; i <= 5; i += 1) await channel.send({ userId: id, chatId: id }, { text: `${id} ${i}` }, i)
    expect(channel.transcript('maya')).toEqual([])
    expect(channel.transcript('ani').map((line) => line.at)).toEqual([3, 4, 5])
  })

  it('tells listeners what was shown, until they leave', async () => {
    const { channel } = await open({
      fault: (_to, { text }) => (text === 'no' ? { kind: 'retry', at: 9, reason } : undefined),
    })
    const heard: string[] = []
    const leave = channel.onSent((_to, message) => heard.push(message.text))
    await channel.send(to, { text: 'satu' }, 0)
    await channel.send(to, { text: 'no' }, 0)
    leave()
    await channel.send(to, { text: 'dua' }, 0)
    expect(heard).toEqual(['satu'])
  })

  it('delivers whole sets at once, and nothing while it stands', async () => {
    const { channel, taken } = await open()
    const set = Array.from({ length: 100 }, (_, i) => ({
      channel: 'simulator' as const,
      externalId: `x${i}`,
      userId: `u${i}`,
      chatId: `u${i}`,
      chatKind: 'private' as const,
      sentAt: 0,
      content: { kind: 'text' as const, text: 'lima\u0000' },
    }))
    await channel.inject(set)
    expect(taken.map((message) => message.externalId)).toEqual(set.map((message) => message.externalId))
    expect(taken[0]?.content).toEqual({ kind: 'text', text: 'lima' })
    await channel.stop()
    await expect(channel.inject(set)).rejects.toMatchObject({ code: 'channel_stopped' })
  })

  it('shows no line that was not taken in, and forgets the oldest files', async () => {
    const channel = new SimulatorChannel()
    await channel.start(() => Promise.reject(new Error('database is locked')))
    await expect(channel.act('maya', { kind: 'text', text: 'halo' })).rejects.toThrow('locked')
    expect(channel.transcript('maya')).toEqual([])
    const refs = Array.from({ length: 201 }, () => channel.addFile(new Uint8Array(1), 'image/png'))
    await expect(channel.openFile(refs[0]!)).rejects.toMatchObject({ code: 'file_gone' })
    expect((await channel.openFile(refs[200]!)).mime).toBe('image/png')
  })

  it('never uses a reference again, not even after a restart', async () => {
    const refs = new Set<string>()
    for (let run = 0; run < 3; run += 1) {
      const { channel } = await open()
      for (let i = 0; i < 20; i += 1) refs.add((await channel.act('maya', { kind: 'text', text: 'x' })).externalId)
    }
    expect(refs.size).toBe(60)
  })
})
