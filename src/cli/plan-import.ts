import { importPlan } from '../app/import-plan.ts'
import { defineCommand } from './command.ts'
import { printIssues } from './import-command.ts'
import { readInput } from './input.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'FILE.xlsx',
  help: `
Columns: kode_desa, nama_desa, kegiatan, bidang, target, satuan, biaya, sumber, mulai, selesai, penanggung_jawab,
tahun_vlp; "kentongan plan template" writes an empty workbook. All rows or none: when something is wrong, every bad cell
is named and nothing is imported (exit code 1). The same file again changes nothing.`,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const file = context.words[0]!
      const result = await importPlan(db, readInput(file), { now: context.clock.now(), actor: 'cli' })
      if (!result.ok) return printIssues(context, file, result.issues)
      const { rows, villages, added, changed } = result.counts
      context.print(
        { imported: true, file, ...result.counts },
        `Imported ${rows} activities of ${villages} villages from ${file}: ${added} new, ${changed} changed.`,
      )
      return 0 as const
    }),
})
