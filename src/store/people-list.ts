import type { Position } from '../domain/positions.ts'
import type { Sql } from './database.ts'

/** Everybody with their seats and how they can be reached: for lists and invitations. */
export interface ListedPerson {
  readonly id: number
  readonly name: string
  readonly language: string
  readonly hasPhone: boolean
  readonly stopped: boolean
  readonly demo: boolean
  /** Seats held now; a person without one is not listed. */
  readonly seats: readonly {
    readonly seatId: number
    readonly position: Position
    /** The kabupaten of a seat in a body; `*` for the whole programme. */
    readonly regionCode: string
    readonly place: string
  }[]
  /** Channels on which the person is enrolled. */
  readonly channels: readonly string[]
  /** An invitation that was made and not used yet. */
  readonly invited: boolean
}

export async function listPeople(sql: Sql, now: number): Promise<readonly ListedPerson[]> {
  const rows = await sql.all<{
    id: number
    name: string
    language: string
    hasPhone: number
    stopped: number
    demo: number
    invited: number
    seatId: number
    position: Position
    regionCode: string
    place: string
  }>(
    `select p.id, p.name, p.language, p.demo, case when p.phone_hash is null then 0 else 1 end as "hasPhone",
       case when p.stopped_at is null then 0 else 1 end as stopped,
       case when exists (select 1 from invitation i where i.person_id = p.id and i.used_at is null and i.expires_at > $1)
         then 1 else 0 end as invited,
       s.id as "seatId", s.position, coalesce(s.region_code, b.kabupaten_code, '*') as "regionCode",
       coalesce(b.name, r.name, '') as place
     from person p join holding h on h.person_id = p.id join seat s on s.id = h.seat_id
     left join region r on r.code = s.region_code left join body b on b.id = s.body_id
     where h.from_at <= $1 and (h.until_at is null or h.until_at > $1)
     order by 9, p.id, s.id`,
    now,
  )
  const channels = Map.groupBy(
    await sql.all<{ personId: number; channel: string }>(
      `select distinct person_id as "personId", channel from address where person_id is not null order by channel`,
    ),
    (row) => row.personId,
  )
  return [...Map.groupBy(rows, (row) => row.id).values()].map((group): ListedPerson => {
    const { id, name, language, hasPhone, stopped, demo, invited } = group[0]!
    return {
      id,
      name,
      language,
      hasPhone: hasPhone === 1,
      stopped: stopped === 1,
      demo: demo === 1,
      seats: group.map(({ seatId, position, regionCode, place }) => ({ seatId, position, regionCode, place })),
      channels: (channels.get(id) ?? []).map((row) => row.channel),
      invited: invited === 1,
    }
  })
}
