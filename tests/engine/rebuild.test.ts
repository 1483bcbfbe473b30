import { describe, expect, it } from 'vitest'
import { resume } from '../../src/engine/engine.ts'
import type { EngineEvent } from '../../src/engine/events/index.ts'
import { type LatestAnswer, sessionFromAnswers } from '../../src/engine/rebuild.ts'
import { villageTalk } from './cast.ts'
import { smallForm, Talk } from './talk.ts'

/** The latest row of each path, as the store has them. */
function rowsOf(events: readonly EngineEvent[]): LatestAnswer[] {
  const rows = new Map<string, LatestAnswer>()
  for (const event of events)
    if (event.kind === 'answer-recorded')
      rows.set(event.path, { path: event.path, value: event.value, how: event.by === 'person' ? 'given' : event.by })
    else if (event.kind === 'answer-skipped')
      rows.set(event.path, { path: event.path, value: null, how: 'skipped', reason: event.reason ?? null })
    else if (event.kind === 'answer-cleared')
      rows.set(event.path, { path: event.path, value: null, how: event.because })
  return [...rows.values()]
}

const options = { depth: 'core', language: 'id' } as const

describe('a session made from stored answers', () => {
  it('stands where the conversation stood', () => {
    const talk = villageTalk().say(
      'mulai',
      'semua sama kecuali 3 dan 5',
      '12 agustus 2024',
      '7 laki-laki 5 perempuan',
      '2',
    )
    const { session } = sessionFromAnswers(talk.form, rowsOf(talk.all), options, talk.context())
    expect(session.awaits).toMatchObject({ kind: 'answer', path: 'kegiatan[e3]/persen' })
    expect(session.answers).toEqual(talk.session.answers)
    expect(session.kept).toEqual(talk.session.kept)
    expect(session.position).toBe(talk.session.position)
  })

  it('of a submitted report takes a correction', () => {
    const form = smallForm(`
  - { type: integer, name: a, label: A? }
  - type: repeat
    name: kebun
    label: Kebun
    questions:
      - { type: text, name: nama, label: Nama? }`)
    const talk = new Talk(form).say('3', 'Waru', 'ya', 'Mata', 'tidak', 'ya')
    const rebuilt = sessionFromAnswers(form, rowsOf(talk.all), { ...options, submitted: true }, talk.context())
    expect(rebuilt.session.items).toEqual({ kebun: ['n1', 'n2'] })
    const context = { ...talk.context(), reportState: 'submitted' as const }
    const asked = resume(form, rebuilt.session, { kind: 'text', text: 'ubah a jadi 4' }, context)
    expect(asked.events.map((event) => event.kind)).toEqual(['reason-asked'])
    const done = resume(form, asked.session, { kind: 'text', text: 'salah ketik' }, context)
    expect(done.events.map((event) => event.kind)).toEqual(['answer-recorded', 'report-corrected'])
  })

  it('leaves aside rows of questions that the form no longer has', () => {
    const form = smallForm('  - { type: integer, name: a, label: A? }')
    const rows: LatestAnswer[] = [
      { path: 'lama', value: 1, how: 'given' },
      { path: 'lama[e1]/b', value: 1, how: 'given' },
    ]
    const { session } = sessionFromAnswers(form, rows, options, new Talk(form).context())
    expect(session.answers).toEqual({})
    expect(session.awaits).toMatchObject({ path: 'a' })
  })
})
