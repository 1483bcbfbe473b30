import { afterEach, expect, it } from 'vitest'
import { partsOf, shareOfThisMinute, turnsFor } from '../../src/app/reminder-share.ts'
import { instantOf, MINUTE } from '../../src/lib/local-time.ts'
import { createObligations, listObligations, type ObligationRow } from '../../src/store/obligations.ts'
import { saveOfficialRegions } from '../../src/store/regions.ts'
import { listRoundForms, requireRound } from '../../src/store/rounds.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, july, openPlay, type Play, wit } from '../support/small-programme.ts'

it.each([
  [1, 1],
  [84, 1],
  [1_000, 1],
  [1_001, 2],
  [29_500, 30],
  [82_542, 30],
])('looks through %i obligations in %i turns of a minute', (obligations, turns) => {
  expect(turnsFor(obligations)).toBe(turns)
})

it.each([
  ['one part of what two kabupaten owe, so that each person is told of all of it', [500, 500], [1_000]],
  ['parts of whole kabupaten of a large share', [160, 120, 20, 160, 700, 140], [300, 160, 700, 140]],
])('makes %s', (_, kabupaten, sizes) => {
  const share = kabupaten.flatMap((n, i) =>
    Array.from({ length: n }, (_, j) => ({ id: j, regionCode: `${11 + i}.01.01.${2001 + j}` }) as ObligationRow),
  )
  expect(partsOf(share).map((part) => part.length)).toEqual(sizes)
})

onEveryDialect('the share of a minute', (open) => {
  let play: Play
  afterEach(() => play.close())
  const begin = async () => {
    play = await openPlay(open, { startAt: at('2024-07-10 08:30', wit) })
    return play.services
  }

  it('is everything in a programme of two kabupaten, by day, and nothing by night', async () => {
    const services = await begin()
    const sizeAt = async (time: string) => (await shareOfThisMinute(services, services.db, at(time, wit))).length
    expect(await sizeAt('2024-07-10 11:00')).toBe(7)
    // in WITA it is an hour earlier, and night until eight
    expect(await sizeAt('2024-07-10 08:30')).toBe(4)
    expect(await sizeAt('2024-07-10 23:00')).toBe(0)
    // Sunday
    expect(await sizeAt('2024-07-14 11:00')).toBe(0)
  })

  it('holds at night whoever named that hour', async () => {
    const services = await begin()
    await play.tick(at('2024-07-10 10:35', wit))
    await play.say('lina', 'mulai')
    await services.db.run('update session set remind_at = $1', at('2024-07-10 21:00', wit))
    const share = await shareOfThisMinute(services, services.db, at('2024-07-10 21:00', wit))
    expect(share.map((o) => o.regionName)).toEqual(['Karang Uji'])
  })

  it('gives each kabupaten of a large programme its turn, whole', async () => {
    const services = await begin()
    const { db } = services
    const villages = ['73.01', '73.02', '73.03'].flatMap((kabupaten) =>
      Array.from({ length: 700 }, (_, i) => `${kabupaten}.01.${2001 + i}`),
    )
    const region = {
      parentCode: null,
      level: 'desa' as const,
      name: 'Desa Uji',
      kind: 'desa',
      zone: wit,
      source: 'invented',
    }
    await saveOfficialRegions(
      db,
      db,
      villages.map((code) => ({ ...region, code })),
    )
    const form = (await listRoundForms(db, (await requireRound(db, july.code)).id)).find((f) => f.level === 'desa')!
    const draft = {
      form: form.formName,
      level: 'desa' as const,
      zone: wit,
      opensAt: instantOf(july.opensOn, '00:00', wit),
      dueAt: instantOf(july.dueOn, '23:59', wit),
    }
    await createObligations(
      db,
      db,
      form.id,
      villages.map((regionCode) => ({ ...draft, regionCode })),
    )

    const start = at('2024-07-10 11:00', wit)
    const seen: string[] = []
    for (let minute = 0; minute < 3; minute++) {
      const share = await shareOfThisMinute(services, db, start + minute * MINUTE)
      expect(share.length).toBeLessThan(1_500)
      seen.push(...share.map((o) => `${o.formName} ${o.regionCode}`))
    }
    const all = (await listObligations(db, { state: 'open' })).map((o) => `${o.formName} ${o.regionCode}`)
    expect(seen.toSorted()).toEqual(all.toSorted())
  })
})
