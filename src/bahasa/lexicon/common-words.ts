// Everyday words, as they are typed. Where the writing does not tell a name from other words (all small, all large), one of
// these is no part of a person's name. Words that are also names in Sumba, Timor or Maluku (kaka, hama, tamu, lele …) are left out.

export const commonWords = `
  abang abis abon acara ada adalah adanya administrasi administratif adat add ade adik agak agama ags agst agt agts agustus ahad ahli air ais aja ajak ajar
  akan akang akhir akibat akrab aktif aktivitas aku alam alamat alasan alat alatnya ale alhamdulillah alias aman amanah ambil
  ambon ambulans ampun anak anakan anaknya anam anda andai anggaran anggota angin angka angkatan angkut anjing antar antara
  antaranya anti antre antua anyaman apa apabila apakah apalagi apbd apbdes api april arah are arisan arsip arti artinya arus
  asap asar asin asli asn asrama assalamualaikum atap atas atasan atau aturan aula awal awas ayah ayam ayo babi babin babinsa
  baca bacakan badan bagaimana bagi bagus bahan bahannya bahas bahasa bahaya bahwa baik baileo baju bak bakal bakar bakau bakti
  baku bakumpul balai balajar balap balas bale bali bambu ban banding bang bangga bangkit bangku bangun bangunan banjir bantah
  bantal bantu bantuan banyak banyaknya bapa bapak bapaknya bapanya bappeda barang barat barisan baru barusan basah baskom batal
  batang batas batch batu batuk bawa bawah bawahan bayar bayi bbm beban bebas bebek beberapa beda bedah begitu bekal bekas bel
  belajar belalang belanja belas belasan beli beliau belom belum benang benar bencana benda bendahara bendaharanya bengkak
  bengkel benih bensin bentang bentangan benteng bentuk berangkat berani berapa beras berat berdiri berdua beres berfungsi
  bergabung berhak berhalangan berhasil berhenti beri berikan berikut beringin berita berjalan berjumlah berkas berkati berlaku
  bermain bermasalah bernama berobat bersama bersih bertambah bertanggung bertanggungjawab bertempat bertiga bertugas berubah
  besar besi besok beta betah betina beton betul bgt bhabinkamtibmas biar biarkan biasa biaya bibit bibitnya bicara bidan bidang
  bikin bila bilamana bilang bimtek binatang bingkai bingung bisa bkkbn bkn bks blg blm bln blok blum bocor bodoh bohong bola
  bolak bole boleh bongkar bonus bor bos botak botol bpbd bpd bpk brjalan brosur brp bsk btg bu buah buang buat buaya bubar
  bubur budaya budidaya bujang buka bukan bukannya bukit buku bula bulan bulat bumdes bumi bumn bundar bung bungkus buntu bunuh
  bupati buru buruan buruk buta butir butuh cabang cabe cabut caca cadangan cair cakap calon camat camkan campur canggih cantik
  capek cara caranya cari cat catat catatan catatkan cek celana cengeng cengkeh cengkih cepat cepatnya ceramah cerita cermin
  cerpen cewe cewek cicil cicilan cinta coba cocok cocokkan cor cowo cowok cuaca cuacanya cuca cuci cucu cukup cuma curang
  curiga cuti cv daerah daftar dagang daging dah dahulu dalam dampak dan dana danaa dananya dandan dapa dapat dapur darah dari
  darurat dasar data datang datangnya daun dayung debu dekat delapan demi demikian demo denda deng dengan dengar depan derajat
  deras desa desak desanya desember dgn di dia diajar diajukan dialihkan diambil dianggarkan diantar dibaca dibagi dibahas
  dibangun dibantu dibatalkan dibawa dibayar dibentuk dibimbing dibuang dibuat dibuka dibutuhkan dicairkan dicatat didata
  diganggu diganti digantikan digelar dihadiri dihitung dijawab dijemput dijual dikasih dikelola dikerja dikerjakan diketahui
  diketuai dikirim dikit dikoordinir dikumpul dikunci dilaksanakan dilatih dilayani dilihat dimakan dimaksud dimana diminta
  dimulai dinas dinding dinkes dinsos dipakai dipake dipandu dipanggil dipasang dipegang dipercaya dipilih dipimpin dipotong
  direalisasikan diresmikan disabilitas disalurkan disampaikan disebut diselesaikan diserahkan disimpan dispora disuruh ditambah
  ditanam ditanami ditandatangani ditanggung ditemani diterima ditimbang ditinggal ditugaskan ditulis ditunda ditunjuk diukur
  diundur diurus diusahakan diutus diwakili diwakilkan dll dlm dlu dna doa doi dokter dokumentasi dolo domba dompet dong dorang
  dorong dosen dpmd dprd drum dua duanya duapuluh duduk duka dukungan dulu duluan dunia duri dusun edukasi eh ekonomi ekor ekr emas
  embun empat enak enam encer enggak enggan erat es esok fakta faktor fakultas fasilitator fasilitatornya februari finishing
  fisik flores formulir foto fotonya gagah gagal gaji gak gambar gampang gang ganggu ganti gantinya garis gas gatal gaul gawat
  gedung gelap gemar gembala gempa gemuk gendong gerak gerbang gereja geser gila gizi gki gks gmit golongan goreng gorom gosok
  gotong gpdi gpm gram gratis gua gubernur gue gugus guling gulung gunakan gunting guntur gunung guru gusur habis habiskan hadap
  hadiah hadir hadirin hadirnya hafal hak hal halangan halus hambat hamil hampa hampir hand handuk hangat hantu hanya hapus
  haram harapkan hardik harga hari harta harus hasil hasilkan hasilnya hebat heboh hehe hektar helai hemat hendak henti heran
  hewan hiasan hidup hidupkan hijau hijrah hilang hilangnya himbau hina hitung hitungan hiu honor hormat hotel hp https hubungi
  hujan huruf hutan hutang ialah ibadah ibu ibukota ijin ikan ikat ikhlas iklan ikut ilmu imam iman imbang imbau impor imunisasi
  indonesia induk infaq informasi ingat ingin ini insya insyaallah inti ipar iparnya irigasi isi isteri istri istrinya isyarat
  itu itulah iuran iya iyaaa iye iyo izin jabat jabatan jadi jadwal jaga jagung jahit jakarta jaksa jalan jalur jam jambu jamin
  jamu jan janda jangan janggal jangkar jangkau janji jantan jantung januari jaraknya jarang jaring jarum jasa jatah jatuh jauh
  jawa jawab jawaban jawabnya jawara jejak jelas jelaskan jelek jemaah jemaat jembatan jemput jenis jerigen jeruk jgn jika jinak
  jiwa jln jml jodoh joget jorong jual judul juga jujur juli jumat jumatan jumlah jumlahnya jumpa juni juru jurusan juta kabar
  kabari kabel kabid kabupaten kabur kaca kacang kacau kadang kader kadernya kades kadis kadus kafe kagum kah kain kak kakak
  kakanya kakek kaki kaku kalangan kalau kali kalian kalo kaluar kamar kamareng kambing kami kamis kampung kampus kamu kanan
  kandang kandung kanker kantin kantong kantor kapal kapan kapitan kapling kapok karantina karat karena karja karton kartu
  karung karya kas kasar kaset kasi kasie kasnya kasus kata katinting katong kau kaur kawan kawasan kaya kayaknya kayu kayuh
  kebanyakan kebun kec kecamatan kecamatannya kecewa kecil kecuali kedua kedukaan kegiatan kegiatannya kehadiran kejadian kejar
  kejuruan kekeringan kekuatan kekurangan kelak kelamin kelapa kelar kelas keliling keliru kelompok kelompoknya keluar keluarga
  keluh keluhan kemana kemarau kemaren kemarin kematian kembali kembang kemeja kementerian kemitraan kemudian kemungkinan kena
  kenal kenalan kenapa kencang kencing kendala kendalanya kendali kenyang kenyataan kepala kepalanya keponakan kepsek kerabat
  kerah keramba keramik kerang keras kerbau kering keripik kerja kerjakan kerjasama keroyok kerusuhan kesal kesan kesana
  kesempatan kesenian kesepakatan kesulitan ketat ketemu keterampilan keterbatasan keterlambatan ketertiban ketiga ketik
  ketinggalan ketinting ketong ketrampilan ketua ketuanya ketuk keturunan keuangan khawatir khusus khususnya kiai kilo kilogram
  kilometer kios kira kiri kirim kirinya kit kita kitab kitong kitorang klar klasis klien klinik kmarin kmrn ko kodam kodi kodim
  kolam koki koma komite komoditas kompak kompleks kompor komputer komunikasi komunitas kondangan kondisi konflik konsumsi kontrak
  kontraktor koordinasi koordinator koperasi kopi kopra koramil korban kosong kosongkan kost koster kota kotong kpps krg kritik
  krn kua kualitas kuasa kuat kubik kubur kud kue kuintal kuliah kuliner kulit kumis kumpul kunci kunjung kunjungan kupang
  kurang kurleb kursi kursus kurus kutip kwintal kwitansi laci ladang lagi lah lahan lahannya lahn lai lain lainnya laju laki
  lakilaki laksanakan laku lakukan lalai lalu lama lamaran lamban lambang lambat lampiran lampu lancar lancip langganan langit
  langsung lanjut lanjutan lansia lantai lantas lantik lap lapangan lapar lapisan lapor laporan larang lari laris larut latih
  latihan laut lawan layak layanan layar lbh lebah lebar lebaran lebih lekas lelah leluasa lem lemah lemari lembab lembar lempar
  lengkap lentera lepas letak lewat liar libatkan libur licik licin lidah lihat lihatlah lilin lima limaratus lindung lingkungan
  lintah lintas lipatan listrik liter lo lokal lokasi lolos lomba lombok longgar longsor lontar losmen lotion loyal lpk
  lsm ltr lu luar luas luasnya lucu ludah lulus lulusan lum lumayan lumpuh lumpur lunas lupa lurah lurus lusa lusin maaf macam
  macet madrasah madu magrib mahal mahar mahir mahoni main maju makam makan makanya makassar maklum makmur maksimal maksud
  maksudnya malaikat malam malaria malas malaysia maling malu maluku malulah mama mamanya mampir mampu mana manajer mandek mandi
  mandor manfaat mangga mangkuk mangrove manis manten mantri manula manusia marah maret marga mari masa masalah masam masi masih
  masing masjid maso masohi masuk masukan masyarakat masyarakatnya masyur mata matahari material mati mau maut mauweng mayat
  mayoritas mck medis mei mekanik melaut melayani memakai memandu memang memangku membaca membagi membawa memberi membimbing
  membuat membuka memegang memfasilitasi memilih memiliki memimpin meminta mempunyai memulai menanam menangani menantu mencatat
  mendampingi mendapat mendengar mendidik mendukung menemani menengah menentu menerima mengabdi mengadakan mengatakan mengatur
  mengawasi mengelola mengenal mengepalai mengerjakan mengerti mengetahui mengetik mengetuai menggantikan menghadiri mengikuti
  menginap mengirim mengirimkan mengisi mengkoordinir mengucapkan mengundang mengurusi menikah meninggal menit menjaga menjahit
  menjalankan menjelaskan menolak menonton mente mentor menulis menumpuk menunggu menurut menutup menyampaikan menyiapkan
  menyimpan menyusul merah merantau merasa merawat mereka merencanakan meresmikan mertua merupakan mesin mesjid mestinya meter
  mewah mewakili mgg mi miliar milik militer milyar minat minggir minggu mingguan minimal minta minum minus minyak mirip misa
  misal misalnya miskin mitra mlm mobil modal modern mohon montir motor mrt msh mts mual muara muat muda mudah mudahan mufakat
  muka mulai mulainya mulanya mulus muncul mundur mungil mungkin murid muridnya musafir musdes musik musim musnah musti musuh
  musyawarah mutu nada nafas nafkah naik nak nakal nama namanya namun nanti napas narasumbernya nasib nasihat nasional natal nda
  ndak negara negeri nelayan nenek ngajar ngaji nggak nginap ngobrol ngomong ngurus niat nihil nikah nikmat ninggal nmr no noda
  nol nomer nomor nomornya nonton nop nopember nota notanya november ntt nya nyala nyaman nyanyi nyaris nyata nyeri obat obrolan
  ojek oke okee oktober olahan olahraga oleh ombak omong ongkir ongkos online opa opd operasi operator opsi orang orangnya
  orangtua orangtuanya org organisasi ose otak otomatis otonomi pacar pacul pada padahal padam padat padi paduan pagar pagelaran
  pagi pagu pahala paham pahlawan pajak pak pakai pakan pake paket paksa paku pala paling palsu paman pamong panah panas pancing
  pandai pandang panen pangan panggil panggilan panggung pangkat panglima panitia panjang pantai pantang pante panwas papan
  papua par para paraf parah parampuan parampuang pariwisata parkir paroki partai partisipan partisipasi parut pas pasang
  pasangan pasar pasarkan pasir paskah pasola paspor pasti pastikan pastor pasukan patah patok patuh patut paud pawang payah
  payung pct pdp pe peb pebruari peduli pegang pegangan pegawai pejabat pejuang pekan pekerja pekerjaan pekerjaannya pelabuhan
  pelajaran pelaksanaan pelaku pelampung pelan pelanggan pelatih pelatihan pelatihannya pelatihnya pelayan pelayanan pelestarian
  peluang pemain pemandu pemasaran pembagian pembangunan pembantu pembawa pembeli pembicara pembicaranya pembimbing pembina
  pembukuan pemda pemdes pemerhati pemerintah pemerintahan pemilik pemiliknya pemimpin pemimpinnya pemohon pemuda pemula penagih
  penakut penanaman penandatangan penanggung penanggungjawab penasehat penasihat penatua pencairan pencari pencipta pendaftar
  pendamping pendampingan pendampingnya pendapat pendatang pendek pendeta pendidik pendiri penduduk penduduknya penerima
  pengabdian pengacara pengadaan pengajar pengaju pengalaman pengantar pengantin pengarah pengasuh pengawas pengelola
  pengelolanya pengeluaran pengerjaan pengetahuan pengetik pengganti penggerak penghasil penghubung pengikut penginapan pengirim
  pengisi pengolahan pengrajin penguasa penguburan pengukuran pengurusnya penilai penjabat penjaga penjahit penjelasan penonton
  pensiun pensiunan penting penuh penyakit penyakitnya penyaluran penyedia penyelenggara penyimpan penyuluh penyuluhnya per
  perahu peralatan peran perangkat perawat perbaikan perbengkelan perdes perempat perempuan perempuannya perencanaan peresmian
  pergantian pergi perikanan peringatan perintah perjalanan perkara perkebunan perkembangan perlima perlu permisi pernah
  pernyataan perontok pers persegi persen persiapan pertama pertamina pertanggungjawaban pertanian pertemuan pertemuannya
  pertengahan pertiga perubahan perusahaan perwakilan pesanan pesawat peserta pesisir pesta petang petani petelur peternakan
  petinju petugasnya pewarna phn pi piara pigi pihaknya pikir pilih pilihan pilihannya pimpinannya pindah pindahan pinggir
  pinjam pintar pintu pipa pipi pipil pis pisah pisau pj pjs pkh pkk plastik pld pleno plh pljabat pln plt pmd pns pohon poin
  pokja polisi politik polri pompa ponakan pondasi pos posisi posko postingan posyandu potensi potong ppkbd ppl praktek pramuka
  prempuan prestasi pria prihatin prinsip prmpuan produksi profesi program progres progresnya progress proposal prosen proses
  proyek prp prsen prsn pt pu puas pucat puji pukul pukulan pula pulang pulau pulsa puluh puluhan pulut pun puncak pung punggung
  pungutan punk punya pupuk pupuknya pura purna pusing puskesmas pustu putar putus rabat rabu ragam rahasia raih raja rajin
  rakor ramai rambut rame rampas rampung ranjang ranting rapat rapatnya rapih rapuh ras rasa rasanya rasul rata ratus rawan
  rawat rayap realisasi rekan rekap rekening rekomendasi relawan remaja rencana rencananya rendah rentan repot resmi restoran
  ret retak riam ribu rinci ringan ringkas risau riwayat roboh roda roh rohani rokok rol rombongan romo rotan royong rt rts
  ruang ruangan rugi rujak rukun rumah rumahnya rumit rumput runtuh rupiah rusak rusuh rutinitas rw sa saat sabar sabtu sabun
  sadar sadiki sah sahabat sahkan saing saja sak sakit saku salah salat salinan saluran sama sambil sambung sambutan sampai
  sampaikan sampe sampul samua samudera sandar sandiri sanggar sanggup sangka saniri sanksi santai santri sapi saran sarana
  sarapan sarjana sarung sastra satpam satu satupun saudara saudaranya sawah saya sayang sayap sayur sbd sbt sd sdang sdg sdh
  sdn sdng sebab sebagian sebanyak sebelah sebelahnya sebelas sebelum sebelumnya sebentar seberang sebesar sebulan sebut sebutan
  sedang sedia sedih sedikit segan segel segera sehat sehektar sehingga sejahtera sejak sejarah sejauh sejuta sekali sekarang
  sekcam sekdes sekitar sekolah sekolahnya sekretariat sekretaris seksi sektor sela selain selalu selama selamanya selamat
  selamatan selanjutnya selasa selatan selebihnya selera selesai selesaikan selesainya selimut selisih selisihnya seluas selusin
  semangat sembahyang sembako sembari sembelih sembilan sembuh semen sementara seminar seminggu semoga sempat sempit sempurna
  semua semuanya semula sen senang sendiri sendok seng sengketa senin senior senja sentral sepakat sepanjang separo separuh
  seperdua seperempat seperti sepertiga sepertinya sepi sept september sepuluh sepupu seragam serah seram serang seratus serba
  seribu sering serius serta seruan sesak sesama sesi sesuai sesuatu sesudah setahu setelah setempat setengah setiap setuju sewa
  sewaktu sholat siang siap siapa siapakah siapkan sibuk sidang sifat sigap sih sikap siksa silahkan silakan silat silaturahmi simpan
  simpang simpati sinar sing singkat singkatnya sini sinyal sip siram sisa sisanya sisi sistem siswa siswi situasi skali skarang
  sj skrg skripsi sktr slesai slsai sma sman smk smp smpn smua soa soal soalnya solar son sonde sopan sopir sore sosialisasi
  spanduk spontan stabil staf stasiun status stengah stgh stimulan stop strategi studi stuju su suami suaminya suap suara
  suasana subjek subuh suda sudah sudh suka sukarela sukarelawan sukses suku sulawesi suling sulung sumba sumber sumbu sumpah
  sumur sunat sungai sunyi supaya surabaya surat surga suruh surut survei susah suster susul susun swadaya swasta sy syalom
  syarat syukuran tabiat tabung tadi tahan tahap tahu tahun tajam takdir takkan taksi takut tali talud taman tamat tambah
  tambahan tambak tambang tambolaka tampak tampil tanah tanahnya tanam tanaman tanda tangan tanggal tanggalnya tanggap tanggapan
  tangga tangguh tanggung tanggungan tanggungjawab tangis tangkap tani tantangan tanya tapal tapi tara tarada target tata tatap tau
  tawa tawar tdk tebal tebing teduh tegak tegas teguh tekad teknik teknis telah telat telepon teliti telkomsel telp telpon telur
  teman temannya tempat tempel tempo tempuh temui tenaga tengah tengkulak tentang tentara tenteram tentu tentukan tenun tepat
  terakhir terampil terang terbang terbiasa terbit terdiri terealisasi terganggu tergantung tergolong terhadap terharu terima
  terjadi terjun terkadang terkait terkenal terkendala terlaksana terlalu terlambat termasuk ternak terpakai terpaksa terpasang
  terpercaya terpilih tersedia terserah tertahan tertentu tertib terus terutama tetangga tetanggaku tetap tetua tewas tgl thn
  thp tiap tiba tida tidak tidur tiga tikar tikus timba timbang timor timur tindak tindakan tinggal tinggalnya tinggi tingkah
  tingkat tinjau titik tiup tni toga toko tokoh tolak tolong tomat ton topi torang total totalnya tpk tpq tra trada tradisi
  tradisional traktor transisi transmigrasi transport transportasi trima triwulan truk tsb ttd tua tugas tugasnya tuju tujuan
  tujuh tukang tukar tulis tulus tumbuh tumpah tumpang tuna tunggu tunjuk tuntas turis turun turut tutor tutup uang uangnya ud
  udah uji ukur ukurannya ulama ulang ulasan ulat ulung umat umpan umum umur undang undangan undur unggul unik unit universitas
  unsur untuk untung upah upaya urus urusan urusannya urut usah usaha usai usi usir ustad ustadz ustadzah usul usulan usulkan
  utama utang utara utk utus utusan virus wa waalaikumsalam wabup waikabubak waingapu waitabula wajah wajar wajib wakil wakilnya
  waktu waktunya walau walaupun walikota wanita warga waris wartawan waspada watak wawancara wewenang wewewa wilayah wirausaha
  wisata wit wita yaa yaitu yakin yakni yang yes yg yll zaman zona
`
