import { describe, expect, it } from 'vitest'
import { commandRights as chatRights } from '../../src/app/commands/index.ts'
import { commandRights } from '../../src/cli/command-rights.ts'
import type { Position } from '../../src/domain/positions.ts'
import { type ActorSeat, actions, can } from '../../src/domain/rights.ts'
import { pages } from '../../src/web/pages/index.ts'
import { rightsGuide } from './rights-guide.ts'

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

it('is what the guide for staff says, for every right, position and place, and at every door', async () => {
  await expect(rightsGuide()).toMatchFileSnapshot('../../docs/panduan/hak-akses.md')
})

it('has a door for every right, but for the choice between two reports and what is asked within a page', () => {
  const asked = new Set<string>([
    ...pages.flatMap((page) => [page.right, ...Object.values(page.actions).map(({ right }) => right)]),
    ...chatRights.values(),
    ...Object.values(commandRights),
  ])
  expect(actions.filter((action) => !asked.has(action))).toEqual([
    'answer_report',
    'read_double_reports',
    'choose_official_report',
  ])
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
