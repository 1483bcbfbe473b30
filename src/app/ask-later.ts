import { askAgainAfterDays, askedWithinDays, type LaterKind, timesAsked } from '../domain/later-questions.ts'
import { addDays, DAY, localDate } from '../lib/local-time.ts'
import { talkKey } from '../store/follow-up-talks.ts'
import { listDueLaterQuestions, markLaterAsked } from '../store/later-questions.ts'
import { dateWords } from '../wording/when.ts'
import { audienceOf } from './audience.ts'
import { type PoliteRound, reachableHolders, villagePositions } from './polite-round.ts'

/** What came 30 and 90 days ago, and trainings of a month ago: all that a village is asked, in one conversation. */
export async function askLater(round: PoliteRound): Promise<number> {
  const { services, sql, now, place, known } = round
  const todayOn = localDate(now, place.zone)
  const due = await listDueLaterQuestions(sql, {
    regionCode: place.regionCode,
    dueFrom: addDays(todayOn, -askedWithinDays),
    dueUntil: todayOn,
    askedBefore: now - askAgainAfterDays * DAY,
    timesAsked,
  })
  if (due.length === 0) return 0
  const holders = Map.groupBy(await reachableHolders(round, villagePositions), (h) => h.regionCode)
  let asked = 0
  for (const [regionCode, questions] of Map.groupBy(due, (q) => q.regionCode)) {
    const holder = holders.get(regionCode)?.toSorted((a, b) => Number(b.official) - Number(a.official))[0]
    if (!holder) continue
    const newest = questions.reduce((a, b) => (b.id > a.id ? b : a))
    const occasion = `nanti-${newest.id}-${newest.timesAsked + 1}`
    if (known.has(talkKey({ seatId: holder.seatId, kind: 'later', occasion })) || !round.mayWrite(holder)) continue
    const speech = audienceOf(services, holder, place.zone, now)
    const rows = (kind: LaterKind) =>
      questions
        .filter((q) => q.kind === kind)
        .map((q) => ({
          name: `l${q.id}`,
          label: q.label || speech.texts.t(speech.language, laterUnnamedKeys[kind]),
          sejak: dateWords(q.sinceOn, speech),
        }))
    const lists = { barang_lama: rows('pemakaian'), pelatihan_lalu: rows('praktik') }
    if (!(await round.talk(holder, { kind: 'later', occasion, regionCode }, lists))) continue
    await markLaterAsked(
      sql,
      services.db,
      questions.map((q) => q.id),
      now,
    )
    asked++
  }
  return asked
}

const laterUnnamedKeys: Readonly<Record<LaterKind, string>> = {
  pemakaian: 'later-unnamed-goods',
  praktik: 'later-unnamed-training',
}
