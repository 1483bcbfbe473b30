import { describe, expect, it } from 'vitest'
import { resume } from '../../src/engine/engine.ts'
import { smallForm, Talk } from './talk.ts'

const survey = `
  - { type: integer, name: a, label: A?, required: "true" }
  - { type: integer, name: b, label: B? }
  - { type: yesno, name: cerita, label: Ada cerita?, appearance: follow_on }`
const plain = smallForm(survey)
const withRecap = smallForm(`${survey}
  - { type: acknowledge, name: ringkasan, label: Sudah benar?, appearance: recap, constraint: "\${a} >= \${b}", constraint_message: B lebih besar dari A., confirm: "\${a} = \${b}", confirm_message: "A dan B sama. Betul?" }
  - { type: text, name: pembaca, label: Siapa yang menyetujui? }`)

describe('the recap', () => {
  it('comes before anything counts as reported', () => {
    const talk = new Talk(plain).say('3', '2', 'tidak')
    expect(talk.last('recap-shown')).toMatchObject({
      purpose: 'recap',
      submitted: false,
      lines: [
        { label: '1', name: 'A?', value: '3', state: 'given' },
        { label: '2', value: '2' },
        { label: '3', value: 'Tidak' },
      ],
    })
    expect(talk.all.some((event) => event.kind === 'report-submitted')).toBe(false)
    expect(talk.say('ya').kinds).toContain('report-submitted')
    expect(talk.session.state).toBe('submitted')
  })

  it.each(['ya', 'kirim', 'sudah benar', '1'])('is confirmed by "%s"', (reply) => {
    expect(new Talk(plain).say('3', '2', 'tidak', reply).kinds).toContain('report-submitted')
  })

  it('comes again after a change', () => {
    const talk = new Talk(plain).say('3', '2', 'tidak', 'ubah 2', '1')
    expect(talk.kinds).toEqual(['answer-recorded', 'recap-shown'])
  })

  it('takes a bare number as the line to change', () => {
    expect(new Talk(plain).say('3', '2', 'tidak', '3').asked).toBe('cerita')
  })

  it("uses the form's own text, and its checks over the whole", () => {
    const talk = new Talk(withRecap).say('3', '5', 'tidak')
    expect(talk.last('recap-shown')?.text).toBe('Sudah benar?')
    talk.say('ya')
    expect(talk.last('answer-refused')).toMatchObject({ reason: 'constraint', message: 'B lebih besar dari A.' })
    expect(talk.kinds).not.toContain('report-submitted')
    talk.say('ubah 2', '3', 'ya')
    expect(talk.last('confirmation-asked')?.message).toBe('A dan B sama. Betul?')
    expect(talk.say('ya').kinds).toContain('report-submitted')
  })

  it('may have questions behind it, which are asked once the report is in', () => {
    const talk = new Talk(withRecap).say('3', '1', 'tidak', 'ya')
    expect(talk.kinds).toContain('report-submitted')
    expect(talk.asked).toBe('pembaca')
    expect(talk.say('Ibu Rina').kinds).toEqual(['answer-recorded'])
    expect(talk.session).toMatchObject({ state: 'submitted', awaits: { kind: 'nothing' } })
  })

  it('can be switched off for short dialogues', () => {
    const source = plain.source
    const form = { ...plain, source: { ...source, settings: { ...source.settings, recap: 'no' } } }
    expect(new Talk(form).say('3', '2', 'tidak').kinds).toContain('report-submitted')
  })

  it('notes what a later form deals with', () => {
    const talk = new Talk(plain).say('3', '2', 'ya', 'ya')
    expect(talk.last('follow-on-noted')).toEqual({ kind: 'follow-on-noted', what: 'cerita', path: 'cerita' })
  })
})

describe('after submission', () => {
  const submitted = () => {
    const talk = new Talk(plain).say('3', '2', 'tidak', 'ya')
    talk.reportState = 'submitted'
    return talk
  }

  it('a correction wants a reason, and is one', () => {
    const talk = submitted().say('ubah 1', '4')
    expect(talk.last('reason-asked')?.why).toBe('correction')
    expect(talk.value('a')).toBe(3)
    talk.say('salah hitung')
    expect(talk.kinds).toEqual(['answer-recorded', 'report-corrected'])
    expect(talk.last('answer-recorded')).toMatchObject({ path: 'a', value: 4, replaced: true, reason: 'salah hitung' })
    expect(talk.session.state).toBe('submitted')
  })

  it('what others see to is noted with a correction too', () => {
    const talk = submitted().say('ubah 3', 'ya', 'baru ada')
    expect(talk.last('follow-on-noted')).toMatchObject({ what: 'cerita' })
  })

  it('"eh salah" corrects the last answer', () => {
    expect(submitted().say('eh salah, ya', 'lupa').value('cerita')).toBe('ya')
  })

  it('what is verified does not change', () => {
    const talk = submitted()
    talk.reportState = 'verified'
    expect(talk.say('ubah 1 jadi 9').kinds).not.toContain('answer-recorded')
    expect(talk.value('a')).toBe(3)
  })

  it('an answer that was sent back is asked again with the comment, and the report goes in again', () => {
    const talk = submitted()
    talk.reportState = 'returned'
    talk.give({ kind: 'returned', path: 'b', comment: 'Mohon dicek lagi' })
    expect(talk.last('question-asked')).toMatchObject({
      path: 'b',
      because: 'returned',
      returnedComment: 'Mohon dicek lagi',
      previous: '2',
    })
    talk.say('1')
    expect(talk.kinds).toEqual(['answer-recorded', 'report-corrected', 'report-submitted'])
    expect(talk.last('report-submitted')?.again).toBe(true)
  })

  it('of several sent back each is asked before the report goes in again', () => {
    const talk = submitted()
    talk.reportState = 'returned'
    talk.give({ kind: 'returned', path: 'b', comment: 'cek' }).give({ kind: 'returned', path: 'a', comment: 'cek' })
    expect(talk.asked).toBe('a')
    expect(talk.say('5').asked).toBe('b')
    expect(talk.say('sama').kinds).toContain('report-submitted')
  })

  it('other words say nothing', () => {
    expect(submitted().say('terima kasih').kinds).toEqual([])
  })
})

describe('an edited message', () => {
  it('is read again for its question, and what was open is open again', () => {
    const talk = new Talk(plain).say('3').give({ kind: 'correction', path: 'a', text: '5' })
    expect(talk.last('answer-recorded')).toMatchObject({ path: 'a', value: 5, replaced: true })
    expect(talk.asked).toBe('b')
  })

  it('that is unclear opens its question', () => {
    const talk = new Talk(plain).say('3').give({ kind: 'correction', path: 'a', text: 'tidak jelas' })
    expect(talk.asked).toBe('a')
    expect(talk.value('a')).toBe(3)
  })

  it('of a question that is gone changes nothing', () => {
    const talk = new Talk(plain).say('3').give({ kind: 'correction', path: 'tidak/ada', text: '5' })
    expect(talk.asked).toBe('b')
  })
})

describe('entities', () => {
  const form = smallForm(
    `
  - type: repeat
    name: kegiatan
    over: instance('kegiatan')/root/item
    questions:
      - { type: select_one status, name: status, label: "\${label}?", save_to: status, previous: "instance('laporan_lalu')/root/item[name = \${name}]/status" }
      - { type: percent, name: persen, label: Berapa persen?, save_to: persen, relevant: "\${status} = 'jalan'" }`,
    `choices: { status: [{ name: jalan, label: Jalan }, { name: selesai, label: Selesai }] }
entities:
  - { list_name: kegiatan, entity_id: "\${name}", update_if: "\${status} != ''", repeat: kegiatan }`,
  )
  const lists = {
    kegiatan: [
      { name: 'e1', label: 'Ternak' },
      { name: 'e2', label: 'Kebun' },
    ],
  }

  it('change with the answers, when the report is in', () => {
    const talk = new Talk(form, { lists }).say('jalan', '30', 'selesai', 'ya')
    expect(talk.events.filter((event) => event.kind === 'entity-changed')).toEqual([
      {
        kind: 'entity-changed',
        list: 'kegiatan',
        entityId: 'e1',
        create: false,
        values: { status: 'jalan', persen: '30' },
      },
      { kind: 'entity-changed', list: 'kegiatan', entityId: 'e2', create: false, values: { status: 'selesai' } },
    ])
  })

  it('change with a correction of what was sent', () => {
    const talk = new Talk(form, { lists }).say('jalan', '30', 'selesai', 'ya')
    talk.reportState = 'submitted'
    talk.say('ubah 1.1', 'selesai', 'baru selesai kemarin')
    const changed = talk.events.filter((event) => event.kind === 'entity-changed')
    expect(changed[0]).toMatchObject({ entityId: 'e1', values: { status: 'selesai' } })
    // going to a question and leaving it again changes nothing
    expect(talk.say('ubah 1.1', 'batal').kinds).not.toContain('entity-changed')
  })

  it('do not change where everything stayed the same', () => {
    const talk = new Talk(form, { lists: { ...lists, laporan_lalu: [{ name: 'e1', status: 'selesai' }] } })
    talk.say('semua sama', 'selesai', 'ya')
    expect(talk.events.filter((event) => event.kind === 'entity-changed')).toHaveLength(1)
  })
})

describe('a session moved to a newer version of its form', () => {
  it('is asked what is new before its report goes in', () => {
    const talk = new Talk(plain).say('3', '2', 'tidak')
    const newer = smallForm(
      survey.replace('name: b,', 'name: baru, label: Baru?, required: "true" }\n  - { type: integer, name: b,'),
    )
    const moved = resume(newer, talk.session, { kind: 'text', text: 'ya' }, talk.context())
    expect(moved.events.map((event) => event.kind)).toEqual(['question-asked'])
    expect(moved.session.awaits).toMatchObject({ path: 'baru' })
    const done = resume(newer, moved.session, { kind: 'text', text: '4' }, talk.context())
    expect(done.events.map((event) => event.kind)).toEqual(['answer-recorded', 'recap-shown'])
  })
})
