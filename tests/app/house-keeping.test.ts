import { afterEach, expect, it } from 'vitest'
import { checkCalendar } from '../../src/app/check-calendar.ts'
import { checkHouse } from '../../src/app/check-house.ts'
import { nightlyBackup } from '../../src/app/nightly-backup.ts'
import { purge } from '../../src/app/purge.ts'
import { tidyOutbox } from '../../src/app/tidy-outbox.ts'
import { DAY, HOUR } from '../../src/lib/local-time.ts'
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

  it('drops the words of conversations after a year and keeps what was reported', async () => {
    const services = await begin()
    await play.tick(invited)
    await play.report('lina')
    const before = await texts()
    expect(before).toMatchObject({ received: 1, sent: 5 })
    await purge(services, invited + 360 * DAY)
    expect(await texts()).toEqual(before)

    const later = invited + 370 * DAY
    const preview = await purge(services, later, { dryRun: true })
    expect(preview).toMatchObject({ received: 4, typed: before.typed })
    expect(await texts()).toEqual(before)
    expect(await purge(services, later)).toMatchObject({ received: 4, typed: before.typed, sent: preview.sent })
    expect(await texts()).toEqual({ ...before, received: 0, sent: 0, typed: 0 })
    expect(await play.count('inbox')).toBe(4)
    expect(await purge(services, later)).toMatchObject({ received: 0, sent: 0, typed: 0, phones: 0 })
  })

  it('drops the number of somebody whose last seat ended half a year ago, and of nobody else', async () => {
    const services = await begin()
    const { db } = services
    await db.run(`update person set phone_hash = 'h', phone_sealed = 's' where name in ('Lina Uji', 'Wempi Uji')`)
    await db.run(
      `update holding set until_at = $1 where person_id = (select id from person where name = 'Lina Uji')`,
      invited,
    )
    await purge(services, invited + 180 * DAY)
    expect(await texts()).toMatchObject({ phones: 2 })
    expect(await purge(services, invited + 183 * DAY)).toMatchObject({ phones: 1 })
    expect(await play.count(`person where name = 'Wempi Uji' and phone_hash is not null`)).toBe(1)
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
