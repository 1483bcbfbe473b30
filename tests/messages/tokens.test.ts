import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ButtonToken, readToken, writeToken } from '../../src/messages/tokens.ts'

const number = fc.nat({ max: 2 ** 31 })

const token: fc.Arbitrary<ButtonToken> = fc.oneof(
  fc.record({ kind: fc.constant('answer' as const), session: number, step: number, index: fc.nat({ max: 999 }) }),
  fc.record({ kind: fc.constant('invitation' as const), obligation: number, index: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant('command' as const), word: fc.constantFrom('lanjut', 'data_saya') }),
  fc.record({
    kind: fc.constant('command' as const),
    word: fc.constantFrom('ubah', 'lanjut'),
    argument: fc.stringMatching(/^[a-z0-9.]{1,36}$/),
  }),
)

describe('what a button carries', () => {
  it('is read back as it was written, within the 64 bytes of Telegram', () => {
    fc.assert(
      fc.property(token, (given) => {
        expect(readToken(writeToken(given))).toEqual(given)
        expect(Buffer.byteLength(writeToken(given))).toBeLessThanOrEqual(64)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    '',
    'a',
    'a1.2',
    'a1.2.3.4',
    'a-1.2.3',
    'z1.2.3',
    'i1',
    'c',
    'cLANJUT',
    'a1.2.3\n',
    ' a1.2.3',
    'x'.repeat(64),
  ])('is nothing when we did not write it: %j', (data) => {
    expect(readToken(data)).toBeUndefined()
  })
})
