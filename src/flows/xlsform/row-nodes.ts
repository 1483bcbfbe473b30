import { cellAt, type Findings } from '../findings.ts'
import type { NodeSource, QuestionType } from '../form-source.ts'
import { didYouMean } from '../suggest.ts'
import { isSelect, type ReadType } from '../type-names.ts'
import { odkKinds } from './kinds.ts'
import type { Draft } from './rows.ts'

/** A group or repeat whose end has not come yet. */
export interface OpenGroup {
  readonly type: 'group' | 'repeat'
  readonly name: string
  readonly row: number
  readonly children: NodeSource[]
  /** What a compound kind or our own helping rows hold is not read again. */
  readonly swallow: boolean
}

/**
 * What a row of the survey stands for: a node, and the group that it opens. A compound kind is a question here and a
 * group in the workbook; our helping rows are nothing, whatever they open.
 * @param read what `typed` means; undefined when nobody knows
 */
export function nodeOfRow(
  draft: Draft,
  typed: string,
  read: ReadType | undefined,
  row: number,
  findings: Findings,
): { readonly node?: NodeSource; readonly opens?: OpenGroup } {
  const as = draft.as as QuestionType | undefined
  const kind = as === undefined ? undefined : odkKinds[as]
  const isContext = draft.source === 'context'
  const name = nameOf(draft, typed, read, row, findings)
  const error = (column: string, code: string, message: string) => {
    findings.error(code, message, cellAt('survey', row, column, name))
    return {}
  }
  if (isContext && read?.kind !== 'begin') return {}
  if (!read)
    return error(
      'type',
      'unknown_type',
      `"${name}" has the type "${typed}", which is not known here. ${remedyFor(typed)}`,
    )
  if (as !== undefined && !kind)
    return error('bind::kentongan:as', 'unknown_type', `"${name}" is to be a "${as}", which is not known here.`)
  const { as: _as, of, disabled: _disabled, type: _type, ...fields } = draft
  const base = { ...fields, sheet: 'survey', row, name }
  if (read.kind === 'begin') {
    const children: NodeSource[] = []
    const opens = { type: read.type, name, row, children, swallow: kind?.parts !== undefined || isContext }
    if (isContext) return { opens }
    if (kind?.parts) return { opens, node: { ...base, ...(of as object), type: as! } }
    const loop = read.loop !== undefined && { loop: read.loop }
    return { opens, node: withOver({ ...base, type: read.type, ...loop, questions: children }) }
  }
  if (read.kind !== 'question') return {}
  if (isSelect(read.type) && !read.list) {
    const example = `${typed} ${/file$/i.test(typed) ? 'FILE.csv' : 'LIST'}`
    return error('type', 'no_list', `"${name}" does not say which list it offers: write "${example}".`)
  }
  const node: Draft = { ...base, type: as ?? read.type }
  if (read.list !== undefined && as !== 'yesno') node.list = read.list
  if (read.orOther) node.or_other = true
  if (read.original !== undefined) node.extra = { ...(node.extra as object | undefined), type: read.original }
  if (kind?.appearance !== undefined) Reflect.deleteProperty(node, 'appearance')
  return { node: { ...node, ...(of as object | undefined) } as unknown as NodeSource }
}

/** The name of a row, or one made for it: notes and the audit need none, for the others it is missed. */
function nameOf(draft: Draft, typed: string, read: ReadType | undefined, row: number, findings: Findings): string {
  if (draft.name !== undefined) return String(draft.name)
  if (read?.kind === 'question' && read.type === 'note') return `generated_note_name_${row}`
  if (read?.kind === 'question' && read.type === 'audit') return 'audit'
  if (!read) return typed
  findings.error('no_name', `This ${typed} has no name: fill the column "name".`, cellAt('survey', row, 'name'))
  return `row_${row}`
}

function remedyFor(typed: string): string {
  if (/cascading/i.test(typed)) return 'Use selects with choice_filter, one for each level.'
  if (/loop/i.test(typed)) return 'Write "begin_loop over LIST".'
  return `See docs/forms.md for the types.${didYouMean(typed, typesToSuggest)}`
}

const typesToSuggest = [
  'text',
  'integer',
  'decimal',
  'date',
  'select_one',
  'select_multiple',
  'begin_group',
  'end_group',
  'begin_repeat',
  'end_repeat',
  'calculate',
  'note',
  'yesno',
  'money_idr',
  'count_by_sex',
  'percent',
  'month',
]

/** We write `count(OVER) + coalesce(COUNT, 0)` for tools that know no `over`; only COUNT is the author's. */
function withOver(node: Draft & { name: string }): NodeSource {
  const { over, repeat_count: count, ...rest } = node
  if (typeof over !== 'string' || typeof count !== 'string') return node as unknown as NodeSource
  const own =
    count === `count(${over})`
      ? undefined
      : (/^ \+ coalesce\((.*), 0\)$/s.exec(count.slice(`count(${over})`.length))?.[1] ?? count)
  return { ...rest, over, ...(own !== undefined && { repeat_count: own }) } as unknown as NodeSource
}
