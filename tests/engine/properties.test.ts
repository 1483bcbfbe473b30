import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newSession, resume } from '../../src/engine/engine.ts'
import type { Input } from '../../src/engine/input.ts'
import { recapOf } from '../../src/engine/recap.ts'
import { answerOf, answerStates, type Session, stateOf } from '../../src/engine/session.ts'
import { villageTalk } from './cast.ts'
import { smallForm, Talk, wednesday } from './talk.ts'

const mixed = () =>
  new Talk(
    smallForm(
      `
  - { type: select_one siap, name: siap, label: Bisa mulai?, appearance: opening }
  - { type: integer, name: banyak, label: Berapa?, required: "true", constraint: ". <= 6" }
  - { type: count_by_sex, name: hadir, label: Siapa?, confirm: "\${hadir_p} = 0", confirm_message: "Betul?" }
  - type: repeat
    name: batch
    label: Batch
    repeat_count: \${banyak}
    questions:
      - { type: integer, name: peserta, label: Berapa?, required: "true" }
      - { type: date, name: tanggal, label: Kapan?, relevant: "\${peserta} > 2" }
  - { type: calculate, name: semua, calculation: "sum(\${peserta})" }
  - { type: select_multiple kendala, name: kendala, label: Kendala?, relevant: "\${semua} > 5", excludes: tidak_ada }
  - type: repeat
    name: tamu
    label: Tamu
    questions:
      - { type: text, name: nama, label: Nama? }
  - { type: image, name: foto, label: Foto?, appearance: up-to-3 }
  - { type: yesno, name: setuju, label: Setuju?, required: "true" }`,
      `choices:
  siap: [{ name: mulai, label: Mulai }, { name: nanti, label: Nanti }, { name: bukan_saya, label: Bukan saya }]
  kendala: [{ name: dana, label: Dana }, { name: cuaca, label: Cuaca }, { name: tidak_ada, label: Kosong }]`,
    ),
  )

const words = [
  ...['mulai', 'lanjut', 'kembali', 'ubah', 'ubah 1', 'ubah 1.1', 'ubah b', 'ubah 2 jadi 3', 'eh salah, 4', 'eh salah'],
  ...['lewati', 'nanti', 'besok', 'ringkasan', 'bantuan', 'batal', 'semua', 'sama', 'semua sama', 'kecuali 2 dan 3'],
  ...[
    'ya',
    'ya',
    'tidak',
    'selesai',
    'cukup',
    '0',
    '1',
    '2',
    '3',
    '7',
    '60%',
    '3 juta',
    '12 agustus 2024',
    'maret 2024',
  ],
  ...[
    '7 laki-laki 5 perempuan',
    '4 laki-laki 0 perempuan',
    'sedang berjalan',
    'sudah selesai',
    'belum mulai',
    '30 ekor',
  ],
  ...[
    'dana',
    'dana, cuaca',
    'berjalan, 40%, dana',
    '1. 3\n2. 4',
    'a 12 agustus 2024\nb 5 laki 5 perempuan',
    'hujan terus',
  ],
]
type Move = Input | { readonly kind: 'press'; readonly index: number } | { readonly kind: 'sensible' }
const move: fc.Arbitrary<Move> = fc.oneof(
  // without enough of these no walk reaches a report
  { weight: 90, arbitrary: fc.constant({ kind: 'sensible' as const }) },
  { weight: 12, arbitrary: fc.constantFrom(...words).map((text) => ({ kind: 'text' as const, text })) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => ({ kind: 'text' as const, text })),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(0, 0, 1, 2, 3, 1000, 1001, 1002).map((index) => ({ kind: 'press' as const, index })),
  },
  { weight: 1, arbitrary: fc.nat(40).map((step) => ({ kind: 'choice' as const, step, index: 0 })) },
  { weight: 2, arbitrary: fc.constant({ kind: 'photo' as const, attachment: 'p1' }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'voice' as const, attachment: 'v1' }) },
  { weight: 1, arbitrary: fc.constantFrom<Input>({ kind: 'start' }, { kind: 'resume' }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('banyak', 'batch[n1]/peserta', 'hadir', 'tidak/ada', 'batch[n9]/peserta', 'kegiatan[e3]/status')
      .map((path) => ({ kind: 'correction' as const, path, text: '2' })),
  },
)

/** What somebody who goes along would reply. */
function sensible(talk: Talk): string {
  const { awaits } = talk.session
  if (awaits.kind === 'recap' || awaits.kind === 'confirm') return 'ya'
  if (awaits.kind === 'same_overview') return 'semua sama kecuali 2'
  if (awaits.kind === 'another_item') return 'tidak'
  if (awaits.kind === 'which_to_change') return awaits.labels[0] ?? 'batal'
  if (awaits.kind !== 'answer') return 'karena hujan'
  const question = talk.form.byName.get(awaits.path.split('/').at(-1)!)
  return (question?.kind === 'question' && replies[question.type]) || 'lewati'
}
const replies: Readonly<Record<string, string>> = {
  integer: '3',
  count_by_sex: '7 laki-laki 5 perempuan',
  date: '12 agustus 2024',
  month: 'maret 2024',
  percent: '60%',
  select_one: '1',
  select_multiple: '1',
  text: 'hujan terus',
  yesno: 'ya',
}

function play(talk: Talk, moves: readonly Move[]): void {
  for (const each of moves) {
    talk.later(60_000)
    if (each.kind === 'press') talk.press(each.index)
    else if (each.kind === 'sensible') talk.say(sensible(talk))
    else talk.give(each)
    if (talk.session.submitted && talk.reportState === 'open') talk.reportState = 'submitted'
    holds(talk)
  }
}

let submissions = 0

function holds(talk: Talk): void {
  const { session } = talk
  const { answers, ...rest } = session
  expect(JSON.stringify(rest).length).toBeLessThan(1024)
  expect(session.trail.length).toBeLessThanOrEqual(8)
  // something is open, or there is nothing left to say
  if (session.state === 'running') expect(session.awaits.kind).not.toBe('nothing')
  if (talk.kinds.includes('report-submitted')) {
    submissions++
    const open = recapOf(talk.form, session, talk.context()).filter(
      (line) => line.state === 'open' && line.indent === 0,
    )
    expect(open).toEqual([])
  }
  for (const [path, state] of answerStates(talk.session))
    expect([path, 'v' in state || 'skipped' in state]).toEqual([path, true])
}

describe('whatever is sent', () => {
  it.each([
    ['a form of everything', mixed, 60],
    ['the village report', () => villageTalk(), 25],
  ] as const)('%s goes on, stays small, and is submitted only when whole', { timeout: 90_000 }, (_, begin, numRuns) => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 30, maxLength: 80 }), (moves) => play(begin(), moves)),
      { numRuns, seed: 20240814 },
    )
  })

  it('and such walks do reach a report', () => {
    expect(submissions).toBeGreaterThan(10)
  })

  it('the same talk gives the same events and the same session', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const talk = mixed()
        play(talk, moves)
        let session: Session = newSession({ depth: 'full', language: 'id' }, { ...talk.context(), now: wednesday })
        const events = talk.inputs.flatMap(({ input, now, reportState }) => {
          const step = resume(talk.form, session, input, { ...talk.context(), now, reportState })
          session = step.session
          return step.events
        })
        expect(events).toEqual(talk.all)
        expect(JSON.parse(JSON.stringify(session))).toEqual(talk.session)
      }),
      { numRuns: 40, seed: 20240814 },
    )
  })

  it('what was answered is what a fresh pass over the form would keep', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const talk = mixed()
        play(talk, moves)
        const { answers, items } = talk.session
        const value = (path: string) => {
          const state = stateOf(answerOf(talk.session, path))
          return state && 'v' in state ? Number(state.v) : undefined
        }
        const count = value('banyak') ?? 0
        for (const path of Object.keys(answers)) {
          const item = /^batch\[n(\d+)\]/.exec(path)?.[1]
          if (item) expect(Number(item)).toBeLessThanOrEqual(count)
        }
        if (items.batch) expect(items.batch).toHaveLength(count)
        const sum = Object.keys(answers).reduce(
          (total, path) => (path.endsWith('/peserta') ? total + (value(path) ?? 0) : total),
          0,
        )
        if (value('semua') !== undefined) expect(value('semua')).toBe(sum)
        if (answers.kendala) expect(sum).toBeGreaterThan(5)
      }),
      { numRuns: 60, seed: 7 },
    )
  })
})
