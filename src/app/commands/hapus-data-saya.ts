import { DAY } from '../../lib/local-time.ts'
import { addStaffItem } from '../../store/staff-items.ts'
import { askDeletion, deletionCancelled, deletionNoted } from '../../wording/system/own-data.ts'
import type { LaneTurn } from '../turn.ts'
import { stopStarting } from './berhenti.ts'

/** UU 27/2022: erasure within 3×24 hours of the request. */
const ERASE_WITHIN_MS = 3 * DAY

/** "hapus data saya": asked once more, since it ends the conversation. */
export async function hapus_data_saya(turn: LaneTurn): Promise<void> {
  turn.ask({ ask: 'delete_my_data' })
  turn.reply(askDeletion(await turn.audience()))
}

/** The answer to that: `ya` stops everything the bot starts at once and puts the erasure on the staff's list. */
export async function hapus_data(turn: LaneTurn, argument: string): Promise<void> {
  const to = await turn.audience()
  if (argument !== 'ya') return turn.reply(deletionCancelled(to))
  await addStaffItem(turn.sql, {
    kind: 'erase',
    key: `erase:${turn.message.id}`,
    laneId: turn.laneId,
    personId: turn.personId,
    details: { byAt: turn.now + ERASE_WITHIN_MS },
    at: turn.now,
  })
  await stopStarting(turn)
  turn.reply(deletionNoted(turn.now + ERASE_WITHIN_MS, to))
}
