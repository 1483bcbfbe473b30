import { describe, expect, it } from 'vitest'
import { type ReadAnyContext, type ReadKind, read } from '../../src/bahasa/index.ts'

// What must never be read as a plain value, kind by kind, beside what must be. The labelled replies (README.md) measure
// the ordinary; these rows are the ones that were once, or could easily be, read wrongly without anyone noticing.

const status = [
  { code: 'selesai', label: 'Sudah selesai' },
  { code: 'berjalan', label: 'Sedang berjalan' },
  { code: 'belum', label: 'Belum mulai' },
  { code: 'batal', label: 'Tidak jadi' },
]
const kendala = [
  { code: 'dana', label: 'Dana' },
  { code: 'cuaca', label: 'Cuaca & musim' },
  { code: 'alat', label: 'Bahan, alat' },
  { code: 'pasar', label: 'Pasar, harga' },
  { code: 'tidak_ada', label: 'Tidak ada' },
  { code: 'lainnya', label: 'Lainnya' },
]
const dukungan = [
  { code: 'dana', label: 'Dana' },
  { code: 'alat', label: 'Alat' },
  { code: 'izin', label: 'Izin, aturan' },
  { code: 'tidak_ada', label: 'Tidak ada' },
]

const plain = (kind: ReadKind, reply: string, context: Partial<ReadAnyContext> = {}) => {
  const reading = read(kind, reply, { referenceOn: '2024-08-14', ...context })
  return 'ask' in reading ? `? ${reading.ask}` : reading.approximate ? ['about', reading.value] : reading.value
}

describe('money', () => {
  it.each([
    ['5 jt 2024', '? unclear'],
    ['DD 2024 15 jt', 15_000_000],
    ['15 jt tahun 2023', 15_000_000],
    ['750 ribu tgl 5 agustus', 750_000],
    ['1500 tali', '? other_unit'],
    ['50 karung', '? other_unit'],
    ['5jt/kelompok', '? rate'],
    ['utang 5 juta', '? restricted'],
    ['5 jt bulan lalu', 5_000_000],
    ['dua ribu lima', '? unit_missing'],
    ['dua ribu lima ratus', 2500],
    ['Rp 5', '? unit_missing'],
    ['500 rupiah', 500],
    ['15.000 ribu', '? grouping'],
    ['-2000000', '? negative'],
    ['- 2.000.000', 2_000_000],
    ['tidak ada catatan', '? unclear'],
    ['tidak ada, cuma 200 ribu', '? several_values'],
    ['2.000.000?', '? asked_back'],
    ['dua pulhu juta', '? unclear'],
    ['2 juta baru uang muka', '? restricted'],
    ['bensin saja 300 ribu', '? restricted'],
    ['400 ribu sekali melaut', '? rate'],
    ['sehari 100 ribu', '? rate'],
    ['15 ribu per kilo', '? rate'],
    ['harga kopi 40 ribu per kilo', 40_000],
    ['kain satu lembar 1,5 juta', 1_500_000],
    ['2 juta untuk 1 ekor', '? several_values'],
    ['2 juta eh 3 juta', '? several_values'],
    ['2 juta eh salah, maksudnya 3 juta', 3_000_000],
    ['saldo kas Rp 4.350.000', 4_350_000],
    ['saldo 2 juta', '? restricted'],
  ])('%s', (reply, expected) => expect(plain('money_idr', reply)).toEqual(expected))
})

describe('whole numbers', () => {
  it.each([
    ['2o', '? unclear'],
    ['mau tambah jadi 20 orang', '? restricted'],
    ['katanya 20', '? restricted'],
    ['awalnya 20', '? restricted'],
    ['20 orang mau datang besok', '? restricted'],
    ['mana ada 20 orang', '? restricted'],
    ['5 orang dengan saya', '? restricted'],
    ['nyaris 20 orang', ['about', 20]],
    ['12 orang sesuai SK nomor 140/12/2023', 12],
    ['12 orang sesuai SK, tapi sekarang 10', '? several_values'],
    ['dulu banyak, tapi sekarang 20 orang', 20],
    ['dulu 50, tapi sekarang 20 orang', '? several_values'],
    ['l2', '? unclear'],
    ['3 dusun 12 orang', '? several_values'],
    ['dusun 3 12 orang', 12],
    ['12 orang selama 3 hari', 12],
    ['12 orang, 7 laki2 5 perempuan', 12],
    ['2 perempuan dari 15', '? several_values'],
    ['20 beras', 20],
    ['dua ratsu', '? unclear'],
    ['kalau tidak salah 12', ['about', 12]],
    ['081234567890', '? unclear'],
    ['tidak ada yang tahu', '? unclear'],
    ['12 orang belum termasuk anak', '? restricted'],
  ])('%s', (reply, expected) => expect(plain('integer', reply)).toEqual(expected))
})

describe('percentages', () => {
  it.each([
    ['0,4', '? unclear'],
    ['.4', '? grouping'],
    ['60 % an', '? vague'],
    ['tinggal 20%', '? restricted'],
    ['tinggal pasang atap, 80%', 80],
    ['dua pertiga', '? unclear'],
    ['6O%', '? unclear'],
  ])('%s', (reply, expected) => expect(plain('percent', reply)).toEqual(expected))
})

describe('quantities', () => {
  it.each([
    ['.5 ha', '? grouping'],
    ['2½ ha', { value: 2.5, unit: 'ha' }],
    ['100 pohon/ha', '? rate'],
    ['5 g', { value: 5, unit: 'gram' }],
    ['20 krg', { value: 20, unit: 'karung' }],
    ['seng 20 lembar', { value: 20, unit: 'lembar' }],
    ['75 kg dari 3 kelompok', { value: 75, unit: 'kg' }],
    ['3 x 4 m', '? several_values'],
    ['12 m²', { value: 12, unit: 'm2' }],
    ['mesin 2', '? unit_missing'],
    ['20 kilo meter', { value: 20, unit: 'km' }],
    ['20 kilo gram', { value: 20, unit: 'kg' }],
    ['20 kilo liter', '? several_values'],
    ['2 ton 500 kg', { value: 2500, unit: 'kg' }],
    ['2 ton 5000 kg', '? several_values'],
    ['2 ton, 500 kg', '? several_values'],
    ['dua hektar setengah', { value: 2.5, unit: 'ha' }],
    ['1 ha 20 are', { value: 120, unit: 'are' }],
    ['100 kg perbulan', '? rate'],
    ['bertambah 2 ekor', '? restricted'],
    ['8 ekor, mau tambah lagi', { value: 8, unit: 'ekor' }],
    ['8 ekor, tambah 2', '? several_values'],
    ['ayam kampung 20 ekor', { value: 20, unit: 'ekor' }],
  ])('%s', (reply, expected) => expect(plain('quantity_unit', reply)).toEqual(expected))
})

describe('days', () => {
  it.each([
    ['17an agustus', '? vague'],
    ['minggu ke 2 agustus', '? vague'],
    ['diundur ke 12 agustus', '2024-08-12'],
    ['hari ini tgl 14', '2024-08-14'],
    ['hari ini tgl 13', '? several_values'],
    ['bulan lalu tgl 12', '2024-07-12'],
    ['12 bulan lalu', '? vague'],
    ['3 bulan lalu', '2024-05-14'],
    ['12 juli 24 orang', '2024-07-12'],
    ['12 juli di rumah pak agus', '2024-07-12'],
    ['01022024', '2024-02-01'],
    ['kemarin-kemarin', '? vague'],
    ['kamis 12 juli 2024', '? weekday_differs'],
    ['7/13/2024', '? invalid_date'],
    ['sebelum 10 agustus', '? vague'],
    ['20 agustus 2024', '? wrong_side'],
    ['12 agustus, bukan 13', '2024-08-12'],
    ['9 agustus, eh salah, 8 agustus', '2024-08-08'],
    ['9 agustus eh 8 agustus', '? several_values'],
    ['tgl 5 agustus itu hari pasar', '? vague'],
    ['hari ini orang semua ke pesta', '? vague'],
    ['selain 5 agustus', '? restricted'],
  ])('%s, looking back', (reply, expected) => expect(plain('date', reply, { want: 'past' })).toEqual(expected))

  it('without a side, a day is near or it is asked about', () => {
    expect(plain('date', '12 juli')).toBe('2024-07-12')
    expect(plain('date', '12 februari')).toBe('? year_missing')
  })

  it('asked for a month, a day gives its month', () => {
    expect(plain('date', '12 juli 2024', { want: 'month' })).toBe('2024-07')
  })
})

describe('times', () => {
  it.each([
    ['jam 9', '? part_of_day'],
    ['sore jam 4', '16:00'],
    ['setengah sepuluh pagi', '09:30'],
    ['selamat pagi bu, jam 9', '? part_of_day'],
    ['19.00 pagi', '? invalid_time'],
    ['jam 2 siang, bukan jam 3', '14:00'],
    ['jam 8 pagi, eh maaf salah, jam 9 pagi', '09:00'],
    ['kapal masuk jam 6 pagi', '? vague'],
    ['jam 4 sore hujan terus', '? vague'],
    ['jam 4 sore, hujan terus', '16:00'],
    ['pas kapal masuk jam 6 pagi saya masih di kebun', '? vague'],
  ])('%s', (reply, expected) => expect(plain('time', reply)).toEqual(expected))
})

describe('names, telephones, hours and days of something else', () => {
  it.each([
    ['person', 'pak marinyo', '? unclear'],
    ['person', 'Yosep Malo dkk', '? unclear'],
    ['person', 'bapaknya Yosef', '? unclear'],
    ['person', 'PETRUS DAPA WOLE', 'Petrus Dapa Wole'],
    ['person', 'bidan Sitna Kelian', 'Sitna Kelian'],
    ['phone', '0812 0000 53', '? invalid_phone'],
    ['phone', '0812 0000 5311 sudah tidak aktif', '? invalid_phone'],
    ['phone', '0812 0000 5311 eh salah 0812 0000 5312', '+6281200005312'],
    ['time', 'jangan jam 7 malam', '? restricted'],
    ['time', 'jam 9 malam, siang tidak ada sinyal', '21:00'],
    ['date', 'besok saya kabari', '? not_known'],
    ['date', 'panen kemarin', '? not_known'],
    ['month', 'bulan puasa kemarin', '? not_known'],
    ['count_by_sex', 'ibu yang hadir 18 orang, laki2 3', '? several_values'],
    ['count_by_sex', 'baru laki 12 perempuan 10', '? restricted'],
  ] as const)('%s: %s', (kind, reply, expected) => expect(plain(kind, reply)).toEqual(expected))
})

describe('counts by sex', () => {
  it.each([
    ['7 laki 5 perempuan, 2 pulang duluan', '? several_values'],
    ['12 P 7', '? sex_missing'],
    ['lk 2 pr 3', { total: 5, l: 2, p: 3 }],
    ['lk2 7 pr2 5', { total: 12, l: 7, p: 5 }],
    ['L/P 7/5', { total: 12, l: 7, p: 5 }],
    ['laki2 7 sampai 10 perempuan 3', '? range'],
    ['7 lk 5 pr 2 lansia', '? several_values'],
    ['7 orang bapak, 5 orang ibu', { total: 12, l: 7, p: 5 }],
  ])('%s', (reply, expected) => expect(plain('count_by_sex', reply)).toEqual(expected))
})

describe('yes and no', () => {
  it.each([
    ['sudah rusak', '? unclear'],
    ['bisa jadi', '? unclear'],
    ['insyaallah bisa', '? restricted'],
    ['ada yang salah', '? unclear'],
    ['tidak terlalu', '? restricted'],
    ['sudah tidak dipakai', false],
    ['nama jangan', '? unclear'],
    ['iya, tidak masalah', true],
    ['seng mau', false],
    ['masih', true],
    ['masih belum', false],
    ['kyknya sudah', '? restricted'],
    ['sudah kali', '? unclear'],
    ['mana ada', '? unclear'],
    ['sudah mau', '? unclear'],
    ['siap minggu depan', '? restricted'],
    ['dusun 1 dan 2 sudah, dusun 3 belum', '? unclear'],
    ['tidak ada, sudah saya periksa', false],
    ['tidak ada, dusun 3 sudah', '? unclear'],
    ['sekdes bilang sudah', '? unclear'],
    ['desa sebelah sudah', '? unclear'],
    ['kebanyakan sudah', '? restricted'],
    ['sudah 50 persen', '? restricted'],
    ['tidak, eh ada', '? unclear'],
    ['belum sempat saya lihat', '? not_known'],
    ['ya Allah panas sekali', '? unclear'],
    ['sudah lunas, tidak ada sisa', true],
  ])('%s', (reply, expected) => expect(plain('yesno', reply)).toEqual(expected))
})

describe('words', () => {
  it.each([
    ['ntr malam saya ketik', '? not_known'],
    ['nantipi saya ketik pak, masih bawa perahu', '? not_known'],
    ['jawaban menyusul', '? not_known'],
    ['maaf salah kirim', '? empty'],
    ['tolong diulang', '? asked_back'],
    ['tunggu hujan baru tanam', 'tunggu hujan baru tanam'],
    ['laporan belum lengkap', 'laporan belum lengkap'],
    ['tanya pak sekdes saja', '? not_known'],
    ['waduh lupa', '? not_known'],
    ['blm kepikiran', '? not_known'],
    ['siap pak nanti dikirimkan', '? not_known'],
    ['jadi begini ceritanya bu', '? asked_back'],
    ['pelajaran yang paling penting itu adalah', '? asked_back'],
    ['ini nomor siapa', '? asked_back'],
    ['ini wajib dijawab?', '? asked_back'],
    ['tanya warga dulu sebelum kerja', 'tanya warga dulu sebelum kerja'],
    ['kami lupa catat nota, itu pelajaran', 'kami lupa catat nota, itu pelajaran'],
  ])('%s', (reply, expected) => expect(plain('text', reply)).toEqual(expected))
})

describe('one choice', () => {
  it.each([
    ['selesai bulan depan', '? restricted'],
    ['2 bulan lagi selesai', '? restricted'],
    ['belum lancar', '? restricted'],
    ['belum, alatnya rusak', 'belum'],
    ['sedang menunggu dana', '? restricted'],
    ['jalan di tempat', '? restricted'],
    ['sudah dikerjakan', '? restricted'],
    ['hampir selesai', 'berjalan'],
    ['mulai', '? no_match'],
    ['2 selesai', '? several_match'],
    ['berjalan 2 bulan', 'berjalan'],
    ['bukan 1 tapi 2', 'berjalan'],
    ['bukan sudah selesai, masih jalan', 'berjalan'],
    ['yang terakhir', 'batal'],
    ['3. belum ada uang', 'belum'],
    ['pondasi sudah selesai', '? restricted'],
    ['proposal masih proses', '? restricted'],
    ['selesai 80%', '? restricted'],
    ['sudah selesai, kurang cat', '? restricted'],
    ['selesai, laporan menyusul', 'selesai'],
    ['masih jalan, tukang cuma 2', 'berjalan'],
    ['masih jalan, minggu ini macet', '? restricted'],
    ['harusnya sudah selesai', '? restricted'],
    ['jalan tani', '? no_match'],
    ['pekerjaan jalan tani sudah selesai', 'selesai'],
    ['ya sudah', '? no_match'],
    ['selesai kah', '? asked_back'],
    ['selesai?', '? asked_back'],
    ['selesai kali', '? restricted'],
    ['siapa bilang selesai', '? restricted'],
    ['selesai gali lubang', '? restricted'],
    ['selesai dua ruangan', '? restricted'],
    ['salah satu', '? no_match'],
    ['2, eh maaf 1', '? several_match'],
    ['tidak jadi batal', '? restricted'],
  ])('%s', (reply, expected) => expect(plain('choice', reply, { choices: status })).toEqual(expected))

  it('an exact label beats the beginning of another', () => {
    const places = [
      { code: '1', label: 'Kodi' },
      { code: '2', label: 'Kodi Utara' },
    ]
    expect(plain('choice', 'kodi', { choices: places })).toBe('1')
    expect(plain('choice', 'kodi ut', { choices: places })).not.toBe('1')
  })

  it('a synonym that is an everyday word counts only when it is the whole reply', () => {
    const tenaga = { code: 'tenaga', label: 'Tenaga', synonyms: ['orang'] }
    expect(plain('choices', 'hujan terus, orang tidak bisa kerja', { choices: [...kendala, tenaga] })).toEqual([
      'cuaca',
    ])
    expect(plain('choices', 'orang', { choices: [...kendala, tenaga] })).toEqual(['tenaga'])
    const terampil = { code: 'keterampilan', label: 'Keterampilan', synonyms: ['belum bisa'] }
    expect(plain('choices', 'hujan jadi belum bisa tanam', { choices: [...kendala, terampil] })).toEqual(['cuaca'])
  })

  it.each([
    ['tunggu kades', '? restricted'],
    ['kades lama', '? restricted'],
    ['anak kades', '? restricted'],
    ['bapak kades', 'kepala_desa'],
  ])('%s among those who fill in', (reply, expected) =>
    expect(
      plain('choice', reply, {
        choices: [
          { code: 'kepala_desa', label: 'Kepala desa' },
          { code: 'pokja', label: 'Pokja' },
        ],
      }),
    ).toEqual(expected),
  )

  it.each([
    ['siap bu', '? restricted'],
    ['apa saja bu', '? restricted'],
    ['ibu saja', 'ibu'],
    ['panggil ibu', 'ibu'],
  ])('%s among forms of address', (reply, expected) =>
    expect(
      plain('choice', reply, {
        choices: [
          { code: 'bapak', label: 'Bapak', synonyms: ['pak'] },
          { code: 'ibu', label: 'Ibu', synonyms: ['bu'] },
        ],
      }),
    ).toEqual(expected),
  )

  it('words of the kabupaten are taken from its lexicon', () => {
    const lexicon = { choices: { selesai: ['su klop'] }, words: { poro: 'belum' } }
    expect(plain('choice', 'su klop', { choices: status, lexicon })).toBe('selesai')
    expect(plain('choice', 'poro', { choices: status, lexicon })).toBe('belum')
    expect(plain('choice', 'poro', { choices: status })).toBe('? no_match')
    expect(plain('quantity_unit', '3 loka', { lexicon: { units: { loka: 'ikat' } } })).toEqual({
      value: 3,
      unit: 'ikat',
    })
    expect(plain('integer', 'ompu', { lexicon: { fillers: ['ompu'] } })).toBe('? empty')
  })

  it('hears a word of its own list through the politeness around it', () => {
    const ready = [
      { code: 'mulai', label: 'Mulai', synonyms: ['ya', 'bisa', 'siap'] },
      { code: 'nanti', label: 'Nanti', synonyms: ['belum bisa', 'besok'] },
    ]
    expect(plain('choice', 'bisa pak, silakan', { choices: ready })).toBe('mulai')
    expect(plain('choice', 'belum bisa pak', { choices: ready })).toBe('nanti')
    expect(plain('choice', 'tidak bisa pak', { choices: ready })).toBe('? no_match')
  })
})

describe('several choices', () => {
  it.each([
    ['tidak ada tenda', '? restricted'],
    ['tenda tidak ada', '? restricted'],
    ['tidak ada alat', ['alat']],
    ['tidak ada kendala', ['tidak_ada']],
    ['dana, sinyal', '? partly_read'],
    ['pasir', '? no_match'],
    ['danau', '? no_match'],
    ['satu tiga lima', '? restricted'],
    ['satu dua tiga', ['dana', 'cuaca', 'alat']],
    ['1 cuaca', '? several_match'],
    ['1-3', '? range'],
    ['3, 1', ['dana', 'alat']],
    ['dana cukup, alat kurang', ['alat']],
    ['dana saja, yang lain aman', ['dana']],
    ['dana bukan masalah, yang masalah cuaca', ['cuaca']],
    ['bukan dana tapi alat', ['alat']],
    ['dana cukup', '? restricted'],
    ['1 2 3 semuanya jadi masalah', ['dana', 'cuaca', 'alat']],
    ['1 xyz 3', '? no_match'],
    ['1. Dana 2. Alat', ['dana', 'alat']],
    ['dana, alat, semua', '? restricted'],
    ['hujan, orang tidak bisa kerja', ['cuaca']],
    ['kyknya dana', '? restricted'],
    ['tidak ada ombak', '? restricted'],
    ['tidak ada hujan', ['cuaca']],
    ['hujan sudah berhenti', '? restricted'],
    ['alat sudah datang', '? restricted'],
    ['uang kopi', '? no_match'],
    ['desa sebelah banjir', '? restricted'],
    ['1 ya 2 tidak', '? restricted'],
    ['dana kurang, terus guru pindah', '? partly_read'],
    ['3 eh 4', '? restricted'],
    ['pertama dana, kedua cuaca', ['dana', 'cuaca']],
    ['dulu dana', '? restricted'],
  ])('%s among problems', (reply, expected) => expect(plain('choices', reply, { choices: kendala })).toEqual(expected))

  it.each([
    ['tidak perlu dana', '? restricted'],
    ['izin pak, dana', '? unclear'],
    ['izin dan dana', ['dana', 'izin']],
  ])('%s among kinds of support', (reply, expected) =>
    expect(plain('choices', reply, { choices: dukungan })).toEqual(expected),
  )
})

describe('regions', () => {
  const regions = [
    { code: '81.05.04', name: 'Pulau Gorom', aliases: ['Gorom'] },
    { code: '81.05.11', name: 'Gorom Timur' },
    { code: '81.05.01', name: 'Bula' },
    { code: '81.05.06', name: 'Tutuk Tolu' },
    { code: '81.05.01.2012', name: 'Sesar', within: '81.05.01' },
    { code: '81.05.06.2004', name: 'Sesar', within: '81.05.06' },
    { code: '81.05.06.2005', name: 'Kadi Wano', within: '81.05.06' },
    { code: '81.05.06.2006', name: 'Kadi Wone', within: '81.05.06' },
  ]
  it.each([
    ['sesar', undefined, '? several_match'],
    ['sesar', '81.05.01', '81.05.01.2012'],
    ['desa sesar kec tutuk tolu', undefined, '81.05.06.2004'],
    ['Sesar Bula', undefined, '81.05.01.2012'],
    ['kadi wanu', undefined, '? several_match'],
    ['kadiwano', undefined, '81.05.06.2005'],
    ['gorom tmr', undefined, '81.05.11'],
    ['81.05.11', undefined, '81.05.11'],
    ['gorom selatan', undefined, '? no_match'],
  ])('%s within %s', (reply, within, expected) =>
    expect(plain('region', reply, { regions, ...(within && { within }) })).toEqual(expected),
  )
})

describe('signs before a number', () => {
  it.each<[ReadKind, string, unknown]>([
    ['count_by_sex', '-7 L 5 P', '? negative'],
    ['count_by_sex', '- 7 L\n- 5 P', { total: 12, l: 7, p: 5 }],
    ['count_by_sex', 'lk-7 pr-5', { total: 12, l: 7, p: 5 }],
    ['count_by_sex', '7+ lk 5 pr', '? restricted'],
    ['integer', ':-7', '? negative'],
    ['money_idr', 'Rp-5.000.000', '? negative'],
    ['money_idr', 'Rp 5.000.000,-', 5_000_000],
    ['quantity_unit', 'kg -5', '? negative'],
    ['percent', '+50%', '? restricted'],
  ])('%s: %s', (kind, reply, expected) => {
    expect(plain(kind, reply)).toEqual(expected)
  })
})

describe('a rate or a part is not the amount', () => {
  it.each<[ReadKind, string, unknown]>([
    ['money_idr', '5 jt per bulan', '? rate'],
    ['money_idr', 'per bulan juli 5 jt', 5_000_000],
    ['percent', '40 per hari', '? rate'],
    ['percent', '40 per sen', 40],
    ['percent', 'dua perlima', 40],
    ['percent', 'dua pertiga', '? unclear'],
    ['decimal', 'dua perlima', '? unclear'],
  ])('%s: %s', (kind, reply, expected) => {
    expect(plain(kind, reply)).toEqual(expected)
  })
})

describe('two key words in one phrase', () => {
  it.each([
    ['harga bahan mahal', '? several_match'],
    ['harga dan bahan mahal', ['alat', 'pasar']],
    ['dana cuaca', ['dana', 'cuaca']],
    ['dana beli alat', ['dana']],
    ['dana untuk alat', '? several_match'],
  ])('%s', (reply, expected) => {
    expect(plain('choices', reply, { choices: kendala })).toEqual(expected)
  })
})

describe('an answer put off, and a value of another time or of others, whatever is asked', () => {
  it.each<[ReadKind, string, unknown]>([
    ['integer', 'kosong batre hp, nanti sy lanjut', '? not_known'],
    ['time', 'nanti jam 5 sore beta kasi tau', '? not_known'],
    ['date', 'lusa saja sy kasi tau tanggalnya', '? not_known'],
    ['yesno', 'iya sebentar sy telpon balik', '? not_known'],
    ['integer', '12 orang, nanti sy kirim daftar hadirnya', 12],
    ['text', 'nanti sy tanya pak sekdes', '? not_known'],
    ['text', 'nanti kami tanam', 'nanti kami tanam'],
    ['time', 'dulu jam 8 pagi, skrg su ganti', '? restricted'],
    ['time', 'desa sebelah jam 10 pagi', '? restricted'],
    ['time', 'biasanya jam 9 pagi', '09:00'],
    ['quantity_unit', 'tahun lalu panen 3 ton', '? restricted'],
    ['count_by_sex', 'kl jadi ikut, 5 L 5 P', '? restricted'],
    ['money_idr', 'kata orang2 9 juta, sy ragu', '? restricted'],
    ['integer', 'su 3 kali kirim data ini, masih tanya lagi', '? restricted'],
    ['integer', 'satu kampung marah', '? restricted'],
    ['decimal', 'jalan 2 jam dari kampung', '? unclear'],
    ['percent', '60 persen itu yang talud, yang jalan belum', '? restricted'],
    ['percent', 'dusun 2 saja yang su 100 persen', '? restricted'],
    ['quantity_unit', 'tikus makan 3 karung', '? restricted'],
    ['money_idr', 'bendahara bawa lari 3 juta', '? restricted'],
    ['count_by_sex', 'yang meninggal 1 laki 2 perempuan', '? restricted'],
  ])('%s: %s', (kind, reply, expected) => {
    expect(plain(kind, reply)).toEqual(expected)
  })
})

describe('endings, haste and calls', () => {
  it.each<[ReadKind, string, unknown]>([
    ['time', 'jam 9 malampi', '21:00'],
    ['integer', 'nota 5', 5],
    ['month', 'sptmbr', '2024-09'],
    ['integer', '17 org min', 17],
    ['integer', 'min 17', '? restricted'],
    ['yesno', 'sudah, nanti sy kirim fotonya', true],
    ['yesno', 'blmpi', false],
  ])('%s: %s', (kind, reply, expected) => {
    expect(plain(kind, reply)).toEqual(expected)
  })

  it('words without vowels and with endings of Makassar are the words they stand for', () => {
    expect(plain('choices', 'danaji', { choices: kendala })).toEqual(['dana'])
    expect(plain('choices', 'cuacami', { choices: kendala })).toEqual(['cuaca'])
  })
})

describe('measures and names as they are typed', () => {
  it.each<[ReadKind, string, unknown]>([
    ['decimal', '36 m2', 36],
    ['decimal', '18,75 m3', 18.75],
    ['decimal', '2,5 klo', 2.5],
    ['decimal', 'dua meter seperempat', 2.25],
    ['decimal', 'bb lahir 2,9 kg', 2.9],
    ['count_by_sex', 'ikhwan 9 akhwat 12', { total: 21, l: 9, p: 12 }],
    ['percent', '30 persen begitu sudah', ['about', 30]],
    ['date', '17 7 24', '2024-07-17'],
    ['person', 'Ustadz Ridwan Kastella', 'Ridwan Kastella'],
    ['quantity_unit', 'es 30 balok', { value: 30, unit: 'balok' }],
    ['text', 'tar dulu', '? not_known'],
    ['percent', 'seperempat kk', 25],
    ['percent', '12 kk', '? other_unit'],
    ['money_idr', 'hampir 400 rb kk', ['about', 400_000]],
    ['money_idr', 'jual jagung dapat 1.150.000 kk', 1_150_000],
    ['money_idr', '40 kk', '? other_unit'],
    ['quantity_unit', 'dua belas kk', { value: 12, unit: 'kk' }],
    ['person', 'agustina bili kk', 'Agustina Bili'],
    ['person', 'Bapak Camat Idris Rumalutur, S.STP', 'Idris Rumalutur, S.STP'],
    ['quantity_unit', '150 batang sengon, ditanam di sekitar mata air', { value: 150, unit: 'batang' }],
    ['quantity_unit', '150 batang, hampir semua hidup', { value: 150, unit: 'batang' }],
    ['yesno', 'data apa?, nanti saya jawab', '? asked_back'],
  ])('%s %j → %j', (kind, reply, value) => expect(plain(kind, reply, { want: 'past' })).toEqual(value))
})

describe('what is told around an answer and leaves it what it is', () => {
  it.each<[ReadKind, string, unknown]>([
    ['integer', 'kuda tinggal 1 ekor', 1],
    ['integer', 'tinggal 12 ekor lagi belum', '? restricted'],
    ['count_by_sex', '5 laki 2 perempuan, anak muda semua', { total: 7, l: 5, p: 2 }],
    ['decimal', '1 meter 20 senti', 1.2],
    ['person', 'om Lukas Umbu Zaza, tetangga kandang saya', 'Lukas Umbu Zaza'],
    ['month', 'april kak, sebelum ujian anak kelas 6', '2024-04'],
    ['yesno', 'Untuk musyawarah adat itu belum kami laksanakan sebab bapa raja masih berobat di Ambon.', false],
    ['yesno', 'iya sudah kak, tadi sy lupa balas', true],
    ['month', 'kami tetapkan perdesnya bulan juni, saya lupa tanggalnya', '2024-06'],
    ['yesno', 'Ya, sudah dibentuk bulan lalu lewat rapat negeri.', true],
  ])('%s %j → %j', (kind, reply, value) => expect(plain(kind, reply, { want: 'past' })).toEqual(value))
})
