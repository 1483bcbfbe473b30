import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importWorkPlan } from '../../src/app/import-work-plan.ts'
import { sendDigests } from '../../src/app/send-digests.ts'
import { addWork, noteWork, workPlan } from '../../src/app/work-plan.ts'
import { workState } from '../../src/domain/work-plan.ts'
import { requireRound, setRoundState } from '../../src/store/rounds.ts'
import { listWorkChanges, listWorkItems } from '../../src/store/work-plan.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, july, openPlay, type Play, wit } from '../support/small-programme.ts'
import { workbook } from '../support/workbooks.ts'

const columns = [
  'kode_kabupaten',
  'kegiatan',
  'penanggung_jawab',
  'mulai',
  'selesai',
  'mulai_nyata',
  'selesai_nyata',
  'alasan',
]
const training = ['81.05', 'Pelatihan fasilitator', 'Koordinator', '12 Juni 2024', '14 Juni 2024', '', '', '']

describe('an activity of the work plan', () => {
  const dates = { plannedFromOn: '2024-06-12', plannedUntilOn: '2024-06-14', beganOn: null, doneOn: null }
  it.each([
    [dates, '2024-06-12', 'ahead'],
    [dates, '2024-06-13', 'late_start'],
    [{ ...dates, beganOn: '2024-06-12' }, '2024-06-14', 'under_way'],
    [{ ...dates, beganOn: '2024-06-12' }, '2024-06-15', 'overdue'],
    [{ ...dates, doneOn: '2024-07-01' }, '2024-08-01', 'done'],
  ] as const)('with %j is on %s %s', (item, todayOn, state) => {
    expect(workState(item, todayOn)).toBe(state)
  })
})

onEveryDialect('the work plan', (open) => {
  let play: Play
  beforeEach(async () => {
    play = await openPlay(open, { startAt: at('2024-07-15 09:30', wit), open: false })
  })
  afterEach(() => play.close())
  const by = () => ({ now: play.clock.now(), actor: 'test' })
  const take = async (...rows: readonly (readonly (string | number | Date | null)[])[]) =>
    importWorkPlan(play.services.db, await workbook([columns, ...rows], 'Rencana kerja'), by())
  const items = () => listWorkItems(play.services.db, ['*'])

  it('is taken in from a sheet with dates as people write them, and the same again changes nothing', async () => {
    const rows = [
      training,
      ['*', 'Rapat tahunan', 'Tim Makassar', '2024-07-01', 'Juli 2024', '01/07/2024', '', ''],
      ['53.18', 'Kunjungan desa', 'Fasilitator', 'Agustus 2024', new Date(Date.UTC(2024, 8, 5)), '', '', ''],
    ]
    expect(await take(...rows)).toEqual({ ok: true, rows: 3, added: 3, changed: 0 })
    expect((await items()).map((i) => [i.title, i.plannedFromOn, i.plannedUntilOn, i.beganOn])).toEqual([
      ['Pelatihan fasilitator', '2024-06-12', '2024-06-14', null],
      ['Rapat tahunan', '2024-07-01', '2024-07-31', '2024-07-01'],
      ['Kunjungan desa', '2024-08-01', '2024-09-05', null],
    ])
    expect(await take(...rows)).toMatchObject({ added: 0, changed: 0 })
    // what is for all stands in the list of each kabupaten
    expect((await workPlan(play.services.db, ['53.18'], '2024-07-15')).map((i) => [i.title, i.state])).toEqual([
      ['Rapat tahunan', 'under_way'],
      ['Kunjungan desa', 'ahead'],
    ])
  })

  it('names every bad cell and takes nothing', async () => {
    const bad = await take(
      training,
      ['99.99', '', 'x', 'kapan-kapan', '14 Juni 2024', '', '', ''],
      ['81.05', 'pelatihan  Fasilitator', 'x', '2024-06-20', '2024-06-10', '', '30 Februari 2024', ''],
    )
    expect(bad.ok === false && bad.issues.map((i) => `${i.row} ${i.column}: ${i.message}`)).toEqual([
      '3 kode_kabupaten: Kode "99.99" tidak ada. Pilih: 81.05, 53.18, atau * untuk semua.',
      '3 kegiatan: Nama kegiatan belum diisi.',
      '3 mulai: "kapan-kapan" bukan tanggal. Contoh: 12 Maret 2025, 2025-03-12 atau Maret 2025.',
      '4 selesai_nyata: "30 Februari 2024" bukan tanggal. Contoh: 12 Maret 2025, 2025-03-12 atau Maret 2025.',
      '4 selesai: Tanggal tidak cocok: selesai (2024-06-10) sebelum mulai (2024-06-20).',
      '4 kegiatan: Kegiatan ini sudah ada di baris 2.',
    ])
    expect(await items()).toEqual([])
  })

  it('moves a planned date only with a reason, and keeps what was', async () => {
    const { db } = play.services
    await take(training)
    const moved = training.with(4, '28 Juni 2024')
    expect(await take(moved)).toMatchObject({
      ok: false,
      issues: [{ row: 2, column: 'alasan', message: expect.stringContaining('2024-06-12 sampai 2024-06-14') }],
    })
    expect(await take(moved.with(7, 'Idul Adha'))).toMatchObject({ added: 0, changed: 1 })
    const { id } = (await items())[0]!
    await expect(noteWork(db, id, { plannedUntilOn: '2024-07-05' }, by())).rejects.toThrow('say why it moves')
    await noteWork(db, id, { plannedUntilOn: '2024-07-05', reason: 'Kapal tidak jalan' }, by())
    await noteWork(db, id, { beganOn: '2024-07-01', doneOn: '2024-07-06' }, by())
    await expect(noteWork(db, id, { doneOn: '2024-06-01' }, by())).rejects.toThrow('sebelum mulai')
    await expect(noteWork(db, 99, { doneOn: '2024-06-01' }, by())).rejects.toThrow('no activity 99')
    expect((await listWorkChanges(db, id)).map(({ before, after, reason }) => ({ before, after, reason }))).toEqual([
      { before: { plannedUntilOn: '2024-06-14' }, after: { plannedUntilOn: '2024-06-28' }, reason: 'Idul Adha' },
      {
        before: { plannedUntilOn: '2024-06-28' },
        after: { plannedUntilOn: '2024-07-05' },
        reason: 'Kapal tidak jalan',
      },
      {
        before: { beganOn: null, doneOn: null },
        after: { beganOn: '2024-07-01', doneOn: '2024-07-06' },
        reason: '',
      },
    ])
    // the sheet does not know that it is done, and does not undo it
    await take(moved.with(4, '5 Juli 2024'))
    expect(await items()).toMatchObject([{ doneOn: '2024-07-06' }])
  })

  it('holds what answers a finding of an audit, which no sheet takes out again', async () => {
    const { db } = play.services
    const draft = {
      kabupatenCode: '81.05',
      title: 'Lengkapi bukti kas',
      responsible: 'Keuangan',
      plannedFromOn: '2024-06-01',
      plannedUntilOn: '2024-06-30',
      finding: 'Audit 2023 no. 3',
    }
    const { id } = await addWork(db, draft, by())
    await expect(addWork(db, { ...draft, title: 'lengkapi  bukti KAS' }, by())).rejects.toThrow(
      `already: activity ${id}`,
    )
    await expect(addWork(db, { ...draft, title: 'x', kabupatenCode: '99.99' }, by())).rejects.toThrow('no kabupaten')
    await expect(addWork(db, { ...draft, title: 'x', plannedUntilOn: '2024-05-01' }, by())).rejects.toThrow(
      'do not fit',
    )
    await take(['81.05', 'Lengkapi bukti kas', 'Keuangan', '2024-06-01', '2024-06-30', '2024-06-02', '', ''])
    expect(await workPlan(db, ['81.05'], '2024-07-15')).toMatchObject([
      { finding: 'Audit 2023 no. 3', beganOn: '2024-06-02', state: 'overdue', daysLate: 15 },
    ])
  })

  it('tells the team in their digest what is late, each kabupaten its own and what is for all', async () => {
    const { db } = play.services
    await take(
      training,
      ['*', 'Laporan keuangan', 'Tim Makassar', '2024-07-01', '2024-07-12', '', '', ''],
      ['53.18', 'Kunjungan desa', 'Fasilitator', '2024-06-01', '2024-06-30', '', '', ''],
      ['81.05', 'Kelas belajar', 'Koordinator', '2024-07-01', '2024-07-30', '', '', ''],
    )
    await setRoundState(db, (await requireRound(db, july.code)).id, 'open', play.clock.now())
    const digests = await sendDigests(play.services, play.clock.now(), { due: 'always', dryRun: true })
    const said = (audience: string) =>
      digests.digests
        .filter((d) => d.audience === audience)
        .flatMap((d) => d.messages.map((m) => m.text))
        .join('\n')
    expect(said('staff')).toContain(
      'Rencana kerja tim yang lewat:\n• Pelatihan fasilitator (Koordinator): lewat 31 hari\n• Laporan keuangan (Tim Makassar): lewat 3 hari',
    )
    expect(said('staff')).not.toMatch(/Kunjungan desa|Kelas belajar/)
    for (const audience of ['camat', 'pokja', 'opd', 'fasilitator'])
      expect(said(audience)).not.toContain('Rencana kerja')
  })
})
