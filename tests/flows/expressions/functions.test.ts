import { describe, expect, test } from 'vitest'
import { resultOf, scopeAt } from './world.ts'

/** Every function of ODK's documentation ("Form operators and functions"), by what the documentation says of it. */
const table: [source: string, expected: number | string | boolean | string[]][] = [
  // control flow
  ["if(${umur} > 17, 'dewasa', 'anak')", 'dewasa'],
  ["if(${umur} > 60, 'lansia', 'bukan')", 'bukan'],
  ['position(/data/kegiatan[3]/nama/..)', 3],
  ["once('baru')", '42'],
  // select questions
  ["selected(${sumber}, 'add')", true],
  ["selected(${sumber}, 'ad')", false],
  ["selected(${kosong}, 'add')", false],
  ["selected(${kosong}, '')", true],
  ['selected-at(${sumber}, 0)', 'apbd'],
  ['selected-at(${sumber}, 2)', 'swadaya'],
  ['selected-at(${sumber}, 3)', ''],
  ['selected-at(${sumber}, -1)', ''],
  ['count-selected(${sumber})', 3],
  ['count-selected(${kosong})', 0],
  ["jr:choice-name('add', '${sumber}')", 'Alokasi Dana Desa'],
  ["jr:choice-name('add', '/data/sumber')", 'Alokasi Dana Desa'],
  ["jr:choice-name('hibah', '${sumber}')", ''],
  // repeats and sets of nodes
  ['indexed-repeat(${nama}, ${kegiatan}, 2)', ['Air bersih']],
  ['indexed-repeat(${usia}, ${kegiatan}, 2, ${orang}, 2)', ['9']],
  ['indexed-repeat(${nama}, ${kegiatan}, 9)', []],
  ['count(${kegiatan})', 3],
  ['count-non-empty(${biaya})', 2],
  ['sum(${persen})', 120],
  ['sum(${biaya})', Number.NaN],
  ['sum(/data/kegiatan[biaya != ""]/biaya)', 1_750_000],
  ['max(${persen})', 75],
  ['min(${persen})', 5],
  ['max(${persen}, 100)', 100],
  ['min(${biaya})', Number.NaN],
  // strings
  ["regex(${desa}, '^[A-Z][a-z]+ [A-Z][a-z]+$')", true],
  ["regex(${umur}, '^[0-9]{3}$')", false],
  ["contains(${desa}, 'Ruhu')", true],
  ["starts-with(${desa}, 'Wai')", true],
  ["ends-with(${desa}, 'Wai')", false],
  ["substr('Jalan', 1, 3)", 'al'],
  ["substr('Jalan', 2)", 'lan'],
  ["substr('Jalan', -2)", 'an'],
  ["substring('Jalan', 2, 3)", 'ala'],
  ["substring-before('2024-08', '-')", '2024'],
  ["substring-before('-08', '-')", ''],
  ["substring-after('2024-08', '-')", '08'],
  ["substring-after('2024', '-')", ''],
  ["translate('bar', 'abc', 'ABC')", 'BAr'],
  ["translate('0812-3456', '-', '')", '08123456'],
  ['string-length(${desa})', 8],
  ['string-length()', 2],
  ["string-length('🌴')", 1],
  ["normalize-space('  Jalan   tani ')", 'Jalan tani'],
  ["concat(${desa}, ' ', ${umur}, ' ', ${persen})", 'Wai Ruhu 42 40755'],
  ["join(', ', ${nama})", 'Jalan tani, Air bersih, Posyandu'],
  ["boolean-from-string('true')", true],
  ["boolean-from-string('1')", true],
  ["boolean-from-string('ya')", false],
  ['string(1.50)', '1.5'],
  ['string(1 = 1)', 'true'],
  ["base64-decode('V2FpIFJ1aHU=')", 'Wai Ruhu'],
  // numbers
  ['round(2.345, 1)', 2.3],
  ['round(2.5)', 3],
  ['round(-2.5)', -3],
  ['round(1250, -2)', 1300],
  ['int(7.9)', 7],
  ['int(-7.9)', -7],
  ["number('17')", 17],
  ['number(1 = 1)', 1],
  ["number('tujuh')", Number.NaN],
  ['number(${kosong})', Number.NaN],
  ["digest('abc', 'MD5', 'hex')", '900150983cd24fb0d6963f7d28e17f72'],
  ["digest('abc', 'SHA-1')", 'qZk+NkcGgWq6PiVxeFDCbJzQ2J0='],
  ["digest('abc', 'SHA-256', 'hex')", 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ["string-length(digest('abc', 'SHA-384', 'hex'))", 96],
  ["string-length(digest('abc', 'SHA-512', 'hex'))", 128],
  ['pow(2, 10)', 1024],
  ['log(1)', 0],
  ['log10(1000)', 3],
  ['abs(-3)', 3],
  ['sin(0)', 0],
  ['cos(0)', 1],
  ['tan(0)', 0],
  ['asin(0)', 0],
  ['acos(1)', 0],
  ['atan(0)', 0],
  ['atan2(0, 1)', 0],
  ['sqrt(16)', 4],
  ['exp(0)', 1],
  ['exp10(3)', 1000],
  ['pi()', Math.PI],
  ['floor(2.9)', 2],
  ['ceiling(2.1)', 3],
  // dates and times, in Jayapura
  ['today()', '2024-08-14'],
  ['now()', '2024-08-14T10:00:00.000+09:00'],
  ['decimal-date-time(${lahir})', 4446],
  ["decimal-date-time('1970-01-02T12:00:00.000+09:00')", 1.5],
  ['date(19949)', '2024-08-14'],
  ["date('2024-8-4')", '2024-08-04'],
  ["date('2024-02-30')", ''],
  ['date-time(19949.5)', '2024-08-14T12:00:00.000+09:00'],
  ['decimal-time(${pukul})', 14.5 / 24],
  ["decimal-time('12:00')", 0.5],
  ["decimal-time('18:00:00.000+09:00')", 0.75],
  ["format-date(${lahir}, '%Y %y %m %n %d %e')", '1982 82 03 3 05 5'],
  ["format-date(${lahir}, '%a %b')", 'Fri Mar'],
  ["format-date-time(${diisi}, '%H:%M:%S.%3 %h')", '10:30:00.000 10'],
  ["format-date(${kosong}, '%Y')", ''],
  // places
  ['area(${kebun})', 618_684.67],
  ["distance('-3.10 130.40; -3.10 130.41')", 1111.56],
  ["geofence('-3.102 130.408', ${kebun})", true],
  ["geofence('-3.2 130.408', ${kebun})", false],
  ['area(${kosong})', Number.NaN],
  ['intersects(${kebun})', false],
  ["intersects('0 0; 0 2; 2 1; -1 1')", true],
  ["intersects('0 0; 0 2; 2 2; 2 0; 0 0')", false],
  ["intersects('0 0; 2 2; 0 2; 2 0; 0 0')", true],
  ["intersects('0 0; 0 2; 0 1')", false],
  // utility
  ['random()', 0.5],
  ["join(' ', randomize(${nama}, 42))", 'Jalan tani Air bersih Posyandu'],
  ['uuid()', '00000000-0000-4000-8000-000000000000'],
  ['uuid(6)', '000000'],
  ['boolean(0)', false],
  ["boolean('false')", true],
  ['boolean(${kosong})', true],
  ['boolean(/data/tidakada)', false],
  ['not(1 = 2)', true],
  ['coalesce(${kosong}, ${umur})', '42'],
  ["coalesce('', '')", ''],
  ['checklist(2, 3, 1 = 1, 2 = 2, 1 = 2)', true],
  ['checklist(3, -1, 1 = 1, 2 = 2, 1 = 2)', false],
  ['weighted-checklist(5, 5, 1 = 1, 2, 1 = 1, 3, 1 = 2, 9)', true],
  ['weighted-checklist(-1, 4, 1 = 1, 5)', false],
  ['true()', true],
  ['false()', false],
  // lists
  ["instance('kecamatan')/root/item[name = '81.05.02']/label", ['Seram Timur']],
  ["count(instance('kecamatan')/root/item[kabupaten = '81.05'])", 2],
  ["instance('tidakada')/root/item", []],
  ["pulldata('kecamatan', 'label', 'name', '53.18.01')", 'Loura'],
  ["pulldata('kecamatan', 'label', 'name', 'tidakada')", ''],
  ['name(..)', 'data'],
  ['local-name(/data/*[1])', 'desa'],
  ['/data/kegiatan[last()]/nama', ['Posyandu']],
  ['version()', '7'],
]

describe('each function of ODK does what its documentation says', () => {
  test.each(table)('%s', (source, expected) => {
    expect(resultOf(source)).toEqual(expected)
  })
})

describe('functions that depend on where and when', () => {
  test('once gives a value to an empty question only', () => {
    expect(resultOf("once('baru')", scopeAt('/data/kosong'))).toBe('baru')
  })

  test('indexed-repeat reaches every item, also from inside one, where ${…} finds only the nearest', () => {
    const scope = scopeAt('/data/kegiatan[1]/persen')
    const nearest = { ...scope, resolve: (name: string) => scope.resolve(name, scope.node).slice(0, 1) }
    expect(resultOf('indexed-repeat(${nama}, ${kegiatan}, 3)', nearest)).toEqual(['Posyandu'])
    expect(resultOf('indexed-repeat(/data/kegiatan/nama, /data/kegiatan, position(..) + 1)', nearest)).toEqual([
      'Air bersih',
    ])
  })

  test('today is the local date: at 23:30 UTC it is tomorrow in Jakarta', () => {
    const at = Date.UTC(2024, 7, 14, 23, 30)
    expect(resultOf('today()', scopeAt('.', { now: at, zone: 'UTC' }))).toBe('2024-08-14')
    expect(resultOf('today()', scopeAt('.', { now: at, zone: 'Asia/Jakarta' }))).toBe('2024-08-15')
  })

  test('a time written in another zone is read on the local clock', () => {
    const jakarta = scopeAt('.', { zone: 'Asia/Jakarta' })
    expect(resultOf("format-date-time('2024-08-14T01:00:00.000Z', '%H:%M')", jakarta)).toBe('08:00')
    expect(resultOf("decimal-time('12:00:00.000+09:00')", jakarta)).toBe(10 / 24)
    expect(resultOf("'2024-08-14T10:00:00.000+09:00' = '2024-08-14T08:00:00.000+07:00'", jakarta)).toBe(true)
  })

  test('months and days have Indonesian names in an Indonesian form', () => {
    const indonesian = scopeAt('.', { language: 'id' })
    expect(resultOf("format-date('2024-08-14', '%a, %e %b %Y')", indonesian)).toBe('Rab, 14 Agu 2024')
  })

  test('the number of a date is the same in every zone', () => {
    for (const zone of ['UTC', 'Asia/Jakarta', 'Asia/Jayapura'])
      expect(resultOf("number('2024-08-14')", scopeAt('.', { zone }))).toBe(19_949)
  })

  test('randomness without a source is the same for the same moment', () => {
    const { random: _, uuid: __, ...still } = scopeAt()
    expect(resultOf('random()', still)).toBe(resultOf('random()', still))
    expect(resultOf('uuid()', still)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(resultOf('random() = random()', still)).toBe(false)
  })
})
