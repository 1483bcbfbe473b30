import { requireDocument } from '../app/register-document.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { readAttachment } from '../store/attachment-files.ts'
import { listDocumentReferences } from '../store/documents.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'
import { writeOutput } from './write-output.ts'

export const command = defineCommand({
  usage: 'ID [-o FILE] [--force]',
  help: `
  -o FILE   write its file there; --force replaces a file that is there

One version of a document, what it belongs to, and which version took its place.`,
  words: { min: 1, max: 1 },
  options: { output: { type: 'string', short: 'o' }, force: { type: 'boolean' } },
  run: (context) => {
    const id = idFrom(context.words[0], 'the number of the document')
    const { output, force = false } = context.options
    return withServices(context, async (services) => {
      const d = await requireDocument(services, services.db, id)
      const about = await listDocumentReferences(services.db, id)
      if (output !== undefined) {
        if (d.hash === null)
          throw new UsageProblem(`Document ${id} has no file${d.link === null ? '' : `: ${d.link}`}.`)
        writeOutput(output, await readAttachment(services.dataDir, d.hash), { force })
        context.print({ id, file: output }, `Wrote ${output}.`)
        return 0 as const
      }
      context.print(
        { ...d, about } as unknown as Json,
        [
          `${d.id}. ${d.title}${d.number === '' ? '' : ` (${d.number})`}, ${d.kind}, ${d.datedOn}, ${d.regionCode}`,
          `version ${d.version}, ${d.state}${d.signers.length === 0 ? '' : ` by ${d.signers.join('; ')}`}`,
          ...(d.replacedById === null ? [] : [`replaced by document ${d.replacedById}`]),
          ...(d.hash === null ? [] : [`file: ${d.ending}, ${d.bytes} bytes`]),
          ...(d.link === null ? [] : [d.link]),
          ...about.map((one) => `belongs to ${one.object} ${one.id}`),
        ].join('\n'),
      )
      return 0 as const
    })
  },
})
