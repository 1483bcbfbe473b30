import { componentsOf } from '../flows/components.ts'
import type { DataNode } from '../flows/expressions/index.ts'
import type { FormNode, Question } from '../flows/form.ts'
import { kindOf } from './kinds/index.ts'
import type { Place } from './places.ts'
import type { Turn } from './turn.ts'

/** The answers as the tree that expressions walk. Nodes are made when looked at and hold no values of their own. */
export class TreeNode implements DataNode {
  readonly place: Place
  readonly name: string
  /** What names mean from here, as far as that cannot change within a turn. */
  readonly resolved = new Map<string, readonly DataNode[]>()
  readonly #turn: Turn

  constructor(turn: Turn, place: Place) {
    this.#turn = turn
    this.place = place
    this.name = place.node.name
  }

  get parent(): DataNode {
    const { node, items } = this.place
    const above = node.parents.at(-1)
    const isItem = node.kind === 'repeat'
    const outer = isItem ? items.slice(0, this.#turn.layout.repeats.get(node)!.length) : items
    return above ? this.#turn.node(this.#turn.place(above, outer)) : this.#turn.root()
  }

  get position(): number {
    const { node, items } = this.place
    const around = this.#turn.layout.repeats.get(node)!.length
    if (node.kind !== 'repeat' || items.length === around) return 1
    return this.#turn.items(node, items.slice(0, around)).indexOf(items[around]!) + 1
  }

  /** Of a question its answer; of the item of a repeat nothing, as of every group. */
  text(): string {
    const { node, path } = this.place
    if (node.kind !== 'question') return ''
    const value = this.#turn.value(path)
    if (value !== undefined) return kindOf(node.type).toNode(value).text
    return node.calculation && node.triggers.length === 0 ? this.#turn.calculated(node, this.place) : ''
  }

  children(): readonly DataNode[] {
    const { node, items, path } = this.place
    if (node.kind === 'question') return this.#parts(node, path)
    return childNodes(this.#turn, node.nodes, items)
  }

  #components: readonly DataNode[] | undefined
  #parts(question: Question, path: string): readonly DataNode[] {
    this.#components ??= componentsOf(question).map(
      ({ name, part }) =>
        new PartNode(name, this, () => {
          const value = this.#turn.value(path)
          return value === undefined ? '' : (kindOf(question.type).toNode(value).parts?.[part] ?? '')
        }),
    )
    return this.#components
  }
}

/** One number of a compound answer: `hadir_l` of `hadir`. */
class PartNode implements DataNode {
  readonly name: string
  readonly parent: DataNode
  readonly position = 1
  readonly text: () => string

  constructor(name: string, parent: DataNode, text: () => string) {
    this.name = name
    this.parent = parent
    this.text = text
  }

  children(): readonly DataNode[] {
    return []
  }
}

/** `/data`, the name that XLSForm tools give the top of every form. */
export function rootNode(turn: Turn): DataNode {
  return {
    name: 'data',
    parent: undefined,
    position: 1,
    text: () => '',
    children: () => childNodes(turn, turn.form.nodes, []),
  }
}

function childNodes(turn: Turn, nodes: readonly FormNode[], items: readonly string[]): DataNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'repeat'
      ? turn.liveItems(node, items).map((item) => turn.node(turn.place(node, [...items, item])))
      : [turn.node(turn.place(node, items))],
  )
}
