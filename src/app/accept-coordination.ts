import type { CountBySex } from '../domain/village-figures.ts'
import type { Json } from '../lib/json.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { type NewMeeting, saveMeeting } from '../store/meetings.ts'
import type { ObligationRow } from '../store/obligations.ts'
import { type LatestAnswer, listLatestAnswers } from '../store/reports.ts'
import { findSetting } from '../store/settings.ts'
import { matrixOffer } from '../wording/system/recommendations.ts'
import { proposalsOf } from './matrix-instances.ts'
import { oweMatrix } from './owe-matrix.ts'
import { placeName } from './places.ts'
import type { LaneTurn } from './turn.ts'

/**
 * A kecamatan handed in its report or corrected it: the meeting it tells of goes into the register with its batches and
 * who came, and the matrix is offered where somebody wants to make it.
 */
export async function acceptCoordination(
  turn: LaneTurn,
  about: { readonly reportId: number; readonly obligation: ObligationRow; readonly wantsMatrix: boolean },
): Promise<{ readonly offer: OutboundMessage; readonly obligationId: number } | undefined> {
  const { sql, services, now } = turn
  const { reportId, obligation } = about
  const answers = await listLatestAnswers(sql, reportId)
  const meeting = meetingTold(answers, obligation, reportId, services.texts)
  if (meeting) await saveMeeting(sql, meeting, { at: now, demo: (await findSetting(sql, 'demo')) === true })

  if (!about.wantsMatrix) return undefined
  const matrix = await oweMatrix(services, sql, obligation, now)
  if (!matrix) return undefined
  const proposals = await proposalsOf(services, sql, matrix, now)
  const offered = { obligationId: matrix.id, proposals: proposals.length }
  return { offer: matrixOffer(offered, await turn.audience()), obligationId: matrix.id }
}

/** The meeting as the report tells it; undefined while no batch has a date. */
export function meetingTold(
  answers: readonly LatestAnswer[],
  obligation: ObligationRow,
  reportId: number,
  texts: LaneTurn['services']['texts'],
): NewMeeting | undefined {
  const value = (path: string): Json => answers.find((a) => a.path === path)?.value ?? null
  const batches = answers.flatMap(({ path, value: on }) => {
    const item = /^batch\[([^\]]+)\]\/tanggal_batch$/.exec(path)?.[1]
    return item === undefined || typeof on !== 'string' ? [] : [{ item, on }]
  })
  if (batches.length === 0) return undefined
  const sessions = batches.map(({ item, on }) => {
    const of = (name: string) => value(`batch[${item}]/${name}`)
    const villages = of('desa_hadir')
    return {
      on,
      place: textOf(of('tempat')),
      opener: textOf(of('pembuka')),
      attendance: countOf(of('peserta')),
      atLeast: false,
      villages: Array.isArray(villages) ? villages.filter((v): v is string => typeof v === 'string') : [],
    }
  })
  const dates = sessions.map((s) => s.on).sort()
  return {
    bodyId: null,
    regionCode: obligation.regionCode,
    roundId: obligation.roundId,
    reportId,
    kind: 'koordinasi_kecamatan',
    number: null,
    title: `${obligation.title}, ${placeName(obligation, { texts, language: 'id' })}`,
    fromOn: dates[0]!,
    untilOn: dates.at(-1)!,
    place: sessions[0]!.place,
    opener: sessions[0]!.opener,
    initiator: null,
    funder: null,
    agenda: [],
    decisions: [],
    aggregate: null,
    guests: null,
    deliverOn: textOf(value('tanggal_rakor')),
    carriedBy: textOf(value('pembawa')),
    sessions,
  }
}

function textOf(value: Json): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function countOf(value: Json): CountBySex | null {
  const count = value as Partial<CountBySex> | null
  return typeof count?.total === 'number' && typeof count.l === 'number' && typeof count.p === 'number'
    ? { total: count.total, l: count.l, p: count.p }
    : null
}
