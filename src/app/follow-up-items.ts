import type { OfficeBook } from '../domain/offices.ts'
import { type Delivery, deliveryOf, isOpen, stateWords } from '../domain/recommendations.ts'
import { kabupatenOf } from '../domain/regions.ts'
import type { Sql } from '../store/database.ts'
import { listCommitments, listMeetings, type Meeting } from '../store/meetings.ts'
import type { SeatHolder } from '../store/people.ts'
import { listRecommendations, type Recommendation } from '../store/recommendations.ts'
import type { Snapshot } from '../store/reports.ts'
import { monthWords, type Speech } from '../wording/when.ts'
import type { Services } from './services.ts'

/** The lists that the form of a follow-up reads; those that a conversation is not about are empty. */
export const followUpLists = ['rekomendasi', 'hasil_desa', 'barang_lama', 'pelatihan_lalu'] as const
export type FollowUpList = (typeof followUpLists)[number]

export type OpenRecommendation = Recommendation & { readonly delivery: Delivery }

/** Recommendations of a kabupaten about which somebody still has to do something. */
export async function openRecommendations(
  services: Services,
  sql: Sql,
  regionCode: string,
): Promise<readonly OpenRecommendation[]> {
  const all = await listRecommendations(sql, services.db, { within: [regionCode] })
  return all.map((r) => ({ ...r, delivery: deliveryOf(r.state, r.answers) })).filter((r) => isOpen(r.state, r.delivery))
}

/** A promise of an office that is not kept yet, with the name of the meeting. */
export interface OpenCommitment {
  readonly id: number
  readonly what: string
  readonly opd: string
  readonly dueOn: string | null
  readonly meeting: string
}

export async function openCommitments(
  services: Services,
  sql: Sql,
  kabupatenCode: string,
): Promise<readonly OpenCommitment[]> {
  const meetings = new Map<number, Meeting>(
    (await listMeetings(sql, services.db, { within: [kabupatenCode] })).map((m) => [m.id, m]),
  )
  return (await listCommitments(sql, services.db, [...meetings.keys()])).flatMap((c) =>
    c.state === 'open' && c.opd !== null
      ? [{ id: c.id, what: c.what, opd: c.opd, dueOn: c.dueOn, meeting: meetings.get(c.meetingId)!.title }]
      : [],
  )
}

/** Whether the holder of this seat is one of those who are to do it. */
export function answersFor(
  seat: Pick<SeatHolder, 'position' | 'regionCode' | 'opd'>,
  { responsible, regionCode, villages }: Recommendation,
): boolean {
  const inKabupaten = seat.regionCode === kabupatenOf(regionCode)
  switch (seat.position) {
    case 'opd':
      return inKabupaten && seat.opd !== null && responsible.includes(seat.opd)
    case 'camat':
      return responsible.includes('kecamatan') && seat.regionCode === regionCode
    case 'koordinator_kabupaten':
      return inKabupaten && (responsible.includes('bangkit') || responsible.includes('provinsi_pusat'))
    case 'kepala_desa':
    case 'pejabat_desa':
    case 'raja_negeri':
      return responsible.includes('desa') && villages.some((v) => v.regionCode === seat.regionCode)
    default:
      return false
  }
}

/** The list `rekomendasi` of a follow-up: `r12` is a recommendation, `k4` a promise. */
export function followUpRows(
  recommendations: readonly Recommendation[],
  commitments: readonly OpenCommitment[],
  kabupaten: string,
  speech: Speech,
): Snapshot['instances'][string] {
  const noTarget = speech.texts.t(speech.language, 'follow-up-no-target')
  return [
    ...recommendations.map((r) => ({
      name: `r${r.id}`,
      label: r.text,
      daftar_desa: r.villages.map((v) => v.name).join(', '),
      teks: r.text,
      keadaan: (stateWords.find((s) => s.code === r.state)?.label ?? r.state).toLowerCase(),
      target: r.targetMonth === null ? noTarget : monthWords(r.targetMonth, speech),
      catatan: '',
    })),
    ...commitments.map((c) => ({
      name: `k${c.id}`,
      label: speech.texts.t(speech.language, 'follow-up-commitment', { meeting: c.meeting, what: c.what }),
      daftar_desa: kabupaten,
      teks: c.what,
      keadaan: stateWords[0]!.label.toLowerCase(),
      target: c.dueOn === null ? noTarget : monthWords(c.dueOn.slice(0, 7), speech),
      catatan: '',
    })),
  ]
}

/** "Dinas Pertanian, Kecamatan" */
export function responsibleNames(
  { kabupatenCode, responsible }: Pick<Recommendation, 'kabupatenCode' | 'responsible'>,
  book: OfficeBook,
): string {
  return responsible.map((code) => book.nameOf(kabupatenCode, code)).join(', ')
}
