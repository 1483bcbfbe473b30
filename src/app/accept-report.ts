import { roundShort, writeReceipt } from '../domain/receipts.ts'
import { followUpForm } from '../domain/recommendations.ts'
import { kecamatanOf } from '../domain/regions.ts'
import { coordinationForm, matrixForm } from '../domain/rounds.ts'
import type { EngineEvent } from '../engine/events/index.ts'
import type { Form } from '../flows/form.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { changeEntity, namedItemId } from '../store/entities.ts'
import { findObligation } from '../store/obligations.ts'
import { cancelReminders } from '../store/outbox.ts'
import {
  freezeTotals,
  markKecamatanChanged,
  markSubmitted,
  resolveReturned,
  type Snapshot,
  setReportState,
} from '../store/reports.ts'
import { audit } from '../store/settings.ts'
import { addStaffItem } from '../store/staff-items.ts'
import type { RunningSession } from '../store/turns.ts'
import { acceptCoordination } from './accept-coordination.ts'
import { acceptFollowUp } from './accept-follow-up.ts'
import { acceptMatrix } from './accept-matrix.ts'
import { acceptPlanUpdate, planUpdateForm } from './accept-plan-update.ts'
import { acceptStory, storyForm } from './accept-story.ts'
import { tellPrincipal } from './delegations.ts'
import { finishEnrolment } from './finish-enrolment.ts'
import { kecamatanTotals } from './kecamatan-instances.ts'
import { oweLater } from './owe-later.ts'
import { kabupatenShort } from './programme.ts'
import type { LaneTurn } from './turn.ts'

export interface Accepted {
  readonly receipt?: string
  readonly session: Partial<RunningSession>
  /** What is said after the thanks: what the report makes possible next. */
  readonly next?: { readonly offer: OutboundMessage; readonly obligationId?: number }
}

/**
 * The person said "ya" to the recap, or corrected what was sent: the report counts, its reminders stop at once, the
 * plan learns what changed, and what later forms take up is noted for staff.
 */
export async function acceptReport(
  turn: LaneTurn,
  session: RunningSession,
  form: Form,
  snapshot: Snapshot,
  events: readonly EngineEvent[],
): Promise<Accepted> {
  const { sql, now, services } = turn
  const { reportId, obligationId } = session
  if (obligationId === null) {
    await markSubmitted(sql, { id: reportId, at: now, late: false, receipt: null })
    if (form.id === 'pendaftaran') await finishEnrolment(turn, session)
    const lastWord = form.id === followUpForm ? await acceptFollowUp(turn, reportId, snapshot) : undefined
    if (lastWord) return { session: { reportState: 'submitted' }, next: { offer: lastWord } }
    return { session: { reportState: 'submitted' } }
  }
  const obligation = (await findObligation(sql, obligationId))!
  const programme = await services.programme.get(sql)
  const receipt = writeReceipt({
    kabupaten: kabupatenShort(programme, obligation.regionCode),
    round: roundShort(obligation.roundCode),
    number: reportId,
  })

  if (events.some((e) => e.kind === 'report-submitted')) {
    await markSubmitted(sql, { id: reportId, at: now, late: now > obligation.dueAt, receipt })
    await cancelReminders(sql, obligationId, obligation.reporting === 'each' ? turn.personId : null)
    if (session.seatId !== null) await tellPrincipal(turn, session.seatId, reportId, obligation)
    if (obligation.formName === coordinationForm)
      await freezeTotals(sql, reportId, JSON.stringify(await kecamatanTotals(services, sql, obligation, now)))
  }
  const left = await resolveReturned(
    sql,
    reportId,
    events.flatMap((e) => (e.kind === 'answer-recorded' ? [e.path] : [])),
    now,
  )
  if (session.reportState === 'returned' && left === 0) await setReportState(sql, reportId, 'submitted', now)
  if (obligation.level === 'desa')
    await markKecamatanChanged(sql, obligation.roundId, kecamatanOf(obligation.regionCode), now)

  for (const event of events) {
    if (event.kind === 'entity-changed')
      await changeEntity(sql, {
        list: event.list,
        entityId: event.create ? namedItemId(reportId, event.entityId) : event.entityId,
        regionCode: obligation.regionCode,
        label: event.label ?? event.entityId,
        properties: event.values,
        source: event.create && obligation.formName !== planUpdateForm ? 'bukan_vlp' : 'vlp',
        reportId,
        personId: turn.personId,
        at: now,
        ...(!event.create && obligation.formName === planUpdateForm && { isRenamed: true }),
      })
    // the matrix is offered to the person at once; staff need not see to it
    if (event.kind === 'follow-on-noted' && event.what !== 'susun_matriks')
      await addStaffItem(sql, {
        kind: 'follow_on',
        key: `follow_on:${reportId}:${event.path}`,
        laneId: turn.laneId,
        personId: turn.personId,
        reportId,
        regionCode: snapshot.regionCode ?? null,
        details: { what: event.what, path: event.path },
        at: now,
      })
  }
  await audit(sql, {
    at: now,
    actor: `person:${turn.personId}`,
    action: events.some((e) => e.kind === 'report-submitted') ? 'submit_report' : 'correct_report',
    object: `report:${reportId}`,
  })
  // what follows from the answers is read from their rows, and those of this turn are not written yet
  if (obligation.level === 'kecamatan') await turn.flush()
  if (obligation.formName === matrixForm) await acceptMatrix(services, sql, { reportId, obligation, snapshot }, now)
  const planNews =
    obligation.formName === planUpdateForm
      ? await acceptPlanUpdate(
          turn,
          {
            reportId,
            regionCode: obligation.regionCode,
            startedAt: session.state.startedAt,
            form,
            snapshot,
          },
          events,
        )
      : undefined
  if (obligation.formName === storyForm) await acceptStory(turn, session, form, obligation.regionCode)
  const { formName, regionCode } = obligation
  await oweLater(turn, { id: reportId, formName, regionCode, zone: snapshot.zone })
  const next =
    obligation.formName === coordinationForm
      ? await acceptCoordination(turn, { reportId, obligation, wantsMatrix: wantsMatrix(events) })
      : planNews && { offer: planNews }
  return { receipt, session: { reportState: 'submitted' }, ...(next && { next }) }
}

function wantsMatrix(events: readonly EngineEvent[]): boolean {
  return events.some((e) => e.kind === 'follow-on-noted' && e.what === 'susun_matriks')
}
