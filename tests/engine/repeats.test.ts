import { describe, expect, it } from 'vitest'
import { smallForm, Talk } from './talk.ts'

const growing = smallForm(`
  - { type: integer, name: a, label: A? }
  - type: repeat
    name: kebun
    label: Kebun
    questions:
      - { type: text, name: nama, label: Nama kebun? }
      - { type: integer, name: pohon, label: "Berapa pohon di \${nama}?" }
  - { type: calculate, name: semua_pohon, calculation: "sum(\${pohon})" }
  - { type: integer, name: z, label: "Dari \${semua_pohon}, berapa yang berbuah?" }`)

describe('a repeat that grows', () => {
  it('asks after each item whether another follows', () => {
    const talk = new Talk(growing).say('1', 'Waru', '10')
    expect(talk.last('question-asked')).toMatchObject({ path: 'kebun', another: { count: 1 }, text: 'Kebun' })
    talk.press(0)
    expect(talk.last('question-asked')).toMatchObject({ path: 'kebun[n2]/nama', item: { index: 2, count: 2 } })
    talk.say('Mata', '5', 'tidak')
    expect(talk.last('question-asked')).toMatchObject({ path: 'z', text: 'Dari 15, berapa yang berbuah?' })
  })

  it('keeps its numbers for "ubah 2.2"', () => {
    const talk = new Talk(growing).say('1', 'Waru', '10', 'ya', 'Mata', '5', 'tidak', 'ubah 2.2 jadi 7')
    expect(talk.value('kebun[n2]/pohon')).toBe(7)
    expect(talk.value('semua_pohon')).toBe('17')
    expect(talk.asked).toBe('z')
  })
})

const counted = smallForm(`
  - { type: integer, name: banyak, label: Berapa batch? }
  - type: repeat
    name: batch
    label: Batch
    repeat_count: \${banyak}
    questions:
      - { type: integer, name: peserta, label: Berapa peserta? }
  - { type: calculate, name: semua, calculation: "sum(\${peserta})" }
  - { type: integer, name: z, label: Z? }`)

describe('a repeat with a count', () => {
  it('has as many items as were counted', () => {
    const talk = new Talk(counted).say('2', '10', '20')
    expect(talk.asked).toBe('z')
    expect(talk.value('semua')).toBe('30')
  })

  it('loses items when the count shrinks, with their history', () => {
    const talk = new Talk(counted).say('2', '10', '20', 'ubah a', '1')
    expect(talk.last('answer-cleared')).toMatchObject({ path: 'batch[n2]/peserta', because: 'irrelevant' })
    expect(talk.value('semua')).toBe('10')
    expect(talk.asked).toBe('z')
  })

  it('asks the new items when the count grows', () => {
    const talk = new Talk(counted).say('1', '10', 'ubah a', '2')
    expect(talk.last('question-asked')).toMatchObject({ path: 'batch[n2]/peserta', because: 'became_relevant' })
    expect(talk.say('5').value('semua')).toBe('15')
  })

  it('cannot be counted into the thousands', () => {
    expect(new Talk(counted).say('100000').session.items.batch).toHaveLength(200)
  })
})

const nested = smallForm(`
  - { type: integer, name: banyak, label: Berapa kelompok? }
  - type: repeat
    name: kelompok
    repeat_count: \${banyak}
    questions:
      - { type: integer, name: anggota, label: Berapa anggota? }
      - type: group
        name: rincian
        label: Rincian anggota
        relevant: \${anggota} > 0
        questions:
          - type: repeat
            name: anggota_ke
            repeat_count: \${anggota}
            questions:
              - { type: integer, name: umur, label: Umur? }
          - { type: calculate, name: rata, calculation: "sum(\${umur}) div count(\${umur})" }
  - { type: calculate, name: tertua, calculation: "max(\${umur})" }
  - { type: integer, name: z, label: Z? }`)

describe('a repeat inside a repeat', () => {
  it('sees the nearest common item', () => {
    const talk = new Talk(nested).say('2', '2', '10', '20', '0')
    expect(talk.value('kelompok[n1]/rincian/rata')).toBe('15')
    expect(talk.value('kelompok[n2]/rincian/rata')).toBeUndefined()
    expect(talk.value('tertua')).toBe('20')
    expect(talk.asked).toBe('z')
  })

  it('clears below what becomes irrelevant', () => {
    const talk = new Talk(nested).say('1', '2', '10', '20', 'ubah 1.1', '0')
    expect(Object.keys(talk.session.answers).filter((path) => path.includes('rincian'))).toEqual([])
    expect(talk.value('tertua')).toBeUndefined()
  })

  it('introduces a group once, when it is entered', () => {
    const talk = new Talk(nested).say('1', '2')
    expect(talk.last('question-asked')?.introduction).toBe('Rincian anggota')
    expect(talk.say('10').last('question-asked')?.introduction).toBeUndefined()
  })
})

describe('a list of what was named before', () => {
  const form = smallForm(`
  - type: repeat
    name: anggota
    label: Anggota
    questions:
      - { type: text, name: nama, label: Nama? }
  - { type: "select_one \${nama}", name: ketua, label: Siapa ketuanya? }`)

  it('offers the answers given in a repeat', () => {
    const talk = new Talk(form).say('Rina', 'ya', 'Simon', 'tidak')
    expect(talk.last('question-asked')?.choices).toEqual([
      { code: 'Rina', label: 'Rina' },
      { code: 'Simon', label: 'Simon' },
    ])
    expect(talk.say('2').value('ketua')).toBe('Simon')
  })
})
