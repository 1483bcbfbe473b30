import { afterEach, expect, it } from 'vitest'
import { createRound, type NewRound } from '../../src/app/create-round.ts'
import { meetingPack } from '../../src/app/meeting-pack.ts'
import { comingDates, planningDates, setPlanningDate } from '../../src/app/planning.ts'
import { registerMeeting } from '../../src/app/register-meeting.ts'
import { sendDigests } from '../../src/app/send-digests.ts'
import { addDays } from '../../src/lib/local-time.ts'
import { listRoundForms, requireRound, setRoundState } from '../../src/store/rounds.ts'
import { listStaffItems } from '../../src/store/staff-items.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

onEveryDialect('the planning cycle', (open) => {
  let play: Play
  afterEach(() => play.close())
  // budget year 2026: its Musrenbangcam is usually about 1 February 2025
  const begin = async (startAt = at('2024-12-02 09:00', wit)) => {
    play = await openPlay(open, { startAt, open: false })
    return play.services.db
  }
  const by = () => ({ now: play.clock.now(), actor: 'test' })
  const set = (kabupatenCode: string, on: string, reason = 'Undangan Bapperida') =>
    setPlanningDate(play.services, { kabupatenCode, step: 'musrenbangcam', budgetYear: 2026, on, reason }, by())
  const create = (changed: Partial<NewRound> = {}) =>
    createRound(
      play.services,
      {
        code: '2025-01',
        forms: [
          { name: 'pemantauan-desa', depth: 'full' },
          { name: 'koordinasi-kecamatan', depth: 'full' },
        ],
        opensOn: '2024-12-09',
        dueOn: { step: 'musrenbangcam', budgetYear: 2026, daysBefore: 7 },
        kabupaten: [],
        ...changed,
      },
      by(),
    )

  it('has the usual dates with their source until a kabupaten sets its own, which others do not share', async () => {
    const db = await begin()
    const usual = await planningDates(db, ['81.05'], { budgetYear: 2026 })
    expect(usual.map(({ step, on }) => `${step} ${on}`)).toEqual([
      'du_rkpdes 2024-09-30',
      'musrenbangcam 2025-02-01',
      'forum_opd 2025-03-01',
      'musrenbangkab 2025-03-31',
      'musdes 2025-06-30',
      'rkpd 2025-06-30',
      'rkpdes 2025-09-30',
      'apbd 2025-11-30',
      'apbdes 2025-12-31',
    ])
    expect(usual.every((d) => d.isUsual && d.source !== '' && d.reason === null)).toBe(true)
    await set('81.05', '2025-02-20')
    await set('81.05', '2025-02-18', 'Maju dua hari')
    const now = await planningDates(db, ['81.05', '53.18'], { budgetYear: 2026 })
    expect(now.filter((d) => d.step === 'musrenbangcam')).toMatchObject([
      { on: '2025-02-18', isUsual: false, reason: 'Maju dua hari' },
      { on: '2025-02-01', isUsual: true },
    ])
    // nothing is overwritten
    expect(await play.count('planning_date')).toBe(2)
  })

  it('lets a round be ready, kecamatan report and all, before the earliest date of its kabupaten', async () => {
    await begin()
    await set('53.18', '2025-01-27')
    expect((await create()).forms).toMatchObject([
      { level: 'desa', dueOn: '2025-01-07' },
      { level: 'kecamatan', dueOn: addDays('2025-01-27', -7) },
    ])
    const alone = await create({
      code: 'desa',
      forms: [{ name: 'pemantauan-desa', depth: 'full' }],
      kabupaten: ['81.05'],
    })
    expect(alone.forms).toMatchObject([{ dueOn: '2025-01-25' }])
    await expect(
      create({ code: 'lambat', dueOn: { step: 'musrenbangcam', budgetYear: 2025, daysBefore: 7 } }),
    ).rejects.toThrow('Musrenbangcam for budget year 2025 is on 2024-02-01')
  })

  it('moves a draft with its date, and tells staff of an open round whose date people know', async () => {
    const db = await begin()
    await create()
    const round = await requireRound(db, '2025-01')
    expect(await set('81.05', '2025-01-29')).toMatchObject({
      before: '2025-02-01',
      rounds: [{ code: '2025-01', dueOn: '2025-01-12', shouldBeDueOn: '2025-01-09', changed: true }],
    })
    expect((await listRoundForms(db, round.id)).map((f) => f.dueOn)).toEqual(['2025-01-09', '2025-01-22'])
    // the other kabupaten is later and was not what it hung on
    expect((await set('53.18', '2025-02-03')).rounds).toEqual([])
    expect(await listStaffItems(db)).toEqual([])

    await setRoundState(db, round.id, 'open', play.clock.now())
    expect((await set('81.05', '2025-01-27')).rounds).toMatchObject([{ changed: false, shouldBeDueOn: '2025-01-07' }])
    expect((await listRoundForms(db, round.id)).map((f) => f.dueOn)).toEqual(['2025-01-09', '2025-01-22'])
    expect((await listStaffItems(db)).map((i) => i.details.reads)).toEqual([
      'Musrenbangcam 2026 di Ujung Timur sekarang tanggal 2025-01-27. Putaran 2025-01 sebaiknya siap sebelumnya: batasnya 2025-01-09, usulan kami 2025-01-07.',
    ])
  })

  it.each([
    [['81.05', '2 Februari'], 'is not a date'],
    [['81.05', '2025-02-20', ' '], 'say why'],
    [['99.99', '2025-02-20'], 'no kabupaten 99.99, only 81.05'],
    [['81.05', '2035-02-20'], 'far from budget year 2026'],
  ] as const)('refuses %j in one sentence and keeps nothing', async (wrong, sentence) => {
    await begin()
    await expect(set(...(wrong as [string, string]))).rejects.toThrow(sentence)
    expect(await play.count('planning_date')).toBe(0)
  })

  it('tells the team in their digest what comes within six weeks, and puts it on the table of a rakor', async () => {
    const db = await begin(at('2025-01-06 09:30', wit))
    await set('81.05', '2025-02-11')
    const round = await requireRound(db, '2024-07')
    await setRoundState(db, round.id, 'open', play.clock.now())
    await create({ opensOn: '2025-01-07', kabupaten: ['81.05'] })
    const { digests } = await sendDigests(play.services, play.clock.now(), {
      due: 'always',
      audiences: ['staff', 'pokja'],
      dryRun: true,
    })
    const said = (audience: string) =>
      digests
        .filter((d) => d.audience === audience)
        .flatMap((d) => d.messages.map((m) => m.text))
        .join('\n')
    expect(said('staff')).toContain(
      'Tanggal perencanaan yang dekat:\n• Musrenbangcam 2026 di Ujung Timur: 11 Februari 2025 (36 hari lagi). Putaran 2025-01 perlu siap sebelumnya',
    )
    // the coordinator of Seram does not hear of Sumba's
    expect(said('staff')).not.toContain('Ujung Selatan')
    expect(said('pokja')).not.toContain('Musrenbangcam')
    expect(await comingDates(db, [{ code: '53.18', name: 'Ujung Selatan' }], '2025-01-06', 42)).toMatchObject([
      { step: 'musrenbangcam', on: '2025-02-01', rounds: [] },
    ])

    const rakor = await registerMeeting(
      play.services,
      { kind: 'rakor', regionCode: '81.05', fromOn: '2025-01-10', agenda: [], sessions: [] },
      by(),
    )
    expect((await meetingPack(play.services, db, rakor.id, play.clock.now())).planning).toMatchObject([
      { step: 'musrenbangcam', on: '2025-02-11', isUsual: false },
      { step: 'forum_opd', on: '2025-03-01', isUsual: true },
      { step: 'musrenbangkab', on: '2025-03-31' },
    ])
  })
})
