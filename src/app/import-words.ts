import { checkLocalWord, type LocalWord, type LocalWordKind, localWordKinds } from '../bahasa/index.ts'
import { levelOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { cellText, isBlank, type RowIssue, type RowsResult, type SheetRow } from '../domain/row-cells.ts'
import type { Database } from '../store/database.ts'
import { listRegionNames } from '../store/regions.ts'
import { audit, findSetting, setSetting } from '../store/settings.ts'
import { readWorkbook } from './read-workbook.ts'

/** The workbook of local words: one row for one word of one kabupaten. */
export const wordColumns = ['kode_kabupaten', 'jenis', 'kata', 'arti', 'sumber'] as const
export const wordRequiredColumns = ['kode_kabupaten', 'jenis', 'kata', 'sumber'] as const
type WordColumn = (typeof wordColumns)[number]

/** More than any kabupaten needs; every conversation holds them in memory. */
const mostWords = 2_000

export interface PlacedWord extends LocalWord {
  /** Kemendagri code of the kabupaten, or "*". */
  readonly kabupaten: string
}

export type WordsImport =
  | { readonly ok: true; readonly counts: { readonly words: number; readonly kabupaten: readonly string[] } }
  | { readonly ok: false; readonly issues: readonly RowIssue[] }

/**
 * Takes a workbook of local words: all rows or none. The words of a kabupaten that the file names replace those it had
 * before; other kabupaten keep theirs. Throws `Problem('bad_workbook')` for a file that is no table.
 */
export async function importWords(
  db: Database,
  bytes: Uint8Array,
  options: { readonly now: number; readonly actor: string },
): Promise<WordsImport> {
  const sheet = readWorkbook(bytes, { known: wordColumns, required: wordRequiredColumns })
  if ('issues' in sheet) return { ok: false, issues: sheet.issues }
  const kabupaten = (await listRegionNames(db)).map(({ code }) => code).filter((code) => levelOf(code) === 'kabupaten')
  const read = readWordRows(sheet.rows, [...kabupaten, WHOLE_PROGRAMME])
  if (!read.ok) return read
  const byPlace = Map.groupBy(read.rows, (row) => row.kabupaten)
  await db.transaction(async (sql) => {
    const before = (await findSetting(sql, 'local_words')) ?? {}
    const fresh = [...byPlace].map(([code, rows]) => [code, rows.map(({ kabupaten: _, ...word }) => word)] as const)
    await setSetting(sql, 'local_words', { ...before, ...Object.fromEntries(fresh) })
    await audit(sql, {
      at: options.now,
      actor: options.actor,
      action: 'words_imported',
      object: 'programme',
      details: { words: read.rows.length, kabupaten: [...byPlace.keys()] },
    })
  })
  return { ok: true, counts: { words: read.rows.length, kabupaten: [...byPlace.keys()] } }
}

function readWordRows(rows: readonly SheetRow[], places: readonly string[]): RowsResult<PlacedWord> {
  const issues: RowIssue[] = []
  const words: PlacedWord[] = []
  const seen = new Map<string, number>()
  for (const { row, cells } of rows.filter((one) => !isBlank(one, wordColumns))) {
    const text = (column: WordColumn) => cellText(cells[column])
    const complain = (column: WordColumn, message: string) => issues.push({ row, column, message })
    const [kabupaten, kind] = [text('kode_kabupaten'), text('jenis').toLowerCase()]
    const word = {
      kind: kind as LocalWordKind,
      word: text('kata').toLowerCase(),
      meaning: text('arti').toLowerCase(),
      source: text('sumber'),
    }
    if (!places.includes(kabupaten))
      complain(
        'kode_kabupaten',
        `Kode "${kabupaten}" bukan kode kabupaten program ini. Contoh: ${places[0]}, atau * untuk semua.`,
      )
    if (word.source === '') complain('sumber', `Sumber kata "${word.word}" belum diisi: siapa yang memakainya?`)
    if (!localWordKinds.includes(word.kind)) {
      complain('jenis', `Jenis "${kind}" tidak dikenal. Pilih: ${localWordKinds.join(', ')}.`)
      continue
    }
    const wrong = checkLocalWord(word)
    if (wrong) complain(wrong.part === 'word' ? 'kata' : 'arti', wrong.message)
    const key = `${kabupaten} ${word.kind} ${word.word}`
    const first = seen.get(key)
    if (first !== undefined) complain('kata', `"${word.word}" sudah ada di baris ${first}. Hapus salah satunya.`)
    seen.set(key, first ?? row)
    words.push({ kabupaten, ...word })
  }
  if (words.length === 0 && issues.length === 0)
    issues.push({ row: 2, column: 'kata', message: 'Berkas ini kosong. Isi paling sedikit satu kata.' })
  if (words.length > mostWords)
    issues.push({
      row: 2,
      column: 'kata',
      message: `Terlalu banyak kata: ${words.length}. Paling banyak ${mostWords}.`,
    })
  return issues.length > 0 ? { ok: false, issues } : { ok: true, rows: words }
}

/** All words that were taught, by kabupaten. */
export async function listWords(db: Database): Promise<readonly PlacedWord[]> {
  const taught = (await findSetting(db, 'local_words')) ?? {}
  return Object.entries(taught).flatMap(([kabupaten, words]) =>
    words.map((word) => ({ kabupaten, ...word, kind: word.kind as LocalWordKind })),
  )
}
