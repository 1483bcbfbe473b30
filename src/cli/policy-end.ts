import { UsageProblem } from '../lib/problem.ts'
import { endPolicyMessage } from '../store/policy-messages.ts'
import { audit } from '../store/settings.ts'
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
      const now = context.clock.now()
      const ended = await db.transaction(async (sql) => {
        if (!(await endPolicyMessage(sql, id, now))) return false
        await audit(sql, { at: now, actor: 'cli', action: 'end_policy', object: `policy:${id}` })
        return true
      })
      if (!ended) throw new UsageProblem(`There is no policy message ${id} that still runs.`)
      context.print({ id }, `Nobody is reminded of message ${id} any more.`)
      return 0 as const
    }),
})
