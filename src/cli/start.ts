import { loadDemo } from '../app/load-demo.ts'
import { setUp } from '../app/set-up.ts'
import { requireDataKey } from '../lib/key-file.ts'
import { UsageProblem } from '../lib/problem.ts'
import { keysFrom } from '../lib/seal.ts'
import { openDatabase } from '../store/database.ts'
import { countPersons } from '../store/people.ts'
import { findSetting } from '../store/settings.ts'
import { signInLinkForStart } from './console-link.ts'
import { defineCommand } from './command.ts'
import { allParts, type Part, startService } from './service.ts'
import { backupFolder } from './with-database.ts'

/** A graceful stop takes less than this; what hangs then is cut, which the next start can live with. */
const STOP_MS = 9_000

export const command = defineCommand({
  usage: '[--only web,turns,send,jobs]',
  help: `
--only PARTS   only these parts, where several processes share one PostgreSQL database

Creates and migrates the database when needed. An empty one gets the demo programme with invented people, so that there
is something to see; a Telegram token in .env starts the Telegram channel. Ctrl-C stops gracefully.`,
  words: { min: 0, max: 0 },
  options: { only: { type: 'string' } },
  run: async (context) => {
    const config = await context.config()
    const log = await context.logger()
    const parts = partsOf(context.options.only)
    if (config.whatsappWeb || config.whatsappCloud)
      context.note('WhatsApp is not part of this version yet: its settings are kept and not used.')
    await prepare(context.clock.now(), config)
    const service = await startService(config, { log, clock: context.clock, parts })

    if (service.address !== undefined) {
      context.note(`Kentongan is running: ${service.address}`)
      if (service.demo) {
        context.note(`Demo database with invented people: chat simulator on ${service.address}/sim`)
        if (config.telegram) context.note('This is a demo database: Telegram serves only the codes of invented people.')
      }
      const link = await signInLinkForStart(service.db, {
        now: context.clock.now(),
        base: config.publicUrl ?? service.address,
        demo: service.demo,
      })
      if (link !== undefined) context.note(`Console, for the next 15 minutes and one use: ${link}`)
    }
    await untilStopped()
    context.note('Stopping …')
    const cut = setTimeout(() => process.exit(1), STOP_MS)
    await service.stop()
    clearTimeout(cut)
    return 0 as const
  },
})

/** The database is there and current; an empty one is filled with the demo. */
async function prepare(now: number, config: Parameters<typeof startService>[0]): Promise<void> {
  const db = await openDatabase(config.databaseUrl)
  try {
    await setUp(db, { now, backupFolder: backupFolder(config) })
    const empty = (await countPersons(db)) === 0 && (await findSetting(db, 'demo')) === undefined
    if (!empty) return
    const { hashKey } = keysFrom(requireDataKey(config.dataDir, config.dataKey))
    await loadDemo(db, { now, hashKey, actor: 'start' })
  } finally {
    await db.close()
  }
}

function partsOf(only: string | undefined): readonly Part[] {
  if (only === undefined) return allParts
  const named = only.split(',').map((part) => part.trim())
  const wrong = named.find((part) => !allParts.includes(part as Part))
  if (wrong !== undefined) throw new UsageProblem(`--only takes ${allParts.join(', ')}; "${wrong}" is none of them.`)
  return named as Part[]
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
