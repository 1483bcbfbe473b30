import { describe, expect, it } from 'vitest'
import { smallForm, Talk } from './talk.ts'

describe('what nobody is asked', () => {
  const form = smallForm(`
  - { type: start, name: mulai_isi }
  - { type: today, name: hari }
  - { type: end, name: selesai_isi }
  - { type: deviceid, name: alat }
  - { type: hidden, name: sumber, default: chat }
  - { type: integer, name: a, label: A? }
  - { type: text, name: tetap, label: Tetap, read_only: "true", default: "\${a}" }
  - { type: calculate, name: saat, calculation: "now()", trigger: "\${a}" }
  - { type: integer, name: b, label: B? }
  - { type: integer, name: c, label: C?, calculation: "\${a} + 1" }`)

  it('is filled by itself', () => {
    const talk = new Talk(form).say('3')
    expect(talk.value('mulai_isi')).toBe('2024-08-14T01:00:00.000Z')
    expect(talk.value('hari')).toBe('2024-08-14')
    expect(talk.value('sumber')).toBe('chat')
    expect(talk.value('tetap')).toBe('3')
    expect(talk.session.answers.alat).toBeUndefined()
    expect(talk.asked).toBe('b')
  })

  it('is said to have ended when the report is in', () => {
    const talk = new Talk(form).say('3', '4').later(60_000).say('ya')
    expect(talk.value('selesai_isi')).toBe('2024-08-14T01:01:00.000Z')
    expect(talk.value('c')).toBe('4')
  })

  it('with a trigger is computed when that changes, and only then', () => {
    const talk = new Talk(form).say('3')
    const first = talk.value('saat')
    expect(first).toBe('2024-08-14T10:00:00.000+09:00')
    talk.later(60_000).say('4')
    expect(talk.value('saat')).toBe(first)
    expect(talk.later(60_000).say('ubah 1 jadi 5').value('saat')).toBe('2024-08-14T10:02:00.000+09:00')
  })
})
