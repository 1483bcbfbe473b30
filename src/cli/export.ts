import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { exportHeader, exportRows } from '../app/export-round.ts'
import type { Services } from '../app/services.ts'
import { csvMark, writeCsv } from '../documents/csv.ts'
import { messageOf, Problem, UsageProblem } from '../lib/problem.ts'
import { type RoundRow, requireRound } from '../store/rounds.ts'
import { defineCommand } from './command.ts'
import { withServices } from './with-services.ts'
import { writeOutput } from './write-output.ts'

/** Rows that a worksheet can hold, with its header. */
const MAX_SHEET_ROWS = 1_048_575

export const command = defineCommand({
  usage: 'ROUND --format csv|xlsx -o FILE [--force]',
  help: `
  --format FORMAT  csv or xlsx
  -o FILE          where to write it
  --force          replace a file that is there

One row an answer, of every report that was handed in: place, position, question, value as code and in words, how and
when it was given. No name of a person is in it, but whatever people typed may hold one.`,
  words: { min: 1, max: 1 },
  options: { format: { type: 'string' }, output: { type: 'string', short: 'o' }, force: { type: 'boolean' } },
  run: (context) => {
    const { format, output } = context.options
    if (format === 'odk' || format === 'opendk')
      throw new UsageProblem(`--format ${format} comes with a later version; csv and xlsx are there.`)
    if (format !== 'csv' && format !== 'xlsx') throw new UsageProblem('"kentongan export" needs --format, csv or xlsx.')
    if (output === undefined) throw new UsageProblem('"kentongan export" needs -o FILE.')
    const force = context.options.force === true
    return withServices(context, async (services) => {
      const round = await requireRound(services.db, context.words[0]!)
      const rows =
        format === 'csv'
          ? await exportCsv(services, round, output, force)
          : await exportXlsx(services, round, output, force)
      context.print(
        { round: round.code, file: output, rows },
        `Wrote ${rows} answers of round ${round.code} to ${output}.`,
      )
      return 0 as const
    })
  },
})

/** Written as it is read: a country's answers need not fit into memory. The file appears whole or not at all. */
async function exportCsv(services: Services, round: RoundRow, file: string, force: boolean): Promise<number> {
  if (!force && existsSync(file))
    throw new UsageProblem(`"${file}" is there already: choose another name, or add --force to replace it.`)
  const part = `${file}.part-${process.pid}`
  let count = 0
  try {
    const out = openSync(part, 'w')
    try {
      writeSync(out, csvMark + writeCsv([exportHeader]))
      for await (const rows of exportRows(services, round)) {
        writeSync(out, writeCsv(rows))
        count += rows.length
      }
    } finally {
      closeSync(out)
    }
    renameSync(part, file)
    return count
  } catch (error) {
    rmSync(part, { force: true })
    if (error instanceof Problem) throw error
    throw new UsageProblem(`"${file}" cannot be written: ${messageOf(error)}.`)
  }
}

async function exportXlsx(services: Services, round: RoundRow, file: string, force: boolean): Promise<number> {
  const all: (readonly string[])[] = [exportHeader]
  for await (const rows of exportRows(services, round)) {
    all.push(...rows)
    if (all.length > MAX_SHEET_ROWS)
      throw new Problem(
        'too_many_rows',
        `round ${round.code} has more answers than a worksheet holds: use --format csv`,
      )
  }
  const { writeRows } = await import('../documents/import-template.ts')
  writeOutput(file, await writeRows('Jawaban', all), { force })
  return all.length - 1
}
