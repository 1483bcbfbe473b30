// Number words. Left: the standard word; right: what people type or a telephone writes down when it is spoken to.

export const unitWords: Readonly<Record<string, number>> = {
  nol: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
}

/** First to tenth. */
export const ordinalWords: readonly string[] =
  'pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh'.split(' ')

export const scaleWords: Readonly<Record<string, number>> = {
  ribu: 1e3,
  juta: 1e6,
  miliar: 1e9,
  triliun: 1e12,
}

export const numberSpellings: Readonly<Record<string, string>> = {
  nol: 'nul nool kosong ksong zero',
  satu: 'stu stau satuu',
  dua: 'due duwa duaa',
  tiga: 'tga tigo tigaa',
  empat: 'empt ampa ampat mpat epat empaat',
  lima: 'lma limah limaa',
  enam: 'anam enm anem nam',
  tujuh: 'tuju tujh tjuh tujo tujuhh',
  delapan: 'dlapan delapang lapan dlpn delpan slapan salapan delapn dlpan dalapan',
  sembilan: 'smbilan sembilang sambilan sembiln sambilang smblan sembiland',
  sepuluh: 'spuluh spulu sepulu sapulu sepulo sapuluh spluh sepluh',
  sebelas: 'sblas sablas sabalas sbelas seblas sabelas sebelass',
  belas: 'blas bls blass',
  puluh: 'pulu pluh pulh pulo puloh puluhh',
  ratus: 'rts rtus ratos ratuss rtos ratusa',
  seratus: 'sratus seratos saratus srtus saratos',
  seribu: 'sribu saribu srb sribuh serebu',
  sejuta: 'sjuta sajuta',
}

/** One word that holds a number and what is counted. */
export const joinedCounts: Readonly<Record<string, string>> = {
  seorang: 'satu orang',
  seekor: 'satu ekor',
  sebuah: 'satu buah',
  sebatang: 'satu batang',
  sepohon: 'satu pohon',
  sehektar: 'satu ha',
  sehektare: 'satu ha',
  sekilo: 'satu kg',
  sekilogram: 'satu kg',
  seton: 'satu ton',
  sekuintal: 'satu kuintal',
  sekarung: 'satu karung',
  seikat: 'satu ikat',
  seliter: 'satu liter',
  semeter: 'satu meter',
  sepaket: 'satu paket',
  seunit: 'satu unit',
  selusin: 'satu lusin',
  sekodi: 'satu kodi',
  sehari: 'satu hari',
  seminggu: 'satu minggu',
  sebulan: 'satu bulan',
  setahun: 'satu tahun',
  limblas: 'lima belas',
  limolas: 'lima belas',
  duablas: 'dua belas',
  tigablas: 'tiga belas',
  ampatblas: 'empat belas',
  empatblas: 'empat belas',
  limablas: 'lima belas',
  anamblas: 'enam belas',
  enamblas: 'enam belas',
  tujuhblas: 'tujuh belas',
  delapanblas: 'delapan belas',
  sembilanblas: 'sembilan belas',
  berdua: 'dua orang',
  bertiga: 'tiga orang',
  berempat: 'empat orang',
  berlima: 'lima orang',
  berenam: 'enam orang',
  semiliar: 'satu miliar',
  semilyar: 'satu miliar',
  setriliun: 'satu triliun',
}

/** Words that speak of a number without naming one. */
export const vagueNumbers =
  'belasan puluhan ratusan ribuan jutaan miliaran banyak sedikit beberapa lumayan cukup berbagai sejumlah ratusannya jutaannya ramai seadanya secukupnya sepasang'

/** Real words that look like a number word with one letter changed; without this list "20 beras" would be asked about. */
export const notNumberWords =
  'lila sagu beras buluh tempat tiba lama juga batu ratu situ suatu sate enak balas kelas batas belah bela ribut rebus lusa dia tua doa gua sama lomba niat tujuan jauh depan lapangan anak saku sapu bantu baru sayur juara jua nyata rata harus putus terus tikus bagus jagung kota lama-lama tiang toga lina nama empang empas enau peluh penuh pulut puluk padu datu juni juli batas bebas emas rambu rabu'
