import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Delivery } from '../../src/app/deliver-outbox.ts'
import { openRound } from '../../src/app/open-round.ts'
import { takeTurn } from '../../src/app/take-turns.ts'
import { listRounds } from '../../src/store/rounds.ts'
import { Browser, openStage, type Stage } from './stage.ts'

const phone = 'demo-81.05.15.2003-kades'
// the smallest PNG there is: one transparent dot
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let stage: Stage
let browser: Browser
let delivery: Delivery

beforeAll(async () => {
  stage = await openStage()
  browser = new Browser(stage.url)
  delivery = new Delivery(stage.services)
  const draft = (await listRounds(stage.db)).find((r) => r.state === 'draft')!
  await openRound(stage.services, draft, { now: stage.clock.now(), actor: 'test' })
})
afterAll(() => stage.close())

async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) {
    stage.clock.advance(100)
    const { messages } = await takeTurn(stage.services)
    const { sent } = await delivery.deliver()
    if (messages + sent === 0) return delivery.finish()
  }
}

async function send(aksi: string, fields: Record<string, string> = {}): Promise<number> {
  const { text } = await browser.get(`/sim/${phone}`)
  const token = /name="_csrf" value="([^"]+)"/.exec(text)![1]!
  const answer = await browser.post(`/sim/${phone}`, { _csrf: token, aksi, ...fields }, { 'x-requested-with': 'sim' })
  await settle()
  return answer.status
}

const lines = async () => (await browser.get(`/sim/${phone}/pesan`)).text

describe('the chat simulator', () => {
  it('lists everybody of the cast by kecamatan, with a code for those who are not enrolled', async () => {
    const { text } = await browser.get('/sim?cari=dawang')
    expect(text).toContain('Kecamatan Teluk Waru')
    expect(text).toContain(`/sim/${phone}`)
    expect(text).toMatch(/Sekretaris Desa, Dawang\. Belum terdaftar; kodenya [0-9A-Z]{4}-[0-9A-Z]{4}/)
  })

  it('plays a phone: what is typed is answered, and buttons can be pressed', async () => {
    expect(await send('tulis', { pesan: 'mulai' })).toBe(204)
    const shown = await lines()
    expect(shown).toContain('class="bubble us"')
    const button = /name="tombol" value="(\d+\.\d+)">([^<]+)</.exec(shown)
    expect(button).not.toBeNull()
    expect(await send('tekan', { tombol: button![1]! })).toBe(204)
    expect(await lines()).toContain(`<p>${button![2]}</p>`)
  })

  it('changes a message in place, as a phone does', async () => {
    await send('tulis', { pesan: 'salah ketik' })
    const asal = /name="asal" value="([^"]+)"/.exec(await lines())![1]!
    await send('ubah', { asal, pesan: 'sudah betul' })
    const shown = await lines()
    expect(shown).toContain('<p>sudah betul</p><time>diubah')
    expect(shown).not.toContain('<p>salah ketik</p>')
  })

  it('sends photos, and none that are larger than 5 MB', async () => {
    const { text } = await browser.get(`/sim/${phone}`)
    const token = /name="_csrf" value="([^"]+)"/.exec(text)![1]!
    const upload = async (bytes: Buffer) => {
      const body = new FormData()
      body.set('_csrf', token)
      body.set('aksi', 'kirim')
      body.set('berkas', new File([new Uint8Array(bytes)], 'foto.png', { type: 'image/png' }))
      return browser.send(`/sim/${phone}`, { method: 'POST', body, headers: { 'x-requested-with': 'sim' } })
    }
    expect((await upload(dot)).status).toBe(204)
    expect(await lines()).toContain('[foto]')
    expect((await upload(Buffer.alloc(6 * 1024 * 1024))).status).toBe(413)
  })

  it('blocks and unblocks, and staff see it', async () => {
    const reach = () => stage.db.all<{ reach: string }>('select reach from address where user_id = $1', phone)
    await send('blokir')
    expect(await reach()).toEqual([{ reach: 'blocked' }])
    await send('buka_blokir')
    expect(await reach()).toEqual([{ reach: 'ok' }])
  })

  it('says that nothing is new while nothing is', async () => {
    const first = await browser.get(`/sim/${phone}/pesan`)
    const again = await browser.get(`/sim/${phone}/pesan`, { 'if-none-match': first.headers.get('etag')! })
    expect(again.status).toBe(304)
    await send('tulis', { pesan: 'ringkasan' })
    const changed = await browser.get(`/sim/${phone}/pesan`, { 'if-none-match': first.headers.get('etag')! })
    expect(changed.status).toBe(200)
  })

  it('refuses forms from elsewhere, and those that are none of its own', async () => {
    expect((await browser.post(`/sim/${phone}`, { aksi: 'tulis', pesan: 'x' })).status).toBe(403)
    expect(await send('tulis', { pesan: '' })).toBe(400)
    expect(await send('tekan', { tombol: '999999.0' })).toBe(400)
    expect(await send('hapus', {})).toBe(400)
    expect(await send('tulis', { pesan: 'x', kind: 'delivery' })).toBe(400)
  })

  it('does not exist for another host, behind a proxy, or on a database of real people', async () => {
    for (const path of ['/sim', `/sim/${phone}`, `/sim/${phone}/pesan`]) {
      expect((await browser.get(path, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404)
      expect((await overHost(stage.url, path, 'lapor.example.id')).status).toBe(404)
      expect((await overHost(stage.url, path, 'localhost.example.id')).status).toBe(404)
      expect((await overHost(stage.url, path, 'localhost:3000')).status).toBe(200)
    }
    const real = await openStage({ demo: false })
    try {
      for (const path of ['/sim', `/sim/${phone}`]) expect((await new Browser(real.url).get(path)).status).toBe(404)
    } finally {
      await real.close()
    }
  })
})

/** `fetch` lets nobody set the Host header. */
async function overHost(url: string, path: string, host: string): Promise<{ status: number }> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    request(new URL(path, url), { headers: { host } }, (response) => {
      response.resume()
      resolve({ status: response.statusCode! })
    })
      .once('error', reject)
      .end()
  })
}
