import { setStopped } from '../../store/people.ts'
import { listOpenSessions } from '../../store/reports.ts'
import { chooseReport } from '../../wording/system/menu.ts'
import { startedAgain } from '../../wording/system/permission.ts'
import { askConsentRefused } from '../consents.ts'
import { converse } from '../converse.ts'
import { menuFor, menuOrWelcome, owedReports } from '../menu.ts'
import { beginReport } from '../open-report.ts'
import { placeName } from '../places.ts'
import type { LaneTurn } from '../turn.ts'

/** "mulai", "lanjut": starts or resumes; undoes an earlier "berhenti"; several open reports are listed. */
export async function mulai(turn: LaneTurn): Promise<void> {
  const person = await turn.person()
  if (!person && !turn.session) return turn.reply(await menuOrWelcome(turn))
  if (person && (await askConsentRefused(turn))) return
  const to = await turn.audience()
  if (person?.stoppedAt != null) {
    await setStopped(turn.sql, person.id, null)
    turn.forgetPerson()
    turn.reply(startedAgain(to))
  }
  const owed = (await owedReports(turn)).filter((o) => o.state !== 'in')
  if (owed.length > 1) {
    turn.ask({ ask: 'choose_report', obligationIds: owed.map((o) => o.obligation.id) })
    const named = owed.map((o) => ({
      obligationId: o.obligation.id,
      title: o.obligation.title,
      place: placeName(o.obligation, to),
    }))
    return turn.reply(chooseReport(named, to))
  }
  const [only] = owed
  // what is handed in stays at hand for corrections, but "mulai" means what is still owed
  if (turn.session && !(only && turn.session.status === 'done'))
    return void (await converse(turn, turn.session, { kind: 'text', text: 'lanjut' }))
  if (only) return beginReport(turn, only)
  const [last] = await listOpenSessions(turn.sql, turn.laneId, turn.personId)
  if (last) {
    turn.activate(last)
    return void (await converse(turn, last, { kind: 'resume' }))
  }
  if (person?.stoppedAt == null) turn.reply(await menuFor(turn))
}
