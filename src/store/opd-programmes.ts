import type { Sql } from './database.ts'

/** Programmes of offices with the places (lokus) they have in a budget year. */
export interface OpdProgramme {
  readonly id: number
  readonly kabupatenCode: string
  readonly opd: string
  readonly year: number
  readonly name: string
  readonly placesTotal: number
  readonly placesTaken: number
  /** Villages of the recommendations and activities that go into it, each once. */
  readonly villages: readonly string[]
}

/** In the order of kabupaten, year, office and name. */
export async function listOpdProgrammes(
  sql: Sql,
  filter: { readonly kabupatenCode?: string; readonly year?: number } = {},
): Promise<readonly OpdProgramme[]> {
  const parameters: (string | number)[] = []
  const where = ['1 = 1']
  if (filter.kabupatenCode !== undefined) where.push(`kabupaten_code = $${parameters.push(filter.kabupatenCode)}`)
  if (filter.year !== undefined) where.push(`year = $${parameters.push(filter.year)}`)
  const rows = await sql.all<Omit<OpdProgramme, 'villages'>>(
    `select id, kabupaten_code as "kabupatenCode", opd, year, name, places_total as "placesTotal",
       places_taken as "placesTaken" from opd_programme where ${where.join(' and ')}
     order by kabupaten_code, year, opd, name`,
    ...parameters,
  )
  const taken = Map.groupBy(
    await sql.all<{ id: number; regionCode: string }>(
      `select distinct c.opd_programme_id as id, v.region_code as "regionCode" from recommendation c
       join recommendation_village v on v.recommendation_id = c.id
       where c.opd_programme_id is not null and c.dropped_at is null and c.state <> 'tidak_bisa'
       union select m.opd_programme_id, e.region_code from activity_match m join entity_item e on e.id = m.entity_item_id
       order by 2`,
    ),
    (t) => t.id,
  )
  return rows.map((row) => ({ ...row, villages: (taken.get(row.id) ?? []).map((t) => t.regionCode) }))
}

/** Adds a programme or renews its places; true when it was new. */
export async function saveOpdProgramme(
  sql: Sql,
  programme: Omit<OpdProgramme, 'id' | 'villages'>,
): Promise<{ readonly isNew: boolean; readonly changed: boolean }> {
  const { kabupatenCode, opd, year, name, placesTotal, placesTaken } = programme
  const [known] = await sql.all<{ id: number; placesTotal: number; placesTaken: number }>(
    `select id, places_total as "placesTotal", places_taken as "placesTaken" from opd_programme
     where kabupaten_code = $1 and opd = $2 and year = $3 and name = $4`,
    kabupatenCode,
    opd,
    year,
    name,
  )
  if (!known) {
    await sql.run(
      `insert into opd_programme (kabupaten_code, opd, year, name, places_total, places_taken) values ($1, $2, $3, $4, $5, $6)`,
      kabupatenCode,
      opd,
      year,
      name,
      placesTotal,
      placesTaken,
    )
    return { isNew: true, changed: true }
  }
  if (known.placesTotal === placesTotal && known.placesTaken === placesTaken) return { isNew: false, changed: false }
  await sql.run(
    'update opd_programme set places_total = $2, places_taken = $3 where id = $1',
    known.id,
    placesTotal,
    placesTaken,
  )
  return { isNew: false, changed: true }
}
