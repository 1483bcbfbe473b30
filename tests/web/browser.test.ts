import { existsSync } from 'node:fs'
import { type Browser as Chromium, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRound } from '../../src/app/open-round.ts'
import { type Loops, runLoops } from '../../src/app/service-loops.ts'
import { listRounds } from '../../src/store/rounds.ts'
import { createSignInLink } from '../../src/store/sign-in.ts'
import { openStage, type Stage } from './stage.ts'

// A real browser, where there is one: elsewhere one line says so, and the other tests of this folder stand.
const browserPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const executablePath = browserPaths.find((path) => existsSync(path))
if (executablePath === undefined && process.env.TEST_REQUIRES_BROWSER)
  throw new Error('TEST_REQUIRES_BROWSER is set and there is no Chromium: apt-get install chromium')
if (executablePath === undefined)
  process.stderr.write('tests/web/browser.test.ts: no Chromium here, not run (Debian: apt-get install chromium)\n')

const phone = 'demo-81.05.15.2003-kades'

describe.runIf(executablePath !== undefined)('in a browser', () => {
  let stage: Stage
  let loops: Loops
  let chrome: Chromium
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    stage = await openStage()
    const draft = (await listRounds(stage.db)).find((r) => r.state === 'draft')!
    await openRound(stage.services, draft, { now: stage.clock.now(), actor: 'test' })
    loops = runLoops(stage.services, { turns: true, send: true, files: true })
    chrome = await chromium.launch({
      executablePath: executablePath!,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    page = await (await chrome.newContext({ viewport: { width: 360, height: 740 } })).newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(stage.url)) complaints.push(`request: ${request.url()}`)
    })
  }, 60_000)

  afterAll(async () => {
    await chrome?.close()
    await loops?.stop()
    await stage?.close()
  })

  it('signs in by the link, walks through the menu on a small phone, and nothing is wider than it', async () => {
    const token = await createSignInLink(stage.db, { personId: null, now: stage.clock.now() })
    await page.goto(`${stage.url}/masuk?t=${token}`)
    await page.click('button')
    const paths = await page.$$eval('nav.menu a', (links) => links.map((link) => link.getAttribute('href')))
    expect(paths.length).toBeGreaterThan(7)
    for (const path of paths) {
      await page.goto(stage.url + path)
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect([path, width]).toEqual([path, 360])
    }
    expect(complaints).toEqual([])
  })

  it('chats on a simulated phone without loading the page anew', async () => {
    await page.goto(`${stage.url}/sim/${phone}`)
    await page.fill('textarea', 'mulai')
    await page.press('textarea', 'Enter')
    await page.waitForSelector('.bubble.us')
    expect(await page.textContent('.bubble.them p')).toBe('mulai')
    const before = await page.locator('.bubble.us').count()
    await page.locator('.buttons button').first().click()
    await expect.poll(() => page.locator('.bubble.us').count(), { timeout: 5_000 }).toBeGreaterThan(before)
    expect(complaints).toEqual([])
  })

  it('runs nothing of what people wrote', async () => {
    const payload = `<img src=x onerror=alert(1)><script>alert(2)</script>"'><svg onload=alert(3)>`
    await stage.simulator.act(phone, { kind: 'text', text: payload })
    await page.goto(`${stage.url}/sim/${phone}`)
    await expect.poll(() => page.textContent('.chat'), { timeout: 5_000 }).toContain('<img src=x onerror')
    await stage.db.run('update person set name = $1', payload)
    for (const path of ['/orang', '/desa/81.05.15.2003', '/sim']) {
      await page.goto(stage.url + path)
      expect(await page.locator('main img, main script, main svg').count()).toBe(0)
    }
    expect(complaints).toEqual([])
  })

  it('lets nobody act from another site, even with the cookie of a visitor', async () => {
    const { createServer } = await import('node:http')
    const evil = createServer((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(
        `<form method="post" action="${stage.url}/antrean"><input name="aksi" value="jeda"></form><script>document.forms[0].submit()</script>`,
      )
    })
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
    const { port } = evil.address() as { port: number }
    try {
      await page.goto(`http://localhost:${port}/`)
      await page.waitForURL(`${stage.url}/antrean`)
      expect(await page.textContent('h1')).toBe('Bukan untuk kursi ini')
      expect(await stage.db.all(`select value from setting where key = 'sending_paused'`)).toEqual([])
    } finally {
      evil.close()
      evil.closeAllConnections()
    }
  })

  it('works without JavaScript', async () => {
    const plain = await (await chrome.newContext({ javaScriptEnabled: false })).newPage()
    await plain.goto(`${stage.url}/sim/demo-81.05.15-camat`)
    await plain.fill('textarea', 'siapa belum')
    await plain.click('.phone-foot form button.primary')
    expect(await plain.textContent('.bubble.us')).toContain('desa sudah melapor')
    await plain.context().close()
  })
})
