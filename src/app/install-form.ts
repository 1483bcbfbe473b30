import type { FormSource } from '../flows/form-source.ts'
import { type FormVersionRow, installForm } from '../store/form-versions.ts'
import { audit } from '../store/settings.ts'
import type { Services } from './services.ts'

/** A form of the programme's own staff becomes a version that rounds can ask. The same again changes nothing. */
export async function installOwnForm(
  { db, clock }: Services,
  source: FormSource,
  actor: string,
): Promise<FormVersionRow & { readonly isNew: boolean }> {
  const at = clock.now()
  return db.transaction(async (sql) => {
    const installed = await installForm(sql, source, at)
    const { name, number, version } = installed
    if (installed.isNew)
      await audit(sql, { at, actor, action: 'form_installed', object: `form:${name}`, details: { number, version } })
    return installed
  })
}
