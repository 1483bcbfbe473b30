import { reportOrComplaint } from '../../wording/system/menu.ts'
import { owedReports } from '../menu.ts'
import type { LaneTurn } from '../turn.ts'
import { pengaduan } from './pengaduan.ts'

/** "lapor" is also the natural word for sending one's report: with an open report both are offered. */
export async function lapor(turn: LaneTurn): Promise<void> {
  const open = turn.session !== undefined || (await owedReports(turn)).some((o) => o.state !== 'in')
  if (!open) return pengaduan(turn)
  turn.ask({ ask: 'report_or_complaint' })
  turn.reply(reportOrComplaint(await turn.audience()))
}
