import type { Matrix, Signer } from '../domain/matrix.ts'
import type { Sql } from './database.ts'

/** Signed matrices. A row is written once and never changed. */
export interface MatrixVersion {
  readonly roundId: number
  readonly regionCode: string
  readonly number: number
  readonly matrix: Matrix
  readonly signedOn: string
  readonly signers: readonly Signer[]
  readonly carriedBy: string | null
  readonly createdAt: number
}

type Row = Omit<MatrixVersion, 'matrix' | 'signers'> & { readonly frozen: string; readonly signers: string }

/** The versions of a place in a round, oldest first. */
export async function listMatrixVersions(
  sql: Sql,
  roundId: number,
  regionCode: string,
): Promise<readonly MatrixVersion[]> {
  const rows = await sql.all<Row>(
    `select round_id as "roundId", region_code as "regionCode", number, frozen, signed_on as "signedOn", signers,
       carried_by as "carriedBy", created_at as "createdAt"
     from matrix_version where round_id = $1 and region_code = $2 order by number`,
    roundId,
    regionCode,
  )
  return rows.map(({ frozen, signers, ...row }) => ({
    ...row,
    matrix: JSON.parse(frozen) as Matrix,
    signers: JSON.parse(signers) as Signer[],
  }))
}

export async function addMatrixVersion(
  sql: Sql,
  version: Omit<MatrixVersion, 'createdAt'>,
  made: { readonly at: number; readonly by: string },
): Promise<void> {
  await sql.run(
    `insert into matrix_version (round_id, region_code, number, frozen, signed_on, signers, carried_by, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    version.roundId,
    version.regionCode,
    version.number,
    JSON.stringify(version.matrix),
    version.signedOn,
    JSON.stringify(version.signers),
    version.carriedBy,
    made.at,
    made.by,
  )
}
