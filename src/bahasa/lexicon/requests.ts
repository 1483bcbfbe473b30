// Commands said in a sentence ("tolong jangan kirim sy pesan lagi"). A sentence is one where every word of it stands in
// the rule, in `around` or in `aside`, and each part of `says` is there: a word that nobody listed makes it an answer.

import type { commandWords } from './commands.ts'

export interface Request {
  readonly command: keyof typeof commandWords
  /** Each of these must be said, in any order. Words of one part are alternatives. */
  readonly says: readonly string[]
  /** Words that may stand beside them. */
  readonly beside?: string
  /** No answer could read the same. */
  readonly exact?: true
  /** It speaks of the messages and questions themselves, so that other sentences beside it change nothing. */
  readonly plain?: true
}

const want = 'mau ingin minta bisa boleh tolong mohon coba hendak pengen pingin harap ayo mari yuk'
const me = 'saya kami kita'
const question = 'pertanyaan nomor poin kolom'
const answerWords = 'jawaban isian pilihan'
const message = 'pesan'
const back = 'kembali balik mundur ulang'
const change = 'ubah'
const before = 'sebelum sebelumnya tadi belakang atas'
const last = 'lalu kemarin sebelum sebelumnya dulu lama tadi biasa kemarin2'
const person = 'petugas orang kantor manusia pegawai kontak'
const report = 'laporan lapor formulir form pengisian kuesioner survei'

export const requests: readonly Request[] = [
  // begin, go on
  {
    command: 'mulai',
    says: ['mulai', `${want} saya kita siap silakan saja sekarang langsung ${report} pertanyaan isi`],
    beside: 'sudah dulu pertama baik oke untuk dengan isinya',
  },
  { command: 'mulai', says: ['silakan ayo mari', 'tanya pertanyaan'], beside: 'mulai kirim kasih sudah siap' },
  { command: 'mulai', says: ['kirim kasih', 'pertanyaan'], beside: 'sudah siap pertama' },
  { command: 'mulai', says: ['siap', 'isi jawab tanya'], beside: `sudah ${report} pertanyaan mulai untuk` },
  { command: 'mulai', says: ['kirim kasih', 'pertanyaan', 'pertama'], beside: 'nomor satu 1 mulai', exact: true },
  {
    command: 'lanjut',
    says: [
      'lanjut',
      `${want} ${question} ${report} kemarin tadi berikut berikutnya selanjutnya sudah lagi isi jawab saya terus terputus putus baik oke`,
    ],
    beside: 'yang belum selesai masih dari ke dengan sisa sisanya tinggal sampai sempat itu langsung jawaban',
  },
  { command: 'lanjut', says: ['lanjut'], beside: 'sudah gas' },
  { command: 'lanjut', says: [question, 'berikut berikutnya selanjutnya'], beside: 'lanjut kirim apa' },
  // back
  {
    command: 'kembali',
    says: [back, question],
    beside: `ke ${before} satu 1 dua 2 langkah lihat sampai jawab jawaban isi salah pencet tekan yang lewat dari sini situ`,
    exact: true,
    plain: true,
  },
  {
    command: 'kembali',
    says: [back, `${before} jawaban halaman langkah satu 1`],
    beside: `ke lihat yang salah pencet tekan jawab isi sudah dua 2 awal`,
  },
  { command: 'kembali', says: [question, before], beside: 'lihat ke yang apa', exact: true },
  { command: 'kembali', says: ['salah', 'pencet tekan'], beside: `${back} jawab tombol tadi ke maaf` },
  // change
  {
    command: 'ubah',
    says: [change, `${answerWords}`],
    beside: `${before} yang ada salah sudah pertanyaan laporan data keliru terakhir satu kirim jawab isi ke dalam di pertama beberapa sedikit`,
    exact: true,
    plain: true,
  },
  {
    command: 'ubah',
    says: [change, want, 'jawab isi kirim salah keliru laporan tadi data'],
    beside: `${before} yang ada sudah pertanyaan terakhir ke dalam di satu beberapa sedikit`,
  },
  {
    command: 'ubah',
    says: [answerWords, 'salah keliru'],
    beside: `${before} yang ada sudah terakhir satu isi jawab tulis ketik`,
  },
  { command: 'ubah', says: ['salah keliru', 'jawab isi'], beside: 'tadi yang ada ternyata sudah terlanjur nomor' },
  // skip
  {
    command: 'lewati',
    says: ['lewati', `${want} ${me} ${question} saja dulu kasih tidak kosong bikin`],
    beside:
      'nanti isi bisa tahu jawabannya jawaban belum ada data untuk yang lain lanjut jawab ke berikut berikutnya akan',
    exact: true,
  },
  { command: 'lewati', says: ['lewat', question], beside: 'kasih dulu saja yang ke berikut berikutnya', exact: true },
  { command: 'lewati', says: ['lewat', 'kasih biar dulu'], beside: 'saja' },
  { command: 'lewati', says: ['kosongkan kosongi dikosongkan dikosongi'], beside: `${question} dulu saja jawaban` },
  { command: 'lewati', says: ['tidak', 'mau usah ingin', 'jawab isi'], beside: `${question} yang perlu` },
  // how far, and what was said
  {
    command: 'ringkasan',
    says: ['ringkasan rangkuman rekap rekapan resume ringkas rangkum'],
    beside: `lihat tampil kirim kasih tunjuk ${report} ${answerWords} jawab isi sudah semua tadi sampai untuk cek baca buat hasil akhir mana yang`,
  },
  {
    command: 'ringkasan',
    says: ['lihat cek tampil tunjuk baca periksa kirim kasih', `${answerWords} isi jawab`, 'saya sudah semua tadi'],
    beside: `yang masuk ${report} ulang kembali apa data sampai dari awal hasil di tadi mana pertanyaan`,
    exact: true,
  },
  { command: 'ringkasan', says: ['jawaban isian', 'apa', 'saya tadi'], beside: 'yang sudah mana semua', exact: true },
  {
    command: 'ringkasan',
    says: ['apa', 'sudah', 'isi jawab', 'saya'],
    beside: 'yang semua tadi mana sampai pertanyaan di laporan',
    exact: true,
  },
  {
    command: 'ringkasan',
    says: ['sampai', 'mana nomor berapa', `${report} jawaban isian isi jawab pertanyaan saya`],
    beside: 'sudah tadi di saya yang',
  },
  {
    command: 'ringkasan',
    says: ['lihat cek tampil tunjuk', 'laporan'],
    beside: 'yang sudah isi jawab tadi semua hasil saya ulang kembali',
  },
  // help
  {
    command: 'bantuan',
    says: ['hubungi', person],
    beside: 'ada dapat langsung dengan ke pakai saja siapa bagaimana nomor sambung dari yang dinas desa bot ini lewat',
  },
  {
    command: 'bantuan',
    says: ['bantu bantuan dibantu tolong', 'bisa boleh minta butuh perlu mohon'],
    beside: 'ada orang dulu ini sedikit dari',
  },
  {
    command: 'bantuan',
    says: ['bantu bantuan dibantu tolong', person, `${want} butuh perlu`],
    beside: 'ada orang ini dari ke sama dengan',
  },
  { command: 'bantuan', says: ['tanya', person], beside: 'ke dengan langsung dulu' },
  { command: 'bantuan', says: ['bagaimana', 'cara'], beside: 'ini apa', exact: true },
  { command: 'bantuan', says: ['nomor', 'petugas'], beside: 'berapa hubungi telepon siapa apa yang' },
  {
    command: 'bantuan',
    says: ['tidak kurang belum', 'paham jelas bisa', 'cara pertanyaan pakai isi jawab maksud ini'],
    beside: 'bagaimana untuk apa yang begini seperti dengan lapor laporan menggunakan gunakan aplikasi bot hp',
  },
  {
    command: 'bantuan',
    says: ['tidak kurang belum', 'paham'],
    beside: 'sama sekali betul masih ini apa',
  },
  {
    command: 'bantuan',
    says: ['bagaimana', 'cara', 'isi jawab pakai lapor gunakan kirim'],
    beside: 'ini untuk yang laporan foto bot aplikasi bulan minggu pertanyaan',
    exact: true,
  },
  { command: 'bantuan', says: ['bagaimana', 'isi jawab'], beside: 'ini cara yang pertanyaan' },
  {
    command: 'bantuan',
    says: ['bantu bantuan dibantu tolong', `isi jawab cara petugas ${me} pakai pertanyaan`],
    beside: `${want} siapa yang perlu butuh ada bisa orang dulu ini laporan bingung untuk dari kantor paham jelaskan`,
  },
  {
    command: 'bantuan',
    says: ['bingung pusing'],
    beside: 'isi jawab cara pertanyaan pakai bagaimana apa harus ini tidak paham mana masih yang tolong bantu jelaskan',
  },
  {
    command: 'bantuan',
    says: ['menu perintah'],
    beside: 'lihat apa utama tampil kembali ke kirim bantuan mana daftar semua',
    exact: true,
  },
  {
    command: 'bantuan',
    says: ['contoh'],
    beside: `${want} jawaban jawab isi kasih bagaimana apa ada seperti lihat pertanyaan cara kirim`,
    exact: true,
  },
  { command: 'bantuan', says: ['jelaskan'], beside: `pertanyaan maksud lagi ini apa cara isi jawab yang kasih lebih` },
  {
    command: 'bantuan',
    says: ['maksud', 'pertanyaan'],
    beside: 'apa bagaimana tidak paham ini yang jelas kurang',
    exact: true,
  },
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
    command: 'data_saya',
    says: ['data', 'saya pribadi', 'lihat cek kirim tunjuk tampil simpan apa mana tahu minta'],
    beside:
      'pribadi tersimpan yang ada di tentang semua punya tercatat mana sini bot dengan kalian terdaftar sudah dari informasi siapa kasih pertanyaan',
    exact: true,
  },
  {
    command: 'data_saya',
    says: ['apa', 'simpan tahu', 'tentang', 'saya'],
    beside: 'yang kalian bot informasi data punya pertanyaan',
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
  {
    command: 'lapor',
    says: ['isi buat bikin kirim kasih masuk masukkan input mulai', 'laporan', `${want} saya akan baru`],
    beside: `bulan minggu hari ini bulanan mingguan baru desa kegiatan untuk bagaimana cara bulannya triwulan sudah siap`,
  },
  {
    command: 'pengaduan',
    says: ['adu pengaduan keluhan komplain protes mengeluh', `${want} saya cara bagaimana mana siapa dimana kemana`],
    beside: `ada punya sampaikan kirim lapor buat bikin kasih di ke tempat kemana dimana yang masalah rahasia bagian tentang sesuatu hal untuk kalau lewat`,
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
      `${want} ubah pakai pindah can use in switch change please pls speak`,
    ],
    beside: `bahasa ke dalam english inggris indonesia we i you the to do language kah saja jadi dengan me questions prefer could want need english pls`,
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
    beside: `masih seperti dengan yang jawaban laporan bulan minggu tahun putaran data saya belum ada perubahan isi punya periode pertanyaan persis ini sekali di waktu pada`,
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
    says: ['siapa mana berapa daftar apa ?', 'belum', 'lapor laporan kirim isi masuk setor kumpul'],
    beside: `yang desa negeri kepala bulan minggu ini laporan masih ada kirim masuk lihat cek tahu kecamatan sampai sekarang hari nama namanya putaran isi selesai lagi dari kasih tampil`,
    exact: true,
  },
  { command: 'siapa_belum', says: ['siapa', 'belum'], beside: 'yang masih lagi ini lihat cek selesai' },
  { command: 'siapa_belum', says: ['desa negeri', 'mana', 'belum'], beside: 'yang masih lagi apa', exact: true },
]

/** In any request, in any place. */
export const around =
  'ki ta na ji mi nih tuh niih neh jua kalau jika saya kami kita dong mau ingin minta bisa boleh kah tolong mohon coba saja dulu sekarang lagi ya yang ini itu tadi jadi kalau begitu lah nah dong kan toh e do jo le lai leh lae sa punya pung e mo ka ko ni tu hendak pengen pingin harap ayo mari yuk silakan untuk akan buat apakah adakah sebaiknya maaf baik oke siap terima kasih di akang to gan min boi ee kaka bosku deh sih kok langsung'

/** A sentence beside the request that gives a reason or readies oneself; it changes nothing. */
export const aside =
  'desa nama bulan orang tanggal tombol sudah belum tidak siap salah keliru semua bisa tahu ada waktu saya kami masih lagi sedang baru capek lelah pusing bosan malas terlalu panjang banyak paham jelas bingung lupa data datanya pencet tekan ketik isi jawab jawaban kirim nanti buat ulang baik oke ya ini itu yang supaya biar satu kali sekali cepat kembali lanjut dulu saja sempat maaf baru balas lihat cek dari awal begitu sebentar mau pakai hp sinyal jaringan jelek hilang cukup ternyata tadi keluar nomor terlanjur belum sekaligus hilang putus terputus apa cara mengerti bagus normal pulih lancar hidup baru'

/** Typed for the words above. */
export const requestSpellings: Readonly<Record<string, string>> = {
  kalau: 'kalo klo kl klau kalu bila jika',
  ayo: 'ayok ayuk yok hayo yok mari',
  silakan: 'monggo mangga silahkan slahkan silkan',
  tetap: 'ttp tetep',
  dulu: 'dlu dolo dl',
  lengkap: 'lngkap komplit',
  terakhir: 'trakhir trkhir terahir',
  jangan: 'jang jgn jan',
  tidak: 'seng sing tra tar trada sonde son nda ndak trada tida',
  belum: 'balom balum',
  sudah: 'su so',
  semua: 'samua smua semuanya',
  lihat: 'liat lia liatin nengok tengok melihat lihatkan liatkan ngeliat lihatlah',
  cek: 'mengecek dicek ngecek periksa memeriksa',
  balik: 'blk bale balek baleik blik baliik balikin balikkan',
  kembali: 'kembalikan kmbali kembli kmbli kbali back',
  ulang: 'ulangi mengulang ulangin',
  mundur: 'mundurkan',
  kasih: 'kasi kase kas beri berikan bri kaseh kasikan',
  keluarkan: 'kaluar kasikeluar keluarin kaluarkan',
  seperti: 'sprti sperti spt spti seprti kayak kaya kek macam sprt sepert sebagaimana mcm',
  pertanyaan: 'soal soal2 prtanyaan pertnyaan pertanyaan2 pertanyan pertayaan pertanyaannya soalan',
  tanya: 'tanyakan bertanya ditanya nanya tanya2 menanyakan',
  jawaban: 'jwban jwbn jawapan jwban jawaban2 jawabannya jwbannya',
  jawab: 'jwb menjawab dijawab jawabkan jawabnya ngejawab terjawab',
  isian: 'isiannya isianku',
  isi: 'mengisi diisi isikan ngisi terisi isinya isiin',
  pesan:
    'pesan2 psn wa whatsapp chat sms notif notifikasi pemberitahuan wa2 pesannya chatting message messages msg pesan-pesan',
  kirim:
    'krim krm kirimi kirimkan mengirim dikirim ngirim dikirimi kirimin kirim2 mengirimkan terkirim kirimlah sending send dikirimkan',
  hapus: 'hps hapuskan apus hapusin delete musnahkan menghapus hilangkan hapuslah',
  dihapus: 'dihapuskan terhapus dhapus dihilangkan dimusnahkan',
  buang: 'buangkan membuang',
  ubah: 'rubah robah ubh uba ganti gnti diubah dirubah diganti gantikan perbaiki perbaik diperbaiki betulkan dibetulkan edit diedit koreksi dikoreksi revisi direvisi benahi tukar mengubah merubah mengganti memperbaiki mengoreksi menggantikan mengedit ralat meralat perbaikan ubahkan gantiin ngubah ngerubah diralat dirobah prbaiki betulin ubahlah mengkoreksi',
  lewati:
    'skip dilewati lewatkan lewatin dilewatkan lompati lompat loncat loncati dilompati skipp lwati dilompat melewati melewatkan diskip lwatkan dilewat lewatilah',
  lanjut:
    'lanjutkan dilanjutkan lanjutin lnjut lanjt ljt teruskan sambung disambung dilanjut next terus trus trs melanjutkan lanjutlah lanjutken lanjud diteruskan meneruskan continue terusin terusno',
  mulai: 'dimulai memulai mule mulay mulae mulailah',
  berhenti: 'brenti stop setop hentikan henti dihentikan stopkan berenti brhenti stopp unsubscribe',
  batal: 'batalkan dibatalkan batalin btal cancel membatalkan dibatalin batalkanlah',
  lapor: 'melapor laporkan melaporkan lpor dilaporkan ngelapor lapr pelaporan lapur melaporkannya',
  laporan: 'lprn lapran laporannya lporan laporanku laporan2',
  bantu: 'bantuin',
  tolong: 'tlg tlong tulung',
  minta: 'mnta mntk meminta',
  mohon: 'mhon',
  bisa: 'dapatkah',
  paham: 'ngerti mengerti faham pahami mangarti mangerti memahami mngerti',
  tahu: 'tau mengetahui ketahui',
  petugas: 'admin operator cs pendamping fasilitator panitia pengurus staf adminnya petugasnya operatornya helpdesk',
  hubungi:
    'telepon telp telpon tlp tlpn nelpon call menghubungi dihubungi bicara ngomong omong bacarita kontak ditelpon menelpon berbicara dihubungkan hubungkan sambungkan disambungkan tersambung berhubungan telfon ketemu tlpon',
  siapa: 'sapa sapa2 siapa2 sp spa siapasiapa',
  mana: 'mna',
  apa: 'apa2 apakah ap what',
  bagaimana: 'gimana bgmn gmn bgaimana bagimana gmana gimn',
  tampil: 'tampilkan ditampilkan menampilkan munculkan perlihatkan show',
  tunjuk: 'tunjukkan tunjukan tunjukin menunjukkan',
  simpan: 'disimpan menyimpan nyimpan',
  tentang: 'ttg tentan mengenai',
  pribadi: 'pribadiku',
  adu: 'adukan mengadu diadukan mengadukan ngadu mengaduh aduan',
  pengaduan: 'pengadun aduannya pengaduannya',
  sampaikan: 'menyampaikan disampaikan nyampaikan sampekan',
  pakai: 'pake memakai pke dipakai menggunakan gunakan makai',
  daftar: 'list dftr',
  sekaligus: 'skaligus skalian sekalian',
  ganggu: 'mengganggu diganggu gangguin',
  terima: 'menerima trima nerima',
  kosongkan: 'kosongin',
  berubah: 'brubah brobah',
  masuk: 'memasukkan masukan masukkan',
  buat: 'bikin membuat bikinkan buatkan dibuat',
  cara: 'caranya cranya carax',
  maksud: 'maksudnya maksudx mksd',
  ingin: 'pingin kepengen pgn pengin pengen',
  bot: 'botnya',
  nomor: 'no nmr nomer nomornya',
  saya: 'sya sa beta sy aku ana',
  kita: 'katong kitong torang kitorang tong',
  sama: 'sm samaa idem',
  dengan: 'deng dgn dg',
  lalu: 'dolo dolu',
  sekali: 'skali kali',
  siap: 'ready',
}

/** Answering, of oneself: what is put off. */
export const putOff =
  'isi jawab lanjut kirim balas lengkapi ketik tulis lapor susul menyusul kerja kabari kabarkan sambung buat laporan jawaban cek tanya'

/** Answering these questions and nothing else. */
export const putOffSurely = 'isi jawab lanjut balas lengkapi'

/** When, after "nanti" or instead of it. */
export const whenWords =
  'pagi siang sore malam petang subuh jam pukul besok lusa hari minggu senin selasa rabu kamis jumat sabtu depan menit wit wita wib magrib maghrib isya ashar asar zuhur setengah'

/** "setelah makan", "kalau sudah di rumah": a time that is told by what comes before it. */
export const whenOpeners = 'kalau setelah sesudah habis selesai sepulang begitu'

/** Waiting, without a time. */
export const waiting = 'nanti sebentar tunggu tunda istirahat sabar sabantar sibuk sempat ditunda tahan'

/** Where one is and what one does, beside "sebentar". */
export const busy =
  'cari ambil di ke dari dalam jalan perjalanan kebun laut rumah kantor pasar gereja masjid sekolah kota rapat pertemuan acara ibadah pesta duka sibuk kerja hujan sinyal jaringan hp baterai lowbat pulsa listrik mati motor makan mandi istirahat tidur anak sakit sementara masih lagi sedang belum sempat tidak bisa ada sudah pakai bawa mobil perahu kapal sawah ladang melaut panen urus tamu lain waktu karena sekarang capek lelah ngantuk hilang jelek putus buka baca kembali pulang sampai tiba orang saya beta kami kita ini itu dulu saja baru ya yang mau ketua bendahara sekretaris sekdes data buku catatan nyetir menyetir rapatnya dengan sama mama bapak semua juga akan camat bupati desa kecamatan kabupaten dinas bank pelabuhan puskesmas kampung dusun balai'
