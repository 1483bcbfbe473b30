import { describe, expect, it } from 'vitest'
import { changedRows, type MatrixRowFacts, matrixOf } from '../../src/domain/matrix.ts'

const row = (recommendationId: number, kecamatan: string, changed: Partial<MatrixRowFacts> = {}): MatrixRowFacts => ({
  recommendationId,
  kecamatan: { code: kecamatan, name: 'Teluk Ujung' },
  villages: [{ regionCode: `${kecamatan}.2001`, name: 'Air Besar', activities: [] }],
  problem: 'Hama & penyakit',
  kendala: [{ code: 'hama', name: 'Hama & penyakit' }],
  text: 'Pelatihan pengendalian hama',
  level: 'kabupaten',
  responsible: [{ code: 'pertanian', name: 'Dinas Pertanian' }],
  targetMonth: '2024-10',
  funding: [{ code: 'opd_apbd', name: 'OPD (APBD)' }],
  priority: 'sedang',
  state: 'belum',
  stage: 'usulan',
  delivery: 'open',
  budget: null,
  ...changed,
})
const kecamatan = {
  scope: { regionCode: '81.05.15', name: 'Teluk Ujung', level: 'kecamatan' },
  round: { code: '2024-07', number: 1 },
  asOf: '2024-11-03',
} as const
const kabupaten = {
  ...kecamatan,
  scope: { regionCode: '81.05', name: 'Seram Bagian Timur', level: 'kabupaten' },
} as const

describe('a matrix', () => {
  const rows = [
    row(1, '81.05.15', { priority: 'rendah' }),
    row(2, '81.05.09', { state: 'selesai', delivery: 'disputed' }),
    row(3, '81.05.15', { priority: 'tinggi', state: 'selesai', delivery: 'received' }),
    row(4, '53.18.01'),
  ]

  it('of a kecamatan has its own rows, the most urgent first, numbered', () => {
    const matrix = matrixOf(kecamatan, rows)
    expect(matrix.rows.map((r) => [r.no, r.recommendationId])).toEqual([
      [1, 3],
      [2, 1],
    ])
    expect(matrix.signature).toBeNull()
  })

  it('of a kabupaten has those of all its kecamatan and of no other kabupaten', () => {
    const matrix = matrixOf(kabupaten, rows)
    expect(matrix.rows.map((r) => r.recommendationId)).toEqual([2, 3, 1])
    expect(matrix.totals).toMatchObject({
      rows: 3,
      villages: 2,
      byPriority: { tinggi: 1, sedang: 1, rendah: 1 },
      byState: { belum: 1, selesai: 2 },
      overdue: 2,
      received: 1,
      disputed: 1,
    })
    expect(matrix.rows.map((r) => r.daysOverdue)).toEqual([3, 0, 3])
  })

  it('is changed by what was agreed, not by how far it is', () => {
    const signed = matrixOf(kecamatan, rows)
    const later = { ...kecamatan, asOf: '2025-02-01' }
    const moved = rows.map((r) => ({ ...r, state: 'diproses' as const, stage: 'rkpd' as const }))
    expect(changedRows(signed, matrixOf(later, moved))).toEqual([])
    const edited = rows.map((r) => (r.recommendationId === 1 ? { ...r, targetMonth: '2025-03' } : r))
    expect(changedRows(signed, matrixOf(later, [...edited, row(9, '81.05.15')]))).toEqual([1, 9])
    expect(changedRows(signed, matrixOf(later, rows.slice(1)))).toEqual([1])
  })
})
