import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { ZodError } from 'zod'
import { messageOf, Problem } from '../lib/problem.ts'
import { endWebSession, useWebSession } from '../store/sign-in.ts'
import { mountAssets } from './assets.ts'
import { Cookies } from './cookies.ts'
import type { WebDeps } from './deps.ts'
import { mountFiles } from './files.ts'
import { type Html, html } from './html.ts'
import { KeptFigures } from './kept-figures.ts'
import { layout, plainPage } from './layout.ts'
import type { Page, PageRequest } from './page.ts'
import { pages } from './pages/index.ts'
import { mountProbes } from './probes.ts'
import { csrfToken, headers, isCsrfToken, isFromOurPage, isLoopback } from './security.ts'
import { mayActWithoutPerson, mountSignIn } from './sign-in.ts'
import { mountSimulator } from './sim/sim.ts'
import { forbidden, Visit, visitorOf } from './visit.ts'

export type { SimulatorPort, WebDeps } from './deps.ts'

const KB = 1024
/** No form of the console is longer; files come through the simulator alone, which has its own limit. */
const maxForm = 64 * KB

/**
 * Everything that is served over HTTP. What is not named here does not exist, and a page that is named is shown to
 * nobody but a visitor whose seat gives its right.
 */
export function createWeb(deps: WebDeps): Hono {
  const { services, publicUrl } = deps
  const cookies = new Cookies(publicUrl)
  const kept = new KeptFigures()
  const app = new Hono()
  const languageOf = (c: Context) => (cookies.get(c, 'language') === 'en' ? 'en' : 'id')

  app.use(headers(publicUrl?.startsWith('https:') === true))
  // their callers are machines with their own ways of proving who they are
  app.all('/hooks/:name', async (c) => {
    const name = c.req.param('name')
    const hook = deps.webhooks.get(name)
    if (!hook) return c.notFound()
    const response = await hook(c.req.raw)
    if (!response.ok) deps.metrics.webhookRefused(name, response.status)
    return response
  })
  app.use(compress())
  mountAssets(app)
  mountProbes(app, deps)
  if (deps.demo && deps.simulator) mountSimulator(app, deps, deps.simulator, cookies, languageOf)

  app.use(bodyLimit({ maxSize: maxForm, onError: (c) => c.text('too long', 413) }))
  mountSignIn(app, deps, cookies, languageOf)

  /** Undefined for somebody who is not signed in. */
  async function visitOf(c: Context): Promise<Visit | undefined> {
    const token = cookies.get(c, 'session')
    if (token === undefined) return undefined
    const now = services.clock.now()
    const session = await useWebSession(services.db, token, now)
    if (!session || (session.personId === null && !(await mayActWithoutPerson(services)))) return undefined
    const visitor = await visitorOf(services, session, now)
    if (!visitor) return undefined
    const chosen = cookies.get(c, 'language') ?? visitor.person?.language
    const programme = await services.programme.get(services.db)
    return new Visit({
      services,
      now,
      visitor,
      language: chosen === 'en' ? 'en' : 'id',
      zone: visitor.seats.find((s) => s.zone !== null)?.zone ?? Object.values(programme.kabupaten)[0]!.zone,
      csrf: csrfToken(services.hashKey, token),
      url: new URL(c.req.url),
      demo: deps.demo,
      kept,
      simulator: deps.demo && deps.simulator !== undefined && isLoopback(c),
    })
  }

  /** The fields of a form that was filled in on a page of ours by its visitor. Throws `Problem('forbidden')`. */
  async function requireForm(c: Context): Promise<Record<string, unknown>> {
    const { _csrf, ...fields } = await c.req.parseBody()
    const binding = cookies.get(c, 'session') ?? ''
    if (!isFromOurPage(c, publicUrl) || !isCsrfToken(services.hashKey, binding, String(_csrf))) throw forbidden()
    return fields
  }

  const show = async (
    c: Context,
    page: Page,
    visit: Visit,
    request: PageRequest,
    more: { readonly above?: Html; readonly problem?: string } = {},
  ) => {
    const { title, body, refreshSeconds } = await page.show(visit, request)
    if (refreshSeconds !== undefined) c.header('refresh', String(refreshSeconds))
    // what a page shows of people stays on no disk
    c.header('cache-control', 'no-store')
    const shown = more.above === undefined ? body : html`${more.above}${body}`
    const { problem } = more
    return c.html(layout(visit, { title, body: shown, ...(problem !== undefined && { problem }) }), problem ? 422 : 200)
  }

  for (const page of pages) {
    app.get(page.path, async (c) => {
      const visit = await visitOf(c)
      if (!visit) return c.redirect('/masuk', 303)
      return show(c, page, visit, requestOf(c))
    })
    if (Object.keys(page.actions).length === 0) continue
    app.post(page.path, async (c) => {
      const visit = await visitOf(c)
      if (!visit) throw forbidden()
      const { aksi, ...fields } = await requireForm(c)
      const request = requestOf(c)
      try {
        const done = await page.act(visit, String(aksi), fields, request)
        if ('show' in done) return show(c, page, visit, request, { above: done.show })
        return c.redirect(`${done.to}${done.to.includes('?') ? '&' : '?'}n=${done.notice}`, 303)
      } catch (error) {
        const sentence = sentenceFor(error)
        if (sentence === undefined) throw error
        return show(c, page, visit, request, { problem: visit.t(sentence) })
      }
    })
  }

  mountFiles(app, async (c) => {
    const visit = await visitOf(c)
    if (!visit) throw forbidden()
    return visit
  })

  app.post('/keluar', async (c) => {
    await requireForm(c)
    await endWebSession(services.db, cookies.get(c, 'session') ?? '')
    cookies.end(c, 'session')
    return c.redirect('/masuk', 303)
  })

  app.post('/bahasa', async (c) => {
    const { bahasa } = await requireForm(c)
    cookies.set(c, 'language', bahasa === 'en' ? 'en' : 'id', 365 * 24 * 3_600)
    return c.redirect('/', 303)
  })

  app.notFound((c) => plain(c, 404, 'console-not-found', 'console-not-found-hint'))
  app.onError((error, c) => {
    if (error instanceof Problem && error.code === 'forbidden')
      return plain(c, 403, 'console-forbidden', 'console-forbidden-hint')
    if (error instanceof Problem && error.code === 'not_found')
      return plain(c, 404, 'console-not-found', 'console-not-found-hint')
    services.log.error({ path: c.req.routePath, error: messageOf(error) }, 'a page failed')
    return plain(c, 500, 'console-failed', 'console-failed-hint')
  })

  function plain(c: Context, status: 403 | 404 | 500, title: string, hint: string) {
    const language = languageOf(c)
    const { t } = services.texts
    c.header('cache-control', 'no-store')
    return c.html(plainPage(language, t(language, title), html`<p>${t(language, hint)}</p>`), status)
  }

  return app
}

const requestOf = (c: Context): PageRequest => ({
  params: c.req.param() as Record<string, string>,
  query: new URL(c.req.url).searchParams,
})

/** What can be expected to go wrong with a form, in the words of the console. */
const sentences: Readonly<Record<string, string>> = {
  round_closed: 'console-problem-round-closed',
  round_without_form: 'console-problem-round-without-form',
  no_villages: 'console-problem-no-villages',
  round_without_places: 'console-problem-no-place',
  round_exists: 'console-problem-exists',
  wrong_state: 'console-problem-round-state',
  no_such_place: 'console-problem-no-place',
  bad_date: 'console-problem-bad-date',
  bad_dates: 'console-problem-bad-date',
  bad_code: 'console-problem-form',
  unknown_form: 'console-problem-form',
  no_reason: 'console-problem-form',
}

function sentenceFor(error: unknown): string | undefined {
  if (error instanceof ZodError) return 'console-problem-form'
  return error instanceof Problem ? sentences[error.code] : undefined
}
