import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { defaultLadder } from '../../src/domain/ladder.ts'

it('is told to staff step by step, in the order of the ladder', () => {
  const page = readFileSync(new URL('../../docs/rounds.md', import.meta.url), 'utf8')
  const told = [...page.matchAll(/^\| `([a-z0-9-]+)` \| ([^|]*) \|[^|]*\| ([^|]*) \|$/gm)]
  expect(told.map(([, rung]) => rung)).toEqual(defaultLadder.steps.map((step) => step.rung))
  for (const [i, { after, levels }] of defaultLadder.steps.entries()) {
    const [, , when, forWhom] = told[i]!
    const amount = 'days' in after ? Math.abs(after.days) : after.hours
    if (amount > 0) expect(when).toContain(String(amount))
    expect(forWhom).toBe(levels.map((level) => (level === 'desa' ? 'village' : level)).join(', '))
  }
  expect(page).toContain('Whoever wrote within four hours')
  expect(defaultLadder).toMatchObject({ perPersonADay: 1, perPersonARound: 6, restHours: 4, sendAt: '09:00' })
})
