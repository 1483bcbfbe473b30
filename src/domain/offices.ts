import { type CodedWord, plain } from './activities.ts'
import { kabupatenOf } from './regions.ts'

/**
 * Offices (OPD). Each kabupaten has its own register: what an office is called there, and which ones there are. Forms,
 * seats, programmes and recommendations share the codes, so that two kabupaten can be compared.
 */
export interface Office {
  readonly kabupatenCode: string
  readonly code: string
  /** As it stands on paper: "Dinas Pertanian". */
  readonly name: string
  /** As it stands in a list of choices on a phone: "Pertanian". */
  readonly short: string
  readonly alsoCalled: readonly string[]
  /** False: dissolved or merged. It keeps its name wherever it is named, and is not offered any more. */
  readonly active: boolean
}

export type UsualOffice = Pick<Office, 'code' | 'name' | 'short' | 'alsoCalled'>

/** What the register of a kabupaten begins with; migration 0031_office holds the same list, for databases that are older. */
export const usualOffices: readonly UsualOffice[] = [
  usual('bapperida', 'Bapperida', 'Bapperida', 'Bappeda', 'Bapelitbangda'),
  usual('dpmd', 'DPMD', 'DPMD', 'Dinas Pemberdayaan Masyarakat dan Desa', 'PMD'),
  usual('pertanian', 'Dinas Pertanian', 'Pertanian'),
  usual('peternakan', 'Dinas Peternakan', 'Peternakan'),
  usual('perikanan', 'Dinas Perikanan', 'Perikanan', 'DKP'),
  usual('ketahanan_pangan', 'Dinas Ketahanan Pangan', 'Ketahanan Pangan'),
  usual(
    'koperasi_umkm',
    'Dinas Koperasi dan UMKM',
    'Koperasi & UMKM',
    'Dinas Koperasi, UMKM, Perindustrian dan Perdagangan',
    'Koperasi',
    'UMKM',
    'Perindag',
  ),
  usual('sosial', 'Dinas Sosial', 'Sosial', 'Dinsos'),
  usual('pppa_ppkb', 'Dinas PPPA dan PPKB', 'PPPA & PPKB', 'PPPA', 'PPKB', 'DP3A'),
  usual('kesehatan', 'Dinas Kesehatan', 'Kesehatan', 'Dinkes'),
  usual('pendidikan', 'Dinas Pendidikan', 'Pendidikan'),
  usual('pupr', 'Dinas PUPR', 'PUPR', 'PU', 'Pekerjaan Umum'),
  usual('lingkungan_hidup', 'Dinas Lingkungan Hidup', 'Lingkungan Hidup', 'DLH'),
  usual('pariwisata', 'Dinas Pariwisata', 'Pariwisata'),
  usual('nakertrans', 'Dinas Tenaga Kerja dan Transmigrasi', 'Nakertrans', 'Tenaga Kerja'),
  usual('kominfo', 'Dinas Kominfo', 'Kominfo'),
  usual('bpbd', 'BPBD', 'BPBD'),
  usual('bpkad', 'BPKAD', 'BPKAD', 'Keuangan'),
  usual('setda', 'Sekretariat Daerah', 'Setda', 'Bagian Ekonomi', 'Bagian Pemerintahan'),
]

function usual(code: string, name: string, short: string, ...alsoCalled: readonly string[]): UsualOffice {
  return { code, name, short, alsoCalled }
}

/** Who can be responsible without being an office of the kabupaten. */
export const otherParties: readonly CodedWord[] = [
  { code: 'desa', label: 'Pemerintah desa', alsoCalled: ['desa', 'negeri'] },
  { code: 'kecamatan', label: 'Kecamatan', alsoCalled: [] },
  { code: 'provinsi_pusat', label: 'Provinsi/pusat', alsoCalled: ['provinsi', 'pusat'] },
  { code: 'bangkit', label: 'BangKIT', alsoCalled: ['program'] },
]

/** The registers of some kabupaten, to look names up in. Any code of a region may be given for its kabupaten. */
export interface OfficeBook {
  /** Those that are there today, in the order of the register. */
  of(regionCode: string): readonly Office[]
  /** By code, name, short name or another name; an office that is no more only by its code. */
  find(regionCode: string, word: string): Office | undefined
  isOffice(regionCode: string, code: string): boolean
  /** What a responsible party is called there; a code nobody knows is shown in words of its own. */
  nameOf(regionCode: string, code: string): string
}

export function officeBook(offices: readonly Office[]): OfficeBook {
  const byKabupaten = Map.groupBy(offices, (office) => office.kabupatenCode)
  const all = (regionCode: string) => byKabupaten.get(kabupatenOf(regionCode)) ?? []
  const byCode = (regionCode: string, code: string) => all(regionCode).find((office) => office.code === code)
  const active = (regionCode: string) => all(regionCode).filter((office) => office.active)
  return {
    of: active,
    find: (regionCode, word) => {
      const wanted = plain(word)
      if (wanted === '') return undefined
      return (
        byCode(regionCode, word.trim()) ??
        active(regionCode).find(({ name, short, alsoCalled }) =>
          [name, short, ...alsoCalled].some((known) => plain(known) === wanted),
        )
      )
    },
    isOffice: (regionCode, code) => byCode(regionCode, code) !== undefined,
    nameOf: (regionCode, code) =>
      byCode(regionCode, code)?.name ??
      otherParties.find((party) => party.code === code)?.label ??
      usualOffices.find((office) => office.code === code)?.name ??
      code.replaceAll('_', ' '),
  }
}

/** To whoever fills in a workbook: the office is not in the register, and these are. */
export function officeUnknown(word: string, regionCode: string, book: OfficeBook): string {
  const names = book.of(regionCode).map(({ name }) => name)
  return `OPD "${word}" tidak ada di ${kabupatenOf(regionCode)}. Pilih: ${names.join(', ')}.`
}
