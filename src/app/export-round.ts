import { type Position, positionFacts } from '../domain/positions.ts'
import type { Json } from '../lib/json.ts'
import { listEntitiesByIds } from '../store/entities.ts'
import { readOfficeBook } from '../store/offices.ts'
import { listAnswersOfReports } from '../store/reports.ts'
import { listHandedIn, type RoundRow } from '../store/rounds.ts'
import { officeWord } from './office-lists.ts'
import type { Services } from './services.ts'
import { showPath } from './shown-answers.ts'

/** One row an answer: what a spreadsheet or another program takes in. No name of a person is among them. */
export const exportHeader = [
  'putaran',
  'formulir',
  'kode_wilayah',
  'nama_wilayah',
  'jabatan',
  'resmi',
  'keadaan_laporan',
  'tanda_terima',
  'nomor_soal',
  'jalur',
  'soal',
  'kegiatan',
  'kode_jawaban',
  'jawaban',
  'cara',
  'alasan',
  'waktu',
] as const

/** Reports read at once: their answers are in memory together. */
const BATCH = 200

/** The latest answers of every report of a round that was handed in, a batch of rows at a time, in code order. */
export async function* exportRows(services: Services, round: RoundRow): AsyncIterable<readonly (readonly string[])[]> {
  const { db, forms } = services
  const reports = await listHandedIn(db, round.id)
  const offices = await readOfficeBook(db)
  for (let i = 0; i < reports.length; i += BATCH) {
    const batch = reports.slice(i, i + BATCH)
    const answers = await listAnswersOfReports(
      db,
      db,
      batch.map((r) => r.reportId),
    )
    const items = new Set(
      [...answers.values()].flat().flatMap(({ path }) => /^kegiatan\[([^\]]+)\]/.exec(path)?.[1] ?? []),
    )
    const labels = new Map((await listEntitiesByIds(db, db, 'kegiatan', [...items])).map((e) => [e.entityId, e.label]))
    const rows: string[][] = []
    for (const report of batch) {
      const form = await forms.get(db, report.formVersionId)
      const head = [
        round.code,
        report.formName,
        report.regionCode,
        report.regionName,
        positionFacts[report.position as Position].label,
        report.official === 1 ? 'ya' : 'tidak',
        report.state,
        report.receipt ?? '',
      ]
      for (const answer of answers.get(report.reportId) ?? []) {
        const shown = showPath(form, answer.path, form.defaultLanguage, officeWord(offices, report.regionCode))
        const node = form.byName.get(answer.path.split('/').at(-1)!)
        rows.push([
          ...head,
          node?.kind === 'question' ? (node.ref ?? '') : '',
          answer.path,
          shown.question,
          shown.item === undefined ? '' : (labels.get(shown.item) ?? shown.item),
          codeOf(answer.value),
          answer.value === null ? '' : shown.say(answer.value),
          answer.how,
          answer.reason ?? '',
          new Date(answer.at).toISOString(),
        ])
      }
    }
    yield rows
  }
}

/** The value for programs: a code, codes separated by spaces, a number, and compound answers as JSON. */
function codeOf(value: Json): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map((v) => (typeof v === 'object' ? JSON.stringify(v) : String(v))).join(' ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
