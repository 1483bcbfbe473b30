import { messageOf } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { databaseFault } from '../store/faults.ts'
import { priorities, queueMessages } from '../store/outbox.ts'
import { forgetWords } from '../store/sealed.ts'
import { markFailed, type ReplyRow, writeTurn } from '../store/turn-writes.ts'
import { lockWaitingLanes, type WaitingLane } from '../store/turns.ts'
import { parked } from '../wording/system/content.ts'
import { handleMessage } from './handle-message.ts'
import type { Services } from './services.ts'
import { LaneTurn } from './turn.ts'

export interface TurnCounts {
  readonly messages: number
  readonly failed: number
}

/** People in one transaction. Sets grow to this under load and stay at one when it is quiet. */
const LANES_PER_TURN = 100

/**
 * Takes one turn with whoever waits: everything that came of it is committed together, then answers leave. A lane whose
 * message throws is taken alone, its message counted and after three tries parked for staff; nobody else is held up.
 */
export async function takeTurn(services: Services, alone = false): Promise<TurnCounts> {
  const { db, clock, bells, counters } = services
  let taken: readonly WaitingLane[] = []
  let answers = 0
  try {
    const messages = await db.transaction(async (sql) => {
      const now = clock.now()
      const waiting = await (alone ? lockWaitingLanes(sql, db, 1, 1) : lockWaitingLanes(sql, db, LANES_PER_TURN))
      taken = waiting
      if (waiting.length === 0) return 0
      const turns: LaneTurn[] = []
      answers = 0
      const done: number[] = []
      for (const lane of waiting) {
        const turn = new LaneTurn(services, sql, lane, now)
        for (const message of lane.messages) {
          turn.begin(message)
          await handleMessage(turn)
          done.push(message.id)
        }
        turns.push(turn)
        answers += turn.answersTaken
      }
      await writeTurn(
        sql,
        db,
        {
          sessions: turns.flatMap((t) => [...t.changedSessions.values()]),
          lanes: turns.flatMap((t) => t.laneWrites()),
          answers: turns.flatMap((t) => t.answers),
          replies: turns.flatMap((t) => t.replies).map((reply) => boxed(services, reply)),
          done,
        },
        now,
      )
      await forgetWords(
        sql,
        db,
        turns.flatMap((t) => t.confided),
      )
      return done.length
    })
    if (messages > 0) {
      counters.turnTaken({ messages, failed: 0 })
      counters.answersRecorded(answers)
      bells.outbox.ring()
    }
    return { messages, failed: 0 }
  } catch (error) {
    if (taken.length === 0) throw error
    // full disk, locked file, lost connection: no message is to blame, and all stay waiting
    if (databaseFault(error) !== undefined) throw error
    if (!alone) return takeOneByOne(services, taken.flatMap((l) => l.messages).length)
    const failed = await blame(services, taken[0]!, error)
    counters.turnTaken({ messages: 0, failed })
    return { messages: 0, failed }
  }
}

function boxed({ safe }: Services, reply: ReplyRow): ReplyRow {
  return reply.confidential && safe ? { ...reply, body: safe.closeBody(reply.body) } : reply
}

/** A set that the database or one of its people refused, taken one message at a time: then it is plain whose fault it is. */
async function takeOneByOne(services: Services, messages: number): Promise<TurnCounts> {
  const total = { messages: 0, failed: 0 }
  for (let i = 0; i < messages; i++) {
    const counts = await takeTurn(services, true)
    if (counts.messages + counts.failed === 0) break
    total.messages += counts.messages
    total.failed += counts.failed
  }
  return total
}

async function blame(services: Services, lane: WaitingLane, error: unknown): Promise<number> {
  const message = lane.messages[0]!
  const about = { inbox: message.id, lane: lane.id, attempts: message.attempts + 1 }
  services.log.error({ ...about, error: messageOf(error) }, 'a message failed')
  const now = services.clock.now()
  const failed = { id: message.id, attempts: message.attempts, laneId: lane.id }
  const isParked = await services.db.transaction(async (sql) => {
    const isParked = await markFailed(sql, failed, messageOf(error), now)
    if (isParked) await apologise(services, sql, lane, now)
    return isParked
  })
  if (!isParked) return 1
  services.log.error(about, 'a message was parked for staff')
  services.bells.outbox.ring()
  return 1
}

/** Who wrote it hears once that this message has to wait for a person; what of the lane may be broken is not looked at. */
async function apologise(services: Services, sql: Sql, lane: WaitingLane, now: number): Promise<void> {
  const message = lane.messages[0]!
  const turn = new LaneTurn(services, sql, { ...lane, pending: null, session: undefined }, now)
  await queueMessages(
    sql,
    services.db,
    [
      {
        key: `parked:${message.id}`,
        priority: priorities.reply,
        addressId: message.addressId,
        laneId: lane.id,
        body: parked(await turn.audience()),
        dueAt: now,
      },
    ],
    now,
  )
}
