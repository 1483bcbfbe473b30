import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readableName } from '../../src/messages/file-name.ts'

it.each([
  ['Rangkuman Juli 2024.pdf', 'Rangkuman Juli 2024.pdf'],
  ['matriks 5/2024: Teluk "Uji".docx', 'matriks 5_2024_ Teluk _Uji_.docx'],
  ['../../etc/passwd', '_.._etc_passwd'],
  // written from right to left it would read "fotoexe.jpg"
  ['foto\u202egpj.exe', 'foto_gpj.exe'],
  ['  \n ', 'berkas'],
  ['.pdf', 'pdf'],
  [`${'laporan desa '.repeat(20)}.xlsx`, `${'laporan desa '.repeat(20).slice(0, 94)}….xlsx`],
])('%j is shown as %j', (name, shown) => {
  expect(readableName(name)).toBe(shown)
})

it('is never empty, long, broken or a path, and keeps its ending', () => {
  const any = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(any, fc.constantFrom('.pdf', '.docx', '.csv'), (stem, ending) => {
      const shown = readableName(stem + ending)
      expect(shown).not.toMatch(/^$|^\.|[\p{Cc}\\/]/u)
      expect(shown.length).toBeLessThanOrEqual(100)
      expect(shown.isWellFormed()).toBe(true)
      expect(shown.endsWith(ending.slice(1))).toBe(true)
    }),
  )
})
