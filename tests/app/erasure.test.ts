import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { eraseAgain, erasePerson, eraseThoseWhoAsked } from '../../src/app/erase-person.ts'
import { exportRows } from '../../src/app/export-round.ts'
import { sendDigests } from '../../src/app/send-digests.ts'
import { DAY, HOUR } from '../../src/lib/local-time.ts'
import { giveAddress } from '../../src/store/people.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { openRig, type Rig } from '../support/rig.ts'

// Basri, raja of Amarsekaru, leaves the same sign in everything of his: name, number, words, caption, picture, voice.
const sign = 'QZX7MARK'
const phone = `hp-${sign}`
let rig: Rig
let basri: number
let said: string
beforeEach(async () => {
  said = ''
  rig = await openRig(undefined, [], {
    log: pino({ level: 'trace' }, { write: (line: string) => void (said += line) }),
  })
  const { db } = rig.services
  const [holder] = await db.all<{ id: number }>(
    `select p.id from person p join address a on a.person_id = p.id where a.user_id = 'demo-81.05.04.2003-raja'`,
  )
  basri = holder!.id
  await db.run(
    `update person set name = $2, sapaan = $2, phone_sealed = $2, phone_hash = $2 where id = $1`,
    basri,
    sign,
  )
  await giveAddress(db, { channel: 'simulator', userId: phone, personId: basri, now: rig.clock.now() })
})
afterEach(() => rig.close())

async function report(): Promise<string> {
  const code = await rig.openRound()
  for (const text of ['mulai', 'semua sama', '5 juli 2024', `lk 7 pr 5, ${sign} yang hitung`])
    await rig.say(phone, text)
  await rig.act(phone, {
    kind: 'voice',
    file: rig.simulator.addFile(new TextEncoder().encode(`OggS suara ${sign}`), 'audio/ogg'),
  })
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#395' } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: sign } })
    .toBuffer()
  await rig.act(phone, { kind: 'photo', file: rig.simulator.addFile(photo, 'image/jpeg'), caption: `Kebun ${sign}` })
  for (const text of [
    'lewati',
    '1',
    `Menanam bersama ${sign}`,
    'ya',
    'bantuan',
    `Tolong ${`${sign} `.repeat(1500)}`,
    'data saya',
  ]) {
    const heard = await rig.say(phone, text)
    if (text === 'ya') expect(heard[0]!.text).toContain('Laporan sudah dikirim')
  }
  await sendDigests(rig.services, rig.clock.now() + 5 * DAY, { due: 'always', audiences: ['camat'], for: '81.05.04' })
  await rig.settle()
  return code
}

/** Where the sign stands: tables with their columns, files, and what was logged. */
async function found(): Promise<string[]> {
  const { db, dataDir } = rig.services
  const places: string[] = []
  for (const { name } of await db.all<{ name: string }>(`select name from sqlite_master where type = 'table'`))
    for (const row of await db.all<Record<string, unknown>>(`select * from "${name}"`))
      for (const [column, value] of Object.entries(row))
        if (String(value).includes(sign)) places.push(`${name}.${column}`)
  for (const file of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
    const path = join(dataDir, file)
    if (statSync(path).isFile() && readFileSync(path).includes(sign)) places.push(file)
  }
  if (said.includes(sign)) places.push('log')
  return [...new Set(places)]
}

/** The village's figures, choices and dates as they are exported, without what people said in their own words. */
async function figures(code: string): Promise<readonly string[]> {
  const round = await requireRound(rig.services.db, code)
  const rows: string[] = []
  for await (const batch of exportRows(rig.services, round))
    for (const row of batch) if (!/pelajaran|foto/.test(row[9]!)) rows.push(row.join('|'))
  return rows
}

it('leaves nothing of a person anywhere, while the figures of the village stand', async () => {
  const code = await report()
  const before = await figures(code)
  expect(before.join('\n')).toContain('12')
  const planted = (await found()).map((place) => place.replace(/attachments\/.*/, 'attachments'))
  // the sign is where it can be, or this test shows nothing
  for (const place of [
    'person.name',
    'address.user_id',
    'inbox.content',
    'answer.raw',
    'answer.value',
    'attachment.caption',
    'session_snapshot.body',
    'attachments',
    'test.db-wal',
  ])
    expect(planted, place).toContain(place)
  expect(planted).not.toContain('log')

  await rig.say(phone, 'hapus data saya')
  await rig.say(phone, 'ya')
  rig.clock.advance(23 * HOUR)
  expect(await eraseThoseWhoAsked(rig.services, rig.clock.now())).toEqual({ erased: 0, withdrawn: 0 })
  rig.clock.advance(2 * HOUR)
  expect(await eraseThoseWhoAsked(rig.services, rig.clock.now())).toEqual({ erased: 1, withdrawn: 0 })

  expect(await found()).toEqual([])
  expect(await figures(code)).toEqual(before)
  // whoever writes from that telephone now is a stranger
  expect((await rig.say(phone, 'mulai'))[0]!.text).toContain('belum terdaftar')
})

it('does not erase who came back in time', async () => {
  await rig.say(phone, 'hapus data saya')
  await rig.say(phone, 'ya')
  await rig.say(phone, 'mulai')
  rig.clock.advance(2 * DAY)
  expect(await eraseThoseWhoAsked(rig.services, rig.clock.now())).toEqual({ erased: 0, withdrawn: 1 })
  expect(await eraseThoseWhoAsked(rig.services, rig.clock.now())).toEqual({ erased: 0, withdrawn: 0 })
  expect(await found()).toContain('person.name')
})

it('erases again whom a restored backup brings back, and nobody who has their number now', async () => {
  const { db } = rig.services
  const [was] = await db.all<{ name: string; at: number }>(
    'select name, created_at as at from person where id = $1',
    basri,
  )
  await erasePerson(rig.services, basri, { now: rig.clock.now(), actor: 'test' })
  expect(await eraseAgain(rig.services, rig.clock.now())).toBe(0)
  await db.run('update person set name = $2 where id = $1', basri, was!.name)
  expect(await eraseAgain(rig.services, rig.clock.now())).toBe(1)
  expect(await found()).toEqual([])
  await db.run('update person set name = $2, created_at = $3 where id = $1', basri, 'Orang Lain', was!.at + 1)
  expect(await eraseAgain(rig.services, rig.clock.now())).toBe(0)
})

it('is refused for nobody', async () => {
  await expect(erasePerson(rig.services, 99_999, { now: 1, actor: 'test' })).rejects.toThrow('there is no person 99999')
})
