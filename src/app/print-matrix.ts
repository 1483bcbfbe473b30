import { paperOfMatrix } from '../documents/matrix-paper.ts'
import type { Paper } from '../documents/paper.ts'
import type { Sql } from '../store/database.ts'
import type { RoundRow } from '../store/rounds.ts'
import { matrixNow } from './matrix.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'

/** The matrix of a kecamatan or kabupaten as it stands now. Throws `Problem('no_matrix_place')`. */
export async function printMatrix(
  services: Services,
  sql: Sql,
  where: { readonly regionCode: string; readonly round: RoundRow },
  now: number,
): Promise<Paper> {
  const matrix = await matrixNow(services, sql, where, now)
  const zone = await zoneOf(services, sql, where.regionCode)
  return paperOfMatrix(matrix, await services.programme.get(sql), { texts: services.texts, language: 'id', zone })
}
