// Asked to stop under load, and two services on one file (P13).
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { readLedger } from '../../src/store/ledger.ts'
import { openStage, ServiceProcess, type Stage, untilFinished } from './stage.ts'

let stage: Stage | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
})

test('a service that is asked to stop under load ends within ten seconds and loses nothing', {
  timeout: 180_000,
}, async () => {
  stage = await openStage(24)
  const { phones, server, service } = stage
  const people = stage.live([5, 40])
  await service.start()
  const until = Date.now() + 15_000
  while (server.calls('sendMessage').length < 100 && Date.now() < until) await sleep(20)
  const { code, ms } = await service.stop()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  await people.stop()

  const shown = server.calls('sendMessage').filter((call) => call.status === 200).length
  const stopped = await stage.read(readLedger)
  // what was sent is known to be sent: nothing is in doubt, nothing is sent again
  expect(stopped.outbox.sent).toBe(shown)
  expect(stopped.outbox.inDoubt).toBe(0)
  // what was taken from Telegram is kept; what was not is still there
  const said = phones.flatMap((p) => p.said)
  expect(stopped.inbox.all + unread(stage)).toBeGreaterThanOrEqual(said.length)

  const again = stage.live([5, 40])
  await service.start()
  await untilFinished(stage)
  await again.stop()
  await service.stop()
  expect(phones.filter((p) => !p.villager.finished).map((p) => p.last)).toEqual([])
  expect(phones.map((p) => p.repeated)).toEqual(phones.map(() => 0))
  const ledger = await stage.read(readLedger)
  expect(ledger.inbox.all).toBe(phones.flatMap((p) => p.said).length)
  expect(ledger.inbox.waiting + ledger.inbox.parked).toBe(0)
})

test('a second service on the same file is refused, and the first goes on', async () => {
  stage = await openStage(1)
  await stage.service.start()
  const second = new ServiceProcess(0, stage.environment)
  await expect(second.start()).rejects.toThrow(/already/)
  await second.kill()
  expect(stage.service.pid).toBeDefined()
  expect((await stage.service.stop()).code).toBe(0)
  // and with the first gone, another may begin
  await stage.service.start()
})

function unread({ server }: Stage): number {
  return server.updates.pending.length
}
