import { cancelStarted } from '../../store/outbox.ts'
import { setStopped } from '../../store/people.ts'
import { addStaffItem } from '../../store/staff-items.ts'
import { askStop, stopNotMeant, stopped } from '../../wording/system/permission.ts'
import type { LaneTurn } from '../turn.ts'
import { listWriters } from '../who-is-writing.ts'

/** "berhenti": the bot starts nothing more, at once. What was answered stays; "mulai" brings everything back. */
export async function berhenti(turn: LaneTurn): Promise<void> {
  const to = await turn.audience()
  await stopStarting(turn)
  turn.reply(stopped(to))
}

/** Asked for in a sentence: what was read into it is asked about first. */
export async function tanya_berhenti(turn: LaneTurn, argument: string): Promise<void> {
  const to = await turn.audience()
  if (argument === 'tidak') return turn.reply(stopNotMeant(to))
  turn.ask({ ask: 'stop_sending' })
  turn.reply(askStop(to))
}

/** What is queued is cancelled, the open conversation rests, and staff learn of it. */
export async function stopStarting(turn: LaneTurn): Promise<void> {
  // on a shared phone of which nobody knows who holds it: all of its users, since it is the phone that shall be silent
  const writers = await listWriters(turn)
  await cancelStarted(turn.sql, turn.laneId, turn.isShared ? writers : undefined)
  for (const personId of writers) {
    await setStopped(turn.sql, personId, turn.now)
    await addStaffItem(turn.sql, {
      kind: 'stopped',
      key: `stopped:${turn.message.id}:${personId}`,
      laneId: turn.laneId,
      personId,
      at: turn.now,
    })
  }
  turn.forgetPerson()
  if (turn.session) {
    turn.changed({ ...turn.session, status: 'paused' })
    turn.activate(undefined)
  }
}
