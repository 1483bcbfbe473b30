import { createHash } from 'node:crypto'
import { plain } from '../domain/activities.ts'
import { type PlanRow, planColumns, planRequiredColumns, readPlanRows } from '../domain/plan-rows.ts'
import type { RowIssue } from '../domain/row-cells.ts'
import { Problem } from '../lib/problem.ts'
import type { Database } from '../store/database.ts'
import { type ImportedItem, saveImportedItems } from '../store/plan-import.ts'
import { listRegionNames } from '../store/regions.ts'
import { audit, findSetting } from '../store/settings.ts'
import { readWorkbook } from './read-workbook.ts'

export interface PlanImportCounts {
  readonly rows: number
  readonly villages: number
  readonly added: number
  readonly changed: number
}

export type PlanImport =
  | { readonly ok: true; readonly counts: PlanImportCounts }
  | { readonly ok: false; readonly issues: readonly RowIssue[] }

/**
 * Takes a workbook of plan activities: all rows or none. An activity is known by its village, year and name: the same
 * file again changes nothing, and what villages reported of an activity stays.
 */
export async function importPlan(
  db: Database,
  bytes: Uint8Array,
  options: { readonly now: number; readonly actor: string },
): Promise<PlanImport> {
  const sheet = readWorkbook(bytes, { known: planColumns, required: planRequiredColumns })
  if ('issues' in sheet) return { ok: false, issues: sheet.issues }
  const read = readPlanRows(sheet.rows, await listRegionNames(db))
  if (!read.ok) return read
  return db.transaction(async (sql): Promise<PlanImport> => {
    if (await findSetting(sql, 'demo'))
      throw new Problem(
        'demo_database',
        `${db.place} is a demo: run "kentongan demo clear" first, or use another DATABASE_URL for real plans`,
      )
    const saved = await saveImportedItems(sql, db, read.rows.map(itemOf), { now: options.now, source: 'vlp' })
    const villages = new Set(read.rows.map((row) => row.regionCode)).size
    const counts = { rows: read.rows.length, villages, ...saved }
    await audit(sql, {
      at: options.now,
      actor: options.actor,
      action: 'plan_imported',
      object: 'programme',
      details: counts,
    })
    return { ok: true, counts }
  })
}

function itemOf(row: PlanRow): ImportedItem {
  return {
    list: 'kegiatan',
    entityId: entityIdOf(row),
    regionCode: row.regionCode,
    label: row.name,
    properties: {
      bidang: row.bidang,
      target: row.target === null ? '' : String(row.target),
      satuan: row.satuan,
      biaya: row.biaya === null ? '' : String(row.biaya),
      sumber: row.sumber.join(' '),
      mulai: row.mulai ?? '',
      selesai: row.selesai ?? '',
      penanggung_jawab: row.penanggungJawab,
      tahun_vlp: String(row.tahunVlp),
    },
  }
}

const longestSlug = 40

/** `81.05.15.2003-2024-ternak_ayam`: readable in exports, and the same for the same activity every time. */
function entityIdOf({ regionCode, tahunVlp, name }: PlanRow): string {
  const words = plain(name)
  const slug = words.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
  const whole = slug.replaceAll('_', ' ') === words && slug.length <= longestSlug
  const mark = whole ? '' : `_${createHash('sha256').update(words).digest('hex').slice(0, 8)}`
  return `${regionCode}-${tahunVlp}-${slug.slice(0, longestSlug)}${mark}`
}
