import type { DocumentState } from '../domain/documents.ts'
import type { Database, Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/** The register of documents. Their files lie beside those that people sent, under their hash. */
export interface RegisteredDocument {
  readonly id: number
  readonly kind: string
  readonly number: string
  readonly title: string
  readonly datedOn: string
  readonly regionCode: string
  readonly bodyId: number | null
  readonly version: number
  readonly replacesId: number | null
  /** The version that took its place; null for the newest. */
  readonly replacedById: number | null
  readonly state: DocumentState
  readonly signers: readonly string[]
  readonly link: string | null
  readonly hash: string | null
  readonly mime: string | null
  readonly ending: string | null
  readonly bytes: number | null
}

/** What a document can belong to. */
export type DocumentObject = 'recommendation' | 'meeting'

export interface DocumentFilter {
  readonly ids?: readonly number[]
  readonly within?: readonly string[]
  readonly kind?: string
  /** In title or number, any case. */
  readonly find?: string
  readonly about?: { readonly object: DocumentObject; readonly id: number }
  /** Versions that were replaced too. */
  readonly all?: boolean
}

const columns = `d.id, d.kind, d.number, d.title, d.dated_on as "datedOn", d.region_code as "regionCode", d.body_id as "bodyId",
  d.version, d.replaces_id as "replacesId", n.id as "replacedById", d.state, d.signers, d.link, d.hash, d.mime, d.ending, d.bytes`

/** The newest date first. */
export async function listDocuments(
  sql: Sql,
  db: Database,
  filter: DocumentFilter = {},
): Promise<readonly RegisteredDocument[]> {
  const parameters: Parameter[] = []
  const where = [filter.all === true || filter.ids !== undefined ? '1 = 1' : 'n.id is null']
  if (filter.ids !== undefined) where.push(`d.id in ${db.ids(parameters.push(JSON.stringify(filter.ids)))}`)
  if (filter.within !== undefined) where.push(within('d.region_code', filter.within, parameters))
  if (filter.kind !== undefined) where.push(`d.kind = $${parameters.push(filter.kind)}`)
  if (filter.find !== undefined) {
    const n = parameters.push(`%${filter.find.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`)
    where.push(`(lower(d.title) like $${n} escape '\\' or lower(d.number) like $${n} escape '\\')`)
  }
  if (filter.about !== undefined)
    where.push(
      `exists (select 1 from document_reference f where f.document_id = d.id and f.object = $${parameters.push(filter.about.object)}
         and f.object_id = $${parameters.push(filter.about.id)})`,
    )
  const rows = await sql.all<Omit<RegisteredDocument, 'signers'> & { signers: string }>(
    `select ${columns} from document d left join document n on n.replaces_id = d.id
     where ${where.join(' and ')} order by d.dated_on desc, d.id desc`,
    ...parameters,
  )
  return rows.map((row) => ({ ...row, signers: JSON.parse(row.signers) as readonly string[] }))
}

export async function insertDocument(
  sql: Sql,
  document: Omit<RegisteredDocument, 'id' | 'replacedById'>,
  made: { readonly at: number; readonly actor: string; readonly demo: boolean },
): Promise<number> {
  const d = document
  const [row] = await sql.all<{ id: number }>(
    `insert into document (kind, number, title, dated_on, region_code, body_id, version, replaces_id, state, signers, link,
       hash, mime, ending, bytes, demo, at, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) returning id`,
    d.kind,
    d.number,
    d.title,
    d.datedOn,
    d.regionCode,
    d.bodyId,
    d.version,
    d.replacesId,
    d.state,
    JSON.stringify(d.signers),
    d.link,
    d.hash,
    d.mime,
    d.ending,
    d.bytes,
    made.demo ? 1 : 0,
    made.at,
    made.actor,
  )
  return row!.id
}

export async function setDocumentState(
  sql: Sql,
  id: number,
  state: DocumentState,
  signers: readonly string[],
): Promise<void> {
  await sql.run('update document set state = $2, signers = $3 where id = $1', id, state, JSON.stringify(signers))
}

/** The same reference twice is one. */
export async function addDocumentReference(
  sql: Sql,
  documentId: number,
  about: { readonly object: DocumentObject; readonly id: number },
): Promise<void> {
  await sql.run(
    `insert into document_reference (document_id, object, object_id) values ($1, $2, $3) on conflict do nothing`,
    documentId,
    about.object,
    about.id,
  )
}

export async function listDocumentReferences(
  sql: Sql,
  documentId: number,
): Promise<readonly { readonly object: DocumentObject; readonly id: number }[]> {
  return sql.all<{ object: DocumentObject; id: number }>(
    'select object, object_id as id from document_reference where document_id = $1 order by object, object_id',
    documentId,
  )
}
