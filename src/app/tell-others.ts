import { remindKey } from '../domain/ladder.ts'
import type { Position } from '../domain/positions.ts'
import { kabupatenOf, kecamatanOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { isIn, obligationStatus } from '../domain/rounds.ts'
import { localDate } from '../lib/local-time.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { listKnownKeys, listStartedMessages } from '../store/outbox.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import type { Audience } from '../wording/context.ts'
import { escalation, type LatePlace } from '../wording/system/reminders.ts'
import { listWords } from '../wording/when.ts'
import { audienceOf } from './audience.ts'
import { placeName } from './places.ts'
import { reachOf } from './reach.ts'
import { type Drafted, progressOf } from './remind-debtors.ts'
import { type ObligationView, onePerPlace } from './round-view.ts'
import type { Services } from './services.ts'
import { type Due, draftFor, type StartedDraft } from './started-drafts.ts'

interface Teller {
  readonly to: 'camat' | 'fasilitator' | 'staff'
  readonly positions: readonly Position[]
  /** Where a seat has to stand to be told about this place. */
  readonly seats: (regionCode: string) => readonly string[]
}

/** Who is told about a late place, for each kind of recipient of the ladder. Nobody else learns the name. */
const tellers: readonly Teller[] = [
  { to: 'camat', positions: ['camat'], seats: (code) => [kecamatanOf(code)] },
  { to: 'fasilitator', positions: ['fasilitator_desa'], seats: (code) => [code] },
  {
    to: 'staff',
    positions: ['koordinator_kabupaten', 'staf'],
    seats: (code) => [kabupatenOf(code), WHOLE_PROGRAMME],
  },
]

/** To those who are told about others: one message a person and day, with all places that are new to them. */
export async function tellOthers(
  services: Services,
  sql: Sql,
  due: readonly Due[],
  views: readonly ObligationView[],
  alsoToday: readonly StartedDraft[],
  now: number,
): Promise<Drafted> {
  const drafts: StartedDraft[] = []
  let held = 0
  for (const teller of tellers) {
    const late = due.filter(({ step }) => step.to === teller.to)
    if (late.length === 0) continue
    for (const [holder, news] of await newsOf(services, sql, teller, late, now)) {
      const { zone } = news[0]!.view.obligation
      const busy =
        [...alsoToday, ...drafts].some((d) => d.outbox.personId === holder.personId) ||
        (await wasWrittenToday(services, sql, holder, zone, now))
      if (busy) held++
      else drafts.push(await draft(services, sql, teller, holder, news, views, now))
    }
  }
  return { drafts, held }
}

/** The late places of each person who can be reached and was not told yet, of one form at a time. */
async function newsOf(
  services: Services,
  sql: Sql,
  teller: Teller,
  late: readonly Due[],
  now: number,
): Promise<readonly (readonly [SeatHolder, readonly Due[]])[]> {
  const regionCodes = [...new Set(late.flatMap(({ view }) => teller.seats(view.obligation.regionCode)))]
  const holders = await listSeatHolders(sql, services.db, { positions: teller.positions, regionCodes, now })
  const concerned = holders
    .filter((h) => reachOf(h).because === undefined)
    .map((holder) => ({
      holder,
      places: late.filter(({ view }) => teller.seats(view.obligation.regionCode).includes(holder.regionCode)),
    }))
  const known = await listKnownKeys(
    sql,
    services.db,
    concerned.flatMap(({ holder, places }) => places.map((p) => keyFor(holder, p))),
  )
  return [...Map.groupBy(concerned, ({ holder }) => holder.personId).values()].flatMap((own) => {
    const places = own.flatMap(({ holder, places: all }) =>
      all.filter((p) => !known.has(keyFor(holder, p))).map((due) => ({ holder, due })),
    )
    const [first] = places
    if (!first) return []
    const form = first.due.view.obligation.formName
    const oneForm = places.filter((p) => p.due.view.obligation.formName === form)
    return [[first.holder, oneForm.map((p) => p.due)] as const]
  })
}

function keyFor(holder: SeatHolder, { view, step }: Due): string {
  return remindKey(view.obligation.id, holder.seatId, step.step)
}

async function wasWrittenToday(
  services: Services,
  sql: Sql,
  holder: SeatHolder,
  zone: string,
  now: number,
): Promise<boolean> {
  const today = localDate(now, zone)
  const started = await listStartedMessages(sql, services.db, [holder.laneId!])
  return started.some((m) => m.personId === holder.personId && localDate(m.at, zone) === today)
}

async function draft(
  services: Services,
  sql: Sql,
  teller: Teller,
  holder: SeatHolder,
  news: readonly Due[],
  views: readonly ObligationView[],
  now: number,
): Promise<StartedDraft> {
  const to = audienceOf(services, holder, news[0]!.view.obligation.zone, now)
  const body = await word(services, sql, teller, holder, news, views, to)
  const about = news.map((due) => ({ key: keyFor(holder, due), view: due.view }))
  return draftFor(holder, about, news[0]!.step, body, now)
}

async function word(
  services: Services,
  sql: Sql,
  teller: Teller,
  holder: SeatHolder,
  news: readonly Due[],
  views: readonly ObligationView[],
  to: Audience,
): Promise<OutboundMessage> {
  const { title, formName, dueAt, zone } = news[0]!.view.obligation
  const theirs = onePerPlace(views)
    .filter(
      ({ obligation: o }) =>
        o.formName === formName && o.excusedBecause === null && teller.seats(o.regionCode).includes(holder.regionCode),
    )
    .map((v) => obligationStatus(v.obligation, v.facts, to.now))
  const about = {
    title,
    dueOn: localDate(dueAt, zone),
    late: await latePlaces(services, sql, news, to),
    in: theirs.filter(isIn).length,
    of: theirs.length,
  }
  if (teller.to !== 'staff') return escalation({ ...about, for: teller.to }, to)
  await services.programme.get(sql)
  const kabupaten = [...new Set(news.map(({ view }) => kabupatenOf(view.obligation.regionCode)))]
  const names = listWords(
    kabupaten.map((code) => services.programme.nameOf(code)),
    to,
  )
  return escalation({ ...about, for: 'staff', kabupaten: names }, to)
}

async function latePlaces(
  services: Services,
  sql: Sql,
  news: readonly Due[],
  to: Audience,
): Promise<readonly LatePlace[]> {
  const places: LatePlace[] = []
  for (const { view } of news) {
    const progress = await progressOf(services, sql, view, to.now)
    places.push({
      place: placeName(view.obligation, to),
      state:
        view.reach.because !== undefined
          ? 'nobody'
          : progress && progress.answered > 0
            ? { answered: progress.answered, of: progress.of }
            : 'not_started',
    })
  }
  return places
}
