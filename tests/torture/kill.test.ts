// kill -9 of the serving process, again and again, in the middle of a round (P1, P3–P7, P13).
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { listGivenAnswers, readLedger } from '../../src/store/ledger.ts'
import { openStage, type Stage } from './stage.ts'

const kills = 11
let stage: Stage | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
})

test('a round survives a service that is killed at random moments', { timeout: 75_000 }, async () => {
  stage = await openStage(70)
  const { phones, server, service } = stage
  const backIn: number[] = []
  const people = stage.live([40, 260])
  for (let life = 0; life <= kills; life++) {
    backIn.push(await service.start())
    if (life === kills) break
    await sleep(200 + Math.random() * 500)
    await service.kill()
  }
  const until = Date.now() + 45_000
  while (phones.some((p) => !p.villager.finished) && Date.now() < until) await sleep(100)
  await sleep(300)
  await people.stop()
  expect((await service.stop()).code).toBe(0)

  const waiting = phones.filter((p) => !p.villager.finished).map((p) => p.last)
  expect(waiting, 'everybody got to the end of their report').toEqual([])
  expect(server.updates.pending, 'nothing that was sent stays unread').toEqual([])

  const { ledger, inbox, given } = await stage.read(async (db) => ({
    ledger: await readLedger(db),
    inbox: await db.all<{ external_id: string; state: string }>('select external_id, state from inbox'),
    given: await listGivenAnswers(db),
  }))
  // kept, once, and taken care of
  const said = phones.flatMap((p) => p.said).sort()
  expect(inbox.map((m) => m.external_id).sort()).toEqual(said)
  expect(inbox.filter((m) => m.state !== 'done')).toEqual([])
  expect(Object.entries(ledger.broken).filter(([what, n]) => what !== 'answersTwice' && n > 0)).toEqual([])

  // every answer is what its person meant
  const byPerson = Map.groupBy(given, (a) => a.userId)
  const misread = phones.flatMap((p) =>
    [...p.villager.meant].flatMap(([path, meant]) => {
      const answer = byPerson.get(String(p.user.chatId))?.find((a) => a.path === path)
      if (answer === undefined) return [`${path}: nothing for ${JSON.stringify(meant)}`]
      // units are kept under their usual name: bedeng as petak
      return meant !== null && typeof meant === 'object' && 'unit' in meant ? [] : sameValue(answer.value, meant)
    }),
  )
  expect(misread).toEqual([])

  // nobody waits for a reply that never comes
  expect(phones.filter((p) => p.leftWaiting > 0).map((p) => p.last)).toEqual([])
  // nobody is invited twice; of replies, only the one under way at a kill may have come again
  expect(phones.filter((p) => p.invitations.length > 1).map((p) => p.invitations)).toEqual([])
  expect(Math.max(...phones.map((p) => p.repeated))).toBeLessThanOrEqual(kills)
  expect(median(backIn), `back after ${backIn.map(Math.round).join(', ')} ms`).toBeLessThan(3_000)
})

function sameValue(stored: string | null, meant: unknown): string[] {
  return stored === JSON.stringify(meant) ? [] : [`${stored} for ${JSON.stringify(meant)}`]
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!
