import {
  type IndicatorName,
  type IndicatorRow,
  isKnownIndicator,
  type KnownIndicator,
  knownIndicators,
  percentOf,
  periodSpan,
  withTotals,
} from '../domain/indicators.ts'
import { meetingTotals } from '../domain/meetings.ts'
import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import { didYouMean } from '../flows/suggest.ts'
import { endOfDay, instantOf } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { type FigureQuery, readFigure } from '../store/indicator-figures.ts'
import {
  addIndicatorEntry,
  type IndicatorEntry,
  listIndicatorEntries,
  listOwnIndicators,
  saveOwnIndicator,
} from '../store/indicators.ts'
import { listMeetings } from '../store/meetings.ts'
import { audit } from '../store/settings.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'

interface By {
  readonly now: number
  readonly actor: string
}

/** Those that the data gives, and those that the programme added. */
export async function listIndicators(sql: Sql): Promise<readonly IndicatorName[]> {
  return [...knownIndicators, ...(await listOwnIndicators(sql))]
}

/** An indicator of the programme's own, whose numbers are entered by hand. Throws `Problem`. */
export async function addIndicator(services: Services, indicator: IndicatorName, by: By): Promise<void> {
  if (!/^[a-z][a-z0-9_]{1,39}$/.test(indicator.code))
    throw new Problem(
      'bad_code',
      `"${indicator.code}" cannot be a code: small letters, digits and _, such as kelompok_aktif`,
    )
  if (isKnownIndicator(indicator.code))
    throw new Problem('known_indicator', `${indicator.code} is computed from the data already and needs only a target`)
  if (indicator.name.trim() === '' || indicator.unit.trim() === '')
    throw new Problem('no_name', 'an indicator needs a name and a unit')
  await services.db.transaction(async (sql) => {
    await saveOwnIndicator(sql, indicator)
    await audit(sql, { at: by.now, actor: by.actor, action: 'indicator_added', object: `indicator:${indicator.code}` })
  })
}

export interface NewEntry {
  readonly kind: IndicatorEntry['kind']
  readonly indicator: string
  readonly kabupatenCode: string
  readonly period: string
  readonly value: number
  /** Of a target: why it changes, wanted when there was one. Of an achievement: where the number is from, always wanted. */
  readonly reason: string
}

/** Keeps a target or an achievement; what was entered before stays in the history. Throws `Problem`. */
export async function enterIndicator(
  services: Services,
  entry: NewEntry,
  by: By,
): Promise<{ readonly before: number | null }> {
  const { kind, indicator, kabupatenCode, period, value } = entry
  const reason = entry.reason.trim()
  return services.db.transaction(async (sql) => {
    const names = await listIndicators(sql)
    if (!names.some(({ code }) => code === indicator)) {
      const codes = names.map(({ code }) => code)
      throw new Problem(
        'unknown_indicator',
        `there is no indicator "${indicator}", only ${codes.join(', ')}.${didYouMean(indicator, codes)}`,
      )
    }
    const { kabupaten } = await services.programme.get(sql)
    if (kabupatenCode !== WHOLE_PROGRAMME && !Object.hasOwn(kabupaten, kabupatenCode))
      throw new Problem(
        'unknown_kabupaten',
        `the programme has no kabupaten ${kabupatenCode}, only ${Object.keys(kabupaten).join(', ')}, or * for all of it`,
      )
    if (periodSpan(period) === undefined)
      throw new Problem('bad_period', `"${period}" is no period: write 2024, 2024-S2 (half), 2024-Q3 or 2024-07`)
    if (!Number.isFinite(value) || value < 0)
      throw new Problem('bad_value', 'the number is zero or more, such as 120 or 30.5')
    const before = latestOf(await listIndicatorEntries(sql), entry)
    if (reason === '' && (kind === 'achieved' || before !== undefined))
      throw new Problem(
        'no_reason',
        kind === 'target' ? 'say why the target changes' : 'say where the number is from, so that it can be checked',
      )
    await addIndicatorEntry(sql, { ...entry, reason, at: by.now, actor: by.actor })
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: `indicator_${kind}`,
      object: `indicator:${indicator}:${kabupatenCode}:${period}`,
      details: { value },
    })
    return { before: before?.value ?? null }
  })
}

const latestOf = (
  entries: readonly IndicatorEntry[],
  { kind, indicator, kabupatenCode, period }: Pick<IndicatorEntry, 'kind' | 'indicator' | 'kabupatenCode' | 'period'>,
) =>
  entries.findLast(
    (e) => e.kind === kind && e.indicator === indicator && e.kabupatenCode === kabupatenCode && e.period === period,
  )

/**
 * The table of targets and achievement: a row for everything that has a target or a number, and a sum over several
 * kabupaten. What somebody entered goes before what the data says, which is shown beside it.
 */
export async function indicatorTable(
  services: Services,
  sql: Sql,
  filter: { readonly kabupaten: readonly string[]; readonly period?: string },
): Promise<readonly IndicatorRow[]> {
  const names = await listIndicators(sql)
  const entries = await listIndicatorEntries(sql)
  const wanted = new Map(
    entries
      .filter((e) => filter.kabupaten.includes(e.kabupatenCode) || filter.kabupaten.includes(WHOLE_PROGRAMME))
      .filter((e) => filter.period === undefined || e.period === filter.period)
      .map((e) => [`${e.indicator} ${e.period} ${e.kabupatenCode}`, e]),
  )
  const rows: IndicatorRow[] = []
  for (const about of wanted.values()) {
    const { indicator, kabupatenCode, period } = about
    const name = names.find(({ code }) => code === indicator)!
    const target = latestOf(entries, { ...about, kind: 'target' })?.value ?? null
    const entered = latestOf(entries, { ...about, kind: 'achieved' })
    const computed = isKnownIndicator(indicator)
      ? await figureOf(services, sql, indicator, await queryOf(services, sql, kabupatenCode, period))
      : null
    const achieved = entered?.value ?? computed
    rows.push({
      ...name,
      kabupatenCode,
      period,
      target,
      achieved,
      percent: percentOf(achieved, target),
      source: entered?.reason ?? (computed === null ? '' : 'data'),
      computed: entered ? computed : null,
    })
  }
  const place = new Map(names.map(({ code }, i) => [code, i]))
  rows.sort(
    (a, b) =>
      place.get(a.code)! - place.get(b.code)! ||
      a.period.localeCompare(b.period) ||
      a.kabupatenCode.localeCompare(b.kabupatenCode),
  )
  return withTotals(rows)
}

async function figureOf(
  { db }: Services,
  sql: Sql,
  indicator: KnownIndicator,
  query: FigureQuery,
): Promise<number | null> {
  switch (indicator) {
    case 'peserta':
    case 'peserta_l':
    case 'peserta_p':
    case 'rakor': {
      const meetings = (await listMeetings(sql, db, { within: [query.kabupatenCode] })).filter(
        (m) => m.kind !== 'internal' && query.fromOn <= m.fromOn && m.fromOn <= query.untilOn,
      )
      if (indicator === 'rakor') return meetings.filter((m) => m.kind === 'rakor').length
      // a sum of a kabupaten stands in for sessions of its own kind only
      const totals = [...Map.groupBy(meetings, (m) => m.kind).values()].map(meetingTotals)
      const part = { peserta: 'total', peserta_l: 'l', peserta_p: 'p' } as const
      return totals.reduce((n, of) => n + of[part[indicator]], 0)
    }
    default:
      return readFigure(sql, indicator, query)
  }
}

async function queryOf(services: Services, sql: Sql, kabupatenCode: string, period: string): Promise<FigureQuery> {
  const { fromOn, untilOn } = periodSpan(period)!
  const zone = await zoneOf(services, sql, kabupatenCode)
  return { kabupatenCode, fromOn, untilOn, fromAt: instantOf(fromOn, '00:00', zone), untilAt: endOfDay(untilOn, zone) }
}

/** The table as it goes out: a header and its rows. */
export function indicatorCells(rows: readonly IndicatorRow[]): {
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
} {
  return {
    header: [
      'indikator',
      'nama',
      'satuan',
      'kode_kabupaten',
      'periode',
      'target',
      'capaian',
      'persen',
      'sumber',
      'menurut_data',
    ],
    rows: rows.map((r) => [
      r.code,
      r.name,
      r.unit,
      r.kabupatenCode,
      r.period,
      r.target,
      r.achieved,
      r.percent,
      r.source,
      r.computed,
    ]),
  }
}
