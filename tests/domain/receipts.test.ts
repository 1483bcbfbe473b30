import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReceipt, roundShort, writeReceipt } from '../../src/domain/receipts.ts'

const receipt = { kabupaten: 'SBT', round: '2407', number: 123 }
const written = writeReceipt(receipt)

describe('a receipt', () => {
  it('is short, with a check digit at the end', () => {
    expect(written).toMatch(/^SBT-2407-0123-\d$/)
    expect(writeReceipt({ ...receipt, number: 1_234_567 })).toMatch(/^SBT-2407-1234567-\d$/)
  })

  it('names its round, whatever the round is called', () => {
    expect(roundShort('2024-07')).toBe('2407')
    expect(roundShort('uji coba 1')).toBe('UJICOBA1')
    expect(() => roundShort('—')).toThrow(/no letter or digit/)
  })

  const spoken = [
    ['as written', (text: string) => text],
    ['in lower case', (text: string) => text.toLowerCase()],
    ['with spaces', (text: string) => text.replaceAll('-', ' ')],
    ['with O for zero', (text: string) => text.replaceAll('0', 'O')],
    ['in one piece', (text: string) => text.replaceAll('-', '')],
  ] as const
  it.each(spoken)('is understood %s', (_how, say) => {
    expect(readReceipt(say(written))).toEqual(receipt)
  })

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('SBT', 'SBD', 'MTB'),
        fc.constantFrom('2407', 'UJI1', '2501'),
        fc.nat(9_999_999),
        (kabupaten, round, number) => {
          expect(readReceipt(writeReceipt({ kabupaten, round, number }))).toEqual({ kabupaten, round, number })
        },
      ),
      { numRuns: 200 },
    )
  })

  it('with one wrong digit or two swapped neighbours is refused', () => {
    const digits = [...written].flatMap((c, i) => (/\d/.test(c) ? [i] : []))
    const put = (i: number, c: string) => written.slice(0, i) + c + written.slice(i + 1)
    for (const i of digits)
      for (const digit of '0123456789') if (digit !== written[i]) expect(readReceipt(put(i, digit))).toBeUndefined()
    for (const i of digits.filter((i) => /\d/.test(written[i + 1] ?? '') && written[i] !== written[i + 1]))
      expect(readReceipt(put(i, written[i + 1]!).slice(0, i + 1) + written[i] + written.slice(i + 2))).toBeUndefined()
  })

  it.each(['', 'SBT', 'terima kasih', 'SBT-2407-0123', '2407-0123-4'])('%j is none', (text) => {
    expect(readReceipt(text)).toBeUndefined()
  })
})
