import { extname } from 'node:path'
import { writePaper } from '../app/document-writer.ts'
import { printSync } from '../app/print-sync.ts'
import { synchronisation } from '../app/synchronisation.ts'
import { stageWord, syncNumber } from '../documents/sync-paper.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { findProgramme } from '../store/programme.ts'
import { defineCommand } from './command.ts'
import { numberFrom } from './meeting-options.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'
import { writeOutput } from './write-output.ts'

export const command = defineCommand({
  usage: 'KABUPATEN [--year YEAR] [--unmatched] [-o FILE.xlsx|.pdf|.docx] [--force]',
  help: `
  --year YEAR   only what is in programmes of this budget year; the rest then counts as not in one
  --unmatched   only what is in no programme
  -o FILE       write the table; --force replaces a file that is there

Activities of the villages' plans (K1, K2 …) and recommendations (R1, R2 …) against programmes of offices, by year and
planning stage. "proposed": in a recommendation, without a programme; "unmatched": in neither. What villages called
finished or given up waits for none.`,
  words: { min: 1, max: 1 },
  options: {
    year: { type: 'string' },
    unmatched: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  run: (context) => {
    const year = numberFrom(context.options.year, '--year')
    const { output, unmatched, force = false } = context.options
    const ending = extname(output ?? 'table.xlsx').toLowerCase()
    const type = (['.xlsx', '.pdf', '.docx'] as const).find((known) => known === ending)
    if (type === undefined) throw new UsageProblem(`"${output}" must end in .xlsx, .pdf or .docx.`)
    const [kabupatenCode = ''] = context.words
    return withServices(context, async (services) => {
      const { db } = services
      const kabupaten = (await findProgramme(db))?.kabupaten ?? {}
      if (kabupaten[kabupatenCode] === undefined)
        throw new UsageProblem(`"${kabupatenCode}" is no kabupaten here: ${Object.keys(kabupaten).join(', ')}.`)
      const all = await synchronisation(db, db, kabupatenCode, year)
      const shown = { ...all, rows: all.rows.filter((r) => unmatched !== true || r.state !== 'matched') }
      if (output !== undefined) {
        const now = services.clock.now()
        const paper = await printSync(services, { kabupatenCode, year, table: shown }, now)
        writeOutput(output, await writePaper(paper, type, now), { force })
        context.print({ file: output, rows: shown.rows.length }, `Wrote ${shown.rows.length} rows to ${output}.`)
        return 0 as const
      }
      const { totals } = all
      const lines = shown.rows.map((r) => [
        syncNumber(r),
        r.villages.join(', '),
        r.what,
        r.through === null ? r.state : `${r.state} by R${r.through}`,
        r.offices.join(', '),
        [r.programme, r.year].filter((part) => part !== null).join(' '),
        stageWord(r),
      ])
      context.print(
        { rows: shown.rows as unknown as Json, totals: totals as unknown as Json },
        [
          `${totals.matched} of ${totals.activities} activities in a programme, ${totals.proposed} proposed, ${totals.unmatched} unmatched; ${totals.recommendationsMatched} of ${totals.recommendations} recommendations in one.`,
          table(lines),
        ].join('\n'),
      )
      return 0 as const
    })
  },
})
