import { extname } from 'node:path'
import { fieldWork } from '../app/field-work.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { findProgramme } from '../store/programme.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'
import { writeOutput } from './write-output.ts'

export const command = defineCommand({
  usage: 'KABUPATEN --from DATE --until DATE [-o FILE.xlsx] [--force]',
  help: `
  --from, --until DATE   the period of a fee claim, both days in it
  -o FILE.xlsx           the sums, and on a second sheet the evidence with dates and receipts; --force replaces a file

What the reports show of each fasilitator's work: villages in their care, reports that came in, those a village says were
filled in with help, those into which they typed. Visits that left no trace in a report are not in it.`,
  words: { min: 1, max: 1 },
  options: {
    from: { type: 'string' },
    until: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  run: (context) => {
    const { from: fromOn, until: untilOn, output, force = false } = context.options
    if (fromOn === undefined || untilOn === undefined)
      throw new UsageProblem('"kentongan field-work" needs --from DATE and --until DATE.')
    if (output !== undefined && extname(output).toLowerCase() !== '.xlsx')
      throw new UsageProblem(`"${output}" must end in .xlsx.`)
    const [kabupatenCode = ''] = context.words
    return withServices(context, async (services) => {
      const kabupaten = (await findProgramme(services.db))?.kabupaten ?? {}
      if (kabupaten[kabupatenCode] === undefined)
        throw new UsageProblem(`"${kabupatenCode}" is no kabupaten here: ${Object.keys(kabupaten).join(', ')}.`)
      const by = { now: context.clock.now(), actor: 'cli' }
      const work = await fieldWork(services, { kabupatenCode, fromOn, untilOn }, by)
      if (output !== undefined) {
        const { writeTables } = await import('../documents/write-tables.ts')
        const bytes = await writeTables([
          {
            name: 'Ringkasan',
            header: ['fasilitator', 'desa dampingan', 'laporan masuk', 'laporan dibantu', 'laporan diketik'],
            rows: work.workers.map((w) => [w.name, w.villages, w.reports, w.helped, w.typed]),
          },
          {
            name: 'Bukti',
            header: ['fasilitator', 'tanggal', 'kode desa', 'desa', 'apa', 'nomor bukti', 'jawaban'],
            rows: work.evidence.map((e) => [
              e.name,
              e.on,
              e.regionCode,
              e.regionName,
              words[e.what],
              e.receipt,
              e.answers,
            ]),
          },
        ])
        writeOutput(output, bytes, { force })
        context.print(
          { file: output, workers: work.workers.length },
          `Wrote ${work.workers.length} fasilitator to ${output}.`,
        )
        return 0 as const
      }
      const rows = work.workers.map((w) => [
        w.name,
        `${w.villages} villages`,
        `${w.reports} reports in, ${w.helped} with help, ${w.typed} typed`,
      ])
      context.print(
        { ...(work as unknown as Readonly<Record<string, Json>>) },
        rows.length === 0 ? 'No fasilitator in this period.' : table(rows),
      )
      return 0 as const
    })
  },
})

const words = {
  laporan_masuk: 'laporan masuk',
  laporan_dibantu: 'laporan diisi dengan bantuan',
  jawaban_diketik: 'jawaban diketik',
} as const
