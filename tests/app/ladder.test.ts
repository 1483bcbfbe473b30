import { afterEach, describe, expect, it } from 'vitest'
import { excuse, extendDue, pauseSending, resumeSending } from '../../src/app/manage-round.ts'
import { openRound } from '../../src/app/open-round.ts'
import { sendReminders } from '../../src/app/send-reminders.ts'
import { localDate, MINUTE } from '../../src/lib/local-time.ts'
import type { Database } from '../../src/store/database.ts'
import { saveCalendarDays } from '../../src/store/programme.ts'
import { returnAnswer } from '../../src/store/reports.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, july, makeRound, openPlay, type Play, type Telephone, wit, wita } from '../support/small-programme.ts'

// Wednesday 10 July to Wednesday 24 July 2024; WIT is an hour before WITA
const firstMorning = at('2024-07-10 08:30', wit)
const everybodyInvited = at('2024-07-10 10:35', wit)
const staff = { now: firstMorning, actor: 'test' }
const karang = { code: july.code, regionCode: '81.05.15.2001', level: 'desa' } as const

onEveryDialect('the ladder', (open) => {
  let play: Play
  const begin = async (options: Parameters<typeof openPlay>[1] = { startAt: firstMorning }) => {
    play = await openPlay(open, options)
    return play
  }
  afterEach(() => play.close())

  /** All messages that the house began, as "date who", in order. */
  async function began(db: Database): Promise<readonly string[]> {
    const rows = await db.all<{ at: number; name: string }>(
      `select o.sent_at as at, p.name from outbox o join person p on p.id = o.person_id
       where o.priority = 1 and o.state = 'sent' order by o.sent_at, p.name`,
    )
    return rows.map((r) => `${localDate(r.at, wita).slice(5)} ${r.name}`)
  }

  describe('an invitation', () => {
    it('comes at nine of each place, within half an hour', async () => {
      await begin()
      await play.tick(at('2024-07-10 08:59', wit))
      expect(play.rang()).toEqual([])
      await play.tick(at('2024-07-10 09:31', wit))
      expect(play.heard('lina')[0]).toMatch(/^Selamat pagi, Ibu Lina Uji\. .*Desa Karang Uji.*Rabu, 24 Juli/s)
      expect(play.rang()).toEqual(['raja', 'kades'])
      await play.tick(at('2024-07-10 09:31', wita))
      expect(play.rang()).toEqual(['wempi', 'yuli'])
    })

    it('waits for the next day where people keep a day of their own', async () => {
      await begin()
      const scope = '81.05.15.2001'
      const feast = { fromOn: '2024-07-10', untilOn: '2024-07-10', name: 'Pesta', kind: 'lokal', feast: null } as const
      await saveCalendarDays(play.services.db, [{ ...feast, scope, source: 'test' }])
      play.services.programme.forget()
      await play.days(at('2024-07-10 19:00', wit), 60)
      expect(play.rang()).not.toContain('lina')
      await play.tick(at('2024-07-11 09:31', wit))
      expect(play.rang()).toEqual(['lina'])
    })

    it('reaches in the second week whoever could not be reached before, and nobody is reminded of it before', async () => {
      await begin()
      await play.services.db.run(`update address set reach = 'blocked' where user_id = 'yuli'`)
      await play.days(at('2024-07-17 12:00', wita), 60)
      expect(play.heard('yuli')).toEqual([])
      await play.services.db.run(`update address set reach = 'ok' where user_id = 'yuli'`)
      await play.tick(at('2024-07-17 12:01', wita))
      await play.days(at('2024-07-17 19:00', wita), 30)
      expect(play.heard('yuli')).toMatchObject([expect.stringContaining('Waktunya pemantauan desa')])
    })
  })

  describe('a reminder', () => {
    it('goes to those who owe, not to those who have reported', async () => {
      await begin()
      await play.tick(everybodyInvited)
      await play.report('lina')
      play.rang()
      await play.tick(at('2024-07-13 10:35', wit))
      expect(play.rang()).toEqual(['raja', 'kades', 'wempi', 'yuli'])
    })

    it('says how far the report is', async () => {
      await begin()
      await play.tick(everybodyInvited)
      for (const text of ['mulai', '3']) await play.say('wempi', text)
      for (const text of ['mulai', '3', 'lancar']) await play.say('yuli', text)
      play.rang()
      await play.days(at('2024-07-11 13:00', wita), 60)
      expect(play.heard('wempi')).toMatchObject([expect.stringContaining('1 dari 2 terjawab')])
      expect(play.heard('yuli')).toMatchObject([expect.stringContaining('tinggal dicek dan dikirim')])
      await play.tick(at('2024-07-13 10:35', wit))
      expect(play.heard('lina')).toMatchObject([expect.stringContaining('belum dimulai')])
    })

    it('asks for what was sent back, three days later', async () => {
      await begin()
      await play.tick(everybodyInvited)
      await play.report('wempi')
      const [report] = await play.services.db.all<{ id: number }>('select id from report')
      const sentBack = { path: 'jumlah', comment: 'Mohon dilihat lagi', byPersonId: null, at: play.clock.now() }
      await returnAnswer(play.services.db, { ...sentBack, reportId: report!.id })
      await play.days(at('2024-07-13 10:00', wita), 60)
      expect(play.heard('wempi')).toEqual([])
      await play.days(at('2024-07-13 13:00', wita), 60)
      expect(play.heard('wempi')).toMatchObject([expect.stringContaining('Tim program meminta 1 jawaban')])
    })

    it('is not sent any more when the report comes in while it is queued', async () => {
      await begin()
      await play.tick(everybodyInvited)
      for (const text of ['mulai', '3', 'lancar']) await play.say('wempi', text)
      play.clock.moveTo(at('2024-07-11 13:00', wita))
      expect(await sendReminders(play.services, play.clock.now())).toMatchObject({ queued: 1 })
      expect(await play.say('wempi', 'ya')).toMatchObject([expect.stringContaining('Laporan sudah dikirim')])
      await play.days(at('2024-07-16 12:00', wita), 60)
      expect(play.heard('wempi')).toEqual([])
    })

    it('leaves whoever is writing alone', async () => {
      await begin()
      await play.tick(everybodyInvited)
      play.clock.moveTo(at('2024-07-13 08:30', wita))
      for (const text of ['mulai', '3']) await play.say('wempi', text)
      play.rang()
      await play.days(at('2024-07-13 12:00', wita), 30)
      expect(play.rang()).not.toContain('wempi')
    })

    it('comes once for several reports of one person', async () => {
      await begin()
      const { services } = play
      const second = { code: '2024-07b', opensOn: july.opensOn, dueOn: july.dueOn, number: 2 }
      await makeRound(services.db, (await services.programme.get(services.db)).id, second)
      await openRound(services, await requireRound(services.db, second.code), staff)
      await play.days(at('2024-07-10 19:00', wit), 30)
      const heard = play.heard('lina')
      expect(heard).toHaveLength(1)
      expect(heard[0]).toContain('Ada 2 laporan')
      for (const text of ['mulai', '1', '3', 'lancar', 'ya']) await play.say('lina', text)
      await play.days(at('2024-07-13 12:00', wit), 60)
      expect(play.heard('lina')).toMatchObject([expect.stringContaining('Pemantauan desa untuk Desa Karang Uji')])
    })

    it('follows whoever took the report over', async () => {
      await begin()
      await play.tick(everybodyInvited)
      await play.say('lina', 'mulai')
      await play.say('sekar', 'mulai')
      await play.say('sekar', '3')
      play.rang()
      await play.days(at('2024-07-11 13:00', wit), 60)
      expect(play.rang()).toEqual(['sekar'])
    })

    it('tells neither of two heads how far the other is', async () => {
      await begin()
      await play.tick(everybodyInvited)
      for (const text of ['mulai', '3']) await play.say('raja', text)
      play.rang()
      await play.tick(at('2024-07-13 10:35', wit))
      expect(play.heard('kades')).toMatchObject([expect.stringContaining('belum dimulai')])
      expect(play.heard('raja')).toMatchObject([expect.stringContaining('1 dari 2')])
    })
  })

  describe('"nanti"', () => {
    async function pause(who: Telephone, until: string): Promise<void> {
      await play.say(who, 'mulai')
      await play.say(who, 'nanti')
      await play.say(who, until)
      play.rang()
    }

    it('is kept to the minute, also in the evening', async () => {
      await begin()
      await play.tick(everybodyInvited)
      await pause('lina', 'besok jam 7 malam')
      await play.days(at('2024-07-11 18:58', wit), 61)
      expect(play.rang()).toEqual([])
      await play.tick(at('2024-07-11 19:00', wit))
      expect(play.rang()).toEqual(['lina'])
      await play.days(at('2024-07-12 09:00', wit), 30)
      expect(play.rang()).toEqual([])
    })

    it('silences the ladder until then, and not for ever', async () => {
      await begin()
      await play.tick(everybodyInvited)
      await pause('lina', 'hari senin')
      await play.days(at('2024-07-14 23:00', wit), 60)
      expect(play.heard('lina')).toEqual([])
      await play.days(at('2024-07-15 19:00', wit), 60)
      expect(play.heard('lina')).toHaveLength(1)
      await play.days(at('2024-07-16 19:00', wit), 60)
      expect(play.heard('lina')).toHaveLength(1)
    })

    it('waits for the morning when the hour was missed in an outage', async () => {
      await begin()
      await play.tick(everybodyInvited)
      await pause('lina', 'besok jam 7 malam')
      await play.tick(at('2024-07-11 22:00', wit))
      expect(play.rang()).toEqual([])
      await play.tick(at('2024-07-12 08:05', wit))
      expect(play.rang()).toEqual(['lina'])
    })
  })

  it('goes its whole way when nobody answers: five messages a head, then camat, fasilitator and staff', async () => {
    await begin({ startAt: firstMorning, without: ['raja', 'kades', 'sekar', 'yuli', 'pokja', 'forum', 'camatLoura'] })
    await play.days(at('2024-08-05 12:00', wit), 180)
    expect(await began(play.services.db)).toEqual([
      '07-10 Lina Uji',
      '07-10 Wempi Uji',
      '07-13 Lina Uji',
      '07-13 Wempi Uji',
      '07-16 Lina Uji',
      '07-16 Wempi Uji',
      '07-22 Lina Uji',
      '07-22 Wempi Uji',
      '07-24 Lina Uji',
      '07-24 Wempi Uji',
      '07-25 Camar Uji',
      // three days after the villages were due the kecamatan report opens, and the fasilitator is told
      '07-27 Camar Uji',
      '07-27 Fasila Uji',
      '07-30 Camar Uji',
      '07-31 Korina Uji',
      '08-02 Camar Uji',
      '08-05 Camar Uji',
    ])
    const told = play.heard('fasil').find((text) => text.includes('Yang belum melapor'))
    expect(told).toMatch(/Karang Uji[\s\S]*Pasir Uji \(belum ada kontak[\s\S]*Batu Uji \(belum ada kontak/)
  })

  describe('the limits', () => {
    it('are one message a day, whatever is due', async () => {
      await begin()
      await play.tick(everybodyInvited)
      play.clock.moveTo(at('2024-07-12 11:00', wita))
      for (const text of ['mulai', '3']) await play.say('wempi', text)
      // on the 13th the third day comes due at nine, and the day after the last answer at eleven
      await play.days(at('2024-07-13 19:00', wita), 30)
      expect(play.heard('wempi')).toHaveLength(1)
    })

    it('are six messages a round, and the next round begins anew', async () => {
      await begin()
      await play.tick(everybodyInvited)
      // a little every other day, never finished: each pause is a reason to ask again
      for (const [day, text] of [
        ['11', 'mulai'],
        ['13', '3'],
        ['15', 'ringkasan'],
        ['17', 'ringkasan'],
        ['19', 'ringkasan'],
      ] as const) {
        await play.days(at(`2024-07-${day} 13:00`, wita), 120)
        await play.say('wempi', text)
      }
      await play.days(at('2024-07-24 19:00', wita), 120)
      const got = async () => (await began(play.services.db)).filter((line) => line.endsWith('Wempi Uji'))
      expect(await got()).toHaveLength(6)
      expect((await got()).at(-1)).toBe('07-18 Wempi Uji')

      const next = { code: '2024-08', opensOn: '2024-07-24', dueOn: '2024-08-10', number: 2 }
      const { services } = play
      await makeRound(services.db, (await services.programme.get(services.db)).id, next)
      await openRound(services, await requireRound(services.db, next.code), { ...staff, now: play.clock.now() })
      await play.days(at('2024-07-25 19:00', wita), 60)
      expect((await got()).slice(6)).toHaveLength(1)
    })
  })

  describe('what the camat is told', () => {
    it('are the late villages of the own kecamatan, the day after, in one message', async () => {
      await begin()
      await play.days(at('2024-07-24 12:00', wit), 24 * 60)
      await play.report('lina')
      play.rang()
      await play.tick(at('2024-07-25 10:35', wit))
      const [told, ...more] = play.heard('camat')
      expect(more).toEqual([])
      expect(told).toContain('1 dari 3 desa sudah melapor')
      expect(told).toMatch(/Negeri Pasir Uji[\s\S]*Desa Batu Uji \(belum ada kontak/)
      expect(told).not.toMatch(/Karang|Rumput|Sabana/)
      expect(play.heard('camatLoura')[0]).not.toMatch(/Pasir|Batu/)
    })

    it.each(['kades', 'raja'] as const)(
      'is nothing about a village of which one of two heads has reported: %s',
      async (who) => {
        await begin()
        await play.tick(everybodyInvited)
        await play.report(who)
        await play.tick(at('2024-07-25 10:35', wit))
        const [told] = play.heard('camat')
        expect(told).toContain('Batu Uji')
        expect(await play.say('camat', 'siapa belum')).toMatchObject([expect.stringContaining('1 dari 3')])
        expect(told).not.toContain('Pasir Uji')
      },
    )

    it('is only what is new, when another village becomes late', async () => {
      await begin()
      await play.tick(everybodyInvited)
      await extendDue(play.services, karang, '2024-07-25', staff)
      await play.tick(at('2024-07-25 10:35', wit))
      expect(play.heard('camat')[0]).toMatch(/yang belum:\n• Negeri Pasir Uji\n• Desa Batu Uji/)
      await play.tick(at('2024-07-26 10:35', wit))
      expect(play.heard('camat')[0]).toMatch(/yang belum:\n• Desa Karang Uji\nUntuk/)
    })

    it('waits for another day when the camat was written to already', async () => {
      await begin()
      await play.tick(everybodyInvited)
      await extendDue(play.services, karang, '2024-07-26', staff)
      await play.tick(at('2024-07-25 10:35', wit))
      play.rang()
      await play.days(at('2024-07-27 19:00', wit), 30)
      expect(play.heard('camat')).toMatchObject([expect.stringContaining('bisa diisi')])
      await play.tick(at('2024-07-29 08:05', wit))
      expect(play.heard('camat').filter((text) => text.includes('yang belum'))).toHaveLength(1)
    })
  })

  describe('the kecamatan report', () => {
    it('is asked for when the last village that is not excused is in', async () => {
      await begin()
      await play.tick(everybodyInvited)
      const batu = { code: july.code, regionCode: '81.05.15.2003', level: 'desa' as const }
      await excuse(play.services, batu, 'Kepala desa belum dilantik', staff)
      await play.report('lina')
      await play.tick(at('2024-07-11 10:35', wit))
      expect(play.rang()).not.toContain('camat')
      play.clock.moveTo(at('2024-07-11 11:00', wit))
      await play.report('kades')
      await play.tick(play.clock.now() + 31 * MINUTE)
      expect(play.heard('camat')).toMatchObject([expect.stringMatching(/Bapak Camar Uji\. 2 dari 3 desa/)])
      expect(play.heard('camatLoura')).toEqual([])
    })

    it('is asked for on its date at the latest, with what is there', async () => {
      await begin({ startAt: firstMorning, without: ['camat', 'pokja', 'forum'] })
      await play.tick(everybodyInvited)
      await play.report('wempi')
      await play.days(at('2024-07-26 19:00', wita), 24 * 60)
      play.rang()
      await play.tick(at('2024-07-27 09:35', wita))
      expect(play.heard('camatLoura')).toMatchObject([expect.stringContaining('1 dari 2 desa')])
    })
  })

  describe('when something goes wrong', () => {
    it('sends each message once, with two schedulers at once and any number of times', async () => {
      await begin()
      play.clock.moveTo(everybodyInvited)
      const plans = await Promise.all([1, 2, 3].map(() => sendReminders(play.services, everybodyInvited)))
      expect(plans.reduce((sum, plan) => sum + plan.queued, 0)).toBe(5)
      expect(await sendReminders(play.services, everybodyInvited + MINUTE)).toMatchObject({ queued: 0, messages: [] })
      expect(await play.count('outbox')).toBe(5)
    })

    it('sends one reminder after three days of outage, never a burst', async () => {
      await begin()
      await play.tick(everybodyInvited)
      play.rang()
      await play.tick(at('2024-07-16 10:00', wita))
      expect(play.heard('wempi')).toHaveLength(1)
      await play.days(at('2024-07-16 19:30', wita), 30)
      expect(play.heard('wempi')).toEqual([])
    })

    it('sends nothing for a step whose time has passed', async () => {
      await begin()
      await play.tick(everybodyInvited)
      play.rang()
      await play.tick(at('2024-07-19 15:00', wita))
      expect(play.rang()).not.toContain('wempi')
    })

    it('sends nothing twice when the clock is put back an hour', async () => {
      await begin()
      await play.tick(everybodyInvited)
      const before = await play.count('outbox')
      play.clock.set(everybodyInvited - 60 * MINUTE)
      await play.days(everybodyInvited + 30 * MINUTE, 5)
      expect(await play.count('outbox')).toBe(before)
    })

    it('queues again what no sender could take within its hour', async () => {
      await begin()
      const { services } = play
      expect(await sendReminders(services, everybodyInvited)).toMatchObject({ queued: 5 })
      await play.tick(everybodyInvited + 90 * MINUTE)
      expect(play.rang()).toEqual(['lina', 'raja', 'kades', 'wempi', 'yuli'])
      expect(await play.count('outbox')).toBe(5)
    })

    it('keeps still while sending is paused, and goes on with what is of use', async () => {
      await begin()
      await sendReminders(play.services, everybodyInvited)
      await pauseSending(play.services, staff)
      await play.days(at('2024-07-10 15:00', wit), 30)
      expect(play.rang()).toEqual([])
      expect(await play.say('lina', 'mulai')).not.toEqual([])
      await resumeSending(play.services, staff)
      await play.tick(at('2024-07-10 15:01', wit))
      expect(play.rang()).toEqual(['raja', 'kades', 'wempi', 'yuli'])
    })
  })

  it('shows in a dry run who would get what, and keeps nothing', async () => {
    await begin()
    const plan = await sendReminders(play.services, everybodyInvited, { dryRun: true })
    expect(plan.queued).toBe(0)
    expect(plan.messages.map((m) => [m.kind, m.name, m.channel, ...m.places])).toContainEqual([
      'invitation',
      'Lina Uji',
      'simulator',
      'Karang Uji',
    ])
    expect(await play.count('outbox')).toBe(0)
  })
})
