import { expect, it } from 'vitest'
import { read } from '../../src/bahasa/index.ts'

// A camat chooses among what several villages said: each label ends with how many, and people copy it.
const choices = [
  { code: 'adat', label: 'Pesta & urusan adat (2 desa)' },
  { code: 'dana', label: 'Dana (2 desa)' },
  { code: 'pasar', label: 'Pasar & harga (3 desa)' },
  { code: 'cuaca', label: 'Cuaca & musim (2 desa)' },
]

it.each([
  ['Dana (2 desa)', ['dana']],
  ['Dana (2 desa), Pasar & harga (3 desa)', ['dana', 'pasar']],
  ['pesta adat 2 desa', ['adat']],
  ['dana 2 desa dan pasar', ['dana', 'pasar']],
  ['1 dan 4', ['adat', 'cuaca']],
  ['2', ['dana']],
  ['2 desa', 'empty'],
])('%s', (reply, expected) => {
  const reading = read('choices', reply, { referenceOn: '2024-08-14', choices })
  expect('ask' in reading ? reading.ask : reading.value).toEqual(expected)
})
