import { importOpdProgrammes } from '../app/import-opd-programmes.ts'
import { defineCommand } from './command.ts'
import { printIssues } from './import-command.ts'
import { readInput } from './input.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'FILE.xlsx',
  help: `
Columns: kode_kabupaten, opd, tahun, program, lokus, terpakai. All rows or none: every bad cell is named (exit code
1). The same file again changes nothing.`,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const file = context.words[0]!
      const result = await importOpdProgrammes(db, readInput(file), { now: context.clock.now(), actor: 'cli' })
      if (!result.ok) return printIssues(context, file, result.issues)
      const { rows, added, changed } = result
      context.print(
        { imported: true, file, rows, added, changed },
        `Imported ${rows} programmes from ${file}: ${added} new, ${changed} changed.`,
      )
      return 0 as const
    }),
})
