import type { CodedWord } from './activities.ts'

/**
 * Offices of a kabupaten (OPD) by the codes that forms, seats and recommendations share. What a kabupaten calls its own
 * may differ; the code does not.
 */
export const offices: readonly CodedWord[] = [
  { code: 'bapperida', label: 'Bapperida', alsoCalled: ['Bappeda', 'Bapelitbangda'] },
  { code: 'dpmd', label: 'DPMD', alsoCalled: ['Dinas Pemberdayaan Masyarakat dan Desa', 'PMD'] },
  { code: 'pertanian', label: 'Dinas Pertanian', alsoCalled: ['Pertanian'] },
  { code: 'peternakan', label: 'Dinas Peternakan', alsoCalled: ['Peternakan'] },
  { code: 'perikanan', label: 'Dinas Perikanan', alsoCalled: ['Perikanan', 'DKP'] },
  { code: 'ketahanan_pangan', label: 'Dinas Ketahanan Pangan', alsoCalled: ['Ketahanan Pangan'] },
  {
    code: 'koperasi_umkm',
    label: 'Dinas Koperasi dan UMKM',
    alsoCalled: ['Dinas Koperasi, UMKM, Perindustrian dan Perdagangan', 'Koperasi', 'UMKM', 'Perindag'],
  },
  { code: 'sosial', label: 'Dinas Sosial', alsoCalled: ['Sosial', 'Dinsos'] },
  { code: 'pppa_ppkb', label: 'Dinas PPPA dan PPKB', alsoCalled: ['PPPA', 'PPKB', 'DP3A'] },
  { code: 'kesehatan', label: 'Dinas Kesehatan', alsoCalled: ['Kesehatan', 'Dinkes'] },
  { code: 'pendidikan', label: 'Dinas Pendidikan', alsoCalled: ['Pendidikan'] },
  { code: 'pupr', label: 'Dinas PUPR', alsoCalled: ['PUPR', 'PU', 'Pekerjaan Umum'] },
  { code: 'lingkungan_hidup', label: 'Dinas Lingkungan Hidup', alsoCalled: ['Lingkungan Hidup', 'DLH'] },
  { code: 'pariwisata', label: 'Dinas Pariwisata', alsoCalled: ['Pariwisata'] },
  { code: 'nakertrans', label: 'Dinas Tenaga Kerja dan Transmigrasi', alsoCalled: ['Nakertrans', 'Tenaga Kerja'] },
  { code: 'kominfo', label: 'Dinas Kominfo', alsoCalled: ['Kominfo'] },
  { code: 'bpbd', label: 'BPBD', alsoCalled: [] },
  { code: 'bpkad', label: 'BPKAD', alsoCalled: ['Keuangan'] },
  { code: 'setda', label: 'Sekretariat Daerah', alsoCalled: ['Setda', 'Bagian Ekonomi', 'Bagian Pemerintahan'] },
]

/** Who can be responsible without being an office of the kabupaten. */
export const otherParties: readonly CodedWord[] = [
  { code: 'desa', label: 'Pemerintah desa', alsoCalled: ['desa', 'negeri'] },
  { code: 'kecamatan', label: 'Kecamatan', alsoCalled: [] },
  { code: 'provinsi_pusat', label: 'Provinsi/pusat', alsoCalled: ['provinsi', 'pusat'] },
  { code: 'bangkit', label: 'BangKIT', alsoCalled: ['program'] },
]

const labels = new Map([...offices, ...otherParties].map(({ code, label }) => [code, label]))

/** What a responsible party is called; a code nobody knows is shown in words of its own. */
export function partyName(code: string): string {
  return labels.get(code) ?? code.replaceAll('_', ' ')
}

export function isOffice(code: string): boolean {
  return offices.some((office) => office.code === code)
}
