import type { BreachKind } from '../domain/breaches.ts'
import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { Database, Sql } from './database.ts'

export interface Breach {
  readonly id: number
  readonly knownAt: number
  readonly regionCode: string
  /** Space separated. */
  readonly kinds: string
  readonly sinceAt: number
  readonly untilAt: number
  readonly what: string
  readonly handling: string
  readonly others: number
  readonly cases: number
  readonly authorityAt: number | null
  readonly publicAt: number | null
  readonly closedAt: number | null
  readonly note: string | null
  readonly people: number
  readonly told: number
  /** Still to be told: who was erased since is not. */
  readonly left: number
}

export interface BreachScope {
  readonly regionCode: string
  readonly kinds: readonly BreachKind[]
  readonly sinceAt: number
  readonly untilAt: number
}

/** An address of the person `p`, or one that they share. */
const theirs = `(a.person_id = p.id or exists
  (select 1 from shared_address z where z.address_id = a.id and z.person_id = p.id))`

/** Whether there was such data of a person `p` between $1 and $2. */
const had: Readonly<Record<Exclude<BreachKind, 'pengaduan'>, string>> = {
  identitas: 'p.created_at <= $2',
  nomor: `p.created_at <= $2 and (p.phone_hash is not null or exists (select 1 from address a where ${theirs} and a.created_at <= $2))`,
  percakapan: `exists (select 1 from address a where ${theirs} and (
    exists (select 1 from inbox i where i.address_id = a.id and i.received_at between $1 and $2)
    or exists (select 1 from outbox o where o.address_id = a.id and o.created_at between $1 and $2)))`,
  jawaban: 'exists (select 1 from answer w where w.person_id = p.id and w.at between $1 and $2)',
  foto: `exists (select 1 from attachment t join inbox i on i.id = t.inbox_id join address a on a.id = i.address_id
    where ${theirs} and t.created_at between $1 and $2)`,
}

/** Everybody of whom there was such data, with what there was; `$3` is the region. */
function touched(kinds: readonly BreachKind[]): string {
  const named = kinds.flatMap((kind) => (kind === 'pengaduan' ? [] : [[kind, had[kind]] as const]))
  if (named.length === 0) return 'select 0 as id, cast($1 as text) as kinds where $1 = $2 and $3 = $1'
  const list = named.map(([kind, condition]) => `case when ${condition} then '${kind} ' else '' end`).join(' || ')
  return `select id, trim(kinds) as kinds from (
    select p.id, ${list} as kinds from person p
    where p.name <> '(dihapus)' and ($3 = '${WHOLE_PROGRAMME}' or exists
      (select 1 from holding h join seat s on s.id = h.seat_id left join body b on b.id = s.body_id
       where h.person_id = p.id and h.from_at <= $2 and (h.until_at is null or h.until_at > $1)
         and (coalesce(s.region_code, b.kabupaten_code) = $3 or coalesce(s.region_code, b.kabupaten_code) like $3 || '.%')))
  ) x where kinds <> ''`
}

const scopeOf = (scope: BreachScope) => [scope.sinceAt, scope.untilAt, scope.regionCode] as const

export interface Touched {
  readonly people: number
  /** Chat addresses that belong to nobody we know. */
  readonly others: number
  readonly cases: number
}

/** How many are touched. */
export async function countTouched(sql: Sql, scope: BreachScope): Promise<Touched> {
  const { kinds, sinceAt, untilAt, regionCode } = scope
  const isAboutPersons = kinds.some((kind) => kind !== 'pengaduan')
  const [people] = isAboutPersons
    ? await sql.all<{ n: number }>(`select count(*) as n from (${touched(kinds)}) y`, ...scopeOf(scope))
    : [{ n: 0 }]
  const withWords = kinds.some((kind) => kind === 'nomor' || kind === 'percakapan')
  const [others] =
    withWords && regionCode === WHOLE_PROGRAMME
      ? await sql.all<{ n: number }>(
          `select count(*) as n from address a where a.person_id is null and a.user_id not like 'erased:%'
             and a.created_at <= $2 and a.last_in_at >= $1
             and not exists (select 1 from group_chat g where g.address_id = a.id)`,
          sinceAt,
          untilAt,
        )
      : [{ n: 0 }]
  const [cases] = kinds.includes('pengaduan')
    ? await sql.all<{ n: number }>(
        `select count(*) as n from sealed_case where box is not null and created_at <= $1`,
        untilAt,
      )
    : [{ n: 0 }]
  return { people: Number(people!.n), others: Number(others!.n), cases: Number(cases!.n) }
}

/** Writes the breach down, with everybody who is touched. */
export async function createBreach(
  sql: Sql,
  scope: BreachScope,
  breach: Touched & {
    readonly knownAt: number
    readonly what: string
    readonly handling: string
    readonly now: number
    readonly actor: string
  },
): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    `insert into breach (known_at, region_code, kinds, since_at, until_at, what, handling, others, cases, opened_at, opened_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    breach.knownAt,
    scope.regionCode,
    scope.kinds.join(' '),
    scope.sinceAt,
    scope.untilAt,
    breach.what,
    breach.handling,
    breach.others,
    breach.cases,
    breach.now,
    breach.actor,
  )
  if (breach.people > 0)
    await sql.run(
      `insert into breach_person (breach_id, person_id, kinds) select cast($4 as int), y.id, y.kinds from (${touched(scope.kinds)}) y`,
      ...scopeOf(scope),
      row!.id,
    )
  return row!.id
}

const select = `select b.id, b.known_at as "knownAt", b.region_code as "regionCode", b.kinds, b.since_at as "sinceAt",
  b.until_at as "untilAt", b.what, b.handling, b.others, b.cases, b.authority_at as "authorityAt", b.public_at as "publicAt",
  b.closed_at as "closedAt", b.note,
  (select count(*) from breach_person p where p.breach_id = b.id) as people,
  (select count(*) from breach_person p where p.breach_id = b.id and p.told_at is not null) as told,
  (select count(*) from breach_person p join person q on q.id = p.person_id
   where p.breach_id = b.id and p.told_at is null and q.name <> '(dihapus)') as left_over from breach b`

type Row = Omit<Breach, 'left'> & { readonly left_over: number }
const ofRow = ({ left_over, ...breach }: Row): Breach => ({ ...breach, left: left_over })

export async function listBreaches(sql: Sql): Promise<readonly Breach[]> {
  return (await sql.all<Row>(`${select} order by b.id`)).map(ofRow)
}

export async function findBreach(sql: Sql, id: number): Promise<Breach | undefined> {
  const [row] = await sql.all<Row>(`${select} where b.id = $1`, id)
  return row && ofRow(row)
}

export interface TouchedPerson {
  readonly personId: number
  readonly kinds: string
  readonly toldAt: number | null
  readonly how: 'chat' | 'surat' | null
  readonly erased: 0 | 1
  /** Where they sit or sat; null for nowhere. */
  readonly regionCode: string | null
}

/** Who is touched, also who was erased since and is not told any more. */
export async function listTouched(sql: Sql, breachId: number): Promise<readonly TouchedPerson[]> {
  return sql.all(
    `select t.person_id as "personId", t.kinds, t.told_at as "toldAt", t.how,
       case when p.name = '(dihapus)' then 1 else 0 end as erased,
       (select min(coalesce(s.region_code, b.kabupaten_code, '*')) from holding h join seat s on s.id = h.seat_id
        left join body b on b.id = s.body_id where h.person_id = t.person_id) as "regionCode"
     from breach_person t join person p on p.id = t.person_id
     where t.breach_id = $1 order by "regionCode", t.person_id`,
    breachId,
  )
}

export async function markTold(
  sql: Sql,
  db: Database,
  told: {
    readonly breachId: number
    readonly personIds: readonly number[]
    readonly how: 'chat' | 'surat'
    readonly at: number
  },
): Promise<void> {
  await sql.run(
    `update breach_person set told_at = $3, how = $4 where breach_id = $2 and told_at is null and person_id in ${db.ids()}`,
    JSON.stringify(told.personIds),
    told.breachId,
    told.at,
    told.how,
  )
}

/** Only what is given changes. */
export async function changeBreach(
  sql: Sql,
  id: number,
  change: {
    readonly authorityAt?: number
    readonly publicAt?: number
    readonly closedAt?: number
    readonly note?: string
  },
): Promise<void> {
  await sql.run(
    `update breach set authority_at = coalesce($2, authority_at), public_at = coalesce($3, public_at),
       closed_at = coalesce($4, closed_at), note = coalesce($5, note) where id = $1`,
    id,
    change.authorityAt ?? null,
    change.publicAt ?? null,
    change.closedAt ?? null,
    change.note ?? null,
  )
}
