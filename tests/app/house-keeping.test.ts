import { afterEach, expect, it } from 'vitest'
import { checkCalendar } from '../../src/app/check-calendar.ts'
import { checkHouse } from '../../src/app/check-house.ts'
import { nightlyBackup } from '../../src/app/nightly-backup.ts'
import { previewPurge, purge } from '../../src/app/purge.ts'
import { tidyOutbox } from '../../src/app/tidy-outbox.ts'
import { DAY, HOUR } from '../../src/lib/local-time.ts'
import { putAttachment, readAttachment } from '../../src/store/attachment-files.ts'
import { setSetting } from '../../src/store/settings.ts'
import { listStaffItems } from '../../src/store/staff-items.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

const invited = at('2024-07-10 10:35', wit)

onEveryDialect('keeping house', (open) => {
  let play: Play
  afterEach(() => play.close())
  const begin = async () => {
    play = await openPlay(open, { startAt: at('2024-07-10 08:30', wit) })
    return play.services
  }
  const texts = async () => ({
    received: await play.count(`inbox where content like '%lancar%'`),
    sent: await play.count(`outbox where body like '%Waktunya%'`),
    typed: await play.count(`answer where raw is not null`),
    values: await play.count(`answer where value is not null`),
    phones: await play.count(`person where phone_hash is not null`),
  })

  const gone = (rows: readonly { readonly kind: string; readonly table: string; readonly n: number }[]) =>
    Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ kind, table, n }) => [`${kind} ${table}`, n]))

  it('drops the words of conversations after a year and keeps what was reported', async () => {
    const services = await begin()
    await play.tick(invited)
    await play.report('lina')
    const before = await texts()
    expect(before).toMatchObject({ received: 1, sent: 5 })
    await purge(services, invited + 360 * DAY)
    expect(await texts()).toEqual(before)
    await setSetting(services.db, 'retention', { percakapan: 30 })
    expect(gone(await previewPurge(services, invited + 29 * DAY))).toEqual({})
    expect(gone(await previewPurge(services, invited + 32 * DAY))).toMatchObject({ 'percakapan inbox': 4 })
    await setSetting(services.db, 'retention', {})

    const later = invited + 370 * DAY
    const preview = await previewPurge(services, later)
    expect(gone(preview)).toEqual({
      'percakapan inbox': 4,
      'percakapan outbox': 9,
      'percakapan answer': before.typed,
      'percakapan session': 1,
    })
    expect(preview.find(({ table }) => table === 'inbox')?.oldestAt).toBe(Date.parse('2024-07-10T01:36:02Z'))
    expect(await texts()).toEqual(before)
    expect(gone(await purge(services, later))).toEqual(gone(preview))
    expect(await texts()).toEqual({ ...before, received: 0, sent: 0, typed: 0 })
    expect(await play.count('inbox')).toBe(4)
    expect(await play.count('session_snapshot')).toBe(0)
    expect(gone(await purge(services, later))).toEqual({})
    const [noted] = await services.db.all<{ details: string }>(`select details from audit where action = 'purge'`)
    expect(JSON.parse(noted!.details)).toEqual(gone(preview))
    // what is gone does not hinder who goes on
    expect((await play.say('lina', 'ringkasan')).join()).toContain('lancar')
  })

  it('drops number and chat address of somebody whose last seat ended half a year ago, and of nobody else', async () => {
    const services = await begin()
    const { db } = services
    await play.tick(invited)
    await play.say('lina', 'halo')
    await db.run(`update person set phone_hash = 'h', phone_sealed = 's' where name in ('Lina Uji', 'Wempi Uji')`)
    await db.run(
      `update holding set until_at = $1 where person_id = (select id from person where name = 'Lina Uji')`,
      invited,
    )
    await purge(services, invited + 180 * DAY)
    expect(await texts()).toMatchObject({ phones: 2 })
    expect(gone(await purge(services, invited + 183 * DAY))).toMatchObject({
      'nomor person': 1,
      'nomor address': 1,
    })
    expect(await play.count(`address where user_id = 'lina'`)).toBe(0)
    expect(await play.count(`address where user_id like 'erased:%' and reach = 'gone'`)).toBe(1)
    expect(await play.count(`person where name = 'Wempi Uji' and phone_hash is not null`)).toBe(1)
  })

  it('drops voice notes before photos, a file when nobody else sent the same, and after five years the person', async () => {
    const services = await begin()
    const { db, dataDir } = services
    await play.tick(invited)
    await play.report('lina')
    const { values } = await texts()
    const left = invited + DAY
    await db.run(
      `update holding set until_at = $1 where person_id = (select id from person where name = 'Lina Uji')`,
      left,
    )
    const add = async (kind: string, byte: string) => {
      const hash = byte.repeat(32)
      await putAttachment(dataDir, hash, Buffer.from(byte))
      await db.run(
        `insert into attachment (hash, kind, state, channel, file_ref, caption, created_at) values ($1, $2, 'stored', 'terminal', 'x', 'y', $3)`,
        hash,
        kind,
        invited,
      )
      return hash
    }
    const voice = await add('voice', 'aa')
    const photo = await add('photo', 'bb')
    const twice = await add('voice', 'cc')
    await add('photo', 'cc')
    expect(gone(await purge(services, invited + 366 * DAY))).toMatchObject({ 'suara attachment': 2 })
    expect(await play.count(`person where name = 'Lina Uji'`)).toBe(1)
    await expect(readAttachment(dataDir, voice)).rejects.toThrow('not in the attachments folder')
    await readAttachment(dataDir, photo)
    await readAttachment(dataDir, twice)
    expect(gone(await purge(services, invited + 1_827 * DAY))).toMatchObject({
      'foto attachment': 2,
      'orang person': 1,
    })
    await expect(readAttachment(dataDir, twice)).rejects.toThrow()
    expect(await play.count(`attachment where hash is not null or caption is not null`)).toBe(0)
    expect(await play.count(`person where name = 'Lina Uji'`)).toBe(0)
    // what the village reported stands, but for words of hers
    expect((await texts()).values).toBeGreaterThan(values - 5)
  })

  it('tells staff once when a year has no holidays: this one always, the next from November on', async () => {
    const services = await begin()
    expect(await checkCalendar(services, Date.parse('2026-10-31T01:00:00Z'))).toBe(0)
    expect(await checkCalendar(services, Date.parse('2026-11-01T01:00:00Z'))).toBe(1)
    expect(await checkCalendar(services, Date.parse('2026-11-02T01:00:00Z'))).toBe(1)
    expect((await listStaffItems(services.db)).map((i) => i.details.reads)).toEqual([
      expect.stringContaining('Hari libur 2027'),
    ])
  })

  it('tells staff once a day when the last good backup is too old', async () => {
    const services = await begin()
    const now = play.clock.now()
    expect(await checkHouse(services, now)).toMatchObject({ oldBackup: 0 })
    await setSetting(services.db, 'last_backup', { at: now, file: 'x', bytes: 1 })
    expect(await checkHouse(services, now + 30 * HOUR)).toMatchObject({ oldBackup: 0 })
    expect(await checkHouse(services, now + 37 * HOUR)).toMatchObject({ oldBackup: 1 })
    expect(await checkHouse(services, now + 37 * HOUR)).toMatchObject({ oldBackup: 1 })
    expect((await listStaffItems(services.db)).filter((i) => i.kind === 'note')).toHaveLength(1)
  })

  it('makes the night’s backup where the database is a file, once a day', async () => {
    const services = await begin()
    const now = play.clock.now()
    const file = services.db.dialect === 'sqlite'
    expect(await nightlyBackup(services, now)).toEqual(file ? { made: 1, removed: 0 } : {})
    expect(await nightlyBackup(services, now + HOUR)).toEqual(file ? { made: 0, removed: 0 } : {})
  })

  it('takes back a reply of a dead sender, and leaves a reminder in doubt to staff', async () => {
    const services = await begin()
    await play.tick(invited)
    await play.say('lina', 'mulai')
    await services.db.run(`update outbox set state = 'sending', leased_until = $1`, invited)
    expect(await tidyOutbox(services, invited + HOUR)).toEqual({ again: 1, inDoubt: 5, expired: 0 })
    expect((await listStaffItems(services.db)).filter((i) => i.kind === 'in_doubt')).toHaveLength(5)
  })
})
