import { bundleByPerson, type Debt, defaultLadder, type LadderMessage } from '../domain/ladder.ts'
import { coordinationForm } from '../domain/rounds.ts'
import { localDate } from '../lib/local-time.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { isReturnedByCamat } from '../store/reports.ts'
import { listStartedMessages, type StartedMessage } from '../store/sent-messages.ts'
import { listSessions } from '../store/turns.ts'
import type { Audience } from '../wording/context.ts'
import { type DebtState, invitation, reminder } from '../wording/system/reminders.ts'
import { audienceOf } from './audience.ts'
import { villagesBehind } from './kecamatan-instances.ts'
import { placeName } from './places.ts'
import { type SessionProgress, sessionProgress } from './progress.ts'
import type { ObligationView } from './round-view.ts'
import type { Services } from './services.ts'
import { type Due, draftFor, forSharer, nothingSupposed, type StartedDraft, type Supposed } from './started-drafts.ts'
import { villageAnswers } from './village-answers.ts'

export interface Drafted {
  readonly drafts: readonly StartedDraft[]
  /** People who would have got one but for the limits. */
  readonly held: number
}

/** To those who owe something: one message a person, worded by the state of each report, within the limits. */
export async function remindDebtors(
  services: Services,
  sql: Sql,
  due: readonly Due[],
  now: number,
  supposed: Supposed = nothingSupposed,
): Promise<Drafted> {
  const laneIds = [...new Set(due.map(({ view }) => view.reach.holder!.laneId!))]
  const left = await listStartedMessages(sql, services.db, laneIds)
  const started = Map.groupBy([...left, ...supposed.started], (m) => m.personId)
  const people = Map.groupBy(due, ({ view }) => view.reach.holder!.personId)
  const drafts: StartedDraft[] = []
  let held = 0
  for (const [personId, own] of people) {
    const sent = own.some(({ step }) => step.rung === 'nanti') ? [] : countedFor(own, started.get(personId) ?? [], now)
    const bundled = bundleByPerson(own.map(debtOf), () => sent, defaultLadder, now)
    held += bundled.held.length
    for (const message of bundled.messages) drafts.push(await draft(services, sql, message, own, now))
  }
  return { drafts, held }
}

/**
 * What counts against the limits: everything of today, and what was sent for the newest round that is owed. An older
 * round that was never finished must not silence the next.
 */
function countedFor(due: readonly Due[], started: readonly StartedMessage[], now: number): readonly number[] {
  const newest = Math.max(...due.map(({ view }) => view.obligation.roundId))
  const { zone } = due[0]!.view.obligation
  const today = localDate(now, zone)
  return started.filter((m) => m.roundId === newest || localDate(m.at, zone) === today).map((m) => m.at)
}

function debtOf({ view, step }: Due): Debt {
  const { obligation, reach } = view
  return {
    personId: reach.holder!.personId,
    seatId: reach.holder!.seatId,
    obligationId: obligation.id,
    zone: obligation.zone,
    due: step,
  }
}

async function draft(
  services: Services,
  sql: Sql,
  message: LadderMessage,
  due: readonly Due[],
  now: number,
): Promise<StartedDraft> {
  const about = message.debts.map((debt, i) => ({
    key: message.keys[i]!,
    step: debt.due,
    view: due.find(({ view }) => view.obligation.id === debt.obligationId && view.reach.holder!.seatId === debt.seatId)!
      .view,
  }))
  const first = about[0]!
  const holder = first.view.reach.holder!
  const to = audienceOf(services, holder, first.view.obligation.zone, now)
  const body =
    about.length === 1 && first.step.kind === 'invitation'
      ? await wordInvitation(services, sql, first.view, to)
      : await wordReminder(
          services,
          sql,
          about.map((a) => a.view),
          to,
        )
  return draftFor(holder, about, first.step, forSharer(body, holder, to), now)
}

async function wordInvitation(
  services: Services,
  sql: Sql,
  { obligation, reach }: ObligationView,
  to: Audience,
): Promise<OutboundMessage> {
  const villages = obligation.formName === coordinationForm ? await villagesBehind(sql, obligation) : undefined
  const answered = villages && (await villageAnswers(sql, services.db, villages))
  return invitation(
    {
      obligationId: obligation.id,
      name: reach.holder!.name,
      title: obligation.title,
      place: placeName(obligation, to),
      roundNumber: obligation.roundNumber,
      dueOn: localDate(obligation.dueAt, obligation.zone),
      ...(villages && { villages: { in: answered!.length, of: villages.length } }),
    },
    to,
  )
}

async function wordReminder(
  services: Services,
  sql: Sql,
  views: readonly ObligationView[],
  to: Audience,
): Promise<OutboundMessage> {
  const debts = []
  for (const view of views) {
    const { obligation } = view
    debts.push({
      obligationId: obligation.id,
      title: obligation.title,
      place: placeName(obligation, to),
      dueOn: localDate(obligation.dueAt, obligation.zone),
      state: await debtState(services, sql, view, to.now),
    })
  }
  return reminder(debts, to)
}

async function debtState(services: Services, sql: Sql, view: ObligationView, now: number): Promise<DebtState> {
  if (view.status.state === 'returned') {
    const report = view.facts.find((f) => f.returnedCount > 0)
    const byCamat = report !== undefined && (await isReturnedByCamat(sql, report.reportId))
    return { kind: 'returned', count: report?.returnedCount ?? 1, by: byCamat ? 'camat' : 'team' }
  }
  const progress = await progressOf(services, sql, view, now)
  if (!progress || progress.answered === 0) return { kind: 'not_started' }
  if (progress.waitsFor === 'recap') return { kind: 'waiting_recap' }
  if (progress.waitsFor === 'photo') return { kind: 'waiting_photo' }
  const { answered, of, item } = progress
  return { kind: 'half_done', answered, of, ...(item && { at: item }) }
}

/** How far the report of this view is; undefined where none is begun. */
export async function progressOf(
  services: Services,
  sql: Sql,
  { writing }: ObligationView,
  now: number,
): Promise<SessionProgress | undefined> {
  if (!writing) return undefined
  const [session] = await listSessions(sql, services.db, [writing.sessionId])
  return session && sessionProgress(services, sql, session, now)
}
