import { namePattern } from '../cells.ts'
import { componentsOf } from '../components.ts'
import { instanceProperties, lastReport } from '../context-fields.ts'
import { type Findings, placeOf } from '../findings.ts'
import type { Component, FormNode, Question } from '../form.ts'
import type { FormSource, NodeSource } from '../form-source.ts'
import { isFile } from '../type-names.ts'
import { everyNode } from '../walk-source.ts'

/** Names as written: valid, and unique among siblings. */
export function checkNames(nodes: readonly NodeSource[], findings: Findings): void {
  const siblings = new Map<string, NodeSource>()
  for (const node of nodes) {
    const place = placeOf(node, 'name')
    if (!namePattern.test(node.name) || node.name === '__proto__')
      findings.error(
        'bad_name',
        `"${node.name}" cannot be a name: begin with a letter, then letters, digits and _, without blanks.`,
        place,
      )
    const before = siblings.get(node.name.toLowerCase())
    if (before)
      findings.error(
        'duplicate_name',
        `The name "${node.name}" is used twice${before.row === undefined ? '' : ` (also in row ${before.row})`}: give one of them another name.`,
        place,
      )
    siblings.set(node.name.toLowerCase(), node)
    if (node.questions) checkNames(node.questions, findings)
  }
}

/** What can be named in a form, and what a name means where it is used: nodes, components, lists and their columns. */
export class Names {
  readonly byName = new Map<string, FormNode>()
  /** In the order of the form. */
  readonly nodes: FormNode[] = []
  readonly questions: Question[] = []
  readonly components = new Map<string, Component>()
  readonly #shared = new Set<string>()
  readonly #written = new Map<FormNode, NodeSource>()
  readonly #source: FormSource
  readonly #findings: Findings

  constructor(source: FormSource, findings: Findings) {
    this.#source = source
    this.#findings = findings
  }

  add(node: FormNode, written: NodeSource): void {
    const before = this.byName.get(node.name)
    if (before?.kind === 'question' && node.kind === 'question') {
      this.#shared.add(node.name)
      // a loop's questions stand once for every choice
      if (this.#written.get(before)?.row !== written.row || written.row === undefined)
        this.#findings.warn(
          'shared_name',
          `Two questions in different groups are called "${node.name}": neither can be used as \${${node.name}}.`,
          placeOf(written, 'name'),
        )
    }
    // a group may carry the name of a question inside it; the name then means the question
    if (!before || (before.kind !== 'question' && node.kind === 'question')) this.byName.set(node.name, node)
    this.nodes.push(node)
    this.#written.set(node, written)
    if (node.kind !== 'question') return
    this.questions.push(node)
    for (const component of componentsOf(node)) this.components.set(component.name, component)
  }

  /** The row that a node was made of. */
  writtenOf(node: FormNode): NodeSource {
    return this.#written.get(node)!
  }

  /** The nodes by the rows that they were made of. */
  byRow(): Map<NodeSource, FormNode> {
    return new Map([...this.#written].map(([node, written]) => [written, node]))
  }

  /** Whether several questions have the name, so that it means none of them. */
  isShared(name: string): boolean {
    return this.#shared.has(name)
  }

  /** Whether a node or a part of a compound answer has the name. */
  has(name: string): boolean {
    return this.byName.has(name) || this.components.has(name)
  }

  /** The nodes behind names: a component's question, and nothing for context fields. */
  nodesBehind(names: readonly string[]): string[] {
    return names.flatMap((name) => {
      const component = this.components.get(name)
      if (component) return [component.question.name]
      return this.byName.has(name) ? [name] : []
    })
  }

  /** What `${…}` finds in the item that a repeat with `over` stands at. */
  itemProperties(node: FormNode): readonly string[] {
    const around = node.kind === 'repeat' ? [...node.parents, node] : node.parents
    return around.flatMap((parent) =>
      parent.kind === 'repeat'
        ? (parent.over?.instances ?? []).flatMap((instance) => instanceProperties[instance] ?? this.columnsOf(instance))
        : [],
    )
  }

  /** Whether the items of some repeat have this property. */
  isItemProperty(name: string): boolean {
    return this.nodes.some((node) => node.kind === 'repeat' && this.itemProperties(node).includes(name))
  }

  /** What an item of a list of choices holds. */
  columnsOf(list: string): string[] {
    const choices = Object.hasOwn(this.#source.choices, list) ? this.#source.choices[list]! : []
    return ['name', 'label', ...new Set(choices.flatMap((choice) => Object.keys(choice.columns ?? {})))]
  }

  /** Whether `instance('…')` finds something: in the form, in its files, or handed in by the programme. */
  isInstance(id: string): boolean {
    const files = everyNode(this.#source.survey).flatMap((node) => {
      if (node.list !== undefined && isFile(node.list)) return [node.list.replace(/\.\w+$/, '')]
      return node.extra?.type !== undefined && /external/.test(node.extra.type) ? [node.name] : []
    })
    return (
      Object.hasOwn(this.#source.choices, id) ||
      Object.hasOwn(instanceProperties, id) ||
      id === lastReport ||
      files.includes(id) ||
      Object.hasOwn(this.#source.files ?? {}, id) ||
      this.#source.entities.some((entity) => entity.list_name === id)
    )
  }
}
