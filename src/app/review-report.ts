import { nextAllowedAt } from '../domain/calendar.ts'
import { localDate, MINUTE } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { findObligation, type ObligationRow } from '../store/obligations.ts'
import { priorities, queueMessages } from '../store/outbox.ts'
import { listSeatHolders } from '../store/people.ts'
import { findReport, type ReportRow, returnAnswer, setReportState } from '../store/reports.ts'
import { endActive, listReturned, rewriteWaiting } from '../store/returned-answers.ts'
import { audit } from '../store/settings.ts'
import { reminder } from '../wording/system/reminders.ts'
import { audienceOf } from './audience.ts'
import { placeName } from './places.ts'
import { reachOf, writerPositions } from './reach.ts'
import { placeOf } from './round-view.ts'
import type { Services } from './services.ts'

/** What staff and camat do with a report that is in: send one answer back, or say that it was looked through. */

interface By {
  readonly now: number
  readonly actor: string
  readonly personId: number | null
  readonly as: 'camat' | 'team'
}

/** Several answers sent back one after the other become one message. */
const gatherMs = 10 * MINUTE

/**
 * Sends one answer back with a comment. The writer is told once, at the next hour that the place allows, and is then
 * asked just that again. Returns false when nobody can be told. Throws `Problem('wrong_state')` for a report that is not
 * in, or is verified already.
 */
export async function sendBack(
  services: Services,
  answer: { readonly reportId: number; readonly path: string; readonly comment: string },
  by: By,
): Promise<boolean> {
  return services.db.transaction(async (sql) => {
    const report = await requireReport(sql, answer.reportId, ['submitted', 'returned'])
    await returnAnswer(sql, { ...answer, byPersonId: by.personId, at: by.now })
    // what is typed next must not go on with the report as it was
    await endActive(sql, report.id)
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'return_answer',
      object: `report:${report.id}`,
      details: { path: answer.path },
    })
    const told = await tellWriter(services, sql, report, by)
    services.bells.outbox.ring()
    return told
  })
}

/** The report was looked through and stays as it is. */
export async function verifyReport(services: Services, reportId: number, by: By): Promise<void> {
  await services.db.transaction(async (sql) => {
    const report = await requireReport(sql, reportId, ['submitted'])
    await setReportState(sql, report.id, 'verified', by.now)
    await audit(sql, { at: by.now, actor: by.actor, action: 'verify_report', object: `report:${report.id}` })
  })
}

async function requireReport(sql: Sql, id: number, states: readonly ReportRow['state'][]): Promise<ReportRow> {
  const report = await findReport(sql, id)
  if (!report || !states.includes(report.state))
    throw new Problem('wrong_state', `report ${id} is ${report?.state ?? 'not there'}`)
  return report
}

async function tellWriter(services: Services, sql: Sql, report: ReportRow, by: By): Promise<boolean> {
  const obligation = report.obligationId === null ? undefined : await findObligation(sql, report.obligationId)
  if (!obligation) return false
  const holders = await listSeatHolders(sql, services.db, {
    positions: writerPositions,
    regionCodes: [obligation.regionCode],
    now: by.now,
  })
  const holder = holders.filter((h) => h.seatId === report.seatId).find((h) => reachOf(h).because === undefined)
  if (!holder) return false
  const calendar = await services.programme.calendar(sql)
  const at = nextAllowedAt(by.now + gatherMs, placeOf(obligation), calendar)
  const to = audienceOf(services, holder, obligation.zone, at)
  const body = reminder([await debtOf(sql, obligation, report, by, to)], to)
  const key = `remind:${obligation.id}:${holder.seatId}:kembali-${localDate(at, obligation.zone)}`
  const queued = await queueMessages(
    sql,
    services.db,
    [
      {
        key,
        priority: priorities.reminder,
        addressId: holder.addressId!,
        laneId: holder.laneId!,
        body,
        dueAt: at,
        obligationId: obligation.id,
        personId: holder.personId,
      },
    ],
    by.now,
  )
  // it waits already: only the number of answers grew
  if (queued === 0) await rewriteWaiting(sql, key, body)
  return true
}

async function debtOf(
  sql: Sql,
  obligation: ObligationRow,
  report: ReportRow,
  by: By,
  to: Parameters<typeof placeName>[1],
): Promise<Parameters<typeof reminder>[0][number]> {
  return {
    obligationId: obligation.id,
    title: obligation.title,
    place: placeName(obligation, to),
    dueOn: localDate(obligation.dueAt, obligation.zone),
    state: { kind: 'returned', count: (await listReturned(sql, report.id)).length, by: by.as },
  }
}
