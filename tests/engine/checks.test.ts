import { describe, expect, it } from 'vitest'
import { smallForm, Talk } from './talk.ts'

const harvest = smallForm(`
  - { type: percent, name: persen, label: Berapa persen?, confirm: ". < 40", confirm_message: "Putaran lalu 40. Betul turun?", reason: "true" }
  - { type: quantity_unit, name: hasil, label: Hasilnya?, unit_family: "'ekor'", constraint: ". >= 0", confirm: ". > 150", confirm_message: "Jauh di atas rencana. Betul?" }
  - { type: integer, name: orang, label: Berapa orang? }
  - { type: integer, name: ibu, label: Berapa ibu?, constraint: ". <= \${orang}", constraint_message: Terlalu banyak. }`)

describe('a soft check', () => {
  it('asks, and a yes takes the value', () => {
    const talk = new Talk(harvest).say('50', '200 ekor')
    expect(talk.last('confirmation-asked')).toMatchObject({ message: 'Jauh di atas rencana. Betul?', echo: '200 ekor' })
    expect(talk.value('hasil')).toBeUndefined()
    expect(talk.say('ya').value('hasil')).toEqual({ value: 200, unit: 'ekor' })
  })

  it('takes a new value typed in its place', () => {
    expect(new Talk(harvest).say('50', '200 ekor', '20 ekor').value('hasil')).toEqual({ value: 20, unit: 'ekor' })
  })

  it.each(['ubah', 'tidak', '2'])('puts the question again on "%s"', (reply) => {
    const talk = new Talk(harvest).say('50', '200 ekor', reply)
    expect(talk.asked).toBe('hasil')
    expect(talk.value('hasil')).toBeUndefined()
  })

  it('wants a sentence where the form wants a reason', () => {
    const talk = new Talk(harvest).say('30', 'ya')
    expect(talk.last('reason-asked')?.why).toBe('soft_check')
    talk.say('banyak yang mati kena banjir')
    expect(talk.last('answer-recorded')).toMatchObject({ value: 30, raw: '30', reason: 'banyak yang mati kena banjir' })
  })

  it('is not asked of a value that is as expected', () => {
    expect(new Talk(harvest).say('60').kinds).toEqual(['answer-recorded', 'question-asked'])
  })

  it('survives a side step', () => {
    const talk = new Talk(harvest).say('50', '200 ekor', 'ringkasan')
    expect(talk.kinds).toEqual(['recap-shown', 'confirmation-asked'])
  })
})

describe('hard rules', () => {
  it('a quantity of another family is refused', () => {
    const talk = new Talk(harvest).say('50', '20 liter')
    expect(talk.last('answer-refused')?.reason).toBe('unit_family')
  })

  it('an answer that a later change makes impossible is asked again', () => {
    const talk = new Talk(harvest).say('50', '20 ekor', '9', '8', 'ubah 3', '5')
    expect(talk.last('question-asked')).toMatchObject({ path: 'ibu', because: 'edited', previous: '8' })
    expect(talk.say('4').kinds).toContain('recap-shown')
  })
})

const sums = smallForm(`
  - { type: integer, name: a, label: A? }
  - { type: integer, name: b, label: B? }
  - { type: calculate, name: jumlah, calculation: "\${a} + \${b}" }
  - { type: calculate, name: ganda, calculation: "\${jumlah} * 2" }
  - { type: note, name: catatan, label: "Jadi \${jumlah}." }
  - { type: integer, name: c, label: "Dari \${ganda}, berapa?" , default: "\${jumlah}"}`)

describe('calculations', () => {
  it('are rows when they have a value, and notes are said with the next question', () => {
    const talk = new Talk(sums).say('1', '2')
    expect(
      talk.events
        .filter((event) => event.kind === 'answer-recorded')
        .map((event) => [event.path, event.value, event.by]),
    ).toEqual([
      ['b', 2, 'person'],
      ['jumlah', '3', 'calculated'],
      ['ganda', '6', 'calculated'],
    ])
    expect(talk.last('question-asked')).toMatchObject({
      text: 'Dari 6, berapa?',
      introduction: 'Jadi 3.',
      previous: '3',
    })
  })

  it('are worked out again in order when something they read changes, each once', () => {
    const talk = new Talk(sums).say('1', '2', 'ubah 1', '5')
    expect(
      talk.events.filter((event) => event.kind === 'answer-recorded').map((event) => [event.path, event.value]),
    ).toEqual([
      ['a', 5],
      ['jumlah', '7'],
      ['ganda', '14'],
    ])
  })

  it('write no row when the value stays', () => {
    const talk = new Talk(sums).say('1', '2', 'ubah 1', '1')
    expect(talk.events.filter((event) => event.kind === 'answer-recorded')).toHaveLength(1)
  })

  it('a default is offered and taken with "sama"', () => {
    const talk = new Talk(sums).say('1', '2', 'sama')
    expect(talk.last('answer-recorded')).toMatchObject({ path: 'c', value: 3, by: 'default' })
  })
})

describe('the seat', () => {
  const form = smallForm(
    `
  - { type: select_one pengisi, name: pengisi, label: Siapa yang mengisi?, source: seat }
  - { type: integer, name: a, label: A? }`,
    'choices: { pengisi: [{ name: kades, label: Kades }, { name: sekdes, label: Sekdes }] }',
  )
  it('answers for its writer', () => {
    const talk = new Talk(form, { seat: 'sekdes' })
    expect(talk.last('answer-recorded')).toMatchObject({ path: 'pengisi', value: 'sekdes', by: 'seat' })
    expect(talk.asked).toBe('a')
  })
  it('is asked for when somebody writes for another', () => {
    expect(new Talk(form).asked).toBe('pengisi')
  })
})

describe('lists that depend on an answer', () => {
  const form = smallForm(
    `
  - { type: select_one kec, name: kec, label: Kecamatan? }
  - { type: select_one desa, name: desa, label: Desa?, choice_filter: "kec = \${kec}" }
  - { type: integer, name: a, label: A? }`,
    `choices:
  kec: [{ name: utara, label: Utara }, { name: timur, label: Timur }]
  desa:
    - { name: wai, label: Wai, columns: { kec: utara } }
    - { name: lolo, label: Lolo, columns: { kec: utara } }
    - { name: kahi, label: Kahi, columns: { kec: timur } }`,
  )
  it('offer what fits', () => {
    expect(
      new Talk(form)
        .say('Utara')
        .last('question-asked')
        ?.choices?.map((choice) => choice.code),
    ).toEqual(['wai', 'lolo'])
  })
  it('an answer that is no longer offered is cleared and asked again', () => {
    const talk = new Talk(form).say('Utara', 'Lolo', 'ubah 1', 'Timur')
    expect(talk.last('answer-cleared')?.path).toBe('desa')
    expect(talk.asked).toBe('desa')
  })
})

describe('photos', () => {
  const form = smallForm(`
  - { type: image, name: foto, label: Kirim foto?, appearance: up-to-3 }
  - { type: integer, name: a, label: A? }`)
  it('several in a row are all kept, and "cukup" goes on', () => {
    const talk = new Talk(form).photo('p1', 'kebun').photo('p2')
    expect(talk.last('question-asked')?.photos).toEqual({ kept: 2, most: 3 })
    expect(talk.say('cukup').asked).toBe('a')
    expect(talk.value('foto')).toEqual(['p1', 'p2'])
  })
  it('the last one allowed goes on by itself', () => {
    expect(new Talk(form).photo('p1').photo('p2').photo('p3').asked).toBe('a')
  })
  it('can be left out', () => {
    expect(new Talk(form).say('lewati').session.answers.foto).toEqual({ skipped: '' })
  })
  it('a text is no photo', () => {
    expect(new Talk(form).say('sudah saya foto kemarin').last('answer-refused')?.reason).toBe('photo_expected')
  })
})
