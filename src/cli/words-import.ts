import { importWords } from '../app/import-words.ts'
import { defineCommand } from './command.ts'
import { printIssues } from './import-command.ts'
import { readInput } from './input.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'FILE.xlsx',
  help: `
Columns: kode_kabupaten (or * for all), jenis (kata, satuan, pilihan, sapaan), kata, arti, sumber; also as .csv. "kentongan
words template" writes an empty workbook. All rows or none: when something is wrong, every bad cell is named and nothing
is imported (exit code 1). The words of a kabupaten in the file replace those it had. A running service takes them up
within half a minute.`,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const file = context.words[0]!
      const result = await importWords(db, readInput(file), { now: context.clock.now(), actor: 'cli' })
      if (!result.ok) return printIssues(context, file, result.issues)
      const { words, kabupaten } = result.counts
      context.print(
        { imported: true, file, words, kabupaten },
        `Imported ${words} words from ${file} for ${kabupaten.join(', ')}.`,
      )
      return 0 as const
    }),
})
