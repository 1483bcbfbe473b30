import { remindKey } from '../domain/ladder.ts'
import type { Position } from '../domain/positions.ts'
import { kabupatenOf, kecamatanOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { isIn } from '../domain/rounds.ts'
import { localDate } from '../lib/local-time.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { listKnownKeys } from '../store/outbox.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { listStartedMessages } from '../store/sent-messages.ts'
import type { Audience } from '../wording/context.ts'
import { escalation, type LatePlace } from '../wording/system/reminders.ts'
import { listWords } from '../wording/when.ts'
import { audienceOf } from './audience.ts'
import { placeName } from './places.ts'
import { reachOf } from './reach.ts'
import { type Drafted, progressOf } from './remind-debtors.ts'
import { type ObligationView, onePerPlace } from './round-view.ts'
import type { Services } from './services.ts'
import { type Due, draftFor, forSharer, nothingSupposed, type StartedDraft, type Supposed } from './started-drafts.ts'

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

/** What is new to one person: late places, each with the key by which it is remembered as told. */
interface News {
  readonly holder: SeatHolder
  readonly places: readonly (Due & { readonly key: string })[]
}

/** To those who are told about others: one message a person and day, with all places that are new to them. */
export async function tellOthers(
  services: Services,
  sql: Sql,
  due: readonly Due[],
  views: readonly ObligationView[],
  alsoToday: readonly StartedDraft[],
  now: number,
  supposed: Supposed = nothingSupposed,
): Promise<Drafted> {
  const drafts: StartedDraft[] = []
  let held = 0
  for (const teller of tellers) {
    const late = due.filter(({ step }) => step.to === teller.to)
    if (late.length === 0) continue
    for (const news of await newsOf(services, sql, teller, late, now, supposed)) {
      const { holder, places } = news
      const { zone } = places[0]!.view.obligation
      const busy =
        [...alsoToday, ...drafts].some((d) => d.outbox.personId === holder.personId) ||
        (await wasWrittenToday(services, sql, holder, zone, now, supposed))
      if (busy) held++
      else drafts.push(await draft(services, sql, teller, news, views, now))
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
  supposed: Supposed,
): Promise<readonly News[]> {
  const regionCodes = [...new Set(late.flatMap(({ view }) => teller.seats(view.obligation.regionCode)))]
  const holders = await listSeatHolders(sql, services.db, { positions: teller.positions, regionCodes, now })
  // a delegate writes for a camat; what is told about others stays with the one who holds the seat
  const concerned = holders
    .filter((h) => h.delegateOf === null && reachOf(h).because === undefined)
    .flatMap((holder) =>
      late
        .filter(({ view }) => teller.seats(view.obligation.regionCode).includes(holder.regionCode))
        .map((due) => ({ ...due, holder, key: remindKey(due.view.obligation.id, holder.seatId, due.step.step) })),
    )
  // somebody with two seats above one place is told about it once, by the first of them
  const once = [
    ...new Map(concerned.toReversed().map((c) => [`${c.holder.personId} ${c.view.obligation.id}`, c])).values(),
  ]
  const known = await listKnownKeys(
    sql,
    services.db,
    once.map((c) => c.key),
  )
  const fresh = once.toReversed().filter((c) => !known.has(c.key) && !supposed.keys.has(c.key))
  return [...Map.groupBy(fresh, (c) => c.holder.personId).values()].map((own) => {
    const { holder, view } = own[0]!
    return { holder, places: own.filter((c) => c.view.obligation.formName === view.obligation.formName) }
  })
}

async function wasWrittenToday(
  services: Services,
  sql: Sql,
  holder: SeatHolder,
  zone: string,
  now: number,
  supposed: Supposed,
): Promise<boolean> {
  const today = localDate(now, zone)
  const started = [...(await listStartedMessages(sql, services.db, [holder.laneId!])), ...supposed.started]
  return started.some((m) => m.personId === holder.personId && localDate(m.at, zone) === today)
}

async function draft(
  services: Services,
  sql: Sql,
  teller: Teller,
  news: News,
  views: readonly ObligationView[],
  now: number,
): Promise<StartedDraft> {
  const { holder, places } = news
  const to = audienceOf(services, holder, places[0]!.view.obligation.zone, now)
  const body = await word(services, sql, teller, news, views, to)
  return draftFor(holder, places, places[0]!.step, forSharer(body, holder, to), now)
}

async function word(
  services: Services,
  sql: Sql,
  teller: Teller,
  { places }: News,
  views: readonly ObligationView[],
  to: Audience,
): Promise<OutboundMessage> {
  const { title, formName, dueAt, zone } = places[0]!.view.obligation
  const seats = new Set(places.flatMap(({ view }) => teller.seats(view.obligation.regionCode)))
  const theirs = onePerPlace(views, to.now)
    .filter(
      ({ obligation: o }) =>
        o.formName === formName && o.excusedBecause === null && teller.seats(o.regionCode).some((s) => seats.has(s)),
    )
    .map((v) => v.status)
  const about = {
    title,
    dueOn: localDate(dueAt, zone),
    late: await latePlaces(services, sql, places, to),
    in: theirs.filter(isIn).length,
    of: theirs.length,
  }
  if (teller.to !== 'staff') return escalation({ ...about, for: teller.to }, to)
  await services.programme.get(sql)
  const kabupaten = [...new Set(places.map(({ view }) => kabupatenOf(view.obligation.regionCode)))]
  const names = listWords(
    kabupaten.map((code) => services.programme.nameOf(code)),
    to,
  )
  return escalation({ ...about, for: 'staff', kabupaten: names }, to)
}

async function latePlaces(
  services: Services,
  sql: Sql,
  about: readonly Due[],
  to: Audience,
): Promise<readonly LatePlace[]> {
  const places: LatePlace[] = []
  for (const { view } of about) {
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
