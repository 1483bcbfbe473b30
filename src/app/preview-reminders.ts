import { type Calendar, nextAllowedAt, startOfDay } from '../domain/calendar.ts'
import { defaultLadder, planLadder } from '../domain/ladder.ts'
import { kecamatanInvitedWhen, seatStatus } from '../domain/rounds.ts'
import { DAY } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { listObligations, type ObligationRow } from '../store/obligations.ts'
import type { StartedMessage } from '../store/sent-messages.ts'
import { remindDebtors } from './remind-debtors.ts'
import { type ObligationView, onePerPlace, viewRounds } from './round-view.ts'
import { ownStep, stepsForOthers } from './send-reminders.ts'
import type { Services } from './services.ts'
import type { PlannedReminder, StartedDraft } from './started-drafts.ts'
import { tellOthers } from './tell-others.ts'

export interface ComingReminder extends PlannedReminder {
  readonly at: number
  readonly zone: string
  readonly roundCode: string
}

/** More places than this are looked at a kabupaten at a time. */
const MANY = 3_000

/**
 * Who gets what in the days that come if nobody answers: the ladder itself, played ahead. At each instant at which it
 * may have something to say it is asked as it will be asked then, with what was supposed to leave before; nothing is
 * written. What "nanti" moves, pauses and new reports change it. Throws `Problem` where that is too much at once.
 */
export async function previewReminders(
  services: Services,
  options: { readonly from: number; readonly days: number; readonly kabupaten?: string },
): Promise<readonly ComingReminder[]> {
  const { db } = services
  const { from } = options
  const asked = await listObligations(db, {
    state: 'open',
    ...(options.kabupaten !== undefined && { kabupaten: options.kabupaten }),
  })
  const obligations = asked.map(asIfNoneReported)
  if (obligations.length > MANY)
    throw new Problem('too_many', `${obligations.length} reports are asked for: look at one kabupaten at a time`)
  const { views, calendar } = await viewRounds(services, db, { now: from, obligations })
  const moments = momentsOf(views, calendar, from, from + options.days * DAY)
  const ofPerson = Map.groupBy(views, (view) => view.reach.holder?.personId)

  const coming: ComingReminder[] = []
  const supposed = { keys: new Set<string>(), started: [] as StartedMessage[] }
  const histories = new Map(views.map((view) => [view, [...view.history]]))
  const seenAt = (view: ObligationView, at: number): ObligationView => ({
    ...view,
    status: seatStatus(view.obligation, view.obligation.reporting, view.reach.holder?.seatId ?? -1, view.facts, at),
    history: histories.get(view)!,
  })

  for (const [at, about] of moments) {
    // what a person owes goes into one message, so all of it is asked about
    const persons = new Set(about.map((view) => view.reach.holder?.personId).filter((id) => id !== undefined))
    const own = [...persons]
      .flatMap((personId) => ofPerson.get(personId) ?? [])
      .flatMap((view) => ownStep(seenAt(view, at), calendar, at))
    const others = onePerPlace(about, at).flatMap((view) => stepsForOthers(view, calendar, at))
    if (own.length + others.length === 0) continue
    const debtors = await remindDebtors(services, db, own, at, supposed)
    const told = await tellOthers(services, db, others, views, debtors.drafts, at, supposed)
    for (const draft of [...debtors.drafts, ...told.drafts]) {
      const { obligation } = views.find((v) => v.obligation.id === draft.outbox.obligationId)!
      suppose(draft, obligation.roundId)
      coming.push({ ...draft.planned, at, zone: obligation.zone, roundCode: obligation.roundCode })
    }
  }
  return coming

  function suppose({ outbox, merged, planned }: StartedDraft, roundId: number): void {
    const { key, personId, dueAt, obligationId } = outbox
    supposed.started.push({ personId, at: dueAt, roundId })
    for (const part of [{ key, obligationId: obligationId! }, ...merged]) {
      supposed.keys.add(part.key)
      if (planned.to !== 'seat') continue
      const [, , seat, ...step] = part.key.split(':')
      const view = views.find((v) => v.obligation.id === part.obligationId && v.reach.holder?.seatId === Number(seat))
      if (view) histories.get(view)!.push({ step: step.join(':'), to: 'seat', at: dueAt })
    }
  }
}

/** A kecamatan that waits for its villages is invited on its day. */
function asIfNoneReported(obligation: ObligationRow): ObligationRow {
  if (obligation.opensAt !== null) return obligation
  const { invitedAt, dueAt } = kecamatanInvitedWhen([], obligation.opensOn, obligation.zone)
  return { ...obligation, opensAt: invitedAt, dueAt }
}

/**
 * When the ladder may have something to say, and about what: its own instants, an hour that somebody named, and each
 * morning, on which what a limit held back comes again.
 */
function momentsOf(
  views: readonly ObligationView[],
  calendar: Calendar,
  from: number,
  until: number,
): readonly (readonly [at: number, views: readonly ObligationView[]])[] {
  const found = views.flatMap((view) => {
    const { place } = view.ladder
    const mornings: number[] = []
    for (let dayAt = startOfDay(from, place.zone); dayAt < until; dayAt += DAY)
      mornings.push(nextAllowedAt(Math.max(dayAt, from), place, calendar))
    const steps = planLadder(view.ladder, defaultLadder, calendar, view.status).map((step) => step.idealAt)
    return [...new Set([...mornings, ...steps, view.writing?.remindAt ?? from])]
      .filter((at) => at >= from && at < until)
      .map((at) => ({ at, view }))
  })
  return [...Map.groupBy(found, ({ at }) => at)]
    .sort(([a], [b]) => a - b)
    .map(([at, pairs]) => [at, pairs.map(({ view }) => view)] as const)
}
