import { readDate } from '../../bahasa/index.ts'
import { levelOf } from '../../domain/regions.ts'
import { localDate } from '../../lib/local-time.ts'
import { Problem } from '../../lib/problem.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { findRegion, listRegionsNamed, type RegionRow } from '../../store/regions.ts'
import { listRounds } from '../../store/rounds.ts'
import { chooseMore, dateAgain, done, placeAgain, refused, undone } from '../../wording/system/staff-work.ts'
import {
  cancelOpening,
  closeRound,
  excuse,
  extendDue,
  includeAgain,
  pauseSending,
  reopenRound,
  resumeSending,
} from '../manage-round.ts'
import { menuOrWelcome } from '../menu.ts'
import { phrasesOf, wordsOf } from '../named-holder.ts'
import { placeName } from '../places.ts'
import type { LaneTurn } from '../turn.ts'
import { undoLast } from '../undo.ts'
import { mayOpenRound } from './putaran.ts'

/** What staff change about a running round, typed as a sentence. The same functions stand behind console and command line. */

const by = (turn: LaneTurn) => ({ now: turn.now, actor: `person:${turn.personId}`, sql: turn.sql })

/** "perpanjang desa Karay sampai 21 agustus", "perpanjang kecamatan Kodi sampai Senin 12 agustus" */
export async function perpanjang(turn: LaneTurn, argument: string): Promise<void> {
  const [, where = '', until = ''] = /^(.+) sampai (.+)$/is.exec(argument) ?? []
  const to = await turn.audience()
  const place = await placeIn(turn, where)
  if ('say' in place) return turn.reply(place.say)
  const date = readDate(until, { referenceOn: localDate(turn.now, place.zone), want: 'future' })
  if (!('value' in date)) return turn.reply(dateAgain(to))
  await carryOut(turn, async (code) => {
    const places = await extendDue(turn.services, target(code, place), date.value, by(turn))
    return done('extended', { place: nameOf(place, to), n: places.length, dueOn: date.value, code }, to)
  })
}

/** "bebaskan desa Karay karena banjir" */
export async function bebaskan(turn: LaneTurn, argument: string): Promise<void> {
  const [, where = '', because = ''] = /^(.+?) karena (.+)$/is.exec(argument) ?? []
  const to = await turn.audience()
  const place = await placeIn(turn, where)
  if ('say' in place) return turn.reply(place.say)
  await carryOut(turn, async (code) => {
    const places = await excuse(turn.services, target(code, place), because, by(turn))
    return done('excused', { place: nameOf(place, to), n: places.length, code }, to)
  })
}

/** "minta lagi desa Karay": it owes its report again. */
export async function minta_lagi(turn: LaneTurn, argument: string): Promise<void> {
  const to = await turn.audience()
  const place = await placeIn(turn, argument)
  if ('say' in place) return turn.reply(place.say)
  await carryOut(turn, async (code) => {
    const places = await includeAgain(turn.services, target(code, place), by(turn))
    return done('included', { place: nameOf(place, to), n: places.length, code }, to)
  })
}

export const buka_lagi = (turn: LaneTurn, code: string) =>
  ofRound(turn, code, 'reopened', () => reopenRound(turn.services, code, by(turn)))

/** Takes back an opening that nobody has heard of. */
export const batal_buka = (turn: LaneTurn, code: string) =>
  ofRound(turn, code, 'opening_cancelled', () => cancelOpening(turn.services, code, by(turn)))

export const tutup_putaran = (turn: LaneTurn, code: string) =>
  ofRound(turn, code, 'closed', () => closeRound(turn.services, code, by(turn)))

export async function hentikan_pengiriman(turn: LaneTurn): Promise<void> {
  if (!(await turn.mayEverywhere('pause_sending'))) return turn.reply(await menuOrWelcome(turn))
  await pauseSending(turn.services, by(turn))
  turn.reply(done('paused', {}, await turn.audience()))
}

export async function jalankan_pengiriman(turn: LaneTurn): Promise<void> {
  if (!(await turn.mayEverywhere('pause_sending'))) return turn.reply(await menuOrWelcome(turn))
  await resumeSending(turn.services, by(turn))
  turn.reply(done('resumed', {}, await turn.audience()))
}

/** "urungkan": the last of these that the writer did, within a day. */
export async function urungkan(turn: LaneTurn): Promise<void> {
  const to = await turn.audience()
  try {
    turn.reply(undone(await undoLast(turn), to))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    turn.reply(refused(error.code, to))
  }
}

async function ofRound(
  turn: LaneTurn,
  code: string,
  what: Parameters<typeof done>[0],
  work: () => Promise<unknown>,
): Promise<void> {
  if (
    !(await mayOpenRound(
      turn,
      (await listRounds(turn.sql)).find((r) => r.code === code),
    ))
  )
    return turn.reply(await menuOrWelcome(turn))
  const to = await turn.audience()
  try {
    await work()
    turn.reply(done(what, { code }, to))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    turn.reply(refused(error.code, to))
  }
}

/** In the newest open round. */
async function carryOut(turn: LaneTurn, work: (code: string) => Promise<OutboundMessage>): Promise<void> {
  const to = await turn.audience()
  const round = (await listRounds(turn.sql)).findLast((r) => r.state === 'open')
  if (!round) return turn.reply(refused('no_round', to))
  try {
    turn.reply(await work(round.code))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    turn.reply(refused(error.code, to))
  }
}

/** The village or kecamatan that is named, in the writer's own area; else the sentence that asks again. */
async function placeIn(turn: LaneTurn, where: string): Promise<RegionRow | { readonly say: OutboundMessage }> {
  const to = await turn.audience()
  const wanted = /^kec/i.test(where.trim()) ? 'kecamatan' : 'desa'
  const words = wordsOf(where).filter((word) => !['desa', 'negeri', 'kecamatan', 'kec'].includes(word))
  const named = await listRegionsNamed(turn.sql, turn.services.db, [words.join(' '), ...phrasesOf(words)])
  const whole = named.filter((r) => r.name.toLowerCase() === words.join(' '))
  const places = []
  for (const { code } of whole.length > 0 ? whole : named)
    if (levelOf(code) === wanted && (await turn.may('extend_or_excuse', code)))
      places.push((await findRegion(turn.sql, code))!)
  if (places.length === 1) return places[0]!
  return { say: places.length === 0 ? placeAgain(to) : chooseMore(to) }
}

const target = (code: string, place: RegionRow) => ({ code, regionCode: place.code, level: 'desa' as const })

const nameOf = (place: RegionRow, to: Parameters<typeof placeName>[1]) =>
  placeName({ regionCode: place.code, regionName: place.name, regionKind: place.kind }, to)
