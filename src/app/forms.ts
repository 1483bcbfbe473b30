import { compileForm } from '../flows/compile.ts'
import type { Form } from '../flows/form.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { findFormSource } from '../store/form-versions.ts'

/** Compiled forms by version id. A version never changes, so what is compiled once stays. */
export class FormLibrary {
  readonly #compiled = new Map<number, Form>()

  async get(sql: Sql, versionId: number): Promise<Form> {
    const known = this.#compiled.get(versionId)
    if (known) return known
    const source = await findFormSource(sql, versionId)
    if (!source) throw new Problem('unknown_form', `form version ${versionId} is not installed`)
    const compiled = compileForm(source)
    if (!('form' in compiled))
      throw new Problem('broken_form', `form version ${versionId} cannot be run: ${compiled.findings[0]?.message}`)
    this.#compiled.set(versionId, compiled.form)
    return compiled.form
  }
}
