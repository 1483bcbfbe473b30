import { cleanText } from './text.ts'

/**
 * Requests to the house that are whole sentences ("isi untuk desa Karay", "wakilkan", "nomor saya ganti"). They are read
 * at the beginning of a message and nowhere else, so that a longer answer which happens to hold such words stays one.
 */
export interface HouseCommand {
  readonly command: HouseCommandWord
  /** What follows the words, as it was written. */
  readonly argument: string
}

const patterns = {
  perpanjang: /^perpanjang(?: batas)? (?<argument>.+ sampai .+?)[.!]*$/i,
  bebaskan: /^bebaskan (?<argument>.+ karena .+)$/i,
  minta_lagi: /^minta (?:lapor )?lagi (?<argument>(?:desa|negeri|kecamatan|kec) .+?)[.!]*$/i,
  buka_lagi: /^buka lagi(?: putaran)? (?<argument>\S{1,40})$/i,
  batal_buka: /^(?:batalkan pembukaan|batal buka)(?: putaran)? (?<argument>\S{1,40})$/i,
  tutup_putaran: /^tutup putaran (?<argument>\S{1,40})$/i,
  hentikan_pengiriman: /^(?:hentikan|jeda|jedakan) (?:semua )?pengiriman[.!]*$/i,
  jalankan_pengiriman: /^(?:jalankan|lanjutkan) (?:lagi )?pengiriman[.!]*$/i,
  daftar_bantuan: /^(?:daftar bantuan|siapa minta bantuan|siapa yang minta bantuan)[.!]*$/i,
  jawab: /^jawab (?<argument>\d{1,9}\s.+)$/is,
  beres: /^(?:beres|selesai) (?<argument>\d{1,9})[.!]*$/i,
  daftar_suara: /^daftar (?:pesan )?suara[.!]*$/i,
  transkrip: /^transkrip (?<argument>\d{1,9}\s.+)$/is,
  urungkan: /^(?:urungkan|batalkan tadi)[.!]*$/i,
  hubungkan: /^hubungkan(?: grup)? (?<argument>[0-9a-z]{4}[- ]?[0-9a-z]{4})[.!]*$/i,
  isi_untuk:
    /^(?:saya |sy )?(?:mau )?(?:isi|isikan|mengisi|bantu isi)(?: laporan)?(?: untuk| utk)? (?:desa|negeri|ds) (?<argument>.{2,80}?)[.!]*$/i,
  wakilkan:
    /^(?:(?:saya |sy )?(?:mau )?(?:wakilkan|wakili|diwakilkan|perwakilan))(?: laporan| saja| ya)?(?: (?:ke|kepada) .{1,60}|(?<argument> (?:batal|cabut|selesai)))?[.!]*$/i,
  ganti_nomor:
    /^(?:(?:saya |sy |beta |katong )?(?:mau )?ganti (?:nomor|no|hp|akun|wa|telegram)(?: baru)?|(?:nomor|no|hp|akun|wa)(?: saya| sy| hp| wa)* (?:(?:sudah|su|so|sdh) )?(?:ganti|diganti|berganti|baru|hilang)|(?:nomor|no) baru(?: saya)?|(?:hp|akun) baru saya)[.!]*$/i,
  ringkasan_putaran:
    /^(?:lihat )?(?:ringkasan|rangkuman|rekap)(?: (?:putaran|kecamatan|kabupaten|mingguan|minggu)(?: ini)?){1,2}[.!?]*$/i,
  desa: /^(?:lihat|keadaan|kabar|bagaimana|cek)(?: laporan)? (?<argument>(?:desa|negeri|ds) .{2,60}?)[.!?]*$/i,
  tindak_lanjut: /^(?:(?:kirim |lapor |isi )?kabar )?(?:tindak ?lanjut|rtl)(?: (?:rekomendasi|kami|saya))?[.!]*$/i,
  tarik_cerita:
    /^(?:saya |sy |beta )?(?:mau )?(?:tarik|batalkan|cabut) (?:izin )?cerita(?: saya| sy)?(?: (?<argument>\d{1,9}))?[.!]*$/i,
  lembar_ringkas:
    /^(?:saya |sy )?(?:mau |minta |kirim |kirimkan |lihat |cetak )*(?:lembar(?:an)? ringkas(?:an)?|ringkasan satu halaman|bahan (?:rapat|rakor))(?: (?:kecamatan|kabupaten))?[.!?]*$/i,
  matriks: /^(?:(?:lihat|susun|buat|isi|buka) )?matri(?:ks|k|x)(?: (?:rekomendasi|rtl|tindak lanjut))*[.!]*$/i,
} as const satisfies Record<string, RegExp>

export type HouseCommandWord = keyof typeof patterns

export function readHouseCommand(text: string): HouseCommand | undefined {
  if (text.length > 1_000) return undefined
  const clean = cleanText(text)
    .trim()
    .replace(/[ \t]+/g, ' ')
  for (const [command, pattern] of Object.entries(patterns) as [HouseCommandWord, RegExp][]) {
    const found = pattern.exec(clean)
    if (found) return { command, argument: (found.groups?.['argument'] ?? '').trim() }
  }
  return undefined
}
