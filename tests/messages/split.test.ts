import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shorten, split } from '../../src/messages/split.ts'

describe('a long text', () => {
  it.each([
    ['fits', 'pendek', 10, ['pendek']],
    ['is empty', ' \n ', 10, []],
    ['breaks between paragraphs first', 'Satu dua.\n\nTiga.\nEmpat.', 20, ['Satu dua.\n\nTiga.', 'Empat.']],
    [
      'breaks between paragraphs rather than lines',
      'Satu dua tiga.\n\nEmpat\nlima enam',
      20,
      ['Satu dua tiga.', 'Empat\nlima enam'],
    ],
    ['breaks between lines rather than sentences', 'Satu dua.\nTiga. Empat', 16, ['Satu dua.', 'Tiga. Empat']],
    ['breaks between sentences rather than words', 'Satu dua. Tiga empat lima', 16, ['Satu dua.', 'Tiga empat lima']],
    ['breaks between words', 'satu dua tiga empat', 9, ['satu dua', 'tiga', 'empat']],
    ['breaks a word only when it must', 'kependudukan', 5, ['kepen', 'duduk', 'an']],
    ['never breaks a family', '👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 17, ['👨‍👩‍👧👨‍👩‍👧', '👨‍👩‍👧']],
    ['breaks a pair only between its characters', '😀😀😀', 3, ['😀', '😀', '😀']],
  ])('%s', (_, text, max, parts) => {
    expect(split(text, max)).toEqual(parts)
  })

  it('loses nothing but white space, keeps the limit and every character whole', () => {
    const piece = fc.oneof(
      fc.constantFrom(' ', '\n', '\n\n', '. ', '👨‍👩‍👧', '👍🏽', 'é', 'desa', '1.500', '…', '\u0301'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), fc.integer({ min: 2, max: 90 }), (pieces, max) => {
        const text = pieces.join('')
        const parts = split(text, max)
        const solid = (string: string) => string.replace(/\s+/g, '')
        expect(solid(parts.join(''))).toBe(solid(text))
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(max)
          expect(part.trim()).toBe(part)
          expect(part).not.toBe('')
          expect(part.isWellFormed()).toBe(text.isWellFormed())
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is cut quickly, also without any place to break', () => {
    const startedAt = performance.now()
    expect(split('a'.repeat(200_000), 4096).length).toBe(49)
    expect(split(' \n'.repeat(100_000), 4096)).toEqual([])
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  it('refuses a limit that no character fits', () => {
    expect(() => split('x', 1)).toThrow(RangeError)
  })
})

describe('a label', () => {
  it.each([
    ['Belum', 10, 'Belum'],
    ['Sedang berjalan', 10, 'Sedang be…'],
    ['👨‍👩‍👧👨‍👩‍👧', 10, '👨‍👩‍👧…'],
    ['Sudah selesai', 7, 'Sudah…'],
  ])('%s within %i is %s', (label, max, expected) => {
    expect(shorten(label, max)).toBe(expected)
    expect(shorten(label, max).length).toBeLessThanOrEqual(max)
  })
})
