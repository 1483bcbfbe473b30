// The words of harm, and the everyday words that take the alarm away. Groups have names in capitals; the hints that are
// made of them are in harm-hints.ts. Words are written small and separated by spaces. docs/bahasa.md says how to correct them.

/** Groups of verbs, by their roots. All forms follow from the root: pukul, memukul, mukul, dipukul, dipukuli, bapukul, pemukulan. */
export const harmVerbs: Readonly<Record<string, string>> = {
  /** A body is hurt, whatever stands beside it. */
  KERAS:
    'aniaya keroyok kroyok tampar tampeleng tempeleng gampar tonjok gebuk gebug jambak cekik cekek bacok siksa bogem tabok sekap bantai culik',
  /** A body is hurt, if no thing or animal is meant. */
  PUKUL:
    'pukul pukol hantam antam hajar tumbu tumbuk tendang injak cambuk rotan sabet tikam tusuk tebas bunuh tembak panah banting cubit jewer toki tinju parang gigit seret',
  /** Done to a person it is violence; done to things it is daily work. */
  IKAT: 'ikat kurung rantai pasung bakar siram lempar serang kejar sundut jemur',
  /** To urge as well as to push: what follows tells. */
  DORONG: 'dorong',
  ANCAM: 'ancam teror',
  MAKI: 'maki caci hina',
  CABUL:
    'leceh perkosa prkosa perkossa cabul sodomi gerayang garayang grepe rudapaksa zinah setubuh gagah noda hamil tidur goda rayu',
  RABA: 'raba colek intip remas grayang towel',
  SENTUH: 'pegang cium peluk elus sentuh rangkul usap',
  GANGGU: 'ganggu',
  NIKAH: 'kawin nikah jodoh tunang',
  BUANG: 'buang telantar lantar tinggal',
  PAKSA: 'paksa',
  TEKAN: 'tekan desak',
  INTIMIDASI: 'intimidasi timidasi kucil gertak',
  USIR: 'usir',
  CORET: 'coret pecat bongkar',
  TAHAN: 'tahan sita',
  RAMPAS: 'rampas serobot gusur caplok rebut',
  POTONG: 'potong ptong sunat cubit',
  SEDOT: 'embat sikat tilep gelap korupsi seleweng garong kantong curi gasak',
  MAKAN: 'makan',
  AMBIL: 'ambil pegang tahan simpan',
  MINTA: 'minta tagih palak todong',
  PERAS: 'peras',
  SUAP: 'suap sogok',
  TIPU: 'tipu',
  PALSU: 'palsu fiktif rekayasa',
  JUAL: 'jual',
  DAGANG: 'perdagang',
}

/** Words that are one form only; endings such as -nya and a doubling ("ibu2") are understood. */
export const harmGroups: Readonly<Record<string, string>> = {
  ORANG:
    'saya sy beta bet kami katong kitong ketong kita torang dia ia istri isteri bini maitua paitua suami laki ibu mama mamak mak nenek oma opa kakek tete om tante ipar mertua mantu menantu adik ade kaka kakak abang saudara sodara sudara sepupu perempuan nona gadis janda duda lansia warga masyarakat rakyat orang pemuda pemudi tetangga kader anggota pembantu pekerja buruh abk karyawan karyawati nelayan petani korban pasien penumpang pacar tunangan bapak bapa ayah mahasiswi mahasiswa pelaku pencuri maling lakinya suaminya istrinya anak2 mantan cewek bidan',
  PEJABAT:
    'kades kadus sekdes kaur kasi bendahara ketua raja camat sekcam staf staff aparat petugas oknum polisi tentara babinsa pendamping fasilitator pegawai dinas pejabat rt rw kepala kepsek guru mandor bos operator pengurus dong dorang dorg perangkat bpd pengawas korwil agen mantri panitia kontraktor tengkulak pemborong preman calo makelar atasan bupati dewan majikan perusahaan mereka pelatih tokoh pendeta ustad ustadz pastor korcam korkab brimob kapolsek danramil saniri penyuluh surveyor pemandu kapten nakhoda juragan koordinator sekretaris kadis kabid bhabin',
  PASANGAN: 'istri isteri bini maitua suami laki paitua bojo pacar mantan tunangan',
  PEREMPUAN:
    'perempuan ibu mama nona janda gadis istri isteri bini maitua cewek kader pembantu mahasiswi pemudi karyawati bidan perawat suster parampuan pasien stafnya karyawan bendahara mamak',
  GURU: 'guru kepsek ustad ustadz',
  ANAK: 'anak ana bayi balita murid siswa siswi pelajar cucu keponakan ponakan remaja anaknya bocah balitanya orok abg anaq',
  MURID: 'murid siswa siswi pelajar remaja bocah abg',
  SEKOLAH: 'sd smp sma smk mts tk paud sltp slta',
  /** Behind "anak" these make another word: a young animal, a youth, a stair. */
  BUKAN_ANAK:
    'buah muda mantu menantu sungai kali panah tangga kapal kunci cabang perusahaan timbangan bukit gunung negeri pancing jagung pisang kelapa sawit mangrove pohon bibit tani cengkeh pala ikan kopi coklat rantau motor',
  TIRI: 'tiri angkat pungut piara',
  BALAI: 'balai posko sekolah gereja tenda sekdes tamu kapal siang cepat awal banjir keluarga pengungsian',
  BENDA:
    'rumput padi pohon kayu rambut daging kain bambu besi seng tali dahan ranting pucuk bibit batang tebu jagung singkong kasbi pisang kelapa cengkeh pala tenun benang papan balok kertas pita semak alang-alang alang sayur stek anakan daun talas ubi kuku sagu gong gendang tifa kentongan beduk bedug lonceng tiang paku hasil produk kopra barang madu abon mete rumah mesin pagar kue tumpeng batu tanah bola pasir semen laut jaring jala perahu motor mobil jembatan jalan tenda terpal lahan kebun sampah kapur tombol tebing atap dinding talud karung botol gas lampu bendera tenun keramba bagan kol tomat cabe kacang buah akar rotan damar tempurung paket laporan biaya harga angka stunting inflasi anggaran data foto kabel alat pintu kunci buku es lantai beton tikar layar pancing pompa pipa keran stempel cap peluit meja kursi tembakau sirih pinang beras kertas sawah sumur bak alpukat mangga durian rambutan salak jeruk nanas pepaya semangka langsat mente mete',
  HEWAN:
    'ayam sapi kambing babi kuda kerbau itik bebek ikan hewan ternak anjing kucing ular tikus belalang hama monyet buaya hiu nyamuk kutu rayap ulat penyu kepiting lobster rusa burung tawon lebah semut udang gurita teripang sotong cakalang tuna kelelawar babinya domba kelinci siput walang keong wereng biawak luwak tokek maleo kakatua nuri cendrawasih kasuari kuskus komodo merpati bekantan babi2',
  ALAM: 'ombak angin badai banjir hujan arus longsor gelombang panas kekeringan kemarau gempa abrasi petir air cuaca musim virus penyakit wabah malaria demam diare campak flu covid rob api matahari lumpur puting',
  MAIN: 'bola voli voly tinju silat karate pertandingan turnamen lomba tari tarian cakalele pasola manyapu caci atraksi sabung drama kasti takraw main2an sepakbola kejuaraan',
  ADAT: 'adat pesta syukuran syukur nikahan duka kedukaan undangan kurban qurban aqiqah natal paskah lebaran kolekte gereja persembahan masjid kondangan',
  PAKAI: 'pakai pake pk dengan pki make memakai gunakan',
  SENJATA:
    'parang panah tombak pisau piso kelewang klewang kalewang golok senjata linggis sabit kapak arit badik pedang samurai senapan busur sangkur celurit clurit',
  /** Work that knives and bush knives are carried for. */
  TANI: 'kebun kerja bakti gotong royong bersih bersihkan membersihkan tebas rumput kayu bambu tanam panen berburu buru babi tari tarian adat ladang sawah kelapa sagu dapur masak belah kupas lahan pagar rotan daun cangkul',
  BADAN:
    'pantat bokong susu tetek payudara paha badan tubuh kemaluan dada rok celana selangkangan pinggul pinggang leher bibir',
  JOROK: 'porno jorok mesum bugil telanjang bokep vulgar senonoh saru ngeres seksi pornografi',
  KIRIM:
    'chat cet wa foto poto video vidio pesan sms kirim kata omong bicara gambar minta lihat nonton film bahasa status rekam kirimi dikirimi dikirim mengirim kirim2 vc videocall rayuan sebar gambar2 fotonya',
  MALAM: 'malam mlm malam2 subuh tengah diam2 sendiri sandiri',
  LUKA: 'berdarah biru lebam memar bengkak luka pingsan pinsan bonyok babak patah benjol lecet',
  HEBOH:
    'ribut mabuk mabo jerit bertengkar tengkar baribut cekcok ngamuk mengamuk teriak bateriak menjerit nangis menangis manangis jatuh tetangga sopi moke',
  TIDAK: 'tidak seng belum jangan bukan tanpa',
  /** Goods that are given out, and may go astray. */
  BARANG:
    'barang mesin alat traktor motor mobil laptop printer genset jaring perahu katinting semen besi bibit pupuk beras sapi kambing babi terpal seng bantuan kursi tenda tandon tangki sepeda timbangan obat solar kayu sembako solar-cell panel pompa paket kulkas keramba bahan material ternak ayam',
  /** Those who get more than others. */
  KUBU: 'keluarganya timnya pendukung pendukungnya timses sukses suksesnya orangnya orang2nya kroni kroninya kubu kubunya temannya teman2nya kawannya konconya golongannya marganya saudaranya sodaranya familinya kerabatnya besannya iparnya sefam',
  /** What people may draw money from, or are owed. */
  DANA: 'blt pkh bansos bantuan sembako bpnt raskin rastra beras honor honorium gaji upah insentif siltap tunjangan dana dd add bos pip kip bst bumdes stimulan subsidi hibah beasiswa santunan kompensasi pencairan anggaran uang duit kas modal tabungan simpanan rupiah bumdesa proyek rugi kpm jatah transport iuran arisan sumbangan perdiem bansosnya bedah ongkos kompensasinya uangnya pendapatan',
  UANG: 'uang duit doi kepeng dana kas honor blt pkh gaji bansos modal tabungan iuran arisan anggaran insentif upah sumbangan beasiswa bos stimulan dd add pip simpanan',
  BANTUAN:
    'bantuan blt pkh bansos subsidi raskin rastra sembako bpnt hibah bumdes bumdesa bedah stimulan beasiswa pip jadup huntap aset',
  RUPIAH: 'ribu juta rupiah persen rp % uang duit jutaan ratusan k',
  UPETI:
    'uang duit jatah bagian fee setoran komisi persen rokok damai upeti thr ribu juta rupiah bayaran imbalan amplop sogokan pelicin rp sebagian jasa %',
  /** Taken from money by rule or by agreement. */
  SAH: 'pajak pph ppn cicilan angsuran pinjaman utang hutang kredit simpanan arisan bpjs kesepakatan sepakat musyawarah toko diskon denda bank zakat koperasi resmi pbb perpuluhan materai meterai karcis retribusi panjar kasbon listrik pln pulsa pdam ongkir sewa perdes ad-art pusat efisiensi refocusing pemerintah aturan karung karungnya timbangan swadaya',
  HARUS:
    'disuruh diminta dimintai dipaksa harus wajib mesti musti suruh kena diwajibkan mosti paksa haruskan minta ditagih tagih dipungut setor bayar kasi kasih kase',
  BAYAR: 'bayar dibayar setor tebus menyetor membayar setoran sogok',
  GERBANG:
    'nama daftar didaftar terdaftar ktp kk sertifikat surat sktm bantuan blt pkh bansos lolos lulus cair honorer perangkat jabatan stempel dilayani didata gratis diurus urus akta akte izin cepat dipercepat dapat supaya baru biar',
  CURANG:
    'dipinjam lipat nyaleg disembelih dicicil menghilang diam2 sembunyi sembunyikan ditutupi ditutup-tutupi tutupi curiga mencurigakan janggal selisih tekor bocor bohong berbohong berbelit foya mewah judi sabung selingkuhan gundik kampanye gelapkan ngaku ditilep dibohongi dihabiskan habiskan kongsi',
  KERABAT:
    'keluarga saudara sodara kerabat famili ipar adik ade ponakan keponakan menantu mantu anaknya istrinya bininya timses pendukung sepupu marga besan iparnya adiknya saudaranya',
  SURAT:
    'kwitansi kuitansi kwitansinya kwintansi nota spj lpj daftar dokumen laporan data bukti absen pertanggungjawaban rab faktur',
  KOSONG: 'kosong kosongan bodong bohong',
  SAKU: 'kantong saku kocek dompet kantongnya',
  SENDIRI:
    'sendiri sandiri pribadi judi keluarga keluarganya foya foya2 mabuk kampanye pribadinya motor mobil bininya anaknya togel sabung selingkuhan',
  WARGA: 'warga masyarakat katong kami kelompok rakyat tangan orang penerima kitong ketong petani',
  KURANG: 'cuma hanya saja tinggal sebagian setengah separuh',
  TERIMA: 'terima sampai dapat dikasi dikasih dibagi kasi kasih diterima tiba turun dibagikan',
  MESTI:
    'padahal harusnya seharusnya mestinya semestinya kwitansi nota laporan daftar kertas catatan rab ditulis tertulis tulis tanda bilangnya sk undangan',
  TAKUT: 'takut taku ketakutan segan',
  BICARA:
    'bicara lapor melapor omong ngomong bilang cerita protes tanya bersaksi bersuara bertanya mengadu ngadu kritik batanya bongkar',
  MAU: 'ikut mau setuju tanda ttd pilih dukung nurut patuh kumpul kasi kasih bayar setor tandatangan teken jual lepas turut manut hadir datang bersedia memilih coblos',
  KALAU: 'kalau kalo klo kl jika bila klu kalu kalo2',
  HUKUMAN:
    'dicoret coret dipecat pecat diberhentikan diusir usir dibongkar dihentikan distop dihapus dipersulit dikucilkan dikeluarkan ditahan dicabut ditangkap dipenjara dipindah dimutasi dihukum diganti dibakar digusur dipotong dilaporkan susah celaka hilang putus diputus',
  KERTAS: 'ktp kk ijazah ijasah paspor passport hp sertifikat surat buku kartu sim akta',
  BOS: 'bos mandor majikan agen perusahaan kapten juragan toke kontraktor pemborong calo suami laki perekrut',
  KARTU: 'kartu kartunya atm kks',
  TANAH: 'tanah lahan kebun hutan dusun ulayat sawah tanahnya',
  TEKEN: 'ditandatangani tandatangani tanda tandatangan ttd teken cap',
  KERJA:
    'kerja bekerja buruh pembantu mengemis ngemis pengemis minta2 pemulung mulung pulung asongan ngasong parkir bajual jualan berjualan tambang kuli baby dagang batu nelayan melaut angkut kerjakan pikul sawit kafe cafe bar karaoke prt',
  RENCANA: 'berkebun bakti kelompok tugas pr',
  /** Talk, training and rules about harm are no harm. */
  AJAR: 'sosialisasi sosialisai penyuluhan pelatihan materi bimtek kampanye seminar edukasi pencegahan mencegah cegah perlindungan lindungi melindungi anti stop tema topik perdes peraturan uu satgas film khotbah spanduk poster diskusi ceramah workshop lokakarya fgd deklarasi komitmen pembinaan posko modul penanganan bahaya hari kesehatan himbauan imbauan larangan dilarang penghapusan melawan pemberantasan komisi gerakan forum puspaga bimbingan belajar pengaduan kebijakan sop',
  TENTANG: 'tentang ttg soal mengenai terkait cara agar supaya bahaya',
  WAKTU: 'waktu saat ketika habis selesai pulang setelah di dari sementara dana uang anggaran honor pas dalam',
}

/** Words as they are typed in chats, beyond those of spelling.ts. */
export const harmSpellings: Readonly<Record<string, string>> = {
  tidak: 'tarada trada tarda tidak_ada',
  dikasi: 'dikasih dikase dikas diksi',
  dikasih: 'dikasi dikase',
  suami: 'swami suamii swm paitua pace',
  padahal: 'pdhal pdahal padhal pdhl padahl padal',
  harusnya: 'hrsnya hrusnya harusx musti2nya',
  dapat: 'dapa dpa dpt',
  berdua: 'berduaan',
  tarik: 'tarek',
  ditaruh: 'ditaru',
  disuruh: 'dsuruh disuru dsuru disuroh dsrh',
  dipaksa: 'dpaksa dpksa dipksa',
  suruh: 'suru suroh srh',
  bantuan: 'bntuan bantuang bantun bntuang',
  potong: 'ptg ptong potng',
  dipotong: 'dptong diptg dipotng',
  istri: 'istr istry stri bini maitua mace isteri bojo',
  bendahara: 'bndahara bendhara bendahra',
  kwitansi: 'kwitnsi kwuitansi kuwitansi kwetansi',
  takut: 'tkt tkut takot',
  bicara: 'bcara bicra bcra',
  lapor: 'lpor lapo',
  kampung: 'kampong kmpung',
  bawa: 'bwa bw',
  bayar: 'byr bayer bayr',
  kasi: 'ksi kse kasing',
  minta: 'mnta mint minte',
  malam: 'mlm malem',
  murid: 'mrd',
  guru: 'gru',
  pegang: 'pegan pgang pgg',
  pukul: 'pokol pukol',
}

/** Little words that stand between without changing anything. */
export const harmFillers =
  'yang itu ini juga pun tuh nih kan sih kah lah to tho e eh deh si para sang de pung punya nya lagi le lai su sudah memang ternyata oleh sama masih'
