import { listWords } from '../app/import-words.ts'
import type { Json } from '../lib/json.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '',
  help: 'Words that staff taught, with where they have them from. What is shipped stands in docs/bahasa.md.',
  words: { min: 0, max: 0 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const words = await listWords(db)
      const rows = words.map((word) => [word.kabupaten, word.kind, word.word, word.meaning, word.source])
      context.print(
        words as unknown as Json,
        rows.length > 0
          ? table([['kode', 'jenis', 'kata', 'arti', 'sumber'], ...rows], '')
          : 'No words were taught yet: "kentongan words import FILE.xlsx" takes them in.',
      )
      return 0 as const
    }),
})
