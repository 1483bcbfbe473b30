import { describe, expect, it } from 'vitest'
import { smallForm, Talk } from './talk.ts'

const visit = smallForm(
  `
  - { type: integer, name: anak, label: Berapa anak?, required: "true", example: "3", hint: Yang di bawah 12 tahun }
  - { type: integer, name: sekolah, label: Berapa yang sekolah?, relevant: "\${anak} > 0" }
  - { type: select_one air, name: air, label: Air dari mana? }
  - { type: select_multiple alat, name: alat, label: Alat apa yang ada?, excludes: rusak }
  - { type: text, name: cerita, label: Boleh cerita sedikit? }`,
  `choices:
  air:
    - { name: sumur, label: Sumur }
    - { name: hujan, label: Air hujan }
    - { name: batal, label: Batal dipasang }
  alat:
    - { name: cangkul, label: Cangkul }
    - { name: parang, label: Parang }
    - { name: jaring, label: Jaring }
    - { name: rusak, label: Rusak semua }`,
)

describe('kembali', () => {
  it('shows the question before with its value, and comes back after it', () => {
    const talk = new Talk(visit).say('3', 'kembali')
    expect(talk.last('question-asked')).toMatchObject({ path: 'anak', previous: '3', because: 'edited' })
    expect(talk.say('4').asked).toBe('sekolah')
    expect(talk.value('anak')).toBe(4)
  })

  it('goes further back each time', () => {
    expect(new Talk(visit).say('3', '2', 'sumur', 'kembali', 'kembali').asked).toBe('sekolah')
  })

  it('goes back past what was forgotten of the way', () => {
    const long = smallForm(
      Array.from({ length: 14 }, (_, i) => `  - { type: integer, name: q${i}, label: "Nomor ${i}?" }`).join('\n'),
    )
    const talk = new Talk(long).say(...Array.from({ length: 13 }, () => '5'))
    for (let back = 0; back < 13; back++) talk.say('kembali')
    expect(talk.asked).toBe('q0')
    expect(talk.say('kembali').kinds).toEqual(['nothing-to-undo', 'question-asked'])
  })

  it('at the first question says so', () => {
    expect(new Talk(visit).say('kembali').kinds).toEqual(['nothing-to-undo', 'question-asked'])
  })

  it('then "sama" leaves the value', () => {
    const talk = new Talk(visit).say('3', 'kembali', 'sama')
    expect(talk.asked).toBe('sekolah')
    expect(talk.value('anak')).toBe(3)
  })
})

describe('a request to the house, said in a sentence', () => {
  const asked = 'tolong jangan kirim sy pesan lagi'
  const chosen = { kind: 'house-command-chosen', command: 'berhenti' }

  it('to stop the messages is asked about, at any question', () => {
    for (const talk of [new Talk(visit), new Talk(visit).say('3', '2', 'sumur', 'cangkul')]) {
      const { asked: path } = talk
      expect(talk.say(asked).last('command-questioned')).toMatchObject({ command: 'berhenti', raw: asked })
      expect(talk.press(1).events).toEqual([chosen])
      // whoever did not mean it finds the question as it was
      expect(talk.say('lanjut').asked).toBe(path)
    }
  })

  it('is the answer where that is chosen', () => {
    const talk = new Talk(visit).say('3', '2', 'sumur', 'cangkul', asked)
    talk.press(0)
    expect(talk.value('cerita')).toBe(asked)
  })

  it('is handed on where it can be no answer, and never read over one', () => {
    expect(new Talk(visit).say('beta ada pengaduan bu').events).toEqual([
      { kind: 'house-command-chosen', command: 'pengaduan' },
    ])
    expect(new Talk(visit).say('3').value('anak')).toBe(3)
    const talk = new Talk(visit).say('3', '2', 'sumur', 'cangkul', 'koreksi APBDes oleh camat sdh selesai')
    expect(talk.value('cerita')).toBe('koreksi APBDes oleh camat sdh selesai')
  })
})

describe('ubah', () => {
  it('changes one answer, recomputes what hangs on it, and goes on where it was', () => {
    const talk = new Talk(visit).say('3', '2', 'ubah 1', '0')
    expect(talk.kinds).toEqual(['answer-recorded', 'answer-cleared', 'question-asked'])
    expect(talk.last('answer-cleared')).toMatchObject({ path: 'sekolah', because: 'irrelevant' })
    expect(talk.asked).toBe('air')
  })

  it('asks only what became relevant, then goes on', () => {
    const talk = new Talk(visit).say('0', 'sumur', 'ubah 1', '2')
    expect(talk.last('question-asked')).toMatchObject({ path: 'sekolah', because: 'became_relevant' })
    expect(talk.say('1').asked).toBe('alat')
  })

  it('takes the new value in the same message', () => {
    const talk = new Talk(visit).say('3', 'ubah 1 jadi 5')
    expect(talk.value('anak')).toBe(5)
    expect(talk.asked).toBe('sekolah')
  })

  it('alone asks which, by list or button', () => {
    const talk = new Talk(visit).say('3', '2', 'ubah')
    expect(talk.last('change-choice-asked')?.lines.map((line) => [line.label, line.value])).toEqual([
      ['1', '3'],
      ['2', '2'],
    ])
    expect(talk.press(1).asked).toBe('sekolah')
    expect(new Talk(visit).say('3', '2', 'ubah', '1').asked).toBe('anak')
  })

  it('of a number that nobody has lists what there is', () => {
    expect(new Talk(visit).say('3', 'ubah 99').last('change-choice-asked')?.unknown).toBe('99')
  })

  it('is left with "batal"', () => {
    const talk = new Talk(visit).say('3', '2', 'ubah 1', 'batal')
    expect(talk.asked).toBe('air')
    expect(talk.value('anak')).toBe(3)
  })
})

describe('eh salah', () => {
  it('corrects the answer before', () => {
    const talk = new Talk(visit).say('3', 'eh salah, 12')
    expect(talk.last('answer-recorded')).toMatchObject({ path: 'anak', value: 12, replaced: true })
    expect(talk.asked).toBe('sekolah')
  })
})

describe('eh salah, while a value is being checked', () => {
  it('gives the right value', () => {
    const form = smallForm(`
  - { type: integer, name: a, label: A? }
  - { type: integer, name: b, label: B?, confirm: ". > 100", confirm_message: "Betul?" }`)
    const talk = new Talk(form).say('1', '1200', 'eh salah, 12')
    expect(talk.value('b')).toBe(12)
    expect(talk.value('a')).toBe(1)
  })
})

describe('lewati', () => {
  it('leaves out an optional question', () => {
    const talk = new Talk(visit).say('3', 'lewati')
    expect(talk.kinds).toEqual(['answer-skipped', 'question-asked'])
    expect(talk.session.answers.sekolah).toEqual({ skipped: '' })
  })

  it('asks why a required one is left out', () => {
    const talk = new Talk(visit).say('lewati')
    expect(talk.last('reason-asked')?.why).toBe('skip')
    talk.say('datanya di sekdes')
    expect(talk.last('answer-skipped')).toMatchObject({ path: 'anak', reason: 'datanya di sekdes' })
    expect(talk.asked).toBe('air')
  })

  it('while changing leaves the value as it is', () => {
    expect(new Talk(visit).say('3', 'kembali', 'lewati').value('anak')).toBe(3)
  })
})

describe('bantuan', () => {
  it('helps, and at the second time offers a person', () => {
    const talk = new Talk(visit).say('bantuan')
    expect(talk.last('help-given')).toMatchObject({ hint: 'Yang di bawah 12 tahun', example: '3' })
    expect(talk.asked).toBe('anak')
    expect(talk.say('bantuan').kinds).toEqual(['human-offered'])
    expect(talk.say('ya').kinds).toEqual(['human-requested'])
  })
})

describe('ringkasan', () => {
  it('shows the answers so far and puts the open question again', () => {
    const talk = new Talk(visit).say('3', 'lewati', 'ringkasan')
    expect(talk.kinds).toEqual(['recap-shown', 'question-asked'])
    expect(talk.last('recap-shown')).toMatchObject({
      purpose: 'summary',
      submitted: false,
      lines: [
        { label: '1', value: '3', state: 'given' },
        { label: '2', state: 'skipped' },
      ],
    })
  })
})

describe('command words as answers', () => {
  it('a word alone is the command, also at a free text', () => {
    expect(new Talk(visit).say('0', 'sumur', 'cangkul', 'lewati').session.answers.cerita).toEqual({ skipped: '' })
  })

  it('a word inside a story is part of the story', () => {
    const story = 'nanti kami kembali ke kebun'
    expect(new Talk(visit).say('0', 'sumur', 'cangkul', story).value('cerita')).toBe(story)
  })

  it('a choice with the name of a command is the choice', () => {
    expect(new Talk(visit).say('0', 'batal').value('air')).toBe('batal')
  })

  it('"semua" at a list of which several may be taken is no command', () => {
    const talk = new Talk(visit).say('0', 'sumur', 'semua')
    expect(talk.kinds).not.toContain('all-asked')
  })
})

describe('several choices', () => {
  it('are taken from numbers and words', () => {
    expect(new Talk(visit).say('0', 'sumur', '1,3').value('alat')).toEqual(['cangkul', 'jaring'])
  })

  it('are ticked one by one until "selesai"', () => {
    const talk = new Talk(visit).say('0', 'sumur').press(0).press(2)
    expect(talk.last('question-asked')?.multiple?.chosen).toEqual(['cangkul', 'jaring'])
    expect(talk.press(0).last('question-asked')?.multiple?.chosen).toEqual(['jaring'])
    expect(talk.press(1002).value('alat')).toEqual(['jaring'])
  })

  it('one that excludes the others cannot stand beside them', () => {
    const talk = new Talk(visit).say('0', 'sumur', '1, 4')
    expect(talk.last('answer-refused')?.reason).toBe('excluded')
    expect(talk.press(0).press(3).last('question-asked')?.multiple?.chosen).toEqual(['rusak'])
  })
})

describe('semua', () => {
  it('gives what remains as one numbered message, reads the reply, and asks only what was unclear', () => {
    const talk = new Talk(visit).say('3', 'semua')
    expect(talk.last('all-asked')?.entries.map((entry) => entry.label)).toEqual(['2', '3', '4', '5'])
    talk.say('2. dua\n3. entah\n4. parang\n5. baik-baik saja')
    expect(talk.value('alat')).toEqual(['parang'])
    expect(talk.value('cerita')).toBe('baik-baik saja')
    expect(talk.asked === 'sekolah' || talk.asked === 'air').toBe(true)
  })

  it('takes a plain answer to the open question as well', () => {
    expect(new Talk(visit).say('3', 'semua', '2').value('sekolah')).toBe(2)
  })
})
