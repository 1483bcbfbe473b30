import { componentParts } from './components.ts'
import { contextFields, instanceProperties } from './context-fields.ts'
import { parse } from './expressions/parser.ts'
import type { EntitySource, FormSource, NodeSource } from './form-source.ts'
import { isFile } from './type-names.ts'
import { everyNode } from './walk-source.ts'

/**
 * What only a conversation knows (the village's name, the plan, the activity a repeat stands at), as rows that let the
 * form deploy where there is no conversation: on KoboToolbox and in ODK.
 */

/** The group that holds fields and lists of the conversation. */
export const contextGroup = 'kentongan'

/** The lists of the programme that the form reads, and the fields of the conversation that it names. */
export function standIns(source: FormSource): {
  readonly lists: readonly string[]
  readonly fields: readonly string[]
} {
  const names = new Set(namesIn(source.survey))
  const used = referencesIn(source)
  return {
    lists: outsideLists(source),
    fields: contextFields.filter((field) => used.has(field) && !names.has(field)),
  }
}

/** `${target}` of the item that a repeat with `over` stands at, as calculations at the top of the repeat. */
export function itemStandIns(
  repeat: NodeSource,
  source: FormSource,
): readonly { readonly name: string; readonly calculation: string }[] {
  const names = new Set(namesIn(source.survey))
  const used = referencesIn({ survey: repeat.questions ?? [], entities: source.entities })
  const [, list = ''] = /instance\(\s*['"]([^'"]+)['"]/.exec(repeat.over ?? '') ?? []
  const properties = Object.hasOwn(instanceProperties, list) ? instanceProperties[list]! : []
  return properties
    .filter((name) => used.has(name) && !names.has(name) && !(contextFields as readonly string[]).includes(name))
    .map((name) => ({
      name,
      calculation: `${isPath(repeat.over!) ? repeat.over : `(${repeat.over})`}[position() = position(current()/..)]/${name}`,
    }))
}

/** ODK Web Forms takes no position of what stands in brackets; a path needs none. */
function isPath(expression: string): boolean {
  try {
    return parse(expression).kind === 'path'
  } catch {
    return false
  }
}

/** How many items a repeat with `over` has, for tools that know no `over`. */
export function countOver({ over, repeat_count }: NodeSource): string {
  return `count(${over})${repeat_count === undefined ? '' : ` + coalesce(${repeat_count}, 0)`}`
}

/** Lists that are read and that no attached file of the form declares. */
function outsideLists(source: FormSource): string[] {
  const text = JSON.stringify(source)
  const read = new Set(Array.from(text.matchAll(/instance\(\s*['"]([^'"\\]+)['"]\s*\)/g), (match) => match[1]!))
  const declared = everyNode(source.survey).flatMap((node) => {
    if (node.list !== undefined && isFile(node.list)) return [node.list.replace(/\.\w+$/, '')]
    return node.extra?.type !== undefined && /external/.test(node.extra.type) ? [node.name] : []
  })
  return [...read].filter((list) => !declared.includes(list) && !Object.hasOwn(source.choices, list))
}

/** Names that `${…}` finds in the form itself. */
function namesIn(nodes: readonly NodeSource[]): string[] {
  return everyNode(nodes).flatMap((node) => [
    node.name,
    ...(node.type === 'group' || node.type === 'repeat' ? [] : (componentParts[node.type] ?? [])).map(
      (part) => `${node.name}_${part}`,
    ),
  ])
}

function referencesIn(
  part: FormSource | { readonly survey: readonly NodeSource[]; readonly entities: readonly EntitySource[] },
): Set<string> {
  return new Set(Array.from(JSON.stringify(part).matchAll(/\$\{\s*([^}\\]+?)\s*\}/g), (match) => match[1]!))
}
