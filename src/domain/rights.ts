import { type Position, positionFacts } from './positions.ts'
import { covers, levelOf, WHOLE_PROGRAMME } from './regions.ts'

/**
 * Who may do what: rights come from the seat and the regions below it, never from the phone or the person. Members of a
 * Pokja or Forum and the OPD see sums per kecamatan only; complaints are seen by the PSEAH officers alone, those
 * about money and goods by the anti-fraud officers alone, and by no admin.
 */
export type ActorSeat =
  | { readonly position: Position; readonly regionCode: string }
  | { readonly position: Position; readonly bodyKabupaten: string }

export interface Actor {
  readonly seats: readonly ActorSeat[]
}

/** What the action is about; `*` stands for the whole programme. */
export interface RightsObject {
  readonly regionCode: string
}

export const actions = [
  'answer_report',
  'fill_in_report',
  'read_report',
  'read_aggregates',
  'read_late_names',
  'read_double_reports',
  'choose_official_report',
  'return_report',
  'verify_report',
  'nudge',
  'open_round',
  'extend_or_excuse',
  'import_rows',
  'see_persons',
  'invite_person',
  'mark_calendar',
  'export_data',
  'answer_help',
  'pause_sending',
  'manage_programme',
  'handle_complaint',
  'handle_fraud',
  'confirm_address',
  'manage_seats',
  'connect_group',
  'delegate_report',
  'answer_follow_up',
  'send_policy',
  'publish_story',
  'erase_person',
  'handle_breach',
] as const

export type Action = (typeof actions)[number]

/**
 * How far a right reaches from the seat: `place` = exactly the seat's region, when the position writes reports of that
 * level; `below` = the seat's region and everything inside it; `sums` = the same, but no finer than a kecamatan.
 */
type Reach = 'place' | 'below' | 'sums'

const team: readonly Position[] = ['fasilitator_desa', 'koordinator_kabupaten', 'staf', 'admin']
const office: readonly Position[] = ['koordinator_kabupaten', 'staf', 'admin']
const kecamatan: readonly Position[] = ['camat', 'kasi_kecamatan']
const village: readonly Position[] = [
  'kepala_desa',
  'pejabat_desa',
  'raja_negeri',
  'sekretaris_desa',
  'bpd_saniri',
  'pokja_desa',
]
const writers: readonly Position[] = [
  'kepala_desa',
  'pejabat_desa',
  'raja_negeri',
  'sekretaris_desa',
  'pokja_desa',
  ...kecamatan,
]

/** Who lets somebody else of their place write its report. */
export const delegating: readonly Position[] = ['kepala_desa', 'pejabat_desa', 'raja_negeri', 'camat']

/** Who is asked for news of a recommendation: offices, camat, the coordinator for the programme and for what lies above the kabupaten, heads of villages. */
export const responsiblePositions: readonly Position[] = [
  'opd',
  'camat',
  'koordinator_kabupaten',
  'kepala_desa',
  'pejabat_desa',
  'raja_negeri',
]

const grants: Readonly<Record<Action, Partial<Readonly<Record<Reach, readonly Position[]>>>>> = {
  answer_report: { place: writers },
  fill_in_report: { below: team },
  read_report: { below: [...village, ...kecamatan, 'pendamping_p3md', ...team] },
  read_aggregates: {
    below: [...village, ...kecamatan, 'pendamping_p3md', ...team],
    sums: ['opd', 'anggota_pokja', 'anggota_forum'],
  },
  read_late_names: { below: [...kecamatan, ...team] },
  // raja negeri and kepala desa must not learn of each other's report, and the kecamatan must not take sides
  read_double_reports: { below: team },
  choose_official_report: { below: team },
  return_report: { below: [...kecamatan, ...office] },
  verify_report: { below: [...kecamatan, ...office] },
  nudge: { below: [...kecamatan, ...team] },
  open_round: { below: office },
  extend_or_excuse: { below: office },
  import_rows: { below: office },
  see_persons: { below: team },
  invite_person: { below: team },
  mark_calendar: { below: office },
  export_data: { below: office },
  answer_help: { below: team },
  pause_sending: { below: ['staf', 'admin'] },
  manage_programme: { below: ['admin'] },
  handle_complaint: { below: ['petugas_pseah'] },
  handle_fraud: { below: ['petugas_antikorupsi'] },
  confirm_address: { below: [...kecamatan, ...team] },
  manage_seats: { below: office },
  connect_group: { below: office },
  delegate_report: { place: delegating },
  answer_follow_up: { below: responsiblePositions },
  send_policy: { below: ['staf', 'admin'] },
  publish_story: { below: office },
  erase_person: { below: ['staf', 'admin'] },
  handle_breach: { below: ['admin'] },
}

/**
 * Whom a complaint about money or goods may be about. Who sits there reads none of them, whatever other seat they hold,
 * in any region: they would learn who told of their own office.
 */
export const accusable: readonly Position[] = [
  ...village,
  ...kecamatan,
  'opd',
  'anggota_pokja',
  'anggota_forum',
  'pendamping_p3md',
]

/** True when one of the actor's seats gives the right. An unknown region or an empty actor has no right. */
export function can(actor: Actor, action: Action, object: RightsObject): boolean {
  if (action === 'handle_fraud' && actor.seats.some(({ position }) => accusable.includes(position))) return false
  return actor.seats.some((seat) => seatCan(seat, action, object.regionCode))
}

function seatCan(seat: ActorSeat, action: Action, regionCode: string): boolean {
  const { position } = seat
  const grant = grants[action]
  // a seat in a body reaches sums of its kabupaten and nothing else, whatever the position is called
  if ('bodyKabupaten' in seat)
    return grant.sums?.includes(position) === true && covers(seat.bodyKabupaten, regionCode) && !isFine(regionCode)

  if (grant.place?.includes(position))
    return seat.regionCode === regionCode && positionFacts[position].writes === levelOf(regionCode)
  if (grant.below?.includes(position)) return reaches(seat, regionCode)
  if (grant.sums?.includes(position)) return reaches(seat, regionCode) && !isFine(regionCode)
  return false
}

function reaches(seat: { readonly position: Position; readonly regionCode: string }, regionCode: string): boolean {
  if (seat.regionCode === WHOLE_PROGRAMME && !positionFacts[seat.position].levels.includes('programme')) return false
  return covers(seat.regionCode, regionCode)
}

function isFine(regionCode: string): boolean {
  return regionCode !== WHOLE_PROGRAMME && levelOf(regionCode) === 'desa'
}
