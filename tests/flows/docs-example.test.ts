import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileForm } from '../../src/flows/compile.ts'
import { contextFields, instanceProperties } from '../../src/flows/context-fields.ts'
import { questionTypes } from '../../src/flows/form-source.ts'
import { lintForm } from '../../src/flows/lint.ts'
import { sourceOf } from './form-cast.ts'

const page = readFileSync(new URL('../../docs/forms.md', import.meta.url), 'utf8')

test('the example of docs/forms.md is a form without a complaint', () => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? []
  const source = sourceOf(example)
  const compiled = compileForm(source)
  expect(compiled.findings).toEqual([])
  expect(lintForm(source)).toEqual([])
  expect('form' in compiled && compiled.form.questions.map((question) => question.name)).toEqual([
    'keadaan',
    'jumlah_bibit',
    'perawat',
    'bibit_per_orang',
    'ringkasan',
  ])
})

test('docs/forms.md speaks of every kind, field and property there is', () => {
  const words = new Set(page.match(/[A-Za-z_]+/g))
  const known = [...questionTypes, ...contextFields, ...Object.keys(instanceProperties)]
  for (const properties of Object.values(instanceProperties)) known.push(...(properties as never[]))
  expect(known.filter((word) => !words.has(word))).toEqual([])
})
