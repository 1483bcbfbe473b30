import { expressionOfWord, namePattern } from '../cells.ts'
import type { FormSource, NodeSource } from '../form-source.ts'
import { isExternalList } from './kinds.ts'
import { type Names, withPaths, type XNode } from './references.ts'

/** The nodes of an XForm as they stand in the answers, each with its path, and what names mean among them. */
export class Tree implements Names {
  readonly root: string
  readonly top: readonly XNode[]
  readonly #aliases: ReadonlyMap<string, string>
  readonly #below = new Map<XNode, readonly XNode[]>()
  readonly #byName = new Map<string, XNode>()

  /**
   * @param aliases other names of nodes, see `OdkForm`
   * @param root the name of the top element; default: the setting `name`, else `data`
   */
  constructor(source: FormSource, aliases: ReadonlyMap<string, string>, root: string | undefined) {
    const { name } = source.settings
    this.root = root ?? (typeof name === 'string' && namePattern.test(name) ? name : 'data')
    this.#aliases = aliases
    this.top = this.#nodes(source.survey, [], `/${this.root}`)
  }

  #nodes(sources: readonly NodeSource[], parents: readonly XNode[], above: string): XNode[] {
    const nodes: XNode[] = []
    const add = (source: NodeSource) => {
      const node: XNode = { source, path: `${above}/${source.name}`, parents }
      nodes.push(node)
      const known = this.#byName.get(source.name)
      // a group may carry the name of a question inside it; the name then means the question
      if (!known || (known.source.questions && !source.questions)) this.#byName.set(source.name, node)
      if (source.questions) this.#below.set(node, this.#nodes(source.questions, [...parents, node], node.path))
    }
    for (const source of sources) {
      if (isExternalList(source) || source.type === 'audit') continue
      if (source.type !== 'repeat' || source.repeat_count === undefined || isReference(source.repeat_count)) {
        add(source)
        continue
      }
      // clients count by a node, not by an expression
      const taken = new Set([...sources.map(({ name }) => name), ...this.#byName.keys()])
      let name = `${source.name}_count`
      while (taken.has(name)) name += '_'
      add({ type: 'calculate', name, calculation: source.repeat_count, read_only: 'true' })
      add({ ...source, repeat_count: `\${${name}}` })
    }
    return nodes
  }

  /** What stands in a group or a repeat; undefined for a question. */
  below(node: XNode): readonly XNode[] | undefined {
    return this.#below.get(node)
  }

  everyNode(nodes: readonly XNode[] = this.top): XNode[] {
    return nodes.flatMap((node) => [node, ...this.everyNode(this.#below.get(node) ?? [])])
  }

  find(name: string): XNode | undefined {
    return this.#byName.get(this.#aliases.get(name) ?? name)
  }

  /** The repeat that an entity hangs on, as the sheet "entities" names it. */
  repeatNamed(written: string | undefined): XNode | undefined {
    const found = written === undefined ? undefined : this.#byName.get(written.replace(/^\$\{\s*|\s*\}$/g, ''))
    return found?.source.type === 'repeat' ? found : undefined
  }

  /** An expression with its names as paths, as seen from a node. */
  paths(expression: string, from: XNode | undefined): string {
    return withPaths(expression, from, this)
  }

  /** A cell with an expression likewise; undefined when nothing stands in it. For `inPredicate` see `withPaths`. */
  expression(cell: string | undefined, from: XNode, inPredicate = false): string | undefined {
    if (cell === undefined || cell.trim() === '') return undefined
    return withPaths(expressionOfWord(cell), from, this, inPredicate)
  }
}

function isReference(expression: string): boolean {
  return /^\s*\$\{[^}]+\}\s*$/.test(expression)
}

/** The innermost repeat around a node. */
export function repeatAround({ parents }: XNode): XNode | undefined {
  return parents.findLast(({ source }) => source.type === 'repeat')
}
