import { afterEach, expect, it } from 'vitest'
import { createRound } from '../../src/app/create-round.ts'
import { openRound } from '../../src/app/open-round.ts'
import { printPlan } from '../../src/app/print-plan.ts'
import { planDiff } from '../../src/domain/plan-versions.ts'
import { installForm } from '../../src/store/form-versions.ts'
import { saveImportedItems } from '../../src/store/plan-import.ts'
import { listPlanVersions, versionBefore } from '../../src/store/plan-versions.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { shippedSource } from '../flows/form-cast.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

const village = '81.05.15.2001'
const people = '20 orang, 10 laki-laki 10 perempuan'

onEveryDialect('the versions of a village’s plan', (open) => {
  let play: Play
  afterEach(() => play.close())
  const say = async (...replies: readonly string[]) => {
    let last: readonly string[] = []
    for (const reply of replies) last = await play.say('lina', reply)
    return last.join('\n')
  }
  const versions = () => listPlanVersions(play.services.db, village)

  async function begin(): Promise<void> {
    play = await openPlay(open, { startAt: at('2024-09-16 08:30', wit), open: false })
    const { services, clock } = play
    await services.db.transaction((sql) => installForm(sql, shippedSource('pemutakhiran-vlp'), clock.now()))
    await services.db.run(`update round set state = 'closed'`)
    const item = (entityId: string, label: string, target: string) => ({
      list: 'kegiatan',
      entityId,
      regionCode: village,
      label,
      properties: { status: 'berjalan', target, satuan: 'unit', tahun_vlp: '2023' },
    })
    const items = [
      item('k1', 'Kebun', '5'),
      item('k2', 'Kios', '1'),
      item('k3', 'Bengkel', '1'),
      item('k4', 'Keramba', '4'),
    ]
    await saveImportedItems(services.db, services.db, items, { now: clock.now(), source: 'vlp' })
  }
  async function round(code: string, opensOn: string, dueOn: string): Promise<void> {
    const { services, clock } = play
    const by = { now: clock.now(), actor: 'test' }
    const forms = [{ name: 'pemutakhiran-vlp', depth: 'core' as const }]
    await createRound(services, { code, forms, opensOn, dueOn, kabupaten: [] }, by)
    await openRound(services, await requireRound(services.db, code), by)
    await play.tick(at(`${opensOn} 10:35`, wit))
  }
  /** Workshop of 2024: Kebun changed, Kios finished, Bengkel taken out, Keramba goes on, Abon is new. */
  async function first(): Promise<string> {
    await round('vlp-2024', '2024-09-16', '2024-10-10')
    const day1 = [
      'mulai',
      '16 september',
      people,
      '1200',
      '300',
      'alam',
      'lewati',
      'banjir',
      'tidak',
      'Pendapatan naik',
    ]
    const day2 = [
      'lewati',
      'diubah',
      'target',
      '9 unit',
      'rkp',
      'selesai',
      'dihapus',
      'lahannya dipakai jalan',
      'lanjut',
    ]
    const abon = ['Abon ikan', 'olahan', 'ikan tidak laku', 'lewati', 'lewati', '100 kg', 'lewati', 'lewati', 'lewati']
    const rest = ['belum', '1', ...abon, 'lewati', 'lewati', 'belum', 'perempuan', 'tidak ada']
    await say(...day1, ...day2, ...rest)
    return say('ya')
  }

  it('tells at the end what is new, changed, finished, taken out and carried over', async () => {
    await begin()
    expect((await first()).split('\n').slice(-8)).toEqual([
      'Rencana penghidupan Desa Karang Uji tahun 2024 sudah tersimpan.',
      'Dibanding rencana sebelumnya:',
      'Baru (1): Abon ikan',
      'Diubah (1): Kebun (target 5 menjadi 9 unit, dokumen desa RKPDes 2025)',
      'Selesai (1): Kios',
      'Dihapus (1): Bengkel (lahannya dipakai jalan)',
      'Diteruskan (1): Keramba',
      'Tujuan bersama: Pendapatan naik',
    ])
    expect((await versions()).map(({ year, source, activities }) => [year, source, activities.length])).toEqual([
      [2023, 'loaded', 4],
      [2024, 'workshop', 3],
    ])
  })

  it('keeps last year’s as it was, asks against it, and compares with it', async () => {
    await begin()
    await first()
    const before = await versions()
    await play.services.db.run(`update round set state = 'closed'`)
    await play.tick(at('2025-09-15 08:30', wit))
    await round('vlp-2025', '2025-09-15', '2025-10-10')
    await say('mulai', '15 september', people)
    expect(await say('2400')).toContain('Tahun lalu tercatat 1200 orang')
    await say('ya', '310', 'alam', 'lewati')
    const goal = await say('banjir')
    expect(goal).toContain('Tujuan bersama yang tercatat: Pendapatan naik')
    expect(await say('ya', 'lewati')).toContain('Kebun')
    // what was finished last year is not asked about again: Kebun, Keramba, Abon
    const decided = ['lanjut', 'rkp', 'diubah', 'nama', 'Keramba apung', 'belum', 'lanjut', 'belum', '0', 'perempuan']
    const end = await say(...decided, 'lewati', 'ya')
    expect(end).toContain('Dibanding tahun 2024:')
    expect(end).toContain(
      'Diubah (2): Kebun (dokumen desa RKPDes 2025 menjadi RKPDes 2026); Keramba apung (dulu Keramba)',
    )
    expect(end).toContain('Penduduk: 1.200 menjadi 2.400')
    const after = await versions()
    expect(after.slice(0, 2)).toEqual(before)
    expect(after.at(-1)).toMatchObject({ year: 2025, goal: 'Pendapatan naik' })
    // two years on: what ended between is told too
    expect(planDiff(after[0]!, after[2]!).ended.map(({ label }) => label)).toEqual(['Kios', 'Bengkel'])
  })

  it('writes a correction into the version of its year, and still compares with the one before', async () => {
    await begin()
    await first()
    await say('ubah 12.3.1', 'lanjut', 'ternyata masih jalan', 'belum')
    const all = await versions()
    expect(all).toHaveLength(2)
    expect(all[1]!.activities.map(({ label }) => label)).toContain('Bengkel')
    expect(versionBefore(all, all[1]!)?.year).toBe(2023)
    expect(planDiff(all[0]!, all[1]!).ended.map(({ label }) => label)).toEqual(['Kios'])
  })

  it('goes on paper with profile, difficulties, activities and changes', async () => {
    await begin()
    await first()
    const { services } = play
    const paper = await printPlan(services, services.db, { regionCode: village })
    const said = JSON.stringify(paper.blocks)
    expect(paper.title).toBe('Rencana penghidupan desa (VLP) tahun 2024')
    for (const part of [
      '1.200',
      'Banjir',
      'Pendapatan naik',
      'ikan tidak laku',
      'Home industry dan olahan',
      'RKPDes 2025',
    ])
      expect(said).toContain(part)
    expect(said).toContain('Dihapus (1): Bengkel (lahannya dipakai jalan)')
    await expect(printPlan(services, services.db, { regionCode: village, year: 2022 })).rejects.toThrow(/2022/)
  })
})
