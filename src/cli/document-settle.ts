import { settleDocument } from '../app/register-document.ts'
import { documentStates } from '../domain/documents.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'ID STATE [--signed-by TEXT…]',
  help: `
STATE is disepakati or ditandatangani. What is signed stays as it is: a change is the next version.
  --signed-by TEXT   "Name, position"; may be repeated`,
  words: { min: 2, max: 2 },
  options: { 'signed-by': { type: 'string', multiple: true } },
  run: (context) => {
    const id = idFrom(context.words[0], 'the number of the document')
    const state = documentStates.find((s) => s === context.words[1])
    if (!state) throw new UsageProblem(`"${context.words[1]}" is no state: choose ${documentStates.join(', ')}.`)
    return withServices(context, async (services) => {
      const about = { id, state, signers: context.options['signed-by'] ?? [] }
      const document = await settleDocument(services, about, { now: context.clock.now(), actor: 'cli' })
      context.print(document as unknown as Json, `Document ${id}: ${state}.`)
      return 0 as const
    })
  },
})
