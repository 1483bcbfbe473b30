import { cancelStarted } from '../../store/outbox.ts'
import { setStopped } from '../../store/people.ts'
import { addStaffItem } from '../../store/staff-items.ts'
import { stopped } from '../../wording/system/permission.ts'
import type { LaneTurn } from '../turn.ts'

/** "berhenti": the bot starts nothing more, at once. What was answered stays; "mulai" brings everything back. */
export async function berhenti(turn: LaneTurn): Promise<void> {
  const to = await turn.audience()
  await stopStarting(turn)
  turn.reply(stopped(to))
}

/** What is queued is cancelled, the open conversation rests, and staff learn of it. */
export async function stopStarting(turn: LaneTurn): Promise<void> {
  const person = await turn.person()
  await cancelStarted(turn.sql, turn.laneId)
  if (person) {
    await setStopped(turn.sql, person.id, turn.now)
    await addStaffItem(turn.sql, {
      kind: 'stopped',
      key: `stopped:${turn.message.id}`,
      laneId: turn.laneId,
      personId: person.id,
      at: turn.now,
    })
    turn.forgetPerson()
  }
  if (turn.session) {
    turn.changed({ ...turn.session, status: 'paused' })
    turn.activate(undefined)
  }
}
