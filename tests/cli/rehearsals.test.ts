// The two commands that rehearse a round, as people call them.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts')

async function kentongan<T>(...words: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, [main, ...words, '--json'])
  return JSON.parse(stdout) as T
}

test('the demo plays a round to its end and leaves what people can read', { timeout: 90_000 }, async () => {
  const out = mkdtempSync(join(tmpdir(), 'kentongan-out-'))
  const summary = await kentongan<Record<string, unknown>>('demo', 'run', '--out', out)
  expect(summary).toMatchObject({ faults: [], inDoubt: 0, parked: 0, puzzled: 0, enrolled: 2 })
  expect(summary.reportsIn).toBeGreaterThan(70)
  expect(summary.reportsMissing).toBeGreaterThan(0)
  expect(readFileSync(join(out, 'percakapan-desa.txt'), 'utf8')).toContain('Laporan sudah dikirim')
  expect(readFileSync(join(out, 'rangkuman-camat.txt'), 'utf8')).toMatch(/^Rangkuman Kecamatan/)
  for (const name of ['matriks.pdf', 'laporan-desa.pdf', 'rangkuman-forum.pdf'])
    expect(readFileSync(join(out, name)).subarray(0, 5).toString(), name).toBe('%PDF-')
  expect(readFileSync(join(out, 'rangkuman-forum.png')).length).toBeLessThan(100_000)
  expect(readFileSync(join(out, 'laporan.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(5_000)
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
