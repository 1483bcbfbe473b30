// How people put off an answer in their own words, or ask what is meant. A reply is only taken so where every word of it
// stands in one of these rows; "nanti kami tanam jagung" is an answer.

/** When the answer is to come. */
export const times =
  'nanti nt besok lusa sebentar tunggu malam sore siang pagi senin selasa rabu kamis jumat sabtu minggu depan habis setelah sesudah selesai pulang kalau jika bila lain kali baru dulu magrib maghrib isya subuh sholat salat mingguan sabar otw wait'

/** What is promised, or can't be done yet: to answer. */
export const answering =
  'tulis menulis ditulis jawab menjawab dijawab jawabannya balas membalas dibalas isi mengisi diisi kirim dikirim ketik mengetik kabari kabarkan lanjut lanjutkan sambung lengkapi sampaikan telepon telpon telp pikir pikirkan pikir2 ingat ingat2 tanya tanyakan cek infokan hubungi cerita ceritakan jelaskan rekam wa sms vn suara rekaman voice note email menyusul nyusul susul kabar dikabari dikabarkan ulangi diulang ulang kepanjangan'

/** The question itself. */
export const ofTask =
  'maksud maksudnya pertanyaan pertanyaannya tanyanya contoh contohnya soal soalnya jelaskan dijelaskan penjelasan disuruh diminta ditanya ditanyakan dimaksud pelajaran ceritanya kolom form formulir'

/** What may stand beside it: who, where one is, why not now. */
export const beside =
  'saya sy kami kita katong beta kitong sa ini itu masih lagi sedang sementara sudah belum tidak bisa sempat ada di ke dari dalam atas jalan perjalanan kebun laut rumah kantor pasar gereja masjid sekolah kota rapat pertemuan acara ibadah pesta duka kedukaan sibuk kerja hujan sinyal jaringan hp baterai lowbat pulsa listrik mati motor nyetir menyetir makan mandi istirahat tidur anak sakit laporan lengkap lengkapnya jawaban data semua yang untuk karena mau akan perlu sama dengan teman ketua bendahara sekretaris anggota sekdes orang orangnya kelompok panjang pendek suara foto hari malamnya sampai tiba duluan langsung pelan pelan2 baca bacanya lihat liat cari dicari buku catatan buka harus coba agak jadi cukup banyak satu kata kalimat boleh pakai lewat bahasa daerah kembali sini sana situ begini begitu sekarang kasih kasi seperti nt kk diskusi bicara tolong baik jelek lemah lelet paket kuota capek cape mengantuk ngantuk mangarti pulang hasil hasilnya tahu mau infonya nunggu bos sekolahnya magang telat terlambat'

/** Small words that say nothing of their own. */
export const small = 'ya yang ini itu sih dong kah lagi saja juga dulu pun begitu begini maaf mohon nya tadi atau'
