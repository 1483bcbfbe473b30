import { expect, it } from 'vitest'
import { readHouseCommand } from '../../src/bahasa/index.ts'

/** What is typed, and the request it is; a dash where it is an answer like any other. */
const typed: readonly { readonly text: string; readonly command: string; readonly argument: string }[] = (
  [
    ['nomor saya ganti', 'ganti_nomor'],
    ['saya mau ganti hp', 'ganti_nomor'],
    ['no hp saya su ganti', 'ganti_nomor'],
    ['Ganti nomor.', 'ganti_nomor'],
    ['nomor baru', 'ganti_nomor'],
    ['nomor urut 3 ganti bibit', '-'],
    ['hp baru untuk kelompok', '-'],
    ['hilang', '-'],
    ['wakilkan', 'wakilkan', ''],
    ['saya mau wakilkan ke sekdes', 'wakilkan', ''],
    ['wakilkan batal', 'wakilkan', 'batal'],
    ['diwakilkan oleh sekdes waktu rapat', '-'],
    ['isi untuk desa Karay', 'isi_untuk', 'Karay'],
    ['isi laporan utk negeri Kota Sirih.', 'isi_untuk', 'Kota Sirih'],
    ['isi bak air di desa Karay', '-'],
    ['perpanjang desa Karay sampai 21 agustus', 'perpanjang', 'desa Karay sampai 21 agustus'],
    ['perpanjang dermaga', '-'],
    ['bebaskan desa Karay karena banjir', 'bebaskan', 'desa Karay karena banjir'],
    ['bebaskan lahan', '-'],
    ['minta lagi desa Karay', 'minta_lagi', 'desa Karay'],
    ['minta lagi bibit', '-'],
    ['buka lagi 2024-07', 'buka_lagi', '2024-07'],
    ['batalkan pembukaan putaran 2024-07', 'batal_buka', '2024-07'],
    ['hentikan semua pengiriman', 'hentikan_pengiriman', ''],
    ['jalankan lagi pengiriman', 'jalankan_pengiriman', ''],
    ['jawab 12 Nanti kami telepon', 'jawab', '12 Nanti kami telepon'],
    ['jawab 12', '-'],
    ['beres 12', 'beres', '12'],
    ['selesai 3 unit', '-'],
    ['transkrip 7 Menanam bersama', 'transkrip', '7 Menanam bersama'],
    ['hubungkan K7QM-2XPA', 'hubungkan', 'K7QM-2XPA'],
    ['hubungkan ke jalan desa', '-'],
    ['urungkan', 'urungkan', ''],
    ['lembar ringkas', 'lembar_ringkas', ''],
    ['Minta bahan rapat kecamatan', 'lembar_ringkas', ''],
    ['bahan rapat belum siap', '-'],
    ['tarik cerita', 'tarik_cerita', ''],
    ['saya mau tarik cerita saya', 'tarik_cerita', ''],
    ['tarik cerita 12', 'tarik_cerita', '12'],
    ['cerita saya tentang menarik perahu', '-'],
  ] as readonly (readonly string[])[]
).map(([text, command, argument]) => ({ text: text!, command: command!, argument: argument ?? '' }))

it.each(typed)('"$text" is $command', ({ text, command, argument }) => {
  expect(readHouseCommand(text)).toEqual(command === '-' ? undefined : { command, argument })
})
