import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, it } from 'vitest'
import { dispatch } from '../../src/cli/dispatch.ts'
import { workFolder } from '../support/run-command.ts'

const form = `settings:
  form_id: ternak
  form_title: Ternak
  version: 1
  default_language: id
survey:
  - { type: integer, name: ekor, label: "Berapa ekor ayam di \${desa}?", required: true }
  - type: select_one status
    name: status
    label: Bagaimana keadaannya?
    required: true
  - { type: acknowledge, name: ringkasan, label: Sudah benar?, appearance: recap }
choices:
  status:
    - { name: selesai, label: Sudah selesai }
    - { name: berjalan, label: Sedang berjalan }
`
let folder: string
beforeEach(() => {
  folder = workFolder()
  writeFileSync(join(folder, 'ternak.yaml'), form)
})

async function play(answers: string, ...options: string[]) {
  let out = ''
  let err = ''
  writeFileSync(join(folder, 'jawaban.txt'), answers)
  const code = await dispatch(
    [
      'flow',
      'play',
      join(folder, 'ternak.yaml'),
      '--answers',
      join(folder, 'jawaban.txt'),
      '--at',
      '2024-08-14T09:00+09:00',
      ...options,
    ],
    {
      stdin: Readable.from(['']),
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (err += text) },
    },
  )
  return { code, out, err }
}

describe('kentongan flow play', () => {
  it('prints the conversation with typed replies and pressed buttons', async () => {
    const { code, out, err } = await play('# dua puluh ekor\n20\n[Sedang berjalan]\nya\n')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('BOT: ')
    expect(out).toContain('Berapa ekor ayam di Desa Contoh?')
    expect(out).toContain('ORANG: 20\n')
    expect(out).toContain('[2. Sedang berjalan]')
    expect(out).not.toContain('there is no button')
  })

  it('lists choices by number where the channel has no buttons', async () => {
    const { out } = await play('20\n', '--width', 'whatsapp')
    expect(out).toContain('2. Sedang berjalan')
    expect(out).not.toContain('[2')
  })

  it('prints events and the final answers as JSON', async () => {
    const { out } = await play('20\n2\nya\n', '--json')
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map((line) => line.kind)).toContain('answer-recorded')
    expect(lines.at(-1)).toEqual({ answers: { ekor: 20, status: 'berjalan', ringkasan: 'OK' }, submitted: true })
  })

  it('takes the plan and its village from CSV files', async () => {
    mkdirSync(join(folder, 'daftar'))
    writeFileSync(join(folder, 'daftar', 'kegiatan.csv'), 'name,label,desa\nk1,Ternak ayam,Negeri Contoh Dua\n')
    const { out } = await play('20\n', '--entities', join(folder, 'daftar'))
    expect(out).toContain('Berapa ekor ayam di Negeri Contoh Dua?')
  })

  it('says when the replies end too early, and refuses a form that cannot be played', async () => {
    expect((await play('20\n')).err).toBe('The replies ended before the form did.\n')
    writeFileSync(join(folder, 'ternak.yaml'), form.replace('type: integer', 'type: intejer'))
    const refused = await play('20\n')
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toContain('cannot be played')
  })
})
