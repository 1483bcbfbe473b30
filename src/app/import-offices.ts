import { officeColumns, officeRequired, readOfficeRows } from '../domain/office-rows.ts'
import { type Office, officeBook } from '../domain/offices.ts'
import type { RowIssue } from '../domain/row-cells.ts'
import type { Database, Sql } from '../store/database.ts'
import { listOffices, saveOffice } from '../store/offices.ts'
import { listOpdProgrammes } from '../store/opd-programmes.ts'
import { listSeatHolders } from '../store/people.ts'
import { findProgramme } from '../store/programme.ts'
import { listRecommendations } from '../store/recommendations.ts'
import { audit } from '../store/settings.ts'
import { readWorkbook } from './read-workbook.ts'

export type OfficeImport =
  | {
      readonly ok: true
      readonly rows: number
      readonly added: number
      readonly changed: number
      /** Offices that are no more, and still have something: staff give it to another one. */
      readonly left: readonly OfficeLoad[]
    }
  | { readonly ok: false; readonly issues: readonly RowIssue[] }

/** What hangs on an office. */
export interface OfficeLoad {
  readonly office: Office
  readonly seats: number
  readonly programmes: number
  /** Recommendations that nobody has called finished. */
  readonly recommendations: number
}

/** Takes a sheet of offices: all rows or none; what is not in it stays, and the same file again changes nothing. */
export async function importOffices(
  db: Database,
  bytes: Uint8Array,
  by: { readonly now: number; readonly actor: string },
): Promise<OfficeImport> {
  const sheet = readWorkbook(bytes, { known: officeColumns, required: officeRequired })
  if ('issues' in sheet) return { ok: false, issues: sheet.issues }
  return db.transaction(async (sql): Promise<OfficeImport> => {
    const programme = await findProgramme(sql)
    const known = await listOffices(sql)
    const read = readOfficeRows(sheet.rows, Object.keys(programme?.kabupaten ?? {}), officeBook(known))
    if (!read.ok) return read
    let added = 0
    let changed = 0
    for (const office of read.rows) {
      const before = known.find((o) => o.kabupatenCode === office.kabupatenCode && o.code === office.code)
      if (before && JSON.stringify(facts(before)) === JSON.stringify(facts(office))) continue
      await saveOffice(sql, office)
      if (before) changed++
      else added++
    }
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'offices_imported',
      object: 'programme',
      details: { added, changed },
    })
    const ended = read.rows.filter(({ active }) => !active)
    const left = (await officeLoads(sql, db, ended, by.now)).filter(
      (load) => load.seats + load.programmes + load.recommendations > 0,
    )
    return { ok: true, rows: read.rows.length, added, changed, left }
  })
}

const facts = ({ name, short, alsoCalled, active }: Office) => [name, short, alsoCalled, active]

export async function officeLoads(
  sql: Sql,
  db: Database,
  offices: readonly Office[],
  now: number,
): Promise<readonly OfficeLoad[]> {
  if (offices.length === 0) return []
  const holders = await listSeatHolders(sql, db, { positions: ['opd'], now })
  const programmes = await listOpdProgrammes(sql)
  const within = [...new Set(offices.map(({ kabupatenCode }) => kabupatenCode))]
  const open = (await listRecommendations(sql, db, { within })).filter(
    ({ state }) => state !== 'selesai' && state !== 'tidak_bisa',
  )
  return offices.map((office) => ({
    office,
    seats: holders.filter((h) => h.regionCode === office.kabupatenCode && h.opd === office.code).length,
    programmes: programmes.filter((p) => p.kabupatenCode === office.kabupatenCode && p.opd === office.code).length,
    recommendations: open.filter((r) => r.kabupatenCode === office.kabupatenCode && r.responsible.includes(office.code))
      .length,
  }))
}
