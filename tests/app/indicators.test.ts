import { afterEach, describe, expect, it } from 'vitest'
import {
  addIndicator,
  enterIndicator,
  indicatorCells,
  indicatorTable,
  type NewEntry,
} from '../../src/app/indicators.ts'
import { registerMeeting } from '../../src/app/register-meeting.ts'
import { knownIndicators, periodSpan } from '../../src/domain/indicators.ts'
import { listIndicatorEntries } from '../../src/store/indicators.ts'
import { addFollowUp, addVillageChecks, answerCheck, listRecommendations } from '../../src/store/recommendations.ts'
import { onEveryDialect } from '../support/databases.ts'
import { coordination, openStage, type Stage } from '../support/recommendation-stage.ts'

describe('a period', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-S1', '2024-01-01', '2024-06-30'],
    ['2024-S2', '2024-07-01', '2024-12-31'],
    ['2024-Q3', '2024-07-01', '2024-09-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-12', '2024-12-01', '2024-12-31'],
  ])('%s is %s to %s', (period, fromOn, untilOn) => {
    expect(periodSpan(period)).toEqual({ fromOn, untilOn })
  })

  it.each(['', '24', '2024-S3', '2024-Q0', '2024-13', '2024-7', '2024-Q03', '2024 S1'])('"%s" is none', (period) => {
    expect(periodSpan(period)).toBeUndefined()
  })
})

onEveryDialect('indicators', (open) => {
  let stage: Stage
  afterEach(() => stage.close())
  const by = () => ({ now: stage.clock.now(), actor: 'test' })
  const target = (indicator: string, value: number, changed: Partial<NewEntry> = {}) =>
    enterIndicator(
      stage.services,
      { kind: 'target', indicator, kabupatenCode: '81.05', period: '2024-S2', value, reason: '', ...changed },
      by(),
    )
  const table = async (kabupaten = ['*']) => {
    const rows = await indicatorTable(stage.services, stage.services.db, { kabupaten })
    return rows.map(
      (r) => `${r.code} ${r.kabupatenCode} ${r.period}: ${r.achieved}/${r.target} ${r.percent} ${r.source}`,
    )
  }

  it('are computed from reports, meetings and recommendations of their kabupaten and period', async () => {
    stage = await openStage(open)
    const { db } = stage.services
    await stage.talk('camat', ...coordination, 'ya', 'lewati', '0', 'ya')
    for (const { code } of knownIndicators) await target(code, 10)
    await registerMeeting(
      stage.services,
      {
        kind: 'rakor',
        regionCode: '81.05',
        fromOn: '2024-08-20',
        agenda: [],
        sessions: [{ on: '2024-08-20', attendance: { total: 10, l: 6, p: 4 }, atLeast: false }],
      },
      by(),
    )
    // the team's own meetings reach nobody
    await registerMeeting(
      stage.services,
      {
        kind: 'internal',
        regionCode: '81.05',
        fromOn: '2024-08-21',
        agenda: [],
        sessions: [{ on: '2024-08-21', attendance: { total: 99, l: 50, p: 49 }, atLeast: false }],
      },
      by(),
    )
    expect(await table()).toEqual([
      'laporan_masuk 81.05 2024-S2: 2/10 20 data',
      'desa_melapor 81.05 2024-S2: 2/10 20 data',
      'laporan_tepat_waktu 81.05 2024-S2: 66.7/10 667 data',
      'kegiatan_selesai 81.05 2024-S2: 1/10 10 data',
      'hadir_desa 81.05 2024-S2: 24/10 240 data',
      'hadir_desa_l 81.05 2024-S2: 14/10 140 data',
      'hadir_desa_p 81.05 2024-S2: 10/10 100 data',
      'peserta 81.05 2024-S2: 40/10 400 data',
      'peserta_l 81.05 2024-S2: 24/10 240 data',
      'peserta_p 81.05 2024-S2: 16/10 160 data',
      'rakor 81.05 2024-S2: 1/10 10 data',
      'rekomendasi_dianggarkan 81.05 2024-S2: 0/10 0 data',
      'rekomendasi_diterima 81.05 2024-S2: 0/10 0 data',
    ])

    // one is budgeted, called finished, and each of its villages says that it is there
    const [rec] = (await listRecommendations(db, db, {})).filter((r) => r.villages.length === 2)
    const said = {
      recommendationId: rec!.id,
      stage: 'apbd',
      reportId: null,
      seatId: null,
      personId: null,
      evidence: [],
      source: 'staff',
    } as const
    await addFollowUp(db, { ...said, state: 'dianggarkan' }, stage.clock.now())
    const done = await addFollowUp(db, { ...said, state: 'selesai' }, stage.clock.now())
    await addVillageChecks(db, rec!.id, done, stage.clock.now())
    const checks = await db.all<{ id: number }>('select id from village_check order by id')
    const answer = (id: number) =>
      answerCheck(db, { id, answer: 'ya', note: null, reportId: null, personId: null, at: stage.clock.now() })
    await answer(checks[0]!.id)
    expect((await table()).slice(-2)).toEqual([
      'rekomendasi_dianggarkan 81.05 2024-S2: 1/10 10 data',
      'rekomendasi_diterima 81.05 2024-S2: 0/10 0 data',
    ])
    await answer(checks[1]!.id)
    expect((await table()).at(-1)).toBe('rekomendasi_diterima 81.05 2024-S2: 1/10 10 data')

    // nothing of it lies in the half before, or in the other kabupaten
    await target('kegiatan_selesai', 5, { period: '2024-S1' })
    await target('hadir_desa', 5, { kabupatenCode: '53.18' })
    expect(await table()).toContain('kegiatan_selesai 81.05 2024-S1: 0/5 0 data')
    expect(await table()).toContain('hadir_desa 53.18 2024-S2: 12/5 240 data')
  })

  it('are summed over kabupaten, but for shares', async () => {
    stage = await openStage(open)
    for (const kabupatenCode of ['81.05', '53.18'])
      for (const code of ['laporan_masuk', 'laporan_tepat_waktu']) await target(code, 4, { kabupatenCode })
    expect(await table()).toEqual([
      'laporan_masuk 53.18 2024-S2: 1/4 25 data',
      'laporan_masuk 81.05 2024-S2: 2/4 50 data',
      'laporan_masuk * 2024-S2: 3/8 38 data',
      'laporan_tepat_waktu 53.18 2024-S2: 50/4 1250 data',
      'laporan_tepat_waktu 81.05 2024-S2: 66.7/4 1668 data',
    ])
    expect(await table(['53.18'])).toHaveLength(2)
  })

  it('keep every target with its reason; a number entered by hand says where it is from and goes first', async () => {
    stage = await openStage(open)
    const { db } = stage.services
    await addIndicator(
      stage.services,
      { code: 'kelompok_aktif', name: 'Kelompok usaha yang aktif', unit: 'kelompok' },
      by(),
    )
    await target('kelompok_aktif', 30)
    await expect(target('kelompok_aktif', 24)).rejects.toThrow('say why the target changes')
    expect(await target('kelompok_aktif', 24, { reason: 'Disesuaikan di rapat tahunan' })).toEqual({ before: 30 })
    expect(await table()).toEqual(['kelompok_aktif 81.05 2024-S2: null/24 null '])
    const achieved = { kind: 'achieved', reason: 'Daftar kelompok, fasilitator' } as const
    await expect(target('kelompok_aktif', 18, { ...achieved, reason: ' ' })).rejects.toThrow('where the number is from')
    await target('kelompok_aktif', 18, achieved)
    await target('hadir_desa', 20)
    await target('hadir_desa', 30, { ...achieved, reason: 'Daftar hadir' })
    const rows = await indicatorTable(stage.services, db, { kabupaten: ['81.05'] })
    expect(rows).toMatchObject([
      { code: 'hadir_desa', achieved: 30, percent: 150, source: 'Daftar hadir', computed: 24 },
      { code: 'kelompok_aktif', achieved: 18, target: 24, percent: 75, computed: null },
    ])
    expect((await listIndicatorEntries(db)).filter((e) => e.indicator === 'kelompok_aktif')).toMatchObject([
      { kind: 'target', value: 30, reason: '' },
      { kind: 'target', value: 24, reason: 'Disesuaikan di rapat tahunan' },
      { kind: 'achieved', value: 18 },
    ])
    const { header, rows: cells } = indicatorCells(rows)
    expect(cells.every((row) => row.length === header.length)).toBe(true)
  })

  it.each([
    ['kelompok', 1, {}, 'no indicator "kelompok"'],
    ['rakor', 1, { period: '2024-S3' }, '"2024-S3" is no period'],
    ['rakor', 1, { kabupatenCode: '99.99' }, 'no kabupaten 99.99'],
    ['rakor', -1, {}, 'zero or more'],
  ] as const)('refuse %s %d %j', async (code, value, changed, sentence) => {
    stage = await openStage(open)
    await expect(target(code, value, changed)).rejects.toThrow(sentence)
    await expect(addIndicator(stage.services, { code: 'rakor', name: 'x', unit: 'y' }, by())).rejects.toThrow(
      'only a target',
    )
  })
})
