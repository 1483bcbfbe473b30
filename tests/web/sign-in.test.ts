import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/lib/local-time.ts'
import { createSignInLink } from '../../src/store/sign-in.ts'
import { Browser, holderOf, openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

async function linkFor(personId: number | null): Promise<string> {
  return createSignInLink(stage.db, { personId, now: stage.clock.now() })
}

describe('a sign-in link', () => {
  it('only shows a button when it is opened, so that the preview of a chat app uses nothing up', async () => {
    const token = await linkFor(null)
    const preview = await new Browser(stage.url).get(`/masuk?t=${token}`)
    expect(preview.status).toBe(200)
    expect(preview.headers.getSetCookie()).toEqual([])
    const signedIn = await new Browser(stage.url).post('/masuk', { t: token })
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/'])
  })

  it('works once: of many who try at the same moment one gets in', async () => {
    const token = await linkFor(null)
    const racers = Array.from({ length: 8 }, () => new Browser(stage.url).post('/masuk', { t: token }))
    const statuses = (await Promise.all(racers)).map((answer) => answer.status).sort()
    expect(statuses).toEqual([303, 400, 400, 400, 400, 400, 400, 400])
  })

  it('is too old after 15 minutes', async () => {
    const token = await linkFor(null)
    stage.clock.advance(15 * MINUTE)
    expect((await new Browser(stage.url).post('/masuk', { t: token })).status).toBe(400)
  })

  it('is nowhere stored: neither the token nor that of the session it begins', async () => {
    const token = await linkFor(null)
    const browser = new Browser(stage.url)
    await browser.post('/masuk', { t: token })
    const stored = JSON.stringify([
      await stage.db.all('select * from sign_in_link'),
      await stage.db.all('select * from web_session'),
    ])
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(browser.cookies.get('kentongan'))
  })

  it('is taken from no other site', async () => {
    const token = await linkFor(null)
    const browser = new Browser(stage.url)
    const answer = await browser.post(
      '/masuk',
      { t: token },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    )
    expect(answer.status).toBe(403)
    expect((await browser.post('/masuk', { t: token })).status).toBe(303)
  })

  it('is refused for a while to an address that guesses', async () => {
    const other = await openStage()
    try {
      const browser = new Browser(other.url)
      const guess = () => browser.post('/masuk', { t: 'x'.repeat(43) })
      for (let i = 0; i < 10; i++) expect((await guess()).status).toBe(400)
      expect((await guess()).status).toBe(429)
    } finally {
      await other.close()
    }
  })
})

describe('a session', () => {
  it('ends after twelve hours without a page, and after a week in any case', async () => {
    const idle = await stage.signIn(null)
    stage.clock.advance(12 * HOUR)
    expect((await idle.get('/')).status).toBe(303)

    const busy = await stage.signIn(null)
    for (let i = 0; i < 6 * 24; i += 6) {
      stage.clock.advance(6 * HOUR)
      expect((await busy.get('/')).status).toBe(200)
    }
    stage.clock.advance(DAY)
    expect((await busy.get('/')).status).toBe(303)
  })

  it('ends with signing out, also for whoever kept the cookie', async () => {
    const browser = await stage.signIn(null)
    const kept = browser.cookies.get('kentongan')!
    await browser.submit('/', '', {}, '/keluar')
    browser.cookies.set('kentongan', kept)
    expect((await browser.get('/')).status).toBe(303)
  })

  it('is a new one with every sign-in, and the one before ends', async () => {
    const browser = await stage.signIn(null)
    const before = browser.cookies.get('kentongan')!
    await browser.post('/masuk', { t: await linkFor(null) })
    expect(browser.cookies.get('kentongan')).not.toBe(before)
    browser.cookies.set('kentongan', before)
    expect((await browser.get('/')).status).toBe(303)
  })

  it('of nobody acts as admin only while nobody else is there', async () => {
    const browser = await stage.signIn(null)
    expect((await browser.get('/')).status).toBe(200)
    await stage.db.run(`update setting set value = 'false' where key = 'demo'`)
    try {
      expect((await browser.get('/')).status).toBe(303)
      expect((await new Browser(stage.url).post('/masuk', { t: await linkFor(null) })).status).toBe(400)
      const admin = await stage.signIn({ position: 'admin' })
      expect((await admin.get('/')).status).toBe(200)
    } finally {
      await stage.db.run(`update setting set value = 'true' where key = 'demo'`)
    }
  })

  it('speaks the language that was chosen', async () => {
    const browser = await stage.signIn(null)
    expect((await browser.get('/')).text).toContain('Beranda')
    await browser.submit('/', '', { bahasa: 'en' }, '/bahasa')
    expect((await browser.get('/')).text).toContain('Home')
  })
})

describe('cookies', () => {
  it('are plain on a laptop, and bound to host and https behind a public address', async () => {
    const laptop = new Browser(stage.url)
    const plain = await laptop.post('/masuk', { t: await linkFor(await holderOf(stage.db, 'admin')) })
    expect(plain.headers.getSetCookie()[0]).toMatch(
      /^kentongan=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    )

    const open = await openStage({ publicUrl: 'https://lapor.example.id' })
    try {
      const token = await createSignInLink(open.db, { personId: null, now: open.clock.now() })
      const secure = await new Browser(open.url).post('/masuk', { t: token }, { origin: 'https://lapor.example.id' })
      expect(secure.headers.getSetCookie()[0]).toMatch(
        /^__Host-kentongan=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      )
      expect(secure.headers.get('strict-transport-security')).toContain('max-age')
    } finally {
      await open.close()
    }
  })
})
