// The service as `npm start` runs it, on a temporary demo database with an open round, talking to the strict Telegram
// stand-in; and a phone in it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Message } from 'grammy/types'
import { type DemoInvitation, loadDemo } from '../../src/app/load-demo.ts'
import { openRound } from '../../src/app/open-round.ts'
import { setUp } from '../../src/app/set-up.ts'
import type { Channel } from '../../src/channels/channel.ts'
import { openServices } from '../../src/cli/open-services.ts'
import { type RunningService, startService } from '../../src/cli/service.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { systemClock } from '../../src/lib/clock.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { listRounds } from '../../src/store/rounds.ts'

export interface TelegramHouse {
  readonly config: Config
  readonly invitations: readonly DemoInvitation[]
  readonly service: RunningService
  readonly db: Database
  restart(): Promise<void>
  close(): Promise<void>
}

export async function openTelegramHouse(
  bot: { readonly token: string; readonly apiRoot: string },
  more: Readonly<Record<string, string>> = {},
  /** Instead of those that the settings name. */
  channels?: readonly Channel[],
): Promise<TelegramHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-telegram-'))
  const config = readConfig(
    {
      DATABASE_URL: `file:${join(folder, 'test.db')}`,
      DATA_DIR: folder,
      PORT: '0',
      TELEGRAM_BOT_TOKEN: bot.token,
      TELEGRAM_API_ROOT: bot.apiRoot,
      ...more,
    },
    { terminal: false },
  )
  const now = systemClock.now()
  const db = await openDatabase(config.databaseUrl)
  await setUp(db, { now, backupFolder: join(folder, 'backups') })
  const services = openServices(config, { db, clock: systemClock, log: silentLogger })
  const { invitations } = await loadDemo(db, { now, hashKey: services.hashKey, actor: 'test' })
  const draft = (await listRounds(db)).find((r) => r.state === 'draft')
  if (draft) await openRound(services, draft, { now, actor: 'test' })
  await db.close()

  let service = await startService(config, { log: silentLogger, clock: systemClock, ...(channels && { channels }) })
  return {
    config,
    invitations,
    get service() {
      return service
    },
    get db() {
      return service.db
    },
    restart: async () => {
      await service.stop()
      service = await startService(config, { log: silentLogger, clock: systemClock, ...(channels && { channels }) })
    },
    close: async () => {
      await service.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Does something as a person and waits for what the bot says next; several messages that belong together are joined. */
export async function answered(
  phone: { readonly fromBot: readonly Message[] },
  act: () => unknown,
  timeoutMs = 8_000,
): Promise<string> {
  const before = phone.fromBot.length
  act()
  const until = Date.now() + timeoutMs
  while (phone.fromBot.length === before) {
    if (Date.now() > until) throw new Error('the bot did not answer in time')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  // the outbox sends one message of a person at a time: a second one follows at once or not at all
  await new Promise((resolve) => setTimeout(resolve, 60))
  return phone.fromBot
    .slice(before)
    .map((m) => m.text ?? m.caption ?? '')
    .join('\n---\n')
}
