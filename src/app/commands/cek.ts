import { attemptLimits, tryCode } from '../../domain/invitations.ts'
import { MINUTE } from '../../lib/local-time.ts'
import { listAttempts, recordAttempt } from '../../store/invitations.ts'
import { findCaseState } from '../../store/sealed.ts'
import { complaintState } from '../../wording/system/complaint.ts'
import { codeReply } from '../../wording/system/strangers.ts'
import type { LaneTurn } from '../turn.ts'

/** "cek KODE": how far a complaint is, and nothing else, to whoever has its code. Guesses count as those of invitations do. */
export async function cek(turn: LaneTurn, code: string): Promise<void> {
  const { sql, services, now, laneId } = turn
  turn.confide()
  const to = await turn.audience()
  const attempts = await listAttempts(sql, now - attemptLimits.overAllWithin)
  const attempt = tryCode({ byChat: attempts }, String(laneId), now)
  if (!attempt.allowed)
    return turn.reply(codeReply({ kind: 'too_many', minutes: Math.ceil((attempt.retryAt - now) / MINUTE) }, to))
  const state = services.safe && (await findCaseState(sql, services.safe.hashOf(code)))
  if (state === undefined) await recordAttempt(sql, laneId, now)
  turn.reply(complaintState(state, to))
}
