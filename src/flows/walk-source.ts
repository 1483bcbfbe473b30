import type { FormSource, NodeSource, Texts } from './form-source.ts'

/** Every node of a form as written, each in front of those inside it. */
export function everyNode(nodes: readonly NodeSource[]): NodeSource[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.questions ?? [])])
}

/** Every language of the form's texts, the default one first. */
export function languagesOf(source: FormSource): string[] {
  const found = new Set([source.settings.default_language])
  const add = (texts: Texts | undefined) => {
    for (const language of Object.keys(texts ?? {})) found.add(language)
  }
  add(source.settings.form_title)
  for (const node of everyNode(source.survey)) for (const column of textColumns) add(node[column])
  for (const choices of Object.values(source.choices)) for (const choice of choices) add(choice.label)
  return [...found]
}

/** The columns of a node that hold texts in the form's languages. */
export const textColumns = [
  'label',
  'hint',
  'short',
  'example',
  'constraint_message',
  'confirm_message',
  'required_message',
] as const satisfies readonly (keyof NodeSource)[]
