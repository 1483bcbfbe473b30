import { levelOf, WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { briefingPage, noRoundYet } from '../../wording/system/on-request.ts'
import { matrixRound } from '../matrix.ts'
import { menuOrWelcome } from '../menu.ts'
import { digestPlaceWords } from '../places.ts'
import type { LaneTurn } from '../turn.ts'

/**
 * "lembar ringkas": the page before a meeting as a file, of their own kecamatan for who sits there, of their kabupaten for
 * Pokja, Forum, OPD and team.
 */
export async function lembar_ringkas(turn: LaneTurn): Promise<void> {
  const regions = await regionsOf(turn)
  if (regions.length === 0) return turn.reply(await menuOrWelcome(turn))
  const to = await turn.audience()
  for (const regionCode of regions) {
    if (!(await matrixRound(turn.sql, regionCode))) return turn.reply(noRoundYet(to))
    turn.reply(briefingPage({ regionCode, place: await digestPlaceWords(turn.sql, regionCode, to) }, to))
  }
}

async function regionsOf(turn: LaneTurn): Promise<readonly string[]> {
  const own = (await turn.seats()).map((seat) => seat.bodyKabupaten ?? seat.regionCode ?? WHOLE_PROGRAMME)
  const all = Object.keys((await turn.services.programme.get(turn.sql)).kabupaten)
  const wanted = new Set(own.flatMap((code) => (code === WHOLE_PROGRAMME ? all : [code])))
  const allowed: string[] = []
  for (const code of wanted) {
    const level = levelOf(code)
    if ((level === 'kecamatan' || level === 'kabupaten') && (await turn.may('read_aggregates', code)))
      allowed.push(code)
  }
  return allowed.sort()
}
