import { nextAllowedAt } from '../domain/calendar.ts'
import { isTrouble } from '../domain/later-questions.ts'
import {
  type FollowUpSaid,
  type RecommendationState,
  recommendationStates,
  stageAfter,
} from '../domain/recommendations.ts'
import { kabupatenOf, levelOf } from '../domain/regions.ts'
import type { Json } from '../lib/json.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { type FollowUpTalk, findFollowUpTalk } from '../store/follow-up-talks.ts'
import { answerLaterQuestion } from '../store/later-questions.ts'
import { setCommitmentState } from '../store/meetings.ts'
import { priorities, queueMessages } from '../store/outbox.ts'
import { findSeat, listSeatHolders } from '../store/people.ts'
import {
  addFollowUp,
  addVillageChecks,
  answerCheck,
  type FollowUpRow,
  findCheck,
  listFollowUps,
  listOpenChecks,
  listRecommendations,
  type VillageCheck,
} from '../store/recommendations.ts'
import { type LatestAnswer, listLatestAnswers, type Snapshot } from '../store/reports.ts'
import { addStaffItem } from '../store/staff-items.ts'
import { followUpThanks, laterThanks, mismatchTold, villageCheckThanks } from '../wording/system/follow-up.ts'
import { audienceOf } from './audience.ts'
import { reachOf } from './reach.ts'
import type { LaneTurn } from './turn.ts'

/**
 * Takes in what a follow-up conversation said, also when it is corrected later: news of the responsible becomes an entry
 * of the recommendation's history, "selesai" is asked back at its villages, a village's "belum" is shown to both sides,
 * and goods that are not in use are for staff to see to. Returns the last word of the conversation.
 */
export async function acceptFollowUp(
  turn: LaneTurn,
  reportId: number,
  snapshot: Snapshot,
): Promise<OutboundMessage | undefined> {
  await turn.flush()
  const talk = await findFollowUpTalk(turn.sql, reportId)
  if (!talk) return undefined
  const answers = await listLatestAnswers(turn.sql, reportId)
  switch (talk.kind) {
    case 'village':
      return acceptChecks(turn, talk, answers, snapshot)
    case 'later':
      return acceptLater(turn, talk, answers, snapshot)
    case 'responsible':
      return acceptNews(turn, talk, answers)
  }
}

// ---- the responsible ----

async function acceptNews(
  turn: LaneTurn,
  talk: FollowUpTalk,
  answers: readonly LatestAnswer[],
): Promise<OutboundMessage> {
  const { sql, services, now, personId } = turn
  const seat = await findSeat(sql, talk.seatId)
  let askedBack = false
  for (const [item, of] of itemsOf(answers, 'tindak_lanjut')) {
    const said = saidOf(of)
    if (!said) continue
    const id = Number(item.slice(1))
    if (item.startsWith('k')) {
      const state = said.state === 'selesai' ? 'kept' : said.state === 'tidak_bisa' ? 'broken' : 'open'
      await setCommitmentState(sql, id, state, said.reason ?? null, now)
      continue
    }
    const [rec] = await listRecommendations(sql, services.db, { ids: [id] })
    if (!rec) continue
    const before = (await listFollowUps(sql, id)).findLast((f) => f.reportId === talk.reportId)
    if (before && isSame(before, said)) continue
    const followUpId = await addFollowUp(
      sql,
      {
        ...said,
        recommendationId: id,
        stage: stageAfter(rec.stage, said.state),
        reportId: talk.reportId,
        seatId: talk.seatId,
        personId,
        evidence: idsOf(of('bukti')),
        source: 'chat',
      },
      now,
    )
    if (said.state !== 'selesai') continue
    await addVillageChecks(sql, id, followUpId, now)
    const own = seat?.regionCode ?? null
    if (own !== null && levelOf(own) === 'desa') await confirmOwn(turn, own, followUpId)
    askedBack = true
  }
  return followUpThanks({ askedBack }, await turn.audience())
}

/** A village that did it itself need not be asked whether it arrived there. */
async function confirmOwn(turn: LaneTurn, regionCode: string, followUpId: number): Promise<void> {
  const { sql, services, now, personId } = turn
  const check = (await listOpenChecks(sql, services.db, [regionCode])).find((c) => c.followUpId === followUpId)
  if (check) await answerCheck(sql, { id: check.id, answer: 'ya', note: null, reportId: null, personId, at: now })
}

function saidOf(of: (name: string) => Json): FollowUpSaid | undefined {
  const state = recommendationStates.find((s): s is RecommendationState => s === of('keadaan_baru'))
  if (state === undefined) return undefined
  const text = (name: string) => {
    const value = of(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const year = Number(text('tahun_anggaran'))
  const amount = of('nilai')
  const programme = text('nama_program')
  const reason = text('alasan')
  const doneOn = text('tanggal_selesai')
  const targetMonth = text('target_baru')?.slice(0, 7)
  return {
    state,
    ...(Number.isInteger(year) && { budgetYear: year }),
    ...(programme !== undefined && { programme }),
    ...(typeof amount === 'number' && { amount }),
    ...(reason !== undefined && { reason }),
    ...(doneOn !== undefined && { doneOn }),
    ...(targetMonth !== undefined && { targetMonth }),
  }
}

function isSame(before: FollowUpRow, said: FollowUpSaid): boolean {
  return (
    before.state === said.state &&
    before.reason === (said.reason ?? null) &&
    before.targetMonth === (said.targetMonth ?? null) &&
    before.budgetYear === (said.budgetYear ?? null) &&
    before.budgetProgramme === (said.programme ?? null) &&
    before.amount === (said.amount ?? null) &&
    before.doneOn === (said.doneOn ?? null)
  )
}

function idsOf(value: Json): readonly string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
}

// ---- the village ----

async function acceptChecks(
  turn: LaneTurn,
  talk: FollowUpTalk,
  answers: readonly LatestAnswer[],
  snapshot: Snapshot,
): Promise<OutboundMessage> {
  const { sql, personId, now } = turn
  const place = snapshot.fields.desa || (snapshot.regionCode ?? '')
  let differs = false
  for (const [item, of] of itemsOf(answers, 'konfirmasi')) {
    const answer = of('diterima')
    const check = await findCheck(sql, Number(item.slice(1)))
    if ((answer !== 'ya' && answer !== 'belum') || !check) continue
    const said = of('catatan_desa')
    const note = typeof said === 'string' && said !== '' ? said : null
    if (answer === 'belum') differs = true
    if (check.answer === answer && check.note === note) continue
    await answerCheck(sql, { id: check.id, answer, note, reportId: talk.reportId, personId, at: now })
    if (answer === 'belum') await tellMismatch(turn, { ...check, note }, place)
  }
  return villageCheckThanks({ place, differs }, await turn.audience())
}

/** Whoever called it finished, and the coordinator, hear it at the next polite hour, once. */
async function tellMismatch(turn: LaneTurn, check: VillageCheck, place: string): Promise<void> {
  const { sql, services, now } = turn
  const [rec] = await listRecommendations(sql, services.db, { ids: [check.recommendationId] })
  const followUp = (await listFollowUps(sql, check.recommendationId)).find((f) => f.id === check.followUpId)
  if (!rec) return
  const calendar = await services.programme.calendar(sql)
  const holders = await listSeatHolders(sql, services.db, { positions: toldOfMismatch, now })
  const told = holders.filter(
    (h) =>
      reachOf(h).because === undefined &&
      (h.seatId === followUp?.seatId ||
        (h.position === 'koordinator_kabupaten' && h.regionCode === kabupatenOf(rec.regionCode))),
  )
  const zones = (await services.programme.get(sql)).kabupaten
  await queueMessages(
    sql,
    services.db,
    told.map((holder) => {
      const kabupatenCode = kabupatenOf(rec.regionCode)
      const zone = zones[kabupatenCode]?.zone ?? 'Asia/Makassar'
      const dueAt = nextAllowedAt(now, { regionCode: kabupatenCode, kabupatenCode, zone }, calendar)
      return {
        key: `mismatch:${check.id}:${holder.seatId}`,
        priority: priorities.reminder,
        addressId: holder.addressId!,
        laneId: holder.laneId!,
        body: mismatchTold(
          { place, text: rec.text, doneOn: rec.doneOn, note: check.note },
          audienceOf(services, holder, zone, dueAt),
        ),
        dueAt,
        personId: holder.personId,
      }
    }),
    now,
  )
}

const toldOfMismatch = ['opd', 'camat', 'koordinator_kabupaten', 'kepala_desa', 'pejabat_desa', 'raja_negeri']

// ---- some time after a report ----

async function acceptLater(
  turn: LaneTurn,
  talk: FollowUpTalk,
  answers: readonly LatestAnswer[],
  snapshot: Snapshot,
): Promise<OutboundMessage> {
  const { sql, laneId, personId, now } = turn
  const said = [
    ...itemsOf(answers, 'pemakaian_barang').map(
      ([item, of]) => [item, of('pemakaian'), of('alasan_pemakaian')] as const,
    ),
    ...itemsOf(answers, 'praktik_pelatihan').map(
      ([item, of]) => [item, of('dipraktikkan'), of('alasan_praktik')] as const,
    ),
  ]
  for (const [item, answer, why] of said) {
    if (typeof answer !== 'string') continue
    const id = Number(item.slice(1))
    const note = typeof why === 'string' && why !== '' ? why : null
    const about = await answerLaterQuestion(sql, { id, answer, note, talkReportId: talk.reportId, personId, at: now })
    if (about && isTrouble(about.kind, answer))
      await addStaffItem(sql, {
        kind: 'follow_on',
        key: `later:${id}`,
        laneId,
        personId,
        reportId: about.reportId,
        regionCode: about.regionCode,
        details: { what: 'barang_tidak_dipakai', question: id },
        at: now,
      })
  }
  return laterThanks(snapshot.fields.desa || (snapshot.regionCode ?? ''), await turn.audience())
}

// ---- all ----

/** The items of a repeat with a way to look up their answers. */
function itemsOf(
  answers: readonly LatestAnswer[],
  repeat: string,
): readonly (readonly [item: string, of: (name: string) => Json])[] {
  const items = new Map<string, Map<string, Json>>()
  for (const { path, value } of answers) {
    const [, name, item, question] = /^([a-z_]+)\[([^\]]+)\]\/(.+)$/.exec(path) ?? []
    if (name !== repeat || item === undefined) continue
    const own = items.get(item) ?? new Map<string, Json>()
    items.set(item, own.set(question!, value))
  }
  return [...items].map(([item, own]) => [item, (name: string) => own.get(name) ?? null] as const)
}
