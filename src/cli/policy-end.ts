import { endPolicy } from '../app/policy-messages.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'ID',
  help: `
Sends a refresher to nobody any more and reminds nobody of it. Who has read it stays in the log.`,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const id = idFrom(context.words[0], 'the number of the message')
      await endPolicy({ db }, id, { now: context.clock.now(), actor: 'cli' })
      context.print({ id }, `Nobody is reminded of message ${id} any more.`)
      return 0 as const
    }),
})
