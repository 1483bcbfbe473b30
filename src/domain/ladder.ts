import { DAY, HOUR, localDate, MINUTE } from '../lib/local-time.ts'
import {
  type Calendar,
  mayStart,
  minutesOf,
  nextAllowedAt,
  type Place,
  spreadAllowedAt,
  startOfDay,
} from './calendar.ts'
import { kecamatanOf } from './regions.ts'
import type { FormLevel, ObligationStatus } from './rounds.ts'

/**
 * Who is written to, when, about a report that is still owed. The ladder is data. A step that could not be taken in its
 * window (outage, paused sending, quiet days) is not made up: the next step stands in, so that nobody ever gets two
 * days' reminders at once.
 */
export type StepKind = 'invitation' | 'reminder' | 'half_done' | 'returned' | 'escalation'
export type Recipient = 'seat' | 'camat' | 'fasilitator' | 'staff'

export interface LadderStep {
  /** Part of the reminder's key: never reuse a name for another meaning. */
  readonly rung: string
  readonly kind: StepKind
  readonly to: Recipient
  /** Local days after opening or due (negative: before), or hours after the last answer or the return. */
  readonly after:
    | { readonly anchor: 'opens' | 'due'; readonly days: number }
    | { readonly anchor: 'last_answer' | 'returned'; readonly hours: number }
  /** How long the step may still be taken after its instant; `until_due` for what stays useful until then. */
  readonly window: number | 'until_due'
  readonly levels: readonly FormLevel[]
}

export interface Ladder {
  readonly steps: readonly LadderStep[]
  /** Local time of the steps that are counted in days. */
  readonly sendAt: string
  /** Steps of one minute are spread over so many minutes. */
  readonly spreadMinutes: number
  /** Somebody who wrote within so many hours is at work and not reminded. */
  readonly restHours: number
  readonly perPersonADay: number
  readonly perPersonARound: number
}

const desa: readonly FormLevel[] = ['desa']
const both: readonly FormLevel[] = ['desa', 'kecamatan']

/**
 * Windows are hours; 30 lets a step that the daily limit held back leave the next morning. The camat is not told about a kecamatan's own
 * report, nor is the fasilitator of a village.
 */
export const defaultLadder: Ladder = {
  steps: [
    rung('undangan', 'invitation', 'seat', { anchor: 'opens', days: 0 }, 'until_due', both),
    rung('hari-3', 'reminder', 'seat', { anchor: 'opens', days: 3 }, 30, both),
    rung('hari-6', 'reminder', 'seat', { anchor: 'opens', days: 6 }, 30, both),
    rung('dua-hari-lagi', 'reminder', 'seat', { anchor: 'due', days: -2 }, 30, both),
    rung('hari-terakhir', 'reminder', 'seat', { anchor: 'due', days: 0 }, 30, both),
    rung('belum-selesai', 'half_done', 'seat', { anchor: 'last_answer', hours: 24 }, 48, both),
    rung('dikembalikan', 'returned', 'seat', { anchor: 'returned', hours: 72 }, 48, both),
    rung('camat', 'escalation', 'camat', { anchor: 'due', days: 1 }, 48, desa),
    rung('fasilitator', 'escalation', 'fasilitator', { anchor: 'due', days: 3 }, 96, desa),
    rung('staf', 'escalation', 'staff', { anchor: 'due', days: 7 }, 168, both),
  ],
  sendAt: '09:00',
  spreadMinutes: 30,
  restHours: 4,
  perPersonADay: 1,
  perPersonARound: 6,
}

export interface LadderObligation {
  readonly id: number
  readonly level: FormLevel
  readonly place: Place
  /** Null while a kecamatan waits: nothing is due. */
  readonly opensAt: number | null
  readonly dueAt: number
  /** The same for all obligations of one person, so that they come due together and make one message. */
  readonly spreadKey?: string
}

export interface PlannedStep {
  /** The rung's name in the ladder, for the sentence. */
  readonly rung: string
  /**
   * The rung with the date it was counted from where that can move (`hari-terakhir-2024-07-31`), for the key: after an
   * extended deadline, a second return or a second pause the same rung is a new step.
   */
  readonly step: string
  readonly kind: StepKind
  readonly to: Recipient
  readonly idealAt: number
  /** The first instant at which the step is no longer taken. */
  readonly windowEndsAt: number
}

/** What has left for this obligation (and seat) already. */
export interface SentStep {
  readonly step: string
  readonly to: Recipient
  readonly at: number
}

/**
 * The whole ladder of an obligation in time order, every instant out of quiet times: what `--dry-run` shows. Pass the
 * status to include the steps that hang on the last answer or a return.
 */
export function planLadder(
  obligation: LadderObligation,
  ladder: Ladder,
  calendar: Calendar,
  status?: Pick<ObligationStatus, 'state' | 'lastAnswerAt' | 'returnedAt'>,
): readonly PlannedStep[] {
  const planned = ladder.steps
    .filter((step) => step.levels.includes(obligation.level))
    .flatMap((step) => planStep(step, obligation, ladder, calendar, status) ?? [])
    .sort((a, b) => a.idealAt - b.idealAt)
  // two rungs of a short round on one day are one rung: the later in the ladder
  return planned.filter((step, index) => {
    if (step.to !== 'seat') return true
    const { zone } = obligation.place
    const next = planned.find((other, i) => i > index && other.to === 'seat')
    return (
      next === undefined ||
      step.kind === 'invitation' ||
      startOfDay(next.idealAt, zone) !== startOfDay(step.idealAt, zone)
    )
  })
}

/**
 * The steps to take now: for each recipient at most the newest one whose window is open. The first message to a seat is
 * always the invitation, whatever day it is. Empty in quiet times, once the report is in, and while a kecamatan waits.
 * `history` holds what was sent for this obligation and seat.
 */
export function stepsDue(
  obligation: LadderObligation,
  status: ObligationStatus,
  history: readonly SentStep[],
  ladder: Ladder,
  now: number,
  calendar: Calendar,
): readonly PlannedStep[] {
  const wanted = wantedKinds(status)
  if (wanted.length === 0 || obligation.opensAt === null || now < obligation.opensAt) return []
  const rests = status.lastAnswerAt !== null && now < status.lastAnswerAt + ladder.restHours * HOUR
  const invited = history.some((sent) => sent.to === 'seat') || status.lastAnswerAt !== null

  const open = planLadder(obligation, onlyKinds(ladder, wanted), calendar, status).filter((step) => {
    if (now < step.idealAt || now >= step.windowEndsAt) return false
    if (step.to === 'seat') {
      if (rests) return false
      // nobody is reminded of something he was never told
      if (invited === (step.kind === 'invitation')) return false
    }
    const lastAt = Math.max(...history.filter((sent) => sent.to === step.to).map((sent) => sent.at), 0)
    return step.idealAt > lastAt && !history.some((sent) => sent.step === step.step)
  })
  const newest = open.filter((step) => !open.some((other) => other.to === step.to && other.idealAt > step.idealAt))
  return newest.length > 0 && mayStart(now, obligation.place, calendar).allowed ? newest : []
}

/** The outbox key of a step: what makes it leave once, however many workers run. */
export function remindKey(obligationId: number, seatId: number, step: string): string {
  return `remind:${obligationId}:${seatId}:${step}`
}

/** One step due to one person, about one obligation. */
export interface Debt {
  readonly personId: number
  readonly seatId: number
  readonly obligationId: number
  readonly zone: string
  readonly due: PlannedStep
}

/** What a person was sent by the ladder before: instants, in this round. */
export type SentToPerson = (personId: number) => readonly number[]

export interface LadderMessage {
  readonly personId: number
  /** Several debts of a person are one message; the most pressing first. */
  readonly debts: readonly Debt[]
  /** One key a debt, in the order of `debts`. */
  readonly keys: readonly string[]
}

export interface HeldBack {
  readonly personId: number
  readonly debts: readonly Debt[]
  readonly because: 'already_today' | 'round_limit'
}

/**
 * Puts the debts of each person into one message, and holds back what would be more than a message a day or six a
 * round. What is held back is not lost: the step stays due inside its window, and staff see who reached the limit.
 */
export function bundleByPerson(
  debts: readonly Debt[],
  sentToPerson: SentToPerson,
  ladder: Ladder,
  now: number,
): { readonly messages: readonly LadderMessage[]; readonly held: readonly HeldBack[] } {
  const messages: LadderMessage[] = []
  const held: HeldBack[] = []
  for (const [personId, own] of Map.groupBy(debts, (debt) => debt.personId)) {
    const sorted = own.toSorted((a, b) => urgency[a.due.kind] - urgency[b.due.kind] || a.obligationId - b.obligationId)
    const sentAt = sentToPerson(personId)
    const zone = sorted[0]?.zone ?? 'UTC'
    const today = sentAt.filter((at) => localDate(at, zone) === localDate(now, zone)).length
    if (today >= ladder.perPersonADay) held.push({ personId, debts: sorted, because: 'already_today' })
    else if (sentAt.length >= ladder.perPersonARound) held.push({ personId, debts: sorted, because: 'round_limit' })
    else
      messages.push({
        personId,
        debts: sorted,
        keys: sorted.map((debt) => remindKey(debt.obligationId, debt.seatId, debt.due.step)),
      })
  }
  return { messages, held }
}

const urgency: Readonly<Record<StepKind, number>> = {
  returned: 0,
  half_done: 1,
  reminder: 2,
  invitation: 3,
  escalation: 4,
}

function wantedKinds(status: ObligationStatus): readonly StepKind[] {
  switch (status.state) {
    case 'open':
      return ['invitation', 'reminder']
    case 'half_done':
      return ['reminder', 'half_done']
    // after the due date the seat is left in peace and others are told
    case 'late':
      return ['escalation']
    case 'returned':
      return ['returned']
    case 'waiting':
    case 'submitted':
    case 'verified':
    case 'excused':
      return []
  }
}

function onlyKinds(ladder: Ladder, kinds: readonly StepKind[]): Ladder {
  return { ...ladder, steps: ladder.steps.filter((step) => kinds.includes(step.kind)) }
}

function planStep(
  step: LadderStep,
  obligation: LadderObligation,
  ladder: Ladder,
  calendar: Calendar,
  status: Pick<ObligationStatus, 'state' | 'lastAnswerAt' | 'returnedAt'> | undefined,
): PlannedStep | undefined {
  const { place, opensAt, dueAt } = obligation
  if (opensAt === null) return undefined
  const wished = wishedInstant(step, obligation, ladder, status)
  if (wished === undefined) return undefined
  const { wishedAt, countedFromAt } = wished
  const key = `${step.rung}:${spreadScope(step.to, obligation)}`
  let idealAt = spreadAllowedAt(
    politeAt(Math.max(wishedAt, opensAt), place, ladder, calendar),
    place,
    calendar,
    key,
    ladder.spreadMinutes,
  )

  if (beforeDue(step) && idealAt > dueAt) {
    // "besok batasnya" is no use after the due date: a quiet last day is announced on the last allowed day before it
    const earlier = lastAllowedBefore(wishedAt, opensAt, place, calendar, key, ladder.spreadMinutes)
    if (earlier === undefined) return undefined
    idealAt = earlier
  }
  const closesAt = step.window === 'until_due' ? dueAt + 1 : idealAt + step.window * HOUR
  const windowEndsAt = beforeDue(step) ? Math.min(closesAt, dueAt + 1) : closesAt
  if (windowEndsAt <= idealAt) return undefined
  const { rung, kind, to } = step
  return {
    rung,
    step: countedFromAt === undefined ? rung : `${rung}-${localDate(countedFromAt, place.zone)}`,
    kind,
    to,
    idealAt,
    windowEndsAt,
  }
}

/** What has to wait for another day waits for the ladder's hour of that day, not for the first minute after the night. */
function politeAt(at: number, place: Place, ladder: Ladder, calendar: Calendar): number {
  const allowedAt = nextAllowedAt(at, place, calendar)
  const dayStartsAt = startOfDay(allowedAt, place.zone)
  return dayStartsAt === startOfDay(at, place.zone)
    ? allowedAt
    : Math.max(allowedAt, dayStartsAt + minutesOf(ladder.sendAt) * MINUTE)
}

/** Recipients of several places get all of them at one instant. */
function spreadScope(to: Recipient, { place, spreadKey }: LadderObligation): string {
  switch (to) {
    case 'seat':
      return spreadKey ?? place.regionCode
    case 'camat':
      return kecamatanOf(place.regionCode)
    case 'fasilitator':
    case 'staff':
      return place.kabupatenCode
  }
}

function wishedInstant(
  step: LadderStep,
  obligation: LadderObligation,
  ladder: Ladder,
  status: Pick<ObligationStatus, 'state' | 'lastAnswerAt' | 'returnedAt'> | undefined,
): { readonly wishedAt: number; readonly countedFromAt?: number } | undefined {
  const { after } = step
  const { zone } = obligation.place
  const opensDayAt = startOfDay(obligation.opensAt ?? 0, zone)
  const dueDayAt = startOfDay(obligation.dueAt, zone)
  const sendAfter = minutesOf(ladder.sendAt) * MINUTE
  switch (after.anchor) {
    case 'opens': {
      const dayAt = opensDayAt + after.days * DAY
      // in a short round the rungs counted from the due date stand in
      if (after.days > 0 && dayAt >= dueDayAt) return undefined
      return { wishedAt: dayAt + sendAfter }
    }
    case 'due': {
      const dayAt = dueDayAt + after.days * DAY
      if (after.days <= 0 && dayAt <= opensDayAt) return undefined
      return { wishedAt: dayAt + sendAfter, countedFromAt: dueDayAt }
    }
    case 'last_answer':
    case 'returned': {
      const fromAt = after.anchor === 'returned' ? status?.returnedAt : status?.lastAnswerAt
      if (status?.state !== (after.anchor === 'returned' ? 'returned' : 'half_done') || fromAt == null) return undefined
      return { wishedAt: fromAt + after.hours * HOUR, countedFromAt: fromAt }
    }
  }
}

/** Steps that only make sense while the report can still be in time. */
function beforeDue(step: LadderStep): boolean {
  return step.kind === 'reminder' || step.kind === 'half_done' || step.kind === 'invitation'
}

function lastAllowedBefore(
  at: number,
  opensAt: number,
  place: Place,
  calendar: Calendar,
  key: string,
  spreadMinutes: number,
): number | undefined {
  for (let earlierAt = at - DAY; earlierAt >= opensAt + DAY; earlierAt -= DAY) {
    if (!mayStart(earlierAt, place, calendar).allowed) continue
    const spreadAt = spreadAllowedAt(earlierAt, place, calendar, key, spreadMinutes)
    return startOfDay(spreadAt, place.zone) === startOfDay(earlierAt, place.zone) ? spreadAt : earlierAt
  }
  return undefined
}

function rung(
  name: string,
  kind: StepKind,
  to: Recipient,
  after: LadderStep['after'],
  window: LadderStep['window'],
  levels: readonly FormLevel[],
): LadderStep {
  return { rung: name, kind, to, after, window, levels }
}
