import { clearDemo } from '../app/clear-demo.ts'
import { removeAttachments } from '../store/attachment-files.ts'
import { defineCommand } from './command.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '',
  help: 'Removes the invented people, their plans, rounds, answers and messages. Places, forms and calendar stay.',
  words: { min: 0, max: 0 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db, config) => {
      const cleared = await clearDemo(db, { now: context.clock.now(), actor: 'cli' })
      if (cleared) await removeAttachments(config.dataDir, cleared.files)
      context.print(
        { cleared: cleared !== undefined, people: cleared?.people ?? 0 },
        cleared ? `The demo is gone: ${cleared.people} invented people and all of theirs.` : 'There is no demo here.',
      )
      return 0 as const
    }),
})
