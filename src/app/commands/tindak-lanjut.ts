import { followUpForm } from '../../domain/recommendations.ts'
import { kabupatenOf } from '../../domain/regions.ts'
import { responsiblePositions } from '../../domain/rights.ts'
import { localDate } from '../../lib/local-time.ts'
import { addFollowUpTalk } from '../../store/follow-up-talks.ts'
import { listSeatHolders, type SeatHolder } from '../../store/people.ts'
import type { Snapshot } from '../../store/reports.ts'
import { listSessions } from '../../store/turns.ts'
import { followUpNone } from '../../wording/system/follow-up.ts'
import { beginTalk } from '../begin-talk.ts'
import { answersFor, followUpRows, openCommitments, openRecommendations } from '../follow-up-items.ts'
import { menuOrWelcome } from '../menu.ts'
import { zoneOf } from '../programme.ts'
import type { LaneTurn } from '../turn.ts'

/** "tindak lanjut": news on what one's seat is responsible for, at any time, without waiting to be asked. */
export async function tindak_lanjut(turn: LaneTurn): Promise<void> {
  const { sql, services, now } = turn
  const holder = await ownSeat(turn)
  if (!holder) return turn.reply(await menuOrWelcome(turn))
  const to = await turn.audience()
  const zone = await zoneOf(services, sql, holder.regionCode)
  const kabupaten = kabupatenOf(holder.regionCode)
  const own = (await openRecommendations(services, sql, kabupaten)).filter((r) => answersFor(holder, r))
  const promised =
    holder.position === 'opd'
      ? (await openCommitments(services, sql, kabupaten)).filter((c) => c.opd === holder.opd)
      : []
  if (own.length + promised.length === 0) return turn.reply(followUpNone(to))
  const { name } = (await services.programme.get(sql)).kabupaten[kabupaten] ?? { name: kabupaten }
  const instances: Snapshot['instances'] = {
    rekomendasi: followUpRows(own, promised, name, { ...to, zone }),
    hasil_desa: [],
    barang_lama: [],
    pelatihan_lalu: [],
  }
  const talk = await beginTalk(
    services,
    sql,
    { holder, form: followUpForm, regionCode: holder.regionCode, zone, instances },
    now,
  )
  if (!talk) return turn.reply(await menuOrWelcome(turn))
  await addFollowUpTalk(sql, {
    reportId: talk.reportId,
    kind: 'responsible',
    seatId: holder.seatId,
    // asked for by word: as often as the person likes
    occasion: `chat-${localDate(now, zone)}-${talk.reportId}`,
    createdAt: now,
  })
  const [session] = await listSessions(sql, services.db, [talk.sessionId])
  turn.activate({ ...session!, status: 'active' })
  turn.changed({ ...session!, status: 'active' })
  turn.ask(undefined)
  turn.reply(...talk.messages)
}

/** The first of the writer's seats that can be responsible, as it is written to at this address. */
async function ownSeat(turn: LaneTurn): Promise<SeatHolder | undefined> {
  if (turn.personId === null) return undefined
  const { sql, services, now, message } = turn
  const holders = await listSeatHolders(sql, services.db, { positions: responsiblePositions, now })
  const mine = holders.filter((h) => h.personId === turn.personId)
  let own: SeatHolder | undefined
  for (const holder of mine) if (!own && (await turn.may('answer_follow_up', holder.regionCode))) own = holder
  return own && { ...own, addressId: message.addressId, laneId: turn.laneId, channel: message.channel }
}
