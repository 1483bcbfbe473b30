import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/lib/local-time.ts'
import { smallForm, Talk } from './talk.ts'

const visit = smallForm(`
  - { type: integer, name: anak, label: Berapa anak?, required: "true", example: "3", hint: Hitung yang di bawah 12 tahun }
  - { type: integer, name: sekolah, label: Berapa yang sekolah?, relevant: "\${anak} > 0", constraint: ". <= \${anak}", constraint_message: "Paling banyak \${anak}." }
  - { type: text, name: cerita, label: Boleh cerita sedikit?, voice: "true" }
  - { type: yesno, name: setuju, label: Setuju? }`)

describe('one question a message', () => {
  it('puts the next question with what was understood', () => {
    const talk = new Talk(visit).say('3')
    expect(talk.kinds).toEqual(['answer-recorded', 'question-asked'])
    expect(talk.last('answer-recorded')).toMatchObject({ path: 'anak', value: 3, echo: '3', raw: '3', by: 'person' })
    expect(talk.last('question-asked')).toMatchObject({ path: 'sekolah', optional: true, progress: { at: 2, of: 4 } })
  })

  it('leaves out what is not relevant', () => {
    expect(new Talk(visit).say('0').asked).toBe('cerita')
  })

  it('counts only what is in view', () => {
    expect(new Talk(visit).say('0').last('question-asked')?.progress).toEqual({ at: 2, of: 3 })
  })

  it('helps more each time, then offers a person, and never closes the question', () => {
    const talk = new Talk(visit)
    const helps = ['entahlah', 'apa ya', 'kurang tahu'].map((text) => {
      talk.say(text)
      return [talk.last('answer-refused')?.tries, talk.last('question-asked')?.help ?? talk.kinds.at(-1)]
    })
    expect(helps).toEqual([
      [1, 1],
      [2, 2],
      [3, 'human-offered'],
    ])
    expect(talk.say('4').value('anak')).toBe(4)
  })

  it('notes the wish for a person and keeps the question open', () => {
    const talk = new Talk(visit).say('entahlah', 'apa ya', 'kurang tahu')
    expect(talk.press(0).kinds).toEqual(['human-requested'])
    expect(talk.say('4').asked).toBe('sekolah')
  })

  it("refuses what the form does not allow, in the form's words", () => {
    const talk = new Talk(visit).say('3', '5')
    expect(talk.last('answer-refused')).toMatchObject({ reason: 'constraint', message: 'Paling banyak 3.', tries: 1 })
    expect(talk.asked).toBe('sekolah')
  })

  it('takes a voice note where the form allows it, and only there', () => {
    const talk = new Talk(visit).give({ kind: 'voice', attachment: 'a1' })
    expect(talk.last('answer-refused')?.reason).toBe('wrong_kind')
    talk.say('0').give({ kind: 'voice', attachment: 'a1' })
    expect(talk.value('cerita')).toEqual({ voice: 'a1' })
  })

  it('refuses a photo kindly where no photo was asked', () => {
    expect(new Talk(visit).photo('p1').last('answer-refused')?.reason).toBe('wrong_kind')
  })

  it('notices words that may point to harm, and still takes the answer', () => {
    const talk = new Talk(visit).say('0', 'tetangga saya dipukul suaminya')
    expect(talk.kinds).toContain('concern-noticed')
    expect(talk.value('cerita')).toBe('tetangga saya dipukul suaminya')
  })
})

describe('buttons', () => {
  it('are taken by their place', () => {
    expect(new Talk(visit).say('0', 'lewati').press(1).value('setuju')).toBe('tidak')
  })

  it('of an earlier question are answered kindly, and the open one is put again', () => {
    const talk = new Talk(visit)
    const { step } = talk.session
    talk.say('2').give({ kind: 'choice', step, index: 0 })
    expect(talk.kinds).toEqual(['stale-pressed', 'question-asked'])
    expect(talk.asked).toBe('sekolah')
    expect(talk.value('anak')).toBe(2)
  })

  it.each([-1, 7, 999, 1.5])('with a number that nobody was shown (%d) change nothing', (index) => {
    const talk = new Talk(visit).press(index)
    expect(talk.asked).toBe('anak')
    expect(talk.session.answers).toEqual({})
  })
})

const opening = smallForm(
  `
  - { type: select_one siap, name: siap, label: Bisa mulai?, appearance: opening }
  - { type: integer, name: anak, label: Berapa anak? }`,
  `choices:
  siap:
    - { name: mulai, label: Mulai }
    - { name: nanti, label: Nanti }
    - { name: bukan_saya, label: Bukan saya }`,
)

describe('the opening', () => {
  it.each([
    ['Mulai', ['answer-recorded', 'question-asked']],
    ['nanti', ['pause-asked']],
    ['Bukan saya', ['answer-recorded', 'contact-denied']],
  ])('"%s" leads to %j', (reply, kinds) => {
    expect(new Talk(opening).say(reply).kinds).toEqual(kinds)
  })

  it('is taken as answered when the invitation was', () => {
    const talk = new Talk(opening).give({ kind: 'start', opened: true })
    expect(talk.kinds).toEqual(['answer-recorded', 'question-asked'])
    expect(talk.asked).toBe('anak')
  })

  it('is put again after "bukan saya", when somebody starts anew', () => {
    const talk = new Talk(opening).say('bukan saya').give({ kind: 'start' })
    expect(talk.session.state).toBe('running')
    expect(talk.asked).toBe('siap')
  })
})

describe('a pause', () => {
  const hours = (n: number) => n * HOUR
  it.each([
    ['besok pagi', hours(22)],
    ['2 jam lagi', hours(2)],
    ['nanti sore', hours(6)],
    ['jam 7 malam', hours(9)],
    ['jam 8', hours(22)],
    ['lusa', hours(46)],
    ['hari jumat jam 9', hours(47)],
    ['3 hari lagi', 3 * DAY],
  ])('until "%s" ends %d ms later', (when, ms) => {
    const talk = new Talk(visit).say('nanti', when)
    expect(talk.last('session-paused')?.until).toBe(talk.now + ms)
    expect(talk.session.state).toBe('paused')
  })

  it('without a time leaves it to the reminders', () => {
    const talk = new Talk(visit).say('nanti', 'belum tahu')
    expect(talk.last('session-paused')).toEqual({ kind: 'session-paused', answered: 0, of: 3 })
  })

  it('ends days later with one line of where we are, then the open question', () => {
    const talk = new Talk(visit)
      .say('3', 'nanti', 'besok')
      .later(5 * DAY)
      .give({ kind: 'resume' })
    expect(talk.kinds).toEqual(['session-resumed', 'question-asked'])
    expect(talk.last('session-resumed')).toMatchObject({ afterMs: 5 * DAY, answered: 1, of: 4 })
    expect(talk.asked).toBe('sekolah')
  })

  it('ends with an answer to the question that was open', () => {
    expect(
      new Talk(visit)
        .say('3', 'nanti', 'besok')
        .later(2 * DAY)
        .say('2')
        .value('sekolah'),
    ).toBe(2)
  })

  it('makes of a greeting days later no wrong answer', () => {
    const talk = new Talk(visit)
      .say('3')
      .later(3 * DAY)
      .say('halo selamat pagi')
    expect(talk.kinds).toEqual(['session-resumed', 'question-asked'])
  })
})
