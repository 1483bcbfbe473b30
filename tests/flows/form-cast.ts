import { readdirSync, readFileSync } from 'node:fs'
import { compileForm } from '../../src/flows/compile.ts'
import type { Finding, Form, Question } from '../../src/flows/form.ts'
import type { FormSource } from '../../src/flows/form-source.ts'
import { readYaml } from '../../src/flows/yaml/read.ts'

/** Settings that every little form of these tests begins with. */
export const settings = `settings:
  form_id: coba
  form_title: Coba
  version: 1
`

export function sourceOf(yaml: string): FormSource {
  const read = readYaml(yaml)
  if ('findings' in read) throw new Error(JSON.stringify(read.findings, null, 2))
  return read.source
}

/** The form of a YAML text that has only a survey (and choices). */
export function formOf(survey: string): Form {
  const compiled = compileForm(sourceOf(settings + survey))
  if (!('form' in compiled)) throw new Error(JSON.stringify(compiled.findings, null, 2))
  return compiled.form
}

/** What is wrong with such a text. */
export function findingsOf(survey: string): readonly Finding[] {
  const read = readYaml(settings + survey)
  return 'findings' in read ? read.findings : compileForm(read.source).findings
}

const flows = new URL('../../flows/', import.meta.url)

/** Every form in `flows/`, those of tomorrow too. */
export const shippedForms = readdirSync(flows)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''))

export function shippedSource(name: string): FormSource {
  return sourceOf(readFileSync(new URL(`${name}.yaml`, flows), 'utf8'))
}

export function shippedForm(name: string): Form {
  const compiled = compileForm(shippedSource(name))
  if (!('form' in compiled)) throw new Error(JSON.stringify(compiled.findings, null, 2))
  return compiled.form
}

export function questionOf(form: Form, name: string): Question {
  const node = form.byName.get(name)
  if (node?.kind !== 'question') throw new Error(`no question ${name}`)
  return node
}

/** A source without the rows it was read from: what makes two of them the same form. */
export function withoutPlaces(source: FormSource): unknown {
  return JSON.parse(JSON.stringify(source, (key, value) => (key === 'row' || key === 'sheet' ? undefined : value)))
}
