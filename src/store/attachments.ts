import type { Sql } from './database.ts'

/** Rows of the files that people sent; their bytes are in `attachment-files`. */

export interface WaitingAttachment {
  readonly id: number
  readonly kind: string
  readonly channel: string
  readonly fileRef: string
  readonly attempts: number
}

/** A file that a person sent: kept as a promise now, fetched by a job. Returns its id, which is the answer's value. */
export async function createAttachment(
  sql: Sql,
  file: {
    kind: string
    channel: string
    fileRef: string
    caption: string | null
    reportId: number | null
    inboxId: number
    now: number
  },
): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    `insert into attachment (kind, state, channel, file_ref, caption, report_id, inbox_id, created_at)
     values ($1, 'waiting', $2, $3, $4, $5, $6, $7) returning id`,
    file.kind,
    file.channel,
    file.fileRef,
    file.caption,
    file.reportId,
    file.inboxId,
    file.now,
  )
  return row!.id
}

export async function listWaitingAttachments(
  sql: Sql,
  now: number,
  limit: number,
): Promise<readonly WaitingAttachment[]> {
  return sql.all<WaitingAttachment>(
    `select id, kind, channel, file_ref as "fileRef", attempts from attachment
     where state = 'waiting' and next_try_at <= $1 order by id limit $2`,
    now,
    limit,
  )
}

/** Who sent a file, and where from: the person is the one of the lane. */
export async function findSender(
  sql: Sql,
  attachmentId: number,
): Promise<{ readonly addressId: number; readonly laneId: number; readonly personId: number | null } | undefined> {
  const [row] = await sql.all<{ addressId: number; laneId: number; personId: number | null }>(
    `select a.id as "addressId", a.lane_id as "laneId", l.person_id as "personId" from attachment t
     join inbox i on i.id = t.inbox_id join address a on a.id = i.address_id join lane l on l.id = a.lane_id
     where t.id = $1`,
    attachmentId,
  )
  return row
}

export async function markAttachmentStored(
  sql: Sql,
  id: number,
  hash: string,
  mime: string,
  bytes: number,
): Promise<void> {
  await sql.run(
    `update attachment set state = 'stored', hash = $2, mime = $3, bytes = $4, attempts = attempts + 1 where id = $1`,
    id,
    hash,
    mime,
    bytes,
  )
}

/** `nextTryAt` null: it is given up, and staff see why. */
export async function markAttachmentFailed(
  sql: Sql,
  id: number,
  because: string,
  nextTryAt: number | null,
): Promise<void> {
  await sql.run(
    `update attachment set attempts = attempts + 1, refused_because = $2, state = $3, next_try_at = $4 where id = $1`,
    id,
    because.slice(0, 300),
    nextTryAt === null ? 'refused' : 'waiting',
    nextTryAt ?? 0,
  )
}
