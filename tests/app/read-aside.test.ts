import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programmeDigests } from '../../src/app/programme-digests.ts'
import { readLarge } from '../../src/app/read-aside.ts'
import { digestRound, makeDigests } from '../../src/app/round-digest.ts'
import { WHOLE_PROGRAMME } from '../../src/domain/regions.ts'
import { openRig, type Rig } from '../support/rig.ts'

// Basri, raja of Amarsekaru, has reported; the sums of his report are not kept yet.
const basri = 'demo-81.05.04.2003-raja'
let rig: Rig
beforeAll(async () => {
  rig = await openRig()
  await rig.openRound()
  for (const text of ['mulai', 'semua sama', '5 juli 2024', '7 lk 5 pr', 'lewati', 'lewati', 'ya'])
    await rig.say(basri, text)
})
afterAll(() => rig.close())

const staff = [{ audience: 'staff' as const, regionCode: WHOLE_PROGRAMME }]
const kept = async () => {
  const round = (await digestRound(rig.services.db))!
  return rig.services.db.all<{ report_id: number }>(
    `select x.report_id from report_figures x join report p on p.id = x.report_id join obligation o on o.id = p.obligation_id
     join round_form f on f.id = o.round_form_id where f.round_id = $1`,
    round.id,
  )
}

it('a digest read on its own thread says what one read on the loop says, and the sums it needed are kept', async () => {
  const { db } = rig.services
  const query = { round: (await digestRound(db))!, now: rig.clock.now(), zone: 'Asia/Makassar', readers: staff }
  expect(await kept()).toEqual([])
  const [aside] = await programmeDigests(db, query, 0)
  expect(await kept()).toHaveLength(1)
  const [here] = await makeDigests(db, { ...query, kabupaten: undefined })
  expect(aside).toEqual(here)
  expect(aside!.sections).toContainEqual(expect.objectContaining({ kind: 'progress', reported: 1, expected: 70 }))
})

it('the thread sees what was written a moment ago', async () => {
  const { db } = rig.services
  const round = (await digestRound(db))!
  const query = { roundId: round.id, within: [WHOLE_PROGRAMME], filter: 'excused' as const, now: rig.clock.now() }
  expect(await readLarge(db, 'places', query, 0)).toBe(0)
  await db.run(
    `update obligation set excused_because = 'banjir' where region_code = '81.05.04.2003'
     and round_form_id in (select id from round_form where round_id = $1)`,
    round.id,
  )
  expect(await readLarge(db, 'places', query, 0)).toBe(1)
})

it('a file that cannot be read is an error of that reading, and of no other', async () => {
  const file = join(tmpdir(), `no-database-${process.pid}.db`)
  writeFileSync(file, 'this is no database')
  const { db } = rig.services
  const query = { roundId: (await digestRound(db))!.id, within: [WHOLE_PROGRAMME], now: rig.clock.now() }
  await expect(readLarge({ ...db, ownFile: file }, 'places', query, 0)).rejects.toThrow(
    'the places of the round could not be read: ',
  )
  expect(await readLarge(db, 'places', query, 0)).toBeGreaterThan(0)
})
