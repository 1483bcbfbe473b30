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
  if ('findings' in read) return { findings: bounded(read.findings) }
  const { source } = read
  const compiled = compileForm(source)
  const warnings = ('warnings' in read ? read.warnings : undefined) ?? []
  // what is too large to run is too large to be read line by line
  const isTooLarge = compiled.findings.some(({ code }) => code === 'too_many_questions')
  const findings = bounded(isTooLarge ? compiled.findings : [...compiled.findings, ...warnings, ...lintForm(source)])
  return 'form' in compiled ? { findings, source, form: compiled.form } : { findings, source }
}

/** Findings of one kind that somebody still reads; of more the number says enough. */
const mostOfAKind = 100

function bounded(findings: readonly Finding[]): Finding[] {
  const kinds = Map.groupBy(findings, ({ level, code }) => `${level} ${code}`)
  return [...kinds.values()].every((kind) => kind.length <= mostOfAKind)
    ? [...findings]
    : [...kinds.values()].flatMap((kind) => {
        const [first] = kind
        const rest = kind.length - mostOfAKind
        if (rest <= 0) return kind
        const { level, code } = first!
        return [
          ...kind.slice(0, mostOfAKind),
          { level, code, message: `There are ${rest} more like the ones above (${code}).` },
        ]
      })
}
