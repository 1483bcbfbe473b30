import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, it } from 'vitest'
import { dispatch } from '../../src/cli/dispatch.ts'
import { checkForm } from '../../src/flows/check.ts'
import { workFolder } from '../support/run-command.ts'

const form = `settings:
  form_id: ternak
  form_title: Ternak
  version: "1.10"
  default_language: id
survey:
  - { type: money_idr, name: biaya, label: Berapa biayanya?, short: Biaya, required: "true" }
`
let folder: string
beforeEach(() => {
  folder = workFolder()
  writeFileSync(join(folder, 'ternak.yaml'), form)
})

async function convert(file: string, ...options: string[]) {
  let out = ''
  let err = ''
  const code = await dispatch(['flow', 'convert', join(folder, file), ...options], {
    stdin: Readable.from(['']),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  })
  return { code, out, err }
}

describe('kentongan flow convert', () => {
  it('goes to a workbook and back without losing anything', async () => {
    const workbook = join(folder, 'ternak.xlsx')
    const again = join(folder, 'lagi.yaml')
    expect((await convert('ternak.yaml', '--to', 'xlsform', '-o', workbook)).code).toBe(0)
    expect((await convert('ternak.xlsx', '--to', 'yaml', '-o', again)).code).toBe(0)
    const plain = (text: string) =>
      JSON.parse(
        JSON.stringify(checkForm(text).source, (key, value) => (key === 'row' || key === 'sheet' ? undefined : value)),
      )
    expect(plain(readFileSync(again, 'utf8'))).toEqual(plain(form))
  })

  it('writes an XForm, and says what it did', async () => {
    const file = join(folder, 'ternak.xml')
    const { code, out } = await convert('ternak.yaml', '--to', 'xform', '-o', file, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ file, to: 'xform', form: 'ternak', version: '1.10' })
    expect(readFileSync(file, 'utf8')).toContain('<bind nodeset="/data/biaya" type="int" required="true()"/>')
  })

  it.each([
    ['no kind', ['-o', 'x'], '--to takes yaml, xlsform or xform.'],
    ['a kind that does not exist', ['--to', 'pdf', '-o', 'x'], '--to takes yaml, xlsform or xform, not "pdf".'],
    ['no file to write', ['--to', 'yaml'], '-o says which file to write'],
  ])('refuses %s', async (_, options, says) => {
    const { code, out, err } = await convert('ternak.yaml', ...options)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })

  it('keeps a file that is there, and converts no form with errors', async () => {
    const kept = await convert('ternak.yaml', '--to', 'yaml', '-o', join(folder, 'ternak.yaml'))
    expect(kept.err).toContain('is there already')
    writeFileSync(join(folder, 'salah.yaml'), form.replace('money_idr', 'monei_idr'))
    const { code, err } = await convert('salah.yaml', '--to', 'xform', '-o', join(folder, 'salah.xml'))
    expect(code).toBe(2)
    expect(err).toContain('(row 7) cannot be converted: "biaya" has the type "monei_idr"')
  })
})
