import { describe, expect, it } from 'vitest'
import { press } from '../../src/engine/press.ts'
import { smallForm, Talk } from './talk.ts'

const villages = Array.from({ length: 60 }, (_, i) => {
  const name = `${['Waihama', 'Kataloka', 'Karay'][i % 3]} ${['Barat', 'Timur'][i % 2]} ${i + 1}`
  return `{ name: d${i + 1}, label: ${name}${i === 59 ? ', synonyms: "pelabuhan besar"' : ''} }`
})
const talk = (type = 'select_one') =>
  new Talk(
    smallForm(
      `  - { type: ${type} desa, name: desa, label: Desa mana?, required: "true" }\n  - { type: integer, name: n, label: Berapa? }`,
      `choices:\n  desa: [${villages.join(', ')}]`,
    ),
  )
const shown = (one: Talk) => one.last('question-asked')?.choices?.map(({ number }) => number)

describe('a list that is too long for one message', () => {
  it('comes a page at a time, turns with "lagi", and begins again behind the last', () => {
    const one = talk()
    expect(shown(one)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    expect(one.last('question-asked')?.part).toEqual({ of: 60 })
    expect(shown(one.say('lagi'))?.[0]).toBe(21)
    expect(shown(one.say('Berikutnya'))?.[0]).toBe(41)
    expect(shown(one.say('lagi'))?.[0]).toBe(1)
    expect(shown(one.say('sebelumnya'))?.[0]).toBe(41)
    expect(shown(one.press(press.more))?.[0]).toBe(1)
    expect(one.value('desa')).toBeUndefined()
  })

  it('is searched by typing, and numbers stay those of the list', () => {
    const one = talk().say('waihama timur')
    expect(shown(one)).toEqual([4, 10, 16, 22, 28, 34, 40, 46, 52, 58])
    expect(one.last('question-asked')?.part).toEqual({ of: 60, search: 'waihama timur', found: 10 })
    expect(one.kinds).toEqual(['question-asked'])
    expect(one.say('28').value('desa')).toBe('d28')
    expect(talk().press(33).value('desa')).toBe('d34')
    expect(talk().say('47').value('desa')).toBe('d47')
    expect(talk().say('Karay Barat 3').value('desa')).toBe('d3')
  })

  it('finds beginnings and other words for a choice, and says what it does not find', () => {
    expect(shown(talk().say('kara ti'))).toEqual([6, 12, 18, 24, 30, 36, 42, 48, 54, 60])
    expect(talk().say('pelabuhan besar').value('desa')).toBe('d60')
    expect(talk().say('zzz').kinds).toContain('answer-refused')
  })

  it('keeps the page and the ticks where several may be chosen', () => {
    const one = talk('select_multiple').say('lagi').press(20).press(24)
    expect(shown(one)?.[0]).toBe(21)
    expect(one.last('question-asked')?.multiple?.chosen).toEqual(['d21', 'd25'])
    expect(one.say('lagi').press(40).press(press.done).value('desa')).toEqual(['d21', 'd25', 'd41'])
  })

  it('is not written out in the message that holds the whole form', () => {
    const [first] = talk().say('semua').last('all-asked')?.entries ?? []
    expect(first).toMatchObject({ question: 'desa', many: 60 })
    expect(first?.choices).toBeUndefined()
  })

  it('leaves "lagi" and "lanjut" alone at a short one', () => {
    const short = new Talk(
      smallForm(
        '  - { type: select_one k, name: a, label: Apa? }',
        'choices:\n  k: [{ name: x, label: Satu lagi }, { name: y, label: Cukup sudah }]',
      ),
    )
    expect(short.say('lagi').value('a')).not.toBe('y')
  })
})

describe('kinds of question that a chat asks in its own way', () => {
  it('puts an order as it was typed', () => {
    const rank = () =>
      new Talk(
        smallForm(
          '  - { type: rank k, name: a, label: Urutkan }',
          'choices:\n  k: [{ name: jalan, label: Jalan }, { name: air, label: Air bersih }, { name: listrik, label: Listrik }]',
        ),
      )
    for (const text of ['3 1 2', '3,1,2', '3. 1. 2', 'listrik, jalan, lalu air bersih', 'Listrik > Jalan > Air bersih'])
      expect([text, rank().say(text).value('a')]).toEqual([text, ['listrik', 'jalan', 'air']])
    for (const text of ['3 1', '3 3 1', 'listrik, jalan'])
      expect([text, rank().say(text).value('a')]).toEqual([text, undefined])
    expect(rank().press(2).press(0).press(1).press(press.done).value('a')).toEqual(['listrik', 'jalan', 'air'])
  })

  it.each([
    ['12 Juli 2024 14.30', '2024-07-12T14:30'],
    ['12 Juli 2024 jam 2 siang', '2024-07-12T14:00'],
    ['12/7/2024 08:05', '2024-07-12T08:05'],
    ['2024-07-12T08:05', '2024-07-12T08:05'],
    ['12 Juli, 14.15', '2024-07-12T14:15'],
    ['kemarin jam 9 pagi', '2024-08-13T09:00'],
  ])('reads "%s" as a day and a time', (text, value) => {
    expect(new Talk(smallForm('  - { type: dateTime, name: a, label: Kapan? }')).say(text).value('a')).toBe(value)
  })

  it.each([
    ['year', '2015', '2015-01-01', '2015'],
    ['year', 'tahun 2015', '2015-01-01', '2015'],
    ['year', '12 Juli 2015', '2015-01-01', '2015'],
    ['month-year', 'Maret 2024', '2024-03-01', 'Maret 2024'],
    ['', '12 Juli 2024', '2024-07-12', 'Jumat, 12 Juli 2024'],
  ])('asks no more of a date than its appearance "%s"', (appearance, text, value, echo) => {
    const one = new Talk(smallForm(`  - { type: date, name: a, label: Kapan?, appearance: "${appearance}" }`)).say(text)
    expect([one.value('a'), one.last('answer-recorded')?.echo]).toEqual([value, echo])
  })

  it('says what may only be read, and does not ask it', () => {
    const one = new Talk(
      smallForm(
        `
  - { type: text, name: petunjuk, label: "Baca dulu:", read_only: "yes", default: halaman 2 }
  - { type: select_one k, name: kepala, label: Kepala tabel, appearance: label }
  - { type: integer, name: n, label: Berapa? }`,
        'choices:\n  k: [{ name: x, label: Satu }]',
      ),
    )
    expect(one.last('question-asked')).toMatchObject({ question: 'n', introduction: 'Baca dulu: halaman 2' })
    expect(one.say('3').kinds).toContain('recap-shown')
  })

  it('tells what the form suggests from what was reported', () => {
    const one = new Talk(smallForm('  - { type: integer, name: n, label: Berapa?, default: "5" }'))
    expect(one.last('question-asked')).toMatchObject({ previous: '5', suggested: true })
    expect(one.say('sama').value('n')).toBe(5)
  })

  it('names the ends of a scale', () => {
    const one = new Talk(smallForm('  - { type: range, name: n, label: Nilai?, parameters: start=0 end=10 step=2 }'))
    expect(one.last('question-asked')?.scale).toEqual({ from: 0, to: 10 })
    expect(one.say('7').value('n')).toBeUndefined()
    expect(one.say('8').value('n')).toBe(8)
  })
})
