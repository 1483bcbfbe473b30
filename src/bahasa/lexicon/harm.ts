// Words that may point to harm. They only bring up a quiet offer of the confidential route; nothing is filed by them.

export const harmWords = {
  seksual:
    'dilecehkan, melecehkan, pelecehan, diperkosa, memperkosa, perkosa, perkosaan, pemerkosaan, dicabuli, mencabuli, pencabulan, cabul, diraba, meraba, digerayangi, kekerasan seksual, hubungan badan, dipaksa tidur, minta tidur, ajak tidur, diajak tidur, foto telanjang, dihamili',
  kekerasan:
    'dipukul, dipukuli, memukul, pukul istri, dianiaya, menganiaya, penganiayaan, disiksa, menyiksa, ditampar, ditendang, dibacok, ditikam, diancam, mengancam, ancaman, disekap, kdrt, kekerasan, dikeroyok, dibunuh, bunuh diri, disakiti, menyakiti, diculik, dirantai, dipasung',
  paksaan:
    'dipaksa, memaksa, pemaksaan, dipaksakan, kawin paksa, dikawinkan paksa, kawin tangkap, anak dijual, perempuan dijual, gadis dijual, orang dijual, istri dijual, diperdagangkan',
  uang: 'minta uang, dimintai uang, minta bagian, minta jatah, minta setoran, minta fee, pungli, pungutan liar, pungutan, uang pelicin, suap, disuap, sogok, menyogok, korupsi, dikorupsi, digelapkan, penggelapan, disunat, dipotong, potongan, memeras, diperas, uang rokok, tidak sampai ke warga, fiktif',
} as const

/** A child named beside a word of violence makes it a matter of child protection. */
export const childWords = 'anak, anak2, bayi, balita, remaja, murid, siswa, siswi, pelajar, anak-anak, cucu, keponakan'

/** What is cut, beaten or sold every day in a village. The word next to it takes away the alarm. */
export const everydayObjects =
  'rumput padi pohon kayu rambut ayam sapi kambing babi daging kain bambu besi seng tali dahan ranting pucuk bibit batang tebu jagung singkong pisang kelapa cengkeh pala kuda kerbau itik ikan hewan ternak tenun benang papan balok kertas pita semak alang sayur stek anakan daun talas ubi kuku sagu gong gendang tifa kentongan beduk bedug tiang paku ombak angin hama tikus belalang ular panen hasil produk kopra rumputnya padinya pohonnya kayunya barang madu abon mete rumah mesin pagar'
