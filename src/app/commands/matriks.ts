import { positionFacts } from '../../domain/positions.ts'
import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { matrixForm } from '../../domain/rounds.ts'
import { findObligationOf, listVillagesOf } from '../../store/obligations.ts'
import type { HeldSeat } from '../../store/people.ts'
import { findRegion } from '../../store/regions.ts'
import type { RoundRow } from '../../store/rounds.ts'
import { kabupatenWords } from '../../wording/forms-of-address.ts'
import { matrixNoRound, matrixNotYet, matrixSummary } from '../../wording/system/recommendations.ts'
import { matrixNow, matrixRound } from '../matrix.ts'
import { menuFor, menuOrWelcome, owedReports } from '../menu.ts'
import { beginReport } from '../open-report.ts'
import { oweMatrix } from '../owe-matrix.ts'
import { placeName } from '../places.ts'
import type { LaneTurn } from '../turn.ts'
import { villageAnswers } from '../village-answers.ts'

/**
 * "matriks": camat and kasi make it, or go on with it, and see it once it is in; who may see the sums of a kabupaten
 * (Pokja, Forum, OPD, team) sees how far it is.
 */
export async function matriks(turn: LaneTurn): Promise<void> {
  const seats = await turn.seats()
  const maker = seats.find((s) => s.regionCode !== null && positionFacts[s.position].writes === 'kecamatan')
  if (maker && (await turn.may('answer_report', maker.regionCode!))) return make(turn, maker)
  const reader = await readerOf(turn, seats)
  if (reader === undefined) return turn.reply(await menuOrWelcome(turn))
  for (const regionCode of reader) await show(turn, regionCode)
}

async function make(turn: LaneTurn, seat: HeldSeat): Promise<void> {
  const { sql, services, now } = turn
  const regionCode = seat.regionCode!
  const to = await turn.audience()
  const place = placeName({ regionCode, regionName: seat.regionName ?? regionCode, regionKind: '' }, to)
  const round = await matrixRound(sql, regionCode)
  if (!round) return turn.reply(matrixNoRound(place, to))
  if (round.state !== 'open') return show(turn, regionCode, round)
  if (!(await findObligationOf(sql, round.id, matrixForm, regionCode))) {
    const reported = await villageAnswers(sql, services.db, await listVillagesOf(sql, round.id, regionCode))
    if (reported.length === 0) return turn.reply(matrixNotYet(place, to))
    await oweMatrix(services, sql, { roundId: round.id, regionCode, zone: seat.zone ?? to.zone }, now)
  }
  const owed = (await owedReports(turn)).find(
    (o) => o.obligation.formName === matrixForm && o.obligation.roundId === round.id,
  )
  if (!owed) return turn.reply(await menuFor(turn))
  if (owed.state === 'in') return show(turn, regionCode, round)
  return beginReport(turn, owed)
}

/** The regions whose matrix this person may see: of a team member their kabupaten, of staff every one. */
async function readerOf(turn: LaneTurn, seats: readonly HeldSeat[]): Promise<readonly string[] | undefined> {
  const programme = await turn.services.programme.get(turn.sql)
  const codes: string[] = []
  for (const code of Object.keys(programme.kabupaten)) if (await turn.may('read_aggregates', code)) codes.push(code)
  const own = seats.map((s) => s.bodyKabupaten ?? s.regionCode ?? WHOLE_PROGRAMME)
  return codes.length > 0 && own.length > 0 ? codes : undefined
}

async function show(turn: LaneTurn, regionCode: string, known?: RoundRow): Promise<void> {
  const { sql, services, now } = turn
  const to = await turn.audience()
  const region = (await findRegion(sql, regionCode))!
  const place =
    region.level === 'kecamatan'
      ? placeName({ regionCode, regionName: region.name, regionKind: '' }, to)
      : kabupatenWords(region.name)
  const round = known ?? (await matrixRound(sql, regionCode))
  if (!round) return turn.reply(matrixNoRound(place, to))
  turn.reply(matrixSummary(await matrixNow(services, sql, { round, regionCode }, now), place, to))
}
