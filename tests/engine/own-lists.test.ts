import { describe, expect, it } from 'vitest'
import { smallForm, Talk } from './talk.ts'

const choices = `choices:
  kabupaten:
    - { name: sbt, label: Seram Bagian Timur, columns: { ibu_kota: Bula } }
    - { name: sbd, label: Sumba Barat Daya, columns: { ibu_kota: Tambolaka } }`

describe('a form reads its own lists', () => {
  it.each([
    ['a column of a choice', "instance('kabupaten')/root/item[name = ${kabupaten}]/ibu_kota", 'Tambolaka'],
    ['its label', "instance('kabupaten')/root/item[name = ${kabupaten}]/label", 'Sumba Barat Daya'],
    [
      'its text by id, as older workbooks have it',
      "jr:itext(instance('kabupaten')/root/item[name = ${kabupaten}]/itextId)",
      'Sumba Barat Daya',
    ],
    ['how many there are', "count(instance('kabupaten')/root/item)", '2'],
    ['the label of an answer', "jr:choice-name(${kabupaten}, '${kabupaten}')", 'Sumba Barat Daya'],
  ])('%s', (_, calculation, expected) => {
    const form = smallForm(
      `
  - { type: select_one kabupaten, name: kabupaten, label: Kabupaten?, required: "true" }
  - { type: calculate, name: hasil, calculation: "${calculation}" }
  - { type: text, name: lagi, label: Lagi? }`,
      choices,
    )
    const talk = new Talk(form).say('2')
    expect(talk.value('hasil')).toBe(expected)
  })

  it('and the label of a choice from a file', () => {
    const form = smallForm(`
  - { type: select_one_from_file pasar.csv, name: pasar, label: Pasar?, required: "true" }
  - { type: calculate, name: nama, calculation: "jr:choice-name(\${pasar}, '\${pasar}')" }
  - { type: calculate, name: hari, calculation: "pulldata('pasar', 'hari', 'name', \${pasar})" }
  - { type: text, name: lagi, label: Lagi? }`)
    const talk = new Talk(form, {
      lists: {
        pasar: [
          { name: 'p1', label: 'Pasar Lama', hari: 'Senin' },
          { name: 'p2', label: 'Pasar Baru', hari: 'Jumat' },
        ],
      },
    }).say('pasar baru')
    expect([talk.value('pasar'), talk.value('nama'), talk.value('hari')]).toEqual(['p2', 'Pasar Baru', 'Jumat'])
  })
})

describe('a number on a scale', () => {
  const scale = () =>
    new Talk(
      smallForm(
        '\n  - { type: range, name: nilai, label: Nilai?, required: "true", parameters: "start=0 end=10 step=2" }',
      ),
    )

  it.each([
    ['4', 4],
    ['10', 10],
  ])('%s is on it', (reply, value) => {
    expect(scale().say(reply).value('nilai')).toBe(value)
  })

  it.each(['3', '4,5', '12'])('%s is not', (reply) => {
    const talk = scale().say(reply)
    expect(talk.value('nilai')).toBeUndefined()
    expect(talk.last('answer-refused')).toBeDefined()
  })
})
