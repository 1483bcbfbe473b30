import { expect, it } from 'vitest'
import { monthSpellings, weekdaySpellings } from '../../src/bahasa/lexicon/calendar.ts'
import { harmFillers } from '../../src/bahasa/lexicon/harm.ts'
import { harmHints } from '../../src/bahasa/lexicon/harm-hints.ts'
import { numberSpellings } from '../../src/bahasa/lexicon/numbers.ts'
import { spellings } from '../../src/bahasa/lexicon/spelling.ts'
import { unitSpellings } from '../../src/bahasa/lexicon/units.ts'

// The tables are edited by people who know the language better than the program: a slip must show here.

const rowsOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([word, typed]) =>
    typed
      .split(' ')
      .filter(Boolean)
      .map((spelling) => ({ spelling, word })),
  )

const doubles = (rows: readonly { spelling: string; word: string }[]) =>
  Object.entries(Object.groupBy(rows, (row) => row.spelling)).flatMap(([spelling, found = []]) =>
    new Set(found.map((row) => row.word)).size > 1 ? [`${spelling}: ${found.map((row) => row.word).join(', ')}`] : [],
  )

it('a spelling stands for one word only', () => {
  expect(doubles([...rowsOf(spellings), ...rowsOf(numberSpellings)])).toEqual([])
  expect(doubles(rowsOf(unitSpellings))).toEqual([])
  expect(
    doubles(
      [...monthSpellings, ...weekdaySpellings].flatMap((typed, i) =>
        typed.split(' ').map((spelling) => ({ spelling, word: String(i) })),
      ),
    ),
  ).toEqual([])
})

it('a standard word is not itself a spelling of another', () => {
  const standard = new Set([...Object.keys(spellings), ...Object.keys(numberSpellings)])
  expect(
    [...rowsOf(spellings), ...rowsOf(numberSpellings)].filter(
      ({ spelling, word }) => standard.has(spelling) && spelling !== word,
    ),
  ).toEqual([])
})

it('spellings are in small letters without signs the reader never sees', () => {
  const all = [...rowsOf(spellings), ...rowsOf(numberSpellings), ...rowsOf(unitSpellings)]
  expect(all.filter(({ spelling }) => !/^[a-z][a-z0-9'-]*$/.test(spelling))).toEqual([])
})

it('no hint at harm waits for a word that is set aside before hints are looked for', () => {
  const aside = new Set(harmFillers.split(' '))
  const dead = Object.values(harmHints)
    .flat()
    .filter((hint) =>
      hint
        .split('!')[0]!
        .split(/[ &]+/)
        .some((part) => part !== '' && part.split('|').every((word) => aside.has(word))),
    )
  expect(dead).toEqual([])
})
