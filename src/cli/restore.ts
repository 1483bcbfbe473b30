import { existsSync } from 'node:fs'
import { restore } from '../app/backup.ts'
import { hasErasedList } from '../app/erase-person.ts'
import { requireDataKey } from '../lib/key-file.ts'
import { isHeld } from '../lib/lock-file.ts'
import { Problem, UsageProblem } from '../lib/problem.ts'
import { keysFrom } from '../lib/seal.ts'
import { defineCommand } from './command.ts'
import { readInput } from './input.ts'

export const command = defineCommand({
  usage: 'FILE.tar.gz [--force]',
  help: `
  --force  put it in place of a database that is there; that one is kept beside it

Refused while the service runs. The backup is checked before anything is touched.`,
  words: { min: 1, max: 1 },
  options: { force: { type: 'boolean' } },
  async run(context) {
    const file = context.words[0]!
    const config = await context.config()
    if (!config.databaseUrl.startsWith('file:'))
      throw new Problem('backup_elsewhere', 'PostgreSQL is restored with pg_restore: see docs/operations.md')
    const databaseFile = config.databaseUrl.slice('file:'.length)
    if (!existsSync(file)) readInput(file)
    const holder = isHeld(`${databaseFile}.lock`)
    if (holder)
      throw new Problem(
        'already_running',
        `the service is running on this database${holder.pid === undefined ? '' : ` (process ${holder.pid})`}: stop it before restoring`,
      )
    if (existsSync(databaseFile) && context.options.force !== true)
      throw new UsageProblem(`${databaseFile} is there already: add --force to put the backup in its place.`)

    const { manifest, keptAs } = await restore(file, {
      databaseFile,
      dataDir: config.dataDir,
      now: context.clock.now(),
    })
    const { fingerprint } = keysFrom(requireDataKey(config.dataDir, config.dataKey))
    const sameKey = fingerprint === manifest.keyFingerprint
    if (!sameKey)
      context.note(
        'The backup belongs to another DATA_KEY: phone numbers in it cannot be read and open invitations do not work until its key is put back.',
      )
    if (!hasErasedList(config.dataDir))
      context.note(
        `There is no erased.jsonl in ${config.dataDir}: whoever was erased since this backup was made is back in it. Copy that file from the machine that was used before, ahead of the next start.`,
      )
    context.print(
      { database: databaseFile, madeAt: manifest.madeAt, sameKey, keptAs: keptAs ?? null },
      `Restored ${databaseFile} as it was at ${manifest.madeAt}${keptAs === undefined ? '' : `; what was there is kept as ${keptAs}`}. Run "kentongan setup" before the next start.`,
    )
    return 0
  },
})
