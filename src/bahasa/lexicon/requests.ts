// Commands said in a sentence ("tolong jangan kirim sy pesan lagi"). A sentence is one where every word of it stands in
// the rule, in `around` or in `aside`, and each part of `says` is there: a word that nobody listed makes it an answer.

import type { commandWords } from './commands.ts'
import { answerWords, back, before, change, me, person, question, report, want } from './request-words.ts'
import { endings } from './requests-to-end.ts'

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
    beside:
      'yang belum selesai masih dari ke dengan sisa sisanya tinggal sampai sempat itu langsung jawaban sinyal jaringan hp mati hilang baterai lowbat listrik gara karena isinya setengah habis',
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
  {
    command: 'bantuan',
    says: ['dipandu dibimbing diajari dituntun', `isi jawab cara lapor pakai ini ${report} pertanyaan`],
    beside: `${want} ${person} ${me} tolong bantu ada yang untuk siapa dari langkah bagaimana perlu butuh satu`,
  },
  {
    command: 'bantuan',
    says: ['susah sulit repot', 'isi jawab pakai', `ini ${report} pertanyaan cara bantu tolong`],
    beside: 'sekali terlalu yang untuk bagaimana',
  },
  { command: 'bantuan', says: ['bagaimana', 'cara'], beside: 'ini apa', exact: true },
  { command: 'bantuan', says: ['maksud', 'apa', 'ini'], beside: 'pertanyaan tidak paham jelas soal yang', exact: true },
  {
    command: 'bantuan',
    says: ['hubungi', 'saya', 'bisa tolong minta mohon boleh'],
    beside: 'petugas lewat sekarang besok nomor hp wa',
  },
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
    says: ['bantu bantuan tolong', `isi jawab cara petugas ${me} pakai pertanyaan`],
    beside: `${want} siapa yang perlu butuh ada bisa orang dulu ini laporan bingung untuk dari kantor paham jelaskan`,
  },
  // "dibantu fasilitator" tells who helped
  {
    command: 'bantuan',
    says: ['dibantu', `isi jawab cara petugas ${me} pakai pertanyaan`, `${want} butuh perlu`],
    beside: 'siapa yang ada bisa orang dulu ini laporan bingung untuk dari kantor',
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
  ...endings,
]
