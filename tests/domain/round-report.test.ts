import { describe, expect, it } from 'vitest'
import { paperOfRound } from '../../src/documents/round-paper.ts'
import { qualityOf } from '../../src/domain/quality.ts'
import { type RoundFacts, roundReport } from '../../src/domain/round-report.ts'
import { figuresOf, type VillageFigures } from '../../src/domain/village-figures.ts'
import { raja } from '../wording/support.ts'

const place = (n: number, kecamatan: string) => ({
  regionCode: `81.05.${kecamatan}.200${n}`,
  name: `Desa ${n}`,
  excused: false,
})
const places = [place(1, '04'), place(2, '04'), place(3, '15'), place(4, '15')]

const village = (n: number, persen: number, women: number, isLate = false): VillageFigures => ({
  regionCode: places[n - 1]!.regionCode,
  name: places[n - 1]!.name,
  submittedAt: 0,
  isLate,
  ...figuresOf({
    attendance: { total: 20 + women, l: 20, p: women },
    activities: [
      {
        entityId: 'k',
        name: 'k',
        bidang: 'pertanian',
        status: 'berjalan',
        persen,
        target: null,
        hasil: null,
        kendala: ['hama'],
        dukungan: [],
        pihak: [],
        carried: false,
      },
    ],
  }),
})
const figures = [village(1, 40, 10), village(2, 60, 2, true), village(3, 50, 8)]
const facts: RoundFacts = {
  round: { code: '2024-10', number: 2, opensOn: '2024-10-01', dueOn: '2024-10-15' },
  kabupaten: 'Ujung Timur',
  asOf: '2024-10-20',
  places,
  figures,
  kecamatan: [
    { regionCode: '81.05.04', name: 'Ujung', state: 'submitted' },
    { regionCode: '81.05.15', name: 'Teluk', state: 'late' },
  ],
  before: { code: '2024-07', places, figures: [village(1, 30, 6), village(2, 50, 6)] },
  quality: qualityOf({
    places: places.map((p) => ({ ...p, state: 'submitted' as const, isLate: false, isHalfDone: false })),
    figures,
    figuresBefore: [],
    skipped: 0,
    notInPlan: 0,
    said: [],
    plan: [],
    filledBy: {},
  }),
  next: { planning: [], rounds: [{ code: '2025-01', opensOn: '2025-01-06' }], recommendations: 3 },
}

describe('the report of a round', () => {
  it('counts who reported in time and late, kecamatan by kecamatan', () => {
    expect(roundReport(facts).kecamatan).toMatchObject([
      { name: 'Ujung', expected: 2, reported: 2, inTime: 1, late: 1 },
      { name: 'Teluk', expected: 2, reported: 1, inTime: 1, late: 0 },
    ])
  })

  it('names no village, neither the late one nor the one worth a second look', () => {
    expect(JSON.stringify(roundReport(facts))).not.toMatch(/Desa \d|81\.05\.\d\d\.\d/)
  })

  it('compares the villages that reported in both rounds, and the sums of both', () => {
    const { since, before } = roundReport(facts)
    expect(since).toEqual({ villages: 2, progress: 10 })
    expect(before).toMatchObject({ code: '2024-07', totals: { reported: 2, expected: 4 } })
  })

  it('closes rows from which a small count of persons could be computed', () => {
    const few = roundReport({ ...facts, figures: [village(1, 40, 1), village(2, 60, 1), village(3, 50, 8)] })
    expect(few.kecamatan.map((k) => k.attendance.p)).toEqual([null, null])
    expect(few.totals.attendance.p).toBe(10)
  })

  it('says on paper what is still owed and what comes', () => {
    const paper = paperOfRound(
      roundReport(facts),
      { label: (_list, code) => code, programme: { name: 'Program contoh', funder: null } },
      raja(),
    )
    expect(paper.blocks.at(-1)).toMatchObject({
      items: [
        '1 desa masih ditunggu laporannya.',
        '1 laporan kecamatan masih ditunggu.',
        '3 usulan dalam matriks rekomendasi menunggu tindak lanjut di rapat Pokja/Forum.',
        'Putaran 2025-01 dibuka 6 Januari 2025.',
      ],
    })
    const tables = paper.blocks.filter((b) => b.kind === 'table')
    expect(tables.find((b) => b.columns[0]?.title === 'Ukuran')?.rows.slice(0, 2)).toEqual([
      ['Desa yang melapor', '2 dari 4', '3 dari 4'],
      ['Laporan sesudah batas', '0', '1'],
    ])
  })
})
