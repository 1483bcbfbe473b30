import { extname } from 'node:path'
import { indicatorCells, indicatorTable, listIndicators } from '../app/indicators.ts'
import { csvMark, writeCsv } from '../documents/csv.ts'
import { isKnownIndicator } from '../domain/indicators.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'
import { writeOutput } from './write-output.ts'

export const command = defineCommand({
  usage: '[KABUPATEN] [--period PERIOD] [--all] [-o FILE.xlsx|FILE.csv] [--force]',
  help: `
  --period PERIOD  only 2024, 2024-S2, 2024-Q3 or 2024-07
  --all            the indicators there are, with or without a target
  -o FILE          write the table as .xlsx or .csv; --force replaces a file that is there

Target, achieved and share for everything that has a target or a number of its own. "data": computed from the reports,
meetings and recommendations; else the source of what was entered by hand.`,
  words: { min: 0, max: 1 },
  options: {
    period: { type: 'string' },
    all: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  run: (context) =>
    withServices(context, async (services) => {
      const { db } = services
      const { period, output, all, force = false } = context.options
      if (all === true) {
        const indicators = await listIndicators(db)
        const rows = indicators.map((i) => [i.code, i.name, i.unit, isKnownIndicator(i.code) ? 'computed' : 'by hand'])
        context.print({ indicators: indicators as unknown as Json }, table(rows))
        return 0 as const
      }
      const rows = await indicatorTable(services, db, {
        kabupaten: [context.words[0] ?? '*'],
        ...(period !== undefined && { period }),
      })
      if (output !== undefined) {
        const cells = indicatorCells(rows)
        const type = extname(output).toLowerCase()
        if (type === '.csv')
          writeOutput(output, Buffer.from(csvMark + writeCsv([cells.header, ...cells.rows.map(texts)])), { force })
        else if (type === '.xlsx') {
          const { writeTables } = await import('../documents/write-tables.ts')
          writeOutput(output, await writeTables([{ name: 'Capaian', ...cells }]), { force })
        } else throw new UsageProblem(`"${output}" must end in .xlsx or .csv.`)
        context.print({ file: output, rows: rows.length }, `Wrote ${rows.length} rows to ${output}.`)
        return 0 as const
      }
      const shown = rows.map((r) => [
        r.code,
        r.period,
        r.kabupatenCode,
        `${r.achieved ?? '–'} of ${r.target ?? '–'} ${r.unit}`,
        r.percent === null ? '' : `${r.percent} %`,
        r.computed === null ? r.source : `${r.source}; the data says ${r.computed}`,
      ])
      context.print(
        { indicators: rows as unknown as Json },
        shown.length === 0 ? 'No targets yet: "kentongan indicator target" sets one.' : table(shown),
      )
      return 0 as const
    }),
})

const texts = (row: readonly (string | number | null)[]) => row.map((cell) => (cell === null ? '' : String(cell)))
