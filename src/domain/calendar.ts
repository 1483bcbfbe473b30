import { addDays, DAY, localDate, MINUTE, weekday, zoneOffset } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { covers } from './regions.ts'

/**
 * When the bot may begin a conversation by itself. Replies are never held back; only invitations, reminders and digests
 * ask here. Which rules hold is data of each kabupaten, because what is polite in Seram is not what is polite in Sumba.
 */
export interface Place {
  readonly regionCode: string
  readonly kabupatenCode: string
  readonly zone: string
}

/** Feasts around which a kabupaten may want more quiet days than the holiday itself. */
export type Feast = 'idul_fitri' | 'jumat_agung' | 'paskah' | 'natal'

/** A day of the joint ministers' decree (SKB): `libur` = public holiday, `cuti` = collective leave. */
export interface Holiday {
  readonly on: string
  readonly name: string
  readonly kind: 'libur' | 'cuti'
  readonly feast?: Feast
}

/** First and last fasting day. */
export interface Ramadan {
  readonly fromOn: string
  readonly untilOn: string
}

/** Pesta adat, pasola, a day of mourning: entered by people of the kabupaten, for a region and everything in it. */
export interface LocalDay {
  readonly regionCode: string
  readonly fromOn: string
  readonly untilOn: string
  readonly name: string
}

export interface KabupatenRules {
  /** Local times `HH:MM` between which nothing starts. */
  readonly nightFrom: string
  readonly nightUntil: string
  /** Friday prayer 11:30–14:00 and Maghrib 18:00–19:45. */
  readonly jumat: boolean
  /** In Ramadan only 09:00–16:00. */
  readonly ramadan: boolean
  /** Three days before and after Idul Fitri. */
  readonly lebaran: boolean
  /** One day before and after Jumat Agung, Paskah and Natal. */
  readonly paskahNatal: boolean
  readonly minggu: 'seharian' | 'sampai_14'
  /** `biasa`: collective leave counts as a working day here. */
  readonly cuti: 'tenang' | 'biasa'
}

export interface Calendar {
  readonly holidays: readonly Holiday[]
  readonly ramadan: readonly Ramadan[]
  /** By kabupaten code; a kabupaten that is missing gets `cautiousRules`. */
  readonly rules: Readonly<Record<string, KabupatenRules>>
  readonly localDays: readonly LocalDay[]
}

export type QuietReason =
  | 'hari_setempat'
  | 'hari_libur'
  | 'cuti_bersama'
  | 'hari_raya'
  | 'minggu'
  | 'ramadan'
  | 'salat_jumat'
  | 'magrib'
  | 'malam'

export type MayStart =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: QuietReason; readonly name?: string; readonly untilAt: number }

/** For a kabupaten nobody has set rules for: every quiet time holds. */
const cautiousRules: KabupatenRules = {
  nightFrom: '20:00',
  nightUntil: '08:00',
  jumat: true,
  ramadan: true,
  lebaran: true,
  paskahNatal: true,
  minggu: 'seharian',
  cuti: 'tenang',
}

const searchDays = 400

/** Whether the bot may begin at `at`; if not, the strongest reason and the instant when it may. */
export function mayStart(at: number, place: Place, calendar: Calendar): MayStart {
  const now = quietAt(at, place, calendar)
  if (now === undefined) return { allowed: true }
  const untilAt = nextAllowedAt(at, place, calendar)
  return now.name === undefined
    ? { allowed: false, reason: now.reason, untilAt }
    : { allowed: false, reason: now.reason, name: now.name, untilAt }
}

/** The first allowed instant at or after `at`. Throws `Problem('nothing_allowed')` when 400 days hold none. */
export function nextAllowedAt(at: number, place: Place, calendar: Calendar): number {
  const limitAt = at + searchDays * DAY
  let candidateAt = at
  while (candidateAt <= limitAt) {
    const quiet = quietAt(candidateAt, place, calendar)
    if (quiet === undefined) return candidateAt
    candidateAt = quiet.endsAt
  }
  throw new Problem(
    'nothing_allowed',
    `The calendar of ${place.kabupatenCode} leaves no time to write in the ${searchDays} days after ` +
      `${localDate(at, place.zone)}; shorten its quiet times or local days`,
    { kabupatenCode: place.kabupatenCode },
  )
}

/**
 * Milliseconds in 0 … windowMinutes, always the same for the same key: spreads what is planned for one minute over a
 * window, without a random source, so that a second run computes the same instant.
 */
export function spread(key: string, windowMinutes: number): number {
  return windowMinutes <= 0 ? 0 : hash(key) % Math.round(windowMinutes * MINUTE)
}

/** The first allowed instant at or after `at`, moved later by the key's share of the window and again out of quiet times. */
export function spreadAllowedAt(
  at: number,
  place: Place,
  calendar: Calendar,
  key: string,
  windowMinutes: number,
): number {
  const laterBy = spread(key, windowMinutes)
  const firstAt = nextAllowedAt(at, place, calendar) + laterBy
  if (quietAt(firstAt, place, calendar) === undefined) return firstAt
  const afterQuietAt = nextAllowedAt(firstAt, place, calendar)
  // the end of a quiet time would otherwise collect everybody in its first minute
  return quietAt(afterQuietAt + laterBy, place, calendar) === undefined ? afterQuietAt + laterBy : afterQuietAt
}

/** The instant at which the local day of `at` began. */
export function startOfDay(at: number, zone: string): number {
  const offset = zoneOffset(zone)
  return Math.floor((at + offset) / DAY) * DAY - offset
}

/** Years from `fromYear` on that the holiday table should cover and does not: staff are warned each November. */
export function missingHolidayYears(calendar: Calendar, fromYear: number, untilYear: number): readonly number[] {
  const known = new Set(calendar.holidays.map((holiday) => Number(holiday.on.slice(0, 4))))
  const missing: number[] = []
  for (let year = fromYear; year <= untilYear; year++) if (!known.has(year)) missing.push(year)
  return missing
}

interface QuietSpan {
  readonly reason: QuietReason
  readonly name?: string
  readonly fromMinute: number
  readonly untilMinute: number
}

const wholeDay = { fromMinute: 0, untilMinute: 1440 }

function quietAt(at: number, place: Place, calendar: Calendar): (QuietSpan & { endsAt: number }) | undefined {
  const dayStartsAt = startOfDay(at, place.zone)
  const minute = Math.floor((at - dayStartsAt) / MINUTE)
  for (const span of quietSpans(dayStartsAt, place, calendar))
    if (span.fromMinute <= minute && minute < span.untilMinute)
      return { ...span, endsAt: dayStartsAt + span.untilMinute * MINUTE }
  return undefined
}

/** The quiet spans of the local day that starts at the instant, strongest reason first. */
function quietSpans(dayStartsAt: number, place: Place, calendar: Calendar): readonly QuietSpan[] {
  if (calendar.localDays.length > 0) {
    const dateOn = localDate(dayStartsAt, place.zone)
    const local = calendar.localDays.find(
      (day) => day.fromOn <= dateOn && dateOn <= day.untilOn && covers(day.regionCode, place.regionCode),
    )
    if (local !== undefined) return [{ reason: 'hari_setempat', name: local.name, ...wholeDay }]
  }
  const { spans } = indexOf(calendar)
  const rules = calendar.rules[place.kabupatenCode] ?? cautiousRules
  let days = spans.get(rules)
  if (days === undefined) spans.set(rules, (days = new Map()))
  let known = days.get(dayStartsAt)
  if (known === undefined) {
    // a service runs for months; a round touches some forty days
    if (days.size >= 200) days.clear()
    days.set(dayStartsAt, (known = kabupatenSpans(localDate(dayStartsAt, place.zone), rules, calendar)))
  }
  return known
}

function kabupatenSpans(dateOn: string, rules: KabupatenRules, calendar: Calendar): readonly QuietSpan[] {
  const { holidays, feasts, years } = indexOf(calendar)
  const spans: QuietSpan[] = []
  for (const holiday of holidays.get(dateOn) ?? []) {
    if (holiday.kind === 'libur') spans.push({ reason: 'hari_libur', name: holiday.name, ...wholeDay })
    else if (rules.cuti === 'tenang') spans.push({ reason: 'cuti_bersama', name: holiday.name, ...wholeDay })
  }
  for (const near of feasts.get(dateOn) ?? [])
    if (near.feast === 'idul_fitri' ? rules.lebaran : rules.paskahNatal)
      spans.push({ reason: 'hari_raya', name: near.name, ...wholeDay })

  if (!years.has(dateOn.slice(0, 4))) {
    const fixed = fixedDays[dateOn.slice(5)]
    if (fixed !== undefined && (!fixed.onlyNear || rules.paskahNatal))
      spans.push({ reason: fixed.onlyNear ? 'hari_raya' : 'hari_libur', name: fixed.name, ...wholeDay })
  }

  const day = weekday(dateOn)
  if (day === 0) spans.push({ reason: 'minggu', fromMinute: 0, untilMinute: rules.minggu === 'seharian' ? 1440 : 840 })
  if (rules.ramadan && calendar.ramadan.some((r) => r.fromOn <= dateOn && dateOn <= r.untilOn)) {
    spans.push({ reason: 'ramadan', fromMinute: 0, untilMinute: 540 })
    spans.push({ reason: 'ramadan', fromMinute: 960, untilMinute: 1440 })
  }
  if (rules.jumat) {
    if (day === 5) spans.push({ reason: 'salat_jumat', fromMinute: 690, untilMinute: 840 })
    spans.push({ reason: 'magrib', fromMinute: 1080, untilMinute: 1185 })
  }
  spans.push({ reason: 'malam', fromMinute: 0, untilMinute: minutesOf(rules.nightUntil) })
  spans.push({ reason: 'malam', fromMinute: minutesOf(rules.nightFrom), untilMinute: 1440 })
  return spans
}

/** Holidays whose date no decree moves: they hold also in a year whose table nobody has entered yet. */
const fixedDays: Readonly<Record<string, { readonly name: string; readonly onlyNear?: true }>> = {
  '01-01': { name: 'Tahun Baru Masehi' },
  '05-01': { name: 'Hari Buruh' },
  '06-01': { name: 'Hari Lahir Pancasila' },
  '08-17': { name: 'Hari Kemerdekaan' },
  '12-24': { name: 'Natal', onlyNear: true },
  '12-25': { name: 'Natal' },
  '12-26': { name: 'Natal', onlyNear: true },
}

const daysAround: Readonly<Record<Feast, number>> = { idul_fitri: 3, jumat_agung: 1, paskah: 1, natal: 1 }

interface CalendarIndex {
  readonly holidays: ReadonlyMap<string, readonly Holiday[]>
  readonly feasts: ReadonlyMap<string, readonly { readonly feast: Feast; readonly name: string }[]>
  /** Years that have a table. */
  readonly years: ReadonlySet<string>
  /** Computed spans by rules and start of the local day. */
  readonly spans: Map<KabupatenRules, Map<number, readonly QuietSpan[]>>
}

// A round of 80 000 places asks some forty times each; what is the same for a whole kabupaten is computed once a date.
const indexes = new WeakMap<Calendar, CalendarIndex>()

function indexOf(calendar: Calendar): CalendarIndex {
  let index = indexes.get(calendar)
  if (index === undefined) {
    const feastDays = calendar.holidays.flatMap((holiday) => {
      const { feast, name } = holiday
      if (feast === undefined) return []
      const around = daysAround[feast]
      return Array.from({ length: 2 * around + 1 }, (_, i) => ({ on: addDays(holiday.on, i - around), feast, name }))
    })
    index = {
      holidays: Map.groupBy(calendar.holidays, (holiday) => holiday.on),
      feasts: Map.groupBy(feastDays, (day) => day.on),
      years: new Set(calendar.holidays.map((holiday) => holiday.on.slice(0, 4))),
      spans: new Map(),
    }
    indexes.set(calendar, index)
  }
  return index
}

/** Minutes since midnight of a local time `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

/** FNV-1a, 32 bits: short, even enough for spreading, the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
