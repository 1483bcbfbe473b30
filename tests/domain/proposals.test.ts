import { describe, expect, it } from 'vitest'
import { proposeRows } from '../../src/domain/proposals.ts'
import type { ActivityAnswer, VillageAnswers } from '../../src/domain/village-figures.ts'

const dawang = { regionCode: '81.05.15.2003', name: 'Dawang' }
const bellis = { regionCode: '81.05.15.2002', name: 'Bellis' }
const karay = { regionCode: '81.05.15.2005', name: 'Karay' }

const activity = (entityId: string, changed: Partial<ActivityAnswer>): ActivityAnswer => ({
  entityId,
  name: `Kegiatan ${entityId}`,
  bidang: 'pertanian',
  status: 'berjalan',
  persen: 40,
  target: null,
  hasil: null,
  kendala: [],
  dukungan: [],
  pihak: [],
  carried: false,
  ...changed,
})
const village = (at: typeof dawang, ...activities: readonly ActivityAnswer[]): VillageAnswers => ({
  ...at,
  submittedAt: 1,
  isLate: false,
  attendance: null,
  activities,
})
const options = { todayOn: '2024-08-12', reported: 3 }

describe('rows proposed for the matrix', () => {
  it('put like problems of several villages together and keep the list of villages and activities', () => {
    const rows = proposeRows(
      [
        village(dawang, activity('k1', { kendala: ['hama'], dukungan: ['pelatihan'], pihak: ['opd', 'pertanian'] })),
        village(bellis, activity('k2', { kendala: ['hama'] }), activity('k3', { kendala: ['hama', 'dana'] })),
      ],
      [],
      options,
    )
    expect(rows).toMatchObject([
      {
        key: 'hama.pertanian',
        kendala: 'hama',
        bidang: 'pertanian',
        dukungan: ['pelatihan'],
        activities: 3,
        level: 'kabupaten',
        responsible: ['pertanian'],
        targetMonth: '2025-02',
        funding: ['opd_apbd'],
        priority: 'tinggi',
        villages: [
          { regionCode: '81.05.15.2002', activities: [{ entityId: 'k2' }, { entityId: 'k3' }] },
          { regionCode: '81.05.15.2003', activities: [{ entityId: 'k1' }] },
        ],
      },
      { key: 'dana.pertanian', priority: 'rendah', villages: [{ name: 'Bellis' }] },
    ])
  })

  it('are no rows where nothing holds an activity up and nothing is asked for', () => {
    const nothing = activity('k1', { kendala: ['tidak_ada'], dukungan: ['tidak_ada'], pihak: ['tidak_ada'] })
    expect(proposeRows([village(dawang, nothing)], [], options)).toEqual([])
  })

  it('are made of support alone too', () => {
    const wish = activity('k1', {
      kendala: ['tidak_ada'],
      dukungan: ['pemasaran'],
      pihak: ['bangkit'],
      bidang: 'olahan',
    })
    expect(proposeRows([village(dawang, wish)], [], options)).toMatchObject([
      { key: 'dukungan.olahan', kendala: '', level: 'bangkit', responsible: ['bangkit'], funding: ['stimulan'] },
    ])
  })

  it.each([
    ['an office that is named', { kendala: ['hama'], pihak: ['opd', 'kesehatan'] }, 'kabupaten', ['kesehatan']],
    ['the field’s office where only "OPD" is', { kendala: ['hama'], pihak: ['opd'] }, 'kabupaten', ['pertanian']],
    ['the kecamatan', { kendala: ['dana'], pihak: ['kecamatan', 'desa'] }, 'kecamatan', ['kecamatan']],
    ['the village', { kendala: ['dana'], pihak: ['desa'] }, 'desa', ['desa']],
    ['the village, where it is theirs to settle', { kendala: ['adat'] }, 'desa', ['desa']],
    ['an office for what nobody was asked for', { kendala: ['pasar'] }, 'kabupaten', ['pertanian']],
  ] as const)('go to %s', (_, said, level, responsible) => {
    expect(proposeRows([village(dawang, activity('k1', said as never))], [], options)).toMatchObject([
      { level, responsible },
    ])
  })

  it('never leave the level kabupaten without an office', () => {
    for (const bidang of ['', 'lainnya', 'pertukangan', 'wisata', 'tidak dikenal']) {
      const [row] = proposeRows([village(dawang, activity('k1', { kendala: ['cuaca'], bidang }))], [], options)
      expect(row!.responsible).toHaveLength(1)
    }
  })

  it('take in what the meeting noted, beside the village’s own word on it', () => {
    const rows = proposeRows(
      [village(dawang, activity('k1', { kendala: ['cuaca'] }))],
      [
        { ...dawang, kendala: ['cuaca'], opd: ['bpbd'], problem: 'Ombak tinggi dua bulan', wish: 'Perbaikan talud ' },
        { ...karay, kendala: ['pasar', 'tidak_ada'], opd: [], problem: '', wish: '' },
      ],
      options,
    )
    expect(rows).toMatchObject([
      {
        key: 'cuaca.pertanian',
        responsible: ['bpbd'],
        notes: ['Ombak tinggi dua bulan'],
        wishes: ['Perbaikan talud'],
        activities: 1,
      },
      { key: 'pasar', bidang: '', villages: [{ name: 'Karay', activities: [] }] },
    ])
  })

  it('are put together by constraint where they would be too many for one conversation', () => {
    const fields = ['pertanian', 'peternakan', 'perikanan', 'olahan', 'wisata']
    const busy = (at: typeof dawang) =>
      village(
        at,
        ...fields.flatMap((bidang, i) => [
          activity(`${at.name}${i}a`, { bidang, kendala: ['dana', 'cuaca'] }),
          activity(`${at.name}${i}b`, { bidang, kendala: ['hama', 'pasar'] }),
        ]),
      )
    const all = proposeRows([busy(dawang), busy(bellis)], [], { ...options, most: 20 })
    expect(all).toHaveLength(20)
    const few = proposeRows([busy(dawang), busy(bellis)], [], { ...options, most: 6 })
    expect(few.map((row) => row.key)).toEqual(['cuaca', 'dana', 'hama', 'pasar'])
    expect(few[0]).toMatchObject({ bidang: '', activities: 10 })
    // nothing is lost by it
    const named = (rows: typeof all) =>
      new Set(rows.flatMap((r) => r.villages.flatMap((v) => v.activities.map((a) => `${r.kendala} ${a.entityId}`))))
    expect(named(few)).toEqual(named(all))
  })

  it('keep a field apart that several villages share, while the others are put together', () => {
    const hama = (entityId: string, bidang: string) => activity(entityId, { kendala: ['hama'], bidang })
    const rows = proposeRows(
      [
        village(dawang, hama('k1', 'pertanian'), hama('k2', 'olahan'), activity('k5', { kendala: ['dana'] })),
        village(bellis, hama('k3', 'pertanian'), hama('k4', 'wisata')),
      ],
      [],
      { ...options, most: 3 },
    )
    expect(rows.map((row) => row.key).sort()).toEqual(['dana', 'hama', 'hama.pertanian'])
  })

  it('come in the same order from the same answers, whatever order those came in', () => {
    const one = village(dawang, activity('k1', { kendala: ['hama', 'cuaca'] }))
    const two = village(bellis, activity('k2', { kendala: ['cuaca'] }))
    const keys = (villages: readonly VillageAnswers[]) => proposeRows(villages, [], options).map((row) => row.key)
    expect(keys([one, two])).toEqual(keys([two, one]))
    expect(keys([one, two])).toEqual(['cuaca.pertanian', 'hama.pertanian'])
  })
})
