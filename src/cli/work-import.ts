import { importWorkPlan } from '../app/import-work-plan.ts'
import { defineCommand } from './command.ts'
import { printIssues } from './import-command.ts'
import { readInput } from './input.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'FILE.xlsx',
  help: `
Columns: kode_kabupaten, kegiatan, penanggung_jawab, mulai, selesai, mulai_nyata, selesai_nyata, alasan; "kentongan work
template" writes an empty workbook. All rows or none: every bad cell is named (exit code 1). An activity is known by
kabupaten and name; a planned date that moved wants its alasan. The same file again changes nothing.`,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const file = context.words[0]!
      const result = await importWorkPlan(db, readInput(file), { now: context.clock.now(), actor: 'cli' })
      if (!result.ok) return printIssues(context, file, result.issues)
      const { rows, added, changed } = result
      context.print(
        { imported: true, file, rows, added, changed },
        `Imported ${rows} activities from ${file}: ${added} new, ${changed} changed.`,
      )
      return 0 as const
    }),
})
