// Talk in which a number stands that is no answer: a wish, a tale, a body, a journey. How they work together: talk.ts.

/** What is only imagined, beside the openings of lexicon/unreal.ts. */
export const supposed = 'andainya seumpamanya semisal mimpi bermimpi mengkhayal'

/** A thousand and one of these are many: "seribu satu masalah". */
export const figures = 'masalah persoalan alasan cerita urusan keluhan macam jalan cara rintangan tantangan'

/** One or two of these are what somebody has to say: "satu hal", "dua pertanyaan". */
export const sayings = 'hal pesan permintaan pertanyaan usul saran harapan keinginan pesanku'

/** How often somebody wrote or called: "3 kali kirim, masih tanya lagi". */
export const messages =
  'kirim mengirim dikirim kirimkan balas membalas dibalas jawab menjawab dijawab tanya bertanya ditanya telepon telpon ditelepon hubungi menghubungi wa sms chat lapor melapor dilapor isi mengisi'

/** What is measured of somebody's body. */
export const bodies = 'demam tensi kolesterol'

/** What others say without being named. */
export const voices = 'orang tetangga mereka dorang dong'

/** Before a number: what was so once, or is so at other times. */
export const formerly = 'pernah biasanya lazimnya umumnya'

/** Before a number, with who wants it between: what is still wished for. */
export const goals = 'impian cita-cita dijanjikan dijanji harus wajib rencana rencananya target targetnya'

/** Who wants it. */
export const wishers =
  'bibit anakan bantuan kami kita katong kitong saya beta desa kelompok tahun ini mau akan tanam bangun beli panen bikin buat tebar jual untuk dari total jadi par semai rehab tambah pasang bayar'

/** What runs empty without being counted: "kosong batre hp". */
export const runsOut =
  'batre batrei baterai batere batrai hp pulsa sinyal bensin kuota jaringan paket tangki perut dompet minyak solar'

/** Beside the length of a time: nothing else is told. */
export const besideTimes =
  'hari minggu bulan tahun jam menit musim semester sudah baru selama lama lamanya saja kira sekitar kurang lebih cuma ada itu ini total semua , . : = dan rapat kerja kegiatan pelatihan latihan waktu waktunya penuh lagi sejak dalam per untuk'

/** Money of a household's own life. */
export const ownMoney = 'arisan mahar belis togel judi diskon bunga korting'

/** Who eats or breaks what was grown. */
export const pests = 'tikus monyet babi burung ulat belalang wereng ayam kambing sapi rusa ular'

/** What they do to it. */
export const ravages = 'makan dimakan rusak serang hantam injak bongkar lepas'

/** A whole village that is angry is no number of villages: "satu kampung marah". */
export const moods = 'marah ribut panik heboh berduka tahu kaget senang gembira takut sakit gelap pesta menangis kecewa'

/** Before a number of percent: how much somebody is for it. */
export const opinions = 'dukung mendukung yakin setuju percaya optimis'
