import { describe, expect, it } from 'vitest'
import { type Position, positions } from '../../src/domain/positions.ts'
import { type Action, type ActorSeat, actions, can } from '../../src/domain/rights.ts'

/** One seat of every position, all around the desa Dawang in Teluk Waru. */
const seats: Readonly<Record<Position, ActorSeat>> = {
  kepala_desa: { position: 'kepala_desa', regionCode: '81.05.15.2003' },
  pejabat_desa: { position: 'pejabat_desa', regionCode: '81.05.15.2003' },
  raja_negeri: { position: 'raja_negeri', regionCode: '81.05.15.2003' },
  sekretaris_desa: { position: 'sekretaris_desa', regionCode: '81.05.15.2003' },
  bpd_saniri: { position: 'bpd_saniri', regionCode: '81.05.15.2003' },
  pokja_desa: { position: 'pokja_desa', regionCode: '81.05.15.2003' },
  camat: { position: 'camat', regionCode: '81.05.15' },
  kasi_kecamatan: { position: 'kasi_kecamatan', regionCode: '81.05.15' },
  opd: { position: 'opd', regionCode: '81.05' },
  anggota_pokja: { position: 'anggota_pokja', bodyKabupaten: '81.05' },
  anggota_forum: { position: 'anggota_forum', bodyKabupaten: '81.05' },
  fasilitator_desa: { position: 'fasilitator_desa', regionCode: '81.05.15.2003' },
  koordinator_kabupaten: { position: 'koordinator_kabupaten', regionCode: '81.05' },
  pendamping_p3md: { position: 'pendamping_p3md', regionCode: '81.05.15' },
  staf: { position: 'staf', regionCode: '81.05' },
  admin: { position: 'admin', regionCode: '*' },
  petugas_pseah: { position: 'petugas_pseah', regionCode: '*' },
  petugas_antikorupsi: { position: 'petugas_antikorupsi', regionCode: '*' },
}

const village = 'kepala_desa pejabat_desa raja_negeri sekretaris_desa bpd_saniri pokja_desa'
const villageWriters = 'kepala_desa pejabat_desa raja_negeri sekretaris_desa pokja_desa'
const kecamatan = 'camat kasi_kecamatan'
const team = 'fasilitator_desa koordinator_kabupaten staf admin'
const office = 'koordinator_kabupaten staf admin'

/** Who may do the action about: own desa | own kecamatan | own kabupaten. Everybody else may not. */
const table: Readonly<Record<Action, readonly [desa: string, kecamatan: string, kabupaten: string]>> = {
  answer_report: [villageWriters, kecamatan, ''],
  take_over_report: [villageWriters, kecamatan, ''],
  fill_in_report: [team, office, office],
  read_report: [`${village} ${kecamatan} pendamping_p3md ${team}`, `${kecamatan} pendamping_p3md ${office}`, office],
  read_aggregates: [
    `${village} ${kecamatan} pendamping_p3md ${team}`,
    `${kecamatan} pendamping_p3md opd anggota_pokja anggota_forum ${office}`,
    `opd anggota_pokja anggota_forum ${office}`,
  ],
  read_late_names: [`${kecamatan} ${team}`, `${kecamatan} ${office}`, office],
  read_double_reports: [team, office, office],
  choose_official_report: [team, office, office],
  return_report: [`${kecamatan} ${office}`, `${kecamatan} ${office}`, office],
  verify_report: [`${kecamatan} ${office}`, `${kecamatan} ${office}`, office],
  nudge: [`${kecamatan} ${team}`, `${kecamatan} ${office}`, office],
  open_round: [office, office, office],
  extend_or_excuse: [office, office, office],
  import_rows: [office, office, office],
  see_persons: [team, office, office],
  invite_person: [team, office, office],
  mark_calendar: [office, office, office],
  export_data: [office, office, office],
  answer_help: [team, office, office],
  pause_sending: ['staf admin', 'staf admin', 'staf admin'],
  manage_programme: ['admin', 'admin', 'admin'],
  handle_complaint: ['petugas_pseah', 'petugas_pseah', 'petugas_pseah'],
  handle_fraud: ['petugas_antikorupsi', 'petugas_antikorupsi', 'petugas_antikorupsi'],
  confirm_address: [`${kecamatan} ${team}`, `${kecamatan} ${office}`, office],
  manage_seats: [office, office, office],
  connect_group: [office, office, office],
}

const own = ['81.05.15.2003', '81.05.15', '81.05'] as const

describe.each(actions)('%s', (action) => {
  it.each(positions)('of the own region by %s', (position) => {
    const actor = { seats: [seats[position]] }
    const expected = table[action].map((names) => names.split(' ').includes(position))
    expect(own.map((regionCode) => can(actor, action, { regionCode }))).toEqual(expected)
  })

  it('of another kabupaten is for those with a programme seat only', () => {
    const elsewhere = ['53.18.01.2001', '53.18.01', '53.18']
    const allowed = positions.filter((position) =>
      elsewhere.some((regionCode) => can({ seats: [seats[position]] }, action, { regionCode })),
    )
    const everywhere = ['admin', 'petugas_pseah', 'petugas_antikorupsi']
    expect(allowed).toEqual(everywhere.filter((position) => table[action].join(' ').includes(position)))
  })
})

describe('the edges of a region', () => {
  const camat = { seats: [seats.camat] }

  it('gives a camat the late names of his kecamatan and of no neighbour', () => {
    expect(can(camat, 'read_late_names', { regionCode: '81.05.15' })).toBe(true)
    expect(can(camat, 'read_late_names', { regionCode: '81.05.11' })).toBe(false)
    expect(can(camat, 'read_late_names', { regionCode: '81.05' })).toBe(false)
  })

  it('does not let a camat answer for a village, nor a village head for his neighbour', () => {
    expect(can(camat, 'answer_report', { regionCode: '81.05.15.2003' })).toBe(false)
    expect(can({ seats: [seats.kepala_desa] }, 'answer_report', { regionCode: '81.05.15.2004' })).toBe(false)
  })

  it('gives the whole programme to nobody with a seat in a kabupaten', () => {
    expect(can({ seats: [seats.staf] }, 'open_round', { regionCode: '*' })).toBe(false)
    expect(can({ seats: [seats.admin] }, 'open_round', { regionCode: '*' })).toBe(true)
  })

  it('takes a star as the whole programme only for positions that can stand there', () => {
    const odd = { seats: [{ position: 'camat', regionCode: '*' } as const] }
    expect(can(odd, 'read_late_names', { regionCode: '81.05.15' })).toBe(false)
  })

  it('gives nothing to an empty region, an empty actor or a body of another kabupaten', () => {
    expect(can({ seats: [{ position: 'staf', regionCode: '' }] }, 'open_round', { regionCode: '81.05' })).toBe(false)
    expect(can({ seats: [] }, 'read_aggregates', { regionCode: '81.05' })).toBe(false)
    expect(can({ seats: [seats.anggota_pokja] }, 'read_aggregates', { regionCode: '53.18' })).toBe(false)
  })

  it('keeps complaints about money from an officer who also sits where the money goes through', () => {
    const clean = { seats: [seats.petugas_antikorupsi, seats.staf] }
    expect(can(clean, 'handle_fraud', { regionCode: '81.05' })).toBe(true)
    for (const position of ['kepala_desa', 'camat', 'opd', 'anggota_forum', 'pendamping_p3md'] as const) {
      const both = { seats: [seats.petugas_antikorupsi, seats[position]] }
      expect([position, can(both, 'handle_fraud', { regionCode: '53.18' })]).toEqual([position, false])
    }
    const reads = { seats: [seats.petugas_pseah, seats.camat] }
    expect(can(reads, 'handle_complaint', { regionCode: '81.05' })).toBe(true)
  })

  it('adds up the seats of a person with several', () => {
    const both = { seats: [seats.kepala_desa, seats.anggota_pokja] }
    expect(can(both, 'answer_report', { regionCode: '81.05.15.2003' })).toBe(true)
    expect(can(both, 'read_aggregates', { regionCode: '81.05.04' })).toBe(true)
  })
})
