import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { exportOpenDk } from '../app/export-opendk.ts'
import { exportHeader, exportRows } from '../app/export-round.ts'
import { exportOdk, exportTables } from '../app/export-submissions.ts'
import type { Services } from '../app/services.ts'
import { csvMark, writeCsv } from '../documents/csv.ts'
import { messageOf, Problem, UsageProblem } from '../lib/problem.ts'
import { type RoundRow, requireRound } from '../store/rounds.ts'
import { defineCommand } from './command.ts'
import { withServices } from './with-services.ts'
import { writeOutput } from './write-output.ts'

export const command = defineCommand({
  usage: 'ROUND --format csv|xlsx|odk|opendk -o FILE [--force]',
  help: `
  --format FORMAT  csv: one row an answer, with place, position, value as code and in words, how and when it was given
                   xlsx: as KoboToolbox exports it, one sheet a form and one a repeat, joined by _index and _parent_index
                   odk: a zip with each form as XForm and each report as OpenRosa submission with its files
                   opendk: activities for OpenDK's import, FILE.zip, and how far they are, FILE-dokumentasi.zip
  -o FILE          where to write it
  --force          replace a file that is there

Every report that was handed in. No name of a person is added, but whatever people typed may hold one.`,
  words: { min: 1, max: 1 },
  options: { format: { type: 'string' }, output: { type: 'string', short: 'o' }, force: { type: 'boolean' } },
  run: (context) => {
    const { format, output } = context.options
    if (format !== 'csv' && format !== 'xlsx' && format !== 'odk' && format !== 'opendk')
      throw new UsageProblem('"kentongan export" needs --format, csv, xlsx, odk or opendk.')
    if (output === undefined) throw new UsageProblem('"kentongan export" needs -o FILE.')
    const force = context.options.force === true
    return withServices(context, async (services) => {
      const round = await requireRound(services.db, context.words[0]!)
      if (format === 'csv') {
        const rows = await exportCsv(services, round, output, force)
        const text = `Wrote ${rows} answers of round ${round.code} to ${output}.`
        context.print({ round: round.code, file: output, rows }, text)
        return 0 as const
      }
      if (format === 'opendk') {
        const { files, activities, leftOut } = await exportForOpenDk(services, round, output, force)
        const text = [
          `Wrote ${activities} activities of round ${round.code} to ${files.join(' and ')}.`,
          ...(leftOut > 0
            ? [`${leftOut} activities stand in no plan, have no number of their own, and are left out.`]
            : []),
        ].join(' ')
        context.print({ round: round.code, files, activities, leftOut }, text)
        return 0 as const
      }
      const reports = await (format === 'xlsx' ? exportXlsx : exportZip)(services, round, output, force)
      const text = `Wrote ${reports} reports of round ${round.code} to ${output}.`
      context.print({ round: round.code, file: output, reports }, text)
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
  const { tables, reports } = await exportTables(services, round)
  const { writeTables } = await import('../documents/write-tables.ts')
  writeOutput(file, await writeTables(tables), { force })
  return reports
}

/** OpenDK takes each of its two tables as a zip with one CSV. */
async function exportForOpenDk(services: Services, round: RoundRow, file: string, force: boolean) {
  const { pembangunan, dokumentasi, activities, leftOut } = await exportOpenDk(services, round)
  const { zip } = await import('../lib/zip.ts')
  const second = file.replace(/(\.zip)?$/i, '-dokumentasi.zip')
  writeOutput(file, zip([['pembangunan.csv', pembangunan]]), { force })
  writeOutput(second, zip([['dokumentasi.csv', dokumentasi]]), { force })
  return { files: [file, second], activities, leftOut }
}

async function exportZip(services: Services, round: RoundRow, file: string, force: boolean): Promise<number> {
  const { files, reports } = await exportOdk(services, round)
  const { zip } = await import('../lib/zip.ts')
  writeOutput(file, zip(files), { force })
  return reports
}
