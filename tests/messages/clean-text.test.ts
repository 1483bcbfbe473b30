import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/messages/clean-text.ts'

describe('text at the door', () => {
  it.each([
    ['ordinary text stays', 'Jalan tani 40 %\n\tselesai', 'Jalan tani 40 %\n\tselesai'],
    ['NUL and other controls go', 'a\u0000b\u001bc\u0007d\u007fe', 'abcde'],
    ['line ends of all kinds become one', 'satu\r\ndua\rtiga', 'satu\ndua\ntiga'],
    ['half characters become the replacement character', 'x\ud83dy\udc00', 'x\ufffdy\ufffd'],
    ['joined emoji and marks of direction stay', '👨‍👩‍👧 \u200fعربي é', '👨‍👩‍👧 \u200fعربي é'],
  ])('%s', (_, given, expected) => {
    expect(cleanText(given)).toBe(expected)
  })

  it('keeps 4096 characters as people count them, also of many units', () => {
    const families = '👨‍👩‍👧'.repeat(1500)
    expect(cleanText('a'.repeat(4096))).toBe('a'.repeat(4096))
    expect(cleanText('e\u0301'.repeat(4096))).toBe('e\u0301'.repeat(4096))
    expect(cleanText(families)).toBe(families)
  })

  it('marks where it dropped the rest', () => {
    expect(cleanText('a'.repeat(5000))).toBe(`${'a'.repeat(4096)}…`)
    expect(cleanText('👍🏽'.repeat(5000))).toBe(`${'👍🏽'.repeat(4096)}…`)
    expect(cleanText(`ok${'\u0301'.repeat(100_000)}`).length).toBeLessThan(20_000)
  })

  it('gives what a database takes, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme' }), (wild, tame) => {
        const clean = cleanText(`${wild}\ud800${tame}`)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/)
        expect(cleanText(clean)).toBe(clean)
      }),
      { numRuns: 200 },
    )
  })
})
