import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asTyped, withoutMarkup } from '../../src/messages/markup.ts'

describe('text for WhatsApp', () => {
  it.each([
    ['Desa *Contoh*', 'Desa ∗Contoh∗'],
    ['2*3*4 m', '2∗3∗4 m'],
    ['_miring_ dan ~coret~ dan `kode`', 'ˍmiringˍ dan ∼coret∼ dan ˋkodeˋ'],
    ['```kotak```', 'ˋˋˋkotakˋˋˋ'],
    ['> dikutip', '› dikutip'],
    ['*satu *dua *tiga', '∗satu ∗dua ∗tiga'],
    // alone in its line, it opens nothing
    ['5 * 3 m', '5 * 3 m'],
    ['ketik data_saya', 'ketik data_saya'],
    ['*satu\ndua*', '*satu\ndua*'],
    ['3 > 2', '3 > 2'],
    // one at the beginning of a line makes it an entry of a list
    ['* satu', '∗ satu'],
    ['- satu\n1. dua', '- satu\n1. dua'],
  ])('%s reads %s', (text, expected) => {
    expect(withoutMarkup(text)).toBe(expected)
  })

  it('has no pair of signs left in a line, keeps its length, and is what was typed', () => {
    const signs = fc.array(fc.constantFrom('*', '_', '~', '`', 'a', ' ', '.', '\n', '> '), { maxLength: 40 })
    fc.assert(
      fc.property(signs, (pieces) => {
        const text = pieces.join('')
        const safe = withoutMarkup(text)
        expect(safe).not.toMatch(/([*_~`])[^\n]*\1|^[>*] /m)
        expect(safe).toHaveLength(text.length)
        expect(asTyped(safe)).toBe(text)
      }),
    )
  })
})
