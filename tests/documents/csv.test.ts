import { expect, it } from 'vitest'
import { writeCsv } from '../../src/documents/csv.ts'

it.each([
  ['Karang', 'Karang'],
  ['a,b', '"a,b"'],
  ['kata "sudah"', '"kata ""sudah"""'],
  ['satu\ndua', '"satu\ndua"'],
  ['', ''],
  // what a spreadsheet would run
  ['=1+1', "'=1+1"],
  ['+cmd|calc', "'+cmd|calc"],
  ['-lihat', "'-lihat"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['\0=1', "'\0=1"],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  // plain numbers stay numbers
  ['-3', '-3'],
  ['+62', '+62'],
  ['-2.5', '-2.5'],
  ['-2+3', "'-2+3"],
])('writes %j as %j', (text, cell) => {
  expect(writeCsv([[text, 'x']])).toBe(`${cell},x\r\n`)
})
