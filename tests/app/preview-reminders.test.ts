import { afterEach, expect, it } from 'vitest'
import { ladderResults } from '../../src/app/ladder-results.ts'
import { previewReminders } from '../../src/app/preview-reminders.ts'
import { DAY, HOUR, localDate, MINUTE } from '../../src/lib/local-time.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, july, openPlay, type Play, wit } from '../support/small-programme.ts'

const firstMorning = at('2024-07-10 08:30', wit)

onEveryDialect('the ladder, looked at', (open) => {
  let play: Play
  afterEach(() => play.close())

  /** Date, person and text of what really left. */
  const left = async () =>
    (
      await play.services.db.all<{ at: number; name: string; body: string }>(
        `select o.sent_at as at, p.name, o.body from outbox o join person p on p.id = o.person_id
         where o.priority = 1 and o.state = 'sent' order by o.id`,
      )
    ).map(({ at: sentAt, name, body }) => ({ on: localDate(sentAt, wit), name, text: JSON.parse(body).text as string }))

  it('says beforehand who will get what, on which day and in which words, and writes nothing', async () => {
    play = await openPlay(open, { startAt: firstMorning })
    await play.tick(at('2024-07-10 10:40', wit))
    // Lina is in the middle of her report; her sekretaris and everybody else have not begun
    await play.say('lina', 'mulai')
    await play.say('lina', '3')
    play.clock.moveTo(at('2024-07-10 12:00', wit))
    const from = play.clock.now()
    const before = await play.count('outbox')
    const coming = await previewReminders(play.services, { from, days: 23 })
    expect(await play.count('outbox')).toBe(before)

    const known = (await left()).length
    // 09:50 and 10:50 WIT of every day; what Lina left half done comes a day after it, with its share of half an hour
    for (let noonAt = from; noonAt < from + 23 * DAY; noonAt += DAY) {
      for (const hours of [22, 23]) await play.tick(noonAt + hours * HOUR - 10 * MINUTE)
      if (noonAt === from) await play.tick(noonAt + 23 * HOUR + 20 * MINUTE)
    }
    const really = (await left()).slice(known)
    const byDay = (rows: readonly { on: string; name: string; text: string }[]) =>
      rows.map(({ on, name, text }) => `${on} ${name}: ${text}`).sort()
    expect(byDay(coming.map((m) => ({ ...m, on: localDate(m.at, wit) })))).toEqual(byDay(really))
    expect(new Set(coming.map((m) => m.rung))).toEqual(
      new Set([
        'hari-3',
        'hari-6',
        'dua-hari-lagi',
        'hari-terakhir',
        'belum-selesai',
        'undangan',
        'camat',
        'fasilitator',
        'staf',
      ]),
    )
  })

  it('looks at one kabupaten alone', async () => {
    play = await openPlay(open, { startAt: firstMorning })
    const coming = await previewReminders(play.services, { from: firstMorning, days: 2, kabupaten: '53.18' })
    expect(coming.map((m) => [m.rung, m.name, m.places])).toEqual([
      ['undangan', 'Yuli Uji', ['Sabana Uji']],
      ['undangan', 'Wempi Uji', ['Rumput Uji']],
    ])
  })

  it('counts what each step brought in: an answer belongs to the last message before it, within the hours', async () => {
    play = await openPlay(open, { startAt: firstMorning })
    const { db } = play.services
    const { id: roundId } = await requireRound(db, july.code)
    const results = (hours: number, within = ['*']) => ladderResults(db, { roundId, within, hours })
    await play.tick(at('2024-07-10 10:40', wit))
    await play.report('lina')
    await play.tick(at('2024-07-10 20:00', wit))
    // begun, not finished; and one of two heads, whose answer is not the other's
    await play.say('wempi', 'mulai')
    await play.say('wempi', '3')
    await play.say('raja', 'mulai')
    await play.say('raja', '3')
    expect(await results(24)).toEqual([{ rung: 'undangan', sent: 5, answered: 3, submitted: 1 }])
    expect(await results(24, ['81.05'])).toEqual([{ rung: 'undangan', sent: 3, answered: 2, submitted: 1 }])
    // within five hours of being invited only Lina had answered
    expect(await results(5)).toEqual([{ rung: 'undangan', sent: 5, answered: 1, submitted: 1 }])
    await play.days(at('2024-07-13 10:40', wit))
    await play.report('yuli')
    const [invited, third, idle] = await results(120)
    // Yuli answered after the reminder, so she is not the invitation's
    expect(invited).toEqual({ rung: 'undangan', sent: 5, answered: 3, submitted: 1 })
    expect(third).toMatchObject({ rung: 'hari-3', submitted: 1 })
    expect(idle).toMatchObject({ rung: 'belum-selesai', submitted: 0 })
  })
})
