import type { DataNode } from '../flows/expressions/index.ts'
import type { Choice } from '../flows/form.ts'
import type { FormSource } from '../flows/form-source.ts'
import { tableInstance } from '../flows/table-instance.ts'

/**
 * A form's own choices as expressions read them: `instance('kecamatan')/root/item[name = …]/kabupaten`. `itextId` is
 * what XLSForm's tools call a choice's translated text, for `jr:itext(…/itextId)`.
 */
export function ownList(list: string, choices: readonly Choice[], language: string): DataNode {
  const known = lists.get(choices)?.get(language)
  if (known) return known
  const table = tableInstance(
    choices.map((choice, i) => ({
      itextId: `${list}-${i}`,
      name: choice.code,
      label: choice.label.in(language).source,
      ...choice.columns,
    })),
  )
  const byLanguage = lists.get(choices) ?? new Map<string, DataNode>()
  lists.set(choices, byLanguage.set(language, table))
  return table
}
const lists = new WeakMap<readonly Choice[], Map<string, DataNode>>()

type Rows = NonNullable<FormSource['files']>[string]

/** A list that came with the form in a file; its nodes are kept, since it can have tens of thousands of rows. */
export function attachedList(rows: Rows | undefined): DataNode | undefined {
  if (!rows) return undefined
  const known = files.get(rows)
  if (known) return known
  const table = tableInstance(rows)
  files.set(rows, table)
  return table
}
const files = new WeakMap<Rows, DataNode>()

/** The text behind such an id. */
export function ownText(
  choices: ReadonlyMap<string, readonly Choice[]>,
  id: string,
  language: string,
): string | undefined {
  const [, list = '', at = ''] = /^(.*)-(\d+)$/s.exec(id) ?? []
  return choices.get(list)?.[Number(at)]?.label.in(language).source
}
