import { complaintReferral } from '../../wording/system/complaint.ts'
import { beginComplaint, safeOf } from '../complaint.ts'
import type { LaneTurn } from '../turn.ts'

/**
 * The confidential route, for everyone and from any step. Without a key or an officer nothing is taken in: the person
 * hears where help is, and that nobody reads it here.
 */
export async function pengaduan(turn: LaneTurn): Promise<void> {
  turn.confide()
  const safe = await safeOf(turn)
  if (safe && (await beginComplaint(turn, safe))) return
  turn.reply(complaintReferral(await turn.audience()))
}
