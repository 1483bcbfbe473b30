import { type Office, type OfficeBook, officeBook, type UsualOffice, usualOffices } from '../domain/offices.ts'
import type { Sql } from './database.ts'

/** The registers of offices (OPD), one for each kabupaten. */
export async function listOffices(sql: Sql, kabupatenCode?: string): Promise<readonly Office[]> {
  const rows = await sql.all<Omit<Office, 'alsoCalled' | 'active'> & { alsoCalled: string; active: number }>(
    `select kabupaten_code as "kabupatenCode", code, name, short, also_called as "alsoCalled", active from office
     ${kabupatenCode === undefined ? '' : 'where kabupaten_code = $1'} order by kabupaten_code, place, code`,
    ...(kabupatenCode === undefined ? [] : [kabupatenCode]),
  )
  return rows.map((row) => ({
    ...row,
    alsoCalled: JSON.parse(row.alsoCalled) as readonly string[],
    active: row.active === 1,
  }))
}

export async function readOfficeBook(sql: Sql, kabupatenCode?: string): Promise<OfficeBook> {
  return officeBook(await listOffices(sql, kabupatenCode))
}

/** Adds an office at the end of its register, or renews it where it stands. */
export async function saveOffice(sql: Sql, office: Office): Promise<void> {
  const { kabupatenCode, code, name, short, alsoCalled, active } = office
  await sql.run(
    `insert into office (kabupaten_code, code, name, short, also_called, active, place)
     values ($1, $2, $3, $4, $5, $6, (select coalesce(max(place), 0) + 1 from office where kabupaten_code = $1))
     on conflict (kabupaten_code, code) do update set name = excluded.name, short = excluded.short,
       also_called = excluded.also_called, active = excluded.active`,
    kabupatenCode,
    code,
    name,
    short,
    JSON.stringify(alsoCalled),
    active ? 1 : 0,
  )
}

/** What a register begins with, where there is none yet; `own` are the names that this kabupaten is known to use. */
export async function beginOffices(sql: Sql, kabupatenCode: string, own: readonly UsualOffice[] = []): Promise<void> {
  if ((await listOffices(sql, kabupatenCode)).length > 0) return
  for (const office of usualOffices)
    await saveOffice(sql, {
      ...(own.find(({ code }) => code === office.code) ?? office),
      kabupatenCode,
      active: true,
    })
}
