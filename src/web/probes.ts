import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Hono } from 'hono'
import { MINUTE } from '../lib/local-time.ts'
import { messageOf } from '../lib/problem.ts'
import { probeWrite, queueHealth } from '../store/health.ts'
import { readiness } from '../store/ready.ts'
import type { WebDeps } from './deps.ts'

/** For supervisors, load balancers and Prometheus: alive, ready, and how much. */

/** A message older than this means that nobody takes turns, or nobody sends. */
const stuckAfterMs = MINUTE
/** The database is asked no more often than this, however often we are. */
const askAgainMs = 2_000

interface Ready {
  readonly ready: boolean
  readonly reasons: readonly string[]
  readonly channels: Readonly<Record<string, string>>
}

export function mountProbes(app: Hono, deps: WebDeps): void {
  const { services } = deps
  let last: { readonly at: number; readonly answer: Promise<Ready> } | undefined

  // whoever gets an answer at all knows that the loop turns
  app.get('/healthz', (c) => c.text('ok\n'))

  app.get('/readyz', async (c) => {
    const at = performance.now()
    if (!last || at - last.at > askAgainMs) last = { at, answer: readyNow(deps) }
    const answer = await last.answer
    c.header('cache-control', 'no-store')
    return c.json(answer, answer.ready ? 200 : 503)
  })

  app.get('/metrics', async (c) => {
    if (!isNear(c)) return c.notFound()
    return c.body(await deps.metrics.scrape(services), 200, { 'content-type': deps.metrics.contentType })
  })
}

async function readyNow({ services }: WebDeps): Promise<Ready> {
  const { db, clock, channels } = services
  const now = clock.now()
  const reasons: string[] = []
  const states: Record<string, string> = {}
  try {
    const schema = await readiness(db)
    if (schema !== 'ready') reasons.push(`the database is ${schema === 'empty' ? 'empty' : `of a ${schema} version`}`)
    else {
      await probeWrite(db, now)
      const health = await queueHealth(db, now)
      if (health.inboxOldestAt !== null && now - health.inboxOldestAt > stuckAfterMs)
        reasons.push(`a message waits for its turn since ${Math.round((now - health.inboxOldestAt) / 1_000)} s`)
      const replies = health.outbox.find((o) => o.priority === 0)?.oldestDueAt ?? null
      if (replies !== null && now - replies > stuckAfterMs)
        reasons.push(`a reply waits to be sent since ${Math.round((now - replies) / 1_000)} s`)
    }
  } catch (error) {
    reasons.push(`the database cannot be written to: ${messageOf(error)}`)
  }
  for (const channel of channels.values()) {
    const { state, note } = channel.state()
    states[channel.name] = note === undefined ? state : `${state}: ${note}`
    const isDown = state === 'stopped' || state === 'degraded'
    if (isDown && channel.isOptional !== true) reasons.push(`channel ${channel.name} is ${states[channel.name]}`)
  }
  return { ready: reasons.length === 0, reasons, channels: states }
}

/** This machine or its own network, and no proxy between: how busy a programme is, is nobody else's business. */
function isNear(c: Context): boolean {
  if (c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined) return false
  const address = (getConnInfo(c).remote.address ?? '').replace(/^::ffff:/, '')
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/.test(address)
}
