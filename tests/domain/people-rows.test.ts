import { describe, expect, it } from 'vitest'
import { officeBook, usualOffices } from '../../src/domain/offices.ts'
import { peopleRequiredColumns, readPeopleRows } from '../../src/domain/people-rows.ts'
import type { Region } from '../../src/domain/regions.ts'
import { missingColumns, type SheetRow } from '../../src/domain/row-cells.ts'

const zone = 'Asia/Jayapura'
const regions: readonly Region[] = [
  { code: '81.05', name: 'Seram Bagian Timur', zone },
  { code: '81.05.01', name: 'Bula', zone },
  { code: '81.05.15', name: 'Teluk Waru', zone },
  { code: '81.05.15.2003', name: 'Dawang', zone },
  { code: '81.05.15.2010', name: 'Boinfia', zone, aliases: ['Boinhia'] },
  { code: '81.05.15.2009', name: 'Kampung Baru', zone },
  { code: '81.05.01.2005', name: 'Kampung Baru', zone },
]
const book = officeBook(usualOffices.map((office) => ({ ...office, kabupatenCode: '81.05', active: true })))
const good = {
  nama: 'Ibu Contoh',
  jabatan: 'Kepala Desa',
  kode_wilayah: '81.05.15.2003',
  nama_wilayah: 'Dawang',
  no_hp: '081234567890',
  kanal: 'WA',
  bahasa: '',
}
const sheet = (...rows: Partial<Record<keyof typeof good, string | number>>[]): SheetRow[] =>
  rows.map((cells, i) => ({ row: i + 2, cells: { ...good, ...cells } }))
const issuesOf = (...rows: Parameters<typeof sheet>) => {
  const result = readPeopleRows(sheet(...rows), regions, book)
  return result.ok ? [] : result.issues
}

describe('a workbook of people', () => {
  it('becomes seats', () => {
    expect(readPeopleRows(sheet({}), regions, book)).toEqual({
      ok: true,
      rows: [
        {
          row: 2,
          name: 'Ibu Contoh',
          position: 'kepala_desa',
          regionCode: '81.05.15.2003',
          phone: '+6281234567890',
          channel: 'whatsapp',
          language: 'id',
          opd: null,
        },
      ],
    })
  })

  const accepted: readonly [what: string, cells: Parameters<typeof sheet>[0], expected: Record<string, unknown>][] = [
    ['a position by its code', { jabatan: 'raja_negeri' }, { position: 'raja_negeri' }],
    ['a position as people say it', { jabatan: 'Pj. Kepala Desa' }, { position: 'pejabat_desa' }],
    ['a village by its name alone', { kode_wilayah: '', nama_wilayah: 'desa dawang' }, { regionCode: '81.05.15.2003' }],
    ['a village by another spelling', { kode_wilayah: '', nama_wilayah: 'Boinhia' }, { regionCode: '81.05.15.2010' }],
    [
      'one of two namesakes with its kecamatan',
      { kode_wilayah: '', nama_wilayah: 'Kampung Baru, Bula' },
      { regionCode: '81.05.01.2005' },
    ],
    ['nobody’s phone', { no_hp: '' }, { phone: null }],
    ['staff without a region', { jabatan: 'Staf', kode_wilayah: '', nama_wilayah: '' }, { regionCode: '*' }],
    [
      'a Pokja member by kabupaten',
      { jabatan: 'Anggota Pokja', kode_wilayah: 81.05, nama_wilayah: '' },
      { position: 'anggota_pokja', regionCode: '81.05' },
    ],
  ]
  it.each(accepted)('takes %s', (_what, cells, expected) => {
    expect(readPeopleRows(sheet(cells), regions, book)).toMatchObject({ ok: true, rows: [expected] })
  })

  const refused: readonly [what: string, cells: Parameters<typeof sheet>[0], column: string, message: RegExp][] = [
    ['no name', { nama: ' ' }, 'nama', /belum diisi/],
    ['an unknown position', { jabatan: 'Kepala Suku' }, 'jabatan', /"Kepala Suku" tidak dikenal.*Kepala Desa/],
    [
      'a camat at a village',
      { jabatan: 'Camat' },
      'kode_wilayah',
      /Camat: Kode 81\.05\.15\.2003 .*bukan kode kecamatan/,
    ],
    ['a village head at a kecamatan', { kode_wilayah: '81.05.15' }, 'kode_wilayah', /bukan kode desa/],
    ['a code that is none', { kode_wilayah: '8105' }, 'kode_wilayah', /bukan kode wilayah.*81\.05\.15\.2003/],
    ['a code of another programme', { kode_wilayah: '11.01.01.2001' }, 'kode_wilayah', /tidak dikenal/],
    ['code and name that disagree', { nama_wilayah: 'Boinfia' }, 'kode_wilayah', /adalah Dawang.*ditulis "Boinfia"/],
    ['no region at all', { kode_wilayah: '', nama_wilayah: '' }, 'kode_wilayah', /belum diisi/],
    [
      'a name that two villages have',
      { kode_wilayah: '', nama_wilayah: 'Kampung Baru' },
      'nama_wilayah',
      /2 wilayah.*81\.05\.15\.2009 \(Kampung Baru, Kecamatan Teluk Waru\).*Isi kode/,
    ],
    ['a phone that cannot be', { no_hp: '0812' }, 'no_hp', /081234567890/],
    ['an unknown channel', { kanal: 'signal' }, 'kanal', /telegram atau whatsapp/],
    ['an unknown language', { bahasa: 'jawa' }, 'bahasa', /id atau en/],
  ]
  it.each(refused)('refuses %s and says what to do', (_what, cells, column, message) => {
    expect(issuesOf(cells)).toEqual([{ row: 2, column, message: expect.stringMatching(message) }])
  })

  it('names every bad row and takes none', () => {
    const issues = issuesOf({}, { nama: '', no_hp: 'x' }, { jabatan: '?', nama: 'Bapak Contoh' })
    expect(issues.map(({ row, column }) => [row, column])).toEqual([
      [3, 'nama'],
      [3, 'no_hp'],
      [4, 'jabatan'],
    ])
  })

  it('finds the same row twice, and two heads on one seat, but lets a raja stand beside a kepala desa', () => {
    expect(issuesOf({}, {})).toMatchObject([
      { row: 3, column: 'nama', message: expect.stringMatching(/sama dengan baris 2/) },
    ])
    expect(issuesOf({}, { nama: 'Bapak Contoh' })).toMatchObject([{ row: 3, column: 'jabatan' }])
    expect(issuesOf({}, { nama: 'Bapak Contoh', jabatan: 'Raja Negeri' })).toEqual([])
    expect(issuesOf({ jabatan: 'Pokja Desa' }, { jabatan: 'Pokja Desa', nama: 'Bapak Contoh' })).toEqual([])
  })

  it('passes over blank rows and refuses an empty sheet', () => {
    const blank = { row: 3, cells: { nama: '', jabatan: ' ' } }
    expect(readPeopleRows([...sheet({}), blank], regions, book)).toMatchObject({ ok: true, rows: [{ row: 2 }] })
    expect(readPeopleRows([blank], regions, book)).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringMatching(/kosong/) }],
    })
  })

  it('names the columns that a sheet lacks', () => {
    expect(missingColumns(['nama', 'jabatan'], peopleRequiredColumns, 1)).toMatchObject([
      { row: 1, column: 'kode_wilayah' },
    ])
  })
})
