// A disk that is really full, under a service in a process of its own (P9): by a small file system where one may be
// mounted, and by `ulimit -f` everywhere.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { readLedger } from '../../src/store/ledger.ts'
import { prepareFolder } from './house.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage | undefined
let mounted: string | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
  if (mounted) execFileSync('umount', [mounted])
  if (mounted) rmSync(mounted, { recursive: true, force: true })
  mounted = undefined
})

const ways = ['poll', 'webhook'] as const

/** Beside the database, what a turn's log may grow to before there is no more room. */
const roomKiB = 400

describe.each(ways)('a full disk, messages coming by %s', (way) => {
  test.runIf(hasPrlimit())(
    'by ulimit: nothing is told ok that is not kept, and work goes on when there is room',
    { timeout: 120_000 },
    async () => {
      stage = await openStage(8, { environment: await settingsFor(way), fileLimitKiB: (database) => database })
      const lift = () => execFileSync('prlimit', ['--fsize=unlimited', '--pid', String(stage!.service.pid)])
      await fillUp(stage, lift)
    },
  )

  test.runIf(mayMount())('by a small file system: the same', { timeout: 120_000 }, async () => {
    mounted = mkdtempSync(join(tmpdir(), 'kentongan-disk-'))
    const size = (await databaseKiB()) + roomKiB
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', mounted])
    stage = await openStage(8, { environment: await settingsFor(way), folder: mounted })
    await fillUp(stage, () => execFileSync('mount', ['-o', 'remount,size=64m', mounted!]))
  })
})

async function fillUp({ service, phones, server, read }: Stage, makeRoom: () => void): Promise<void> {
  await service.start()
  const said: string[] = []
  const say = (text: string) => {
    for (const { user } of phones) said.push(`m:${user.chatId}:${user.say(text).message_id}`)
  }
  const until = Date.now() + 60_000
  while (!/the disk is full: make room/.test(service.errors) && Date.now() < until) {
    say(`halo ${'a'.repeat(3_000)}`)
    await sleep(60)
  }
  expect(service.errors).toMatch(/the disk is full: make room/)
  // still there, still full: what comes now is not taken from Telegram
  say('halo lagi')
  await sleep(1_000)
  const inbox = () => read((db) => db.all<{ external_id: string }>('select external_id from inbox'))
  const kept = new Set((await inbox()).map((m) => m.external_id))
  const unread = new Set(server.updates.pending.map(externalIdOf))
  expect(unread.size, 'Telegram was not told that these are taken').toBeGreaterThan(0)
  expect(
    said.filter((id) => !kept.has(id) && !unread.has(id)),
    'taken and not kept',
  ).toEqual([])

  makeRoom()
  const end = Date.now() + 60_000
  while ((await inbox()).length < said.length && Date.now() < end) await sleep(200)
  expect((await inbox()).map((m) => m.external_id).sort()).toEqual(said.toSorted())
  const settled = async () => {
    const { done, parked } = (await read(readLedger)).inbox
    const [row] = await read((db) =>
      db.all<{ n: number }>(`select count(*) as n from outbox where state in ('waiting', 'sending') and priority = 0`),
    )
    return { done, parked, unsent: row!.n }
  }
  await expect.poll(settled, { timeout: 60_000, interval: 300 }).toEqual({ done: said.length, parked: 0, unsent: 0 })
  expect((await service.stop()).code).toBe(0)
}

async function databaseKiB(): Promise<number> {
  const folder = await prepareFolder()
  const { size } = statSync(join(folder, 'test.db'))
  rmSync(folder, { recursive: true, force: true })
  return Math.ceil(size / 1024)
}

function hasPrlimit(): boolean {
  return said(
    spawnSync('prlimit', ['--version']).status === 0,
    'prlimit is not there: the disk is not filled by ulimit',
  )
}

function mayMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'kentongan-disk-'))
  const may = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place]).status === 0
  if (may) execFileSync('umount', [place])
  rmSync(place, { recursive: true })
  return said(may, 'no file system may be mounted: the disk is filled by ulimit only')
}

function said(can: boolean, otherwise: string): boolean {
  if (!can) console.warn(otherwise)
  return can
}

function externalIdOf(update: { message?: { chat: { id: number }; message_id: number } }): string {
  return `m:${update.message?.chat.id}:${update.message?.message_id}`
}

async function settingsFor(way: (typeof ways)[number]): Promise<Record<string, string>> {
  if (way === 'poll') return { LOG_LEVEL: 'warn' }
  const port = await freePort()
  return {
    LOG_LEVEL: 'warn',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TELEGRAM_WEBHOOK_SECRET: 'rahasia-webhook-123',
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
