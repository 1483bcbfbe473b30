import { importPeople } from '../app/import-people.ts'
import { requireDataKey } from '../lib/key-file.ts'
import { keysFrom } from '../lib/seal.ts'
import { defineCommand } from './command.ts'
import { printIssues } from './import-command.ts'
import { readInput } from './input.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'FILE.xlsx',
  help: `
Columns: nama, jabatan, kode_wilayah, nama_wilayah, no_hp, kanal, bahasa; "kentongan people template" writes an empty
workbook. All rows or none: when something is wrong, every bad cell is named and nothing is imported (exit code 1).
The same file again changes nothing. Telephone numbers are sealed. kanal is checked and not kept: people choose their
channel by where they type their invitation code.`,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db, config) => {
      const file = context.words[0]!
      const result = await importPeople(db, readInput(file), {
        now: context.clock.now(),
        keys: keysFrom(requireDataKey(config.dataDir, config.dataKey)),
        actor: 'cli',
      })
      if (!result.ok) return printIssues(context, file, result.issues)
      const { rows, newPeople, changedPeople, newSeats, handedOver } = result.counts
      context.print(
        { imported: true, file, ...result.counts },
        `Imported ${rows} rows from ${file}: ${newPeople} new people, ${changedPeople} changed, ${newSeats} new seats, ${handedOver} seats handed over.`,
      )
      return 0 as const
    }),
})
