import { afterEach, beforeEach, expect, it } from 'vitest'
import { writePaper } from '../../src/app/document-writer.ts'
import { moveStage } from '../../src/app/freeze-matrix.ts'
import { printSync } from '../../src/app/print-sync.ts'
import { matchActivity, synchronisation, unmatchActivity } from '../../src/app/synchronisation.ts'
import { placesLeft } from '../../src/domain/recommendations.ts'
import { listOpdProgrammes, saveOpdProgramme } from '../../src/store/opd-programmes.ts'
import { listRecommendations } from '../../src/store/recommendations.ts'
import { onEveryDialect } from '../support/databases.ts'
import { coordination, openStage, type Stage } from '../support/recommendation-stage.ts'

onEveryDialect('village plans against programmes of offices', (open) => {
  let stage: Stage
  beforeEach(async () => {
    stage = await openStage(open)
  })
  afterEach(() => stage.close())
  const by = () => ({ now: stage.clock.now(), actor: 'test' })
  const programme = async (kabupatenCode: string, opd: string, year: number, name: string) => {
    const { db } = stage.services
    await saveOpdProgramme(db, { kabupatenCode, opd, year, name, placesTotal: 5, placesTaken: 0 })
    return (await listOpdProgrammes(db)).find((p) => p.name === name)!.id
  }
  const activityOf = async (entityId: string) =>
    (await stage.services.db.all<{ id: number }>('select id from entity_item where entity_id = $1', entityId))[0]!.id
  const shown = async (year?: number) =>
    (await synchronisation(stage.services.db, stage.services.db, '81.05', year)).rows.map((r) =>
      [r.kind === 'activity' ? r.what : 'R', r.state, r.programme ?? '', r.year ?? '', r.stage ?? ''].join('|'),
    )

  it('say of every activity whether it is in a programme, proposed or neither, by year and stage', async () => {
    const { db } = stage.services
    // finished ones wait for no programme
    await db.run(`update entity_item set properties = '{"status":"selesai"}' where entity_id = 'k4'`)
    expect(await shown()).toEqual(['Kegiatan k1|unmatched|||', 'Kegiatan k2|unmatched|||', 'Kegiatan k3|unmatched|||'])

    await stage.talk('camat', ...coordination, 'ya', 'lewati', '0', 'ya')
    expect(await shown()).toEqual([
      'Kegiatan k1|proposed|||usulan',
      'Kegiatan k2|proposed|||usulan',
      'R|proposed|||usulan',
      'R|proposed|||usulan',
      'Kegiatan k3|proposed|||usulan',
    ])

    const seeds = await programme('81.05', 'pertanian', 2025, 'Bibit unggul')
    const [pests] = await listRecommendations(db, db, { within: ['81.05'] })
    await moveStage(stage.services, { id: pests!.id, stage: 'forum_opd', programmeId: seeds }, by())
    const k1 = await activityOf('k1')
    const roads = await programme('81.05', 'pupr', 2026, 'Jalan kebun')
    await matchActivity(db, { activityId: k1, programmeId: roads, stage: 'usulan' }, by())
    expect(await shown()).toEqual([
      'Kegiatan k1|matched|Jalan kebun|2026|usulan',
      'Kegiatan k1|matched|Bibit unggul|2025|forum_opd',
      'Kegiatan k2|proposed|||usulan',
      'R|matched|Bibit unggul|2025|forum_opd',
      'R|proposed|||usulan',
      'Kegiatan k3|matched|Bibit unggul|2025|forum_opd',
    ])
    // what is in a programme of another year alone is still open in this one
    expect((await shown(2026)).filter((row) => row.startsWith('Kegiatan'))).toEqual([
      'Kegiatan k1|matched|Jalan kebun|2026|usulan',
      'Kegiatan k2|proposed|||usulan',
      'Kegiatan k3|proposed|||',
    ])
    const { totals, rows } = await synchronisation(db, db, '81.05')
    expect(totals).toEqual({
      activities: 3,
      matched: 2,
      proposed: 1,
      unmatched: 0,
      recommendations: 2,
      recommendationsMatched: 1,
    })
    expect(rows.find((r) => r.programme === 'Jalan kebun')?.offices).toEqual(['Dinas PUPR'])
    // the village takes a place, once
    const left = async () => placesLeft((await listOpdProgrammes(db)).find((p) => p.id === roads)!)
    expect(await left()).toBe(4)
    await matchActivity(db, { activityId: await activityOf('k2'), programmeId: roads, stage: 'usulan' }, by())
    expect(await left()).toBe(4)

    const table = await synchronisation(db, db, '81.05', 2025)
    const paper = await printSync(stage.services, { kabupatenCode: '81.05', year: 2025, table }, stage.clock.now())
    for (const [type, begins] of [
      ['.pdf', '%PDF'],
      ['.xlsx', 'PK'],
    ] as const)
      expect(Buffer.from((await writePaper(paper, type, 0)).subarray(0, begins.length)).toString()).toBe(begins)
  })

  it('are tied within a kabupaten, go back only with a reason, and are taken apart with one', async () => {
    const { db } = stage.services
    const here = await programme('81.05', 'pupr', 2025, 'Jalan')
    const elsewhere = await programme('53.18', 'pupr', 2025, 'Jembatan')
    const k1 = await activityOf('k1')
    const match = (programmeId: number, step: 'usulan' | 'rkpd', reason?: string) =>
      matchActivity(db, { activityId: k1, programmeId, stage: step, ...(reason && { reason }) }, by())
    await expect(match(elsewhere, 'usulan')).rejects.toThrow(`no programme ${elsewhere} where activity ${k1} lies`)
    expect(await match(here, 'rkpd')).toMatchObject({ from: null })
    await expect(match(here, 'usulan')).rejects.toThrow('needs a reason')
    expect((await shown())[0]).toBe('Kegiatan k1|matched|Jalan|2025|rkpd')
    expect(await match(here, 'usulan', 'Dicoret di forum')).toMatchObject({ from: 'rkpd' })
    await expect(unmatchActivity(db, { activityId: k1, programmeId: here, reason: ' ' }, by())).rejects.toThrow(
      'say why',
    )
    await unmatchActivity(db, { activityId: k1, programmeId: here, reason: 'Salah program' }, by())
    expect((await shown())[0]).toBe('Kegiatan k1|unmatched|||')
  })
})
