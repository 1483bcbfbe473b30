import type { Calendar, Feast, KabupatenRules } from '../domain/calendar.ts'
import type { Sql } from './database.ts'

/** The programme's own facts, and its calendar. */

export interface KabupatenFacts {
  /** Three letters, as in receipts: SBT. */
  readonly short: string
  readonly name: string
  readonly zone: string
}

/** What `programme.settings` holds. */
export interface ProgrammeSettings {
  readonly longName: string
  readonly implementer: string
  readonly kabupaten: Readonly<Record<string, KabupatenFacts>>
}

export interface Programme extends ProgrammeSettings {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly funder: string | null
}

/** The programme of this installation; undefined before set-up. */
export async function findProgramme(sql: Sql): Promise<Programme | undefined> {
  const [row] = await sql.all<{ id: number; code: string; name: string; funder: string | null; settings: string }>(
    'select id, code, name, funder, settings from programme order by id limit 1',
  )
  if (!row) return undefined
  const { settings, ...facts } = row
  return { ...facts, ...(JSON.parse(settings) as ProgrammeSettings) }
}

export async function saveProgramme(sql: Sql, programme: Omit<Programme, 'id'>): Promise<number> {
  const { code, name, funder, ...settings } = programme
  const [row] = await sql.all<{ id: number }>(
    `insert into programme (code, name, funder, settings) values ($1, $2, $3, $4)
     on conflict (code) do update set name = excluded.name, funder = excluded.funder, settings = excluded.settings
     returning id`,
    code,
    name,
    funder,
    JSON.stringify(settings),
  )
  return row!.id
}

export interface CalendarDay {
  readonly fromOn: string
  readonly untilOn: string
  readonly kind: 'libur' | 'cuti' | 'ramadan' | 'lokal'
  readonly name: string
  readonly feast: Feast | null
  /** '' for the whole country. */
  readonly scope: string
  readonly source: string
}

/** Adds days or renews them; a day that people entered is never removed by this. */
export async function saveCalendarDays(sql: Sql, days: readonly CalendarDay[]): Promise<void> {
  for (const d of days)
    await sql.run(
      `insert into holiday (from_on, until_on, kind, name, feast, scope, source) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (from_on, kind, scope) do update set until_on = excluded.until_on, name = excluded.name,
         feast = excluded.feast, source = excluded.source`,
      d.fromOn,
      d.untilOn,
      d.kind,
      d.name,
      d.feast,
      d.scope,
      d.source,
    )
}

/** Rules of a kabupaten that are not there yet; what people changed stays. */
export async function insertCalendarRules(sql: Sql, kabupatenCode: string, rules: KabupatenRules): Promise<void> {
  await sql.run(
    'insert into calendar_rule (kabupaten_code, rules) values ($1, $2) on conflict (kabupaten_code) do nothing',
    kabupatenCode,
    JSON.stringify(rules),
  )
}

/** The whole calendar, in the shape in which `domain/calendar` reads it. */
export async function loadCalendar(sql: Sql): Promise<Calendar> {
  const days = await sql.all<CalendarDay>(
    'select from_on as "fromOn", until_on as "untilOn", kind, name, feast, scope, source from holiday order by from_on',
  )
  const rules = await sql.all<{ code: string; rules: string }>(
    'select kabupaten_code as code, rules from calendar_rule',
  )
  return {
    holidays: days.flatMap((d) =>
      d.kind === 'libur' || d.kind === 'cuti'
        ? [{ on: d.fromOn, name: d.name, kind: d.kind, ...(d.feast !== null && { feast: d.feast }) }]
        : [],
    ),
    ramadan: days.filter((d) => d.kind === 'ramadan').map(({ fromOn, untilOn }) => ({ fromOn, untilOn })),
    rules: Object.fromEntries(rules.map((r) => [r.code, JSON.parse(r.rules) as KabupatenRules])),
    localDays: days
      .filter((d) => d.kind === 'lokal')
      .map(({ scope, fromOn, untilOn, name }) => ({ regionCode: scope, fromOn, untilOn, name })),
  }
}
