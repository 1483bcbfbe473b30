import { extname } from 'node:path'
import { requireBreach } from '../app/breaches.ts'
import { writePaper } from '../app/document-writer.ts'
import { printBreach } from '../app/print-breach.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'
import { writeOutput } from './write-output.ts'

export const command = defineCommand({
  usage: 'ID --to orang|otoritas -o FILE [--force]',
  help: `
  --to WHOM  orang: the letter to people who are touched; otoritas: the report to the authority, with numbers by place
  -o FILE    .docx or .pdf
  --force    replace a file that is there

A draft in Indonesian with what article 46 of UU 27/2022 wants: which data, when and how, what is done. Read it, mend it,
sign it. No name stands in it.`,
  words: { min: 1, max: 1 },
  options: {
    to: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  run: (context) => {
    const { to, output } = context.options
    if (to !== 'orang' && to !== 'otoritas')
      throw new UsageProblem('"kentongan breach letter" needs --to orang or otoritas.')
    const ending = output === undefined ? '' : extname(output).toLowerCase()
    if (output === undefined || (ending !== '.docx' && ending !== '.pdf'))
      throw new UsageProblem('"kentongan breach letter" needs -o FILE, ending in .docx or .pdf.')
    const id = idFrom(context.words[0], 'the number of the breach')
    return withServices(context, async (services) => {
      const paper = await printBreach(services, await requireBreach(services.db, id), to)
      writeOutput(output, await writePaper(paper, ending, context.clock.now()), {
        force: context.options.force === true,
      })
      context.print({ file: output }, `Written: ${output}`)
      return 0 as const
    })
  },
})
