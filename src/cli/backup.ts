import { backUp } from '../app/backup.ts'
import { requireDataKey } from '../lib/key-file.ts'
import { keysFrom } from '../lib/seal.ts'
import { defineCommand } from './command.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'FILE.tar.gz [--with-keys]',
  help: `
  --with-keys  put the key files in too; without them phone numbers in the backup cannot be read

Works while the service runs. The file has a checked copy of the database and all attachments. Keep the keys
(DATA_DIR/keys) somewhere else than the backups: whoever has both has everything.`,
  words: { min: 1, max: 1 },
  options: { 'with-keys': { type: 'boolean' } },
  run: (context) =>
    withDatabase(context, async (db, config) => {
      const counts = await backUp(db, context.words[0]!, {
        now: context.clock.now(),
        dataDir: config.dataDir,
        keyFingerprint: keysFrom(requireDataKey(config.dataDir, config.dataKey)).fingerprint,
        withKeys: context.options['with-keys'] === true,
      })
      context.print(
        { ...counts },
        `Backed up to ${counts.file}: ${(counts.bytes / 1024 / 1024).toFixed(1)} MB with ${counts.attachments} attachments, checked.`,
      )
      return 0 as const
    }),
})
