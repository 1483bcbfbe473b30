import { afterEach, expect, it } from 'vitest'
import { createRound } from '../../src/app/create-round.ts'
import { openRound } from '../../src/app/open-round.ts'
import { digestRound } from '../../src/app/round-digest.ts'
import { listEntities } from '../../src/store/entities.ts'
import { installForm } from '../../src/store/form-versions.ts'
import { saveImportedItems } from '../../src/store/plan-import.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { shippedSource } from '../flows/form-cast.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

onEveryDialect('a round of a village form', (open) => {
  let play: Play
  afterEach(() => play.close())

  /** The shipped form in a round of its own, its invitations sent. */
  async function begin(form: string, depth: 'core' | 'full' = 'full'): Promise<void> {
    play = await openPlay(open, { startAt: at('2024-07-10 08:30', wit), open: false })
    const { services, clock } = play
    const by = { now: clock.now(), actor: 'test' }
    await services.db.transaction((sql) => installForm(sql, shippedSource(form), clock.now()))
    await createRound(
      services,
      {
        code: 'desa',
        forms: [{ name: form, depth }],
        opensOn: '2024-07-10',
        dueOn: '2024-07-24',
        kabupaten: [],
      },
      by,
    )
    await openRound(services, await requireRound(services.db, 'desa'), by)
    await play.tick(at('2024-07-10 10:35', wit))
  }
  const say = async (...replies: readonly string[]) => {
    let last: readonly string[] = []
    for (const reply of replies) last = await play.say('lina', reply)
    return last.join('\n')
  }
  const rows = (sql: string) => play.services.db.all<Record<string, unknown>>(sql)
  const followOns = async () =>
    (await rows(`select details from staff_item where kind = 'follow_on' order by id`)).map(
      ({ details }) => (JSON.parse(String(details)) as { what: string }).what,
    )

  it('cerita-perubahan: publication is for staff to see to, and its consent can be taken back', async () => {
    await begin('cerita-perubahan')
    expect(play.heard('lina').join('\n')).toContain('putaran')
    const story = ['dulu sepi', 'sekarang ramai', 'lewati', 'lewati', 'tidak ada', 'lewati', 'lewati', 'nama asli']
    expect(await say('mulai', 'saya sendiri', ...story, 'media', 'ya')).toContain('Laporan sudah dikirim')
    const consents = () => rows(`select given from consent where kind = 'story' order by id`)
    expect(await consents()).toEqual([{ given: 1 }])
    expect(await followOns()).toEqual(['terbit'])

    expect(await say('ubah', '16', 'tidak diterbitkan', 'keluarga keberatan')).toContain('diganti: Tidak diterbitkan')
    expect(await consents()).toEqual([{ given: 1 }, { given: 0 }])
  })

  it('cerita-perubahan: what is said of others is no consent of the writer', async () => {
    await begin('cerita-perubahan')
    const story = ['dulu sepi', 'sekarang ramai', 'lewati', 'lewati', 'tidak ada', 'lewati', 'lewati', 'samaran']
    expect(await say('mulai', 'kelompok', 'ya', ...story, 'media', 'ya')).toContain('Laporan sudah dikirim')
    expect(await rows(`select given from consent where kind = 'story'`)).toEqual([])
  })

  it('penerimaan-stimulan: a levy, bad goods and the later question about use are for staff to see to', async () => {
    await begin('penerimaan-stimulan')
    const goods = ['2', 'mesin jahit', '3 unit', '3 unit', 'baik', 'gunting', '5 buah', '5 buah', 'rusak']
    const rest = ['Melati', '9 orang, 9 perempuan', 'lewati', 'lewati']
    const end = await say('mulai', 'Paket menjahit', 'sudah semua', '8 juli', ...goods, ...rest, 'ada', 'ya')
    expect(end).toContain('Laporan sudah dikirim')
    expect((await followOns()).toSorted()).toEqual(['barang_bermasalah', 'pungutan'])
  })

  it('pelatihan: whether it is practised is for staff to ask later', async () => {
    await begin('pelatihan')
    const end = await say('mulai', 'tenun', '7 juli', '8 juli', '9 orang, 9 perempuan', 'Ibu Rini', '5', 'lewati', 'ya')
    expect(end).toContain('Laporan sudah dikirim')
    expect(await followOns()).toEqual([])
  })

  it('pemutakhiran-vlp: what is changed, finished, taken out and new is the plan from then on', async () => {
    await begin('pemutakhiran-vlp')
    const { db } = play.services
    const plan = async () => {
      const items = await listEntities(db, 'kegiatan', '81.05.15.2001')
      return items.map(({ entityId, label, source, properties }) => ({ entityId, label, source, ...properties }))
    }
    const item = (entityId: string, label: string) => ({
      list: 'kegiatan',
      entityId,
      regionCode: '81.05.15.2001',
      label,
      properties: { status: 'berjalan', target: '5' },
    })
    await saveImportedItems(db, db, [item('k1', 'Kebun'), item('k2', 'Kios'), item('k3', 'Bengkel')], {
      now: play.clock.now(),
      source: 'vlp',
    })
    // another village named an activity first: both are the first of their reports
    const other = { ...item('n1', 'Milik desa lain'), regionCode: '81.05.15.2002' }
    await saveImportedItems(db, db, [other], { now: play.clock.now(), source: 'vlp' })

    const people = '20 orang, 10 laki-laki 10 perempuan'
    const profile = ['1250', '310', 'tidak ada', 'tidak ada', 'ya', 'Pendapatan naik']
    const start = ['mulai', '8 juli', people, ...profile, 'lewati']
    const old = ['diubah', 'target', '9 unit', 'rkp', 'sudah selesai', 'dihapus', 'lahannya dipakai jalan']
    const named = ['1', 'Abon ikan', 'olahan', 'lewati', 'lewati', 'lewati', '100 kg', 'maret 2025', 'agustus 2025']
    const rest = ['5 juta', 'swadaya', 'lewati', 'belum', 'perempuan', 'lewati']
    const end = await say(...start, ...old, ...named, ...rest)
    expect(end).toContain('1 kegiatan diteruskan, 1 selesai, 1 dihapus, 1 baru')
    const last = await say('ya')
    expect(last).toContain('Laporan sudah dikirim')
    expect(last).toContain('Rencana penghidupan Desa Karang Uji tahun 2024 sudah tersimpan.')

    const [report] = await rows('select id from report')
    expect(await plan()).toEqual([
      expect.objectContaining({ entityId: 'k1', target: '9', satuan: 'unit', status: 'berjalan', tahun_vlp: '2024' }),
      expect.objectContaining({ entityId: 'k2', target: '5', status: 'selesai' }),
      expect.objectContaining({
        entityId: `r${report!.id}-n1`,
        label: 'Abon ikan',
        source: 'vlp',
        bidang: 'olahan',
        biaya: '5000000',
        status: 'belum',
      }),
    ])
    const [out] = await rows(`select properties from entity_item where entity_id = 'k3' and closed_at is not null`)
    expect(JSON.parse(String(out!.properties))).toMatchObject({ alasan_hapus: 'lahannya dipakai jalan' })
    const [theirs] = await listEntities(db, 'kegiatan', '81.05.15.2002')
    expect(theirs).toMatchObject({ label: 'Milik desa lain', properties: { target: '5' } })
  })

  it('pemantauan-desa: an activity outside the plan is told in full and asked about from then on', async () => {
    await begin('pemantauan-desa')
    const { db } = play.services
    const own = { list: 'kegiatan', entityId: 'k1', regionCode: '81.05.15.2001', label: 'Kebun', properties: {} }
    await saveImportedItems(db, db, [own], { now: play.clock.now(), source: 'vlp' })
    const start = ['mulai', '8 juli', '12 orang, 7 laki-laki 5 perempuan', '0', '3', 'belum mulai', 'dana', 'lewati']
    const rest = [
      'september',
      'tidak ada',
      'lewati',
      'lewati',
      'ada',
      'Kolam ikan',
      'perikanan',
      'berjalan',
      'mei',
      '40',
    ]
    const end = ['500 ekor', '6 orang, 2 laki-laki 4 perempuan', 'lewati', 'tidak', 'lewati', 'ya']
    expect(await say(...start, ...rest, ...end)).toContain('Laporan sudah dikirim')
    const [, outside] = await listEntities(db, 'kegiatan', '81.05.15.2001')
    expect(outside).toMatchObject({
      label: 'Kolam ikan',
      source: 'bukan_vlp',
      properties: { bidang: 'perikanan', status: 'berjalan', persen: '40', hasil: '500 ekor' },
    })
    await say('ubah o', '60', 'salah lihat')
    expect(await listEntities(db, 'kegiatan', '81.05.15.2001')).toHaveLength(2)
    expect((await listEntities(db, 'kegiatan', '81.05.15.2001'))[1]!.properties).toMatchObject({ persen: '60' })
  })

  it('pemantauan-desa: an activity named in the report is known by its own name in the next round', async () => {
    await begin('pemantauan-desa', 'core')
    const start = ['mulai', '8 juli', '12 orang, 7 laki-laki 5 perempuan', '1']
    const named = ['Kebun pala', 'pertanian', '100 pohon', 'belum mulai', 'dana', 'dana', 'desa']
    expect(await say(...start, ...named, 'lewati', 'lewati', 'ya')).toContain('Laporan sudah dikirim')

    const { services, clock } = play
    const by = { now: clock.now(), actor: 'test' }
    const forms = [{ name: 'pemantauan-desa', depth: 'core' as const }]
    const next = { code: 'lagi', forms, opensOn: '2024-07-10', dueOn: '2024-07-25', kabupaten: [] }
    await services.db.run(`update round set state = 'closed' where code = 'desa'`)
    await createRound(services, next, by)
    await openRound(services, await requireRound(services.db, 'lagi'), by)
    const said = await say('menu', 'mulai')
    expect(said).toContain('1. Kebun pala: Belum mulai')

    // digests stay with the monitoring while a later round asks for something else
    await services.db.transaction((sql) => installForm(sql, shippedSource('pelatihan'), clock.now()))
    const side = { ...next, code: 'latih', forms: [{ name: 'pelatihan', depth: 'full' as const }] }
    await createRound(services, side, by)
    await openRound(services, await requireRound(services.db, 'latih'), by)
    expect((await digestRound(services.db))?.code).toBe('lagi')
  })
})
