import { expect, it } from 'vitest'
import { isEverydayTalk } from '../../src/bahasa/index.ts'
import { codeFromBytes, normaliseCode, showCode } from '../../src/domain/invitations.ts'
import { SeededRandom } from '../../src/lib/seeded-random.ts'

it.each(['boleh pak', 'sekarang', 'Silahkan', 'baik-baik', 'BAIK MAMA'])('knows "%s" from a code', (text) => {
  expect(normaliseCode(text)).toBeDefined()
  expect(isEverydayTalk(text)).toBe(true)
})

it('takes no code for talk, one of letters alone neither, however it is typed', () => {
  const random = new SeededRandom('codes')
  for (let i = 0; i < 20_000; i++) {
    const code = showCode(codeFromBytes(Uint8Array.from({ length: 5 }, () => random.int(0, 255))))
    for (const typed of [code, code.toLowerCase(), code.toLowerCase().replace('-', ' ')])
      expect(isEverydayTalk(typed), typed).toBe(false)
  }
})
