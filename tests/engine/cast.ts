import { shippedForm, Talk, type World } from './talk.ts'

/** Waihama, a village that does not exist, its plan of eight activities and what its last report said of them. */
export const plan = [
  { name: 'e1', label: 'Ternak ayam kampung', satuan: 'ekor', target: '250', biaya: '10000000' },
  { name: 'e2', label: 'Kebun pala', satuan: 'pohon', target: '400', biaya: '12000000' },
  { name: 'e3', label: 'Rumput laut', satuan: 'kg', target: '900', biaya: '8000000' },
  { name: 'e4', label: 'Tenun kelompok ibu', satuan: 'lembar', target: '60', biaya: '6000000' },
  { name: 'e5', label: 'Kios desa', satuan: 'unit', target: '10', biaya: '25000000' },
  { name: 'e6', label: 'Minyak kelapa', satuan: 'liter', target: '200', biaya: '5000000' },
  { name: 'e7', label: 'Sumur bor', satuan: 'unit', target: '10', biaya: '40000000' },
  { name: 'e8', label: 'Bengkel motor', satuan: 'unit', target: '10', biaya: '15000000' },
].map((activity) => ({ ...activity, desa: 'Desa Waihama', bidang: 'pertanian' }))

export const lastRound = plan.map(({ name, satuan, target }, index) => ({
  name,
  status: index === 6 ? 'belum' : 'berjalan',
  persen: index === 6 ? '' : '40',
  hasil: index === 6 ? '' : String(Number(target) * 0.4),
  hasil_jumlah: index === 6 ? '' : String(Number(target) * 0.4),
  hasil_satuan: index === 6 ? '' : satuan,
  dana_terpakai: index === 6 ? '' : '2000000',
  bulan_mulai: index === 6 ? '' : '2024-03-01',
  kendala: 'dana',
  dukungan: 'bibit_bahan',
  dukungan_dari: 'kecamatan',
}))

const fields = {
  salam: 'Selamat pagi',
  sapaan: 'Bapak',
  nama: 'Markus',
  putaran_ke: '2',
  desa: 'Desa Waihama',
  tahun: '2025',
  putaran_dibuka: '2024-08-01',
  putaran_berakhir: '2024-08-31',
  kedalaman: 'core',
}

/** A village head writing the village report. */
export function villageTalk(world: World = {}): Talk {
  return new Talk(shippedForm('pemantauan-desa'), {
    depth: 'core',
    lists: { kegiatan: plan, laporan_lalu: lastRound },
    fields,
    seat: 'kepala_desa',
    ...world,
  })
}
