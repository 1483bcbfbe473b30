import { extname } from 'node:path'
import { writeAside } from '../app/document-writer.ts'
import { matrixRound } from '../app/matrix.ts'
import { printBlankForm } from '../app/print-blank-form.ts'
import { printLeaflet } from '../app/print-leaflet.ts'
import { printMatrix } from '../app/print-matrix.ts'
import { printPlan } from '../app/print-plan.ts'
import { printReport } from '../app/print-report.ts'
import { printStory } from '../app/print-story.ts'
import type { Services } from '../app/services.ts'
import type { Paper } from '../documents/paper.ts'
import { isRegionCode } from '../domain/regions.ts'
import { UsageProblem } from '../lib/problem.ts'
import { type RoundRow, requireRound } from '../store/rounds.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'
import { writeOutput } from './write-output.ts'

const kinds = ['matriks', 'laporan', 'isian', 'vlp', 'cerita', 'selebaran'] as const
type Kind = (typeof kinds)[number]

export const command = defineCommand({
  usage:
    'matriks|laporan|isian CODE [--round ROUND] [--depth core|full] -o FILE [--force] | vlp CODE [--year YEAR] -o FILE | cerita ID -o FILE | selebaran [--bot NAME] [--number NUMBER] -o FILE',
  help: `
  matriks CODE     the matrix of recommendations of a kecamatan or kabupaten, with room for signatures
  laporan CODE     what a village or kecamatan has handed in
  isian CODE       a village's form with its own activities, to fill in by hand at the meeting
  vlp CODE         a village's livelihood plan of a year, with what changed; --year YEAR, default the newest
  cerita ID        a story of change that its teller approved, with its photos where they may be used
  selebaran        one page for village heads: where the bot is, how to answer, what to type
  --bot NAME       the Telegram bot on the leaflet, --number the WhatsApp number; without them a line to write on
  --round ROUND    default: the newest open round, else the newest
  --depth DEPTH    core (default) or full, for isian
  -o FILE          .pdf, .docx, or for the matrix also .xlsx
  --force          replace a file that is there

Printed in Indonesian. No name of a person is added, but whatever people typed may hold one.`,
  words: { min: 1, max: 2 },
  options: {
    round: { type: 'string' },
    depth: { type: 'string' },
    year: { type: 'string' },
    bot: { type: 'string' },
    number: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  run: (context) => {
    const [kind, code = ''] = context.words as [Kind, string?]
    const { output, depth = 'core' } = context.options
    if (!kinds.includes(kind)) throw new UsageProblem(`"kentongan print" prints ${kinds.join(', ')}, not "${kind}".`)
    if (kind !== 'selebaran' && kind !== 'cerita' && !isRegionCode(code))
      throw new UsageProblem(`"${code}" is no region code such as 81.05.15 or 81.05.15.2003.`)
    if (output === undefined) throw new UsageProblem('"kentongan print" needs -o FILE.')
    if (depth !== 'core' && depth !== 'full') throw new UsageProblem(`--depth is core or full, not "${depth}".`)
    const type = extname(output).toLowerCase()
    if (type !== '.pdf' && type !== '.docx' && !(type === '.xlsx' && kind === 'matriks'))
      throw new UsageProblem(`"${output}" must end in .pdf or .docx${kind === 'matriks' ? ' or .xlsx' : ''}.`)
    return withServices(context, async (services) => {
      const now = services.clock.now()
      if (kind === 'selebaran') {
        const { bot, number: whatsapp } = context.options
        const paper = await printLeaflet(services, {
          ...(bot !== undefined && { telegram: `t.me/${bot.replace(/^@/, '')}` }),
          ...(whatsapp !== undefined && { whatsapp }),
        })
        writeOutput(output, await bytesOf(paper, type, now), { force: context.options.force === true })
        context.print({ kind, file: output }, `Wrote ${output}.`)
        return 0 as const
      }
      if (kind === 'cerita') {
        const paper = await printStory(services, services.db, idFrom(code, 'the number of the story'))
        writeOutput(output, await bytesOf(paper, type, now), { force: context.options.force === true })
        context.print({ kind, code, file: output }, `Wrote ${output}.`)
        return 0 as const
      }
      if (kind === 'vlp') {
        const { year } = context.options
        const paper = await printPlan(services, services.db, {
          regionCode: code,
          ...(year !== undefined && { year: Number(year) }),
        })
        writeOutput(output, await bytesOf(paper, type, now), { force: context.options.force === true })
        context.print({ kind, code, file: output }, `Wrote ${output}.`)
        return 0 as const
      }
      const round = await roundOf(services, context.options.round, code)
      const paper = await paperOf(services, kind, { regionCode: code, round, depth }, now)
      writeOutput(output, await bytesOf(paper, type, now), { force: context.options.force === true })
      context.print({ kind, code, round: round.code, file: output }, `Wrote ${output}.`)
      return 0 as const
    })
  },
})

async function roundOf({ db }: Services, code: string | undefined, regionCode: string): Promise<RoundRow> {
  if (code !== undefined) return requireRound(db, code)
  const round = await matrixRound(db, regionCode)
  if (!round) throw new UsageProblem('There is no round yet: make one with "kentongan round create".')
  return round
}

function paperOf(
  services: Services,
  kind: Exclude<Kind, 'selebaran' | 'vlp' | 'cerita'>,
  where: { readonly regionCode: string; readonly round: RoundRow; readonly depth: 'core' | 'full' },
  now: number,
): Promise<Paper> {
  switch (kind) {
    case 'matriks':
      return printMatrix(services, services.db, where, now)
    case 'laporan':
      return printReport(services, services.db, { regionCode: where.regionCode, roundCode: where.round.code })
    case 'isian':
      return printBlankForm(services, services.db, where, now)
  }
}

async function bytesOf(paper: Paper, type: string, createdAt: number): Promise<Uint8Array> {
  if (type === '.xlsx') {
    const [{ writeTables }, { tablesOf }] = await Promise.all([
      import('../documents/write-tables.ts'),
      import('../documents/paper-tables.ts'),
    ])
    return writeTables(tablesOf(paper))
  }
  return writeAside(type === '.pdf' ? { kind: 'pdf', paper, createdAt } : { kind: 'docx', paper })
}
