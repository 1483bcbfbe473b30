import { mayStart } from '../domain/calendar.ts'
import { kabupatenOf } from '../domain/regions.ts'
import { DAY, MINUTE } from '../lib/local-time.ts'
import type { Sql } from '../store/database.ts'
import { countOpenByKabupaten, listOpenObligationsOf, type ObligationRow } from '../store/obligations.ts'
import { listAskedAgain } from '../store/reports.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'

/** So many obligations are looked through in a minute before the kabupaten take turns. */
const A_MINUTES_WORK = 1_000
/** So many of a large programme are looked through before others have their turn. */
const MOST_IN_A_PART = 300
/** Every kabupaten has its turn within so many minutes: as long as the ladder spreads one step. */
const MOST_TURNS = 30
/** After this, whoever asked to be asked again is looked at with all others. */
const ASKED_AGAIN_MS = 2 * DAY

/**
 * The obligations to look through now. A programme of some districts: all of them, every minute. A whole country: its
 * kabupaten take turns by the minute, so that a tick never costs more than a thirtieth, and a message leaves at most half
 * an hour after its hour; who asked to be asked again is heard at the minute. Where nothing may start now, nothing is read.
 */
export async function shareOfThisMinute(services: Services, sql: Sql, now: number): Promise<readonly ObligationRow[]> {
  const kabupaten = await countOpenByKabupaten(sql)
  if (kabupaten.length === 0) return []
  const calendar = await services.programme.calendar(sql)
  const turns = turnsFor(kabupaten.reduce((sum, k) => sum + k.obligations, 0))
  const turn = Math.floor(now / MINUTE) % turns
  const awake: string[] = []
  for (const [i, { kabupaten: code }] of kabupaten.entries()) {
    if (i % turns !== turn) continue
    const zone = await zoneOf(services, sql, code)
    if (mayStart(now, { regionCode: code, kabupatenCode: code, zone }, calendar).allowed) awake.push(code)
  }
  const askedAgain = await listAskedAgain(sql, now - ASKED_AGAIN_MS, now)
  if (awake.length + askedAgain.length === 0) return []
  return listOpenObligationsOf(sql, services.db, awake, askedAgain)
}

/**
 * A share in parts that are looked through one after the other, with the conversations in between: all that a programme
 * of some districts has is one part, a large one's are whole kabupaten. Each is read and written in one commit.
 */
export function partsOf(share: readonly ObligationRow[]): readonly (readonly ObligationRow[])[] {
  if (share.length <= A_MINUTES_WORK) return [share]
  const parts: ObligationRow[][] = []
  for (const kabupaten of Map.groupBy(share, (o) => kabupatenOf(o.regionCode)).values()) {
    const last = parts.at(-1)
    if (last && last.length + kabupaten.length <= MOST_IN_A_PART) last.push(...kabupaten)
    else parts.push(kabupaten)
  }
  return parts
}

export function turnsFor(obligations: number): number {
  return Math.min(MOST_TURNS, Math.max(1, Math.ceil(obligations / A_MINUTES_WORK)))
}
