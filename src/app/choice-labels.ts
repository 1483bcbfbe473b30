import type { Sql } from '../store/database.ts'
import { findLatestForm } from '../store/form-versions.ts'
import type { Services } from './services.ts'

const lists = { status: 'status', kendala: 'kendala', dukungan: 'dukungan', pihak: 'pendukung' } as const

/** The words of the monitoring form for its choice codes; the code itself where the form no longer has it. */
export async function choiceLabels(
  services: Services,
  sql: Sql,
): Promise<(list: keyof typeof lists, code: string) => string> {
  const version = await findLatestForm(sql, 'pemantauan_desa')
  const form = version && (await services.forms.get(sql, version.id))
  return (list, code) => {
    const choices = form?.source.choices[lists[list]] ?? []
    return choices.find((c) => c.name === code)?.label?.id ?? code.replaceAll('_', ' ')
  }
}
