// How people say, whatever was asked, that the answer comes later, from somebody else, or after a look. How the rows work
// together: postponed.ts.

/** When: opens the promise. */
export const whens =
  'nanti besok lusa sebentar habis setelah sesudah selesai depan malam sore siang pagi sabar tunggu kalau jika kalo kl klo begitu kapan-kapan senin selasa rabu kamis jumat sabtu minggu bulan'

/** What can only be done to whoever asked, or to whoever knows. */
export const promises =
  'jawab jawabnya menjawab dijawab balas balasnya membalas dibalas kabari kabarin kabarkan mengabari dikabari dikabarkan infokan infoin diinfokan informasikan diinformasikan konfirmasi dikonfirmasi tanya tanyakan tanyain ditanyakan bertanya batanya telepon telpon telp tlp tlpn nelpon menelpon menelepon hubungi menghubungi dihubungi wa sms chat japri info menyusul nyusul'

/** What is also done in the field: a promise only where nothing else stands behind it. */
export const doings =
  'jelaskan ceritakan lanjut lanjutkan lanjutnya sambung sambungkan isi mengisi diisi ketik mengetik tulis menulis ditulis kirim kirimkan krm mengirim dikirim dikirimkan cek ngecek dicek lihat liat lia melihat dilihat hitung dihitung periksa diperiksa cari carikan lengkapi dilengkapi sampaikan disampaikan bilang lapor laporkan dilaporkan pikir pikirkan ingat-ingat buka baca ulang ulangi pastikan dipastikan pasti'

/** "kasih tahu", "kase kabar": a giving and what is given. */
export const givings = 'kasih kasi kase kas beri berikan bagi bari kast'
export const given = 'tahu kabar info informasi jawaban pilihan kepastian data datanya angka angkanya jelas'

/** Looked at or asked first: "sy tanya sekdes dulu", "cek catatan dulu". */
export const lookings =
  'tanya tanyakan tanyain batanya bertanya cek ngecek lihat liat lia hitung periksa cari baca buka pikir pikirkan konfirmasi diskusi diskusikan rundingkan berunding musyawarah pastikan telepon telpon telp hubungi ingat ingat-ingat'

/** Who promises, and small words of it. */
export const lead =
  'saya kami kita katong ketong kitong kita torang dorang beta dia ade mau akan coba harus lagi baru dulu saja ya pak bu biar aja e sih dong juga ini itu di ke dari pas tiba sampai rumah pulang kantor kampung kebun sini sana sholat salat magrib maghrib isya subuh jumatan gereja ibadah rapat makan mandi kerja panen jam pukul tanggal hari minggu bulan tahun yang siap oke baik maaf sore malam pagi siang lanjut langsung bisa sempat ada waktu sinyal jaringan pulsa listrik hp balik kembali'

/** Behind what may also be done in the field. */
export const tails =
  'lagi ya dulu saja e le leh sih dong balik ulang lanjutannya jawaban jawabannya jawabanku pilihan datanya data angka angkanya jumlahnya total tanggal tanggalnya bulan bulannya jam jamnya nama namanya nomor nomornya hasil hasilnya laporan laporannya form formulir formulirnya pesan catatan catatannya buku bukunya nota notanya arsip daftar daftarnya absen absennya foto fotonya berita rekap rekapannya di ke sama kepada pada saya kami kita beta sekdes sekretaris bendahara ketua kaur kades kadus dusun rt rw raja operator pendamping staf orang yang itu ini rinciannya rincian pastinya persisnya lengkap lengkapnya semua detail detailnya sampai rumah kantor desa malam sore pagi siang besok lusa nanti sebentar wa sms tahu pertanyaan pertanyaannya'

/** Why not now: what one is busy with, and what is missing. */
export const lacks =
  'hp batre baterai batrei bateri batere batrai lowbat lobet sinyal jaringan jaring pulsa kuota paket data listrik lampu genset charger cas ngecas ces'
export const busy =
  'di ke dalam rapat sibuk makan kerja acara perjalanan nyetir menyetir bawa jaga antar duka kedukaan pesta ibadah gereja sholat salat tidur sakit ada jalan otw istirahat mandi masak melaut mancing berkebun capek repot ramai rame'

/** Whom to ask instead. */
export const persons =
  'pak bu bapak bapa bp bpk ibu mama kaka kakak ketua sekdes sekretaris bendahara kaur kades kadus kasi camat sekcam raja operator pendamping staf istri suami anak orang penyuluh ppl bidan kader rt rw dusun guru petugas dinas kelompok mandor'
