import { askAboutStory } from '../app/stories.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'ID',
  help: `
Shows the edited story to whoever told it, at the next polite hour, and asks whether it may go out like this. Nothing is
published before the answer.`,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withServices(context, async (services) => {
      const id = idFrom(context.words[0], 'the number of the story')
      await askAboutStory(services, id, { now: context.clock.now(), actor: 'cli' })
      context.print({ id }, `Story ${id} goes to its teller at the next polite hour.`)
      return 0 as const
    }),
})
