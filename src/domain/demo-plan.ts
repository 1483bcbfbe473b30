import { Problem } from '../lib/problem.ts'
import { type ActivityStatus, activityStatuses } from './activities.ts'
import type { DemoPlanFile } from './demo-shapes.ts'

/** Unfolds the tables of the invented plans into activities with what each village is said to have reported last. */
export interface DemoActivity {
  /** Letters, digits and dashes only: it becomes part of answer paths. */
  readonly entityId: string
  readonly regionCode: string
  readonly name: string
  readonly bidang: string
  readonly target: number
  readonly satuan: string
  readonly biaya: number
  readonly sumber: readonly string[]
  readonly mulai: string
  readonly selesai: string
  readonly penanggungJawab: string
  readonly tahunVlp: number
  readonly last: {
    readonly status: ActivityStatus
    readonly persen: number | null
    readonly hasil: number | null
    readonly danaTerpakai: number | null
    readonly kendala: readonly string[]
    readonly dukungan: readonly string[]
    readonly dukunganDari: readonly string[]
  }
}

/** Throws `Problem('bad_seed')` when a table lacks a column or a row has no fellow in the others. */
export function readDemoPlan(file: DemoPlanFile): readonly DemoActivity[] {
  const kinds = new Map(file.kinds.map((cells) => [text(rowOf(file.kindColumns, cells), 'kunci'), cells]))
  const results = new Map(
    file.results.map((cells) => {
      const row = rowOf(file.lastRoundColumns, cells)
      return [`${text(row, 'kode_desa')} ${text(row, 'kunci')}`, row]
    }),
  )
  return file.plan.map((cells) => {
    const row = rowOf(file.planColumns, cells)
    const regionCode = text(row, 'kode_desa')
    const key = text(row, 'kunci')
    const kind = rowOf(file.kindColumns, kinds.get(key) ?? [])
    const last = results.get(`${regionCode} ${key}`) ?? new Map()
    return {
      entityId: `k${regionCode.replaceAll('.', '')}-${key.replaceAll('_', '-')}`,
      regionCode,
      name: text(kind, 'kegiatan'),
      bidang: text(kind, 'bidang'),
      target: number(row, 'target'),
      satuan: text(kind, 'satuan'),
      biaya: number(row, 'biaya'),
      sumber: words(row, 'sumber'),
      mulai: text(row, 'mulai'),
      selesai: text(row, 'selesai'),
      penanggungJawab: text(kind, 'penanggung_jawab'),
      tahunVlp: number(row, 'tahun_vlp'),
      last: {
        status: statusOf(text(last, 'status')),
        persen: optional(last, 'persen'),
        hasil: optional(last, 'hasil'),
        danaTerpakai: optional(last, 'dana_terpakai'),
        kendala: words(last, 'kendala'),
        dukungan: words(last, 'dukungan'),
        dukunganDari: words(last, 'dukungan_dari'),
      },
    }
  })
}

type Row = ReadonlyMap<string, string | number | null>

function rowOf(columns: readonly string[], cells: readonly (string | number | null)[]): Row {
  return new Map(columns.map((column, i) => [column, cells[i] ?? null]))
}

function text(row: Row, column: string): string {
  const cell = row.get(column)
  if (typeof cell === 'string') return cell
  throw new Problem('bad_seed', `The demo plan lacks a text in column "${column}"`)
}

function number(row: Row, column: string): number {
  const cell = row.get(column)
  if (typeof cell === 'number') return cell
  throw new Problem('bad_seed', `The demo plan lacks a number in column "${column}"`)
}

function optional(row: Row, column: string): number | null {
  const cell = row.get(column)
  return typeof cell === 'number' ? cell : null
}

function words(row: Row, column: string): readonly string[] {
  return text(row, column)
    .split(' ')
    .filter((word) => word !== '')
}

function statusOf(status: string): ActivityStatus {
  const known = activityStatuses.find((one) => one === status)
  if (known === undefined) throw new Problem('bad_seed', `"${status}" is no status of an activity`)
  return known
}
