import { daysBetween, isDate } from '../lib/local-time.ts'
import { plain } from './activities.ts'
import { lastDayOf } from './recommendations.ts'
import { WHOLE_PROGRAMME } from './regions.ts'
import { type Cell, cellText, isBlank, type RowIssue, type RowsResult, readMonth, type SheetRow } from './row-cells.ts'

/**
 * The work plan (kerangka kerja) of the programme's team: what it means to do, by when, who sees to it, and when it really
 * was. A planned date moves only with a reason.
 */
export interface WorkDates {
  readonly plannedFromOn: string
  readonly plannedUntilOn: string
  readonly beganOn: string | null
  readonly doneOn: string | null
}

export interface WorkItem extends WorkDates {
  readonly id: number
  /** A kabupaten, or `*`. */
  readonly kabupatenCode: string
  readonly title: string
  readonly responsible: string
  /** The finding of an audit that it answers; '' for none. */
  readonly finding: string
}

/** `overdue`: past its last day and not done; `late_start`: past its first day and not begun. */
export type WorkState = 'done' | 'overdue' | 'late_start' | 'under_way' | 'ahead'

export function workState(item: WorkDates, todayOn: string): WorkState {
  if (item.doneOn !== null) return 'done'
  if (item.plannedUntilOn < todayOn) return 'overdue'
  if (item.beganOn !== null) return 'under_way'
  return item.plannedFromOn < todayOn ? 'late_start' : 'ahead'
}

/** Days past the last planned day; of what is done, how late it was done. Negative: early. */
export function daysLate(item: WorkDates, todayOn: string): number {
  return daysBetween(item.plannedUntilOn, item.doneOn ?? todayOn)
}

/** What is wrong with the dates of an item, in one sentence; undefined when nothing is. */
export function datesProblem({ plannedFromOn, plannedUntilOn, beganOn, doneOn }: WorkDates): string | undefined {
  if (plannedUntilOn < plannedFromOn) return `selesai (${plannedUntilOn}) sebelum mulai (${plannedFromOn})`
  if (doneOn !== null && beganOn !== null && doneOn < beganOn)
    return `selesai nyata (${doneOn}) sebelum mulai (${beganOn})`
  return undefined
}

export const workColumns = [
  'kode_kabupaten',
  'kegiatan',
  'penanggung_jawab',
  'mulai',
  'selesai',
  'mulai_nyata',
  'selesai_nyata',
  'alasan',
] as const
export const workRequiredColumns = ['kode_kabupaten', 'kegiatan', 'penanggung_jawab', 'mulai', 'selesai'] as const

export interface WorkRow extends Omit<WorkItem, 'id' | 'finding'> {
  readonly row: number
  readonly reason: string
}

/** All rows or none; `kabupaten` are the codes that the programme knows. */
export function readWorkRows(rows: readonly SheetRow[], kabupaten: readonly string[]): RowsResult<WorkRow> {
  const issues: RowIssue[] = []
  const read: WorkRow[] = []
  for (const { row, cells } of rows.filter((r) => !isBlank(r, workColumns))) {
    const complain = (column: (typeof workColumns)[number], message: string) => issues.push({ row, column, message })
    const date = (column: 'mulai' | 'selesai' | 'mulai_nyata' | 'selesai_nyata'): string | null => {
      if (cellText(cells[column]) === '') {
        if (column === 'mulai' || column === 'selesai')
          complain(column, 'Tanggalnya belum diisi. Contoh: 12 Maret 2025.')
        return null
      }
      const on = readDay(cells[column], column.startsWith('mulai') ? 'first' : 'last')
      if (on === undefined)
        complain(
          column,
          `"${cellText(cells[column])}" bukan tanggal. Contoh: 12 Maret 2025, 2025-03-12 atau Maret 2025.`,
        )
      return on ?? null
    }
    const kabupatenCode = cellText(cells.kode_kabupaten)
    if (kabupatenCode !== WHOLE_PROGRAMME && !kabupaten.includes(kabupatenCode))
      complain(
        'kode_kabupaten',
        `Kode "${kabupatenCode}" tidak ada. Pilih: ${kabupaten.join(', ')}, atau * untuk semua.`,
      )
    const title = cellText(cells.kegiatan)
    if (title === '') complain('kegiatan', 'Nama kegiatan belum diisi.')
    const responsible = cellText(cells.penanggung_jawab)
    if (responsible === '') complain('penanggung_jawab', 'Siapa yang bertanggung jawab belum diisi.')
    const plannedFromOn = date('mulai')
    const plannedUntilOn = date('selesai')
    const beganOn = date('mulai_nyata')
    const doneOn = date('selesai_nyata')
    if (plannedFromOn === null || plannedUntilOn === null) continue
    const item = { kabupatenCode, title, responsible, plannedFromOn, plannedUntilOn, beganOn, doneOn }
    const wrong = datesProblem(item)
    if (wrong !== undefined) complain('selesai', `Tanggal tidak cocok: ${wrong}.`)
    read.push({ ...item, row, reason: cellText(cells.alasan) })
  }
  const seen = new Map<string, number>()
  for (const { row, kabupatenCode, title } of read) {
    const key = `${kabupatenCode} ${plain(title)}`
    const first = seen.get(key)
    if (first !== undefined)
      issues.push({ row, column: 'kegiatan', message: `Kegiatan ini sudah ada di baris ${first}.` })
    seen.set(key, first ?? row)
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, rows: read }
}

/** A date as people write it in a sheet; a month alone is its first or last day. Undefined when it is none. */
function readDay(cell: Cell, end: 'first' | 'last'): string | undefined {
  const month = readMonth(cell)
  if (month === undefined) return undefined
  // day numbers count from 30 December 1899, as Excel does
  if (typeof cell === 'number')
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(cell) * 86_400_000).toISOString().slice(0, 10)
  const text = cellText(cell)
  const day = /^\d{4}-\d{1,2}-(\d{1,2})/.exec(text)?.[1] ?? /^(\d{1,2})(?: [a-z]|[/.-]\d{1,2}[/.-])/i.exec(text)?.[1]
  if (day === undefined) return end === 'first' ? `${month}-01` : lastDayOf(month)
  const on = `${month}-${day.padStart(2, '0')}`
  return isDate(on) ? on : undefined
}
