// The real console on a loopback port, over a real database with the demo's invented cast.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { acceptInto } from '../../src/app/accept-messages.ts'
import { createMetrics } from '../../src/app/metrics.ts'
import type { Services } from '../../src/app/services.ts'
import { SimulatorChannel } from '../../src/channels/simulator/simulator-channel.ts'
import { openServices } from '../../src/cli/open-services.ts'
import type { Position } from '../../src/domain/positions.ts'
import { ManualClock } from '../../src/lib/clock.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { createSignInLink } from '../../src/store/sign-in.ts'
import { createWeb } from '../../src/web/web.ts'
import { dataKey, putCast } from '../support/beginnings.ts'

/** A Tuesday morning in Seram and Sumba. */
export const startAt = Date.UTC(2026, 1, 3, 1)

export interface Stage {
  readonly url: string
  readonly db: Database
  readonly services: Services
  readonly clock: ManualClock
  readonly simulator: SimulatorChannel
  /** A browser that is signed in as the first holder of such a seat; `null`: the first sign-in. */
  signIn(who: { readonly position: Position; readonly regionCode?: string } | null): Promise<Browser>
  close(): Promise<void>
}

export async function openStage(
  options: { readonly demo?: boolean; readonly publicUrl?: string; readonly now?: number } = {},
): Promise<Stage> {
  const { demo = true, publicUrl, now = startAt } = options
  const dataDir = mkdtempSync(join(tmpdir(), 'kentongan-web-'))
  await putCast(now, join(dataDir, 'test.db'))
  const db = await openDatabase(`file:${join(dataDir, 'test.db')}`)
  const clock = new ManualClock(now)
  const simulator = new SimulatorChannel({ clock })
  const services = openServices(
    { dataDir, dataKey, sealedKey: Buffer.alloc(32, 9) },
    { db, clock, log: silentLogger, channels: [simulator] },
  )
  await simulator.start(acceptInto(services))
  const web = createWeb({
    services,
    webhooks: new Map([['telegram', async (request) => new Response(request.method, { status: 200 })]]),
    ...(demo && {
      simulator: { say: simulator.act.bind(simulator), addFile: simulator.addFile.bind(simulator) },
    }),
    demo,
    host: '127.0.0.1',
    metrics: createMetrics(),
    ...(publicUrl !== undefined && { publicUrl }),
  })
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const made = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(made))
  })
  const { port } = server.address() as { port: number }
  const url = `http://127.0.0.1:${port}`

  return {
    url,
    db,
    services,
    clock,
    simulator,
    async signIn(who) {
      const personId = who && (await holderOf(db, who.position, who.regionCode))
      const token = await createSignInLink(db, { personId, now: clock.now() })
      const browser = new Browser(url)
      await browser.post('/masuk', { t: token })
      return browser
    },
    async close() {
      await simulator.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await db.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export async function holderOf(db: Database, position: Position, regionCode?: string): Promise<number> {
  const [row] = await db.all<{ id: number }>(
    `select h.person_id as id from holding h join seat s on s.id = h.seat_id left join body b on b.id = s.body_id
     where s.position = $1 and ($2 = '' or coalesce(s.region_code, b.kabupaten_code, '*') = $2) order by h.id limit 1`,
    position,
    regionCode ?? '',
  )
  if (!row) throw new Error(`nobody holds a seat as ${position} ${regionCode ?? ''}`)
  return row.id
}

/** Keeps cookies and sends forms as a browser does; follows nothing by itself. */
export class Browser {
  readonly #url: string
  readonly cookies = new Map<string, string>()

  constructor(url: string) {
    this.#url = url
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers })
  }

  /** Fields of a form of ours, as the page `from` holds them (by default none is asked for). */
  async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: this.#url,
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    })
  }

  /** Fills in a form of a page: its hidden fields come along. */
  async submit(path: string, aksi: string, fields: Record<string, string> = {}, to = path): Promise<Answer> {
    const { text } = await this.get(path)
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
    return this.post(to.split('?')[0]!, { _csrf: token, aksi, ...fields })
  }

  async send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const response = await fetch(new URL(path, this.#url), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';')
      const at = pair!.indexOf('=')
      this.cookies.set(pair!.slice(0, at), pair!.slice(at + 1))
    }
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}
