import { describe, expect, it } from 'vitest'
import { resume } from '../../src/engine/engine.ts'
import type { Expression } from '../../src/flows/expressions/index.ts'
import type { Form } from '../../src/flows/form.ts'
import { villageTalk } from './cast.ts'
import { smallForm, Talk } from './talk.ts'

/** 120 questions; each third hangs on one shortly before it, each fourth has a rule. */
const survey = Array.from({ length: 120 }, (_, i) => {
  const relevant = i > 3 && i % 3 === 0 ? `, relevant: "\${q${i - 3}} > 0"` : ''
  const rule = i % 4 === 1 ? ', constraint: ". <= 1000", constraint_message: Terlalu banyak.' : ''
  return `  - { type: integer, name: q${i}, label: "Nomor ${i}?"${relevant}${rule} }`
}).join('\n')

/** How many rules of the form one step looks at: time, without the noise of a shared machine. */
function rulesLookedAt(talk: Talk, text: string): number {
  let count = 0
  const counted = (expression: Expression | undefined) => {
    if (!expression) return undefined
    const run: Expression['run'] = (scope) => {
      count++
      return expression.run(scope)
    }
    return { ...expression, run }
  }
  for (const question of talk.form.questions)
    Object.assign(question, { relevant: counted(question.relevant), constraint: counted(question.constraint) })
  resume(talk.form, talk.session, { kind: 'text', text }, talk.context())
  return count
}

function at(form: Form, answered: number): Talk {
  return new Talk(form).say(...Array.from({ length: answered }, () => '5'))
}

describe('what a step costs', () => {
  it('does not grow with the way behind it', () => {
    const early = rulesLookedAt(at(smallForm(survey), 12), '5')
    const late = rulesLookedAt(at(smallForm(survey), 96), '5')
    expect(early).toBeGreaterThan(0)
    expect(late).toBeLessThanOrEqual(early * 1.2)
  })

  it('of a session is at most 1 KB besides the answers', () => {
    const talk = villageTalk().say('mulai', 'semua sama kecuali 3 dan 5', '12 agustus 2024', '7 laki-laki 5 perempuan')
    talk.say('2', '60%', '540 kg', '3 juta', 'ubah')
    const { answers, ...rest } = talk.session
    expect(Object.keys(answers).length).toBeGreaterThan(100)
    expect(JSON.stringify(rest).length).toBeLessThan(1024)
  })
})
