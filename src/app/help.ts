import { kabupatenOf } from '../domain/regions.ts'
import { addDays, localDate, weekday } from '../lib/local-time.ts'
import { listSeatHolders } from '../store/people.ts'
import type { HelpPromise } from '../wording/context.ts'
import type { LaneTurn } from './turn.ts'

/** Who will answer and by when: the village's fasilitator where there is one, within one working day. */
export async function helpPromised(turn: LaneTurn, regionCode: string | undefined): Promise<HelpPromise> {
  const { sql, services, now } = turn
  const { zone } = await turn.audience()
  const calendar = await services.programme.calendar(sql)
  const [fasilitator] =
    regionCode === undefined
      ? []
      : await listSeatHolders(sql, services.db, { positions: ['fasilitator_desa'], regionCodes: [regionCode], now })
  const kabupaten = regionCode === undefined ? '' : kabupatenOf(regionCode)
  const isFree = (on: string) =>
    weekday(on) === 0 ||
    weekday(on) === 6 ||
    calendar.holidays.some((h) => h.on === on) ||
    calendar.localDays.some((d) => d.regionCode === kabupaten && d.fromOn <= on && on <= d.untilOn)
  let byOn = addDays(localDate(now, zone), 1)
  for (let i = 0; i < 30 && isFree(byOn); i++) byOn = addDays(byOn, 1)
  return { byOn, ...(fasilitator && { who: fasilitator.name }) }
}
