import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Delivery } from '../../src/app/deliver-outbox.ts'
import { takeTurn } from '../../src/app/take-turns.ts'
import { pages } from '../../src/web/pages/index.ts'
import { holderOf, openStage, type Stage } from './stage.ts'

const village = '81.05.15.2003'
const words = ['zirkonium', '+6281197538642', 'ytterbium', 'vanadium']

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const [phone] = await stage.db.all<{ userId: string }>(
    `select a.user_id as "userId" from address a where a.person_id = $1`,
    await holderOf(stage.db, 'kepala_desa', village),
  )
  const delivery = new Delivery(stage.services)
  for (const text of [
    'pengaduan',
    'uang',
    'zirkonium diminta',
    'vanadium',
    'lewati',
    'lewati',
    'ya',
    '0811 9753 8642',
    'ytterbium',
  ]) {
    await stage.simulator.act(phone!.userId, { kind: 'text', text })
    await takeTurn(stage.services)
    await delivery.deliver()
  }
})
afterAll(() => stage.close())

describe('A complaint in the console', () => {
  it('is read whole by an officer, who comes to the list on signing in; each look is written down without it', async () => {
    const officer = await stage.signIn({ position: 'petugas_pseah' })
    const list = await officer.get('/pengaduan')
    expect(list.text).toContain('Uang atau barang')
    for (const word of words) expect(list.text).not.toContain(word)
    const { text } = await officer.get('/pengaduan/1')
    for (const word of words) expect(text).toContain(word)
    const audits = await stage.db.all<{ action: string; object: string; details: string }>(
      `select action, object, details from audit where object like 'complaint:%'`,
    )
    expect(audits).toEqual([{ action: 'read_complaint', object: 'complaint:1', details: '{}' }])
  })

  it('is found on no page of anybody else, not even of an admin', async () => {
    const officerRight = pages.filter((page) => page.path.startsWith('/pengaduan')).map((page) => page.right)
    expect(officerRight).toEqual(['handle_complaint', 'handle_complaint'])
    const person = await holderOf(stage.db, 'kepala_desa', village)
    for (const who of [
      null,
      { position: 'admin' },
      { position: 'koordinator_kabupaten', regionCode: '81.05' },
    ] as const) {
      const browser = await stage.signIn(who)
      for (const path of [
        '/',
        '/bantuan',
        '/bantuan?jenis=mesin',
        '/antrean',
        '/orang',
        `/orang/${person}`,
        `/desa/${village}`,
      ]) {
        const { text } = await browser.get(path)
        for (const word of [...words, 'href="/pengaduan']) expect([path, text.includes(word)]).toEqual([path, false])
      }
      expect((await browser.get('/pengaduan/1')).status).toBe(403)
      expect((await browser.submit('/orang', 'maju', { dari: 'baru', ke: 'selesai' }, '/pengaduan/1')).status).toBe(403)
    }
  })

  it('goes onwards only, and once', async () => {
    const officer = await stage.signIn({ position: 'petugas_pseah' })
    const move = (dari: string, ke: string) => officer.submit('/pengaduan/1', 'maju', { dari, ke })
    expect((await move('baru', 'ditangani')).status).toBe(303)
    expect((await move('baru', 'selesai')).status).toBe(404)
    expect((await move('ditangani', 'baru')).status).toBe(404)
    const [row] = await stage.db.all('select state, closed_at as "closedAt" from sealed_case')
    expect(row).toEqual({ state: 'ditangani', closedAt: null })
  })
})
