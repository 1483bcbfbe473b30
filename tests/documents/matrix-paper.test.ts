import { describe, expect, it } from 'vitest'
import { paperOfMatrix } from '../../src/documents/matrix-paper.ts'
import type { Block } from '../../src/documents/paper.ts'
import { tablesOf } from '../../src/documents/paper-tables.ts'
import { type Matrix, type MatrixRowFacts, matrixOf } from '../../src/domain/matrix.ts'
import { raja } from '../wording/support.ts'

const bibit: MatrixRowFacts = {
  recommendationId: 7,
  kecamatan: { code: '81.05.15', name: 'Teluk Ujung' },
  villages: [
    { regionCode: '81.05.15.2001', name: 'Karang Uji', activities: [{ entityId: 'k1', name: 'Keramba kerapu' }] },
    { regionCode: '81.05.15.2002', name: 'Pasir Uji', activities: [{ entityId: 'k9', name: 'Keramba kerapu' }] },
  ],
  problem: 'Bahan & alat',
  kendala: [{ code: 'bahan_alat', name: 'Bahan & alat' }],
  text: '=SUM(A1) bibit kerapu 500 ekor',
  level: 'kabupaten',
  responsible: [{ code: 'perikanan', name: 'Dinas Perikanan' }],
  targetMonth: '2024-10',
  funding: [{ code: 'opd_apbd', name: 'OPD (APBD)' }],
  priority: 'tinggi',
  state: 'belum',
  stage: 'usulan',
  delivery: 'open',
  budget: null,
}
const matrix = (level: 'kecamatan' | 'kabupaten', rows: readonly MatrixRowFacts[]): Matrix =>
  matrixOf(
    {
      scope:
        level === 'kecamatan'
          ? { regionCode: '81.05.15', name: 'Teluk Ujung', level }
          : { regionCode: '81.05', name: 'Seram Bagian Timur', level },
      round: { code: '2024-07', number: 1 },
      asOf: '2024-11-10',
    },
    rows,
  )
const programme = { name: 'Program contoh', funder: null }
const tableOf = (blocks: readonly Block[]) => blocks.find((b) => b.kind === 'table')!

describe('the matrix on paper', () => {
  it('says the word kabupaten once, whether or not the name brings it', () => {
    const { scope, ...others } = matrix('kabupaten', [bibit])
    for (const name of ['Uji', 'Kabupaten Uji']) {
      const { subtitle, foot } = paperOfMatrix({ ...others, scope: { ...scope, name } }, programme, raja())
      expect([subtitle, foot].map((text) => text!.match(/Kabupaten/g)?.length)).toEqual([1, 1])
    }
  })

  it('has a row with its villages, target and days overdue in words', () => {
    const paper = paperOfMatrix(matrix('kecamatan', [bibit]), programme, raja())
    expect(paper).toMatchObject({
      title: 'Matriks rekomendasi tindak lanjut',
      subtitle: 'Kecamatan Teluk Ujung, putaran 2024-07, keadaan 10 November 2024',
      head: 'Program contoh',
      landscape: true,
    })
    expect(tableOf(paper.blocks).rows).toEqual([
      [
        '1',
        'Karang Uji, Pasir Uji',
        'Keramba kerapu',
        'Bahan & alat',
        '=SUM(A1) bibit kerapu 500 ekor',
        'Kabupaten',
        'Dinas Perikanan',
        'Oktober 2024',
        'OPD (APBD)',
        'Tinggi',
        'Belum ditindaklanjuti\nlewat 10 hari',
      ],
    ])
    expect(JSON.stringify(paper.blocks)).toContain('1 usulan untuk 2 desa. Prioritas tinggi 1, sedang 0, rendah 0.')
  })

  it('names the kecamatan of each row in the matrix of a kabupaten', () => {
    const { rows, columns } = tableOf(paperOfMatrix(matrix('kabupaten', [bibit]), programme, raja()).blocks)
    expect(columns[1]?.title).toBe('Kecamatan')
    expect(rows[0]?.[1]).toBe('Teluk Ujung')
  })

  it('names who signed it, and leaves lines where nobody has', () => {
    const open = paperOfMatrix(matrix('kecamatan', [bibit]), programme, raja())
    expect(open.blocks.at(-1)).toMatchObject({ people: [{ role: 'Camat Teluk Ujung', name: '' }, {}, {}] })
    const signature = {
      number: 2,
      signedOn: '2024-08-20',
      signers: [{ name: 'Camar Uji', position: 'Camat' }],
      carriedBy: 'Sekcam',
    }
    const signed = paperOfMatrix({ ...matrix('kecamatan', [bibit]), signature }, programme, raja())
    expect(signed.subtitle).toContain('Versi 2, ditandatangani 20 Agustus 2024')
    expect(signed.blocks.at(-1)).toMatchObject({
      place: 'Teluk Ujung, 20 Agustus 2024',
      people: [{ role: 'Camat', name: 'Camar Uji' }],
    })
  })

  it('says so when there is nothing in it', () => {
    expect(paperOfMatrix(matrix('kecamatan', []), programme, raja()).blocks).toEqual([
      { kind: 'text', text: 'Belum ada rekomendasi dalam putaran ini.' },
    ])
  })

  it('goes into a workbook with numbers as numbers and texts as texts', () => {
    const [table] = tablesOf(paperOfMatrix(matrix('kecamatan', [bibit]), programme, raja()))
    expect(table?.rows[0]?.[0]).toBe(1)
    expect(table?.rows[0]?.[4]).toBe('=SUM(A1) bibit kerapu 500 ekor')
  })
})
