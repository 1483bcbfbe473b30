import { createHash } from 'node:crypto'
import {
  type DocumentState,
  documentKinds,
  documentLink,
  documentStateRefusal,
  documentType,
  largestDocument,
} from '../domain/documents.ts'
import { covers, kabupatenOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { isDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { putAttachment } from '../store/attachment-files.ts'
import { listBodies } from '../store/bodies.ts'
import type { Sql } from '../store/database.ts'
import {
  addDocumentReference,
  type DocumentObject,
  insertDocument,
  listDocuments,
  type RegisteredDocument,
  setDocumentState,
} from '../store/documents.ts'
import { listMeetings } from '../store/meetings.ts'
import { listRecommendations } from '../store/recommendations.ts'
import { findRegion } from '../store/regions.ts'
import { audit, findSetting } from '../store/settings.ts'
import type { Services } from './services.ts'

export interface DocumentDraft {
  readonly kind: string
  readonly title: string
  readonly number: string
  readonly datedOn: string
  /** `*` for the whole programme. */
  readonly regionCode: string
  /** Of the Pokja or Forum of the kabupaten. */
  readonly ofBody: boolean
  readonly state: DocumentState
  readonly signers: readonly string[]
  readonly link?: string
  readonly file?: { readonly bytes: Uint8Array; readonly name: string }
  /** The entry of which this is the next version. */
  readonly replacesId?: number
}

interface By {
  readonly now: number
  readonly actor: string
}

/** Puts a document, or the next version of one, into the register. Throws `Problem` that says what is wrong. */
export async function registerDocument(services: Services, draft: DocumentDraft, by: By): Promise<RegisteredDocument> {
  const { db, dataDir } = services
  checkDraft(draft)
  const file = draft.file && checkFile(draft.file)
  // before the row that names it
  if (file) await putAttachment(dataDir, file.hash, draft.file!.bytes)
  return db.transaction(async (sql) => {
    if (draft.regionCode !== WHOLE_PROGRAMME && !(await findRegion(sql, draft.regionCode)))
      throw new Problem('unknown_region', `there is no region ${draft.regionCode} here`)
    const before = draft.replacesId === undefined ? undefined : await requireDocument(services, sql, draft.replacesId)
    if (before && before.replacedById !== null)
      throw new Problem('replaced_already', `document ${before.id} has a newer version already: ${before.replacedById}`)
    const id = await insertDocument(
      sql,
      {
        kind: draft.kind,
        title: draft.title.trim(),
        number: draft.number.trim(),
        datedOn: draft.datedOn,
        regionCode: draft.regionCode,
        bodyId: draft.ofBody ? await bodyOf(sql, draft.regionCode) : null,
        version: (before?.version ?? 0) + 1,
        replacesId: before?.id ?? null,
        state: draft.state,
        signers: draft.signers,
        link: draft.link === undefined ? null : documentLink(draft.link)!,
        hash: file?.hash ?? null,
        mime: file?.mime ?? null,
        ending: file?.ending ?? null,
        bytes: file ? draft.file!.bytes.length : null,
      },
      { at: by.now, actor: by.actor, demo: (await findSetting(sql, 'demo')) === true },
    )
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'document_added',
      object: `document:${id}`,
      details: { kind: draft.kind, replaces: before?.id ?? null },
    })
    return requireDocument(services, sql, id)
  })
}

function checkDraft(draft: DocumentDraft): void {
  const { kind, title, number, datedOn, state, signers, link } = draft
  if (!documentKinds.some(({ code }) => code === kind))
    throw new Problem(
      'unknown_kind',
      `"${kind}" is no kind of document: choose ${documentKinds.map(({ code }) => code).join(', ')}`,
    )
  if (title.trim() === '' || title.length > 200)
    throw new Problem('bad_title', 'a document needs a title of up to 200 letters')
  if (number.length > 80) throw new Problem('bad_number', 'the number of a document has up to 80 letters')
  if (!isDate(datedOn)) throw new Problem('bad_date', `"${datedOn}" is not a date such as 2024-08-20`)
  if (state === 'ditandatangani' && signers.length === 0) throw new Problem('no_signer', 'say by whom it was signed')
  if (link !== undefined && (link.length > 500 || documentLink(link) === undefined))
    throw new Problem('bad_link', `"${link.slice(0, 100)}" is no address that begins with https://`)
}

function checkFile({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }) {
  if (bytes.length > largestDocument)
    throw new Problem('file_too_large', 'a document has up to 20 MB: make the scan smaller, or give a link')
  const type = documentType(bytes, name)
  if (!type)
    throw new Problem('unknown_file', `"${name}" is no PDF, Word file, workbook, JPEG or PNG: save it as one of these`)
  return { ...type, hash: createHash('sha256').update(bytes).digest('hex') }
}

async function bodyOf(sql: Sql, regionCode: string): Promise<number> {
  const body = (await listBodies(sql)).find((b) => b.kabupatenCode === kabupatenOf(regionCode))
  if (!body) throw new Problem('no_body', `${regionCode} has no Pokja or Forum`)
  return body.id
}

export async function requireDocument(services: Services, sql: Sql, id: number): Promise<RegisteredDocument> {
  const [document] = await listDocuments(sql, services.db, { ids: [id] })
  if (!document)
    throw new Problem('unknown_document', `there is no document ${id}: "kentongan document list" shows them`)
  return document
}

/** Agreed, or signed and by whom; from then on it stays as it is. */
export async function settleDocument(
  services: Services,
  about: { readonly id: number; readonly state: DocumentState; readonly signers: readonly string[] },
  by: By,
): Promise<RegisteredDocument> {
  const { id, state, signers } = about
  return services.db.transaction(async (sql) => {
    const before = await requireDocument(services, sql, id)
    const refusal = documentStateRefusal(before.state, state)
    if (refusal) throw new Problem('bad_state', `document ${id}: ${refusal}`)
    if (state === 'ditandatangani' && signers.length === 0) throw new Problem('no_signer', 'say by whom it was signed')
    await setDocumentState(sql, id, state, signers)
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'document_settled',
      object: `document:${id}`,
      details: { from: before.state, to: state },
    })
    return requireDocument(services, sql, id)
  })
}

/** Says that a document belongs to a recommendation or a meeting of its place. */
export async function referDocument(
  services: Services,
  id: number,
  about: { readonly object: DocumentObject; readonly id: number },
  by: By,
): Promise<void> {
  const { db } = services
  await db.transaction(async (sql) => {
    const document = await requireDocument(services, sql, id)
    const filter = { ids: [about.id] }
    const [object] =
      about.object === 'meeting' ? await listMeetings(sql, db, filter) : await listRecommendations(sql, db, filter)
    if (!object) throw new Problem('unknown_object', `there is no ${about.object} ${about.id}`)
    const near =
      document.regionCode === WHOLE_PROGRAMME ||
      covers(kabupatenOf(document.regionCode), object.regionCode) ||
      covers(object.regionCode, document.regionCode)
    if (!near)
      throw new Problem(
        'elsewhere',
        `document ${id} is about ${document.regionCode}, ${about.object} ${about.id} is not`,
      )
    await addDocumentReference(sql, id, about)
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'document_referred',
      object: `document:${id}`,
      details: { [about.object]: about.id },
    })
  })
}
