import type { Syntax } from '../syntax.ts'
import { textOf } from '../values.ts'
import { type FunctionTable, literalText } from './function.ts'
import { integerOf } from './number-functions.ts'

/** Answers with several choices are codes with spaces between. */
export const selectFunctions: FunctionTable = [
  [
    'selected',
    {
      least: 2,
      most: 2,
      gives: 'boolean',
      call: (c, [list, code]) => isSelected(textOf(list!(c)), textOf(code!(c)).trim()),
    },
  ],
  [
    'selected-at',
    {
      least: 2,
      most: 2,
      gives: 'text',
      call: (c, [list, index]) => codesOf(textOf(list!(c)))[integerOf(index!(c), c.run.zone)] ?? '',
    },
  ],
  ['count-selected', { least: 1, most: 1, gives: 'number', call: (c, [list]) => codesOf(textOf(list!(c))).length }],
  [
    'jr:choice-name',
    {
      least: 2,
      most: 2,
      gives: 'text',
      call: (c, [code, question]) => c.run.scope.choiceLabel?.(lastName(textOf(question!(c))), textOf(code!(c))) ?? '',
      prepare: (call, notes) => {
        const name = questionName(call.args[1])
        if (name === undefined) return undefined
        notes.references.add(name)
        return (c, [code]) => c.run.scope.choiceLabel?.(name, textOf(code!(c))) ?? ''
      },
    },
  ],
  ['jr:itext', { least: 1, most: 1, gives: 'text', call: (c, [id]) => c.run.scope.itext?.(textOf(id!(c))) ?? '' }],
]

function isSelected(list: string, code: string): boolean {
  const codes = list.trim()
  // an empty answer has the empty code: forms ask selected(${x}, '') for "not answered"
  return codes === code ? !/\s/.test(code) : codes.includes(code) && codesOf(codes).includes(code)
}

function codesOf(list: string): string[] {
  const codes = list.trim()
  return codes === '' ? [] : codes.split(/\s+/)
}

/** The question `jr:choice-name` names, in quotes as `'${name}'` or `'/data/name'`, or without them. */
function questionName(syntax: Syntax | undefined): string | undefined {
  if (syntax?.kind === 'reference') return syntax.name
  const text = literalText(syntax)
  return text === undefined ? undefined : lastName(text)
}

function lastName(text: string): string {
  return text
    .replace(/^\s*\$\{\s*|\s*\}\s*$/g, '')
    .replace(/^.*\//su, '')
    .trim()
}
