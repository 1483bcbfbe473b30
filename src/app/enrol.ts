import { attemptLimits, invitationState, isLinkPayload, normaliseCode, tryCode } from '../domain/invitations.ts'
import { MINUTE } from '../lib/local-time.ts'
import { hashOfInvitation } from '../lib/seal.ts'
import { findInvitationByHash, type InvitationRow, listAttempts, recordAttempt } from '../store/invitations.ts'
import { findPerson, findSeat, type HeldSeat } from '../store/people.ts'
import type { Snapshot } from '../store/reports.ts'
import { type CodeOutcome, codeReply } from '../wording/system/strangers.ts'
import { converse } from './converse.ts'
import { invitationField } from './finish-enrolment.ts'
import { speakingTo } from './speaking.ts'
import { sessionForDialogue } from './start-report.ts'
import type { LaneTurn } from './turn.ts'

/** A code was typed, or a link opened: the consent dialogue begins, or one sentence says why not. */
export async function tryInvitation(turn: LaneTurn, typed: string): Promise<void> {
  const { sql, services, now, laneId } = turn
  await turn.flush()
  const attempts = await listAttempts(sql, now - attemptLimits.overAllWithin)
  const attempt = tryCode({ byChat: attempts }, String(laneId), now)
  if (!attempt.allowed) return sayCode(turn, { kind: 'too_many', minutes: Math.ceil((attempt.retryAt - now) / MINUTE) })

  const code = isLinkPayload(typed) ? typed : normaliseCode(typed)
  const invitation =
    code === undefined ? undefined : await findInvitationByHash(sql, hashOfInvitation(services.hashKey, code))
  if (!invitation) {
    await recordAttempt(sql, laneId, now)
    return sayCode(turn, { kind: 'unknown' })
  }
  const state = invitationState(invitation, now)
  if (state !== 'valid') return sayCode(turn, { kind: state })

  await beginEnrolment(turn, invitation)
}

/** The consent dialogue for the seat and person of an invitation that is open. */
export async function beginEnrolment(turn: LaneTurn, invitation: InvitationRow): Promise<void> {
  const seat = (await findSeat(turn.sql, invitation.seatId))!
  const session = await sessionForDialogue(turn, 'pendaftaran', await enrolmentSnapshot(turn, invitation, seat))
  turn.activate(session)
  await converse(turn, session, { kind: 'start' })
}

/** Whether a text is the code of an open invitation; a wrong one counts as a guess all the same. */
export async function isOpenCode(turn: LaneTurn, typed: string): Promise<boolean> {
  const { sql, services, now, laneId } = turn
  const code = normaliseCode(typed)
  const attempts = await listAttempts(sql, now - attemptLimits.overAllWithin)
  if (code === undefined || !tryCode({ byChat: attempts }, String(laneId), now).allowed) return false
  if (await findInvitationByHash(sql, hashOfInvitation(services.hashKey, code))) return true
  await recordAttempt(sql, laneId, now)
  return false
}

async function sayCode(turn: LaneTurn, outcome: CodeOutcome): Promise<void> {
  turn.reply(codeReply(outcome, await turn.audience()))
}

async function enrolmentSnapshot(turn: LaneTurn, invitation: InvitationRow, seat: HeldSeat): Promise<Snapshot> {
  const person = (await findPerson(turn.sql, invitation.personId))!
  const speaking = await speakingTo(turn, person, seat)
  return { ...speaking, fields: { ...speaking.fields, [invitationField]: String(invitation.id) }, instances: {} }
}
