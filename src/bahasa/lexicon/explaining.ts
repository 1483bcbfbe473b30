// What people explain an answer with. A part of a reply that speaks of these things may be set aside; words that could
// change the answer stand in the second half and keep it from being set aside. How they work together: explained.ts.

/** Papers that are late, lost or not yet sent: "nota sebagian hilang", "daftar hadir belum difoto". */
export const papers = 'nota kwitansi kuitansi bukti laporan dokumentasi berkas surat daftar foto video gambar'

/** People who were away or late: "sekdes tidak hadir". */
export const officers =
  'sekdes sekretaris bendahara camat kades raja fasilitator pendamping ppl penyuluh ketua pokja staf kadus'

/** What fails, lacks or hinders without touching a number that was counted: "sinyal tidak ada", "truk tidak bisa masuk". */
export const bystanders =
  'foto video gambar sinyal jaringan internet pulsa listrik lampu hp hujan cuaca ombak gelombang angin laut banjir jalan jembatan truk kapal perahu mobil motor oto speed feri'

/** Who and what may be missing beside a number of other things: "15 perahu, johnson tidak ada yang pakai". */
export const besideCounts =
  'johnson mesin pompa traktor alat guru bidan mantri dokter tukang petugas jaga penjaga pembeli kuda sapi kerbau babi kambing ayam'

/** What a building or a field still waits for; of a share of work done it says why. */
export const materials =
  'semen bahan material kayu pasir batu paku atap seng pintu jendela pagar dinding lantai tiang keramik cat pipa bak besi tukang alat mesin traktor pupuk pakan obat air solar bensin benang tali jaring karung terpal rangka plafon listrik kapal'

/** Words in front of the number of those who work, own, guard or receive: "yang kerja 11 orang". */
export const doers =
  'kerja bekerja dikerjakan mengerjakan kerjakan dijaga jaga menjaga piara pelihara dipelihara rawat dirawat urus diurus kelola dikelola milik dimiliki punya anggota anggotanya tukang pekerja oleh tanam tanamnya pakai dipakai digunakan bantu dibantu'

/** Words in front of the number of those among whom something was shared out. */
export const receivers = 'dibagi bagi dibagikan bagikan untuk penerima penerimanya terima melayani layani kepada'

/** Words in front of an amount of money that is not what was asked for. */
export const prices = 'harga dijual jual laku terjual dana modal biaya ongkos beli dibeli ditimbang'

/** Words in front of what an amount of money went to. */
export const purposes =
  'untuk beli membeli dibeli bayar membayar dibayar upah konsumsi sewa ongkos belanja par pembelian buat bikin bangun membangun pembangunan kerja termasuk makan'

/** Things counted beside an amount of money, over and above the units. */
export const countedThings =
  'orang saksi kepala kelompok keluarga kk dusun desa anak peserta tukang kali hari minggu bulan tahun jam malam pis pcs biji trip rit ret truk dos pak dus meja kursi tenda kolam kandang rumah gulung bal tahap termin'

/** Words that open a sentence of excuse before the answer. */
export const excuses =
  'maaf sinyal jaringan hp pulsa listrik lampu balas membalas terlambat lambat sibuk kebun laut perjalanan bukit'

/** A part with one of these may correct, limit, estimate or take back what was said; it is never set aside. */
export const touching =
  'tapi atau kecuali selain bukan ralat koreksi salah keliru maksud harusnya seharusnya sebenarnya mestinya ditambah tambahan tambah bertambah dikurangi berkurang lain rata-rata mungkin kayaknya sepertinya rasanya rasa barangkali hampir ubah berubah ganti diganti digeser mundur diundur maju dimajukan ditunda tunda batal rencana rencananya target targetnya usulan usul diusulkan janji dijanjikan pagu perkiraan termasuk terhitung dihitung lupa entah menjadi antara maksimal minimal maks min paling jika apabila bila asal dicuri gagal busuk batal utang hutang pinjam pinjaman dikembalikan saldo belumnya dipotong potongan diundang undangan hangus palsu kosong rugi lahir menetas tergantung dobel ganda itu yaitu yakni artinya berarti ? < > * + = @ ~'

/** Nor is one with these, unless something in the part shows what they speak of. */
export const touchingAlone =
  'kalau kalo klo kl sebagian hilang mati lewat sisa tinggal kurang lebih lagi tidak belum jangan tiap setiap per masing-masing cuma hanya'

/** Whom and what a village counts, and may have none of: "kuda tidak ada". */
export const nothings =
  'kuda sapi kerbau babi kambing ayam bebek anjing ternak perahu bodi ibu hamil melahirkan balita bayi stunting gizi buruk sakit meninggal mati korban kasus'
