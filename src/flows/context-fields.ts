/** What `${…}` finds when no question has the name: the world around a conversation. */

/**
 * Text fields that every conversation has. `docs/forms.md` says what each holds. `desa` is the village as people say
 * it ("Desa Karay"), and the same text is the property `desa` of its activities in the list `kegiatan`.
 */
export const contextFields = [
  'sapaan',
  'nama',
  'desa',
  'kecamatan',
  'kabupaten',
  'putaran_ke',
  'putaran_dibuka',
  'putaran_berakhir',
  'tahun',
  'salam',
  'program',
  'lembaga',
  'petugas_data',
  'saluran',
  'kedalaman',
] as const
export type ContextField = (typeof contextFields)[number]

/**
 * Properties of an activity of the plan. Inside a repeat that runs over the list `kegiatan`, `${target}` is the
 * property of the item that is being asked about, unless a question has that name.
 */
const planProperties = [
  'name',
  'label',
  'desa',
  'bidang',
  'target',
  'satuan',
  'biaya',
  'sumber',
  'mulai',
  'selesai',
  'penanggung_jawab',
  'status',
  'persen',
  'hasil',
  'tahun_vlp',
] as const

/** Lists that the programme hands in, and the properties of their items. */
export const instanceProperties: Readonly<Record<string, readonly string[]>> = {
  kegiatan: planProperties,
  desa_kecamatan: ['name', 'label', 'kecamatan'],
  laporan_desa: ['name', 'label', 'tanggal_pertemuan', 'selesai', 'berjalan', 'belum', 'batal', 'perhatian'],
  usulan: [
    'name',
    'label',
    'daftar_desa',
    'teks',
    'tingkat',
    'tingkat_kata',
    'pihak',
    'pihak_kata',
    'ada_opd',
    'target',
    'target_kata',
    'sumber',
    'sumber_kata',
    'prioritas',
    'prioritas_kata',
  ],
  rekomendasi: ['name', 'label', 'daftar_desa', 'teks', 'keadaan', 'target', 'catatan'],
  hasil_desa: ['name', 'label', 'teks'],
  vlp_lalu: ['name', 'label', 'tahun', 'penduduk', 'kk', 'tujuan'],
  barang_lama: ['name', 'label', 'sejak'],
  pelatihan_lalu: ['name', 'label', 'sejak'],
}

/**
 * Last round's answers: one item per item of the repeat, its `name` the same, its other properties the names of
 * questions and of their components.
 */
export const lastReport = 'laporan_lalu'
