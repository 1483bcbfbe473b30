import type { RegionLevel } from './regions.ts'

export const positions = [
  'kepala_desa',
  'pejabat_desa',
  'raja_negeri',
  'sekretaris_desa',
  'bpd_saniri',
  'pokja_desa',
  'camat',
  'kasi_kecamatan',
  'opd',
  'anggota_pokja',
  'anggota_forum',
  'fasilitator_desa',
  'koordinator_kabupaten',
  'pendamping_p3md',
  'staf',
  'admin',
  'petugas_pseah',
  'petugas_antikorupsi',
] as const

export type Position = (typeof positions)[number]

/** Where a seat of this position can stand: at a region of these levels, for the whole programme, or in a body. */
export type SeatLevel = RegionLevel | 'programme' | 'body'

export interface PositionFacts {
  /** As it is written in lists and imported workbooks. */
  readonly label: string
  readonly levels: readonly SeatLevel[]
  /** The level of the reports this position writes, if it writes any. */
  readonly writes?: 'desa' | 'kecamatan'
  /** One holder at a time: two names for one such seat in an import is a mistake. */
  readonly single?: true
  /** Other ways the position is written in workbooks. */
  readonly alsoCalled?: readonly string[]
}

/**
 * Raja negeri and kepala desa are two positions of one village on purpose: in Seram a negeri may have both, and neither
 * may be taken for the other. A pejabat desa is an acting head named by the bupati.
 */
export const positionFacts: Readonly<Record<Position, PositionFacts>> = {
  kepala_desa: { label: 'Kepala Desa', levels: ['desa'], writes: 'desa', single: true, alsoCalled: ['Kades', 'Lurah'] },
  pejabat_desa: {
    label: 'Pejabat Desa',
    levels: ['desa'],
    writes: 'desa',
    single: true,
    alsoCalled: ['Pj Kepala Desa', 'Penjabat Kepala Desa', 'Pejabat Negeri', 'Penjabat Desa'],
  },
  raja_negeri: { label: 'Raja Negeri', levels: ['desa'], writes: 'desa', single: true, alsoCalled: ['Raja'] },
  sekretaris_desa: { label: 'Sekretaris Desa', levels: ['desa'], writes: 'desa', alsoCalled: ['Sekdes'] },
  bpd_saniri: { label: 'BPD/Saniri', levels: ['desa'], alsoCalled: ['BPD', 'Saniri', 'Saniri Negeri', 'Ketua BPD'] },
  pokja_desa: { label: 'Pokja Desa', levels: ['desa'], writes: 'desa', alsoCalled: ['Kelompok Kerja Desa'] },
  camat: { label: 'Camat', levels: ['kecamatan'], writes: 'kecamatan', single: true, alsoCalled: ['Plt Camat'] },
  kasi_kecamatan: {
    label: 'Kasi Kecamatan',
    levels: ['kecamatan'],
    writes: 'kecamatan',
    alsoCalled: ['Kasi PMD', 'Kepala Seksi', 'Sekretaris Kecamatan', 'Sekcam'],
  },
  opd: { label: 'OPD', levels: ['kabupaten'], alsoCalled: ['Dinas', 'Badan'] },
  anggota_pokja: { label: 'Anggota Pokja', levels: ['body', 'kabupaten'], alsoCalled: ['Pokja Kabupaten'] },
  anggota_forum: { label: 'Anggota Forum', levels: ['body', 'kabupaten'], alsoCalled: ['Forum Kabupaten'] },
  fasilitator_desa: { label: 'Fasilitator Desa', levels: ['desa'], alsoCalled: ['Fasilitator'] },
  koordinator_kabupaten: {
    label: 'Koordinator Kabupaten',
    levels: ['kabupaten'],
    alsoCalled: ['Koordinator', 'District Coordinator', 'Korkab'],
  },
  pendamping_p3md: {
    label: 'Pendamping P3MD',
    levels: ['desa', 'kecamatan', 'kabupaten'],
    alsoCalled: ['Pendamping Desa', 'PLD', 'PD', 'TAPM'],
  },
  staf: { label: 'Staf', levels: ['kabupaten', 'programme'], alsoCalled: ['Staf Program', 'Project Officer'] },
  admin: { label: 'Admin', levels: ['kabupaten', 'programme'], alsoCalled: ['Administrator'] },
  petugas_pseah: { label: 'Petugas PSEAH', levels: ['kabupaten', 'programme'], alsoCalled: ['Focal Point PSEAH'] },
  petugas_antikorupsi: {
    label: 'Petugas Antikorupsi',
    levels: ['kabupaten', 'programme'],
    alsoCalled: ['Petugas Anti-Fraud', 'Focal Point Anti-Fraud', 'Petugas Anti Korupsi'],
  },
}

export function isPosition(text: string): text is Position {
  return (positions as readonly string[]).includes(text)
}
