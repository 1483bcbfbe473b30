import { readFileSync } from 'node:fs'
import { editStory } from '../app/stories.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

/** A page, and a message that a phone shows whole. */
const longest = 3_000

export const command = defineCommand({
  usage: 'ID [--title TEXT] [--text TEXT | --file FILE] [--name NAME]',
  help: `
  --title TEXT   its heading
  --file FILE    the story as it should go out, at most ${longest} characters; --text TEXT the same in place
  --name NAME    the name it is told under, where its teller wants another one

What was approved before is approved no longer: show it again with "kentongan story ask ID".`,
  words: { min: 1, max: 1 },
  options: {
    title: { type: 'string' },
    text: { type: 'string' },
    file: { type: 'string' },
    name: { type: 'string' },
  },
  run: (context) => {
    const { title, file, name } = context.options
    const text = (file === undefined ? context.options.text : readFileSync(file, 'utf8'))?.trim()
    if (title === undefined && text === undefined && name === undefined)
      throw new UsageProblem('"kentongan story edit" needs --title, --text, --file or --name.')
    if (text !== undefined && (text === '' || text.length > longest))
      throw new UsageProblem(`The story has ${text.length} characters: 1 to ${longest} fit.`)
    if (title !== undefined && (title.trim() === '' || title.length > 120))
      throw new UsageProblem('The title has 1 to 120 characters.')
    return withServices(context, async (services) => {
      const id = idFrom(context.words[0], 'the number of the story')
      const story = await editStory(
        services,
        id,
        {
          ...(title !== undefined && { title: title.trim() }),
          ...(text !== undefined && { text }),
          ...(name !== undefined && { pseudonym: name.trim() }),
        },
        { now: context.clock.now(), actor: 'cli' },
      )
      context.print(
        { id, state: story.state },
        `Story ${id} is edited: show it to its teller with "kentongan story ask ${id}".`,
      )
      return 0 as const
    })
  },
})
