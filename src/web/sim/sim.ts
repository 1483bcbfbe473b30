import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { demoInvitation, demoUserIds, isNotEnrolled, readDemoCast } from '../../app/demo-cast.ts'
import { showCode } from '../../domain/invitations.ts'
import { findAddressOf } from '../../store/transcripts.ts'
import type { Cookies } from '../cookies.ts'
import type { SimulatorPort, WebDeps } from '../deps.ts'
import { csrfToken, isCsrfToken, isFromOurPage, isLoopback } from '../security.ts'
import { showChat, showFile, showLines } from './chat.ts'
import { listPeople } from './people.ts'
import { castKey, type Sim } from './phone.ts'
import { say } from './say.ts'

/**
 * The chat simulator: anybody of the demo's cast, with their phone. It opens every chat to whoever sits at this
 * machine, so it is there on a demo database only and answers nobody but a browser on this very machine.
 */
const MB = 1024 * 1024
const maxPhoto = 5 * MB

export function mountSimulator(
  app: Hono,
  deps: WebDeps,
  port: SimulatorPort,
  cookies: Cookies,
  languageOf: (c: Context) => string,
): void {
  const { services } = deps
  const invited = invitedCast(services.hashKey)

  const simOf = (c: Context): Sim => {
    const language = languageOf(c)
    return {
      deps,
      port,
      language,
      csrf: csrfToken(services.hashKey, cookies.visitor(c)),
      t: (key, args) => services.texts.t(language, key, args),
      invited,
    }
  }

  for (const path of ['/sim', '/sim/*'])
    app.use(path, async (c, next) => {
      if (!isLoopback(c)) return c.notFound()
      c.header('cache-control', 'no-store')
      return next()
    })
  app.use('/sim/*', bodyLimit({ maxSize: maxPhoto + 64 * 1024, onError: (c) => c.text('too long', 413) }))

  app.get('/sim', async (c) => {
    const code = c.req.query('start')
    if (code !== undefined) return c.redirect(`/sim/tamu-${Date.now().toString(36)}?kode=${encodeURIComponent(code)}`)
    return c.html(await listPeople(simOf(c), services.clock.now(), c.req.query('cari') ?? ''))
  })

  app.get('/sim/:userId{[\\w.-]{1,64}}', async (c) =>
    c.html(await showChat(simOf(c), c.req.param('userId'), c.req.query('kode'))),
  )

  app.get('/sim/:userId{[\\w.-]{1,64}}/pesan', async (c) => {
    const { body, tag } = await showLines(simOf(c), c.req.param('userId'))
    // a compressed answer carries its tag as a weak one
    if (c.req.header('if-none-match')?.replace('W/', '') === tag) return c.body(null, 304)
    return c.html(body, 200, { etag: tag })
  })

  app.get('/sim/:userId{[\\w.-]{1,64}}/berkas/:id{\\d{1,15}}', async (c) => {
    const file = await showFile(simOf(c), c.req.param('userId'), Number(c.req.param('id')))
    return file ? c.body(file.bytes, 200, file.headers) : c.notFound()
  })

  app.post('/sim/:userId{[\\w.-]{1,64}}', async (c) => {
    const { _csrf, ...fields } = await c.req.parseBody()
    const isOurs = isCsrfToken(services.hashKey, cookies.visitor(c), String(_csrf))
    if (!isOurs || !isFromOurPage(c, deps.publicUrl)) return c.text('forbidden', 403)
    const userId = c.req.param('userId')
    const said = await say(simOf(c), userId, fields)
    if (!said) return c.text('bad form', 400)
    // the script asks for the new lines by itself
    if (c.req.header('x-requested-with') === 'sim') return c.body(null, 204)
    await answered(userId)
    return c.redirect(`/sim/${userId}#akhir`, 303)
  })

  /** Without the script the page comes once: it waits a moment, so that the answer is on it. */
  async function answered(userId: string): Promise<void> {
    for (let i = 0; i < 12; i++) {
      const address = await findAddressOf(services.db, 'simulator', userId)
      const busy = await services.db.all(
        `select 1 as one from inbox where lane_id = $1 and state = 'waiting'
         union all select 1 from outbox where lane_id = $1 and state in ('waiting', 'sending') and due_at <= $2`,
        address?.laneId ?? 0,
        services.clock.now(),
      )
      if (busy.length === 0) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function invitedCast(hashKey: Buffer): Sim['invited'] {
  const { people } = readDemoCast()
  const userIds = demoUserIds(people)
  return new Map(
    people
      .filter((person) => isNotEnrolled(person, people))
      .flatMap((person) =>
        person.regions.map((regionCode) => [
          castKey({ name: person.name, position: person.position, regionCode }),
          { userId: userIds.get(person.key)!, code: showCode(demoInvitation(hashKey, person).code) },
        ]),
      ),
  )
}
