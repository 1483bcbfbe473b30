import { describe, expect, test } from 'vitest'
import { plainText } from '../../src/flows/plain-text.ts'

describe('a text of a form as a chat says it', () => {
  test.each([
    ['**Penting:** isi _semua_ kolom', 'Penting: isi semua kolom'],
    ['Lihat [panduan](https://contoh.id/a_b_c) dulu', 'Lihat panduan (https://contoh.id/a_b_c) dulu'],
    ['[https://contoh.id](https://contoh.id)', 'https://contoh.id'],
    ['## Bagian satu\nIsi', 'Bagian satu\nIsi'],
    ['<span style="color:red">Awas</span><br>Hati-hati &amp; tenang', 'Awas\nHati-hati & tenang'],
    ['<ul><li>satu</li><li>dua</li></ul>', '• satu\n• dua'],
    ['**${nama_desa}** dan *${_x}*', '${nama_desa} dan ${_x}'],
    ['Berat < 5 kg dan > 2 kg', 'Berat < 5 kg dan > 2 kg'],
    ['2 * 3 * 4, kode a_b_c, nomor #7', '2 * 3 * 4, kode a_b_c, nomor #7'],
    ['harga \\*sebelum\\* pajak', 'harga *sebelum* pajak'],
    ['Suami ', 'Suami'],
    ['[Apa jenis kelaminnya?] (Id10)', '[Apa jenis kelaminnya?] (Id10)'],
  ])('%s', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })

  test('a text made to take long does not', () => {
    const began = performance.now()
    for (const part of ['*', '**a', '_', '[', '[a](', '<b ', '\\', '&'] as const) plainText(part.repeat(20_000))
    expect(performance.now() - began).toBeLessThan(1_500)
  })
})
