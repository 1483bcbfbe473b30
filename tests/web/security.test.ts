import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRound } from '../../src/app/open-round.ts'
import { listRounds } from '../../src/store/rounds.ts'
import { addStaffItem } from '../../src/store/staff-items.ts'
import { insertAnswers } from '../../src/store/turn-writes.ts'
import { pages } from '../../src/web/pages/index.ts'
import { type Browser, holderOf, openStage, type Stage } from './stage.ts'

const village = '81.05.15.2003'
const phone = 'demo-81.05.15.2003-kades'

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</textarea><script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '<!--',
  '&lt;script&gt;',
  '\u202Eoffset<b>',
] as const

let stage: Stage
let admin: Browser
let round: string
let report: number

beforeAll(async () => {
  stage = await openStage()
  const draft = (await listRounds(stage.db)).find((r) => r.state === 'draft')!
  round = draft.code
  await openRound(stage.services, draft, { now: stage.clock.now(), actor: 'test' })
  admin = await stage.signIn(null)
  const [row] = await stage.db.all<{ id: number }>(
    'select p.id from report p join obligation o on o.id = p.obligation_id where o.region_code = $1',
    village,
  )
  report = row!.id
})
afterAll(() => stage.close())

describe('every page', () => {
  it('allows no script, style, frame or address but its own', async () => {
    for (const path of ['/', '/masuk', '/sim', '/tidak-ada', '/assets/sim.js']) {
      const { headers } = await admin.get(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    }
  })

  it('holds no inline script, style or event handler, and weighs less than 40 KB', async () => {
    for (const path of ['/', `/putaran/${round}`, `/laporan/${report}`, '/orang', '/sim', `/sim/${phone}`]) {
      const { text, headers } = await admin.get(path)
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! src="\/assets\/)/)
      expect(headers.get('cache-control')).toBe('no-store')
      const assets = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
      let bytes = text.length
      for (const asset of assets) bytes += (await admin.get(asset)).text.length
      expect([path, bytes < 40 * 1024]).toEqual([path, true])
    }
  })

  it('is told apart from a page that does not exist only to those who may see it', async () => {
    expect((await admin.get('/desa/99.99.99.9999')).status).toBe(404)
    expect((await admin.get('/desa/81.05')).status).toBe(404)
    expect((await admin.get('/laporan/1e3')).status).toBe(404)
    expect((await admin.get('/laporan/999999')).status).toBe(404)
  })
})

describe('a form', () => {
  const forms = () => pages.flatMap((page) => Object.keys(page.actions).map((aksi) => [page.path, aksi] as const))
  const real = (path: string) =>
    path
      .replace(':code', path.startsWith('/putaran') ? round : path.startsWith('/desa') ? village : '81.05.15')
      .replace(':id', '1')

  it('is refused without its token, with that of another session, and from another site', async () => {
    const other = await stage.signIn(null)
    const token = /name="_csrf" value="([^"]+)"/.exec((await other.get('/')).text)![1]!
    const own = /name="_csrf" value="([^"]+)"/.exec((await admin.get('/')).text)![1]!
    expect(forms().length).toBeGreaterThan(15)
    for (const [path, aksi] of forms()) {
      const to = real(path)
      expect([path, aksi, (await admin.post(to, { aksi })).status]).toEqual([path, aksi, 403])
      expect((await admin.post(to, { aksi, _csrf: token })).status).toBe(403)
      for (const headers of [
        { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' },
        { origin: 'null' },
      ])
        expect((await admin.post(to, { aksi, _csrf: own }, headers)).status).toBe(403)
    }
    expect((await listRounds(stage.db)).find((r) => r.code === round)?.state).toBe('open')
  })

  it('takes only the fields it has: a field more is a form that is not right', async () => {
    const answer = await admin.submit(`/putaran/${round}`, 'tutup', { state: 'draft' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Mohon dilihat lagi')
  })

  it('does what is no action of its page for nobody', async () => {
    for (const aksi of ['constructor', '__proto__', 'toString', 'hapus_semua', ''])
      expect((await admin.submit(`/putaran/${round}`, aksi)).status).toBe(404)
  })

  it('is not read beyond 64 KB', async () => {
    const answer = await admin.submit('/kalender', 'tambah', { nama: 'x'.repeat(100_000) })
    expect(answer.status).toBe(413)
  })
})

describe('what people wrote', () => {
  it('is text on every page: names, answers, reasons, comments, profile names', async () => {
    const person = await holderOf(stage.db, 'kepala_desa', village)
    const all = payloads.join(' ')
    await stage.db.run('update person set name = $2 where id = $1', person, all)
    await stage.db.run('update address set profile_name = $2, reach_note = $2 where person_id = $1', person, all)
    await stage.db.run('update region set name = $2 where code = $1', village, all)
    await stage.db.run('update entity_item set label = $2 where region_code = $1', village, all)
    await stage.db.run('update obligation set excused_because = $2 where region_code = $1', village, all)
    await insertAnswers(
      stage.db,
      stage.db,
      payloads.map((payload) => ({
        reportId: report,
        path: 'catatan_desa',
        value: JSON.stringify(payload),
        raw: payload,
        how: 'given' as const,
        reason: payload,
        personId: person,
        inboxId: null,
      })),
      stage.clock.now(),
    )
    await addStaffItem(stage.db, {
      kind: 'help',
      key: 'help:xss',
      personId: person,
      regionCode: village,
      details: { reads: all },
      at: stage.clock.now(),
    })
    const [item] = await stage.db.all<{ id: number }>(`select id from staff_item where key = 'help:xss'`)
    await stage.simulator.act(phone, { kind: 'text', text: all }, all)

    const paths = [
      '/',
      `/putaran/${round}`,
      `/desa/${village}`,
      '/kecamatan/81.05.15',
      `/laporan/${report}`,
      '/bantuan',
      `/bantuan/${item!.id}`,
      '/orang',
      `/orang/${person}`,
      '/rangkuman',
      '/sim',
      `/sim/${phone}`,
      `/sim/${phone}/pesan`,
      `/orang?cari=${encodeURIComponent(all)}`,
      `/sim?cari=${encodeURIComponent(all)}`,
      `/sim/${phone}?kode=${encodeURIComponent(all)}`,
    ]
    for (const path of paths) {
      const { status, text } = await admin.get(path)
      expect([path, status]).toEqual([path, 200])
      expect([path, foreignMarkup(text)]).toEqual([path, []])
    }
    expect((await admin.get(`/laporan/${report}`)).text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

/** Tags and comments that none of our templates writes. */
function foreignMarkup(text: string): readonly string[] {
  return [...text.matchAll(/<(?:script(?! src="\/assets)|img|svg|a href="javascript|!--|b>offset)[^>]*/gi)].map(
    (m) => m[0],
  )
}

describe('/healthz, /readyz and /metrics', () => {
  it('say that all is well', async () => {
    expect((await admin.get('/healthz')).status).toBe(200)
    const ready = await admin.get('/readyz')
    expect([ready.status, JSON.parse(ready.text)]).toEqual([
      200,
      { ready: true, reasons: [], channels: { simulator: 'running' } },
    ])
  })

  it('say what is not: a stopped channel, a message that nobody takes, a database that cannot be written', async () => {
    const other = await openStage()
    try {
      const browser = await other.signIn(null)
      await other.simulator.act(phone, { kind: 'text', text: 'mulai' })
      other.clock.advance(90_000)
      await other.simulator.stop()
      const stuck = await browser.get('/readyz')
      expect([stuck.status, JSON.parse(stuck.text).reasons]).toEqual([
        503,
        ['a message waits for its turn since 90 s', 'channel simulator is stopped'],
      ])
      expect((await browser.get('/metrics')).text).toContain('kentongan_inbox_oldest_seconds 90')

      await new Promise((resolve) => setTimeout(resolve, 2_100))
      await other.db.run('pragma query_only = on')
      const closed = await browser.get('/readyz')
      expect([closed.status, JSON.parse(closed.text).reasons[0]]).toEqual([
        503,
        expect.stringContaining('the database cannot be written to'),
      ])
      await other.db.run('pragma query_only = off')
    } finally {
      await other.close()
    }
  })

  it('count what happened, and name nobody', async () => {
    const { text, headers } = await admin.get('/metrics')
    expect(headers.get('content-type')).toContain('text/plain')
    expect(text).toContain('kentongan_inbox_waiting 1')
    expect(text).toContain('kentongan_channel_up{channel="simulator",state="running"} 1')
    expect(text).toContain('kentongan_last_backup_seconds Nan')
    expect(text).not.toMatch(/81\.05|alert/)
  })

  it('keep figures from whoever comes through a proxy', async () => {
    expect((await admin.get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404)
  })
})

describe('/hooks', () => {
  it('hand requests to the channel by name, and know no other', async () => {
    const answer = await admin.send('/hooks/telegram', { method: 'POST', body: '{}' })
    expect([answer.status, answer.text]).toEqual([200, 'POST'])
    expect((await admin.send('/hooks/whatsapp', { method: 'POST', body: '{}' })).status).toBe(404)
  })
})
