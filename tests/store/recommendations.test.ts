import { beforeEach, expect, it } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { addFollowUpTalk, listTalkKeys } from '../../src/store/follow-up-talks.ts'
import { addMatrixVersion, listMatrixVersions } from '../../src/store/matrix-versions.ts'
import {
  addCommitment,
  deliverIn,
  listCommitments,
  listMeetings,
  type NewMeeting,
  saveMeeting,
  setCommitmentState,
} from '../../src/store/meetings.ts'
import { listOpdProgrammes, saveOpdProgramme } from '../../src/store/opd-programmes.ts'
import {
  addFollowUp,
  addVillageChecks,
  answerCheck,
  dropMissing,
  listFollowUps,
  listOpenChecks,
  listRecommendations,
  markChecksAsked,
  type NewRecommendation,
  saveRecommendation,
  setOpdProgramme,
} from '../../src/store/recommendations.ts'
import { onEveryDialect } from '../support/databases.ts'

const karang = { regionCode: '81.05.15.2001', name: 'Karang Uji', activities: [{ entityId: 'k1', name: 'Kebun pala' }] }
const pasir = { regionCode: '81.05.15.2002', name: 'Pasir Uji', activities: [] }

onEveryDialect('recommendations', (open) => {
  let db: Database
  let rec: NewRecommendation
  beforeEach(async () => {
    db = await open()
    const [programme] = await db.all<{ id: number }>(
      `insert into programme (code, name, settings) values ('uji', 'Uji', '{}') returning id`,
    )
    const [round] = await db.all<{ id: number }>(
      `insert into round (programme_id, code, number, state) values ($1, '2024-07', 1, 'open') returning id`,
      programme!.id,
    )
    rec = {
      roundId: round!.id,
      kabupatenCode: '81.05',
      regionCode: '81.05.15',
      key: 'hama.pertanian',
      reportId: 7,
      kendala: ['hama'],
      problem: 'Hama & penyakit',
      text: 'Pelatihan',
      level: 'kabupaten',
      responsible: ['pertanian', 'peternakan'],
      targetMonth: '2024-10',
      funding: ['opd_apbd'],
      priority: 'tinggi',
      reason: null,
      villages: [pasir, karang],
      dropped: false,
    }
  })
  const only = async () => (await listRecommendations(db, db))[0]!

  it('are kept with their villages, and corrected without losing how far they are', async () => {
    const id = await saveRecommendation(db, rec, 1000)
    await addFollowUp(
      db,
      {
        recommendationId: id,
        state: 'dianggarkan',
        stage: 'apbd',
        budgetYear: 2025,
        programme: 'Benih',
        amount: 3_000_000_000,
        reportId: null,
        seatId: null,
        personId: null,
        evidence: [],
        source: 'staff',
      },
      2000,
    )
    expect(await saveRecommendation(db, { ...rec, text: 'Pelatihan dan alat', villages: [karang] }, 3000)).toBe(id)
    expect(await only()).toMatchObject({
      id,
      roundCode: '2024-07',
      text: 'Pelatihan dan alat',
      responsible: ['pertanian', 'peternakan'],
      villages: [karang],
      state: 'dianggarkan',
      stage: 'apbd',
      amount: 3_000_000_000,
    })
    expect(await listFollowUps(db, id)).toMatchObject([{ state: 'dianggarkan', source: 'staff' }])
  })

  it('are only found in the regions that are asked for', async () => {
    await saveRecommendation(db, rec, 1)
    const count = async (within: readonly string[]) => (await listRecommendations(db, db, { within })).length
    expect([await count(['81.05']), await count(['81.05.1']), await count(['53.18']), await count([])]).toEqual([
      1, 0, 0, 0,
    ])
  })

  it('that a new version of the report no longer has are dropped, not deleted', async () => {
    await saveRecommendation(db, rec, 1)
    await saveRecommendation(db, { ...rec, key: 'dana' }, 1)
    expect(await dropMissing(db, db, { roundId: rec.roundId, regionCode: '81.05.15', reportId: 7 }, ['dana'], 9)).toBe(
      1,
    )
    expect((await listRecommendations(db, db)).map((r) => r.key)).toEqual(['dana'])
    expect(await listRecommendations(db, db, { dropped: true })).toHaveLength(2)
  })

  it('are asked back at every village once a "selesai", and only the newest counts', async () => {
    const id = await saveRecommendation(db, rec, 1)
    const done = (at: number) =>
      addFollowUp(
        db,
        {
          recommendationId: id,
          state: 'selesai',
          stage: 'usulan',
          doneOn: '2024-09-01',
          reportId: null,
          seatId: null,
          personId: null,
          evidence: ['4', '5'],
          source: 'chat',
        },
        at,
      )
    const first = await done(10)
    await addVillageChecks(db, id, first, 10)
    await addVillageChecks(db, id, first, 11)
    const checks = await listOpenChecks(db, db, ['81.05.15.2001'])
    expect(checks).toMatchObject([{ text: 'Pelatihan', askedAt: null, answer: null }])
    expect(await listOpenChecks(db, db)).toHaveLength(2)
    await markChecksAsked(db, db, [checks[0]!.id], 12)
    await answerCheck(db, {
      id: checks[0]!.id,
      answer: 'belum',
      note: 'Belum ada yang datang',
      reportId: null,
      personId: null,
      at: 13,
    })
    expect((await only()).answers).toEqual([
      { regionCode: '81.05.15.2001', answer: 'belum' },
      { regionCode: '81.05.15.2002', answer: null },
    ])
    // the office says it again: both villages are asked again
    await addVillageChecks(db, id, await done(20), 20)
    expect(await listOpenChecks(db, db)).toHaveLength(2)
    expect((await only()).answers.map((a) => a.answer)).toEqual([null, null])
  })

  it('take the places of an office’s programme, a village once', async () => {
    const programme = {
      kabupatenCode: '81.05',
      opd: 'pertanian',
      year: 2025,
      name: 'Benih',
      placesTotal: 10,
      placesTaken: 4,
    }
    expect(await saveOpdProgramme(db, programme)).toEqual({ isNew: true, changed: true })
    expect(await saveOpdProgramme(db, programme)).toEqual({ isNew: false, changed: false })
    expect(await saveOpdProgramme(db, { ...programme, placesTaken: 5 })).toEqual({ isNew: false, changed: true })
    const [saved] = await listOpdProgrammes(db, { year: 2025 })
    await setOpdProgramme(db, await saveRecommendation(db, rec, 1), saved!.id)
    await setOpdProgramme(db, await saveRecommendation(db, { ...rec, key: 'dana', villages: [karang] }, 1), saved!.id)
    expect(await listOpdProgrammes(db)).toMatchObject([
      { placesTaken: 5, villages: [karang.regionCode, pasir.regionCode] },
    ])
  })

  it('are frozen in versions that stay as they were signed', async () => {
    const version = {
      roundId: rec.roundId,
      regionCode: '81.05.15',
      number: 1,
      matrix: { rows: [{ text: 'Pelatihan' }] } as never,
      signedOn: '2024-08-20',
      signers: [{ name: 'Ibu Camat', position: 'Camat' }],
      carriedBy: 'Kasi PMD',
    }
    await addMatrixVersion(db, version, { at: 5, by: 'test' })
    await expect(addMatrixVersion(db, version, { at: 6, by: 'test' })).rejects.toThrow()
    await addMatrixVersion(db, { ...version, number: 2, carriedBy: null }, { at: 7, by: 'test' })
    expect(await listMatrixVersions(db, rec.roundId, '81.05.15')).toMatchObject([
      { number: 1, matrix: { rows: [{ text: 'Pelatihan' }] }, signers: [{ position: 'Camat' }] },
      { number: 2, carriedBy: null },
    ])
  })

  it('are talked about with a seat once an occasion', async () => {
    const talk = { reportId: 1, kind: 'responsible', seatId: 3, occasion: '2024-09', createdAt: 50 } as const
    expect(await addFollowUpTalk(db, talk)).toBe(true)
    expect(await addFollowUpTalk(db, { ...talk, reportId: 2 })).toBe(false)
    expect([...(await listTalkKeys(db, 0))]).toEqual(['3 responsible 2024-09'])
    expect([...(await listTalkKeys(db, 51))]).toEqual([])
  })
})

onEveryDialect('meetings', (open) => {
  const coordination: NewMeeting = {
    bodyId: null,
    regionCode: '81.05.15',
    roundId: 1,
    reportId: 4,
    kind: 'koordinasi_kecamatan',
    number: null,
    title: 'Koordinasi',
    fromOn: '2024-08-10',
    untilOn: '2024-08-11',
    place: 'Aula',
    opener: null,
    initiator: null,
    funder: null,
    agenda: [],
    decisions: [],
    aggregate: null,
    guests: null,
    deliverOn: '2024-08-20',
    carriedBy: null,
    sessions: [
      {
        on: '2024-08-10',
        place: 'Aula',
        opener: 'Sekcam',
        attendance: { total: 20, l: 12, p: 8 },
        atLeast: false,
        villages: ['81.05.15.2001', '81.05.15.2002'],
      },
      { on: '2024-08-11', place: null, opener: null, attendance: null, atLeast: false, villages: [] },
    ],
  }

  it('are told again by a corrected report without becoming two', async () => {
    const db = await open()
    const id = await saveMeeting(db, coordination, { at: 1, demo: false })
    expect(
      await saveMeeting(db, { ...coordination, sessions: coordination.sessions.slice(0, 1) }, { at: 2, demo: false }),
    ).toBe(id)
    expect(await listMeetings(db, db, { within: ['81.05'] })).toMatchObject([
      { id, sessions: [{ attendance: { total: 20, l: 12, p: 8 }, villages: ['81.05.15.2001', '81.05.15.2002'] }] },
    ])
  })

  it('keep promises, and are brought to a rakor once', async () => {
    const db = await open()
    const id = await saveMeeting(db, coordination, { at: 1, demo: false })
    const rakor = {
      ...coordination,
      regionCode: '81.05',
      reportId: null,
      kind: 'rakor' as const,
      number: 3,
      sessions: [],
    }
    const third = await saveMeeting(db, rakor, { at: 1, demo: false })
    const fourth = await saveMeeting(db, { ...rakor, number: 4 }, { at: 1, demo: false })
    expect(await deliverIn(db, db, third, [id])).toBe(1)
    expect(await deliverIn(db, db, fourth, [id])).toBe(0)
    expect((await listMeetings(db, db, { ids: [id] }))[0]).toMatchObject({ deliveredInId: third })
    const promise = await addCommitment(db, {
      meetingId: third,
      what: 'Data lokus',
      who: 'Bapperida',
      opd: 'bapperida',
      dueOn: '2024-09-01',
    })
    expect(await setCommitmentState(db, promise, 'kept', 'Sudah diterima', 9)).toBe(true)
    expect(await setCommitmentState(db, 999, 'kept', null, 9)).toBe(false)
    expect(await listCommitments(db, db, [third, fourth])).toMatchObject([
      { state: 'kept', note: 'Sudah diterima', opd: 'bapperida' },
    ])
  })
})
