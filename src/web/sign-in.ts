import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Hono } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Services } from '../app/services.ts'
import type { Action } from '../domain/rights.ts'
import { audit, findSetting } from '../store/settings.ts'
import { createWebSession, endWebSession, hasStaff, sessionLastsMs, takeSignInLink } from '../store/sign-in.ts'
import type { Cookies } from './cookies.ts'
import type { WebDeps } from './deps.ts'
import { type Html, html } from './html.ts'
import { plainPage } from './layout.ts'
import { isFromOurPage } from './security.ts'
import { scopeOf, visitorOf } from './visit.ts'

/**
 * Signing in by a one-use link. Opening the link only shows a button: chat apps fetch links for their preview, and a
 * link that such a fetch used up would let nobody in.
 */

/** Failed tries per address in a quarter of an hour, and over all addresses in an hour. */
const perAddress = { points: 10, duration: 15 * 60 }
const overAll = { points: 300, duration: 60 * 60 }

/** A session of nobody acts as admin: only while there is nobody else, or nobody real. */
export async function mayActWithoutPerson({ db, clock }: Services): Promise<boolean> {
  return (await findSetting(db, 'demo')) === true || !(await hasStaff(db, clock.now()))
}

export function mountSignIn(app: Hono, deps: WebDeps, cookies: Cookies, languageOf: (c: Context) => string): void {
  const { services } = deps
  const { db, clock, texts } = services
  const byAddress = new RateLimiterMemory(perAddress)
  const together = new RateLimiterMemory(overAll)

  const page = (c: Context, status: 200 | 400 | 403 | 429, body: (t: (key: string) => string) => Html) => {
    const language = languageOf(c)
    const t = (key: string) => texts.t(language, key)
    c.header('cache-control', 'no-store')
    return c.html(plainPage(language, t('console-sign-in'), body(t)), status)
  }

  app.get('/masuk', (c) => {
    const token = c.req.query('t') ?? ''
    if (!isToken(token)) return page(c, 200, (t) => html`<p>${t('console-sign-in-how')}</p>`)
    return page(
      c,
      200,
      (t) => html`<p>${t('console-sign-in-ready')}</p>
<form method="post" action="/masuk"><input type="hidden" name="t" value="${token}"><button class="primary wide">${t('console-sign-in-button')}</button></form>`,
    )
  })

  app.post('/masuk', async (c) => {
    if (!isFromOurPage(c, deps.publicUrl)) return page(c, 403, (t) => html`<p>${t('console-not-from-here')}</p>`)
    try {
      await together.consume('all')
      await byAddress.consume(addressOf(c, deps))
    } catch (limit) {
      if (limit instanceof Error) throw limit
      return page(c, 429, (t) => html`<p>${t('console-sign-in-slow')}</p>`)
    }
    const { t: token } = await c.req.parseBody()
    const now = clock.now()
    const link = typeof token === 'string' && isToken(token) ? await takeSignInLink(db, token, now) : undefined
    if (!link || (link.personId === null && !(await mayActWithoutPerson(services))))
      return page(c, 400, (t) => html`<p>${t('console-sign-in-old')}</p><p>${t('console-sign-in-how')}</p>`)

    // only what fails counts: a whole office may come from one address
    await together.reward('all')
    await byAddress.reward(addressOf(c, deps))
    // whoever was signed in before on this browser is not any more: a session is never carried over
    const former = cookies.get(c, 'session')
    if (former !== undefined) await endWebSession(db, former)
    cookies.set(c, 'session', await createWebSession(db, link.personId, now), sessionLastsMs / 1_000)
    await audit(db, {
      at: now,
      actor: link.personId === null ? 'console:first' : `person:${link.personId}`,
      action: 'sign_in',
      object: 'console',
    })
    // an officer who reads complaints has no other page
    const { actor } = (await visitorOf(services, link, now)) ?? { actor: { seats: [] } }
    const may = (right: Action) => scopeOf(actor, right).length > 0
    const own = may('handle_complaint') ? '/pengaduan' : may('handle_fraud') ? '/antikorupsi' : '/'
    return c.redirect(may('read_aggregates') ? '/' : own, 303)
  })
}

const isToken = (text: string) => /^[\w-]{43}$/.test(text)

/** Behind our own proxy the address that it saw; a header is believed from this machine only. */
function addressOf(c: Context, deps: WebDeps): string {
  const remote = getConnInfo(c).remote.address ?? 'unknown'
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  const isLocal = remote === '::1' || /^(::ffff:)?127\./.test(remote)
  return deps.publicUrl !== undefined && isLocal && forwarded ? forwarded : remote
}
