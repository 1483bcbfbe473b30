import { writeCsv } from '../documents/csv.ts'
import {
  dokumentasiColumns,
  dokumentasiRow,
  type OpenDkActivity,
  pembangunanColumns,
  pembangunanRow,
} from '../domain/opendk.ts'
import { countingReport } from '../domain/rounds.ts'
import type { Json } from '../lib/json.ts'
import { localDate, localTime } from '../lib/local-time.ts'
import { listEntitiesOf } from '../store/entities.ts'
import { listObligations, type ObligationRow } from '../store/obligations.ts'
import { type LatestAnswer, listAnswersOfReports } from '../store/reports.ts'
import type { RoundRow } from '../store/rounds.ts'
import { choiceLabels } from './choice-labels.ts'
import type { Services } from './services.ts'
import { reportFactsByObligation } from './village-answers.ts'

/** Villages read at once. */
const BATCH = 200

/**
 * The activities of a round for OpenDK: two tables as CSV, of the one report of each village that counts. An activity
 * that stands in no plan has no id of its own and is left out; how many were is told.
 */
export async function exportOpenDk(
  services: Services,
  round: RoundRow,
): Promise<{
  readonly pembangunan: string
  readonly dokumentasi: string
  readonly activities: number
  readonly leftOut: number
}> {
  const { db } = services
  const villages = (await listObligations(db, { roundId: round.id })).filter((o) => o.level === 'desa')
  const label = await choiceLabels(services, db)
  const activities: OpenDkActivity[] = []
  let leftOut = 0
  for (let i = 0; i < villages.length; i += BATCH) {
    const batch = villages.slice(i, i + BATCH)
    const facts = await reportFactsByObligation(
      db,
      db,
      batch.map((o) => o.id),
    )
    const plan = new Map(
      (
        await listEntitiesOf(
          db,
          db,
          'kegiatan',
          batch.map((o) => o.regionCode),
        )
      ).map((e) => [e.entityId, e]),
    )
    const counting = batch.flatMap((o) => {
      const report = countingReport(facts.get(o.id) ?? [])
      return report && report.state !== 'open' ? [{ o, report }] : []
    })
    const answers = await listAnswersOfReports(
      db,
      db,
      counting.map(({ report }) => report.reportId),
    )
    for (const { o, report } of counting)
      for (const [entityId, row] of itemsOf(answers.get(report.reportId) ?? [])) {
        const item = plan.get(entityId)
        if (!item) leftOut += 1
        else activities.push(activityOf(o, report, item, row, label))
      }
  }
  const table = <Name extends string>(names: readonly Name[], rows: readonly Readonly<Record<Name, string>>[]) =>
    writeCsv([names, ...rows.map((row) => names.map((name) => row[name]))])
  return {
    pembangunan: table(pembangunanColumns, activities.map(pembangunanRow)),
    dokumentasi: table(
      dokumentasiColumns,
      activities.map(dokumentasiRow).filter((row) => row !== undefined),
    ),
    activities: activities.length,
    leftOut,
  }
}

function itemsOf(answers: readonly LatestAnswer[]): ReadonlyMap<string, ReadonlyMap<string, Json>> {
  const items = new Map<string, Map<string, Json>>()
  for (const { path, value } of answers) {
    const [, item, name] = /^kegiatan\[([^\]]+)\]\/(\w+)$/.exec(path) ?? []
    if (item === undefined || name === undefined) continue
    const row = items.get(item) ?? new Map<string, Json>()
    row.set(name, value)
    items.set(item, row)
  }
  return items
}

function activityOf(
  { regionCode, zone }: ObligationRow,
  report: { readonly reportId: number; readonly firstSubmittedAt: number | null },
  item: { readonly id: number; readonly label: string; readonly properties: Readonly<Record<string, string>> },
  row: ReadonlyMap<string, Json>,
  label: (list: 'status' | 'kendala', code: string) => string,
): OpenDkActivity {
  const status = text(row.get('status'))
  const kendala = codes(row.get('kendala')).filter((code) => code !== 'tidak_ada')
  const at = report.firstSubmittedAt ?? 0
  return {
    regionCode,
    id: item.id,
    name: item.label,
    plan: item.properties,
    said: [
      ...(status === '' ? [] : [label('status', status)]),
      ...(kendala.length === 0 ? [] : [`Kendala: ${kendala.map((code) => label('kendala', code)).join(', ')}`]),
    ].join('. '),
    percent: status === 'selesai' ? 100 : status === 'belum' ? 0 : number(row.get('persen')),
    isGivenUp: status === 'batal',
    beneficiaries: count(row.get('penerima')),
    spent: number(row.get('dana_terpakai')),
    paidBy: codes(row.get('sumber_dana')),
    reportId: report.reportId,
    toldAt: `${localDate(at, zone)} ${localTime(at, zone)}:00`,
  }
}

const text = (value: Json | undefined) => (typeof value === 'string' ? value : '')
const number = (value: Json | undefined) => (typeof value === 'number' ? value : null)
const codes = (value: Json | undefined) =>
  Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : []

function count(value: Json | undefined): OpenDkActivity['beneficiaries'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { total, l, p } = value as Readonly<Record<string, Json>>
  return typeof total === 'number' && typeof l === 'number' && typeof p === 'number' ? { total, l, p } : null
}
