// What stands around a person's name when people say who they are.

/** Openings: "nama lengkap saya adalah", "beta pu nama", "perkenalkan". */
export const nameOpenings =
  'nama namanya nm saya sy sa beta aku ini adalah ialah lengkap panggilan atas pu pe punya dengan oleh kami beliau yang yg perkenalkan mengisi diisi isi pengisi dipanggil biasa dia nya itu katong kita sm dgn pimpin memimpin pimpinan dipimpin rapat pertemuan musyawarah an a.n. a.n an. hadir ketua'

/** Forms of address; ours to choose, so not part of the name. Titles such as H., Pdt. or dr. stay. */
export const addressWords =
  'ustad ustadz ustaz ustadzah ustazah pak bapak bpk bapa pa ibu bu mama kaka kakak kak ka bung usi caca abang bang om tante tanta nona nyong adik ade adek opa oma nenek kakek tete nene sdr sdri saudara saudari mas mbak mba cak mamatua bapatua kk lek pakde bude paklik bulik kang mbah embah eyang teteh puang ndan bro sis gan bp bp. hi'

/** Everyday words that are also parts of names: "Petrus Dapa Wole", "Rosa Tara". */
export const clanWords = 'dapa mata tara bola jawa hina sela rato kali'

/** Closings: "…, terima kasih", "… ya pak". */
export const nameClosings =
  'pak bapak bpk bapa ibu bu kaka kakak kak kk ya yah makasih terimakasih trims mksh tks thx bos mas mbak om terima kasih dong e ji mi mo pi lai lah deh sih kok toh to tuh nak nona nyong anak dek adik ade tuan'

export const nameGreetings =
  'selamat pagi siang sore malam assalamualaikum waalaikumsalam salam shalom syalom halo hai hallo terima kasih mohon izin maaf permisi makasih trims tabe wr wb iya ya baik siap ok oke betul banyak mantap sama'

/** From here on no name follows: an office, a place, an age. */
export const nameTails =
  'dari desa negeri kecamatan kec kabupaten kab dusun rt rw kampung umur usia selaku sebagai jabatan kepala kades sekdes sekretaris bendahara kaur kasi ketua anggota camat lurah staf staff operator perangkat raja pokja bpd saniri fasilitator pendamping no hp wa nomor kpl kpla kep kdus kadus kaur kasie sek sekr bdhr bend ktua ket wkl wakil kader guru bidan mantri ppl penyuluh koordinator kewang marinyo mauweng pengelola pengurus pelatih penjaga petugas pegawai pemilik teknisi montir mekanik pengawas juragan'

/** Small words that belong inside names. */
export const nameParticles = 'bin binti van von de da dos del di el al la wa ode'

/** A reply with one of these is no name. */
export const notNames =
  'kah dkk cs dll dst bkn yayasan koperasi poktan gapoktan bumdes lsm pt cv ud kantor puskesmas bapaknya ibunya mamanya bapanya lk pr laki perempuan adalah ialah tanda tangan ttd jawab mantan bekas eks tidak tdk belum blm tahu tau siapa saja sendiri kepala desa camat raja sekretaris sekdes kades lurah bendahara kaur kasi ketua anggota pokja bpd saniri staf staff operator warga semua orang ada yang yg bukan nanti lupa negeri kecamatan kabupaten dinas rahasia dan atau tapi nomor hp lewati batal lanjut ubah kembali bantuan berhenti ringkasan apa kenapa boleh tanpa anonim samaran lapor alias panggilan dipanggil kelompok dusun perangkat fasilitator pendamping guru kami kita mereka sama bersama serta itu sudah masih jangan entah'

// Names told inside a sentence (told-name.ts)

/** Who people are to the village; a name may follow. */
export const officeWords =
  'kades kepdes sekdes sekertaris sekretaris bendahara kaur kasi kasie kepala ketua wakil wkl anggota camat sekcam lurah bupati raja kadus staf staff operator perangkat pj pjs plt plh penjabat pejabat penanggung penanggungjawab koordinator kordinator pelaksana pengurus pengelola pelatih instruktur narasumber pembicara pemateri mandor tukang kader guru kepsek bidan mantri dokter pendeta pastor romo imam ustad ustadz fasilitator fasdes pendamping penyuluh ppl kapitan saniri soa babinsa pimpinan pemimpin moderator mc panitia asisten tokoh penjaga juru pemilik kewang marinyo mauweng perawat suster ranger majelis penatua diaken katekis rato dukun sopir nahkoda juragan modin bilal teknisi montir mekanik pedagang pengepul penimbang petugas pegawai pengawas pemandu penenun rt rw kpl ktua seksi sekretariat kabid kadis'

/** Behind these a village or kecamatan is as usual as a name. */
export const placeOffices = 'kades kepdes camat sekcam lurah raja desa negeri kecamatan dusun kampung kadus'

/** Words that belong to an office: "kaur pembangunan", "ketua kelompok tani". */
export const officeAreas =
  'desa negeri kecamatan dusun kampung kabupaten kami kita katong keuangan pemerintahan kesejahteraan pelayanan pembangunan perencanaan tani nelayan ternak tenun wanita perempuan pemuda kelompok pokja bpd pkk lpm posyandu bumdes adat rt rw tim kegiatan pelaksana panitia urusan seksi umum jawab kesra pertanian peternakan perikanan kesehatan lapangan program acara gudang kandang sekolah sd smp sma paud tk inpres negeri katolik masehi kristen puskesmas pustu polindes gereja masjid jemaat pelatihan satu dua tiga cengkeh pala jagung mente jambu kopi kopra kelapa sapi kambing babi ayam rumput laut ikan sayur padi air irigasi minum hutan pompa mesin traktor p3a koperasi dasawisma arisan gapoktan poktan dasa wisma lansia balita remaja taruna karang ibu mama bapak nelayan lingkungan'

export const placeWords =
  'darat laut besar kecil timur barat utara selatan tengah tua baru lama atas bawah pulau ate wee mata lete lele homba kampung'

/** Behind these stands a place or a group. */
export const toPlaces =
  'di ke dari dr desa negeri kecamatan kec kabupaten kab dusun kampung kota pulau gereja masjid mesjid pasar sekolah sd sdn smp smpn sma smk hotel kantor dinas lpk lsm yayasan pt cv ud kelompok pokja poktan marga suku paroki jemaat gmit gks gki gpm stasi puskesmas pustu posyandu jalan simpang rs rsud bank toko hari bulan'

/** Words right before a name, or before "bapak" and the name, that make it the answer. */
export const toldLeads = `
  yang yg nama namanya bernama baru tetap masih saja adalah adlh ialah yaitu yakni itu ini tersebut tsb oleh langsung sekarang skrg sementara saat tadi kemarin
  buka bukakan tutup pimpin mimpin memimpin urus mengurus pegang memegang isi mengisi kelola mengelola jaga hadir bicara jawab bertanggungjawab
  terpilih tangan tandatangan ttd jadi pandu memandu atur mengatur kerja kerjakan catat mencatat simpan menyimpan terima resmikan meresmikan koordinir
  input ketik tulis bawakan sampaikan membuka menutup tanggung menandatangani melatih mengajar menjaga mengerjakan menerima menulis jalankan menjalankan
  acara kegiatan rapat pertemuan musyawarah musdes pelatihan program pekerjaan pembangunan laporan kas uang dana keuangan kunci gudang alat mesin bibit
  data absen daftar materi doa sambutan pembagian bantuan pokja kami kita katong saya sy sa beta pe pu punya pung lengkap dengan dgn sendiri atas an
  upacara sosialisasi penyuluhan tugas rumput sapi ternak pupuk traktor pompa perahu
`

/** Right before a name they make it another's: "yang antar pak Simon", "yang jaga kebun pak Simon". */
export const anothers =
  'di ke dari dr untuk utk buat sama dengan dgn deng bersama serta dan atau kepada pada oleh2 antar antarkan jemput undang mengundang wakili mewakili bantu membantu dampingi mendampingi panggil suruh temani menemani latih melatih ajar mengajar rawat merawat kasih kasi beri memberi ketemu bertemu tanya tanyakan tunggu menunggu ajak mengajak tunjuk menunjuk pilih memilih lapor kenal bayar membayar lihat hubungi telepon telpon cari mencari minta ikut bawa jaga rumah rumahnya kebun lahan tanah sawah kandang toko kios motor mobil perahu marga keluarga milik anak istri isteri suami adik kakak ipar keponakan cucu mertua menantu teman tetangga sopir kantor tempat dekat samping sebelah belakang depan lewat seperti macam bukan'

/** With one of these the name may be another's, no longer true, or not sure. */
export const toldSpoils = `
  atau ato tapi tp tetapi namun kecuali selain mungkin mgkn kayaknya sepertinya barangkali katanya kabarnya jika asal lupa entah calon calonnya kandidat kandidatnya mantan bekas eks tadinya
  dulunya awalnya sebelumnya biasanya biasa kadang kadang-kadang rencana rencananya harusnya seharusnya mestinya salah keliru ralat maksud maksudnya
  almarhum almarhumah alm diganti digantikan ganti pengganti penggantinya menggantikan gantikan nanti siapa apa apakah
  gantian bergantian giliran bergilir berdua bertiga dua-duanya keduanya masing-masing kenapa mengapa usul usulkan diusulkan bingung rahasia
  dibantu didampingi ditemani diantar disuruh ditunjuk dipilih diangkat diundang diketahui disetujui disaksikan dihadiri diperintah diminta dijanjikan
  ditanya diberi dikasih dikasi disumbang dibayar diajak dijemput dirawat dilaporkan dikenal dipanggil dikira dianggap dicari istri isteri suami anak anaknya
  istrinya suaminya adik adiknya kakaknya ipar iparnya keponakan ponakan cucu mertua menantu sepupu sopir utusan tetangga pecat dipecat dinonaktifkan
  alias samaran anonim kandung tiri dkk cs dll bkn bapaknya ibunya mamanya bapanya neneknya kakeknya maitua paitua bini laki titip mana kapan gimana bagaimana kan kah mendiang
`

/** Of these something may be denied beside the name: "sinyal tidak ada", "saya belum sempat balas". */
export const otherSubjects =
  'saya sy sa beta kami kita katong maaf sinyal jaringan hp pulsa listrik laporan surat sk foto nomor nomornya nota'

/** "tetangga kandang saya", "anak dari kepala desa yang lama": who somebody is to whom. */
export const kinWords =
  'tetangga anak adik kakak ipar sepupu ponakan keponakan suami istri isteri menantu mertua cucu paman om tante teman kawan sahabat saudara keluarga'
/** Of whom one gives the name for them: "anak saya Idris", "suami saya pak Petrus". */
export const youngerKin = 'anak adik ponakan keponakan menantu cucu'
export const elderKin = 'kakak ipar sepupu suami istri isteri'
export const ownerWords =
  'saya sy sa beta kami kita katong kitong rumah kantor kandang kebun sawah kampung kepala desa kades sekdes camat raja bendahara ketua kadus guru pendeta imam sekolah gereja masjid kelas'
export const besideKin =
  'kandung buah sulung bungsu angkat tiri lama baru dekat jauh sebelah belakang depan samping satu dari di yang pertama kedua ketiga nomor dua tiga juga punya pu pung pe itu orang tua mengajar kerja kerjanya dusun lorong'

/**
 * Given names as they are usual in Sumba, Timor and Maluku. Behind an office they tell a person ("kades Natalia Wunda")
 * from the village or kecamatan ("kades Hameli Ate"), and in small letters a name from other words. Most names ending in
 * -us, -iana or -elina are recognised without standing here.
 */
export const givenNames = `
  abner norce abd abdul abdullah abu abubakar adam adolf adolfina adrian adriana agnes agus agustina agustinus ahmad aisyah akhmad albert
  albertina aleks alex alexander alfian alfons alfonsus ali alice alwi amalia amatus ambrosius amelia amin aminah amir amos ana
  anas anastasia anderias andi andreas andri andris angela angelina ani anis anita anna anthon anton antonia antonius apolonia
  ardi ari arif aris aristarkus arnold arnoldus asnat asri aurelia awaludin ayu bahar bahtiar bambang basri benediktus beni
  benny benyamin bernadeta bernadus bernard berta bertha boas budi burhan carolina cornelis dahlan damianus daniel darius daud
  david debora dedi deni denny desi dewi diana dina dion dionisius djafar domi dominggus domingus dominikus dorce dorkas dortea
  edi edward edy efraim eko elia elias elisa elisabet elisabeth ema emanuel emi emilia endang enos erna ernes ernest esau ester
  esther eti eva fadli faisal fatima fatimah fatma fatmawati fauzi febi ferdi ferdinan ferdinand ferdinandus feri ferry filipina
  filipus fitri frans fransina fransiska fransiskus frederik gabriel gaspar gerson gregorius guntur habel hadija hafsa halim halima
  halimah hamid hamka hana hanis hanna hans haris haryono hasan hasanudin hasbi hasim hasna hendra hendrik hendrikus heni henny
  heri herlina herman hermanus hery hesti hironimus husein husen husna ibrahim ida idris idrus ika imanuel imelda indra ira
  irene irma irwan isak ishak iskandar ismail ivan iwan jacob jafar jakob jamal jamila jamilah jane jefri jeni jenny jeremias
  jeri jhon jhoni jimi johan johana johanes johanis johannes john jon jonathan joni jordan jose josef joseph joshua josua
  juliana julius jumadi junaidi karel karolina karolus kartini katarina kharisma klara klemens kornelia kornelis kosmas kristian
  kristiana kristina kristo laurens laurensia lazarus lea leni leonardus levi libert lidia lili lina linda lisa loisa lorens
  lorensius louis lukas lukman lusia luther lydia magdalena mahmud makarius maks maksi malik manase mansur marcel margareta
  margaretha maria mariam mariana marianus marice marince mario marisa markus marla marlen marlin marselina marselinus marta
  marten martha marthen marthin marthina martin martina martinus maryam marzuki mateus mathias matias matilda matius maya
  melania meli melki melkianus melkior melky melsi meri mery mesakh mia mika mikael mirna misbah moh mohamad mohammad muh
  muhamad muhamat muhammad mukhtar muksin musa mustafa mustari naomi nasir natalia natan nataniel nehemia neli nelis nelson niko
  nikodemus nikolas nikolaus nimrot nining nita noak nona nonce novi nur nurdin nurhayati nurjanah nurlaila nursia obed
  oktavianus oktovianus olga oskar otniel pascal paskalis patrisius paula paulina pauline paulus petronela petrosina petrus petu
  philipus piter priska rafael rahayu rahel rahim rahma rahman rahmat rahmawati raihan rambu rasid rasyid ratna rebeka regina
  renata reni ribka ridwan rika rina rini risal riska rita rival riyanti rizal rizki robert roberta robertus rohana roland roni
  ronny ros rosa rosalia rosalina rosina rosita roslina roy ruben rudi rudolf rukia ruslan rusli rusmini rustam ruth sadam
  sahrul said saiful salama salamah salasa saleh salim salma salmah salmon salomi salomina samson samsudin samuel sandi santi
  sara sarah sari sarlota sarmila sebastianus selfi selvi semuel septi serli servasius sidik silas silvester silvia simon simson
  sinta siprianus siska siti sitti sofia sofyan solaiman soleman sonya stefan stefania stefanus stefen stepanus steven suci
  sudarmi sudirman sulaiman sulastri sumiati suriani suryani susana susanti susi syahrul syamsul syarif taher tahir tamrin
  teresia theresia thobias thomas timotius tina titus tobias tomas tony umar umbu usman utami veronika viktor viktoria vina
  vincent vinsensius wahab wahid wahyu wati wawan welhelmina wempi wilhelmina wilhelmus wiliam willem william wilson winda yacob
  yakob yakobus yamin yance yandri yane yani yanti yasin yasmin yefta yeni yeremia yeremias yermias yermina yeti yohana yohanes
  yohanis yohannes yolanda yonatan yopi yordan yosafat yosef yosefa yosefina yosep yoseph yosepina yosia yosina yosua yudas yudi
  yudit yulen yuli yulia yuliana yuliani yulianti yulianus yulita yulius yuni yunita yunus yusak yusup yusran yusri yustina yustinus
  yusuf zainab zainal zainudin zakaria zakarias zet zeth zubaidah zulaiha zulfikar zulkifli
  adit aditya alif anggi angga arya bayu bima citra dian dimas dinda dwi eka fajar farhan febri gilang ilham intan kiki lestari
  mega nabila nanda putri raka rangga rendi reza rian ricky riki rio ryan sri suparman surya tri wulan yoga
`
