import { requireStory, withdrawStory } from '../app/stories.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'ID --because TEXT',
  help: `
Takes a story back, as its teller can by "tarik cerita" at any time. Its photos go into no export any more; one that is out
stands in the staff's list to be taken down.`,
  words: { min: 1, max: 1 },
  options: { because: { type: 'string' } },
  run: (context) => {
    const { because } = context.options
    if (because === undefined || because.trim() === '')
      throw new UsageProblem('"kentongan story withdraw" needs --because TEXT.')
    return withServices(context, async (services) => {
      const id = idFrom(context.words[0], 'the number of the story')
      const by = { now: context.clock.now(), actor: 'cli' }
      await services.db.transaction(async (sql) => withdrawStory(sql, await requireStory(sql, id), because.trim(), by))
      context.print({ id, state: 'ditarik' }, `Story ${id} is taken back.`)
      return 0 as const
    })
  },
})
