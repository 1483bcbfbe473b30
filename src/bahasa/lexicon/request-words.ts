// The words around a request, how they are typed, and what puts an answer off. The requests themselves are in requests.ts.

// Parts that several requests share.
export const want = 'mau ingin minta bisa boleh tolong mohon coba hendak pengen pingin harap ayo mari yuk'
export const me = 'saya kami kita'
export const question = 'pertanyaan nomor poin kolom'
export const answerWords = 'jawaban isian pilihan'
export const message = 'pesan'
export const back = 'kembali balik mundur ulang pulang'
export const change = 'ubah'
export const before = 'sebelum sebelumnya tadi belakang atas'
export const last = 'lalu kemarin sebelum sebelumnya dulu lama tadi biasa kemarin2'
export const person = 'petugas orang kantor manusia pegawai kontak'
export const report = 'laporan lapor formulir form pengisian kuesioner survei'

/** In any request, in any place. */
export const around =
  'ki ta na ji mi nih tuh niih neh jua kalau jika saya kami kita dong mau ingin minta bisa boleh kah tolong mohon coba saja dulu sekarang lagi ya yang ini itu tadi jadi kalau begitu lah nah dong kan toh e do jo le lai leh lae sa punya pung e mo ka ko ni tu hendak pengen pingin harap ayo mari yuk silakan untuk akan buat apakah adakah sebaiknya maaf baik oke siap terima kasih di akang to gan min boi ee kaka bosku deh sih kok langsung'

/** A sentence beside the request that gives a reason or readies oneself; it changes nothing. */
export const aside =
  'desa nama bulan orang tanggal tombol sudah belum tidak siap salah keliru semua bisa tahu ada waktu saya kami masih lagi sedang baru capek lelah pusing bosan malas terlalu panjang banyak paham jelas bingung lupa data datanya pencet tekan ketik isi jawab jawaban kirim nanti buat ulang baik oke ya ini itu yang supaya biar satu kali sekali cepat kembali lanjut dulu saja sempat maaf baru balas lihat cek dari awal begitu sebentar susah mesin robot bot bukan mau pakai hp sinyal jaringan jelek hilang cukup ternyata tadi keluar nomor terlanjur belum sekaligus hilang putus terputus apa cara mengerti bagus normal pulih lancar hidup baru'

/** Typed for the words above. */
export const requestSpellings: Readonly<Record<string, string>> = {
  data: 'dt dta datanya data2 datax',
  bahasa: 'bhs bhsa basa bahsa',
  indonesia: 'indo indon indonesa',
  inggris: 'ingris enggris',
  sini: 'disini dsini dsni',
  situ: 'disitu disana dsitu',
  dipandu: 'pandu panduan tuntun dituntunkan',
  diajari: 'ajari ajarin diajar diajarin',
  dibimbing: 'bimbing',
  susah: 'sulit repot ribet',
  kalau: 'kalo klo kl klau kalu bila jika',
  ayo: 'ayok ayuk yok hayo yok mari',
  silakan: 'monggo mangga silahkan slahkan silkan',
  tetap: 'ttp tetep',
  dulu: 'dlu dolo dolu dl',
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
    'skip dilewati lewatkan lewatin dilewatkan lompati lompat loncat loncati dilompati skipp loncatkan lwati dilompat melewati melewatkan diskip lwatkan dilewat lewatilah',
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
