// How people turn a question for words aside in a sentence of their own: nothing comes to mind, another one should be asked,
// it comes later, it was said before, the message was for somebody else, or the story has only been opened. Each row is a
// pattern over the reply's standard words without politeness and marks. Only short replies are held against them, and a row
// stands for the whole reply unless it says otherwise, so that "nanti tunggu panen baru dijual" and "tanya orang tua dulu
// sebelum buka lahan" stay answers.

const who = '(?:saya|kami|kita|katong|beta)'
const office =
  '(?:sekdes|sekretaris|bendahara|ketua|kades|kaur|kadus|kasi|raja|camat|pendamping|fasilitator|operator|istri|suami|anak|dia|beliau|mereka|dorang|dong|teman)'
const sends =
  '(?:ki?ri?m|kirimkan|dikirim|dikirimkan|kabari|kabarkan|dikabari|dikabarkan|susulkan|disusulkan|lengkapi|dilengkapi|info|infokan|diinfokan|telepon|telpon|telp|wa|sms|ketik|ketikan|diketik|tulis|tuliskan|ditulis|jawab|dijawab|balas|dibalas|isi|diisi|sambung|disambung|dilanjutkan|lanjutkan|bilang|foto|difoto|laporkan|dilaporkan)'
const times = '(?:nanti|besok|lusa|sebentar|menyusul|kemudian)'
const hour = '(?:malam|sore|siang|pagi|habis magrib|pulang)'
const leads = '(?:(?:waduh|aduh|adoh|adu|aih|astaga|ampun|maaf|ya|oke|baik|siap|wih|hahaha|jujur) )*'

/** The answer is not known, not at hand, or to come. */
export const notKnown: readonly string[] = [
  `${leads}(?:${who} )?(?:sudah |masih |agak |memang )?(?:lupa|blank|buntu|pusing)(?: lagi| semua| sudah| dulu| saya| kami| ini)*`,
  `${leads}(?:${who} )?(?:memang )?(?:belum|tidak|seng) (?:ada )?(?:kepikiran|kepikir|terpikir|terpikirkan|ide|gambaran|bayangan|inspirasi)(?: \\S+){0,3}`,
  `${leads}(?:coba |silakan |mending |sebaiknya |bagusnya )*(?:tanya|tanyakan)(?: saja| langsung| ke| sama| pada| di| dengan)*(?: ${office})?(?: \\S+)?(?: saja| langsung| dulu| kalau begitu)*`,
  `${leads}(?:coba )?(?:tanya|tanyakan)(?: ke| sama| di| pada)*(?: ${office}| nama)(?: ${who})? saja(?: \\S+){0,4}`,
  `${leads}(?:${who} )?(?:masih|lagi|sedang|baru) (?:mikir|pikir|pikir-pikir|pikir2|bingung|ingat-ingat)(?: \\S+){0,2}`,
  `${leads}(?:tidak usah|jangan) (?:${who} )?(?:jawab|isi|dijawab|diisi)(?: \\S+){0,2}`,
  `${leads}${who} (?:mau |akan |harus |coba )?(?:tanya|tanyakan)(?: \\S+){0,4} dulu(?: baru(?: \\S+){1,3}| nanti(?: \\S+){0,3})?`,
  `${leads}(?:coba |silakan )+(?:hubungi|telepon|telpon|kontak)(?: \\S+){0,3}`,
  `${leads}(?:itu |ini )?(?:bukan ${who} yang|${who} bukan yang|${who} tidak) (?:urus|pegang|tahu|kelola|tangani|isi|catat)(?: \\S+){0,6}`,
  `${leads}(?:itu |ini )?bukan (?:urusan|bagian|tugas|bidang) ${who}(?: \\S+){0,4}`,
  `${leads}(?:itu |ini )?(?:${office} )?yang (?:lebih )?(?:tahu|urus|pegang|paham)(?: itu| semua| datanya| ini| cuma| hanya)*(?: ${office})?`,
  `${leads}(?:itu |ini )?(?:urusan|bagian|tugas) ${office}(?: itu)?`,
  `${leads}(?:tolong |mohon )*(?:minta|kasih|kasi|beri) (?:${who} )?waktu(?: dulu| sebentar| sedikit| lagi| \\S+ (?:hari|jam|menit|minggu))*`,
  `${leads}(?:${who} )?${times} (?:saja )?(?:${hour} )?(?:baru )?(?:${who} )?${sends}(?: \\S+){0,2}`,
  `(?:\\S+ ){0,4}${who} ${sends} ${times}(?: ${hour}| saja)*`,
  `${leads}${times} (?:${hour} )?(?:baru )?(?:${who} )?lanjut(?: lagi| ya| saja| dulu)*`,
  `${leads}(?:${times} )?${who} (?:mau |akan |harus )?(?:bahas|diskusikan|bicarakan|rapatkan|musyawarahkan|pikirkan|cek|rapat|diskusi|bicara) dulu(?: (?!sebelum)\\S+){0,5}`,
  `(?:foto|video|data|laporan|jawaban|rinciannya|lengkap)(?:nya)? (?:saja )?${times}(?: \\S+){0,2}`,
  `(?:yang )?tadi(?: itu)? (?:${who} )?(?:salah|ralat|batal|hapus|koreksi)(?: \\S+){0,5}`,
  `${leads}(?:salah |sebentar )*${who} (?:(?:ketik|tulis|kirim|jawab) ulang|ulang (?:ketik|tulis|kirim|lagi))(?: \\S+){0,2}`,
  `(?:(?:soal|kalau|untuk) )?(?:itu|yang itu|yang ini) (?:${who} )?(?:belum|tidak|kurang) (?:tahu|paham|mengerti|jelas)(?: \\S+){0,3}`,
]

const how = '(?:apa|bagaimana|gimana|gmn|gmana|gmna|bgmn|bgm|yang mana)'
const tail = '(?: (?:ya|ini|itu|sih|nih|kah|ka|kk|e|dang|tuh|tadi|saja|lagi|dulu|kita|saya))*'

/** The question, the number or the channel is asked about; or nothing has been told yet. */
export const askedBack: readonly string[] = [
  '(?:jadi |ya |oke )*(?:begini|bagini|bgini|gini)(?: cerita| ceritanya| ya| dulu| saja)*',
  '(?:jadi |waktu itu |dulu |awalnya |pertama )+(?:begini|bagini|gini)(?: ceritanya)?',
  '(?:jadi |ini |ada |panjang )*(?:cerita|ceritanya)(?: ini| itu)? (?:begini|bagini|gini|panjang|dulu)(?: sekali)?',
  '(?:terlalu )?panjang(?: sekali)? ceritanya',
  `(?:${who} )?(?:mau |ingin |akan )?(?:cerita|bercerita)(?: dulu| sedikit| ya)*`,
  `(?:jadi )?(?:pertama|pertama-tama|pertama tama|yang pertama|sebenarnya|sebetulnya|jadi|terus|lalu|maksud ${who}|menurut ${who}|kalau menurut ${who}|kalau ${who})(?: itu)?`,
  `(?:\\S+ ){0,2}maksud (?:\\S+ )?${how}${tail}`,
  `(?:\\S+ )?${how} (?:\\S+ )?maksud(?: pertanyaan| pertanyaannya)?(?: \\S+)?${tail}`,
  `(?:(?:kk|ini|itu|ya|yang ini) )*${how}${tail}`,
  `(?:perubahan|kegiatan|harapan|kendala|usul|usulan|saran|masalah|pelajaran|hasil)(?:nya)? (?:apa|yang mana|mana)${tail}(?: yang (?:dimaksud|ditanya))?`,
  'yang mana (?:perubahan|kegiatan|harapan|kendala|usul|usulan|saran|masalah|pelajaran|hasil)(?:nya)?',
  `(?:apanya|ini untuk apa|ini (?:bot|robot)(?: apa| atau| orang| manusia)*)${tail}`,
  '(?:bisa |tolong |coba )*(?:jelasin|jelaskan|dijelaskan)(?: lagi| ulang| dulu)*(?: tidak| kah| ka)?',
  '(?:kok |kenapa )+(?:tanya|nanya|ditanya|ditanyakan|tanyakan|tanyanya)(?: \\S+){0,3}',
  '(?:tolong |coba |bisa |mohon )*(?:ulang|ulangi|diulang)(?: kk| lagi| dulu| ya| bisa| pertanyaan| pertanyaannya)*',
  // unfinished, whatever stands before
  '(?:\\S+ ){0,9}(?:adalah|ialah|yaitu|yakni|bahwa|dan|atau|karena|supaya|agar|misalnya|contohnya|seperti)',
  '(?:pelajaran|kendala|masalah|hambatan|usul|usulan|saran|harapan|perubahan|kegiatan)(?:nya)?(?: yang)? (?:paling \\S+|utama|terbesar|terpenting)(?: itu| ini)+',
  '(?:ini |itu )?(?:nomor |hp |wa )?siapa(?: ini| itu| punya| ya)*',
  '(?:ini )?(?:dengan|sama|dari) siapa(?: ini| ya)*',
  '(?:dapat|dapa|tahu|ambil) nomor saya(?: \\S+){0,3}',
  '(?:maaf |eh )*salah (?:nomor|kirim|sambung|orang|chat|grup|wa|kamar)(?: ini)?',
  '(?:mama |jangan lupa |singgah |mampir )+(?:beli|belikan|bawa|bawakan|jemput|ambil|masak|angkat|isi|kasih makan)(?: \\S+){1,4}',
  '(?:tolong )?jemput (?:anak|adik|saya|mama|bapa|ibu)(?: \\S+){0,6}',
  'tolong (?:beli|belikan|jemput|isikan|transfer|antar)(?: \\S+){0,2} (?:gula|garam|sabun|rokok|pulsa|kopi|popok|susu|galon|gas|anak|adik|token|sayur|beras)(?: \\S+){0,2}',
  '(?:kamu |kau |ose |lagi |masih |sekarang )*(?:sudah )?(?:makan|pulang|tidur|mandi|berangkat) (?:belum|kah|ka)',
  '(?:(?:halo|tes|test|cek|ini)(?: |$))+?(?:(?:suara|masuk|bisa|sudah|ini|1|2|3|ka|kah|tidak|belum|ko|atau|halo|tes)(?: |$))*',
  '(?:sudah |apakah |apa |pesan |pesannya |jawaban |jawabannya |ini )*(?:masuk|terkirim|sampai|diterima) (?:ka|kah|tidak|belum|ko|atau|apa)(?: tidak| belum)*',
  '(?:ini )?(?:pertanyaan|pertanyaannya|soal|soalnya)(?: ini)? (?:terlalu |agak )?(?:susah|sulit|berat|banyak|panjang|aneh|lucu)(?: sekali| ini| juga| betul| banget)*',
  '(?:banyak|panjang|susah|sulit)(?: sekali| betul| banget)* (?:pertanyaan|pertanyaannya|jawab|jawabnya|dijawab)(?: ini)?',
  `(?:kan |tadi |itu |ini |yang ini |yang itu )*sudah (?:${who} )?(?:jawab|dijawab|kirim|dikirim|tulis|ditulis|isi|diisi|bilang|sampaikan|balas) (?:(?!ke )\\S+ ){0,1}(?:kemarin|tadi|duluan|minggu lalu|bulan lalu|di atas|barusan)(?: \\S+){0,2}`,
  `(?:kan |tadi )*sudah ${who} jawab(?: semua| itu| ini)*`,
  `(?:${who} )?(?:tidak|belum|kurang|seng) (?:tahu|mengerti|ngarti|ngerti|mangarti|paham|jelas)(?: ${who})?(?: apa| dengan)? (?:pertanyaan|pertanyaannya|maksud|maksudnya|yang ditanya|yang dimaksud|jawab|tulis)(?: \\S+){0,2}`,
  `(?:ini |itu |yang ini )*(?:wajib|harus) (?:${who} )?(?:jawab|dijawab|isi|diisi|tulis|ditulis|semua)(?: semua| ini| ka| kah)*`,
]

/** With a question mark, or "ka" or "kah" at the end: how or whether to answer. */
export const aboutAnswering =
  '(?:\\S+ ){0,4}(?:wajib|harus|boleh|bisa|perlu) (?:\\S+ ){0,3}(?:jawab|dijawab|isi|diisi|tulis|ditulis|lewat|lewati|dilewati|skip|kosong|kosongkan|dikosongkan|ketik|diketik)(?: \\S+){0,5}'

/** Behind the last pause: when the answer is to come. */
export const later = `(?:kami |saya |jadi )?${times}(?: ${hour}| saja| ya| dulu| baru| lagi| jawab| balas| tulis)*`

/** One of these stands in every reply that a row above fits, or one of `breakingOff` ends it: all others are not held against them. */
export const hints =
  'apa apanya mana bot robot jelasin jelaskan dijelaskan kenapa bagaimana gimana gmn gmana gmna bgmn bgm kok lupa blank buntu pusing kepikiran kepikir terpikir terpikirkan ide gambaran bayangan inspirasi tanya tanyakan mikir pikir pikir-pikir pikir2 bingung ingat-ingat usah dulu hubungi telepon telpon kontak urus pegang tahu kelola tangani isi catat urusan bagian tugas bidang paham waktu nanti besok lusa sebentar menyusul kemudian tadi ulang mengerti jelas begini bagini bgini gini cerita ceritanya bercerita pertama pertama-tama sebenarnya sebetulnya jadi terus lalu maksud menurut kalau paling utama terbesar terpenting siapa nomor salah jangan mama singgah mampir tolong jemput makan pulang tidur mandi berangkat halo tes test cek masuk terkirim sampai diterima pertanyaan pertanyaannya soal soalnya jawab jawabnya dijawab sudah ngarti ngerti mangarti wajib harus boleh bisa perlu'
export const breakingOff =
  'adalah ialah yaitu yakni bahwa dan atau karena supaya agar misalnya contohnya seperti itu ini'

// What a reply without a word of its own is made of, in every dialect. How they work together: kinds/text-questions.ts.

export const questionWords =
  'apa apakah apatu siapa sapa mana kemana dimana pimana kenapa knapa knp mangapa mengapa ngapa napa nape bagaimana bagaimna bagemana bagimana begemana gimana gmn gmana bgmn kapan berapa opo piye nopo pripun pundi'
export const knowing =
  'mengerti mengarti mangarti mangerti ngerti ngarti arti paham faham tahu tau tao mudeng ngertos ngeh nyambung konek'
export const negations =
  'tidak tdk tida tak ga gak gk nggak ngga enggak nda ndak nyanda tra trada sonde son seng sing belum blm blum kurang krg bukan mboten ora dak'
export const besideQuestions =
  'ini ni nih itu tu tuh iki niki iku yang yg mau mo pi pigi pung punya pu saya sy sa beta b be sya kita ketong katong kitong kami torang tong ose os kamu kau ko kowe anda situ lagi lai lagi2 tadi begini bagini begitu bagitu pertanyaan pertanyaannya soal soalnya maksud maksudnya maksude dari untuk ke di dengan deng sama ada ya e kah ka dulu dolo bahasa tanya ditanya tanyakan nanya bilang kk saja juga sini sana masih bingung mumet tulis jawab par ki nggih to kados maaf'
