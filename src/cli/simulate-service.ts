// The service of `kentongan simulate`, in a process of its own so that it can be killed: the real loops on the real
// database, with a channel whose other end is the parent process.
import { acceptInto } from '../app/accept-messages.ts'
import { runLoops } from '../app/service-loops.ts'
import type { SendOutcome } from '../channels/channel.ts'
import { SimulatorChannel } from '../channels/simulator/simulator-channel.ts'
import { createLogger } from '../lib/logger.ts'
import { messageOf } from '../lib/problem.ts'
import { SeededRandom } from '../lib/seeded-random.ts'
import type { InboundMessage } from '../messages/inbound.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { openDatabase } from '../store/database.ts'
import { recoverLeases } from '../store/outbox.ts'
import { openServices } from './open-services.ts'

export interface SimulatedService {
  readonly databaseUrl: string
  readonly dataDir: string
  readonly clockOffset: number
  readonly seed: string
  /** Of a hundred sends, how many are refused for a moment. */
  readonly refusedPercent: number
}

export type ToService =
  | { readonly kind: 'take'; readonly batch: number; readonly messages: readonly InboundMessage[] }
  /** Makes the next step of this person throw. */
  | { readonly kind: 'break'; readonly userId: string }

export type FromService =
  | { readonly kind: 'ready' }
  | { readonly kind: 'taken'; readonly batch: number }
  | { readonly kind: 'refused'; readonly batch: number; readonly because: string }
  | { readonly kind: 'sent'; readonly userId: string; readonly message: OutboundMessage; readonly ref: string }
  | { readonly kind: 'memory'; readonly rss: number }

const settings = JSON.parse(process.argv[2]!) as SimulatedService
const tell = (news: FromService) => void process.send?.(news)

const clock = { now: () => Date.now() + settings.clockOffset }
const random = new SeededRandom(`${settings.seed} ${process.pid}`)
const blocked = new Set<string>()
const refusedByPerson: SendOutcome = {
  kind: 'refused',
  reason: 'blocked',
  ourFault: false,
  unreachable: true,
  staffReads: 'Orang ini memblokir bot di simulasi.',
}
const channel = new SimulatorChannel({
  clock,
  transcriptSize: 0,
  fault: (to, _message, now): SendOutcome | undefined => {
    if (blocked.has(to.userId)) return refusedByPerson
    return random.next() * 100 < settings.refusedPercent
      ? {
          kind: 'retry',
          at: now + random.int(50, 800),
          reason: random.chance(0.5) ? 'Too Many Requests' : 'Bad Gateway',
        }
      : undefined
  },
})
channel.onSent(({ userId }, message, ref) => tell({ kind: 'sent', userId, message, ref }))

const db = await openDatabase(settings.databaseUrl)
await recoverLeases(db, clock.now(), { all: true })
const log = createLogger({ level: 'fatal', format: 'json' })
const services = openServices(
  { dataDir: settings.dataDir, dataKey: undefined },
  { db, clock, log, channels: [channel] },
)
await channel.start(acceptInto(services))
const loops = runLoops(services, { turns: true, send: true, files: true })

process.on('message', (order: ToService) => {
  if (order.kind === 'break') {
    void db.run(
      `update session set state = '{"v":1}' where lane_id = (select lane_id from address where user_id = $1)`,
      order.userId,
    )
    return
  }
  for (const { userId, content } of order.messages) {
    if (content.kind === 'blocked') blocked.add(userId)
    if (content.kind === 'unblocked') blocked.delete(userId)
  }
  channel.inject(order.messages).then(
    () => tell({ kind: 'taken', batch: order.batch }),
    (error: unknown) => tell({ kind: 'refused', batch: order.batch, because: messageOf(error) }),
  )
})
const watch = setInterval(() => tell({ kind: 'memory', rss: process.memoryUsage().rss }), 500)

process.once('SIGTERM', () => {
  clearInterval(watch)
  void channel
    .stop()
    .then(() => loops.stop())
    .then(() => db.close())
    .then(() => process.exit(0))
})
// the parent is gone: nobody is left to serve
process.once('disconnect', () => process.exit(1))
tell({ kind: 'ready' })
