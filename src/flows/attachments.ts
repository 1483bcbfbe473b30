import * as XLSX from '@e965/xlsx'
import { messageOf } from '../lib/problem.ts'
import { instanceProperties, lastReport } from './context-fields.ts'
import { parseXmlInstance } from './expressions/index.ts'
import type { FormSource } from './form-source.ts'
import { isFile } from './type-names.ts'
import { everyNode } from './walk-source.ts'
import { isExternalList, originalType } from './xform/kinds.ts'

/**
 * Lists that stand beside a form in files of their own, as XLSForm has them: `select_one_from_file desa.csv`,
 * `csv-external`, `pulldata('desa', …)`. A form that is installed carries their rows.
 */
export type Rows = readonly Readonly<Record<string, string>>[]

/** The lists that a form reads from files, by id, with the file's name. A form's own lists are none of them. */
export function attachedLists(source: FormSource): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const add = (id: string, file: string) => {
    if (!Object.hasOwn(source.choices, id) && !files.has(id)) files.set(id, file)
  }
  for (const node of everyNode(source.survey)) {
    if (node.list !== undefined && isFile(node.list)) add(node.list.replace(/\.\w+$/, ''), node.list)
    if (isExternalList(node)) add(node.name, `${node.name}.${originalType(node).slice(0, 3)}`)
  }
  for (const [, list] of JSON.stringify(source.survey).matchAll(/\bpulldata\(\s*(?:'|\\")([^'"\\]+)/g))
    add(list!.replace(/\.csv$/, ''), `${list!.replace(/\.csv$/, '')}.csv`)
  return files
}

/** Whether the programme hands this list in by itself, so that no file has to. */
export function isOfProgramme(id: string): boolean {
  return Object.hasOwn(instanceProperties, id) || id === lastReport
}

const largestFile = 8_000_000
const mostRows = 50_000
const mostColumns = 100

/** The rows of a list's file, all texts. A problem is one sentence. */
export function readAttachedList(file: string, bytes: Uint8Array): { rows: Rows } | { problem: string } {
  if (bytes.length > largestFile) return { problem: `"${file}" is larger than 8 MB, which no list of a form is.` }
  const text = new TextDecoder().decode(bytes)
  try {
    const rows = /\.geojson$/i.test(file) ? placesOf(text) : /\.xml$/i.test(file) ? itemsOf(text) : linesOf(text)
    if (rows.length > mostRows) return { problem: `"${file}" has more than ${mostRows} rows.` }
    return { rows }
  } catch (error) {
    return { problem: `"${file}" cannot be read: ${messageOf(error)}.` }
  }
}

function linesOf(text: string): Rows {
  // semicolons where the computer's language writes decimal commas
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  const FS = !first.includes(',') && first.includes(';') ? ';' : undefined
  const options = { type: 'string', raw: true, dense: true, sheetRows: mostRows + 2, ...(FS && { FS }) } as const
  const book = XLSX.read(text.replace(/^\ufeff/, ''), options)
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] as XLSX.DenseWorkSheet | undefined
  const [header = [], ...lines] = (sheet?.['!data'] ?? []).map((cells) =>
    Array.from((cells ?? []).slice(0, mostColumns), (cell) => String(cell?.v ?? '').trim()),
  )
  return lines
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => Object.fromEntries(header.flatMap((name, i) => (name === '' ? [] : [[name, cells[i] ?? '']]))))
}

/** `<root><item><name>…`. */
function itemsOf(text: string): Rows {
  const items = parseXmlInstance(text).children()[0]?.children() ?? []
  return items.map((item) => Object.fromEntries(item.children().map((child) => [child.name, child.text()])))
}

/** Features with their properties; `geometry` as ODK writes places. */
function placesOf(text: string): Rows {
  const { features } = JSON.parse(text) as {
    features?: readonly {
      readonly id?: unknown
      readonly properties?: Readonly<Record<string, unknown>>
      readonly geometry?: { readonly coordinates?: readonly unknown[] }
    }[]
  }
  return (features ?? []).map(({ id, properties = {}, geometry }) => {
    const [longitude, latitude] = geometry?.coordinates ?? []
    const place = typeof latitude === 'number' ? `${latitude} ${String(longitude)} 0 0` : ''
    const texts = Object.entries(properties).map(([key, value]) => [key, String(value ?? '')] as const)
    return { ...(id !== undefined && { id: String(id) }), ...Object.fromEntries(texts), geometry: place }
  })
}
