import { expect, it } from 'vitest'
import { dokumentasiRow, type OpenDkActivity, pembangunanRow } from '../../src/domain/opendk.ts'

const kios: OpenDkActivity = {
  regionCode: '53.18.01.2002',
  id: 12,
  name: 'Kios sarana pertanian',
  plan: {
    target: '2',
    satuan: 'unit',
    biaya: '40000000',
    sumber: 'dana_desa',
    mulai: '2024-03',
    selesai: '2024-09',
    tahun_vlp: '2024',
    penanggung_jawab: 'Kelompok Uji',
  },
  said: 'Sedang berjalan. Kendala: Dana',
  percent: 40,
  isGivenUp: false,
  beneficiaries: { total: 20, l: 8, p: 12 },
  spent: 15_000_000,
  paidBy: [],
  reportId: 7,
  toldAt: '2024-07-12 10:15:00',
}

it('tells OpenDK what is planned, who pays, and whom it serves', () => {
  expect(pembangunanRow(kios)).toEqual({
    desa_id: '53.18.01.2002',
    id: '12',
    sumber_dana: 'Dana Desa/ADD',
    lokasi: '',
    keterangan: 'Sedang berjalan. Kendala: Dana',
    judul: 'Kios sarana pertanian',
    volume: '2 unit',
    tahun_anggaran: '2024',
    pelaksana_kegiatan: 'Kelompok Uji',
    status: '1',
    anggaran: '40000000',
    perubahan_anggaran: '15000000',
    sumber_biaya_pemerintah: '40000000',
    sumber_biaya_provinsi: '',
    sumber_biaya_kab_kota: '',
    sumber_biaya_swadaya: '',
    sumber_biaya_jumlah: '40000000',
    manfaat: '20 orang (8 laki-laki, 12 perempuan)',
    waktu: '2024-03 s.d. 2024-09',
    foto: '',
  })
})

it('splits no sum between payers that nobody split', () => {
  const row = pembangunanRow({ ...kios, paidBy: ['opd_apbd', 'swadaya'] })
  expect([row.sumber_dana, row.sumber_biaya_kab_kota, row.sumber_biaya_swadaya, row.sumber_biaya_jumlah]).toEqual([
    'OPD (APBD), Swadaya',
    '',
    '',
    '40000000',
  ])
})

it('tells how far an activity is, once for each report, and nothing where nobody said', () => {
  expect(dokumentasiRow(kios)).toMatchObject({ id: '7000012', id_pembangunan: '12', persentase: '40%', gambar: '' })
  expect(dokumentasiRow({ ...kios, percent: null })).toBeUndefined()
})
