import { publishStory } from '../app/stories.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'ID --in internal|media_bakti [--where TEXT]',
  help: `
  --in PLACE     internal: within the programme; media_bakti: in BaKTI's media
  --where TEXT   the magazine, page or address, so that it can be taken down

Notes that a story is out. Only one that its teller approved, and only where they allow it.`,
  words: { min: 1, max: 1 },
  options: { in: { type: 'string' }, where: { type: 'string' } },
  run: (context) => {
    const where = context.options.in
    if (where !== 'internal' && where !== 'media_bakti')
      throw new UsageProblem('"kentongan story publish" needs --in internal or --in media_bakti.')
    return withServices(context, async (services) => {
      const id = idFrom(context.words[0], 'the number of the story')
      const words = context.options.where ?? where
      await publishStory(services, id, { where, words }, { now: context.clock.now(), actor: 'cli' })
      context.print({ id, state: 'terbit' }, `Story ${id} is published: ${words}.`)
      return 0 as const
    })
  },
})
