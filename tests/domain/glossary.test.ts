import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { activityStatuses, fundingSources, livelihoodFields } from '../../src/domain/activities.ts'
import { positionFacts, positions } from '../../src/domain/positions.ts'

const glossary = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')

describe('the glossary', () => {
  const words = [...positions, ...activityStatuses, ...[...livelihoodFields, ...fundingSources].map(({ code }) => code)]
  it.each([...new Set(words)])('explains %s', (word) => {
    expect(glossary).toMatch(new RegExp(`\\b${word}\\b`))
  })
})

describe('the names of positions in workbooks', () => {
  it('mean one position each', () => {
    const names = positions.flatMap((position) => {
      const { label, alsoCalled = [] } = positionFacts[position]
      return [...new Set([position.replaceAll('_', ' '), label, ...alsoCalled].map((name) => name.toLowerCase()))]
    })
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
})
