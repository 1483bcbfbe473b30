import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises'
import { type Calendar, mayStart } from '../domain/calendar.ts'
import { defaultLadder, type PlannedStep, stepsDue } from '../domain/ladder.ts'
import { isOwed } from '../domain/rounds.ts'
import { HOUR, MINUTE } from '../lib/local-time.ts'
import type { Sql } from '../store/database.ts'
import { listObligations, type ObligationRow } from '../store/obligations.ts'
import { markMerged, queueMessages } from '../store/outbox.ts'
import { findSetting } from '../store/settings.ts'
import { remindDebtors } from './remind-debtors.ts'
import { partsOf, shareOfThisMinute } from './reminder-share.ts'
import { type ObligationView, onePerPlace, viewRounds } from './round-view.ts'
import type { Services } from './services.ts'
import type { Due, PlannedReminder, StartedDraft } from './started-drafts.ts'
import { tellOthers } from './tell-others.ts'

export interface ReminderPlan {
  /** New rows in the outbox; 0 in a dry run. */
  readonly queued: number
  /** People held back by the limits of a message a day and six a round. */
  readonly held: number
  readonly messages: readonly PlannedReminder[]
}

const nothing: ReminderPlan = { queued: 0, held: 0, messages: [] }

/** Somebody who named an hour is heard at it, also in quiet times; later than this, only when it is polite again. */
const PUNCTUAL_MS = 30 * MINUTE

/**
 * Everything the ladder wants sent at this instant: to those who owe something, worded by state, and to those who are
 * told about others. Each exists once by its key, so any worker may run this any number of times. By the schedule
 * (`share`), the kabupaten of a large programme take turns; else all are looked through.
 */
export async function sendReminders(
  services: Services,
  now: number,
  options: { readonly dryRun?: boolean; readonly share?: boolean } = {},
): Promise<ReminderPlan> {
  const { db } = services
  if (!options.share) return remindAbout(services, await listObligations(db, { state: 'open' }), now, options)
  const total = { queued: 0, held: 0, messages: [] as PlannedReminder[] }
  const parts = partsOf(await shareOfThisMinute(services, db, now))
  for (const [i, part] of parts.entries()) {
    if (i > 0) await nextTurnOfTheLoop()
    const plan = await remindAbout(services, part, now, options)
    total.queued += plan.queued
    total.held += plan.held
    total.messages.push(...plan.messages)
  }
  return total
}

/** In one commit, before which whoever writes just then waits. */
async function remindAbout(
  services: Services,
  obligations: readonly ObligationRow[],
  now: number,
  options: { readonly dryRun?: boolean },
): Promise<ReminderPlan> {
  const { db } = services
  if (obligations.length === 0) return nothing
  return db.transaction(async (sql) => {
    if (await findSetting(sql, 'sending_paused')) return nothing
    const { views, calendar } = await viewRounds(services, sql, { now, obligations })
    const own = views.flatMap((view) => ownStep(view, calendar, now))
    const others = onePerPlace(views, now).flatMap((view) => stepsForOthers(view, calendar, now))
    if (own.length + others.length === 0) return nothing

    const debtors = await remindDebtors(services, sql, own, now)
    const told = await tellOthers(services, sql, others, views, debtors.drafts, now)
    const drafts = [...debtors.drafts, ...told.drafts]
    const messages = drafts.map((d) => d.planned)
    const held = debtors.held + told.held
    if (options.dryRun) return { queued: 0, held, messages }
    return { queued: await queue(services, sql, drafts, calendar, now), held, messages }
  })
}

/** The step that a person who owes this is due now: what they asked for themselves goes before the ladder. */
export function ownStep(view: ObligationView, calendar: Calendar, now: number): Due[] {
  const { ladder, status, history, writing, reach } = view
  if (reach.because !== undefined) return []
  const askedFor = writing?.personId === reach.holder.personId ? writing.remindAt : null
  if (askedFor !== null) {
    if (now < askedFor) return []
    const step = `nanti-${askedFor}`
    if (!history.some((sent) => sent.step === step)) {
      const mayLeave = now < askedFor + PUNCTUAL_MS || mayStart(now, ladder.place, calendar).allowed
      return isOwed(status) && mayLeave ? [{ view, step: asAsked(step, askedFor, now) }] : []
    }
  }
  return stepsDue(ladder, status, history, defaultLadder, now, calendar)
    .filter((step) => step.to === 'seat')
    .map((step) => ({ view, step }))
}

function asAsked(step: string, askedFor: number, now: number): PlannedStep {
  return { rung: 'nanti', step, kind: 'half_done', to: 'seat', idealAt: askedFor, windowEndsAt: now + HOUR }
}

/** Whom else a late place concerns. */
export function stepsForOthers(view: ObligationView, calendar: Calendar, now: number): Due[] {
  if (view.status.state !== 'late') return []
  return stepsDue(view.ladder, view.status, [], defaultLadder, now, calendar)
    .filter((step) => step.to !== 'seat')
    .map((step) => ({ view, step }))
}

async function queue(
  services: Services,
  sql: Sql,
  drafts: readonly StartedDraft[],
  calendar: Calendar,
  now: number,
): Promise<number> {
  const { db, bells } = services
  const queued = await queueMessages(
    sql,
    db,
    drafts.map(({ outbox, place }) => ({ ...outbox, expiresAt: usefulUntil(place, calendar, now) })),
    now,
  )
  await markMerged(
    sql,
    db,
    drafts.flatMap(({ outbox: { key, addressId, laneId, personId }, merged }) =>
      merged.map((m) => ({ ...m, leadKey: key, addressId, laneId, personId })),
    ),
    now,
  )
  if (queued > 0) bells.outbox.ring()
  return queued
}

/** What cannot leave within the hour, or before the place's next quiet time, is queued anew when it may. */
function usefulUntil(place: Parameters<typeof mayStart>[1], calendar: Calendar, now: number): number {
  const until = now + HOUR
  if (!mayStart(now, place, calendar).allowed) return until
  for (let at = now + 5 * MINUTE; at < until; at += 5 * MINUTE) if (!mayStart(at, place, calendar).allowed) return at
  return until
}
