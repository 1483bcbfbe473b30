import { afterEach, expect, it } from 'vitest'
import { kabupatenQuality } from '../../src/app/quality.ts'
import type { Json } from '../../src/lib/json.ts'
import { insertEntities } from '../../src/store/entities.ts'
import { setExcused } from '../../src/store/obligations.ts'
import { setReportState } from '../../src/store/reports.ts'
import { onEveryDialect } from '../support/databases.ts'
import { openStage, type Stage } from '../support/recommendation-stage.ts'

onEveryDialect('the quality of the data', (open) => {
  let stage: Stage
  afterEach(() => stage.close())
  const quality = (kabupatenCode = '81.05') =>
    kabupatenQuality(stage.services, stage.services.db, {
      round: stage.round,
      kabupatenCode,
      now: stage.clock.now(),
    })
  const reportOf = async (regionCode: string) =>
    (
      await stage.services.db.all<{ id: number }>(
        `select p.id from report p join obligation o on o.id = p.obligation_id join round_form f on f.id = o.round_form_id
         where o.region_code = $1 and f.round_id = $2`,
        regionCode,
        stage.round.id,
      )
    )[0]!.id
  const answer = async (regionCode: string, path: string, value: Json, how = 'given', seq = 1) =>
    stage.services.db.run(
      `insert into answer (report_id, path, seq, value, how, at) values ($1, $2, $3, $4, $5, 0)`,
      await reportOf(regionCode),
      path,
      seq,
      value === null ? null : JSON.stringify(value),
      how,
    )
  const [karang, pasir] = ['81.05.15.2001', '81.05.15.2002'] as const

  it('says how much is in, in time and owed, and who owes it', async () => {
    stage = await openStage(open)
    expect(await quality()).toMatchObject({
      name: 'Ujung Timur',
      completeness: { expected: 3, in: 2, activities: 4, unanswered: 0, skipped: 0 },
      timeliness: { inTime: 2, late: 0, overdue: 1 },
      states: { open: 0, submitted: 2, returned: 0, verified: 0 },
      byVillageItself: null,
      late: [{ place: 'Batu Uji', person: 'Tanpa Telepon', position: 'kepala_desa', daysLate: 2, reachable: false }],
    })
    const { db } = stage.services
    await db.run(
      `update report set submitted_at = (select due_at + 1 from obligation o where o.id = report.obligation_id) where id = $1`,
      await reportOf(karang),
    )
    await setReportState(db, await reportOf(pasir), 'verified', stage.clock.now())
    const [owed] = await db.all<{ id: number }>(
      `select id from obligation where region_code = '81.05.15.2003' order by id desc`,
    )
    await setExcused(db, owed!.id, 'Gelombang tinggi')
    expect(await quality()).toMatchObject({
      completeness: { expected: 2, in: 2 },
      timeliness: { inTime: 1, late: 1, overdue: 0 },
      states: { submitted: 1, verified: 1 },
      late: [],
    })
  })

  it('counts what was skipped and who filled it in, as the latest answer has it', async () => {
    stage = await openStage(open)
    await answer(karang, 'catatan', null, 'skipped')
    await answer(pasir, 'catatan', null, 'skipped')
    await answer(pasir, 'catatan', 'Sudah diisi', 'given', 2)
    await answer(karang, 'pengisi', 'dibantu_fasilitator')
    await answer(karang, 'pengisi', 'kepala_desa', 'given', 2)
    await answer(pasir, 'pengisi', 'dibantu_fasilitator')
    expect(await quality()).toMatchObject({
      completeness: { skipped: 1 },
      filledBy: { kepala_desa: 1, dibantu_fasilitator: 1 },
      byVillageItself: 50,
    })
    expect(await quality('53.18')).toMatchObject({ completeness: { skipped: 0, expected: 2 }, filledBy: {} })
  })

  it('finds what came twice: a long sentence in two villages, an activity in one plan; not what is short', async () => {
    stage = await openStage(open)
    const { db } = stage.services
    const said = 'Bibit terlambat datang karena kapal tidak berlayar'
    await answer(karang, 'kegiatan[k1]/hal_lain', said)
    await answer(pasir, 'kegiatan[k3]/hal_lain', `${said.toUpperCase()}. `)
    for (const village of [karang, pasir]) await answer(village, 'catatan', 'Tidak ada kendala')
    // the same words to another question are no copy of a report
    await answer(karang, 'pesan', 'Terima kasih banyak untuk semua bantuan tahun ini')
    await answer(pasir, 'catatan_lain', 'Terima kasih banyak untuk semua bantuan tahun ini')
    const item = { list: 'kegiatan', regionCode: karang, properties: {}, source: 'bukan_vlp' }
    await insertEntities(
      db,
      db,
      [
        { ...item, entityId: 'x1', label: 'kegiatan  K1' },
        { ...item, entityId: 'x2', label: 'Kebun pala', regionCode: pasir },
      ],
      true,
    )
    const { duplicates, consistency } = await quality()
    expect(duplicates).toEqual({
      sentences: [{ path: 'hal_lain', places: ['Karang Uji', 'Pasir Uji'] }],
      activities: [{ name: 'Karang Uji', label: 'Kegiatan k1' }],
    })
    expect(consistency).toMatchObject({ notInPlan: 2, carried: 0 })
  })
})
