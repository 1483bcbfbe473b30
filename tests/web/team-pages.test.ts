import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerDocument } from '../../src/app/register-document.ts'
import { insertWorkItem } from '../../src/store/work-plan.ts'
import { openStage, type Stage } from './stage.ts'

const village = '81.05.15.2003'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const koordinator = () => stage.signIn({ position: 'koordinator_kabupaten', regionCode: '81.05' })
const elsewhere = () => stage.signIn({ position: 'koordinator_kabupaten', regionCode: '53.18' })
const lastAudit = async () =>
  (await stage.db.all<{ action: string }>('select action from audit order by id desc limit 1'))[0]?.action

describe('The work plan in the console', () => {
  it('shows a koordinator their own activities and those of all, and takes what happened', async () => {
    const plan = {
      responsible: 'Tim',
      plannedFromOn: '2026-01-05',
      plannedUntilOn: '2026-01-10',
      beganOn: null,
      doneOn: null,
    }
    await insertWorkItem(stage.db, { ...plan, kabupatenCode: '81.05', title: 'Pelatihan <uji>' })
    await insertWorkItem(stage.db, { ...plan, kabupatenCode: '53.18', title: 'Kunjungan Sumba' })
    const browser = await koordinator()
    const { text } = await browser.get('/rencana-kerja')
    expect(text).toContain('Pelatihan &lt;uji&gt;')
    expect(text).not.toContain('Kunjungan Sumba')
    const id = /<option value="(\d+)">Pelatihan/.exec(text)![1]!
    const fields = { kegiatan: id, mulai_nyata: '2026-01-06', selesai_nyata: '', selesai_baru: '', alasan: '' }
    expect((await browser.submit('/rencana-kerja', 'catat', fields)).status).toBe(303)
    expect(await stage.db.all('select began_on as "beganOn" from work_item where id = $1', Number(id))).toEqual([
      { beganOn: '2026-01-06' },
    ])
    // a planned day moves only with its reason
    const moved = await browser.submit('/rencana-kerja', 'catat', {
      ...fields,
      mulai_nyata: '',
      selesai_baru: '2026-02-01',
    })
    expect(moved.status).not.toBe(303)
  })
})

describe('A story in the console', () => {
  it('is edited, goes out only when its teller approved, and is taken back', async () => {
    const [story] = await stage.db.all<{ id: number }>(
      `insert into story (report_id, region_code, about, state, place, names, photos, created_at, changed_at)
       values (99999, $1, 'kelompok', 'diterima', 'internal', 'nama', 0, 1, 1) returning id`,
      village,
    )
    const cerita = String(story!.id)
    const browser = await koordinator()
    const edit = { cerita, judul: 'Pasar baru', isi: 'Dulu jauh, <b>sekarang</b> dekat.', samaran: '' }
    expect((await browser.submit('/cerita', 'sunting', edit)).status).toBe(303)
    const { text } = await browser.get(`/cerita?cerita=${cerita}`)
    expect(text).toContain('Dulu jauh, &lt;b&gt;sekarang&lt;/b&gt; dekat.')
    expect(await lastAudit()).toBe('read_story')
    const out = { cerita, di: 'internal', tempat: 'Buletin' }
    expect((await browser.submit('/cerita', 'terbitkan', out)).status).not.toBe(303)
    await stage.db.run(`update story set state = 'disetujui', approved_at = 1 where id = $1`, story!.id)
    expect((await browser.submit('/cerita', 'terbitkan', out)).status).toBe(303)
    expect((await browser.submit('/cerita', 'tarik', { cerita, alasan: 'Diminta' })).status).toBe(303)
    expect(await stage.db.all('select state from story where id = $1', story!.id)).toEqual([{ state: 'ditarik' }])
    expect((await (await elsewhere()).get('/cerita')).text).not.toContain('Pasar baru')
  })
})

describe('A refresher in the console', () => {
  it('is sent, shows who has not read it and that somebody looked, and is ended', async () => {
    const browser = await stage.signIn({ position: 'admin' })
    const draft = { topik: 'pseah', jabatan: 'camat', wilayah: '81.05', isi: '' }
    expect((await browser.submit('/penyegaran', 'kirim', draft)).status).toBe(303)
    const list = (await browser.get('/penyegaran')).text
    const id = /\?pesan=(\d+)/.exec(list)![1]!
    expect(list).toMatch(/0 dari \d/)
    expect((await browser.get(`/penyegaran?pesan=${id}`)).text).toContain('belum dikirim')
    expect(await lastAudit()).toBe('read_policy_log')
    expect((await browser.submit('/penyegaran', 'akhiri', { pesan: id })).status).toBe(303)
    expect(await lastAudit()).toBe('end_policy')
  })
})

describe('What hangs on the console’s walls', () => {
  it('is a map that tells villages apart only for those who may know, and of no other kabupaten', async () => {
    const image = async (browser: Awaited<ReturnType<typeof koordinator>>) => browser.get('/peta/81.05/gambar')
    const own = await image(await koordinator())
    expect([own.status, own.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    expect(own.text).toMatch(/\(\d+ desa\)/)
    const pokja = await image(await stage.signIn({ position: 'anggota_pokja', regionCode: '81.05' }))
    expect(pokja.text).not.toMatch(/\(\d+ desa\)/)
    expect((await image(await elsewhere())).status).toBe(404)
  })

  it('is a document, for those who see the sums of its place', async () => {
    const document = await registerDocument(
      stage.services,
      {
        kind: 'sk',
        title: 'SK Pokja',
        number: '',
        datedOn: '2026-01-02',
        regionCode: '81.05',
        ofBody: false,
        state: 'konsep',
        signers: [],
        file: { bytes: new Uint8Array(Buffer.from('%PDF-1.7 uji')), name: 'a.pdf' },
      },
      { now: stage.clock.now(), actor: 'test' },
    )
    const path = `/dokumen/${document.id}/berkas`
    const file = await (await koordinator()).get(path)
    expect([file.status, file.text, file.headers.get('content-disposition')]).toEqual([
      200,
      '%PDF-1.7 uji',
      `attachment; filename="dokumen-${document.id}.pdf"`,
    ])
    expect((await (await elsewhere()).get(path)).status).toBe(404)
    expect((await (await elsewhere()).get('/dokumen')).text).not.toContain('SK Pokja')
  })
})
