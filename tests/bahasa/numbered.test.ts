import { describe, expect, it } from 'vitest'
import { splitNumbered } from '../../src/bahasa/index.ts'

const upTo = (n: number) => Array.from({ length: n }, (_, i) => String(i + 1))
const shown = (text: string, labels: readonly string[]) => {
  const { answers, unclear } = splitNumbered(text, labels)
  return [
    ...answers.map((a) => `${a.label}=${a.text}`),
    ...unclear.map((part) => `?${part.labels.join('/')}=${part.text}`),
  ]
}

describe('answers in one message', () => {
  const four = ['1=ya', '2=40%', '3=15jt', '4=tdk ada']
  it.each([
    '1 ya 2 40% 3 15jt 4 tdk ada',
    '1. ya 2. 40% 3. 15jt 4. tdk ada',
    '1) ya 2) 40% 3) 15jt 4) tdk ada',
    '(1) ya (2) 40% (3) 15jt (4) tdk ada',
    '1.ya 2.40% 3.15jt 4.tdk ada',
    '1=ya, 2=40%, 3=15jt, 4=tdk ada',
    '1: ya; 2: 40%; 3: 15jt; 4: tdk ada',
    '1-ya 2-40% 3-15jt 4-tdk ada',
    'no 1 ya no 2 40% no 3 15jt no 4 tdk ada',
    '1 ya\n2 40%\n\n3 15jt\n4 tdk ada',
    'Selamat pagi pak. 1 ya 2 40% 3 15jt 4 tdk ada',
  ])('%j', (text) => expect(shown(text, upTo(4))).toEqual(four))

  it.each([
    ['1 ya 2 2 3 15jt', 3, ['1=ya', '2=2', '3=15jt']],
    ['1 3 2 40 3 15jt', 3, ['1=3', '2=40', '3=15jt']],
    ['1 5 2 4 3 3 4 2 5 1', 5, ['1=5', '2=4', '3=3', '4=2', '5=1']],
    ['1 12 juli 2 7 L 5 P 3 3 4 ya', 4, ['1=12 juli', '2=7 L 5 P', '3=3', '4=ya']],
    ['1 selesai 2 3 ekor 3 2 orang 4 5 jt', 4, ['1=selesai', '2=3 ekor', '3=2 orang', '4=5 jt']],
    ['1 ya 3 15jt', 4, ['1=ya', '3=15jt']],
    ['3 15jt\n1 ya\n2 tidak', 3, ['3=15jt', '1=ya', '2=tidak']],
    [
      '1. Selesai 2. 12 orang (7 L, 5 P) 3. 1, 3 dan 5 4. 2.500.000',
      5,
      ['1=Selesai', '2=12 orang (7 L, 5 P)', '3=1, 3 dan 5', '4=2.500.000'],
    ],
    ['1. ya 2. baru 3.5 ha', 3, ['1=ya', '2=baru 3.5 ha']],
    ['1.ya 2.2.5 ha 3.ya', 3, ['1=ya', '2=2.5 ha', '3=ya']],
    ['1 ya 2 12/7/2024 3 ya', 3, ['1=ya', '2=12/7/2024', '3=ya']],
    ['1 bibit 2 dana', 2, ['1=bibit', '2=dana']],
  ])('numbers inside answers are no labels: %s', (text, labels, expected) =>
    expect(shown(text, upTo(labels))).toEqual(expected),
  )

  it.each([
    ['no.1 ya no.2 3 ekor', 2, ['1=ya', '2=3 ekor']],
    ['pertanyaan 1 ya, pertanyaan 2 tidak', 2, ['1=ya', '2=tidak']],
    ['yang pertama sudah, yang kedua belum', 2, ['1=sudah', '2=belum']],
    ['satu ya dua puluh orang dua tidak', 2, ['1=ya dua puluh orang', '2=tidak']],
    ['1/ sudah 2/ belum', 2, ['1=sudah', '2=belum']],
    ['*1.* sudah\n*2.* 6 kader', 2, ['1=sudah', '2=6 kader']],
    ['1,ya\n2,3 ekor', 2, ['1=ya', '2=3 ekor']],
    ['1. -\n2. ada', 2, ['1=-', '2=ada']],
    ['1. ya 2. 3. ada', 3, ['1=ya', '3=ada']],
    ['1-3 ya, 4 tidak', 4, ['1=ya', '2=ya', '3=ya', '4=tidak']],
    ['1 dan 2 sudah, 3 belum', 3, ['1=sudah', '2=sudah', '3=belum']],
    ['1-3 orang\n2 ya', 3, ['1=3 orang', '2=ya']],
    ['3. belum 1. sudah 2. 8 org', 3, ['3=belum', '1=sudah', '2=8 org']],
    ['1.ya2.tidak', 2, ['1=ya', '2=tidak']],
    ['ya\n40%', 2, ['1=ya', '2=40%']],
  ])('labels in other manners: %j', (text, labels, expected) => expect(shown(text, upTo(labels))).toEqual(expected))

  it('letters and dotted numbers are labels too', () => {
    expect(shown('a ya b. 40% C) 15jt', ['a', 'b', 'c'])).toEqual(['a=ya', 'b=40%', 'c=15jt'])
    expect(shown('3.1 ya 3.2 40% 3.3. 15jt', ['3.1', '3.2', '3.3'])).toEqual(['3.1=ya', '3.2=40%', '3.3=15jt'])
  })

  it('what can be cut in two ways is returned as unclear', () => {
    expect(shown('1 ya 2 10 orang 3 laki 3 15jt', upTo(3))).toEqual(['1=ya', '?2/3=10 orang 3 laki 3 15jt'])
    expect(shown('1 ya 2 tidak 3', upTo(3))).toEqual(['1=ya', '?2/3=tidak 3'])
    expect(shown('ya\n40%', upTo(3))).toEqual(['?=ya\n40%'])
    expect(shown('12 orang', upTo(12))).toEqual(['?=12 orang'])
    expect(shown('harga 1 ya 2 tidak', upTo(2))).toEqual(['1=ya', '2=tidak', '?=harga'])
    expect(shown('7 belum 5 sudah', ['5', '6', '7'])).toEqual(['?7/5=belum 5 sudah'])
    expect(shown('1 2 3 4', upTo(4))).toEqual(['?1/3=1 2 3 4'])
    expect(shown('1 3 ekor 2 ekor mati 3 tdk', upTo(3))).toEqual(['3=tdk', '?1/2=3 ekor 2 ekor mati'])
    expect(shown('', upTo(2))).toEqual([])
  })
})
