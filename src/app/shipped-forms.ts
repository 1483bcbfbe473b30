import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileForm } from '../flows/compile.ts'
import type { Finding } from '../flows/form.ts'
import type { FormSource } from '../flows/form-source.ts'
import { readYaml } from '../flows/yaml/read.ts'
import { Problem } from '../lib/problem.ts'

/** The forms of a folder, in order of their names. Throws `Problem('broken_form')` that names file, row and fault. */
export function readForms(folder: string): readonly FormSource[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const read = readYaml(readFileSync(join(folder, name), 'utf8'))
      if (!('source' in read)) throw broken(name, read.findings)
      const { findings } = compileForm(read.source)
      if (findings.some((finding) => finding.level === 'error')) throw broken(name, findings)
      return read.source
    })
}

function broken(file: string, findings: readonly Finding[]): Problem {
  const first = findings.find((finding) => finding.level === 'error')
  const place = first?.row === undefined ? '' : `, row ${first.row}`
  return new Problem(
    'broken_form',
    `the form flows/${file}${place} cannot be used: ${first?.message ?? 'it is empty'} "kentongan flow check" lists all.`,
  )
}
