import { serve } from '@hono/node-server'
import { acceptInto } from '../app/accept-messages.ts'
import { eraseAgain } from '../app/erase-person.ts'
import { createMetrics } from '../app/metrics.ts'
import { type Loops, runLoops } from '../app/service-loops.ts'
import type { Channel } from '../channels/channel.ts'
import { SimulatorChannel } from '../channels/simulator/simulator-channel.ts'
import type { Config } from '../config.ts'
import { Clockwork } from '../jobs/clockwork.ts'
import type { Clock } from '../lib/clock.ts'
import { type Lock, takeLock } from '../lib/lock-file.ts'
import type { Logger } from '../lib/logger.ts'
import { messageOf, Problem } from '../lib/problem.ts'
import type { ChannelName } from '../messages/inbound.ts'
import { readAttachment } from '../store/attachment-files.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { recoverLeases } from '../store/outbox.ts'
import { findSetting } from '../store/settings.ts'
import { createWeb } from '../web/web.ts'
import { openServices } from './open-services.ts'

export type Part = 'web' | 'turns' | 'send' | 'jobs'

export const allParts: readonly Part[] = ['web', 'turns', 'send', 'jobs']

export interface RunningService {
  /** Where the console answers; undefined without the part `web`. */
  readonly address: string | undefined
  readonly demo: boolean
  readonly channels: readonly Channel[]
  readonly db: Database
  /** Stops intake, finishes what is under way, writes what became of it, and lets go of everything. */
  stop(): Promise<void>
}

/** How often a change by another process (a command) is looked for. */
const LOOK_MS = 1_000

/**
 * The service, or parts of it where several processes share the work: opens the database, takes its lock, recovers what
 * a former life left half done, and starts to receive, answer, send and remind. Set-up has to be done before.
 */
export async function startService(
  config: Config,
  options: {
    readonly log: Logger
    readonly clock: Clock
    readonly parts?: readonly Part[]
    readonly channels?: readonly Channel[]
    /** False: no HTTP server, for a conversation in the terminal. */
    readonly console?: boolean
    /** Called with each QR code that pairs WhatsApp with a phone. */
    readonly onPairing?: (code: string) => void
  },
): Promise<RunningService> {
  const { log, clock } = options
  const parts = new Set(options.parts ?? allParts)
  const lock = lockFor(config, parts)
  let db: Database | undefined
  try {
    db = await openDatabase(config.databaseUrl)
    const demo = (await findSetting(db, 'demo')) === true
    const channels = options.channels ?? [
      ...(await channelsFor(config, log, clock, demo)),
      ...(await whatsAppWebFor(config, parts, options)),
    ]
    const metrics = createMetrics()
    const services = openServices(config, { db, clock, log, channels, counters: metrics })
    const accept = acceptInto(services)
    const stops: (() => Promise<void>)[] = []

    if (parts.has('jobs')) {
      const again = await eraseAgain(services, clock.now())
      if (again > 0) log.warn({ persons: again }, 'people whom a restored backup brought back were erased again')
    }
    // the lock says that whatever is marked as under way belongs to a dead sender
    if (parts.has('send')) {
      const recovered = await recoverLeases(db, clock.now(), { all: db.dialect === 'sqlite' })
      if (recovered.again + recovered.inDoubt > 0) log.warn(recovered, 'sends of a former life were taken up')
    }
    const loops: Loops = runLoops(services, {
      turns: parts.has('turns'),
      send: parts.has('send'),
      files: parts.has('jobs'),
    })
    if (parts.has('jobs')) {
      const clockwork = new Clockwork(services)
      clockwork.start()
      stops.push(() => clockwork.stop())
    }
    const watch = watchForeignWrites(
      db,
      () => {
        services.programme.forget()
        services.bells.inbox.ring()
        services.bells.outbox.ring()
      },
      log,
    )
    stops.push(watch)

    let address: string | undefined
    if (parts.has('web') && options.console !== false) {
      const simulator = channels.find((c): c is SimulatorChannel => c instanceof SimulatorChannel)
      const web = createWeb({
        services,
        ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
        webhooks: new Map(
          channels.flatMap((c) => (c.handleWebhook ? [[hookNames[c.name] ?? c.name, c.handleWebhook] as const] : [])),
        ),
        ...(demo &&
          simulator && {
            simulator: { say: simulator.act.bind(simulator), addFile: simulator.addFile.bind(simulator) },
          }),
        demo,
        host: config.host,
        metrics,
      })
      const http = await listen(web.fetch, config)
      address = http.address
      stops.push(http.stop)
    }
    // received last, when everything that answers is there
    for (const channel of parts.has('web') ? channels : []) await channel.start(accept)

    const open = db
    return {
      address,
      demo,
      channels,
      db: open,
      stop: async () => {
        await Promise.all(channels.map((c) => c.stop()))
        for (const stop of stops.reverse()) await stop()
        await loops.stop()
        await open.close()
        lock?.release()
      },
    }
  } catch (error) {
    await db?.close()
    lock?.release()
    throw error
  }
}

/** Several processes share a PostgreSQL database by its row locks; a SQLite file has one service. */
function lockFor(config: Config, parts: ReadonlySet<Part>): Lock | undefined {
  if (!config.databaseUrl.startsWith('file:')) return undefined
  if (parts.size < allParts.length)
    throw new Problem(
      'one_process_on_sqlite',
      '--only shares the work of one PostgreSQL database between processes; a SQLite file has one service, so leave it out',
    )
  return takeLock(`${config.databaseUrl.slice('file:'.length)}.lock`)
}

async function channelsFor(config: Config, log: Logger, clock: Clock, demo: boolean): Promise<readonly Channel[]> {
  const channels: Channel[] = []
  if (demo) channels.push(new SimulatorChannel({ clock }))
  if (config.telegram) {
    const { token, apiRoot, webhookSecret } = config.telegram
    const { TelegramChannel } = await import('../channels/telegram/telegram-channel.ts')
    channels.push(
      new TelegramChannel({
        token,
        ...(apiRoot !== undefined && { apiRoot }),
        ...(webhookSecret !== undefined && {
          webhook: { url: `${config.publicUrl}/hooks/telegram`, secret: webhookSecret },
        }),
        readFile: (hash) => readAttachment(config.dataDir, hash),
        logger: log,
        clock,
      }),
    )
  }
  if (config.whatsappCloud) {
    const { apiRoot, version, ...access } = config.whatsappCloud
    const { WhatsAppCloudChannel } = await import('../channels/whatsapp-cloud/whatsapp-cloud-channel.ts')
    channels.push(
      new WhatsAppCloudChannel({
        ...access,
        ...(apiRoot !== undefined && { apiRoot }),
        ...(version !== undefined && { version }),
        readFile: (hash) => readAttachment(config.dataDir, hash),
        logger: log,
        clock,
      }),
    )
  }
  return channels
}

/** The parts that need the browser: what comes in, what goes out, and the files that people sent. */
const browserParts: readonly Part[] = ['web', 'send', 'jobs']

/** True when this process has the browser. Throws `Problem('browser_needs_one_process')` when it would have a part of it. */
export function requireWholeBrowser(parts: Iterable<Part>): boolean {
  const all = new Set(parts)
  const ours = browserParts.filter((part) => all.has(part))
  if (ours.length > 0 && ours.length < browserParts.length)
    throw new Problem(
      'browser_needs_one_process',
      `WHATSAPP_WEB=on needs ${browserParts.join(', ')} in one process, since they share a browser: name all of them in --only, or set WHATSAPP_WEB=off in this process`,
    )
  return ours.length > 0
}

async function whatsAppWebFor(
  config: Config,
  parts: ReadonlySet<Part>,
  { log, clock, onPairing }: { log: Logger; clock: Clock; onPairing?: (code: string) => void },
): Promise<readonly Channel[]> {
  if (!config.whatsappWeb || !requireWholeBrowser(parts)) return []
  const { chromium, args, dataDir } = config.whatsappWeb
  const { WhatsAppWebChannel } = await import('../channels/whatsapp-web/whatsapp-web-channel.ts')
  return [
    new WhatsAppWebChannel({
      folder: dataDir,
      ...(chromium !== undefined && { chromium }),
      chromiumArgs: args,
      readFile: (hash) => readAttachment(config.dataDir, hash),
      logger: log,
      clock,
      ...(onPairing && { onPairing }),
    }),
  ]
}

/** The name at the end of `/hooks/`, which the platform was told. */
const hookNames: Readonly<Partial<Record<ChannelName, string>>> = { 'whatsapp-cloud': 'whatsapp' }

async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  config: Config,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const made = serve({ fetch, hostname: config.host, port: config.port }, () => resolve(made))
    made.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Problem(
              'port_in_use',
              `port ${config.port} on ${config.host} is taken: set PORT to another one, or stop what uses it`,
            )
          : error,
      )
    })
  })
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : config.port
  return {
    address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/** Commands write rows beside the service; SQLite's data_version tells that somebody did. */
function watchForeignWrites(db: Database, heard: () => void, log: Logger): () => Promise<void> {
  if (db.dialect !== 'sqlite') return async () => {}
  let last: number | undefined
  const timer = setInterval(() => {
    db.dataVersion().then(
      (version) => {
        if (last !== undefined && version !== last) heard()
        last = version
      },
      (error: unknown) => log.warn({ error: messageOf(error) }, 'cannot look for writes of others'),
    )
  }, LOOK_MS)
  return async () => clearInterval(timer)
}
