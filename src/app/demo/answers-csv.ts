import { kecamatanOf } from '../../domain/regions.ts'
import type { Json } from '../../lib/json.ts'
import type { Database } from '../../store/database.ts'
import { listAnswersOfReports } from '../../store/reports.ts'
import { listObligations, listReportFacts } from '../../store/rounds.ts'

/** The answers of the open rounds, one a line: a look at what the demo brought in, not the export that others read. */
export async function answersAsCsv(db: Database): Promise<string> {
  const obligations = await listObligations(db, { state: 'open' })
  const reports = await listReportFacts(
    db,
    db,
    obligations.map((o) => o.id),
  )
  const answers = await listAnswersOfReports(
    db,
    db,
    reports.map((r) => r.reportId),
  )
  const places = new Map(obligations.map((o) => [o.id, o]))
  const rows = reports.flatMap((report) => {
    const place = places.get(report.obligationId)!
    return (answers.get(report.reportId) ?? []).map((answer) => {
      const [, item = '', name = answer.path] = /^\w+\[([^\]]+)\]\/(.+)$/.exec(answer.path) ?? []
      return [
        place.regionCode,
        kecamatanOf(place.regionCode),
        place.regionName,
        report.state,
        item,
        name,
        said(answer.value),
        answer.how,
      ]
    })
  })
  const head = ['kode', 'kecamatan', 'nama', 'keadaan', 'kegiatan', 'pertanyaan', 'jawaban', 'cara']
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function said(value: Json): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A spreadsheet takes what begins with one of these for a formula; what people wrote never is one. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
