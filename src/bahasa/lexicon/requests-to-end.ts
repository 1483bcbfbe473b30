// Requests that end, complain, ask for everything or answer as last time. How they are read: requests.ts.

import { answerWords, last, me, message, report, want } from './request-words.ts'
import type { Request } from './requests.ts'

export const endings: readonly Request[] = [
  // throw away
  {
    command: 'batal',
    says: ['batal hapus buang dihapus dibuang', `${report} ${answerWords}`],
    beside: `semua jadi isi kirim tadi nanti buat baru ulang salah dulu yang sudah dari awal seluruh`,
    plain: true,
  },
  {
    command: 'batal',
    says: ['batal', 'isi kirim lapor saja semua'],
    beside: 'nanti buat baru ulang salah dulu tadi jadi',
  },
  { command: 'batal', says: ['hapus buang dihapus dibuang batal', 'ini tadi'], beside: 'yang saja dulu semua' },
  { command: 'batal', says: ['tidak', 'jadi', `isi kirim ${report}`], beside: 'dulu nanti batal' },
  {
    command: 'batal',
    says: ['jangan tidak', 'kirim', 'laporan jawaban'],
    beside: 'dulu jadi usah tadi semua batal yang',
  },
  // silence
  {
    command: 'berhenti',
    says: [
      'jangan tidak berhenti',
      `kirim hubungi ganggu terima tanya masuk ikut dapat ${message}`,
      `${message} saya lagi`,
    ],
    beside: `${want} usah perlu lagi ke nomor hp sudah cukup dari apa bot dihubungi lain terus di pertanyaan laporan program sini ini begini setiap tiap`,
    plain: true,
  },
  {
    command: 'berhenti',
    says: ['jangan', 'kirim hubungi ganggu tanya pesan'],
    beside: `${message} terus lagi sudah pertanyaan ke apa`,
  },
  {
    command: 'berhenti',
    says: ['berhenti', `${message} kirim langganan bot program layanan ikut terima tanya pertanyaan`],
    beside: 'dari semua dulu ke nomor sudah cukup tidak mau lagi untuk lapor laporan',
    plain: true,
  },
  { command: 'berhenti', says: ['keluar', 'bot grup layanan daftar langganan program'], beside: 'dari' },
  {
    command: 'berhenti',
    says: ['hapus keluarkan coret keluar', 'nomor', 'saya'],
    beside: 'dari daftar kontak hp wa pesan bot',
    plain: true,
  },
  // one's data
  {
    command: 'hapus_data_saya',
    says: [
      'hapus buang dihapus',
      'nomor nama identitas informasi akun profil',
      'saya',
      'sistem server bot catatan database sini data akun',
    ],
    beside: 'dan dari semua di sini yang tersimpan data pribadi nama nomor segera hp wa dengan',
    exact: true,
  },
  {
    command: 'hapus_data_saya',
    says: ['kasih', 'hilang', 'data', 'saya'],
    beside: 'semua dari sini bot pribadi nama nomor dan',
  },
  {
    command: 'hapus_data_saya',
    says: ['hapus buang', 'akun profil identitas', 'saya'],
    beside: 'semua dari di sini bot dan data',
    exact: true,
  },
  {
    command: 'data_saya',
    says: ['data', 'saya pribadi', 'lihat cek kirim tunjuk tampil simpan apa mana tahu minta'],
    beside:
      'pribadi tersimpan yang ada di tentang semua punya tercatat mana sini bot dengan kalian terdaftar sudah dari informasi siapa kasih pertanyaan',
    exact: true,
  },
  {
    command: 'data_saya',
    says: ['apa', 'simpan tahu', 'tentang', 'saya'],
    beside: 'yang kalian kamu bot informasi data punya pertanyaan',
    exact: true,
  },
  {
    command: 'hapus_data_saya',
    says: ['hapus buang', 'data', 'saya pribadi'],
    beside: `semua seluruh dari sistem server nomor dan sini bot tersimpan simpan yang tentang nama pribadi di akun informasi ada segera`,
    exact: true,
  },
  {
    command: 'hapus_data_saya',
    says: ['dihapus dibuang', 'data', 'saya pribadi'],
    beside: `semua seluruh dari sistem server nomor dan sini bot tersimpan simpan yang tentang nama pribadi di akun informasi ada segera supaya agar`,
  },
  {
    command: 'hapus_data_saya',
    says: ['jangan', 'simpan', 'data', 'saya'],
    beside: 'semua lagi di sini pribadi',
    exact: true,
  },
  // report, complain
  {
    command: 'lapor',
    says: [`${want}`, 'lapor'],
    beside: `${me} kegiatan desa kondisi keadaan perkembangan bulan minggu hari ini dulu bagaimana cara untuk kemajuan`,
  },
  { command: 'lapor', says: ['lapor laporan', 'bulanan mingguan triwulan'], beside: 'desa' },
  {
    command: 'lapor',
    says: ['isi buat bikin kirim kasih masuk masukkan input mulai', 'laporan', `${want} saya akan baru`],
    beside: `bulan minggu hari ini bulanan mingguan baru desa kegiatan untuk bagaimana cara bulannya triwulan sudah siap`,
  },
  {
    command: 'pengaduan',
    says: [
      'adu pengaduan keluhan komplain protes mengeluh',
      `${want} saya cara bagaimana mana siapa dimana kemana ada`,
    ],
    beside: `ada punya cara sini bot program masuk masukkan terima apa soal nomor orang petugas sampaikan kirim lapor buat bikin kasih di ke tempat kemana dimana yang masalah rahasia bagian tentang sesuatu hal untuk kalau lewat pendamping fasilitator kades desa bantuan pertanyaan`,
  },
  {
    command: 'pengaduan',
    says: [
      `${want} saya`,
      'lapor laporan',
      'rahasia penyelewengan pelanggaran pungli kecurangan korupsi penyimpangan kekerasan',
    ],
    beside: 'secara ada tentang yang hal soal',
  },
  // language
  {
    command: 'bahasa',
    says: [
      'bahasa english inggris indonesia language',
      `${want} ubah pakai pindah can use in switch change please pls speak want need prefer i`,
    ],
    beside: `bahasa ke dalam english inggris indonesia we i you the to do language kah saja jadi dengan me questions indonesia tidak mengerti jangan bukan prefer could want need english pls`,
    exact: true,
  },
  // everything at once
  {
    command: 'semua',
    says: ['semua seluruh sekaligus sekalian daftar', 'pertanyaan'],
    beside: `kirim tampil tunjuk lihat kasih keluar keluarkan supaya biar jawab satu sekali langsung apa ada sekaligus sekalian semua dalam pesan daftar yang 1 isi lengkap dulu`,
    exact: true,
  },
  {
    command: 'semua',
    says: ['kirim tampil lihat kasih keluarkan tunjuk', 'semua sekaligus sekalian'],
    beside: 'biar supaya jawab satu sekali langsung 1 sekaligus sekalian semua isi dalam pesan',
  },
  { command: 'semua', says: ['jawab isi', 'sekaligus sekalian'], beside: 'semua satu langsung dalam pesan' },
  // as last time
  {
    command: 'sama',
    says: ['sama tetap', `${last} bulan minggu laporan jawaban putaran`],
    beside: `lapor masih seperti dengan yang jawaban laporan bulan minggu tahun putaran data saya belum ada perubahan isi punya periode pertanyaan persis ini sekali di waktu pada`,
    exact: true,
  },
  {
    command: 'sama',
    says: ['seperti sesuai ikut', last],
    beside: 'laporan jawaban bulan minggu tetap masih yang data putaran isi',
    exact: true,
  },
  {
    command: 'sama',
    says: ['tidak belum', 'ada', 'perubahan'],
    beside: `dari bulan minggu yang laporan masih sama ${last} sampai sekarang apa sejak jawaban`,
    exact: true,
  },
  {
    command: 'sama',
    says: ['tidak belum', 'berubah'],
    beside: `dari bulan minggu yang laporan masih sama ${last} sampai sekarang sejak jawaban`,
    exact: true,
  },
  {
    command: 'semua_sama',
    says: ['semua', 'sama tetap'],
    beside: `masih seperti dengan yang jawaban laporan bulan minggu tahun putaran data saya ${last} isi punya persis pertanyaan kegiatan periode di nomor tidak ada perubahan`,
    exact: true,
  },
  {
    command: 'semua_sama',
    says: ['semua', 'tidak belum', 'berubah perubahan'],
    beside: `ada yang jawaban laporan dari bulan minggu masih sama pertanyaan kegiatan ${last} data`,
    exact: true,
  },
  {
    command: 'semua_sama',
    says: ['semua', 'seperti sesuai ikut', last],
    beside: 'bulan minggu laporan jawaban yang tahun data',
    exact: true,
  },
  // who is late
  {
    command: 'siapa_belum',
    says: ['nama daftar kasih lihat cek', 'desa negeri kepala siapa', 'belum', 'lapor laporan kirim isi setor'],
    beside: 'yang masuk bulan minggu ini masih ada tahu sampai sekarang kecamatan nama dari',
    exact: true,
  },
  {
    command: 'siapa_belum',
    says: ['siapa mana berapa daftar apa ?', 'belum', 'lapor laporan kirim isi masuk setor kumpul'],
    beside: `yang desa negeri kepala bulan minggu ini laporan masih ada kirim masuk lihat cek tahu kecamatan sampai sekarang hari nama namanya putaran isi selesai lagi dari kasih tampil`,
    exact: true,
  },
  { command: 'siapa_belum', says: ['siapa', 'belum'], beside: 'yang masih lagi ini lihat cek selesai' },
  { command: 'siapa_belum', says: ['desa negeri', 'mana', 'belum'], beside: 'yang masih lagi apa', exact: true },
]
