import { afterEach, describe, expect, it } from 'vitest'
import { freezeMatrix, moveStage } from '../../src/app/freeze-matrix.ts'
import { importOpdProgrammes } from '../../src/app/import-opd-programmes.ts'
import { matrixNow } from '../../src/app/matrix.ts'
import { meetingPack } from '../../src/app/meeting-pack.ts'
import {
  deliverAt,
  type MeetingDraft,
  noteMeeting,
  registerMeeting,
  settleCommitment,
} from '../../src/app/register-meeting.ts'
import { readAttendance } from '../../src/domain/meetings.ts'
import { placesLeft } from '../../src/domain/recommendations.ts'
import { listMatrixVersions } from '../../src/store/matrix-versions.ts'
import { listMeetings } from '../../src/store/meetings.ts'
import { listOpdProgrammes } from '../../src/store/opd-programmes.ts'
import { listFollowUps, listRecommendations } from '../../src/store/recommendations.ts'
import { onEveryDialect } from '../support/databases.ts'
import { coordination, openStage, type Stage } from '../support/recommendation-stage.ts'
import { workbook } from '../support/workbooks.ts'

const columns = ['kode_kabupaten', 'opd', 'tahun', 'program', 'lokus', 'terpakai']

onEveryDialect('meetings and signed matrices', (open) => {
  let stage: Stage
  afterEach(() => stage.close())
  const by = () => ({ now: stage.clock.now(), actor: 'test' })
  const begin = async () => {
    stage = await openStage(open)
    return stage.services.db
  }
  const withMatrix = async () => {
    const db = await begin()
    await stage.talk('camat', ...coordination, 'ya', 'lewati', '0', 'ya')
    return db
  }
  const rakor = (changed: Partial<MeetingDraft> = {}) =>
    registerMeeting(
      stage.services,
      {
        kind: 'rakor',
        regionCode: '81.05',
        fromOn: '2024-08-20',
        agenda: ['Hasil monitoring'],
        sessions: [],
        ...changed,
      },
      by(),
    )

  it('numbers the rakor of each body one by one', async () => {
    await begin()
    expect(await rakor()).toMatchObject({ number: 1, title: 'Rakor pokja ke-1', place: null })
    expect(await rakor({ fromOn: '2024-09-20' })).toMatchObject({ number: 2, title: 'Rakor pokja ke-2' })
    expect(await rakor({ regionCode: '53.18' })).toMatchObject({ number: 1 })
  })

  it('lets more people come than a body has members, with guests apart', async () => {
    await begin()
    const sessions = [{ on: '2024-08-20', place: 'Bula', attendance: { total: 32, l: 22, p: 10 }, atLeast: false }]
    expect(await rakor({ sessions, guests: 7 })).toMatchObject({ guests: 7, sessions: [{ attendance: { total: 32 } }] })
  })

  it.each([
    [{ fromOn: '20 Agustus' }, '"20 Agustus" is not a date'],
    [{ untilOn: '2024-08-19' }, 'before it begins'],
    [
      { sessions: [{ on: '2024-08-20', attendance: { total: 30, l: 20, p: 12 }, atLeast: false }] },
      'adalah 32 orang, bukan 30',
    ],
    [{ aggregate: { total: 3, l: 1, p: 2 } }, 'koordinasi_kecamatan with the code of the kabupaten'],
    [{ regionCode: '81.05.15' }, 'has no Pokja or Forum'],
    [{ regionCode: '99.99' }, 'no region 99.99'],
  ] as const)('refuses what cannot be: %j', async (wrong, sentence) => {
    await begin()
    await expect(rakor(wrong as Partial<MeetingDraft>)).rejects.toThrow(sentence)
  })

  it('brings the results of kecamatan to a rakor once, and knows which are still to be brought', async () => {
    const db = await withMatrix()
    const third = await rakor()
    expect((await deliverAt(stage.services, third.id, [], by())).map((m) => m.regionCode)).toEqual(['81.05.15'])
    expect(await deliverAt(stage.services, third.id, [], by())).toEqual([])
    expect((await listMeetings(db, db, { kind: 'koordinasi_kecamatan' }))[0]).toMatchObject({ deliveredInId: third.id })
    // what was held after the rakor cannot have been told there
    const early = await rakor({ fromOn: '2024-07-01' })
    await db.run('update meeting set delivered_in_id = null')
    expect(await deliverAt(stage.services, early.id, [], by())).toEqual([])
  })

  it('makes the pack of a rakor from the data: villages in, who came, the matrix, earlier promises', async () => {
    const db = await withMatrix()
    const first = await rakor({ fromOn: '2024-07-30' })
    const promise = { what: 'Data lokus', who: 'Bapperida', dueOn: '2024-07-15' }
    await noteMeeting(
      stage.services,
      first.id,
      {
        decisions: ['Matriks dibawa'],
        agenda: [],
        sessions: [],
        commitments: [promise, { ...promise, what: 'Undangan' }],
      },
      by(),
    )
    const [kept] = await db.all<{ id: number }>(`select id from commitment where what = 'Undangan'`)
    await settleCommitment(stage.services, kept!.id, 'kept', null, by())
    const second = await rakor()
    const pack = await meetingPack(stage.services, db, second.id, stage.clock.now())
    expect(pack).toMatchObject({
      body: { name: 'pokja', memberCount: 5 },
      kecamatan: [
        {
          name: 'Teluk Uji',
          reported: 2,
          expected: 3,
          confirmed: true,
          coordination: { sessions: 2, total: 30, l: 18, p: 12 },
        },
      ],
      totals: { reported: 2, expected: 3 },
      coordination: { sessions: 2, kecamatan: 1, total: 30 },
      matrix: { totals: { rows: 2 } },
      commitments: [
        { what: 'Data lokus', late: true, state: 'open', meeting: 'Rakor pokja ke-1' },
        { what: 'Undangan', late: false, state: 'kept' },
      ],
    })
    expect((await listMeetings(db, db, { ids: [first.id] }))[0]).toMatchObject({ decisions: ['Matriks dibawa'] })
    await expect(meetingPack(stage.services, db, 99, stage.clock.now())).rejects.toThrow('no rakor')
  })

  it('freezes a matrix when it is signed; a later change is a new version and the old one stays', async () => {
    const db = await withMatrix()
    const about = {
      round: stage.round,
      regionCode: '81.05.15',
      signedOn: '2024-08-01',
      signers: [{ name: 'Camar Uji', position: 'Camat' }],
      carriedBy: 'Kasi Uji',
    }
    const first = await freezeMatrix(stage.services, about, by())
    expect(first.signature).toMatchObject({ number: 1, signedOn: '2024-08-01', carriedBy: 'Kasi Uji' })
    await expect(freezeMatrix(stage.services, about, by())).rejects.toThrow('nothing was changed since version 1')
    await expect(freezeMatrix(stage.services, { ...about, signers: [] }, by())).rejects.toThrow('--signed-by')
    await stage.talk(
      'camat',
      'ubah 3',
      '1',
      'ada usulan baru',
      '1',
      'pasar',
      'Pameran hasil desa di kabupaten',
      'lewati',
      'desa',
      'pemerintah desa',
      'maret 2025',
      'lewati',
      'rendah',
    )
    const second = await freezeMatrix(stage.services, { ...about, signedOn: '2024-08-05' }, by())
    expect(second).toMatchObject({ signature: { number: 2 }, totals: { rows: 3 } })
    const versions = await listMatrixVersions(db, stage.round.id, '81.05.15')
    expect(versions.map((v) => [v.number, v.matrix.totals.rows])).toEqual([
      [1, 2],
      [2, 3],
    ])
    expect(versions[0]!.matrix).toEqual(first)
  })

  it('moves planning stages into a programme of an office and counts the places left', async () => {
    const db = await withMatrix()
    const file = await workbook([columns, ['81.05', 'Dinas Pertanian', 2025, 'Penyediaan benih', 5, 2]])
    expect(await importOpdProgrammes(db, file, by())).toMatchObject({ ok: true, added: 1 })
    const [programme] = await listOpdProgrammes(db)
    const [rec] = await listRecommendations(db, db)
    await moveStage(stage.services, { id: rec!.id, stage: 'forum_opd', programmeId: programme!.id }, by())
    expect(placesLeft((await listOpdProgrammes(db))[0]!)).toBe(1)
    await expect(moveStage(stage.services, { id: rec!.id, stage: 'usulan' }, by())).rejects.toThrow('needs a reason')
    await moveStage(stage.services, { id: rec!.id, stage: 'musrenbangcam', reason: 'Salah catat' }, by())
    expect(await listFollowUps(db, rec!.id)).toMatchObject([
      { stage: 'forum_opd', source: 'staff', state: 'belum' },
      { stage: 'musrenbangcam', reason: 'Salah catat' },
    ])
    const matrix = await matrixNow(stage.services, db, { round: stage.round, regionCode: '81.05' }, stage.clock.now())
    expect(matrix.rows[0]).toMatchObject({ stage: 'musrenbangcam' })
    await expect(moveStage(stage.services, { id: 999, stage: 'apbd' }, by())).rejects.toThrow('no recommendation 999')
  })

  it('names every bad cell of a sheet of programmes and takes in nothing', async () => {
    const db = await begin()
    const file = await workbook([
      columns,
      ['99.99', 'Dinas Angkasa', 25, '', 'sepuluh', ''],
      ['81.05', 'Pertanian', 2025, 'Benih', 3, 4],
    ])
    const result = await importOpdProgrammes(db, file, by())
    expect(result.ok ? [] : result.issues.map((i) => [i.row, i.column])).toEqual([
      [2, 'kode_kabupaten'],
      [2, 'tahun'],
      [2, 'program'],
      [2, 'lokus'],
      [3, 'terpakai'],
    ])
    expect(await listOpdProgrammes(db)).toEqual([])
  })
})

describe('attendance as staff type it', () => {
  it.each([
    ['20L 12P', { count: { total: 32, l: 20, p: 12 }, atLeast: false }],
    ['79 l + 38 p', { count: { total: 117, l: 79, p: 38 }, atLeast: false }],
    ['32 = 20 L + 12 P', { count: { total: 32, l: 20, p: 12 }, atLeast: false }],
    ['>=51', { count: { total: 51, l: 0, p: 0 }, atLeast: true }],
    ['banyak', undefined],
    ['20', undefined],
  ])('%s', (text, read) => {
    expect(readAttendance(text)).toEqual(read)
  })
})
