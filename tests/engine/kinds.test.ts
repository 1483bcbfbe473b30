import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kinds } from '../../src/engine/kinds/index.ts'
import type { QuestionType } from '../../src/flows/form-source.ts'
import { questionTypes } from '../../src/flows/form-source.ts'
import type { Json } from '../../src/lib/json.ts'

const files = readdirSync(new URL('../../src/engine/kinds/', import.meta.url))
const showing = { language: 'id', label: (code: string) => code.toUpperCase() }

describe('every kind of question', () => {
  it.each([...questionTypes])('%s has a kind in a file of its name', (type) => {
    expect(kinds[type].type).toBe(type)
    const file = `${type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll('_', '-')}.ts`
    expect(files).toContain(file)
  })

  it('there is no file without a kind', () => {
    expect(files.length).toBe(questionTypes.length + 2)
  })
})

const values: readonly [QuestionType, Json, string, string | undefined][] = [
  ['text', 'hujan terus', 'hujan terus', 'hujan terus'],
  ['integer', 1500, '1500', '1.500'],
  ['decimal', 2.5, '2.5', '2,5'],
  ['money_idr', 2_500_000, '2500000', 'Rp 2.500.000'],
  ['percent', 40, '40', '40%'],
  ['yesno', 'tidak', 'tidak', 'Tidak'],
  ['select_one', 'dana', 'dana', 'DANA'],
  ['select_multiple', ['dana', 'cuaca'], 'dana cuaca', 'DANA, CUACA'],
  ['rank', ['b', 'a'], 'b a', '1. B, 2. A'],
  ['date', '2024-08-12', '2024-08-12', 'Senin, 12 Agustus 2024'],
  ['month', '2024-08', '2024-08-01', 'Agustus 2024'],
  ['time', '14:30', '14:30:00.000', '14.30'],
  ['dateTime', '2024-08-12T14:30', '2024-08-12T14:30:00.000', 'Senin, 12 Agustus 2024 pukul 14.30'],
  ['geopoint', { latitude: -3.25, longitude: 130.44 }, '-3.25 130.44 0 0', '-3.25000, 130.44000'],
  ['image', ['p1', 'p2'], 'p1 p2', '2 foto'],
  ['phone', '+6281200000000', '+6281200000000', '+6281200000000'],
]

describe('a value', () => {
  it.each(values)('of %s: %j is "%s" in expressions and "%s" in words', (type, value, text, words) => {
    const kind = kinds[type]
    expect(kind.toNode(value).text).toBe(text)
    expect(kind.show(value, showing)).toBe(words)
    // what a later round reads back is the same value
    expect(kind.fromText(text)).toEqual(value)
  })

  it('of a compound kind has its parts, and comes back from them', () => {
    const count = { total: 12, l: 7, p: 5 }
    const hadir = kinds.count_by_sex.toNode(count)
    expect(hadir).toEqual({ text: '12', parts: { total: '12', l: '7', p: '5' } })
    expect(kinds.count_by_sex.fromParts?.(hadir.parts ?? {})).toEqual(count)
    const amount = { value: 2.5, unit: 'ha' }
    const hasil = kinds.quantity_unit.toNode(amount)
    expect(hasil).toEqual({ text: '2.5', parts: { jumlah: '2.5', satuan: 'ha' } })
    expect(kinds.quantity_unit.fromParts?.(hasil.parts ?? {})).toEqual(amount)
  })
})
