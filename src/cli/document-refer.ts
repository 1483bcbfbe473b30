import { referDocument } from '../app/register-document.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { referencesFrom } from './document-add.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'ID --meeting ID | --recommendation ID',
  help: `
Says that a document belongs to a meeting or a recommendation of its kabupaten.`,
  words: { min: 1, max: 1 },
  options: { meeting: { type: 'string' }, recommendation: { type: 'string' } },
  run: (context) => {
    const id = idFrom(context.words[0], 'the number of the document')
    const about = referencesFrom(context.options)
    if (about.length === 0)
      throw new UsageProblem('"kentongan document refer" needs --meeting ID or --recommendation ID.')
    return withServices(context, async (services) => {
      for (const one of about) await referDocument(services, id, one, { now: context.clock.now(), actor: 'cli' })
      context.print({ id, about: about.map((one) => ({ ...one })) }, `Document ${id}: noted.`)
      return 0 as const
    })
  },
})
