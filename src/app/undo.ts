import { type Undoable, undoable } from '../domain/staff-deeds.ts'
import { DAY } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { findObligation, setDue, setExcused } from '../store/obligations.ts'
import { listRounds } from '../store/rounds.ts'
import { audit, findLastDeed, isUndone } from '../store/settings.ts'
import { mayOpenRound } from './commands/putaran.ts'
import { cancelOpening, closeRound, pauseSending, reopenRound, resumeSending } from './manage-round.ts'
import type { LaneTurn } from './turn.ts'

/**
 * Takes back the last thing of these that the writer did within a day, from what the audit kept of how it was before.
 * Throws `Problem` `nothing_to_undo`, and what the opposite itself refuses (a round that people have heard of).
 */
export async function undoLast(turn: LaneTurn): Promise<Undoable> {
  const { sql, services, now } = turn
  const actor = `person:${turn.personId}`
  const deed = await findLastDeed(sql, { actor, actions: undoable, since: now - DAY })
  if (!deed || (await isUndone(sql, deed.id)))
    throw new Problem('nothing_to_undo', 'nothing of the last day can be taken back')
  // under a name of its own: taking back is no deed that could be taken back in turn
  const by = { now, actor: `undo:${actor}`, sql }
  const action = deed.action as Undoable
  const code = deed.object.split(':')[1] ?? ''
  const before = (deed.details['before'] ?? []) as readonly (readonly [number, number | string | null])[]
  await mustStillHave(turn, action, code)
  switch (action) {
    case 'extend_due':
      for (const [id, dueAt] of before) await setDue(sql, await allowed(turn, id), Number(dueAt))
      break
    case 'excuse':
    case 'include_again':
      for (const [id, because] of before)
        await setExcused(sql, await allowed(turn, id), because === null ? null : String(because))
      break
    case 'pause_sending':
      await resumeSending(services, by)
      break
    case 'resume_sending':
      await pauseSending(services, by)
      break
    case 'open_round':
      await cancelOpening(services, code, by)
      break
    case 'close_round':
      await reopenRound(services, code, by)
      break
    case 'reopen_round':
      await closeRound(services, code, by)
      break
  }
  await audit(sql, { at: now, actor, action: 'undo', object: `audit:${deed.id}`, details: { action } })
  return action
}

/** Rights may have ended since: what touches more than one place asks for them here, a place by itself in `allowed`. */
async function mustStillHave(turn: LaneTurn, action: Undoable, code: string): Promise<void> {
  const may =
    action === 'pause_sending' || action === 'resume_sending'
      ? await turn.mayEverywhere('pause_sending')
      : action === 'open_round' || action === 'close_round' || action === 'reopen_round'
        ? await mayOpenRound(
            turn,
            (await listRounds(turn.sql)).find((r) => r.code === code),
          )
        : true
  if (!may) throw new Problem('nothing_to_undo', 'the seat that gave the right has ended')
}

async function allowed(turn: LaneTurn, obligationId: number): Promise<number> {
  const obligation = await findObligation(turn.sql, obligationId)
  if (!obligation || !(await turn.may('extend_or_excuse', obligation.regionCode)))
    throw new Problem('nothing_to_undo', 'the place is no longer in this seat’s area')
  return obligationId
}
