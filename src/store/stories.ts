import type { StoryNames, StoryPlace, StoryState } from '../domain/stories.ts'
import type { Database, Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

export interface Story {
  readonly id: number
  readonly reportId: number
  readonly regionCode: string
  readonly regionName: string
  readonly personId: number | null
  readonly about: 'diri_sendiri' | 'warga_lain' | 'kelompok'
  readonly state: StoryState
  readonly place: StoryPlace
  readonly names: StoryNames
  readonly photos: boolean
  readonly title: string | null
  readonly text: string | null
  readonly pseudonym: string | null
  readonly askedAt: number | null
  readonly approvedAt: number | null
  readonly publishedAt: number | null
  readonly publishedWhere: string | null
  readonly withdrawnAt: number | null
  readonly withdrawnBecause: string | null
  readonly createdAt: number
}

type Row = Omit<Story, 'photos'> & { readonly photos: number }

const columns = `t.id, t.report_id as "reportId", t.region_code as "regionCode", r.name as "regionName",
  t.person_id as "personId", t.about, t.state, t.place, t.names, t.photos, t.title, t.text, t.pseudonym,
  t.asked_at as "askedAt", t.approved_at as "approvedAt", t.published_at as "publishedAt",
  t.published_where as "publishedWhere", t.withdrawn_at as "withdrawnAt", t.withdrawn_because as "withdrawnBecause",
  t.created_at as "createdAt"`
const from = 'story t join region r on r.code = t.region_code'
const storyOf = (row: Row): Story => ({ ...row, photos: row.photos === 1 })

export async function findStory(sql: Sql, id: number): Promise<Story | undefined> {
  const [row] = await sql.all<Row>(`select ${columns} from ${from} where t.id = $1`, id)
  return row && storyOf(row)
}

export async function findStoryOfReport(sql: Sql, reportId: number): Promise<Story | undefined> {
  const [row] = await sql.all<Row>(`select ${columns} from ${from} where t.report_id = $1`, reportId)
  return row && storyOf(row)
}

export async function listStories(sql: Sql, regionCodes: readonly string[]): Promise<readonly Story[]> {
  const parameters: Parameter[] = []
  const inRegion = within('t.region_code', regionCodes, parameters)
  return (await sql.all<Row>(`select ${columns} from ${from} where ${inRegion} order by t.id`, ...parameters)).map(
    storyOf,
  )
}

/** Those of a person that were not taken back. */
export async function listStoriesToldBy(sql: Sql, personId: number): Promise<readonly Story[]> {
  const rows = await sql.all<Row>(
    `select ${columns} from ${from} where t.person_id = $1 and t.state <> 'ditarik' order by t.id`,
    personId,
  )
  return rows.map(storyOf)
}

export type NewStory = Pick<
  Story,
  'reportId' | 'regionCode' | 'personId' | 'about' | 'state' | 'place' | 'names' | 'photos'
>

export async function createStory(sql: Sql, story: NewStory, now: number): Promise<void> {
  await sql.run(
    `insert into story (report_id, region_code, person_id, about, state, place, names, photos, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    story.reportId,
    story.regionCode,
    story.personId,
    story.about,
    story.state,
    story.place,
    story.names,
    story.photos ? 1 : 0,
    now,
  )
}

const columnNames = {
  about: 'about',
  state: 'state',
  place: 'place',
  names: 'names',
  photos: 'photos',
  title: 'title',
  text: 'text',
  pseudonym: 'pseudonym',
  askedAt: 'asked_at',
  approvedAt: 'approved_at',
  publishedAt: 'published_at',
  publishedWhere: 'published_where',
  withdrawnAt: 'withdrawn_at',
  withdrawnBecause: 'withdrawn_because',
} as const

/** Changes what is given and nothing else. */
export async function changeStory(
  sql: Sql,
  id: number,
  change: Partial<Pick<Story, keyof typeof columnNames>>,
  now: number,
): Promise<void> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  const sets = given.map(([name], i) => `${columnNames[name as keyof typeof columnNames]} = $${i + 3}`)
  const values = given.map(([, value]) => (typeof value === 'boolean' ? (value ? 1 : 0) : (value as Parameter)))
  await sql.run(`update story set ${['changed_at = $2', ...sets].join(', ')} where id = $1`, id, now, ...values)
}

/**
 * Of these reports those whose pictures nobody may use: a child is shown whose parents did not agree, nobody said yet
 * whether children are shown, the story was taken back, or who sent them does not agree to their use. For passing them
 * on, also those whose sender said that they are not for reports.
 */
export async function listReportsWithClosedPhotos(
  sql: Sql,
  db: Database,
  reportIds: readonly number[],
  to: 'see' | 'pass_on' = 'see',
): Promise<ReadonlySet<number>> {
  if (reportIds.length === 0) return new Set()
  const consents = to === 'see' ? ['foto_boleh'] : ['foto_boleh', 'izin_foto']
  const isOne = consents.map((name) => `a.path = '${name}' or a.path like '%/${name}'`).join(' or ')
  const rows = await sql.all<{ id: number }>(
    `select a.report_id as id from answer a
     where a.report_id in ${db.ids()} and (${isOne}) and a.value = '"tidak"'
       and a.seq = (select max(b.seq) from answer b where b.report_id = a.report_id and b.path = a.path)
     union select s.report_id from story s where s.report_id in ${db.ids()} and s.state = 'ditarik'
     union select t.report_id from attachment t join inbox i on i.id = t.inbox_id join address w on w.id = i.address_id
       join consent c on c.person_id = w.person_id and c.kind = 'photo' and c.given = 0
         and c.id = (select max(d.id) from consent d where d.person_id = w.person_id and d.kind = 'photo')
       where t.report_id in ${db.ids()} and t.kind = 'photo'`,
    JSON.stringify(reportIds),
  )
  return new Set(rows.map((row) => row.id))
}
