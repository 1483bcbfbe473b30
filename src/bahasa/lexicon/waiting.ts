// How people ask to wait for an answer in words. How the rows work together: kinds/text-waiting.ts.

/** Each of these alone asks to wait. */
export const waits =
  'nanti sebentar tunggu sabar besok lusa wait sek sik sekedap sekedhap santar tar btar bntar sbtr otw otewe sibuk kapan-kapan kapan2'

/** What may stand beside them and says no more. */
export const besideWaits =
  'dulu dl saja agak lagi masih bisa saya kasih minta sampai malam sore siang pagi sorean malaman siangan baru waktu waktunya sedikit hari ini itu menit mnt jam minggu satu dua tiga lima sepuluh setengah mungkin kali lain sekali pun juga kwa wae leh le e anu'

/** What only an answer in words is: each a pattern over the word as typed. */
export const writes =
  '(?:di)?(?:tulis|ketik|jawab|balas|cerita|carita|kirim|isi|kabar|sambung|lanjut|jelas|lengkap|telepon|telpon|telp|vn|wa)(?:kan|in|i|nya)?|menulis|nulis|mengetik|ngetik|menjawab|membalas|bercerita|bacarita|ngabarin|mengabari|mengirim|ngirim|mengisi|ngisi|nelpon|nelepon|menelepon'

/** Behind them: how and when. */
export const tails =
  'dulu saja agak malam sore siang pagi nanti besok lusa sebentar baru lagi lengkap lengkapnya panjang lebar semua semuanya detail detailnya ceritanya jawaban jawabannya jawabnya balasannya lewat wa di sini situ rumah balik ulang ini itu pelan-pelan pelan2 juga jo'

/** They open a promise: when it is kept. */
export const openers =
  'nanti sebentar tunggu besok lusa kalau kalo klo kl kalu jika pas waktu lain kapan2 habis setelah sesudah selesai pulang sampai tiba malam sore siang pagi agak tar santar biar'

/** What goes on now. */
export const progressing = 'masih lagi sedang sementara baru'

/** What keeps people from typing. */
export const doing =
  'rapat nyetir menyetir makan mandi sholat salat tidur masak otw ibadah misa istirahat mancing ngajar mengajar boncengan jaga gendong menyusui'
export const lacking =
  'hp batre baterai batrei batere lowbat lobet sinyal jaringan pulsa kuota paket data cas ngecas tangan kacamata mata ngantuk mengantuk capek cape pulpen'
