import { type Position, positionFacts } from '../../domain/positions.ts'
import { delegating } from '../../domain/rights.ts'
import { listDelegationsOf } from '../../store/delegations.ts'
import { listOwedBy } from '../../store/obligations.ts'
import { type HeldSeat, listSeatHolders, type SeatHolder } from '../../store/people.ts'
import {
  chooseDelegate,
  chooseHowLong,
  delegationAsked,
  delegationEnded,
  delegationNothing,
  delegationThere,
  nobodyToDelegate,
} from '../../wording/system/delegations.ts'
import { seatName } from '../claims.ts'
import { askDelegate, endDelegationBy } from '../delegations.ts'
import { menuFor } from '../menu.ts'
import { reachOf } from '../reach.ts'
import type { LaneTurn } from '../turn.ts'

/**
 * "wakilkan": the head of a place lets somebody else of that place write its report. `<seat>.<person>` is a choice from
 * the list, `<seat>.<person>.putaran` or `.terus` how long; `batal` ends it, from either side.
 */
export async function wakilkan(turn: LaneTurn, argument: string): Promise<void> {
  if (/^(batal|cabut|selesai)/i.test(argument)) return takeBack(turn)
  const seats: HeldSeat[] = []
  for (const s of await turn.seats())
    if (
      s.delegateOf === null &&
      delegating.includes(s.position) &&
      (await turn.may('delegate_report', s.regionCode ?? ''))
    )
      seats.push(s)
  const [, chosenSeat, chosenPerson, howLong] = /^(\d{1,15})\.(\d{1,15})(?:\.(putaran|terus))?$/.exec(argument) ?? []
  const seat = seats.find((s) => chosenSeat === undefined || s.seatId === Number(chosenSeat))
  if (!seat?.regionCode) return turn.reply(await menuFor(turn))
  const to = await turn.audience()
  const there = (await listDelegationsOf(turn.sql, turn.personId!)).find((d) => d.seatId === seat.seatId)
  if (there) return turn.reply(delegationThere({ name: there.personName, asked: there.accepted === null }, to))

  const candidates = await listCandidates(turn, seat)
  if (candidates.length === 0) return turn.reply(nobodyToDelegate(to))
  const chosen = candidates.find((h) => h.personId === Number(chosenPerson))
  if (!chosen) {
    turn.ask({
      ask: 'option',
      command: 'wakilkan',
      options: candidates.map((h) => ({ argument: `${seat.seatId}.${h.personId}`, label: h.name })),
    })
    const people = candidates.map((h) => ({
      data: `${seat.seatId}.${h.personId}`,
      name: h.name,
      position: positionFacts[h.position].label,
    }))
    return turn.reply(chooseDelegate(people, to))
  }
  const [open] = await listOwedBy(turn.sql, turn.services.db, [seat.regionCode], turn.now)
  const data = `${seat.seatId}.${chosen.personId}`
  if (howLong === undefined && open) {
    const options = [
      { argument: `${data}.putaran`, label: 'putaran ini saja' },
      { argument: `${data}.terus`, label: 'sampai dicabut' },
    ]
    turn.ask({ ask: 'option', command: 'wakilkan', options })
    return turn.reply(chooseHowLong({ data, name: chosen.name }, to))
  }
  await askDelegate(turn, seat, chosen, howLong === 'putaran' && open ? open.roundId : null)
  turn.reply(delegationAsked({ name: chosen.name }, to))
}

/** Others of the place who can be reached, but for its other head and for those who write for somebody there already. */
async function listCandidates(turn: LaneTurn, seat: HeldSeat): Promise<readonly SeatHolder[]> {
  const positions = (Object.keys(positionFacts) as Position[]).filter(
    (p) => !delegating.includes(p) && (positionFacts[p].writes !== undefined || p === 'bpd_saniri'),
  )
  const holders = await listSeatHolders(turn.sql, turn.services.db, {
    positions,
    regionCodes: [seat.regionCode!],
    now: turn.now,
  })
  const candidates: SeatHolder[] = []
  for (const holder of holders) {
    if (holder.personId === turn.personId || holder.delegateOf !== null || reachOf(holder).because !== undefined)
      continue
    if (candidates.some((c) => c.personId === holder.personId)) continue
    const busy = (await listDelegationsOf(turn.sql, holder.personId)).some((d) => d.personId === holder.personId)
    if (!busy) candidates.push(holder)
  }
  return candidates
}

async function takeBack(turn: LaneTurn): Promise<void> {
  const to = await turn.audience()
  const mine = turn.personId === null ? [] : await listDelegationsOf(turn.sql, turn.personId)
  if (mine.length === 0) return turn.reply(delegationNothing(to))
  for (const delegation of mine) {
    const seat = (await turn.seats()).find((s) => s.seatId === delegation.seatId)
    await endDelegationBy(turn, delegation)
    turn.forgetPerson()
    turn.reply(delegationEnded({ seat: seat ? seatName(seat, to) : '' }, to))
  }
}
