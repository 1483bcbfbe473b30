import { type Calendar, mayStart } from '../domain/calendar.ts'
import { bundleByPerson, type Debt, defaultLadder, type PlannedStep, remindKey, stepsDue } from '../domain/ladder.ts'
import type { Position } from '../domain/positions.ts'
import { kabupatenOf, kecamatanOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { isIn, isOwed } from '../domain/rounds.ts'
import { HOUR, localDate, MINUTE } from '../lib/local-time.ts'
import { capabilities } from '../messages/capabilities.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { markMerged, type OutboxMessage, priorities, queueMessages } from '../store/outbox.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { type LatestSession, listLatestSessions } from '../store/reports.ts'
import { findSetting } from '../store/settings.ts'
import type { Audience } from '../wording/context.ts'
import { sapaan } from '../wording/forms-of-address.ts'
import { type DebtState, escalation, invitation, type LatePlace, reminder } from '../wording/system/reminders.ts'
import { villagesBehind } from './kecamatan-instances.ts'
import { placeName } from './places.ts'
import { type SessionProgress, sessionProgress } from './progress.ts'
import { reachOf } from './reach.ts'
import { type ObligationView, viewRounds } from './round-view.ts'
import type { Services } from './services.ts'
import { addressee } from './turn.ts'
import { villageAnswers } from './village-answers.ts'

export interface ReminderPlan {
  /** New rows in the outbox; 0 in a dry run. */
  readonly queued: number
  /** Held back by the limits of a message a day and six a round. */
  readonly held: number
  readonly messages: readonly PlannedReminder[]
}

export interface PlannedReminder {
  readonly key: string
  readonly to: PlannedStep['to']
  readonly kind: PlannedStep['kind']
  readonly name: string
  readonly channel: string
  readonly places: readonly string[]
}

interface Draft {
  readonly outbox: OutboxMessage
  /** Keys of the other debts in the same message. */
  readonly merged: readonly { readonly key: string; readonly obligationId: number }[]
  readonly planned: PlannedReminder
}

interface Due {
  readonly view: ObligationView
  readonly step: PlannedStep
}

const nothing: ReminderPlan = { queued: 0, held: 0, messages: [] }

/**
 * Everything the ladder wants sent at this instant: to those who owe something, worded by state, and to those who are
 * told about others. Each exists once by its key, so any worker may run this any number of times.
 */
export async function sendReminders(
  services: Services,
  now: number,
  options: { readonly dryRun?: boolean } = {},
): Promise<ReminderPlan> {
  const { db } = services
  return db.transaction(async (sql) => {
    if (await findSetting(sql, 'sending_paused')) return nothing
    const { views, calendar, sentTo } = await viewRounds(services, sql, { now })
    const sessions = new Map(
      (
        await listLatestSessions(
          sql,
          db,
          views.map((v) => v.obligation.id),
        )
      ).map((s) => [s.obligationId, s]),
    )
    const due = views.flatMap((view) => stepsOf(view, sessions.get(view.obligation.id), calendar, now))
    if (due.length === 0) return nothing
    await services.programme.get(sql)

    const { drafts, held } = await toSeats(services, sql, due, sessions, sentTo, now)
    drafts.push(...(await toOthers(services, sql, due, views, sessions, now)))
    const messages = drafts.map((d) => d.planned)
    if (options.dryRun) return { queued: 0, held, messages }

    const quiet = new Map(due.map(({ view }) => [view.obligation.id, allowedUntil(view, calendar, now)]))
    const queued = await queueMessages(
      sql,
      db,
      drafts.map((d) => ({ ...d.outbox, expiresAt: quiet.get(d.outbox.obligationId!)! })),
      now,
    )
    await markMerged(
      sql,
      db,
      drafts.flatMap(({ outbox: { addressId, laneId, personId }, merged }) =>
        merged.map((m) => ({ ...m, addressId, laneId, personId: personId! })),
      ),
      now,
    )
    services.bells.outbox.ring()
    return { queued, held, messages }
  })
}

/** The ladder's steps, and the hour that the person named with "nanti", before which the ladder leaves them in peace. */
function stepsOf(view: ObligationView, latest: LatestSession | undefined, calendar: Calendar, now: number): Due[] {
  const { ladder, status, history } = view
  const remindAt = latest?.remindAt ?? null
  const steps = stepsDue(ladder, status, history, defaultLadder, now, calendar)
  if (remindAt === null) return steps.map((step) => ({ view, step }))
  const others = steps.filter((step) => step.to !== 'seat').map((step) => ({ view, step }))
  const step = `nanti-${remindAt}`
  const wanted = isOwed(status) && remindAt <= now && !history.some((sent) => sent.step === step)
  if (!wanted || !mayStart(now, ladder.place, calendar).allowed) return others
  const asked: PlannedStep = {
    rung: 'nanti',
    step,
    kind: 'half_done',
    to: 'seat',
    idealAt: remindAt,
    windowEndsAt: now + HOUR,
  }
  return [...others, { view, step: asked }]
}

/** A reminder that could not leave by then waits for the next allowed time rather than for the night. */
function allowedUntil(view: ObligationView, calendar: Calendar, now: number): number {
  const place = view.ladder.place
  let until = now + 5 * MINUTE
  while (until < now + HOUR && mayStart(until, place, calendar).allowed) until += 5 * MINUTE
  return until
}

// to those who owe

async function toSeats(
  services: Services,
  sql: Sql,
  due: readonly Due[],
  sessions: ReadonlyMap<number, LatestSession>,
  sentTo: ReadonlyMap<number, readonly number[]>,
  now: number,
): Promise<{ drafts: Draft[]; held: number }> {
  const own = due.filter(({ view, step }) => step.to === 'seat' && view.reach.because === undefined)
  const debts = own.map(({ view, step }): Debt => {
    const holder = view.reach.holder!
    return {
      personId: holder.personId,
      seatId: holder.seatId,
      obligationId: view.obligation.id,
      zone: view.obligation.zone,
      due: step,
    }
  })
  const { messages, held } = bundleByPerson(debts, (personId) => sentTo.get(personId) ?? [], defaultLadder, now)
  const viewOf = new Map(own.map(({ view }) => [`${view.obligation.id}:${view.reach.holder!.seatId}`, view]))
  const drafts: Draft[] = []
  for (const message of messages) {
    const views = message.debts.map((d) => viewOf.get(`${d.obligationId}:${d.seatId}`)!)
    const holder = views[0]!.reach.holder!
    const to = audienceOf(services, holder, views[0]!.obligation.zone, now)
    const body = await wordDebts(services, sql, message.debts, views, sessions, to)
    drafts.push(draftOf(message.keys, views, holder, body, message.debts[0]!.due))
  }
  return { drafts, held: held.length }
}

async function wordDebts(
  services: Services,
  sql: Sql,
  debts: readonly Debt[],
  views: readonly ObligationView[],
  sessions: ReadonlyMap<number, LatestSession>,
  to: Audience,
): Promise<OutboundMessage> {
  const [view] = views
  const { obligation, reach } = view!
  if (debts.length === 1 && debts[0]!.due.kind === 'invitation') {
    const villages = obligation.level === 'kecamatan' ? await villagesBehind(sql, obligation) : undefined
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
  const worded = []
  for (const { obligation: o, status } of views)
    worded.push({
      obligationId: o.id,
      title: o.title,
      place: placeName(o, to),
      dueOn: localDate(o.dueAt, o.zone),
      state: debtState(status.state, await progressFor(services, sql, sessions.get(o.id), to.now)),
    })
  return reminder(worded, to)
}

function debtState(state: string, progress: SessionProgress | undefined): DebtState {
  if (state === 'returned') return { kind: 'returned', count: progress?.returned || 1, by: 'team' }
  if (!progress || progress.answered === 0) return { kind: 'not_started' }
  if (progress.waitsFor === 'recap') return { kind: 'waiting_recap' }
  if (progress.waitsFor === 'photo') return { kind: 'waiting_photo' }
  const { answered, of, item } = progress
  return { kind: 'half_done', answered, of, ...(item && { at: item }) }
}

async function progressFor(
  services: Services,
  sql: Sql,
  latest: LatestSession | undefined,
  now: number,
): Promise<SessionProgress | undefined> {
  return latest && sessionProgress(services, sql, latest.session, now)
}

// to those who are told about others

/** Who is told about a late place, for each kind of recipient of the ladder. */
const tellers: readonly {
  readonly to: 'camat' | 'fasilitator' | 'staff'
  readonly positions: readonly Position[]
  readonly regions: (villageCode: string) => readonly string[]
}[] = [
  { to: 'camat', positions: ['camat'], regions: (code) => [kecamatanOf(code)] },
  { to: 'fasilitator', positions: ['fasilitator_desa'], regions: (code) => [code] },
  {
    to: 'staff',
    positions: ['koordinator_kabupaten', 'staf'],
    regions: (code) => [kabupatenOf(code), WHOLE_PROGRAMME],
  },
]

async function toOthers(
  services: Services,
  sql: Sql,
  due: readonly Due[],
  views: readonly ObligationView[],
  sessions: ReadonlyMap<number, LatestSession>,
  now: number,
): Promise<Draft[]> {
  const drafts: Draft[] = []
  for (const { to, positions, regions } of tellers) {
    const late = due.filter(({ step }) => step.to === to)
    if (late.length === 0) continue
    const holders = await listSeatHolders(sql, services.db, { positions, now })
    for (const holder of holders.filter((h) => reachOf(h).because === undefined)) {
      const mine = late.filter(({ view }) => regions(view.obligation.regionCode).includes(holder.regionCode))
      const [first] = mine
      if (!first) continue
      const audience = audienceOf(services, holder, first.view.obligation.zone, now)
      const seen = views.filter(
        (v) => regions(v.obligation.regionCode).includes(holder.regionCode) && v.obligation.level === 'desa',
      )
      const about = {
        title: first.view.obligation.title,
        dueOn: localDate(first.view.obligation.dueAt, first.view.obligation.zone),
        late: await latePlaces(services, sql, mine, sessions, audience),
        in: seen.filter((v) => isIn(v.status)).length,
        of: seen.length,
      }
      const kabupaten = services.programme.nameOf(kabupatenOf(first.view.obligation.regionCode))
      const body =
        to === 'staff'
          ? escalation({ ...about, for: to, kabupaten }, audience)
          : escalation({ ...about, for: to }, audience)
      const keys = mine.map(({ view, step }) => remindKey(view.obligation.id, holder.seatId, step.step))
      drafts.push(
        draftOf(
          keys,
          mine.map((m) => m.view),
          holder,
          body,
          first.step,
        ),
      )
    }
  }
  return drafts
}

async function latePlaces(
  services: Services,
  sql: Sql,
  late: readonly Due[],
  sessions: ReadonlyMap<number, LatestSession>,
  to: Audience,
): Promise<readonly LatePlace[]> {
  const places: LatePlace[] = []
  for (const { view } of late) {
    const progress = await progressFor(services, sql, sessions.get(view.obligation.id), to.now)
    places.push({
      place: placeName(view.obligation, to),
      state:
        view.reach.because !== undefined
          ? 'nobody'
          : progress && progress.answered > 0
            ? { answered: progress.answered, of: progress.of }
            : 'not_started',
    })
  }
  return places
}

// both

function draftOf(
  keys: readonly string[],
  views: readonly ObligationView[],
  holder: SeatHolder,
  body: OutboundMessage,
  step: PlannedStep,
): Draft {
  const [key, ...rest] = keys
  return {
    outbox: {
      key: key!,
      priority: priorities.reminder,
      addressId: holder.addressId!,
      laneId: holder.laneId!,
      body,
      dueAt: step.idealAt,
      obligationId: views[0]!.obligation.id,
      personId: holder.personId,
    },
    merged: rest.map((other, i) => ({ key: other, obligationId: views[i + 1]!.obligation.id })),
    planned: {
      key: key!,
      to: step.to,
      kind: step.kind,
      name: holder.name,
      channel: holder.channel!,
      places: views.map((v) => v.obligation.regionName),
    },
  }
}

/** How a person is spoken to when the house begins. */
export function audienceOf(services: Services, holder: SeatHolder, zone: string, now: number): Audience {
  const speech = { texts: services.texts, language: holder.language, zone }
  return {
    ...speech,
    now,
    sapaan: holder.sapaan ?? sapaan(addressee(holder.position, holder.sex), speech),
    capabilities: capabilities[holder.channel!],
  }
}
