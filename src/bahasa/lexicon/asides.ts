// What people add to a number without changing it: when it was otherwise, where the road is bad, which of them is farthest.
// How the rows work together: asides.ts and turns.ts.

/** A time before this one, in the first words of a part: "tahun lalu panen kurang". */
export const formerly = 'dulu dulunya awalnya sebelumnya lama'

/** What may be said of such a time. */
export const compares =
  'kurang lebih banyak sedikit bagus baik gagal turun naik rendah tinggi ramai rusak sulit susah luas besar kecil'

/** Weather in the first words of a condition: "kalau hujan tidak bisa lewat mobil". */
export const weathers = 'hujan musim ombak banjir angin gelombang basah pasang kemarau badai'

/** What the weather then does to roads and boats. */
export const hardships =
  'licin becek lewat jalan jembatan mobil motor truk oto kapal perahu speed susah sulit putus banjir bahaya terendam lumpur tanah longsor melaut laut'

/** Words that may not stand in a part that tells of some of those counted. */
export const undoing =
  'mati hilang rusak gagal batal busuk pindah meninggal keluar berhenti mundur rencana target usul usulan janji lagi tapi atau kecuali selain bukan ralat koreksi salah keliru maksud maksudnya harusnya seharusnya mestinya tambah tambahan ditambah dobel ganda hitung dihitung termasuk terhitung utang hutang pinjam dipinjam dipinjamkan dikembalikan lupa entah mungkin kira sekitar hampir mau akan kasih jual beli bayar dijual terjual dimakan dicuri hanyut minus kosong macet bubar sakit cerai nganggur ? < > * + = @ ~ %'

/** How people travel: numbers beside these are how long it takes. */
export const travels = 'kaki motor perahu oto ojek kuda kapal speed mobil ditempuh perjalanan ketinting tempuh'

/** What was not yet done to be sure of a number already said to be about so much. */
export const checking =
  'ukur diukur hitung dihitung menghitung absen diabsen timbang ditimbang cek dicek catat dicatat kumpul kumpulkan dikumpul periksa rekap direkap data didata lengkap'

/** What may stand beside it. */
export const besideChecking =
  'belum tidak pernah di bpn pertanahan desa dinas ppl penyuluh saya kami kita katong ulang betul pasti lagi nota kwitansi kuitansi semuanya teliti benar benar2 sempat bisa resmi dari pakai gps alat meteran petugas baik2 juga persis tepat satu-satu sih dengan itu catatan laporan bukti'

/** Who has not come to buy yet. */
export const buyers = 'beli jemput ambil borong tawar tawarkan pembeli pengepul pedagang beli2'

/** Papers a number stands in: "sesuai SK nomor 140". */
export const documents =
  'sk perdes perkades peraturan surat data daftar pengukuran hasil buku catatan rab apbdes dpa laporan berita kwitansi nota profil dokumen keputusan perbup kartu sertifikat'

/** What was mistaken, beside "salah". */
export const slips =
  'eh e maaf salah typo ketik lihat liat tulis baca hitung catat kirim ralat koreksi keliru bentar sebentar maksud tadi saya itu bukan aduh astaga waduh . , - ( ) : \n'

/** Sizes of a machine or pipe: "mesin ketinting 15 PK". */
export const sizes = 'pk hp watt wat volt inci inch dim kva gt wp kwh mm ampere cc tahunan'

/** What is not yet done to a harvest that was measured all the same: "40 kg, belum kupas". */
export const processed =
  'kupas dikupas kering dikeringkan jemur dijemur giling digiling olah diolah sortir disortir bersih dibersihkan parut diparut'

/** Work that is given: beside these nobody is paid. */
export const unpaidWork = 'gotong swadaya bakti sukarela relawan'

/** How people are said to come, to save or to work, behind their number. */
export const habitual = 'rajin aktif rutin kompak setia tekun semangat iuran arisan menabung nabung'

/** How people go somewhere every day. */
export const walks = 'jalan kaki antar jemput diantar dijemput sekolah'
