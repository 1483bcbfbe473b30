// How people say the choices of the shipped forms. A row applies to an option whose code or label (in small letters) is
// one of `names`, in any form, also when the form itself lists no synonyms. `*` stands for one word ("lagi tanam").

export interface ChoiceWords {
  readonly names: string
  readonly words: string
}

export const choiceWords: readonly ChoiceWords[] = [
  {
    names: 'selesai, sudah selesai',
    words:
      'selesai, sudah selesai, selesai dikerjakan, sudah selesai dikerjakan, sudah selesai dilaksanakan, sudah selesai dibangun, selesai dilaksanakan, selesai dibangun, selesai dibuat, selesai dipasang, sudah habis, sudah jadi, sudah rampung, finish, sudah finish, done, selesai semua, sudah siap pakai, sudah dipakai, baru selesai, selesai 100 persen, sudah 100 persen, sudah seratus persen, sudah klir, clear, sudah clear, sudah tuntas, komplit, sudah komplit',
  },
  {
    names: 'berjalan, sedang berjalan, diproses',
    words:
      'jalan, sudah jalan, sedang jalan, lagi jalan, masih jalan, sementara jalan, sementara, sedang, ada jalan, mulai jalan, baru jalan, jalan terus, terus jalan, proses, dalam proses, masih proses, sedang proses, dikerjakan, sedang dikerjakan, lagi dikerjakan, masih dikerjakan, sementara dikerjakan, dalam pengerjaan, dalam pekerjaan, pengerjaan, sedang kerja, lagi kerja, masih kerja, sementara kerja, baru mulai, sudah mulai, baru dikerjakan, mulai dikerjakan, mulai kerja, baru kerja, sudah mulai jalan, sudah mulai dikerjakan, hampir selesai, sedikit lagi selesai, mau selesai, sudah mau selesai, sudah hampir selesai, hampir rampung, hampir jadi, sudah hampir jadi, tinggal sedikit, tinggal *, lagi *, sedang *, sementara *, ada kerja, ada dikerjakan, ada pasang, ada cor, ada gali, ada tanam, ada bangun, ada bikin, dilaksanakan, dalam pelaksanaan, tahap pelaksanaan, dalam tahap pelaksanaan, masih pelaksanaan, sedang dilaksanakan, sementara dilaksanakan, on progress, progress, masih berlangsung, berlangsung, sedang berlangsung',
  },
  {
    names: 'belum, belum mulai, belum ditindaklanjuti',
    words:
      'belum, belum mulai, belum jalan, belum dikerjakan, belum kerja, belum dilaksanakan, belum ada kegiatan, belum ada gerakan, belum ada, belum terlaksana, belum ada pelaksanaan, belum dijalankan, belum dibangun, belum dipasang, belum ditanam, belum digarap, belum diadakan, belum pernah mulai, belum pernah jalan, belum pernah dikerjakan, belum terealisasi, belum direalisasikan, belum bisa dikerjakan, belum bisa jalan, belum bisa mulai, belum sempat, belum sempat mulai, masih belum, belum sama sekali, akan mulai, mau mulai, baru mau mulai, baru akan mulai, tidak mulai, masih rencana, baru rencana, belum apa-apa, belum proses, belum buat, belum bikin, belum dibuat, belum berproses',
  },
  {
    names: 'batal, tidak jadi',
    words:
      'batal, tidak jadi, dibatalkan, batal jalan, tidak jadi dikerjakan, tidak jadi jalan, gagal jalan, cancel, sudah batal, tidak jadi dilaksanakan, batal dilaksanakan',
  },
  {
    names: 'tidak ada, tidak_ada',
    words:
      'tidak ada, belum ada, tidak ada kendala, tidak ada masalah, tidak ada hambatan, belum ada kendala, belum ada masalah, tidak perlu, tidak butuh, belum perlu, tidak ada apa-apa, tanpa kendala, semua lancar, aman terkendali, semua baik, baik saja, baik semua, baik baik saja, nihil',
  },
  { names: 'lainnya, lain', words: 'lain, yang lain' },
  {
    names: 'olahan, olahan rumah tangga',
    words: 'olahan, abon, keripik, kue, dodol, dendeng, vco, minyak kelapa, ikan asap, ikan asin, pengolahan',
  },
  {
    names: 'nanti',
    words:
      'nanti, nanti dulu, nanti saja, sebentar, sebentar lagi, lain kali, besok, besok saja, besok pagi, besok baru, lusa, malam saja, sore saja, siang saja, sore baru, malam baru, sebentar malam, sebentar sore',
  },
  { names: 'stimulan, stimulan bangkit', words: 'stimulan, program bangkit, dana bangkit, bantuan bangkit' },
  {
    names: 'cuaca & musim, cuaca',
    words:
      'cuaca, musim, bergelombang, laut bergelombang, hujan, banjir, kemarau, kering, kekeringan, ombak, gelombang, angin, badai, panas',
  },
  {
    names: 'tenaga, partisipasi',
    words:
      'tenaga, partisipasi, tenaga kerja, kurang orang, orang kurang, kurang orang kerja, tidak ada orang kerja, tidak ada orang, kurang tukang, tukang kurang, tidak ada tukang, orang kerja tidak ada, orang tidak ada, tukang tidak ada, tenaga tidak ada, warga malas, orang malas, warga tidak mau kerja, orang tidak mau kerja, merantau, orang merantau, pada merantau, pergi merantau',
  },
  {
    names: 'keterampilan',
    words:
      'keterampilan, belum terampil, kurang terampil, tidak terampil, belum tahu cara, tidak tahu cara, kurang paham, belum paham, tidak paham, belum mengerti, tidak mengerti, kurang pengetahuan, kurang ilmu, keahlian, tidak ada keahlian',
  },
  {
    names: 'beda pendapat, beda_pendapat',
    words:
      'beda pendapat, konflik, selisih paham, salah paham, baku marah, baku melawan, baku malawan, cekcok, bertengkar, berselisih, tidak sepakat, belum sepakat, tidak sepaham, ribut, tidak akur, belum sepaham, bertengkar, berkelahi, baku pukul, bersitegang',
  },
  {
    names: 'bahan_alat',
    words:
      'bahan, alat, material, bahan bangunan, semen, besi, paku, onderdil, sparepart, spare part, benang, pewarna, pupuk, pakan, benih, anakan',
  },
  {
    names: 'hama',
    words: 'hama, penyakit, tikus, belalang, ulat, wereng, virus, babi hutan, monyet, kera, ulat daun, kutu daun',
  },
  {
    names: 'pesta & urusan adat',
    words:
      'pesta, adat, urusan adat, pesta adat, duka, kedukaan, kematian, pasola, hajatan, nikahan, kawinan, pernikahan, belis',
  },
  {
    names: 'pasar, pasar & harga, pasar, harga',
    words: 'pemasaran, harga pupuk, harga pakan, harga benang',
  },
  { names: 'kepala desa, kepala_desa', words: 'kepala desa, kades, kepdes' },
  {
    names: 'perangkat desa, perangkat_desa, perangkat negeri',
    words:
      'perangkat desa, sekretaris desa, sekretaris, sekdes, bendahara, bendahara desa, kepala dusun, kadus, kaur, kasi, aparat, aparat desa, staf desa, operator desa, kepala urusan, kepala seksi',
  },
  { names: 'dibantu fasilitator', words: 'fasilitator, fasilitator desa, fasdes, pendamping' },
  {
    names: 'swadaya',
    words:
      'uang saya sendiri, dana saya sendiri, swadaya, dana sendiri, uang sendiri, uang pribadi, dana pribadi, gotong royong, iuran, swadaya masyarakat, patungan, patungan warga, iuran warga, kumpul uang',
  },
  { names: 'pelatihan', words: 'pelatihan, latihan, kursus, bimtek, bimbingan teknis' },
  { names: 'pendampingan', words: 'pendampingan, pendamping, penyuluh, penyuluhan' },
  { names: 'raja negeri, raja_negeri', words: 'raja, bapa raja, bapak raja, raja negeri' },
  {
    names: 'bukan saya, bukan_saya',
    words:
      'bukan saya, salah orang, salah nomor, salah sambung, bukan nomor, saya bukan kades, saya bukan kepala desa, saya bukan raja, saya bukan sekdes, bukan orangnya, bukan ini istrinya, bukan ini anaknya',
  },
  { names: 'dana desa/add', words: 'dana desa, dd, add, apbdes' },
  {
    names: 'setuju',
    words:
      'setuju, tidak apa-apa, tidak masalah, tidak keberatan, tidak kenapa, gapapa, tidak ada masalah, silakan saja',
  },
  { names: 'tidak', words: 'tidak usah, tidak mau, tidak perlu, tidak boleh, jangan ya, tidak ya' },
  { names: 'ya', words: 'ya, betul, sudah, setuju, boleh, oke, siap' },
  { names: 'tidak', words: 'tidak, belum, bukan, jangan' },
  {
    names: 'alat',
    words:
      'alat, jaring, perahu, prahu, traktor, hand traktor, traktor tangan, pompa, pompa air, mesin, masin, ketinting, katinting, mesin jahit, chainsaw, jala, pukat, cool box, parut, sprayer, cangkul',
  },
  {
    names: 'bibit_bahan, bibit & bahan',
    words: 'bibit, bahan, benang, semen, pupuk, benih, anakan, obat hama, obat rumput, racun rumput',
  },
  {
    names: 'pemasaran',
    words: 'pemasaran, jual hasil, bantu jual, dibantu jual, cari pembeli, pasarkan, bantu pasarkan',
  },
  {
    names: 'pertanian',
    words:
      'pertanian, petani, bercocok tanam, tanam jagung, tanam padi, tanam sayur, tanam kacang, tanam ubi, kebun kelapa, kebun pala, kebun cengkeh, kebun kopi, kebun kakao, kebun mente, kebun jagung, sayuran, hortikultura',
  },
  {
    names: 'peternakan',
    words:
      'peternakan, ternak babi, ternak sapi, ternak kambing, ternak ayam, pelihara babi, pelihara sapi, pelihara kambing, pelihara ayam',
  },
  {
    names: 'perikanan, perikanan & laut',
    words: 'perikanan, ikan, ikang, nelayan, keramba, tambak, teripang, budidaya ikan, budidaya rumput laut',
  },
  {
    names: 'konservasi, konservasi & air',
    words: 'konservasi, bakau, mangrove, tanam bakau, tanam pohon, mata air, reboisasi',
  },
  { names: 'wisata', words: 'wisata, pariwisata, homestay, home stay, penginapan' },
  { names: 'usaha_mikro', words: 'kios, sembako, kios sembako, warung' },
  { names: 'kecamatan', words: 'kecamatan, camat' },
]

/** Sentences about the state of work that none of the four usual states covers: alone they are a question. */
export const unsettledWords =
  'belum selesai, belum rampung, belum tuntas, belum siap, belum jadi, belum habis, belum beres, masih belum selesai, tidak selesai, sudah dikerjakan, sudah dilaksanakan, sudah kerja, sudah dibuat, siap dikerjakan, tinggal dikerjakan, siap dilaksanakan, tinggal dilaksanakan, siap jalan, tinggal jalan, siap mulai, mau batal, akan batal, mau jalan, akan jalan, mau dikerjakan, akan dikerjakan'

/**
 * "tidak ada" and "belum" answer only when nothing else stands beside them: "tidak ada tenda" names a problem, "belum
 * lancar" is no state of ours. These words may stand beside them.
 */
export const genericPhrases =
  'belum, belum ada, tidak ada, tidak, tidak perlu, tidak butuh, belum perlu, tidak jadi, nihil, aman'
export const besideGeneric =
  'dulu bikin buat bangun kendala kendalanya masalah masalahnya hambatan dukungan bantuan kebutuhan kegiatan kegiatannya pekerjaan memang sejauh selama sampai saat sekarang sementara apa-apa apa berarti khusus lagi sekali sama tetap hari bulan tahun ini itu tahap program programnya usaha'

/** A state that is still to come or waited for is not that state: "selesai bulan depan". */
export const futureWords =
  'akan sebentar besok lusa depan nanti rencana rencananya target targetnya menunggu tunggu persiapan semoga mudah-mudahan ditargetkan direncanakan diharapkan harus mesti'

/** Steps and papers on the way: that one of them is finished does not mean the work is. */
export const partWords =
  'pondasi fondasi dinding tembok tiang atap lantai plester plesteran pengecoran cor galian penggalian tahap termin pembersihan pengukuran dana uang anggaran bahan material semen batu pasir kayu bibit pesanan pembelian belanja'
export const preparationWords =
  'pengajuan pengusulan proposal rab desain gambar musyawarah musdes sosialisasi administrasi berkas dokumen pencairan survei survey rapat perencanaan tender lelang perizinan'

/** Behind "selesai" they name a step, not the work. */
export const stepWords =
  'makan gali cor pasang angkut potong panen tanam ukur bersih bersihkan bongkar muat rapat rabat cat semai olah bajak beli belanja kirim susun data survei tebang cabut sebelah tahap'

/** Behind "selesai" they say what is left. */
export const unfinishedWords = 'tinggal sisa kurang lagi masih belum cuma hanya tunggu menunggu sedikit kecuali'

/** They contradict a state instead of explaining it. */
export const stalledWords =
  'dihentikan, diberhentikan, istirahat, libur, macet, mandek, berhenti, terhenti, tertunda, ditunda, tunda, pending, gagal, stop, stagnan, tersendat, terbengkalai, rusak, mangkrak, jalan di tempat'

/** Everyday things whose name holds a key word of an option and is none. */
export const otherThings =
  'tidak jadi masalah, tidak jadi soal, jadi masalah, sementara ini, bendahara kelompok, sekretaris kelompok, ketua kelompok, bendahara gereja, sekretaris gereja, tidak ada orang sakit, anak sekolah, pasar malam, uang rokok, uang kopi, uang pinang, uang sirih, uang makan, uang jajan, uang sekolah, biaya sekolah, harga diri, harga mati, harga naik, panas hati, panas dingin, kering kantong, kantong kering, alat tulis, alat musik, alat ibadah, tanah runtuh, tanah air, angin-anginan, kebun binatang, kue ulang tahun, ikan hias, duka cita, modal dengkul, modal nekat, anak buah, mesin cuci, orang dalam, kabar angin, masuk angin, banjir pesanan, banjir pembeli, laut lepas'
