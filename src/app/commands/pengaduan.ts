import { complaintReferral } from '../../wording/system/menu.ts'
import type { LaneTurn } from '../turn.ts'

/** Help numbers, for everyone and from any step. Nothing about who asked is kept beyond the message itself. */
export async function pengaduan(turn: LaneTurn): Promise<void> {
  turn.reply(complaintReferral(await turn.audience()))
}
