import { afterEach, describe, expect, it } from 'vitest'
import { createRound } from '../../src/app/create-round.ts'
import { cancelOpening, closeRound, excuse, extendDue, includeAgain, reopenRound } from '../../src/app/manage-round.ts'
import { openRound, previewRound } from '../../src/app/open-round.ts'
import { roundStatus } from '../../src/app/round-status.ts'
import { sendReminders } from '../../src/app/send-reminders.ts'
import { localTime } from '../../src/lib/local-time.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, july, openPlay, type Play, wit, wita } from '../support/small-programme.ts'

const firstMorning = at('2024-07-10 08:30', wit)
const invited = at('2024-07-10 10:35', wit)
const staff = { now: firstMorning, actor: 'test' }
const karang = { code: july.code, regionCode: '81.05.15.2001', level: 'desa' } as const

onEveryDialect('a round', (open) => {
  let play: Play
  afterEach(() => play.close())
  const begin = async (options: Partial<Parameters<typeof openPlay>[1]> = {}) => {
    play = await openPlay(open, { startAt: firstMorning, ...options })
    return play.services
  }
  const statusNow = async () => {
    const round = await requireRound(play.services.db, july.code)
    return roundStatus(play.services, play.services.db, round, play.clock.now())
  }

  describe('before it opens', () => {
    it('says who would get what, when and over which channel, and who cannot be reached and why', async () => {
      const services = await begin({ open: false })
      const { db } = services
      await db.run(`update address set reach = 'blocked' where user_id = 'yuli'`)
      await db.run(`update person set stopped_at = 1 where name = 'Wempi Uji'`)
      await db.run(`insert into consent (person_id, kind, given, text_version, channel, at)
        select id, 'reporting', 0, 'uji', 'simulator', 2 from person where name = 'Kasim Uji'`)
      await db.run(`delete from holding where person_id = (select id from person where name = 'Camar Uji')`)
      const plan = await previewRound(services, db, await requireRound(db, july.code), firstMorning)
      expect(plan).toMatchObject({
        obligations: 7,
        byForm: { pemantauan_desa: 5, koordinasi_kecamatan: 2 },
        byChannel: { simulator: 3 },
      })
      expect(plan.places.map((p) => [p.name, p.unreachable ?? p.channel])).toEqual([
        ['Rumput Uji', 'stopped'],
        ['Sabana Uji', 'blocked'],
        ['Karang Uji', 'simulator'],
        ['Pasir Uji', 'simulator'],
        ['Pasir Uji', 'no_consent'],
        ['Batu Uji', 'not_enrolled'],
        ['Padang Uji', 'simulator'],
        ['Teluk Uji', 'nobody'],
      ])
      const karangUji = plan.places.find((p) => p.name === 'Karang Uji')!
      expect(localTime(karangUji.invitedAt!, karangUji.zone)).toMatch(/^09:[012]\d$/)
    })

    it('is left as it is by the preview', async () => {
      const services = await begin({ open: false })
      await previewRound(services, services.db, await requireRound(services.db, july.code), firstMorning)
      expect(await play.count('obligation')).toBe(0)
      expect(await requireRound(services.db, july.code)).toMatchObject({ state: 'draft' })
    })

    it('is made of the newest forms, the kecamatan report following the villages', async () => {
      const services = await begin({ open: false })
      const made = await createRound(
        services,
        {
          code: '2024-10',
          forms: [
            { name: 'pemantauan-desa', depth: 'core' },
            { name: 'koordinasi_kecamatan', depth: 'full' },
          ],
          opensOn: '2024-10-01',
          dueOn: '2024-10-20',
          kabupaten: ['81.05'],
        },
        staff,
      )
      expect(made).toEqual({
        code: '2024-10',
        number: 2,
        forms: [
          { formName: 'pemantauan_desa', level: 'desa', depth: 'core', opensOn: '2024-10-01', dueOn: '2024-10-20' },
          {
            formName: 'koordinasi_kecamatan',
            level: 'kecamatan',
            depth: 'full',
            opensOn: '2024-10-23',
            dueOn: '2024-11-02',
          },
        ],
      })
      const plan = await openRound(services, await requireRound(services.db, '2024-10'), staff)
      expect(plan).toMatchObject({ obligations: 4 })
    })

    it.each([
      [{ code: 'dua puluh' }, 'cannot be a round’s code'],
      [{ code: july.code }, 'is there already'],
      [{ forms: [{ name: 'pemantauan-des', depth: 'full' as const }] }, 'Did you mean "pemantauan_desa"?'],
      [{ forms: [] }, 'needs at least one form'],
      [{ dueOn: '2024-09-01' }, 'before it opens'],
      [{ opensOn: '1 Oktober' }, '"1 Oktober" is not a date'],
      [{ kabupaten: ['99.99'] }, 'no kabupaten 99.99'],
    ])('is refused with what to correct: %j', async (wrong, sentence) => {
      const services = await begin({ open: false })
      const right = {
        code: '2024-10',
        forms: [{ name: 'pemantauan-desa', depth: 'full' as const }],
        opensOn: '2024-10-01',
        dueOn: '2024-10-20',
        kabupaten: [],
      }
      await expect(createRound(services, { ...right, ...wrong }, staff)).rejects.toThrow(sentence.replace('’', "'"))
    })
  })

  describe('under way', () => {
    it('shows how far each place is', async () => {
      await begin()
      await play.tick(invited)
      await play.report('lina')
      await play.say('wempi', 'mulai')
      await play.say('wempi', '3')
      const status = await statusNow()
      expect(status.byForm).toEqual({
        pemantauan_desa: { submitted: 1, half_done: 1, open: 3 },
        koordinasi_kecamatan: { waiting: 2 },
      })
      expect(status.byKecamatan).toEqual([
        { regionCode: '53.18.01', in: 0, of: 2, excused: 0 },
        { regionCode: '81.05.15', in: 1, of: 3, excused: 0 },
      ])
      expect(status.places.find((p) => p.name === 'Batu Uji')).toMatchObject({
        unreachable: 'not_enrolled',
        messages: 0,
      })
      // two heads, one place
      expect(status.places.filter((p) => p.name === 'Pasir Uji')).toMatchObject([{ messages: 2 }])
    })

    it('gives a place more time, and reminds it before the new day', async () => {
      const services = await begin()
      await play.tick(invited)
      await extendDue(services, karang, '2024-07-31', staff)
      await play.days(at('2024-07-28 12:00', wit), 120)
      play.rang()
      await play.tick(at('2024-07-29 10:00', wit))
      expect(play.heard('lina')).toMatchObject([expect.stringContaining('Batasnya Rabu, 31 Juli')])
      expect((await statusNow()).places.find((p) => p.name === 'Karang Uji')).toMatchObject({ state: 'open' })
      expect((await statusNow()).places.find((p) => p.name === 'Sabana Uji')).toMatchObject({ state: 'late' })
    })

    it('gives every village of a kecamatan more time, each to the end of its own day', async () => {
      const services = await begin()
      await extendDue(services, { ...karang, regionCode: '53.18.01' }, '2024-07-31', staff)
      const places = (await statusNow()).places.filter((p) => p.dueAt === at('2024-08-01 00:00', wita) - 1)
      expect(places.map((p) => p.name)).toEqual(['Rumput Uji', 'Sabana Uji'])
    })

    it('leaves an excused place in peace at once, and asks it again when told so', async () => {
      const services = await begin()
      await sendReminders(services, invited)
      await excuse(services, karang, 'Banjir', staff)
      await play.days(at('2024-07-16 19:00', wit), 60)
      expect(play.heard('lina')).toEqual([])
      expect((await statusNow()).byKecamatan).toContainEqual({ regionCode: '81.05.15', in: 0, of: 2, excused: 1 })
      await includeAgain(services, karang, staff)
      await play.days(at('2024-07-18 19:00', wit), 60)
      expect(play.heard('lina')).toHaveLength(1)
    })

    it('refuses a place that owes nothing, a day that is past, and no reason', async () => {
      const services = await begin()
      const elsewhere = { ...karang, regionCode: '53.18.07' }
      await expect(extendDue(services, elsewhere, '2024-07-31', staff)).rejects.toThrow('owes a report')
      await expect(extendDue(services, karang, '2024-07-01', staff)).rejects.toThrow('is past')
      await expect(excuse(services, karang, '  ', staff)).rejects.toThrow('say why')
    })

    it('can be taken back until somebody heard of it', async () => {
      const services = await begin()
      await sendReminders(services, invited)
      await cancelOpening(services, july.code, staff)
      await play.tick(invited)
      expect(play.rang()).toEqual([])
      expect(await requireRound(services.db, july.code)).toMatchObject({ state: 'draft' })
      await openRound(services, await requireRound(services.db, july.code), staff)
      await play.tick(invited + 60_000)
      expect(play.rang()).toEqual(['lina', 'raja', 'kades', 'wempi', 'yuli'])
      await expect(cancelOpening(services, july.code, staff)).rejects.toThrow('under way (5 messages sent')
    })

    it('asks nobody any more once it is closed, and again when it is opened again', async () => {
      const services = await begin()
      await sendReminders(services, invited)
      expect(await closeRound(services, july.code, staff)).toBe(5)
      await play.days(at('2024-07-16 08:00', wit), 120)
      expect(play.rang()).toEqual([])
      await expect(closeRound(services, july.code, staff)).rejects.toThrow('is closed')
      await reopenRound(services, july.code, staff)
      await play.tick(at('2024-07-16 10:35', wit))
      expect(play.rang()).toContain('lina')
    })
  })
})
