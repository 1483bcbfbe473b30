import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCommand } from '../../src/bahasa/index.ts'
import { type List, readLabelled, verdictOf } from './labelled.ts'

const folder = new URL('./', import.meta.url)
const linesOf = (list: List) =>
  readLabelled(
    list,
    readdirSync(new URL(`${list}/`, folder)).filter((name) => !name.startsWith('heldout-')),
    (path) => readFileSync(new URL(path, folder), 'utf8'),
  )

describe('the labelled lists', () => {
  /** Shares that hold today. They rise with the code and never sink. */
  const floors: readonly [List, number, number][] = [
    ['commands', 0.98, 0.01],
    ['numbered', 0.97, 0.01],
    ['harm', 0.98, 0.01],
  ]
  it.each(floors)('%s: at least %d right, at most %d false', (list, right, wrong) => {
    const verdicts = linesOf(list).map((line) => verdictOf(list, line))
    const share = (verdict: string) => verdicts.filter((v) => v === verdict).length / verdicts.length
    expect(share('right')).toBeGreaterThanOrEqual(right)
    expect(share('false')).toBeLessThanOrEqual(wrong)
  })

  it('no answer is taken for a command that ends something', () => {
    const ends = new Set(['batal', 'berhenti', 'hapus_data_saya'])
    const taken = linesOf('commands')
      .filter((line) => line.expected === '-')
      .map((line) => ({ reply: line.reply, found: readCommand(line.reply) }))
      .filter(({ found }) => found?.exact && ends.has(found.command))
    expect(taken).toEqual([])
  })
})
