// What people tell behind the choices they name: "cari pembeli kaka, jagung kami 4 ton menumpuk di rumah". A part of a reply
// that names no choice of its own is set aside when its words speak of what was chosen, or of what may be told of
// anything. How the tables work together: stories.ts.

/** What is told of a choice. `names`: codes or labels in small letters. A part that speaks of a choice not named is asked about. */
export const tellings: readonly { readonly names: string; readonly words: string }[] = [
  { names: 'dana', words: 'kosong tipis tahap turun proposal modal cair kas tabungan bayar bendahara keuangan biaya' },
  {
    names: 'cuaca, cuaca & musim',
    words:
      'melaut nelayan perahu pantai hanyut terendam becek licin basah longsor meteran sawah bergelombang gelombang ombak deras kencang lebat padam reda teduh laut',
  },
  {
    names: 'bahan_alat, bahan, alat, bahan & alat, alat',
    words:
      'parut jahit ketinting tumpul pinjam onderdil servis bengkel karatan tua rakit rusak bocor patah pecah macet genset chainsaw sensor',
  },
  {
    names: 'bibit_bahan, bibit, bahan, bibit & bahan, bahan_alat',
    words: 'pohon tanam menanam musim umur tumbuh daun daunnya kuning kuning2 kuning-kuning subur kerdil',
  },
  {
    names: 'tenaga, tenaga, partisipasi, tenaga & partisipasi',
    words:
      'merantau rantau sawit malaysia kalimantan pigi pergi malas sibuk pemuda muda laki2 masing-masing kebun-kebun ojek melaut tua jarang upah bapak2 kerja sekolah',
  },
  {
    names: 'lahan',
    words:
      'tanah dipakai kesepakatan tuan batas sengketa marga sertifikat sewa garap digarap miring berbatu hutan warisan pemilik punya',
  },
  {
    names: 'hama, hama & penyakit',
    words:
      'kuning kuning2 kuning-kuning makan dimakan gigit busuk daun daunnya buah buahnya kering malam serang menyerang habis rusak bongkar ekor',
  },
  {
    names: 'pasar, pasar, harga, pasar & harga, pemasaran',
    words:
      'pembeli beli pedagang pengepul papalele menumpuk laku jual dijual tawar tawarkan murah turun sepi anjlok jatuh rendah tengkulak borong langganan tentukan stok kain tenunan produk',
  },
  {
    names: 'keterampilan, pelatihan, pendampingan',
    words:
      'belajar ajar diajar ajari cara mengerti ngerti paham bingung terampil jahit kemas praktek turun dampingi bimbing resep kursus',
  },
  {
    names: 'adat, pesta & urusan adat',
    words: 'duka meninggal nikah kumpul kubur jenazah keluarga upacara babi kerbau potong malam',
  },
  {
    names: 'beda_pendapat, beda pendapat',
    words: 'ketua anggota marah baku damai sepakat rapat marga dusun batas setuju bicara tegur ngotot kubu',
  },
  {
    names: 'izin_aturan, izin, izin, aturan, izin & aturan',
    words: 'ternak ikat diikat lepas atur sapi kambing babi laut sasi denda sanksi',
  },
  {
    names: 'tidak_ada, tidak ada',
    words: 'bagus baik biasa lancar sendiri atasi dipakai pakai dikasih jalan berjalan aman',
  },
  {
    names: 'swadaya',
    words:
      'kasih kasi bawa menyumbang sumbang rumah kumpul kumpulkan anggota warga iuran kas patungan pasir batu kayu kk arisan jual',
  },
  { names: 'dana_desa, dana desa/add', words: 'cair tahap musdes pencairan termin perangkat' },
  {
    names: 'opd, opd_apbd, opd (apbd), opd (dinas kabupaten)',
    words: 'cair tahap proposal masuk survei bula sumba waikabubak tambolaka kantor',
  },
  { names: 'stimulan, stimulan bangkit, bangkit', words: 'cair tahap terima paket fasilitator' },
]

/** What may be told of any choice: who asked, when it was decided, how many there are. */
export const toldOfAny =
  'kelompok warga desa proposal surat rapat musyawarah musdes keputusan hasil dibahas bahas bicara usul usulkan diusulkan kirim dikirim antar diantar daftar mendaftar jumlah anggota minimal cair pencairan terima datang balai kampung umur ikut lapor lama'

/** Openings of what came of it or what it is for: "jadi kerja kelompok tidak jalan", "supaya ternak diikat". */
export const outcomes = 'jadi supaya biar agar sehingga makanya akhirnya sampai'

/** With one of these a part may name something further, take back or limit; it is never set aside. */
export const furtherWords =
  'juga tapi atau kecuali selain bukan tambah tambahan ditambah plus lagi lain lainnya dll dsb termasuk apalagi kalau kalo klo jika apabila mungkin barangkali pernah dulu dulunya tadinya awalnya lancar teratasi diatasi sebagian sisa butuh perlu dibutuhkan mohon tolong harap kendala kendalanya masalah masalahnya hambatan ?'

/** Further troubles and needs that no list of ours names. */
export const otherTroubles =
  'air listrik lampu jalan jembatan sinyal jaringan internet gedung gudang rumah tempat kandang pagar transportasi transport kendaraan motor mobil obat dokter sekolah guru bbm solar bensin minyak ongkos sakit malaria covid gempa longsor pencuri maling curi dicuri sapi kambing kerbau babi mabuk miras politik pilkada pilkades korupsi teknisi mekanik tukang pengawas data akun komputer laptop'

/** Sources of money no list of ours names. */
export const otherSources =
  'pinjam pinjaman meminjam koperasi gereja mesjid masjid lsm ngo yayasan sumbangan menyumbang sumbang donatur hibah csr rantau perantau bank kredit utang hutang anggota_dprd dprd dewan partai caleg pribadi'

/** People of whom is told behind a choice. */
export const persons =
  'orang warga masyarakat ibu2 ibu-ibu mama2 mama-mama bapak2 bapak-bapak anak2 anak-anak pemuda kelompok kelompoknya anggota ketua kami kita katong kitong kitorang torang dorang dong mereka petani nelayan penenun tukang kader ppl penyuluh guru muda'

/** Of people, these name something more: a wish, a thing that broke, something to come. */
export const wanting =
  'mau ingin harap berharap rusak robek bocor patah pecah macet hanyut nanti besok beda bertengkar ribut takut marah sakit sibuk malas merantau'

/** What may be said of one thing in two words: "gabah murah", "parut tumpul". */
export const states =
  'murah turun sepi anjlok jatuh rendah kosong tipis tumpul karatan bocor patah pecah macet rusak tua kuning kuning2 kuning-kuning kering busuk layu kerdil becek licin bergelombang kencang deras teduh malas sibuk merantau jarang'
