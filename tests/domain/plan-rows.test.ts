import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { activityStatuses, fundingSources, livelihoodFields } from '../../src/domain/activities.ts'
import { readPlanRows } from '../../src/domain/plan-rows.ts'
import type { Region } from '../../src/domain/regions.ts'
import type { SheetRow } from '../../src/domain/row-cells.ts'

const zone = 'Asia/Jayapura'
const regions: readonly Region[] = [
  { code: '81.05.15', name: 'Teluk Waru', zone },
  { code: '81.05.15.2003', name: 'Dawang', zone },
  { code: '81.05.15.2004', name: 'Solang', zone },
]
const good = {
  kode_desa: '81.05.15.2003',
  nama_desa: 'Dawang',
  kegiatan: 'Kebun pala kelompok',
  bidang: 'Pertanian',
  target: '250',
  satuan: 'Pohon',
  biaya: 'Rp 25.000.000',
  sumber: 'Dana Desa, swadaya',
  mulai: 'Maret 2024',
  selesai: '11/2024',
  penanggung_jawab: 'Kelompok tani',
  tahun_vlp: 2024,
}
const sheet = (...rows: Partial<Record<keyof typeof good, string | number>>[]): SheetRow[] =>
  rows.map((cells, i) => ({ row: i + 2, cells: { ...good, ...cells } }))
const issuesOf = (...rows: Parameters<typeof sheet>) => {
  const result = readPlanRows(sheet(...rows), regions)
  return result.ok ? [] : result.issues
}

describe('a workbook of plan activities', () => {
  it('becomes activities', () => {
    expect(readPlanRows(sheet({}), regions)).toEqual({
      ok: true,
      rows: [
        {
          row: 2,
          regionCode: '81.05.15.2003',
          name: 'Kebun pala kelompok',
          bidang: 'pertanian',
          target: 250,
          satuan: 'pohon',
          biaya: 25_000_000,
          sumber: ['dana_desa', 'swadaya'],
          mulai: '2024-03',
          selesai: '2024-11',
          penanggungJawab: 'Kelompok tani',
          tahunVlp: 2024,
        },
      ],
    })
  })

  it('asks for little: village, name, field and year', () => {
    const bare = { target: '', satuan: '', biaya: '', sumber: '', mulai: '', selesai: '', penanggung_jawab: '' }
    expect(readPlanRows(sheet(bare), regions)).toMatchObject({
      ok: true,
      rows: [{ target: null, biaya: null, sumber: [], mulai: null, selesai: null }],
    })
  })

  const refused: readonly [what: string, cells: Parameters<typeof sheet>[0], column: string, message: RegExp][] = [
    ['a village nobody knows', { kode_desa: '81.05.15.2099' }, 'kode_desa', /tidak dikenal/],
    ['a kecamatan', { kode_desa: '81.05.15', nama_desa: '' }, 'kode_desa', /bukan kode desa/],
    ['no name', { kegiatan: '' }, 'kegiatan', /belum diisi/],
    ['an unknown field', { bidang: 'tambang' }, 'bidang', /Pilih salah satu: Pertanian/],
    ['a target in words', { target: '250 pohon' }, 'target', /bukan angka.*Contoh: 250/],
    ['a target of nothing', { target: 0 }, 'target', /lebih dari 0/],
    ['a target without a unit', { satuan: '' }, 'satuan', /Contoh: ekor/],
    ['a cost in words', { biaya: 'dua puluh juta' }, 'biaya', /25000000/],
    ['a cost in thousands', { biaya: '1.500' }, 'biaya', /terlalu kecil/],
    ['an unknown source', { sumber: 'Dana Desa; hibah Jepang' }, 'sumber', /"hibah Jepang" tidak dikenal/],
    ['a month without a year', { mulai: 'Maret' }, 'mulai', /Maret 2024/],
    ['an end before the start', { selesai: 'Januari 2024' }, 'selesai', /lebih awal/],
    ['a year of two digits', { tahun_vlp: '24' }, 'tahun_vlp', /empat angka/],
  ]
  it.each(refused)('refuses %s and says what to do', (_what, cells, column, message) => {
    expect(issuesOf(cells)).toEqual([{ row: 2, column, message: expect.stringMatching(message) }])
  })

  it('refuses one activity twice in a village and year, not in two villages or two years', () => {
    expect(issuesOf({}, { kegiatan: 'kebun  PALA kelompok' })).toMatchObject([{ row: 3, column: 'kegiatan' }])
    expect(issuesOf({}, { kode_desa: '81.05.15.2004', nama_desa: 'Solang' }, { tahun_vlp: 2025 })).toEqual([])
  })

  it('takes all rows or none', () => {
    const result = readPlanRows(sheet({}, { bidang: '?', kegiatan: 'Kios' }), regions)
    expect(result).toMatchObject({ ok: false, issues: [{ row: 3, column: 'bidang' }] })
  })
})

describe('the words of the plan', () => {
  const form = parse(readFileSync(new URL('../../flows/pemantauan-desa.yaml', import.meta.url), 'utf8')) as {
    choices: Record<string, { name: string }[]>
  }
  const choices = (list: string) => form.choices[list]?.map(({ name }) => name)

  it('are the choices of the monitoring form', () => {
    expect(livelihoodFields.map(({ code }) => code)).toEqual(choices('bidang'))
    expect(fundingSources.map(({ code }) => code)).toEqual(choices('sumber_dana'))
    expect([...activityStatuses]).toEqual(choices('status'))
  })

  it('mean one thing each', () => {
    for (const words of [livelihoodFields, fundingSources]) {
      const all = words.flatMap(({ code, label, alsoCalled }) => [
        ...new Set([code, label, ...alsoCalled].map((w) => w.toLowerCase())),
      ])
      expect(new Set(all).size).toBe(all.length)
    }
  })
})
