import { describe, expect, it } from 'vitest'
import { recapOf } from '../../src/engine/recap.ts'
import { smallForm, Talk } from './talk.ts'

const survey = `
  - { type: integer, name: n, label: Berapa orang?, required: "true" }
  - type: repeat
    name: orang
    label: Anggota
    repeat_count: \${n}
    questions:
      - { type: text, name: nama, label: Siapa?, required: "true" }
      - { type: integer, name: umur, label: Umur?, required: "true" }
      - type: repeat
        name: sekolah
        label: Sekolah
        repeat_count: "if(\${umur} > 6, 1, 0)"
        questions:
          - { type: integer, name: kelas, label: Kelas?, required: "true" }
          - type: repeat
            name: tahun
            label: Tahun
            repeat_count: "2"
            questions:
              - { type: integer, name: nilai, label: Nilai?, required: "true" }
  - { type: integer, name: z, label: Lain? }`
const talk = () => new Talk(smallForm(survey)).say('2', 'Maria', '10', '4', '70', '80', 'Yusuf', '3')
const lines = (one: Talk) =>
  recapOf(one.form, one.session, one.context())
    .filter(({ state }) => state !== 'open')
    .map(({ label, name, value, indent }) => `${' '.repeat(indent)}${label} ${name}${value && `: ${value}`}`)

describe('repeats inside repeats', () => {
  it('stand in the recap with all that was said, under labels that "ubah" takes', () => {
    const one = talk()
    expect(one.asked).toBe('z')
    expect(lines(one)).toEqual([
      'a Berapa orang?: 2',
      '1 Maria',
      ' 1.1 Siapa?: Maria',
      ' 1.2 Umur?: 10',
      ' 1.3.1 Sekolah 1',
      '  1.3.1.1 Kelas?: 4',
      ' 1.3.1.2.1 Tahun 1',
      '  1.3.1.2.1.1 Nilai?: 70',
      ' 1.3.1.2.2 Tahun 2',
      '  1.3.1.2.2.1 Nilai?: 80',
      '2 Yusuf',
      ' 2.1 Siapa?: Yusuf',
      ' 2.2 Umur?: 3',
    ])
    expect(one.say('ubah 1.3.1.1').asked).toBe('orang[n1]/sekolah[n1]/kelas')
    expect(one.say('5').value('orang[n1]/sekolah[n1]/kelas')).toBe(5)
    expect(one.say('ubah 1.3.1.2.2.1 jadi 90').value('orang[n1]/sekolah[n1]/tahun[n2]/nilai')).toBe(90)
  })

  it('a number alone means the answer of the item that is listed', () => {
    const one = talk().say('ubah 1')
    expect(one.last('change-choice-asked')?.lines.map(({ label }) => label)).toContain('1.2')
    expect(one.say('2').asked).toBe('orang[n1]/umur')
  })

  it('says once that questions came along, not with each of them', () => {
    const one = talk().say('ubah 2.2 jadi 8')
    expect(one.last('question-asked')).toMatchObject({
      path: 'orang[n2]/sekolah[n1]/kelas',
      because: 'became_relevant',
    })
    const causes = new Talk(smallForm(survey)).say('1', 'Maria', '3', 'ubah a', '2')
    expect(causes.last('question-asked')).toMatchObject({ path: 'orang[n2]/nama', because: 'became_relevant' })
    expect(causes.say('Ani').last('question-asked')?.path).toBe('orang[n2]/umur')
    expect(causes.last('question-asked')?.because).toBeUndefined()
  })

  it('what is not relevant is counted nowhere', () => {
    const one = new Talk(
      smallForm(`
  - { type: yesno, name: ada, label: Ada?, required: "true" }
  - type: group
    name: g
    label: G
    relevant: "\${ada} = 'ya'"
    questions:
      - type: repeat
        name: r
        label: R
        repeat_count: "2"
        questions:
          - { type: integer, name: i, label: Berapa? }
  - { type: calculate, name: c, calculation: "count(\${r})" }
  - { type: integer, name: z, label: Lain? }`),
    ).say('ya', '4', '5')
    expect([one.asked, one.value('c')]).toEqual(['z', '2'])
    one.say('ubah a jadi tidak')
    expect(one.value('c')).toBe('0')
  })
})
