// Command words. Left: the command; right: what people type for it, separated by commas. `/kata` forms of Telegram and
// politeness around the words are understood without being listed.

export const commandWords = {
  mulai: 'mulai, start, ayo mulai, kita mulai, mulai saja, mulai sekarang, mulay, mule',
  lanjut: 'lanjut, lanjutkan, teruskan, lanjut saja, kita lanjut, next, lnjut, lanjt, ljt, lanjud, sambung',
  kembali:
    'kembali, balik, mundur, sebelumnya, back, kmbali, kembli, kmbli, kembalikan, pertanyaan sebelumnya, kembali ke sebelumnya, balek',
  ubah: 'ubah, rubah, ganti, edit, perbaiki, betulkan, ubh, ubahlah, mau ubah, uba, perbaikan',
  lewati:
    'lewati, lewat, skip, lewatkan, lompati, lompat, lwati, lewat dulu, lewati saja, lewati dulu, lewatin, skip saja, skip dulu, lewatkan saja, loncat, loncat dulu, lompat dulu, loncati, loncat saja',
  nanti:
    'nanti, nanti dulu, nanti saja, nanti lanjut, nanti lagi, sebentar, sebentar lagi, tunda dulu, nanti sebentar, lanjut nanti, nanti dilanjutkan, nanti disambung, istirahat dulu',
  ringkasan: 'ringkasan, rekap, rangkuman, ringkas, ringkasn, ringksan, resume, lihat ringkasan, rekapan',
  bantuan:
    'bantuan, bantu, tolong, help, bingung, bantuan petugas, butuh bantuan, minta bantuan, menu, bantuannya, bantun, batuan, minta tolong, tolong bantu',
  batal: 'batal, batalkan, cancel, btal, batl, batalin, batal saja',
  berhenti:
    'berhenti, stop, brhenti, berenti, brenti, henti, unsubscribe, jangan kirim lagi, berhenti saja, tidak mau lagi, hentikan',
  data_saya: 'data saya, datasaya, data2 saya, lihat data saya, dataku',
  hapus_data_saya: 'hapus data saya, hapus datasaya, hapus dataku, hapus semua data saya, hapus data sy',
  lapor: 'lapor, melapor, mau lapor, laporkan, lapr, lpor',
  pengaduan: 'pengaduan, aduan, adukan, mengadu, mau mengadu, pengaduan rahasia, komplain, pengadun, aduann',
  bahasa: 'bahasa, ganti bahasa, language, bahasa inggris, bahasa indonesia, english, bhs',
  semua: 'semua, semuanya, tampilkan semua, semua sekaligus, semua pertanyaan, lihat semua',
  sama: 'sama, masih sama, sama saja, tetap, tetap sama, masih tetap, sama seperti lalu, sama seperti yang lalu, sama dengan yang lalu, sama dengan lalu, sama dengan bulan lalu, masih sama seperti kemarin, masih sama dengan yang lalu, tidak berubah, tidak ada perubahan, belum berubah, belum ada perubahan, sama sj, msh sama',
  semua_sama:
    'semua sama, semua masih sama, sama semua, masih sama semua, semua tetap, semua tetap sama, semua tidak berubah, tidak ada yang berubah',
  siapa_belum:
    'siapa belum, siapa yang belum, siapa saja yang belum, siapa saja belum, siapa belum lapor, siapa yang belum lapor, siapa saja yang belum lapor, yang belum siapa, desa mana yang belum, desa mana belum, siapa yang belum kirim, desa apa yang belum',
} as const

/** In front of or behind a command these words change nothing. */
export const commandFrame =
  'saya mau ingin minta bisa boleh kah tolong mohon dulu saja sekarang lagi ya dong kita kami katong beta sa ayo coba yang ini itu jawaban jawabannya pertanyaan nomor no laporan laporannya isi pengisian ke'

/** Real words one letter from a command, which are not that command. */
export const notCommands =
  'bantal bata botol lapar lapor2 lampau langit mulia nanas nanta ganti hewan lewa batang batas buatan batuk kembar kembang sama saya lama nama sana sara sayang semu lapis lanjutnya lapang bentuk bantah banting semut pengadaan pengajuan pelapor bakal acuan buntu bandul teruskan2 lanjutan bahaya benteng bentang mulut rumah ringkus sambut semur lapak gantian balikan bantalan bantai kembalian kembalinya perbaikannya semu tatap terap pembatalan bangtal lawan mulut mulus bagian berhasil berganti bahasan lahan'
