import { describe, expect, it } from 'vitest'
import { plan, villageTalk } from './cast.ts'
import { smallForm, Talk } from './talk.ts'

const activity = smallForm(
  `
  - { type: integer, name: banyak, label: Berapa kegiatan? }
  - type: repeat
    name: kegiatan
    repeat_count: \${banyak}
    questions:
      - { type: select_one status, name: status, label: Keadaannya?, required: "true" }
      - { type: percent, name: persen, label: Berapa persen?, relevant: "\${status} = 'berjalan'", confirm: ". < 10", confirm_message: "Betul?" }
      - { type: select_multiple kendala, name: kendala, label: Kendalanya? }
      - { type: quantity_unit, name: hasil, label: Hasilnya? }
      - { type: text, name: cerita, label: Ceritanya? }
  - { type: integer, name: z, label: Z? }`,
  `choices:
  status: [{ name: selesai, label: Sudah selesai }, { name: berjalan, label: Sedang berjalan, synonyms: berjalan }]
  kendala: [{ name: dana, label: Dana }, { name: cuaca, label: Cuaca }, { name: alat, label: Alat }]`,
)

const first = () => new Talk(activity).say('2')
const given = (talk: Talk) =>
  talk.events.filter((event) => event.kind === 'answer-recorded').map((event) => [event.question, event.value])

describe('several answers in one message', () => {
  it('in the order of the questions', () => {
    const talk = first().say('berjalan, 40%, dana')
    expect(given(talk)).toEqual([
      ['status', 'berjalan'],
      ['persen', 40],
      ['kendala', ['dana']],
    ])
    expect(talk.asked).toBe('kegiatan[n1]/hasil')
  })

  it('are said back, each of them', () => {
    const talk = first().say('berjalan, 40%, dana')
    expect(talk.events.filter((event) => event.kind === 'answer-recorded').map((event) => event.echo)).toEqual([
      'Sedang berjalan',
      '40%',
      'Dana',
    ])
  })

  it('by line', () => {
    expect(given(first().say('berjalan\n40%\ndana, cuaca\n250 ekor'))).toEqual([
      ['status', 'berjalan'],
      ['persen', 40],
      ['kendala', ['dana', 'cuaca']],
      ['hasil', { value: 250, unit: 'ekor' }],
    ])
  })

  it('further choices of one question are that question', () => {
    expect(given(first().say('berjalan, 40%, dana, cuaca'))).toContainEqual(['kendala', ['dana', 'cuaca']])
  })

  it('numbered by the questions of the activity', () => {
    const talk = first().say('1. sudah selesai\n3. dana\n4. 250 ekor')
    expect(given(talk)).toEqual([
      ['status', 'selesai'],
      ['kendala', ['dana']],
      ['hasil', { value: 250, unit: 'ekor' }],
    ])
    expect(talk.asked).toBe('kegiatan[n1]/cerita')
  })

  it('are all taken or none: one piece that is no answer leaves them to be asked', () => {
    const talk = first().say('berjalan, 40%, entah bagaimana')
    expect(given(talk).length).toBeLessThanOrEqual(1)
    expect(talk.session.answers['kegiatan[n1]/persen']).toBeUndefined()
  })

  it('a value that must be checked first is not slipped in', () => {
    const talk = first().say('berjalan, 5%')
    expect(talk.session.answers['kegiatan[n1]/persen']).toBeUndefined()
  })

  it('do not reach into the next activity', () => {
    const talk = first().say('sudah selesai, dana, 250 ekor')
    expect(talk.asked).toBe('kegiatan[n1]/cerita')
    expect(Object.keys(talk.session.answers).some((path) => path.startsWith('kegiatan[n2]'))).toBe(false)
  })

  it('the two numbers of one answer are one answer', () => {
    const form = smallForm(`
  - { type: count_by_sex, name: hadir, label: Siapa?, example: "7 L 5 P" }
  - { type: integer, name: lansia, label: Lansia? }`)
    const talk = new Talk(form).say('7 laki-laki, 5 perempuan')
    expect(talk.value('hadir')).toEqual({ total: 12, l: 7, p: 5 })
    expect(talk.asked).toBe('lansia')
  })

  it('never fill a free text', () => {
    const talk = first().say('sudah selesai, dana, 250 ekor, hujan terus')
    expect(talk.session.answers['kegiatan[n1]/cerita']).toBeUndefined()
  })
})

describe('the whole report in one message', () => {
  it('is asked by the numbers of "ubah", read, and only the rest asked', () => {
    const talk = villageTalk({ lists: { kegiatan: plan.slice(0, 2), laporan_lalu: [] } }).say('mulai', 'semua')
    expect(talk.last('all-asked')?.entries.map((entry) => entry.label)).toEqual(['a', 'b', '1.1', '2.1', 'f'])
    talk.say('a. 12 agustus 2024\nb. 7 laki-laki 5 perempuan\n1.1. belum mulai\n2.1. kurang tahu\nf. hujan terus')
    expect(talk.value('hadir')).toEqual({ total: 12, l: 7, p: 5 })
    expect(talk.value('kegiatan[e1]/status')).toBe('belum')
    expect(talk.value('pelajaran')).toBe('hujan terus')
    expect(talk.asked).toBe('kegiatan[e1]/kendala')
  })
})
