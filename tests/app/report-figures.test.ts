import { afterEach, expect, it } from 'vitest'
import { digestData, digestRound } from '../../src/app/round-digest.ts'
import { villageAnswers } from '../../src/app/village-answers.ts'
import { figuresOf } from '../../src/domain/village-figures.ts'
import { listObligations } from '../../src/store/obligations.ts'
import { saveImportedItems } from '../../src/store/plan-import.ts'
import { insertAnswers } from '../../src/store/turn-writes.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

onEveryDialect('the figures kept of a report', (open) => {
  let play: Play
  afterEach(() => play.close())
  const now = at('2024-07-15 09:00', wit)

  async function begin(): Promise<void> {
    play = await openPlay(open, { startAt: at('2024-07-10 08:30', wit) })
    await play.tick(at('2024-07-10 10:35', wit))
    await play.report('lina')
  }
  /** What a digest is made of, and the same from the answers themselves. */
  async function both() {
    const { services } = play
    const round = (await digestRound(services.db))!
    const { answers } = await digestData(services.db, services.db, round, { now, zone: wit, kabupaten: '81.05' })
    const villages = (await listObligations(services.db, { roundId: round.id })).filter((o) => o.level === 'desa')
    const fromAnswers = (await villageAnswers(services.db, services.db, villages)).map(
      ({ activities, attendance, ...village }) => ({ ...village, ...figuresOf({ activities, attendance }) }),
    )
    return { kept: answers, made: fromAnswers }
  }

  it('are those of its answers, and are read and not made the second time', async () => {
    await begin()
    const first = await both()
    expect(first.kept).toHaveLength(1)
    expect(first.kept).toEqual(first.made)
    expect(await play.count('report_figures')).toBe(1)
    expect((await both()).kept).toEqual(first.kept)
  })

  it('are made anew once an answer or the plan changed', async () => {
    await begin()
    const { services } = play
    const first = await both()
    const [report] = await services.db.all<{ id: number; regionCode: string }>(
      `select r.id, o.region_code as "regionCode" from report r join obligation o on o.id = r.obligation_id
       where r.state = 'submitted'`,
    )
    const correction = {
      reportId: report!.id,
      path: 'kegiatan[uji-1]/status',
      value: '"selesai"',
      raw: 'selesai',
      how: 'given' as const,
      reason: null,
      personId: null,
      inboxId: null,
    }
    await insertAnswers(services.db, services.db, [correction], now)
    const corrected = await both()
    expect(corrected.kept).toEqual(corrected.made)
    expect(corrected.kept[0]).not.toEqual(first.kept[0])

    const item = { list: 'kegiatan', entityId: 'uji-1', regionCode: report!.regionCode, label: 'Kebun uji' }
    await saveImportedItems(services.db, services.db, [{ ...item, properties: { bidang: 'kerajinan' } }], {
      now,
      source: 'vlp',
    })
    const planned = await both()
    expect(planned.kept).toEqual(planned.made)
    expect(planned.kept[0]).not.toEqual(corrected.kept[0])
  })
})
