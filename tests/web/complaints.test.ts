import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Delivery } from '../../src/app/deliver-outbox.ts'
import { takeTurn } from '../../src/app/take-turns.ts'
import { createCase } from '../../src/store/sealed.ts'
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
    const officer = await stage.signIn({ position: 'petugas_antikorupsi' })
    const list = await officer.get('/antikorupsi')
    expect(list.text).toContain('Uang atau barang')
    for (const word of words) expect(list.text).not.toContain(word)
    const { text } = await officer.get('/antikorupsi/1')
    for (const word of words) expect(text).toContain(word)
    const audits = await stage.db.all<{ action: string; object: string; details: string }>(
      `select action, object, details from audit where object like 'complaint:%'`,
    )
    expect(audits).toEqual([{ action: 'read_complaint', object: 'complaint:1', details: '{}' }])
  })

  it('is found on no page of anybody else, not even of an admin', async () => {
    const rightsOf = (path: string) => pages.filter((page) => page.path.startsWith(path)).map((page) => page.right)
    expect(rightsOf('/pengaduan')).toEqual(['handle_complaint', 'handle_complaint'])
    expect(rightsOf('/antikorupsi')).toEqual(['handle_fraud', 'handle_fraud'])
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
        for (const word of [...words, 'href="/pengaduan', 'href="/antikorupsi'])
          expect([path, text.includes(word)]).toEqual([path, false])
      }
      expect((await browser.get('/antikorupsi/1')).status).toBe(403)
      expect((await browser.submit('/orang', 'maju', { dari: 'baru', ke: 'selesai' }, '/antikorupsi/1')).status).toBe(
        403,
      )
    }
  })

  it('says apart what leads to who told, so that nobody passes it on', async () => {
    const officer = await stage.signIn({ position: 'petugas_antikorupsi' })
    const { text } = await officer.get('/antikorupsi/1')
    const [about, teller] = text.split('<h2>Tentang pelapor</h2>')
    expect(about).toContain('zirkonium')
    expect(about).not.toContain('+6281197538642')
    expect(teller).toContain('+6281197538642')
  })

  it('about money is not there for a PSEAH officer, nor one about harm for an anti-fraud officer', async () => {
    const { db, services, clock } = stage
    const harm = await createCase(db, {
      kind: 'anak',
      kabupatenCode: null,
      urgent: false,
      codeHash: 'anak',
      box: services.safe!.close({ codeHash: 'anak', formVersionId: 1, answers: [['perihal', 'anak']] }),
      now: clock.now(),
    })
    const pseah = await stage.signIn({ position: 'petugas_pseah' })
    const fraud = await stage.signIn({ position: 'petugas_antikorupsi' })
    expect((await pseah.get('/pengaduan')).text).toContain(`/pengaduan/${harm}`)
    expect((await pseah.get('/pengaduan')).text).not.toContain('/pengaduan/1"')
    expect((await fraud.get('/antikorupsi')).text).not.toContain(`/antikorupsi/${harm}`)
    // neither by the other's address nor by the number under their own
    expect((await pseah.get('/antikorupsi/1')).status).toBe(403)
    expect((await pseah.get('/pengaduan/1')).status).toBe(404)
    expect((await fraud.get(`/pengaduan/${harm}`)).status).toBe(403)
    expect((await fraud.get(`/antikorupsi/${harm}`)).status).toBe(404)
    for (const [browser, path] of [
      [pseah, '/pengaduan/1'],
      [fraud, `/antikorupsi/${harm}`],
    ] as const)
      expect((await browser.submit('/', 'maju', { dari: 'baru', ke: 'selesai' }, path)).status).not.toBe(303)
    const states = await db.all('select distinct state from sealed_case')
    expect(states).toEqual([{ state: 'baru' }])
  })

  it('is closed to an anti-fraud officer who becomes a camat', async () => {
    const { db, clock } = stage
    const person = await holderOf(db, 'petugas_antikorupsi')
    const officer = await stage.signIn({ position: 'petugas_antikorupsi' })
    expect((await officer.get('/antikorupsi/1')).status).toBe(200)
    const [seat] = await db.all<{ id: number }>(`select id from seat where position = 'camat' order by id limit 1`)
    const [made] = await db.all<{ id: number }>(
      'insert into holding (seat_id, person_id, from_at) values ($1, $2, $3) returning id',
      seat!.id,
      person,
      clock.now(),
    )
    expect((await officer.get('/antikorupsi/1')).status).toBe(403)
    expect((await officer.get('/antikorupsi')).status).toBe(403)
    await db.run('delete from holding where id = $1', made!.id)
  })

  it('goes onwards only, and once', async () => {
    const officer = await stage.signIn({ position: 'petugas_antikorupsi' })
    const move = (dari: string, ke: string) => officer.submit('/antikorupsi/1', 'maju', { dari, ke })
    expect((await move('baru', 'ditangani')).status).toBe(303)
    expect((await move('baru', 'selesai')).status).toBe(404)
    expect((await move('ditangani', 'baru')).status).toBe(404)
    const [row] = await stage.db.all('select state, closed_at as "closedAt" from sealed_case where id = 1')
    expect(row).toEqual({ state: 'ditangani', closedAt: null })
  })
})
