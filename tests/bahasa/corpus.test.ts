import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { read, readKinds } from '../../src/bahasa/index.ts'
import { judge, readCorpus } from './corpus.ts'

const folder = new URL('./', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv') && !name.startsWith('heldout-'))
const lines = readCorpus(folder, files, (url) => readFileSync(url, 'utf8'))

describe('the labelled replies', () => {
  it('cover every kind', () => {
    expect(new Set(lines.map((line) => line.kind))).toEqual(new Set(readKinds))
  })

  it.each(readKinds)('%s: no value is silently wrong', (kind) => {
    const wrong = lines
      .filter((line) => line.kind === kind && judge(line) === 'silently wrong')
      .map((line) => ({ reply: line.reply, expected: line.expected, read: read(kind, line.reply, line.context) }))
    expect(wrong).toEqual([])
  })

  it.each(readKinds)('%s: at least 97 of 100 are read as a clerk would', (kind) => {
    const own = lines.filter((line) => line.kind === kind)
    const right = own.filter((line) => judge(line) === 'right').length
    expect(right / own.length).toBeGreaterThanOrEqual(0.97)
  })
})
