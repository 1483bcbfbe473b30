// The two commands that rehearse a round, as people call them.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { Summary } from '../../src/cli/demo/outcome.ts'

const run = promisify(execFile)
const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts')

async function kentongan<T>(...words: readonly string[]): Promise<T> {
  // exit code 1 is an answer too, and says in its JSON what is wrong
  const { stdout } = await run(process.execPath, [main, ...words, '--json']).catch((error: { stdout: string }) => error)
  return JSON.parse(stdout) as T
}

test('the demo plays three rounds of two kecamatan and leaves what people can read', { timeout: 120_000 }, async () => {
  const out = mkdtempSync(join(tmpdir(), 'kentongan-out-'))
  const where = ['--kecamatan', '81.05.15', '--kecamatan', '53.18.01']
  const summary = await kentongan<Summary>('demo', 'run', '--out', out, ...where)
  expect(summary.faults).toEqual([])
  expect(summary).toMatchObject({
    rounds: [{ all: { of: 10 } }, { all: { of: 10 } }, { all: { of: 10 } }],
    august2024: { all: { total: 243, l: 168, p: 75, women: '30.9 %' } },
    rakor: [{ number: 1 }, { number: 1 }],
    story: 'terbit',
    parked: 0,
    inDoubt: 0,
  })
  const text = (name: string) => readFileSync(join(out, name), 'utf8')
  expect(text('percakapan-desa.txt')).toContain('Laporan sudah dikirim')
  expect(text('percakapan-stimulan.txt')).toContain('ketik "pengaduan" kapan saja')
  expect(text('percakapan-cerita.txt')).toContain('Persetujuannya dicatat')
  expect(text('rangkuman-camat.txt')).toMatch(/^Rangkuman Kecamatan/)
  expect(text('perintah.txt')).toContain('kentongan matrix freeze 81.05.15 --round 2025-05')
  expect(text('data.csv').split('\r\n').length).toBeGreaterThan(500)
  const papers = ['bahan-rapat', 'laporan-putaran', 'lembar-ringkas']
  for (const name of [...papers, 'matriks', 'laporan-desa', 'vlp', 'cerita', 'isian', 'rangkuman-forum'])
    expect(text(`${name}.pdf`).slice(0, 5), name).toBe('%PDF-')
  for (const name of [
    'matriks.xlsx',
    'bahan-rapat.xlsx',
    'berita-acara.docx',
    'data.xlsx',
    'odk.zip',
    'opendk.zip',
    'opendk-dokumentasi.zip',
  ])
    expect(text(name).slice(0, 2), name).toBe('PK')
  expect(readFileSync(join(out, 'rangkuman-forum.png')).length).toBeLessThan(100_000)
  rmSync(out, { recursive: true })
})

test('the simulation finds nothing lost, doubled or misread amid faults', { timeout: 90_000 }, async () => {
  const outcome = await kentongan<Record<string, unknown>>(
    'simulate',
    '--villages',
    '15',
    '--faults',
    'kill,duplicate,reorder',
  )
  expect(outcome).toMatchObject({ lost: 0, doubled: 0, misread: 0, unanswered: 0, unfinished: 0, parked: 0 })
  expect(outcome.kills).toBeGreaterThan(0)
})
