import { expect, test } from 'vitest'
import { readQuantityUnit, unitFamily } from '../../src/bahasa/index.ts'
import { unitSpellings } from '../../src/bahasa/lexicon/units.ts'

test('a reply in the words of the plan is of the family of the plan, however the unit is spelled', () => {
  const spellings = Object.entries(unitSpellings).flatMap(([unit, typed]) => [
    unit,
    ...typed.split(' ').filter(Boolean),
  ])
  const strangers = spellings.filter((word) => {
    const reading = readQuantityUnit(`20 ${word}`, { referenceOn: '2024-08-14' })
    return 'value' in reading && unitFamily(reading.value.unit) !== unitFamily(word)
  })
  expect(strangers).toEqual([])
})
