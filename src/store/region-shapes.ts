import type { Shape } from '../domain/shapes.ts'
import type { Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/** Shapes of villages for the map, as staff brought them. */
export async function saveShapes(
  sql: Sql,
  shapes: ReadonlyMap<string, Shape>,
  about: { readonly source: string; readonly at: number },
): Promise<void> {
  await sql.runRows(
    { region_code: 'text', shape: 'text' },
    [...shapes].map(([code, shape]) => ({ region_code: code, shape: JSON.stringify(shape) })),
    (j) => `insert into region_shape (region_code, shape, source, at)
      select j.region_code, j.shape, $2, $3 from ${j} where true
      on conflict (region_code) do update set shape = excluded.shape, source = excluded.source, at = excluded.at`,
    about.source,
    about.at,
  )
}

export async function listShapes(
  sql: Sql,
  regionCodes: readonly string[],
): Promise<readonly { readonly code: string; readonly shape: Shape; readonly source: string }[]> {
  const parameters: Parameter[] = []
  const rows = await sql.all<{ code: string; shape: string; source: string }>(
    `select region_code as code, shape, source from region_shape where ${within('region_code', regionCodes, parameters)}
     order by region_code`,
    ...parameters,
  )
  return rows.map((row) => ({ ...row, shape: JSON.parse(row.shape) as Shape }))
}
