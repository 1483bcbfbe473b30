import { loadDemo } from '../app/load-demo.ts'
import { setUp } from '../app/set-up.ts'
import { showCode } from '../domain/invitations.ts'
import { requireDataKey } from '../lib/key-file.ts'
import { keysFrom } from '../lib/seal.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { backupFolder, withNewDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '',
  help: `
Everybody is invented. Refused on a database that holds real people. "kentongan demo clear" removes exactly this again.
A few people are not enrolled yet: their invitation codes are printed, and can be typed into the chat simulator.`,
  words: { min: 0, max: 0 },
  options: {},
  run: (context) =>
    withNewDatabase(context, async (db, config) => {
      const now = context.clock.now()
      await setUp(db, { now, backupFolder: backupFolder(config) })
      const { hashKey } = keysFrom(requireDataKey(config.dataDir, config.dataKey))
      const { invitations, ...counts } = await loadDemo(db, { now, hashKey, actor: 'cli' })
      const codes = invitations.map((i) => ({ ...i, code: showCode(i.code) }))
      context.print(
        { ...counts, invitations: codes },
        `${counts.already ? 'The demo is there already' : 'Loaded the demo'}: ${counts.villages} villages, ${counts.people} people, ${counts.activities} plan activities; round ${counts.round}.
Not enrolled yet:
${table(codes.map((i) => [i.code, i.name, i.position, i.regionCode]))}`,
      )
      return 0 as const
    }),
})
