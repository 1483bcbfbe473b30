import { mayStart } from '../../domain/calendar.ts'
import { kecamatanOf } from '../../domain/regions.ts'
import { isIn, isOwed } from '../../domain/rounds.ts'
import { localDate } from '../../lib/local-time.ts'
import { listObligations } from '../../store/obligations.ts'
import { priorities, queueMessages } from '../../store/outbox.ts'
import type { HeldSeat } from '../../store/people.ts'
import { findRegion } from '../../store/regions.ts'
import { kecamatanName } from '../../wording/forms-of-address.ts'
import { type NudgeOutcome, noRoundFor, nudge, nudged, siapaBelum } from '../../wording/system/camat.ts'
import { audienceOf } from '../audience.ts'
import { menuFor } from '../menu.ts'
import { placeName } from '../places.ts'
import { type ObligationView, onePerPlace, placeOf, viewRounds } from '../round-view.ts'
import type { LaneTurn } from '../turn.ts'

/** "siapa belum": which villages of the camat's own kecamatan have not reported, each with a button to remind it. */
export async function siapa_belum(turn: LaneTurn): Promise<void> {
  const seat = await readerSeat(turn)
  if (!seat?.regionCode) return turn.reply(await menuFor(turn))
  const to = await turn.audience()
  const region = (await findRegion(turn.sql, seat.regionCode))!
  const place = region.level === 'kecamatan' ? kecamatanName(region.name, to) : region.name
  const villages = onePerPlace(await villagesBelow(turn, seat.regionCode), turn.now)
  if (villages.length === 0) return turn.reply(noRoundFor(place, to))
  const late = villages.filter((v) => isOwed(v.status))
  turn.ask({ ask: 'nudge', regionCodes: late.map((v) => v.obligation.regionCode) })
  turn.reply(
    siapaBelum(
      {
        place,
        in: villages.filter((v) => isIn(v.status)).length,
        of: villages.filter((v) => v.status.state !== 'excused').length,
        late: late.map((v) => ({
          regionCode: v.obligation.regionCode,
          place: placeName(v.obligation, to),
          started: v.status.isHalfDone,
        })),
      },
      to,
    ),
  )
}

/** A button or number of that list: one polite reminder, in the hours that the village allows, at most one a day. */
export async function ingatkan(turn: LaneTurn, argument: string): Promise<void> {
  const { services, sql, now } = turn
  if (!(await turn.may('nudge', argument))) return turn.reply(await menuFor(turn))
  const view = (await villagesBelow(turn, argument)).find((v) => isOwed(v.status))
  const to = await turn.audience()
  if (!view) return siapa_belum(turn)
  const { obligation, reach } = view
  const say = (outcome: NudgeOutcome) => turn.reply(nudged(placeName(obligation, to), outcome, to))
  if (reach.because !== undefined) return say({ kind: 'nobody' })

  const { holder } = reach
  const calendar = await services.programme.calendar(sql)
  const slot = mayStart(now, placeOf(obligation), calendar)
  const at = slot.allowed ? now : slot.untilAt
  const theirs = audienceOf(services, holder, obligation.zone, at)
  const kecamatan = (await findRegion(sql, kecamatanOf(obligation.regionCode)))?.name
  const body = nudge(
    {
      obligationId: obligation.id,
      title: obligation.title,
      place: placeName(obligation, theirs),
      dueOn: localDate(obligation.dueAt, obligation.zone),
      ...(kecamatan !== undefined && { kecamatan }),
    },
    theirs,
  )
  const day = localDate(at, obligation.zone)
  const queued = await queueMessages(
    sql,
    services.db,
    [
      {
        key: `remind:${obligation.id}:${holder.seatId}:colek-${day}`,
        priority: priorities.reminder,
        addressId: holder.addressId!,
        laneId: holder.laneId!,
        body,
        dueAt: at,
        obligationId: obligation.id,
        personId: holder.personId,
      },
    ],
    now,
  )
  say(queued === 0 ? { kind: 'already_today' } : slot.allowed ? { kind: 'sent' } : { kind: 'later', at })
}

/** The seat from which names of late villages may be read: camat, kasi, fasilitator, koordinator, staf. */
async function readerSeat(turn: LaneTurn): Promise<HeldSeat | undefined> {
  for (const seat of await turn.seats())
    if (seat.regionCode !== null && (await turn.may('read_late_names', seat.regionCode))) return seat
  return undefined
}

async function villagesBelow(turn: LaneTurn, regionCode: string): Promise<readonly ObligationView[]> {
  const open = await listObligations(turn.sql, { state: 'open' })
  const obligations = open.filter(
    (o) => o.level === 'desa' && (o.regionCode === regionCode || o.regionCode.startsWith(`${regionCode}.`)),
  )
  return (await viewRounds(turn.services, turn.sql, { now: turn.now, obligations })).views
}
