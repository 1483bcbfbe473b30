import { opdProgrammeColumns, opdProgrammeRequired, readOpdProgrammeRows } from '../domain/opd-programme-rows.ts'
import type { RowIssue } from '../domain/row-cells.ts'
import type { Database } from '../store/database.ts'
import { readOfficeBook } from '../store/offices.ts'
import { saveOpdProgramme } from '../store/opd-programmes.ts'
import { findProgramme } from '../store/programme.ts'
import { audit } from '../store/settings.ts'
import { readWorkbook } from './read-workbook.ts'

export type OpdProgrammeImport =
  | { readonly ok: true; readonly rows: number; readonly added: number; readonly changed: number }
  | { readonly ok: false; readonly issues: readonly RowIssue[] }

/** Takes a sheet of programmes of offices: all rows or none; the same file again changes nothing. */
export async function importOpdProgrammes(
  db: Database,
  bytes: Uint8Array,
  by: { readonly now: number; readonly actor: string },
): Promise<OpdProgrammeImport> {
  const sheet = readWorkbook(bytes, { known: opdProgrammeColumns, required: opdProgrammeRequired })
  if ('issues' in sheet) return { ok: false, issues: sheet.issues }
  return db.transaction(async (sql): Promise<OpdProgrammeImport> => {
    const programme = await findProgramme(sql)
    const read = readOpdProgrammeRows(sheet.rows, Object.keys(programme?.kabupaten ?? {}), await readOfficeBook(sql))
    if (!read.ok) return read
    let added = 0
    let changed = 0
    for (const row of read.rows) {
      const saved = await saveOpdProgramme(sql, row)
      if (saved.isNew) added++
      else if (saved.changed) changed++
    }
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'opd_programmes_imported',
      object: 'programme',
      details: { added, changed },
    })
    return { ok: true, rows: read.rows.length, added, changed }
  })
}
