import { createHash } from 'node:crypto'
import { type Position, positionFacts } from '../domain/positions.ts'
import { kindOf } from '../engine/kinds/index.ts'
import type { Question } from '../flows/form.ts'
import type { Submission, SubmittedValue } from '../flows/submission/submission.ts'
import { SubmissionTables, type Table, type ValidationStatus } from '../flows/submission/tables.ts'
import { writeSubmission } from '../flows/submission/write-xml.ts'
import { writeXForm } from '../flows/xform/write.ts'
import { Problem } from '../lib/problem.ts'
import { readAttachment } from '../store/attachment-files.ts'
import { listEntitiesByIds } from '../store/entities.ts'
import { findFile, listFilesOfReport } from '../store/report-answers.ts'
import { type LatestAnswer, listAnswersOfReports } from '../store/reports.ts'
import { type HandedIn, listHandedIn, type RoundRow } from '../store/rounds.ts'
import { listReportsWithClosedPhotos } from '../store/stories.ts'
import type { Services } from './services.ts'

/** Reports read at once: their answers are in memory together. */
const BATCH = 200
/** Rows that a worksheet can hold, with its header. */
const mostRows = 1_048_575

interface Exported {
  readonly report: HandedIn
  readonly submission: Submission
  /** Stored files of the report, by the name they have in the export. */
  readonly files: ReadonlyMap<string, string>
}

/** The reports of a round that were handed in, as other systems take them, in code order. */
async function* exportedReports(services: Services, round: RoundRow): AsyncIterable<Exported> {
  const { db, forms } = services
  const reports = await listHandedIn(db, round.id)
  for (let i = 0; i < reports.length; i += BATCH) {
    const batch = reports.slice(i, i + BATCH)
    const answers = await listAnswersOfReports(
      db,
      db,
      batch.map((report) => report.reportId),
    )
    const ids = new Set([...answers.values()].flat().flatMap(({ path }) => /\[([^\]]+)\]/.exec(path)?.[1] ?? []))
    const entities = await listEntitiesByIds(db, db, 'kegiatan', [...ids])
    const items = new Map(entities.map((one) => [one.entityId, { ...one.properties, label: one.label }]))
    const closed = await listReportsWithClosedPhotos(
      db,
      db,
      batch.map((report) => report.reportId),
      'pass_on',
    )
    for (const report of batch) {
      const form = await forms.get(db, report.formVersionId)
      const { names, files } = await filesOf(services, report.reportId, closed.has(report.reportId))
      const rows = answers.get(report.reportId) ?? []
      const values = new Map<string, SubmittedValue>()
      for (const row of rows) {
        const node = form.byName.get(row.path.split('/').at(-1)!)
        if (node?.kind !== 'question') continue
        const value = submittedValue(node, row, names)
        if (value) values.set(row.path, value)
      }
      const submission: Submission = {
        form,
        instanceId: instanceIdOf(round, report),
        values,
        startedAt: report.startedAt,
        submittedAt: report.submittedAt ?? undefined,
        items,
      }
      yield { report, submission, files }
    }
  }
}

/** A round as KoboToolbox exports it. Throws `Problem('too_many_rows')`. */
export async function exportTables(services: Services, round: RoundRow): Promise<{ tables: Table[]; reports: number }> {
  const about = new Map<Submission, HandedIn>()
  const tables = new SubmissionTables({
    language: 'id',
    about: (submission) => {
      const report = about.get(submission)!
      return {
        _kode_wilayah: report.regionCode,
        _nama_wilayah: report.regionName,
        _jabatan: positionFacts[report.position as Position].label,
        _resmi: report.official === 1 ? 'ya' : 'tidak',
        _terlambat: report.late === 1 ? 'ya' : 'tidak',
        _tanda_terima: report.receipt,
      }
    },
    label: () => undefined,
  })
  let reports = 0
  for await (const { report, submission } of exportedReports(services, round)) {
    about.set(submission, report)
    tables.add(submission, { id: report.reportId, status: statusOf(report) })
    about.delete(submission)
    reports++
  }
  const made = tables.tables()
  if (made.some(({ rows }) => rows.length > mostRows))
    throw new Problem('too_many_rows', `round ${round.code} has more rows than a worksheet holds: use --format csv`)
  return { tables: made, reports }
}

/** A round as ODK has it: each form as XForm, each report as a submission with its files. */
export async function exportOdk(
  services: Services,
  round: RoundRow,
): Promise<{ files: Map<string, Uint8Array | string>; reports: number }> {
  const files = new Map<string, Uint8Array | string>()
  let reports = 0
  for await (const { submission, files: own } of exportedReports(services, round)) {
    const { form } = submission
    const version = form.version.replace(/[^\w.-]/g, '_')
    files.set(`forms/${form.id}-${version}.xml`, writeXForm(form.source, { root: form.id }))
    const folder = `instances/${form.id}/${submission.instanceId.replace(':', '')}`
    files.set(`${folder}/submission.xml`, writeSubmission(submission))
    for (const [name, hash] of own) files.set(`${folder}/${name}`, await readAttachment(services.dataDir, hash))
    reports++
  }
  return { files, reports }
}

/** One id for one report, however often it goes out: who takes it in twice sees that it is the same. */
function instanceIdOf(round: RoundRow, report: HandedIn): string {
  const name = ['kentongan', round.code, report.formName, report.regionCode, report.seatId, report.startedAt].join('\n')
  const hex = createHash('sha256').update(name).digest('hex')
  // version 8: made in a way of our own (RFC 9562, 5.8)
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function statusOf({ state }: HandedIn): ValidationStatus {
  if (state === 'verified') return 'validation_status_approved'
  return state === 'returned' ? 'validation_status_not_approved' : ''
}

const fileKinds: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'file'])

function submittedValue(
  question: Question,
  row: LatestAnswer,
  names: ReadonlyMap<string, string>,
): SubmittedValue | undefined {
  if (row.value === null) return undefined
  const ids = Array.isArray(row.value) ? row.value.map(String) : [String(row.value)]
  if (fileKinds.has(question.type)) return { text: ids.flatMap((id) => names.get(id) ?? []).join(' ') }
  try {
    return kindOf(question.type).toNode(row.value)
  } catch {
    // a value of an older shape, before its question changed kind
    return { text: typeof row.value === 'string' ? row.value : JSON.stringify(row.value) }
  }
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'application/pdf': 'pdf',
}

/** Names come from the row's number and the kind of file, never from what a sender called it. */
async function filesOf(
  { db }: Services,
  reportId: number,
  photosClosed: boolean,
): Promise<{ readonly names: ReadonlyMap<string, string>; readonly files: ReadonlyMap<string, string> }> {
  const names = new Map<string, string>()
  const files = new Map<string, string>()
  for (const { id, state } of await listFilesOfReport(db, reportId)) {
    const file = state === 'stored' ? await findFile(db, id) : undefined
    if (!file || (photosClosed && file.mime.startsWith('image/'))) continue
    const name = `${id}.${extensions[file.mime] ?? 'bin'}`
    names.set(String(id), name)
    files.set(name, file.hash)
  }
  return { names, files }
}
