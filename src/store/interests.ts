import type { Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/** Interest in replication: who told it, of which place, and what became of it. */
export const interestStates = ['dicatat', 'diterima', 'ditolak'] as const
export type InterestState = (typeof interestStates)[number]

export interface Interest {
  readonly id: number
  readonly regionCode: string
  readonly regionName: string
  /** desa | kecamatan | kabupaten */
  readonly level: string
  readonly toldOn: string
  readonly toldBy: string
  readonly what: string
  readonly meetingId: number | null
  readonly state: InterestState
  readonly settledOn: string | null
  readonly because: string | null
}

export async function listInterests(
  sql: Sql,
  filter: { readonly within?: readonly string[]; readonly id?: number } = {},
): Promise<readonly Interest[]> {
  const parameters: Parameter[] = []
  const where = [within('i.region_code', filter.within ?? ['*'], parameters)]
  if (filter.id !== undefined) where.push(`i.id = $${parameters.push(filter.id)}`)
  return sql.all<Interest>(
    `select i.id, i.region_code as "regionCode", r.name as "regionName", r.level, i.told_on as "toldOn",
       i.told_by as "toldBy", i.what, i.meeting_id as "meetingId", i.state, i.settled_on as "settledOn", i.because
     from interest i join region r on r.code = i.region_code where ${where.join(' and ')}
     order by i.region_code, i.told_on, i.id`,
    ...parameters,
  )
}

export async function insertInterest(
  sql: Sql,
  interest: Pick<Interest, 'regionCode' | 'toldOn' | 'toldBy' | 'what' | 'meetingId'>,
  made: { readonly at: number; readonly actor: string; readonly demo: boolean },
): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    `insert into interest (region_code, told_on, told_by, what, meeting_id, state, demo, at, actor)
     values ($1, $2, $3, $4, $5, 'dicatat', $6, $7, $8) returning id`,
    interest.regionCode,
    interest.toldOn,
    interest.toldBy,
    interest.what,
    interest.meetingId,
    made.demo ? 1 : 0,
    made.at,
    made.actor,
  )
  return row!.id
}

export async function settleInterest(
  sql: Sql,
  id: number,
  settled: { readonly state: InterestState; readonly on: string; readonly because: string },
): Promise<void> {
  await sql.run(
    'update interest set state = $2, settled_on = $3, because = $4 where id = $1',
    id,
    settled.state,
    settled.on,
    settled.because,
  )
}
