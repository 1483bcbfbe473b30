import { extname } from 'node:path'
import { writePaper } from '../app/document-writer.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { type PrintRequest, printKinds } from './print-kinds.ts'
import { withServices } from './with-services.ts'
import { writeOutput } from './write-output.ts'

export const command = defineCommand({
  usage:
    'matriks|putaran|ringkas|laporan|isian CODE [--round ROUND] [--depth core|full] -o FILE [--force] | rapat MEETING [--names] -o FILE | berita-acara MEETING [--letter NUMBER] -o FILE | vlp CODE [--year YEAR] -o FILE | cerita ID -o FILE | selebaran [--bot NAME] [--number NUMBER] -o FILE',
  help: `
  matriks CODE     the matrix of recommendations of a kecamatan or kabupaten, with room for signatures
  putaran CODE     the report of a round in a kabupaten: who reported, activities, constraints, who came, quality, what next
  ringkas CODE     one page about a kabupaten or kecamatan before a meeting: figures, constraints, what is asked, a chart
  laporan CODE     what a village or kecamatan has handed in
  isian CODE       a village's form with its own activities, to fill in by hand at the meeting
  rapat MEETING    the pack of a rakor: agenda, earlier promises, follow-up, the round by kecamatan, list of who came
  berita-acara MEETING
                   draft of a meeting's minutes: day in words, who came, decisions, promises, signatures
  --letter NUMBER  number of the minutes, such as "050/12/BA/2025"; without it a line to write on
  vlp CODE         a village's livelihood plan of a year, with what changed; --year YEAR, default the newest
  cerita ID        a story of change that its teller approved, with its photos where they may be used
  selebaran        one page for village heads: where the bot is, how to answer, what to type
  --bot NAME       the Telegram bot on the leaflet, --number the WhatsApp number; without them a line to write on
  --names          names of those expected on the list of who came; that somebody printed them is written down
  --round ROUND    default: the newest open round, else the newest
  --depth DEPTH    core (default) or full, for isian
  -o FILE          .pdf, .docx, or for matriks, putaran and rapat also .xlsx
  --force          replace a file that is there

Printed in Indonesian. Without --names no name of a person is added, but whatever people typed may hold one.`,
  words: { min: 1, max: 2 },
  options: {
    round: { type: 'string' },
    depth: { type: 'string' },
    year: { type: 'string' },
    bot: { type: 'string' },
    number: { type: 'string' },
    names: { type: 'boolean' },
    letter: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  run: (context) => {
    const [word, code = ''] = context.words as [string, string?]
    const { output, depth = 'core', round, year, bot, number, names = false, letter, force = false } = context.options
    const kind = Object.hasOwn(printKinds, word) ? printKinds[word] : undefined
    if (!kind) throw new UsageProblem(`"kentongan print" prints ${Object.keys(printKinds).join(', ')}, not "${word}".`)
    if (output === undefined) throw new UsageProblem('"kentongan print" needs -o FILE.')
    if (depth !== 'core' && depth !== 'full') throw new UsageProblem(`--depth is core or full, not "${depth}".`)
    const type = extname(output).toLowerCase()
    if (type !== '.pdf' && type !== '.docx' && !(type === '.xlsx' && kind.workbook))
      throw new UsageProblem(`"${output}" must end in .pdf or .docx${kind.workbook ? ' or .xlsx' : ''}.`)
    return withServices(context, async (services) => {
      const now = services.clock.now()
      const asked: PrintRequest = { code, round, depth, year, bot, number, names, letter }
      const { paper, round: about } = await kind.print(services, asked, now)
      writeOutput(output, await writePaper(paper, type, now), { force })
      const facts = { kind: word, code, ...(about !== undefined && { round: about }), file: output }
      context.print(facts, `Wrote ${output}.`)
      return 0 as const
    })
  },
})
