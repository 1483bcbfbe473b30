/**
 * The words of the livelihood plan: what an activity is about, how it stands, who pays. The codes are those of the
 * shipped forms; an imported workbook may also use the labels.
 */
export const activityStatuses = ['selesai', 'berjalan', 'belum', 'batal'] as const
export type ActivityStatus = (typeof activityStatuses)[number]

export interface CodedWord {
  readonly code: string
  readonly label: string
  readonly alsoCalled: readonly string[]
}

export const livelihoodFields: readonly CodedWord[] = [
  { code: 'pertanian', label: 'Pertanian', alsoCalled: ['perkebunan', 'tani', 'kebun'] },
  { code: 'peternakan', label: 'Peternakan', alsoCalled: ['ternak'] },
  { code: 'perikanan', label: 'Perikanan dan hasil laut', alsoCalled: ['perikanan', 'kelautan', 'hasil laut'] },
  {
    code: 'olahan',
    label: 'Home industry dan olahan',
    alsoCalled: ['home industry', 'pengolahan', 'olahan', 'industri rumah tangga'],
  },
  { code: 'kerajinan', label: 'Tenun dan kerajinan', alsoCalled: ['tenun', 'kerajinan', 'anyaman'] },
  {
    code: 'usaha_mikro',
    label: 'Usaha mikro dan kios',
    alsoCalled: ['usaha mikro', 'kios', 'dagang', 'perdagangan', 'umkm'],
  },
  { code: 'pertukangan', label: 'Pertukangan dan bengkel', alsoCalled: ['pertukangan', 'bengkel', 'jasa'] },
  { code: 'konservasi', label: 'Konservasi dan air', alsoCalled: ['konservasi', 'air', 'lingkungan'] },
  { code: 'wisata', label: 'Wisata', alsoCalled: ['pariwisata'] },
  { code: 'lainnya', label: 'Lainnya', alsoCalled: ['lain-lain', 'lain'] },
]

export const fundingSources: readonly CodedWord[] = [
  { code: 'dana_desa', label: 'Dana Desa/ADD', alsoCalled: ['dana desa', 'add', 'dd', 'apbdes'] },
  { code: 'opd_apbd', label: 'OPD (APBD)', alsoCalled: ['opd', 'apbd', 'dinas', 'kabupaten'] },
  { code: 'stimulan', label: 'Stimulan BangKIT', alsoCalled: ['bangkit', 'paket stimulan'] },
  { code: 'swadaya', label: 'Swadaya', alsoCalled: ['mandiri', 'masyarakat'] },
  { code: 'lainnya', label: 'Lainnya', alsoCalled: ['lain-lain', 'lain'] },
]

/** The code of a word as people write it in a workbook, or undefined. */
export function codeOfWord(words: readonly CodedWord[], text: string): string | undefined {
  const wanted = plain(text)
  return words.find((word) => [word.code, word.label, ...word.alsoCalled].some((known) => plain(known) === wanted))
    ?.code
}

/** Lower case, letters and digits only, one space between words: how names are compared. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
