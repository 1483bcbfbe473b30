import { importOffices } from '../app/import-offices.ts'
import { defineCommand } from './command.ts'
import { counted } from './counted.ts'
import { printIssues } from './import-command.ts'
import { readInput } from './input.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'FILE.xlsx',
  help: `
Columns: kode_kabupaten, kode, nama, singkat, sebutan_lain (several with ;), aktif (ya, tidak); "kentongan opd template"
writes an empty workbook. All rows or none: every bad cell is named (exit code 1). An office is known by its kode or by a
name it has; an empty cell and an office that is not in the file stay as they are. With "tidak" an office is not offered
any more and keeps its name where it is named.`,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const file = context.words[0]!
      const result = await importOffices(db, readInput(file), { now: context.clock.now(), actor: 'cli' })
      if (!result.ok) return printIssues(context, file, result.issues)
      const { rows, added, changed } = result
      const left = result.left.map(({ office, ...load }) => ({
        kabupaten: office.kabupatenCode,
        code: office.code,
        ...load,
      }))
      context.print(
        { imported: true, file, rows, added, changed, left },
        [
          `Imported ${rows} offices from ${file}: ${added} new, ${changed} changed.`,
          ...left.map(
            (l) =>
              `${l.code} of ${l.kabupaten} is no more, and still has ${counted(l.seats, 'seat')}, ${counted(l.programmes, 'programme')} and ${counted(l.recommendations, 'open recommendation')}: give them to another office.`,
          ),
        ].join('\n'),
      )
      return 0 as const
    }),
})
