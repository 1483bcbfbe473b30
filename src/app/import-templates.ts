import { localWordKinds } from '../bahasa/index.ts'
import type { ImportTemplate, TemplateColumn } from '../documents/import-template.ts'
import { fundingSources, livelihoodFields } from '../domain/activities.ts'
import { officeRequired } from '../domain/office-rows.ts'
import { usualOffices } from '../domain/offices.ts'
import { peopleRequiredColumns } from '../domain/people-rows.ts'
import { planRequiredColumns } from '../domain/plan-rows.ts'
import { positionFacts, positions } from '../domain/positions.ts'
import { levelOf } from '../domain/regions.ts'
import { workRequiredColumns } from '../domain/work-plan.ts'
import type { Sql } from '../store/database.ts'
import { wordRequiredColumns } from './import-words.ts'

/** What the two workbooks that staff fill in ask for. Columns stand where the readers of `domain` know them. */

type Column = Omit<TemplateColumn, 'required'>

const peopleTemplateColumns: readonly Column[] = [
  { name: 'nama', meaning: 'Nama lengkap.', examples: ['Contoh Nama Satu', 'Contoh Nama Dua', 'Contoh Nama Tiga'] },
  {
    name: 'jabatan',
    meaning: `Salah satu dari: ${positions.map((position) => positionFacts[position].label).join(', ')}.`,
    examples: ['Kepala Desa', 'Camat', 'Fasilitator Desa'],
  },
  {
    name: 'kode_wilayah',
    meaning:
      'Kode Kemendagri dari tempat jabatan itu, seperti di lembar Wilayah. Untuk seluruh program tulis tanda bintang (*).',
    examples: ['81.05.15.2003', '81.05.15', '53.18.01.2002'],
  },
  {
    name: 'nama_wilayah',
    meaning: 'Nama wilayahnya, untuk memeriksa kodenya.',
    examples: ['', 'Teluk Waru', ''],
  },
  {
    name: 'no_hp',
    meaning: 'Nomor HP. Kosongkan kalau belum ada: orangnya tetap bisa diundang dengan kode.',
    examples: ['081200000001', '081200000002', ''],
  },
  {
    name: 'kanal',
    meaning: 'telegram atau whatsapp, sebagai catatan. Boleh kosong: orangnya memilih sendiri lewat kode undangan.',
    examples: ['telegram', 'whatsapp', ''],
    choices: ['telegram', 'whatsapp'],
  },
  { name: 'bahasa', meaning: 'id atau en. Kosong berarti id.', examples: ['id', 'id', ''], choices: ['id', 'en'] },
  {
    name: 'opd',
    meaning: `Hanya untuk jabatan OPD, seperti di daftar OPD kabupatennya: ${usualOffices.map(({ name }) => name).join(', ')}.`,
    examples: ['', '', ''],
  },
]

const planTemplateColumns: readonly Column[] = [
  {
    name: 'kode_desa',
    meaning: 'Kode Kemendagri desa, seperti di lembar Wilayah.',
    examples: ['81.05.15.2003', '81.05.15.2003'],
  },
  { name: 'nama_desa', meaning: 'Nama desanya, untuk memeriksa kodenya.', examples: ['', ''] },
  {
    name: 'kegiatan',
    meaning: 'Nama kegiatan seperti di rencana penghidupan (VLP).',
    examples: ['Ternak ayam kampung', 'Kebun pala'],
  },
  {
    name: 'bidang',
    meaning: `Salah satu dari: ${livelihoodFields.map((field) => field.label).join(', ')}.`,
    examples: ['Peternakan', 'Pertanian'],
  },
  { name: 'target', meaning: 'Angkanya saja.', examples: ['250', '500'] },
  { name: 'satuan', meaning: 'Satuan dari target: ekor, pohon, ha, unit, kg.', examples: ['ekor', 'pohon'] },
  { name: 'biaya', meaning: 'Dalam rupiah, ditulis lengkap.', examples: ['25000000', 'Rp 12.500.000'] },
  {
    name: 'sumber',
    meaning: `Boleh lebih dari satu, dipisah koma: ${fundingSources.map((source) => source.label).join(', ')}.`,
    examples: ['Dana Desa/ADD', 'Swadaya, OPD (APBD)'],
  },
  { name: 'mulai', meaning: 'Bulan dan tahun mulai.', examples: ['Maret 2024', '2024-05'] },
  { name: 'selesai', meaning: 'Bulan dan tahun selesai.', examples: ['Desember 2024', '2024-11'] },
  { name: 'penanggung_jawab', meaning: 'Siapa atau kelompok mana.', examples: ['Kelompok ternak', 'Kelompok tani'] },
  { name: 'tahun_vlp', meaning: 'Tahun rencana (VLP), empat angka.', examples: ['2024', '2024'] },
]

const wordTemplateColumns: readonly Column[] = [
  {
    name: 'kode_kabupaten',
    meaning: 'Kode kabupaten yang memakai kata itu, atau tanda bintang (*) untuk semua.',
    examples: ['81.05', '53.18', '81.05', '*'],
  },
  {
    name: 'jenis',
    meaning:
      'kata: kata daerah atau singkatan dengan arti bakunya; satuan: satuan setempat; pilihan: cara lain menyebut satu pilihan; sapaan: kata sapaan yang tidak berarti jawaban.',
    examples: ['kata', 'satuan', 'pilihan', 'sapaan'],
    choices: localWordKinds,
  },
  {
    name: 'kata',
    meaning: 'Seperti diketik orang, huruf kecil. Untuk pilihan boleh beberapa kata.',
    examples: ['kalamarin', 'loka', 'su klar', 'pace'],
  },
  {
    name: 'arti',
    meaning: 'Kata baku, satuan baku (kg, ikat, ekor), atau kode pilihan (selesai). Untuk sapaan kosong.',
    examples: ['kemarin', 'ikat', 'selesai', ''],
  },
  {
    name: 'sumber',
    meaning: 'Dari mana kata itu diketahui: siapa yang memakainya, di mana, atau kamus apa.',
    examples: ['Fasilitator Bula, Juli 2024', 'Pasar Waimangura', 'Sekdes Geser', 'Umum'],
  },
]

const workTemplateColumns: readonly Column[] = [
  {
    name: 'kode_kabupaten',
    meaning: 'Kode kabupaten tempat kegiatan itu, atau tanda bintang (*) untuk seluruh program.',
    examples: ['81.05', '*'],
  },
  {
    name: 'kegiatan',
    meaning: 'Nama kegiatan tim.',
    examples: ['Pelatihan fasilitator desa', 'Rapat koordinasi tahunan'],
  },
  { name: 'penanggung_jawab', meaning: 'Siapa yang mengurusnya.', examples: ['Koordinator kabupaten', 'Tim Makassar'] },
  {
    name: 'mulai',
    meaning: 'Tanggal rencana mulai. Bulan saja berarti tanggal 1.',
    examples: ['12 Maret 2025', '2025-07-01'],
  },
  {
    name: 'selesai',
    meaning: 'Tanggal rencana selesai. Bulan saja berarti hari terakhirnya.',
    examples: ['14 Maret 2025', 'Juli 2025'],
  },
  { name: 'mulai_nyata', meaning: 'Tanggal benar-benar mulai. Kosong kalau belum.', examples: ['13/03/2025', ''] },
  { name: 'selesai_nyata', meaning: 'Tanggal benar-benar selesai. Kosong kalau belum.', examples: ['', ''] },
  {
    name: 'alasan',
    meaning: 'Wajib diisi kalau tanggal rencana kegiatan yang sudah ada berubah.',
    examples: ['', 'Bersamaan dengan cuti bersama'],
  },
]

const officeTemplateColumns: readonly Column[] = [
  { name: 'kode_kabupaten', meaning: 'Kode kabupaten tempat OPD itu.', examples: ['81.05', '53.18', '53.18'] },
  {
    name: 'kode',
    meaning: 'Kode tetap dengan huruf kecil. Boleh kosong: OPD yang sudah ada dikenal dari namanya.',
    examples: ['bapperida', '', 'kominfo'],
  },
  {
    name: 'nama',
    meaning: 'Nama OPD seperti di surat resmi.',
    examples: ['Bappeda', 'Dinas Kehutanan', 'Dinas Kominfo'],
  },
  { name: 'singkat', meaning: 'Nama pendek untuk pilihan di HP.', examples: ['', 'Kehutanan', ''] },
  {
    name: 'sebutan_lain',
    meaning: 'Nama lain yang dipakai orang, dipisah titik koma.',
    examples: ['Bapperida; Bapelitbangda', 'Dishut', ''],
  },
  {
    name: 'aktif',
    meaning: 'tidak kalau OPD itu sudah digabung atau dihapus. Kosong berarti tetap seperti sebelumnya.',
    examples: ['', 'ya', 'tidak'],
    choices: ['ya', 'tidak'],
  },
]

const notes = [
  'Isi lembar pertama saja; lembar Contoh, Petunjuk dan Wilayah tidak dibaca.',
  'Kalau satu baris salah, tidak ada yang masuk; semua kesalahan disebut dengan nomor barisnya. Perbaiki lalu kirim lagi.',
  'Berkas yang sama boleh dikirim lagi: yang sudah ada diperbarui, tidak menjadi dua.',
]

export async function peopleTemplate(sql: Sql | undefined): Promise<ImportTemplate> {
  return {
    sheet: 'Kontak',
    columns: withRequired(peopleTemplateColumns, peopleRequiredColumns),
    notes,
    places: await placesFor(sql, ['kabupaten', 'kecamatan', 'desa']),
  }
}

export async function planTemplate(sql: Sql | undefined): Promise<ImportTemplate> {
  return {
    sheet: 'Rencana',
    columns: withRequired(planTemplateColumns, planRequiredColumns),
    notes,
    places: await placesFor(sql, ['desa']),
  }
}

export async function workTemplate(sql: Sql | undefined): Promise<ImportTemplate> {
  return {
    sheet: 'Rencana kerja',
    columns: withRequired(workTemplateColumns, workRequiredColumns),
    notes,
    places: await placesFor(sql, ['kabupaten']),
  }
}

export async function officeTemplate(sql: Sql | undefined): Promise<ImportTemplate> {
  return {
    sheet: 'OPD',
    columns: withRequired(officeTemplateColumns, officeRequired),
    notes,
    places: await placesFor(sql, ['kabupaten']),
  }
}

export async function wordsTemplate(sql: Sql | undefined): Promise<ImportTemplate> {
  return {
    sheet: 'Kata',
    columns: withRequired(wordTemplateColumns, wordRequiredColumns),
    notes: [
      ...notes.slice(0, 2),
      'Kata-kata satu kabupaten di berkas ini menggantikan semua kata kabupaten itu sebelumnya.',
    ],
    places: await placesFor(sql, ['kabupaten']),
  }
}

function withRequired(columns: readonly Column[], required: readonly string[]): readonly TemplateColumn[] {
  return columns.map((column) => ({ ...column, required: required.includes(column.name) }))
}

/** Codes to copy from, when there is a database that has them. */
async function placesFor(sql: Sql | undefined, levels: readonly string[]): Promise<ImportTemplate['places']> {
  if (!sql) return []
  const rows = await sql.all<{ code: string; name: string; within: string | null }>(
    'select r.code, r.name, p.name as within from region r left join region p on p.code = r.parent_code order by r.code',
  )
  return rows
    .filter((row) => levels.includes(levelOf(row.code)))
    .map(({ code, name, within }) => ({ code, name, within: within ?? '' }))
}
