import { covers } from '../domain/regions.ts'
import type { FormLevel, RoundState } from '../domain/rounds.ts'
import type { Json } from '../lib/json.ts'
import { endOfDay, isDate, localDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { endDelegationsOf } from '../store/delegations.ts'
import { deleteObligations, listObligations, type ObligationRow, setDue, setExcused } from '../store/obligations.ts'
import { cancelReminders, cancelRoundReminders, countRoundMessages, holdBackStarted } from '../store/outbox.ts'
import { type RoundRow, requireRound, setRoundState } from '../store/rounds.ts'
import { audit, findSetting, setSetting } from '../store/settings.ts'
import type { Services } from './services.ts'

/** What staff change about a round that is under way. Each writes who did it; what was queued and lost its reason goes. */

interface By {
  readonly now: number
  readonly actor: string
  /** A transaction that is open already, such as a turn's; else each change makes its own. */
  readonly sql?: Sql
}

const change = <T>(services: Services, by: By, work: (sql: Sql) => Promise<T>): Promise<T> =>
  by.sql ? work(by.sql) : services.db.transaction(work)

/** Places of a round: one, or all in a kecamatan or kabupaten. */
export interface PlacesOfRound {
  readonly code: string
  readonly regionCode: string
  /** Whose report is meant; the village's unless said otherwise. */
  readonly level: FormLevel
}

/** Nothing is asked any more; running conversations may still be finished. Returns how many queued reminders went. */
export async function closeRound(services: Services, code: string, by: By): Promise<number> {
  return change(services, by, async (sql) => {
    const round = await requireState(sql, code, ['open'], 'only an open round can be closed')
    await setRoundState(sql, round.id, 'closed', by.now)
    const cancelled = await cancelRoundReminders(sql, round.id)
    await endDelegationsOf(sql, services.db, { roundId: round.id }, by.now)
    await audit(sql, { at: by.now, actor: by.actor, action: 'close_round', object: `round:${code}` })
    return cancelled
  })
}

/** A closed round is open again: reports may come in and are asked for. */
export async function reopenRound(services: Services, code: string, by: By): Promise<void> {
  await change(services, by, async (sql) => {
    const round = await requireState(sql, code, ['closed'], 'only a closed round can be opened again')
    if ((await listObligations(sql, { roundId: round.id })).length === 0)
      throw new Problem('round_without_places', `nobody owed anything in round ${code}: make a new round instead`)
    await setRoundState(sql, round.id, 'open', by.now)
    await audit(sql, { at: by.now, actor: by.actor, action: 'reopen_round', object: `round:${code}` })
  })
}

/** Takes an opening back, as long as nobody heard of it. Throws `Problem('round_under_way')` afterwards. */
export async function cancelOpening(services: Services, code: string, by: By): Promise<void> {
  await change(services, by, async (sql) => {
    const round = await requireState(sql, code, ['open'], 'only an open round can be taken back')
    const { sent, reports } = await countRoundMessages(sql, round.id)
    if (sent > 0 || reports > 0)
      throw new Problem(
        'round_under_way',
        `round ${code} is under way (${sent} messages sent, ${reports} reports begun): close it with "round close", or pause sending with "round pause"`,
      )
    await cancelRoundReminders(sql, round.id)
    await deleteObligations(sql, round.id)
    await setRoundState(sql, round.id, 'draft', by.now)
    await audit(sql, { at: by.now, actor: by.actor, action: 'cancel_opening', object: `round:${code}` })
  })
}

/** A new due date, at its end in each place's own zone. Returns the places; throws `Problem` when none is meant. */
export async function extendDue(
  services: Services,
  places: PlacesOfRound,
  dueOn: string,
  by: By,
): Promise<readonly ObligationRow[]> {
  if (!isDate(dueOn)) throw new Problem('bad_date', `"${dueOn}" is not a date such as 2024-08-14`)
  return change(services, by, async (sql) => {
    const meant = await placesOf(sql, places)
    for (const place of meant) {
      if (dueOn < localDate(by.now, place.zone))
        throw new Problem('bad_date', `${dueOn} is past in ${place.regionName}`)
      await setDue(sql, place.id, endOfDay(dueOn, place.zone))
    }
    await note(sql, 'extend_due', places, by, {
      dueOn,
      places: meant.length,
      before: meant.map((place) => [place.id, place.dueAt]),
    })
    return meant
  })
}

/** The places owe nothing in this round, for a reason that stays readable. */
export async function excuse(
  services: Services,
  places: PlacesOfRound,
  because: string,
  by: By,
): Promise<readonly ObligationRow[]> {
  const reason = because.trim()
  if (reason === '') throw new Problem('no_reason', 'say why, so that it can be understood later')
  return change(services, by, async (sql) => {
    const meant = await placesOf(sql, places)
    for (const place of meant) {
      await setExcused(sql, place.id, reason)
      await cancelReminders(sql, place.id, null)
    }
    await note(sql, 'excuse', places, by, {
      places: meant.length,
      before: meant.map((place) => [place.id, place.excusedBecause]),
    })
    return meant
  })
}

/** The places owe their reports again. */
export async function includeAgain(
  services: Services,
  places: PlacesOfRound,
  by: By,
): Promise<readonly ObligationRow[]> {
  return change(services, by, async (sql) => {
    const meant = (await placesOf(sql, places)).filter((place) => place.excusedBecause !== null)
    for (const place of meant) await setExcused(sql, place.id, null)
    await note(sql, 'include_again', places, by, {
      places: meant.length,
      before: meant.map((place) => [place.id, place.excusedBecause]),
    })
    return meant
  })
}

/**
 * Nothing that the bot starts leaves until resumed; replies go on. What is queued is put back: after resuming, the ladder
 * sends what is then still of use. Returns false when it was so already.
 */
export async function pauseSending(services: Services, by: By): Promise<boolean> {
  return change(services, by, async (sql) => {
    if (await findSetting(sql, 'sending_paused')) return false
    await setSetting(sql, 'sending_paused', true)
    await holdBackStarted(sql)
    await audit(sql, { at: by.now, actor: by.actor, action: 'pause_sending', object: 'programme' })
    return true
  })
}

export async function resumeSending(services: Services, by: By): Promise<boolean> {
  return change(services, by, async (sql) => {
    if (!(await findSetting(sql, 'sending_paused'))) return false
    await setSetting(sql, 'sending_paused', false)
    await audit(sql, { at: by.now, actor: by.actor, action: 'resume_sending', object: 'programme' })
    return true
  })
}

async function requireState(sql: Sql, code: string, states: readonly RoundState[], rule: string): Promise<RoundRow> {
  const round = await requireRound(sql, code)
  if (!states.includes(round.state)) throw new Problem('wrong_state', `round ${code} is ${round.state}: ${rule}`)
  return round
}

async function placesOf(sql: Sql, { code, regionCode, level }: PlacesOfRound): Promise<readonly ObligationRow[]> {
  const round = await requireState(sql, code, ['open'], 'this is for an open round')
  const meant = (await listObligations(sql, { roundId: round.id })).filter(
    (o) => o.level === level && covers(regionCode, o.regionCode),
  )
  if (meant.length === 0)
    throw new Problem('no_such_place', `no ${level} at or below ${regionCode} owes a report in round ${code}`)
  return meant
}

async function note(
  sql: Sql,
  action: string,
  { code, regionCode }: PlacesOfRound,
  by: By,
  details: Readonly<Record<string, Json>>,
): Promise<void> {
  await audit(sql, { at: by.now, actor: by.actor, action, object: `round:${code}:${regionCode}`, details })
}
