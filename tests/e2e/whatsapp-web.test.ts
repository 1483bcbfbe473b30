// The service as `npm start` runs it, with the real library in a real browser: from the code in the console to a stop.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkChannels } from '../../src/app/check-channels.ts'
import { setUp } from '../../src/app/set-up.ts'
import { openServices } from '../../src/cli/open-services.ts'
import { type Part, type RunningService, requireWholeBrowser, startService } from '../../src/cli/service.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { systemClock } from '../../src/lib/clock.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createSignInLink } from '../../src/store/sign-in.ts'
import { canRun, until } from '../channels/whatsapp-web-stage.ts'
import { kentongan } from '../support/run-command.ts'
import { WhatsAppWebServer } from '../support/whatsapp-web-server/whatsapp-web-server.ts'
import { Browser } from '../web/stage.ts'

describe.runIf(canRun)('the service on WhatsApp Web', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-wa-service-'))
  const env: Record<string, string> = {
    DATABASE_URL: `file:${join(folder, 'test.db')}`,
    DATA_DIR: folder,
    PORT: '0',
    WHATSAPP_WEB: 'on',
    WHATSAPP_WEB_DATA: join(folder, 'whatsapp-web'),
  }
  const codes: string[] = []
  let server: WhatsAppWebServer
  let config: Config
  let service: RunningService
  let staff: Browser

  const state = () => service.channels.find((channel) => channel.name === 'whatsapp-web')!.state()
  const start = (parts?: readonly Part[]) =>
    startService(config, {
      log: silentLogger,
      clock: systemClock,
      onPairing: (code) => codes.push(code),
      ...(parts && { parts }),
    })

  beforeAll(async () => {
    server = await new WhatsAppWebServer().start()
    env.WHATSAPP_WEB_ARGS = server.chromiumArgs.map((argument) => `"${argument}"`).join(' ')
    config = readConfig(env, { terminal: false })
    const db = await openDatabase(config.databaseUrl)
    await setUp(db, { now: systemClock.now(), backupFolder: join(folder, 'backups') })
    await db.close()
    service = await start()
    staff = new Browser(service.address!)
    const token = await createSignInLink(service.db, { personId: null, now: systemClock.now() })
    await staff.post('/masuk', { t: token })
  })
  afterAll(async () => {
    await service.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 4 })
    expect(server.complaints).toEqual([])
  })

  it('shows the code in the console, where it is started and in doctor, and stays ready meanwhile', async () => {
    await until(() => state().pairing !== undefined)
    expect(codes.at(-1)).toBe(state().pairing?.code)
    const page = await staff.get('/whatsapp')
    expect(page.text).toMatch(/<svg class="qr" role="img".*Kode ini berumur \d+ detik/s)
    expect(page.text).not.toContain(state().pairing!.code)
    const ready = await fetch(`${service.address}/readyz`)
    expect([ready.status, await ready.json()]).toMatchObject([200, { ready: true }])
    const { out } = await kentongan(folder, ['doctor'], { env })
    expect(out).toMatch(/WARNING whatsapp-web: .*scan this code \(\d+ s old.*\n█/)
  })

  it('tells staff once that a phone is waited for', async () => {
    const services = openServices(config, {
      db: service.db,
      clock: systemClock,
      log: silentLogger,
      channels: service.channels,
    })
    const now = systemClock.now()
    expect(await checkChannels(services, now)).toEqual({ toScan: 1, away: 0 })
    await checkChannels(services, now + 300_000)
    const items = await service.db.all<{ details: string }>(
      `select details from staff_item where key like 'channel:whatsapp-web:%'`,
    )
    expect(items.map(({ details }) => details)).toEqual([expect.stringContaining('pindai kode QR')])
  })

  it('answers who writes, once the phone has scanned', async () => {
    server.scan(state().pairing!.code)
    await until(() => state().state === 'running')
    const maya = server.person('6281200000001@c.us', { lid: '170000000000001@lid', name: 'Maya' })
    maya.say('halo')
    await until(() => maya.received.length > 0)
    expect(maya.received[0]!.body).toMatch(/Nomor ini belum terdaftar/)
    expect((await kentongan(folder, ['doctor'], { env })).out).toMatch(/ok {6}whatsapp-web: Paired and connected/)
  })

  it('keeps the login over a restart, and refuses to share its browser between processes, with the remedy', async () => {
    await service.stop()
    await expect(start(['web', 'send'])).rejects.toThrow(/--only/)
    expect(() => requireWholeBrowser(['web', 'send'])).toThrow(/WHATSAPP_WEB=on needs web, send, jobs in one process/)
    expect(() => requireWholeBrowser(['turns'])).not.toThrow()
    service = await start()
    await until(() => state().state === 'running')
    expect(codes).toHaveLength(1)
  })
})
