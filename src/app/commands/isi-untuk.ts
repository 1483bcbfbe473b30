import type { Position } from '../../domain/positions.ts'
import { isRegionCode, kecamatanOf, levelOf } from '../../domain/regions.ts'
import { MINUTE } from '../../lib/local-time.ts'
import { listOwedBy, type ObligationRow } from '../../store/obligations.ts'
import { findSeat, type HeldSeat, listSeatHolders } from '../../store/people.ts'
import { findRegionName, listRegionsNamed } from '../../store/regions.ts'
import { findLastWriting, listReportsOf } from '../../store/reports.ts'
import { audit } from '../../store/settings.ts'
import { insertAnswers } from '../../store/turn-writes.ts'
import { chooseFillIn, fillInBusy, fillInNothing, fillInStarts, fillInVerified } from '../../wording/system/fill-in.ts'
import { seatName } from '../claims.ts'
import { converse } from '../converse.ts'
import { menuFor } from '../menu.ts'
import { phrasesOf, wordsOf } from '../named-holder.ts'
import { placeName } from '../places.ts'
import { writerPositions } from '../reach.ts'
import { sessionForObligation } from '../start-report.ts'
import type { LaneTurn } from '../turn.ts'

const heads: readonly Position[] = ['kepala_desa', 'pejabat_desa', 'raja_negeri']
/** What form field A5 ("who fills this in?") says of a report that the team typed on the telephone. */
const source = 'dibantu_fasilitator'
/** Somebody who wrote within this time is probably still writing. */
const BUSY_MS = 30 * MINUTE

/**
 * "isi untuk desa Karay": the team fills in for a village that reads its answers out on the telephone. The argument is
 * a name, or `<code>`, `<code>/<seat>` and `<code>/<seat>/tetap` from the buttons.
 */
export async function isi_untuk(turn: LaneTurn, argument: string): Promise<void> {
  const to = await turn.audience()
  const [code = '', seatId, anyway] = argument.split('/')
  const places = await listPlaces(turn, code)
  if (places.length === 0) return turn.reply(fillInNothing({ place: code }, to))
  if (places.length > 1) {
    const options = []
    for (const p of places) {
      const kecamatan = await findRegionName(turn.sql, kecamatanOf(p.regionCode))
      options.push({ label: `${placeName(p, to)} (${kecamatan})`, argument: p.regionCode })
    }
    return choose(turn, options)
  }
  const obligation = places[0]!
  if (!(await turn.may('fill_in_report', obligation.regionCode))) return turn.reply(await menuFor(turn))
  const place = placeName(obligation, to)

  const seats = await listSeats(turn, obligation)
  const seat = seats.length === 1 ? seats[0]! : seats.find((s) => s.seatId === Number(seatId))
  if (!seat)
    return seats.length === 0
      ? turn.reply(fillInNothing({ place }, to))
      : choose(
          turn,
          seats.map((s) => ({ label: seatName(s, to), argument: `${obligation.regionCode}/${s.seatId}` })),
        )

  const report = (await listReportsOf(turn.sql, obligation.id)).find(
    (r) => r.seatId === seat.seatId || obligation.reporting === 'one',
  )
  if (report?.state === 'verified') return turn.reply(fillInVerified({ place }, to))
  const last = report && (await findLastWriting(turn.sql, report.id, { not: turn.personId! }))
  if (last?.status === 'active' && turn.now - last.at < BUSY_MS && anyway === undefined) {
    const minutes = Math.max(1, Math.round((turn.now - last.at) / MINUTE))
    const argument = `${obligation.regionCode}/${seat.seatId}/tetap`
    turn.ask({ ask: 'option', command: 'isi_untuk', options: [{ argument, label: 'ya, teruskan di sini' }] })
    return turn.reply(fillInBusy({ name: last.name, minutes, argument }, to))
  }
  await begin(turn, obligation, seat, report?.id)
}

async function begin(
  turn: LaneTurn,
  obligation: ObligationRow,
  seat: HeldSeat,
  reportId: number | undefined,
): Promise<void> {
  const { sql, services, now, personId } = turn
  if (reportId !== undefined) await markHelped(turn, obligation, reportId)
  const { session, isNew } = await sessionForObligation(turn, obligation, seat, { source })
  await audit(sql, {
    at: now,
    actor: `person:${personId}`,
    action: 'fill_in_report',
    object: `report:${session.reportId}`,
    details: { region: obligation.regionCode },
  })
  turn.activate(session)
  const to = await turn.audience()
  turn.reply(fillInStarts({ place: placeName(obligation, to) }, to))
  await converse(turn, session, isNew ? { kind: 'start', opened: true } : { kind: 'resume' })
  services.log.info({ report: session.reportId }, 'a report is filled in for a village')
}

/** A report begun by the village itself says from now on that it was helped. */
async function markHelped(turn: LaneTurn, obligation: ObligationRow, reportId: number): Promise<void> {
  const form = await turn.services.forms.get(turn.sql, obligation.formVersionId)
  const field = [...form.byName.values()].find((node) => node.kind === 'question' && node.fromSeat)
  if (!field) return
  const value = JSON.stringify(source)
  const [known] = await turn.sql.all<{ value: string | null }>(
    'select value from answer where report_id = $1 and path = $2 order by seq desc limit 1',
    reportId,
    field.name,
  )
  if (!known || known.value === value) return
  const row = { reportId, path: field.name, value, raw: null, reason: null, personId: turn.personId, inboxId: null }
  await insertAnswers(turn.sql, turn.services.db, [{ ...row, how: 'seat' }], turn.now)
}

/** Villages of that name or code which owe a report now, in the writer's own area. */
async function listPlaces(turn: LaneTurn, named: string): Promise<readonly ObligationRow[]> {
  const found = isRegionCode(named.trim())
    ? [named.trim()]
    : (await listRegionsNamed(turn.sql, turn.services.db, phrasesOf(wordsOf(named)))).map((r) => r.code)
  const codes = []
  for (const code of found) if (levelOf(code) === 'desa' && (await turn.may('fill_in_report', code))) codes.push(code)
  if (codes.length === 0) return []
  const owed = await listOwedBy(turn.sql, turn.services.db, codes, turn.now)
  return codes.flatMap((code) => owed.find((o) => o.regionCode === code && o.level === 'desa') ?? [])
}

/** The seats whose report this is: where two heads each keep one, both; else the one that began it, or its head. */
async function listSeats(turn: LaneTurn, obligation: ObligationRow): Promise<readonly HeldSeat[]> {
  const { sql, services, now } = turn
  const { regionCode } = obligation
  const holders = await listSeatHolders(sql, services.db, {
    positions: writerPositions,
    regionCodes: [regionCode],
    now,
  })
  const headSeats = holders.filter((h) => heads.includes(h.position))
  const each = obligation.reporting === 'each' && headSeats.length > 0
  const [begun] = each ? [] : await listReportsOf(sql, obligation.id)
  const first = headSeats.find((h) => h.official) ?? headSeats[0] ?? holders[0]
  const own = (await turn.seats()).find((s) => s.regionCode === regionCode)
  const ids = each ? headSeats.map((h) => h.seatId) : [begun?.seatId ?? first?.seatId ?? own?.seatId]
  const seats = []
  for (const id of new Set(ids)) if (id != null) seats.push((await findSeat(sql, id))!)
  return seats
}

async function choose(
  turn: LaneTurn,
  options: readonly { readonly label: string; readonly argument: string }[],
): Promise<void> {
  turn.ask({ ask: 'option', command: 'isi_untuk', options })
  turn.reply(chooseFillIn(options, await turn.audience()))
}
