import { compileForm } from './compile.ts'
import type { Finding, Form } from './form.ts'
import type { FormSource } from './form-source.ts'
import { lintForm } from './lint.ts'
import { readForm } from './read-form.ts'

/** Everything there is to say about a form. `source` when it could be read, `form` when it could be installed. */
export interface Checked {
  readonly findings: readonly Finding[]
  readonly source?: FormSource
  readonly form?: Form
}

/** Reads, compiles and lints a form: errors first, then what makes it hard to answer in a chat. */
export function checkForm(form: Uint8Array | string | FormSource, fallbackId?: string): Checked {
  const read = typeof form === 'string' || form instanceof Uint8Array ? readForm(form, fallbackId) : { source: form }
  if ('findings' in read) return read
  const { source } = read
  const compiled = compileForm(source)
  const findings = [
    ...compiled.findings,
    ...(('warnings' in read ? read.warnings : undefined) ?? []),
    ...lintForm(source),
  ]
  return 'form' in compiled ? { findings, source, form: compiled.form } : { findings, source }
}
