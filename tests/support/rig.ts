// A whole house on a temporary database, with the invented cast, a standing clock and simulated phones: everything from
// the inbox to the outbox is the real thing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acceptInto } from '../../src/app/accept-messages.ts'
import { Delivery } from '../../src/app/deliver-outbox.ts'
import { fetchAttachments } from '../../src/app/fetch-attachments.ts'
import { openRound } from '../../src/app/open-round.ts'
import { type ReminderPlan, sendReminders } from '../../src/app/send-reminders.ts'
import type { Services } from '../../src/app/services.ts'
import { takeTurn } from '../../src/app/take-turns.ts'
import type { Channel } from '../../src/channels/channel.ts'
import { SimulatorChannel } from '../../src/channels/simulator/simulator-channel.ts'
import { openServices } from '../../src/cli/open-services.ts'
import { ManualClock } from '../../src/lib/clock.ts'
import { instantOf } from '../../src/lib/local-time.ts'
import { type Logger, silentLogger } from '../../src/lib/logger.ts'
import { capabilities } from '../../src/messages/capabilities.ts'
import type { ChannelName, InboundContent, InboundMessage } from '../../src/messages/inbound.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { openDatabase } from '../../src/store/database.ts'
import { listRounds, requireRound } from '../../src/store/rounds.ts'
import { dataKey, putCast } from './beginnings.ts'

export interface Rig {
  readonly services: Services
  readonly clock: ManualClock
  readonly simulator: SimulatorChannel
  /** What the bot said to this phone since the last look, oldest first. */
  heard(userId: string): readonly OutboundMessage[]
  /** The person does something; everything that follows from it happens; what the bot answered is returned. */
  act(userId: string, content: InboundContent): Promise<readonly OutboundMessage[]>
  /** The same without looking at the answers. */
  actQuietly(userId: string, content: InboundContent): Promise<void>
  pressQuietly(userId: string, label: string): Promise<void>
  say(userId: string, text: string): Promise<readonly OutboundMessage[]>
  /** Presses the button whose label holds these words, on the newest message that has one. */
  press(userId: string, label: string): Promise<readonly OutboundMessage[]>
  /** What a channel delivers, as it is: for groups. */
  inject(message: InboundMessage): Promise<void>
  /** Turns and sends until nothing is left to do now. */
  settle(): Promise<void>
  /** Moves the clock and lets the ladder run. */
  remindAt(at: number): Promise<ReminderPlan>
  openRound(): Promise<string>
  /** Closes everything and opens it again on the same database, as a restart does. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Wednesday, 10 July 2024, 09:30 WIT. */
export const wednesdayMorning = instantOf('2024-07-10', '09:30', 'Asia/Jayapura')

/**
 * @param around a logger that is looked at, and the key of complaints (null: none)
 * @param also further channels, each a simulator under another name: a phone on one of them is `channel/userId`
 */
export async function openRig(
  startAt = wednesdayMorning,
  also: readonly ChannelName[] = [],
  around: { readonly log?: Logger; readonly sealedKey?: Buffer | null } = {},
): Promise<Rig> {
  const { log = silentLogger, sealedKey = Buffer.alloc(32, 9) } = around
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-rig-'))
  const url = `file:${join(folder, 'test.db')}`
  const clock = new ManualClock(startAt)
  const newest = new Map<string, OutboundMessage[]>()
  const unheard = new Map<string, OutboundMessage[]>()
  let simulator: SimulatorChannel
  let others: ReadonlyMap<ChannelName, SimulatorChannel>
  let services: Services
  let delivery: Delivery

  async function open(): Promise<void> {
    const listened = (channel: SimulatorChannel, prefix: string) => {
      channel.onSent(({ userId }, message) => {
        const phone = `${prefix}${userId}`
        unheard.set(phone, [...(unheard.get(phone) ?? []), message])
        newest.set(phone, [...(newest.get(phone) ?? []), message])
      })
      return channel
    }
    simulator = listened(new SimulatorChannel({ clock }), '')
    others = new Map(also.map((name) => [name, listened(new SimulatorChannel({ clock }), `${name}/`)]))
    const db = await openDatabase(url)
    services = openServices(
      { dataDir: folder, dataKey, ...(sealedKey && { sealedKey }) },
      {
        db,
        clock,
        log,
        channels: [simulator, ...[...others].map(([name, channel]) => renamed(name, channel))],
      },
    )
    delivery = new Delivery(services)
    for (const channel of services.channels.values()) await channel.start(acceptInto(services))
  }
  await putCast(startAt, join(folder, 'test.db'))
  await open()

  const rig: Rig = {
    get services() {
      return services
    },
    clock,
    get simulator() {
      return simulator
    },
    heard: (userId) => {
      const messages = unheard.get(userId) ?? []
      unheard.delete(userId)
      return messages
    },
    act: async (userId, content) => {
      unheard.delete(userId)
      await rig.actQuietly(userId, content)
      return rig.heard(userId)
    },
    actQuietly: async (userId, content) => {
      const [, name, id] = /^([a-z-]+)\/(.+)$/.exec(userId) ?? []
      await (name === undefined ? simulator.act(userId, content) : others.get(name as ChannelName)!.act(id!, content))
      await rig.settle()
    },
    say: (userId, text) => rig.act(userId, { kind: 'text', text }),
    press: async (userId, label) => {
      unheard.delete(userId)
      await rig.pressQuietly(userId, label)
      return rig.heard(userId)
    },
    pressQuietly: async (userId, label) => {
      const said = newest.get(userId) ?? []
      const choice = said
        .toReversed()
        .flatMap((m) => m.choices ?? [])
        .find((c) => c.label.includes(label))
      if (!choice) throw new Error(`${userId} sees no button "${label}"; the last message was: ${said.at(-1)?.text}`)
      await rig.actQuietly(userId, { kind: 'choice', data: choice.data, label: choice.label })
    },
    inject: async (message) => {
      await others.get(message.channel)!.inject(message)
      await rig.settle()
    },
    settle: async () => {
      for (;;) {
        const { messages, failed } = await takeTurn(services)
        const { sent, again, refused } = await delivery.deliver()
        const files = await fetchAttachments(services)
        if (messages + failed + sent + again + refused + files.stored === 0 && !delivery.isBusy) return
        // bulk has a speed limit: time passes while it leaves
        if (messages + sent === 0) return
        clock.advance(100)
      }
    },
    remindAt: async (at) => {
      clock.moveTo(at)
      const plan = await sendReminders(services, clock.now())
      for (let i = 0; i < 20; i++) {
        clock.advance(1_000)
        await rig.settle()
      }
      return plan
    },
    openRound: async () => {
      const draft = (await listRounds(services.db)).find((r) => r.state === 'draft')!
      await openRound(services, await requireRound(services.db, draft.code), { now: clock.now(), actor: 'test' })
      return draft.code
    },
    restart: async () => {
      await simulator.stop()
      await services.db.close()
      await open()
    },
    close: async () => {
      await simulator.stop()
      await services.db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return rig
}

/** A simulated channel that the house knows by another name, with what that channel can do. */
function renamed(name: ChannelName, inner: SimulatorChannel): Channel {
  return {
    name,
    capabilities: capabilities[name],
    start: (accept) => inner.start((messages) => accept(messages.map((m) => ({ ...m, channel: name })))),
    stop: () => inner.stop(),
    send: (to, message, now) => inner.send(to, message, now),
    openFile: (file) => inner.openFile(file),
    state: () => inner.state(),
  }
}
