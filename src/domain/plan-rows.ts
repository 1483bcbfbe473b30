import { codeOfWord, fundingSources, livelihoodFields, plain } from './activities.ts'
import type { Region } from './regions.ts'
import {
  cellText,
  isBlank,
  type RowIssue,
  type RowsResult,
  readMonth,
  readNumber,
  readRupiah,
  type SheetRow,
} from './row-cells.ts'
import { type RegionFinder, regionFinder } from './row-regions.ts'

/** The workbook of plan activities: one row for one activity of one village's livelihood plan (VLP). */
export const planColumns = [
  'kode_desa',
  'nama_desa',
  'kegiatan',
  'bidang',
  'target',
  'satuan',
  'biaya',
  'sumber',
  'mulai',
  'selesai',
  'penanggung_jawab',
  'tahun_vlp',
] as const
export const planRequiredColumns = ['kode_desa', 'kegiatan', 'bidang', 'tahun_vlp'] as const
type PlanColumn = (typeof planColumns)[number]

export interface PlanRow {
  readonly row: number
  readonly regionCode: string
  readonly name: string
  /** Code of `livelihoodFields`. */
  readonly bidang: string
  readonly target: number | null
  readonly satuan: string
  /** Rupiah. */
  readonly biaya: number | null
  /** Codes of `fundingSources`. */
  readonly sumber: readonly string[]
  /** `YYYY-MM`. */
  readonly mulai: string | null
  readonly selesai: string | null
  readonly penanggungJawab: string
  readonly tahunVlp: number
}

/** A cost below this is a cell in thousands or millions of rupiah, not in rupiah. */
const smallestCost = 10_000

/** Reads the rows against the villages of the programme. Blank rows are passed over; one bad cell refuses all. */
export function readPlanRows(rows: readonly SheetRow[], regions: readonly Region[]): RowsResult<PlanRow> {
  const finder = regionFinder(regions)
  const read = rows.filter((row) => !isBlank(row, planColumns)).map((row) => readActivity(row, finder))
  const activities = read.flatMap(({ activity }) => activity ?? [])
  const issues = [...read.flatMap((one) => one.issues), ...doubled(activities)]
  if (issues.length > 0) return { ok: false, issues: issues.toSorted((a, b) => a.row - b.row) }
  if (activities.length === 0) {
    const message = 'Berkas ini kosong. Isi paling sedikit satu kegiatan.'
    return { ok: false, issues: [{ row: 2, column: 'kegiatan', message }] }
  }
  return { ok: true, rows: activities }
}

function readActivity(
  { row, cells }: SheetRow,
  finder: RegionFinder,
): { readonly activity?: PlanRow; readonly issues: readonly RowIssue[] } {
  const issues: RowIssue[] = []
  const complain = (column: PlanColumn, message: string) => issues.push({ row, column, message })
  const text = (column: PlanColumn) => cellText(cells[column])
  /** An optional cell: null when empty, a complaint when it cannot be read. */
  const optional = <T>(column: PlanColumn, value: T | undefined, message: string): T | null => {
    if (text(column) === '') return null
    if (value === undefined) complain(column, message)
    return value ?? null
  }

  const place = finder.find(text('kode_desa'), text('nama_desa'), ['desa'])
  if (!place.ok) complain(place.column === 'code' ? 'kode_desa' : 'nama_desa', place.message)

  const name = text('kegiatan')
  if (name === '') complain('kegiatan', 'Nama kegiatan belum diisi.')
  else if (name.length > 120) complain('kegiatan', 'Nama kegiatan terlalu panjang. Tulis paling banyak 120 huruf.')

  const bidang = codeOfWord(livelihoodFields, text('bidang'))
  if (bidang === undefined) {
    const labels = livelihoodFields.map((field) => field.label).join(', ')
    complain('bidang', `Bidang "${text('bidang')}" tidak dikenal. Pilih salah satu: ${labels}.`)
  }

  const target = optional(
    'target',
    readNumber(cells.target),
    `Target "${text('target')}" bukan angka. Tulis angkanya saja, satuannya di kolom satuan. Contoh: 250.`,
  )
  if (target !== null && target <= 0) complain('target', 'Target perlu lebih dari 0. Kosongkan kalau belum ada.')
  if (target !== null && text('satuan') === '') complain('satuan', 'Satuan belum diisi. Contoh: ekor, pohon, ha, unit.')

  const biaya = optional(
    'biaya',
    readRupiah(cells.biaya),
    `Biaya "${text('biaya')}" tidak terbaca. Tulis dalam rupiah. Contoh: 25000000 atau Rp 25.000.000.`,
  )
  if (biaya !== null && biaya > 0 && biaya < smallestCost)
    complain('biaya', `Biaya ${text('biaya')} terlalu kecil. Tulis lengkap dalam rupiah. Contoh: 25000000.`)

  const sources = text('sumber')
    .split(/[,;+&]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const unknown = sources.filter((source) => codeOfWord(fundingSources, source) === undefined)
  if (unknown.length > 0) {
    const labels = fundingSources.map((source) => source.label).join(', ')
    complain('sumber', `Sumber dana "${unknown.join(', ')}" tidak dikenal. Pilih dari: ${labels}.`)
  }

  const monthHelp = 'Tulis bulan dan tahun. Contoh: Maret 2024.'
  const mulai = optional('mulai', readMonth(cells.mulai), `Bulan mulai "${text('mulai')}" tidak terbaca. ${monthHelp}`)
  const selesai = optional(
    'selesai',
    readMonth(cells.selesai),
    `Bulan selesai "${text('selesai')}" tidak terbaca. ${monthHelp}`,
  )
  if (mulai !== null && selesai !== null && selesai < mulai)
    complain('selesai', `Bulan selesai (${selesai}) lebih awal dari bulan mulai (${mulai}). Perbaiki salah satunya.`)

  const tahunVlp = Number(text('tahun_vlp'))
  if (!/^20\d\d$/.test(text('tahun_vlp')))
    complain('tahun_vlp', 'Tahun VLP belum benar. Tulis empat angka. Contoh: 2024.')

  if (issues.length > 0 || !place.ok || bidang === undefined) return { issues }
  return {
    issues,
    activity: {
      row,
      regionCode: place.region.code,
      name,
      bidang,
      target,
      satuan: text('satuan').toLowerCase(),
      biaya,
      sumber: [...new Set(sources.flatMap((source) => codeOfWord(fundingSources, source) ?? []))],
      mulai,
      selesai,
      penanggungJawab: text('penanggung_jawab'),
      tahunVlp,
    },
  }
}

function doubled(activities: readonly PlanRow[]): readonly RowIssue[] {
  const seen = new Map<string, number>()
  return activities.flatMap(({ row, regionCode, name, tahunVlp }) => {
    const key = `${regionCode} ${tahunVlp} ${plain(name)}`
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, row)
      return []
    }
    const message = `Kegiatan "${name}" di desa ini sudah ada di baris ${first}. Hapus salah satunya atau bedakan namanya.`
    return [{ row, column: 'kegiatan', message }]
  })
}
