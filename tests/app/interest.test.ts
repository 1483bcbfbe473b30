import { afterEach, beforeEach, expect, it } from 'vitest'
import { fieldWork } from '../../src/app/field-work.ts'
import { answerInterest, noteInterest } from '../../src/app/interest.ts'
import { listInterests } from '../../src/store/interests.ts'
import { findRegion } from '../../src/store/regions.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

onEveryDialect('places that want to take part', (open) => {
  let play: Play
  beforeEach(async () => {
    play = await openPlay(open, { startAt: at('2024-07-15 09:30', wit), open: false })
    await play.services.db.run(`update region set village_type = '' where code = '53.18.01.2002'`)
  })
  afterEach(() => play.close())
  const by = () => ({ now: play.clock.now(), actor: 'test' })
  const told = (regionCode: string, changes = {}) =>
    noteInterest(
      play.services,
      {
        regionCode,
        toldOn: '2024-07-10',
        toldBy: 'Pemerintah desa',
        what: 'Mau menyusun VLP sendiri',
        meetingId: null,
        ...changes,
      },
      by(),
    )

  it('are kept by level, and a village that is taken in is one of replication from then on', async () => {
    const { db } = play.services
    const village = await told('53.18.01.2002')
    await told('53.18.01', { toldBy: 'Camat' })
    await told('53.18', { toldBy: 'Bapperida' })
    expect((await listInterests(db, { within: ['53.18'] })).map((i) => [i.level, i.state])).toEqual([
      ['kabupaten', 'dicatat'],
      ['kecamatan', 'dicatat'],
      ['desa', 'dicatat'],
    ])
    expect(await listInterests(db, { within: ['81.05'] })).toEqual([])
    const answer = { id: village.id, state: 'diterima' as const, on: '2024-08-01', because: 'Ada fasilitator' }
    expect(await answerInterest(play.services, answer, by())).toMatchObject({
      state: 'diterima',
      settledOn: '2024-08-01',
    })
    expect((await findRegion(db, '53.18.01.2002'))?.villageType).toBe('replikasi')
    await expect(answerInterest(play.services, { ...answer, state: 'ditolak' }, by())).rejects.toThrow(
      'diterima already',
    )
    await expect(told('53.18.01.2002')).rejects.toThrow('takes part already (replikasi)')
  })

  it.each<[string, string, object]>([
    ['takes part already', '81.05.15.2001', {}],
    ['no village, kecamatan or kabupaten', '53', {}],
    ['no village, kecamatan or kabupaten', '99.99.99.2001', {}],
    ['not a date', '53.18.01.2002', { toldOn: 'kemarin' }],
    ['which office or body', '53.18.01.2002', { toldBy: ' ' }],
    ['no meeting 9', '53.18.01.2002', { meetingId: 9 }],
  ])('are refused where %s', async (says, code, changes) => {
    await expect(told(code, changes)).rejects.toThrow(says)
    expect(await listInterests(play.services.db)).toEqual([])
  })
})

onEveryDialect('the work of fasilitator', (open) => {
  let play: Play
  beforeEach(async () => {
    play = await openPlay(open, { startAt: at('2024-07-10 09:00', wit) })
  })
  afterEach(() => play.close())
  const work = (fromOn: string, untilOn: string, kabupatenCode = '81.05') =>
    fieldWork(play.services, { kabupatenCode, fromOn, untilOn }, { now: play.clock.now(), actor: 'test' })

  it('is what reports of their villages show within the period, with date and receipt', async () => {
    const { db } = play.services
    await play.tick(at('2024-07-11 10:00', wit))
    await play.report('lina')
    await play.tick(at('2024-07-20 10:00', wit))
    await play.report('kades')
    const [report] = await db.all<{ id: number }>('select id from report where submitted_at is not null order by id')
    const [fasil] = await db.all<{ id: number }>(`select id from person where name = 'Fasila Uji'`)
    await db.run(
      `insert into answer (report_id, path, seq, value, how, person_id, at) values ($1, 'pengisi', 1, '"dibantu_fasilitator"', 'given', $2, $3)`,
      report!.id,
      fasil!.id,
      at('2024-07-11 10:30', wit),
    )
    const all = await work('2024-07-10', '2024-07-20')
    expect(all.workers).toEqual([
      { personId: fasil!.id, name: 'Fasila Uji', villages: 3, reports: 2, helped: 1, typed: 1 },
    ])
    expect(all.evidence.map((e) => [e.on, e.regionName, e.what, e.receipt !== '', e.answers])).toEqual([
      ['2024-07-11', 'Karang Uji', 'laporan_dibantu', true, null],
      ['2024-07-20', 'Pasir Uji', 'laporan_masuk', true, null],
      ['2024-07-11', 'Karang Uji', 'jawaban_diketik', false, 1],
    ])
    // both days of the period are in it, and the day before is not
    expect((await work('2024-07-20', '2024-07-20')).workers).toMatchObject([{ reports: 1, helped: 0, typed: 0 }])
    expect((await work('2024-07-12', '2024-07-19')).workers).toMatchObject([{ villages: 3, reports: 0 }])
    expect((await work('2024-07-10', '2024-07-20', '53.18')).workers).toEqual([])
    await expect(work('2024-07-20', '2024-07-10')).rejects.toThrow('would end')
    // it names persons
    expect(await play.count(`audit where action = 'field_work_listed'`)).toBe(4)
  })
})
