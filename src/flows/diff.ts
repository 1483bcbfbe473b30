import type { Form, FormNode, Question } from './form.ts'

/** What two versions of a form have differently, by the names of questions. */
export interface FormDiff {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly { readonly name: string; readonly what: readonly Change[] }[]
}
export type Change =
  | 'type'
  | 'place'
  | 'constraint'
  | 'relevant'
  | 'required'
  | 'calculation'
  | 'choices'
  | 'choice_filter'
  | 'text'

export function diffForms(before: Form, after: Form): FormDiff {
  const old = questionsOf(before)
  const now = questionsOf(after)
  return {
    added: [...now.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
    changed: Array.from(now, ([name, question]) => {
      const was = old.get(name)
      return { name, what: was ? changesOf(before, was, after, question) : [] }
    }).filter(({ what }) => what.length > 0),
  }
}

function questionsOf(form: Form): ReadonlyMap<string, Question> {
  return new Map(form.questions.map((question) => [question.name, question]))
}

function changesOf(before: Form, was: Question, after: Form, now: Question): Change[] {
  const same: Readonly<Record<Change, boolean>> = {
    type: was.type === now.type,
    place: pathOf(was) === pathOf(now),
    constraint: was.constraint?.source === now.constraint?.source,
    relevant: relevanceOf(was) === relevanceOf(now),
    required: was.required?.source === now.required?.source,
    calculation: was.calculation?.source === now.calculation?.source,
    choices: codesOf(before, was) === codesOf(after, now),
    choice_filter: was.choiceFilter?.source === now.choiceFilter?.source,
    text: textOf(was) === textOf(now),
  }
  return (Object.keys(same) as Change[]).filter((change) => !same[change])
}

function pathOf(node: FormNode): string {
  return [...node.parents, node].map(({ kind, name }) => (kind === 'repeat' ? `${name}[]` : name)).join('/')
}

function relevanceOf(node: FormNode): string {
  return [...node.parents, node].map(({ relevant }) => relevant?.source ?? '').join('\n')
}

function codesOf(form: Form, { list }: Question): string {
  if (list === undefined) return ''
  return (
    form.choices
      .get(list)
      ?.map(({ code }) => code)
      .join('\n') ?? list
  )
}

function textOf({ label, hint }: Question): string {
  return [label, hint]
    .flatMap((text) => Array.from(text?.byLanguage ?? [], ([language, { source }]) => `${language}: ${source}`))
    .join('\n')
}
