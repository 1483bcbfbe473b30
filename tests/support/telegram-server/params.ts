import type { IncomingMessage } from 'node:http'
import { badRequest } from './api-error.ts'

export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The parameters of one call. The Bot API takes them as query, JSON, form or multipart; nested values are JSON text in
 * all but JSON bodies.
 */
export class Params {
  readonly values: Readonly<Record<string, unknown>>
  readonly files: ReadonlyMap<string, UploadedFile>

  constructor(values: Readonly<Record<string, unknown>>, files: ReadonlyMap<string, UploadedFile> = new Map()) {
    this.values = values
    this.files = files
  }

  text(name: string): string | undefined {
    const value = this.values[name]
    if (value === undefined || value === null) return undefined
    if (typeof value === 'object') throw badRequest(`field "${name}" must be of type String`)
    const text = String(value)
    if (!text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8')
    return text
  }

  integer(name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined || text === '') return undefined
    if (!/^-?\d+$/.test(text)) throw badRequest(`field "${name}" must be of type Number`)
    return Number(text)
  }

  flag(name: string): boolean {
    return ['true', '1', 'yes'].includes(String(this.values[name] ?? '').toLowerCase())
  }

  object<Shape>(name: string): Shape | undefined {
    const value = this.values[name]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value !== 'string') return value as Shape
    try {
      return JSON.parse(value) as Shape
    } catch {
      throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`)
    }
  }

  /** An upload: the part named for the field, or the one that `attach://name` points to. */
  file(name: string): UploadedFile | undefined {
    const attached = /^attach:\/\/(.+)$/.exec(String(this.values[name] ?? ''))
    return this.files.get(attached?.[1] ?? name)
  }
}

export async function readParams(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const fromQuery = Object.fromEntries(query)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('application/json')) return new Params({ ...fromQuery, ...readJson(body) })
  if (type.startsWith('application/x-www-form-urlencoded'))
    return new Params({ ...fromQuery, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) })
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1]
  if (type.startsWith('multipart/form-data') && boundary !== undefined) {
    const { fields, files } = readMultipart(body, boundary)
    return new Params({ ...fromQuery, ...fields }, files)
  }
  return new Params(fromQuery)
}

function readJson(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {}
  try {
    return JSON.parse(body.toString('utf8')) as Record<string, unknown>
  } catch {
    throw badRequest("can't parse request: not JSON")
  }
}

/** Names may stand unquoted, and header names in any case: clients differ. */
function readMultipart(body: Buffer, boundary: string) {
  const fields: Record<string, string> = {}
  const files = new Map<string, UploadedFile>()
  const mark = Buffer.from(`--${boundary}`)
  let at = body.indexOf(mark)
  while (at !== -1) {
    const next = body.indexOf(mark, at + mark.length)
    if (next === -1) break
    const part = body.subarray(at + mark.length + 2, next - 2)
    const headEnd = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, headEnd).toString('utf8')
    const content = part.subarray(headEnd + 4)
    const name = /[; ]name="?([^";\r\n]+)/i.exec(head)?.[1]
    const fileName = /filename="?([^";\r\n]*)/i.exec(head)?.[1]
    if (name !== undefined && fileName !== undefined)
      files.set(name, { name: fileName, bytes: new Uint8Array(content) })
    else if (name !== undefined) fields[name] = content.toString('utf8')
    at = next
  }
  return { fields, files }
}
