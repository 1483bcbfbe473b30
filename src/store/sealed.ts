import { type ComplaintKind, type ComplaintOfficer, type ComplaintState, complaintKinds } from '../domain/complaints.ts'
import { accusable } from '../domain/rights.ts'
import type { InboundContent } from '../messages/inbound.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Database, Sql } from './database.ts'
import { droppedContent } from './retention.ts'

/**
 * What is told in confidence (`docs/safeguarding.md`): conversations that are open, cases, and what marks a message as
 * sealed. Nothing here can read it: boxes are closed and opened by `app/safe`.
 */

/** A message of the doors in or out whose words are in a box; to whoever has no key it says nothing. */
interface Boxed {
  readonly sealed?: string
}

/** An inbound message in a box. */
export const boxedContent = (box: string): InboundContent & Boxed => ({
  kind: 'unsupported',
  what: 'tersegel',
  sealed: box,
})

/** An outbound message in a box. The text comes first: `writeResults` knows a boxed body by its beginning. */
export const boxedBody = (box: string): OutboundMessage & Boxed => ({ text: '', sealed: box })

/** The box of a message; undefined for one that is in clear. */
export function boxOf(message: InboundContent | OutboundMessage): string | undefined {
  return (message as Boxed).sealed
}

// the telling

export interface SealedTalk {
  readonly formVersionId: number
  readonly box: string
  readonly openUntil: number
}

export async function saveTalk(sql: Sql, laneId: number, talk: SealedTalk): Promise<void> {
  await sql.run(
    `insert into sealed_talk (lane_id, form_version_id, box, open_until) values ($1, $2, $3, $4)
     on conflict (lane_id) do update set form_version_id = excluded.form_version_id, box = excluded.box,
       open_until = excluded.open_until`,
    laneId,
    talk.formVersionId,
    talk.box,
    talk.openUntil,
  )
}

export async function deleteTalk(sql: Sql, laneId: number): Promise<void> {
  await sql.run('delete from sealed_talk where lane_id = $1', laneId)
}

/** Tellings that nobody went on with. Returns how many. */
export async function deleteTalksBefore(sql: Sql, at: number): Promise<number> {
  return sql.run('delete from sealed_talk where open_until < $1', at)
}

/** The words of these messages go; the rows stay, so that no message is taken in twice. */
export async function forgetWords(sql: Sql, db: Database, inboxIds: readonly number[]): Promise<void> {
  if (inboxIds.length === 0) return
  await sql.run(`update inbox set content = $2 where id in ${db.ids()}`, JSON.stringify(inboxIds), droppedContent)
}

/** Whether the words of an earlier message were dropped: what it now says belongs there too. */
export async function wasForgotten(sql: Sql, channel: string, externalId: string): Promise<boolean> {
  const rows = await sql.all(
    'select id from inbox where channel = $1 and external_id = $2 and content = $3',
    channel,
    externalId,
    droppedContent,
  )
  return rows.length > 0
}

// cases

/** What stands in clear of a case. */
export interface CaseFacts {
  readonly id: number
  readonly kind: ComplaintKind
  readonly kabupatenCode: string | null
  readonly urgent: boolean
  readonly state: ComplaintState
  readonly createdAt: number
  readonly changedAt: number
}

interface CaseRow extends Omit<CaseFacts, 'urgent'> {
  readonly urgent: number
}

const facts = `id, kind, kabupaten_code as "kabupatenCode", urgent, state, created_at as "createdAt", changed_at as "changedAt"`
const factsOf = <Row extends CaseRow>(row: Row) => ({ ...row, urgent: row.urgent === 1 })

export async function createCase(
  sql: Sql,
  made: Pick<CaseFacts, 'kind' | 'kabupatenCode' | 'urgent'> & {
    readonly codeHash: string
    readonly box: string
    readonly now: number
  },
): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    `insert into sealed_case (code_hash, kind, kabupaten_code, urgent, state, box, created_at, changed_at)
     values ($1, $2, $3, $4, 'baru', $5, $6, $6) returning id`,
    made.codeHash,
    made.kind,
    made.kabupatenCode,
    made.urgent ? 1 : 0,
    made.box,
    made.now,
  )
  return row!.id
}

/** By its code: the state and nothing else. */
export async function findCaseState(sql: Sql, codeHash: string): Promise<ComplaintState | undefined> {
  const [row] = await sql.all<{ state: ComplaintState }>('select state from sealed_case where code_hash = $1', codeHash)
  return row?.state
}

/** Every case of these kinds, those that nobody took up first, urgent ones before others. */
export async function listCases(
  sql: Sql,
  kinds: readonly ComplaintKind[] = complaintKinds,
  limit = 500,
): Promise<readonly CaseFacts[]> {
  const rows = await sql.all<CaseRow>(
    `select ${facts} from sealed_case where kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})
     order by case state when 'baru' then 0 when 'ditangani' then 1 else 2 end, urgent desc, created_at desc limit $1`,
    limit,
  )
  return rows.map(factsOf)
}

export async function findCase(
  sql: Sql,
  id: number,
): Promise<(CaseFacts & { readonly box: string | null; readonly codeHash: string | null }) | undefined> {
  const [row] = await sql.all<CaseRow & { box: string | null; codeHash: string | null }>(
    `select ${facts}, box, code_hash as "codeHash" from sealed_case where id = $1`,
    id,
  )
  return row && factsOf(row)
}

/** True when the case was in the state it was seen in: of two officers at once, one moves it. */
export async function moveCase(
  sql: Sql,
  id: number,
  from: ComplaintState,
  to: ComplaintState,
  now: number,
): Promise<boolean> {
  const moved = await sql.run(
    `update sealed_case set state = $3, changed_at = $4, closed_at = $5
     where id = $1 and state = $2`,
    id,
    from,
    to,
    now,
    to === 'selesai' ? now : null,
  )
  return moved === 1
}

export interface CaseCount {
  readonly kind: ComplaintKind
  readonly kabupatenCode: string | null
  readonly state: ComplaintState
  readonly n: number
}

/** All that management learns. */
export async function countCases(sql: Sql): Promise<readonly CaseCount[]> {
  return sql.all<CaseCount>(
    `select kind, kabupaten_code as "kabupatenCode", state, count(*) as n from sealed_case
     group by kind, kabupaten_code, state order by kind, kabupaten_code, state`,
  )
}

// photos of cases about money and goods

/** A photo that is still at its channel: the box says where. */
export async function addSealedFile(
  sql: Sql,
  file: { readonly caseId: number; readonly box: string; readonly now: number },
): Promise<void> {
  await sql.run(
    `insert into sealed_file (case_id, state, box, attempts, next_try_at) values ($1, 'waiting', $2, 0, $3)`,
    file.caseId,
    file.box,
    file.now,
  )
}

export interface WaitingSealedFile {
  readonly id: number
  readonly box: string
  readonly attempts: number
}

export async function listWaitingSealedFiles(
  sql: Sql,
  now: number,
  limit: number,
): Promise<readonly WaitingSealedFile[]> {
  return sql.all(
    `select id, box, attempts from sealed_file where state = 'waiting' and next_try_at <= $1 order by id limit $2`,
    now,
    limit,
  )
}

/** The box now holds the picture itself. */
export async function markSealedFileStored(sql: Sql, id: number, box: string): Promise<void> {
  await sql.run(`update sealed_file set state = 'stored', box = $2 where id = $1`, id, box)
}

/** `nextTryAt` null: it is given up. */
export async function markSealedFileFailed(sql: Sql, id: number, nextTryAt: number | null): Promise<void> {
  await sql.run(
    `update sealed_file set state = $2, attempts = attempts + 1, next_try_at = $3 where id = $1`,
    id,
    nextTryAt === null ? 'refused' : 'waiting',
    nextTryAt ?? 0,
  )
}

export interface SealedFile {
  readonly id: number
  readonly state: 'waiting' | 'stored' | 'refused'
}

export async function listSealedFiles(sql: Sql, caseId: number): Promise<readonly SealedFile[]> {
  return sql.all('select id, state from sealed_file where case_id = $1 order by id', caseId)
}

/** The picture in its box; undefined for one that another case has or that was not fetched. */
export async function findSealedFile(sql: Sql, caseId: number, id: number): Promise<string | undefined> {
  const [row] = await sql.all<{ box: string }>(
    `select box from sealed_file where id = $1 and case_id = $2 and state = 'stored'`,
    id,
    caseId,
  )
  return row?.box
}

// officers

export interface OfficerAddress {
  readonly addressId: number
  readonly laneId: number
  readonly personId: number
  readonly language: string
}

const officers = `holding h join seat s on s.id = h.seat_id and s.position = $2 and s.body_id is null
  and coalesce(s.region_code, '*') = '*'
  join person p on p.id = h.person_id`
const inForce = (holding: string) =>
  `${holding}.from_at <= $1 and (${holding}.until_at is null or ${holding}.until_at > $1)`
const accused = accusable.map((position) => `'${position}'`).join(', ')
/** As `can` has it: nobody reads of money and goods who sits where the money goes through. */
const inOffice = `${inForce('h')} and ($2 <> 'petugas_antikorupsi' or not exists (
  select 1 from holding o join seat t on t.id = o.seat_id
  where o.person_id = p.id and t.position in (${accused}) and ${inForce('o')}))`

/** Officers for the whole programme: only they see a case that names no place. */
export async function countOfficers(sql: Sql, officer: ComplaintOfficer, now: number): Promise<number> {
  const [row] = await sql.all<{ n: number }>(
    `select count(distinct p.id) as n from ${officers} where ${inOffice}`,
    now,
    officer,
  )
  return Number(row!.n)
}

/** Every address of every such officer, but for phones that others use too. */
export async function listOfficerAddresses(
  sql: Sql,
  officer: ComplaintOfficer,
  now: number,
): Promise<readonly OfficerAddress[]> {
  return sql.all(
    `select distinct a.id as "addressId", a.lane_id as "laneId", p.id as "personId", p.language from ${officers}
     join address a on a.person_id = p.id
     where ${inOffice} and not exists (select 1 from shared_address z where z.address_id = a.id) order by a.id`,
    now,
    officer,
  )
}
