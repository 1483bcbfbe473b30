import { isAtPosition } from './comparisons.ts'
import type { Context, Evaluate, Run } from './context.ts'
import type { DataNode } from './data-node.ts'
import type { Axis, NodeTest } from './syntax.ts'

export interface CompiledPredicate {
  readonly evaluate: Evaluate
  /** What it costs to look at one node with it. */
  readonly cost: number
}

export interface CompiledStep {
  readonly axis: Axis
  readonly test: NodeTest
  readonly predicates: readonly CompiledPredicate[]
}

/** The nodes a path leads to, in document order, each once. */
export function walk(start: readonly DataNode[], steps: readonly CompiledStep[], run: Run): readonly DataNode[] {
  let nodes = start
  for (const step of steps) {
    if (nodes.length === 0) return nodes
    nodes = takeStep(nodes, step, run)
  }
  return nodes
}

/** Keeps the nodes for which every predicate holds; positions count within `nodes`. */
export function filter(
  nodes: readonly DataNode[],
  predicates: readonly CompiledPredicate[],
  run: Run,
): readonly DataNode[] {
  let kept = nodes
  for (const predicate of predicates) {
    const size = kept.length
    run.spend(size * predicate.cost)
    const context: { -readonly [key in keyof Context]: Context[key] } = { run, node: run.current, position: 0, size }
    kept = kept.filter((node) => {
      context.node = node
      context.position += 1
      return isAtPosition(predicate.evaluate(context), context.position)
    })
  }
  return kept
}

/** Document order without doubles, for nodes from several places. */
export function inDocumentOrder(nodes: readonly DataNode[], run: Run): readonly DataNode[] {
  const unique = [...new Set(nodes)]
  if (unique.length < 2) return unique
  const places = new Map<DataNode, Map<DataNode, number>>()
  const roots = new Map<DataNode, number>()
  const keyed = unique.map((node) => ({ node, key: placeOf(node, places, roots, run) }))
  return keyed.sort((left, right) => comparePlaces(left.key, right.key)).map(({ node }) => node)
}

function takeStep(nodes: readonly DataNode[], step: CompiledStep, run: Run): readonly DataNode[] {
  if (nodes.length === 1) return takeStepFrom(nodes[0]!, step, run)
  const found: DataNode[] = []
  for (const node of nodes) for (const one of takeStepFrom(node, step, run)) found.push(one)
  // these three lead from different nodes to different nodes; from nodes in order, to nodes in order
  // (children of a node and of its own descendant are the exception, which only a step downwards leaves behind)
  if (step.axis === 'self' || step.axis === 'attribute') return found
  if (step.axis === 'child' && !areNested(nodes)) return found
  return inDocumentOrder(found, run)
}

function takeStepFrom(node: DataNode, step: CompiledStep, run: Run): readonly DataNode[] {
  const found: DataNode[] = []
  const reach = reaches[step.axis]
  reach(node, step.test, found, run)
  const kept = step.predicates.length === 0 ? found : filter(found, step.predicates, run)
  return isBackwards(step.axis) && kept.length > 1 ? [...kept].reverse() : kept
}

type Reach = (node: DataNode, test: NodeTest, found: DataNode[], run: Run) => void

/** What lies on each axis from a node, nearest first, as positions in predicates count. */
const reaches: Readonly<Record<Axis, Reach>> = {
  self: (node, test, found) => take(node, test, found),
  child: takeChildren,
  parent: (node, test, found) => {
    if (node.parent) take(node.parent, test, found)
  },
  ancestor: (node, test, found, run) => takeAncestors(node.parent, test, found, run),
  'ancestor-or-self': (node, test, found, run) => takeAncestors(node, test, found, run),
  descendant: (node, test, found, run) => takeBelow(node, test, found, run),
  'descendant-or-self': (node, test, found, run) => {
    take(node, test, found)
    takeBelow(node, test, found, run)
  },
  attribute: (node, test, found, run) => {
    const attributes = node.attributes?.() ?? []
    run.spend(attributes.length)
    for (const attribute of attributes) take(attribute, test, found)
  },
  'following-sibling': (node, test, found, run) => {
    for (const sibling of siblings(node, 1, run)) take(sibling, test, found)
  },
  'preceding-sibling': (node, test, found, run) => {
    for (const sibling of siblings(node, -1, run)) take(sibling, test, found)
  },
  following: (node, test, found, run) => {
    for (let up: DataNode | undefined = node; up; up = up.parent)
      for (const sibling of siblings(up, 1, run)) {
        take(sibling, test, found)
        takeBelow(sibling, test, found, run)
      }
  },
  preceding: (node, test, found, run) => {
    for (let up: DataNode | undefined = node; up; up = up.parent)
      for (const sibling of siblings(up, -1, run)) {
        const below: DataNode[] = []
        take(sibling, test, below)
        takeBelow(sibling, test, below, run)
        for (const one of below.reverse()) found.push(one)
      }
  },
}

function isBackwards(axis: Axis): boolean {
  return axis === 'ancestor' || axis === 'ancestor-or-self' || axis === 'preceding' || axis === 'preceding-sibling'
}

function take(node: DataNode, test: NodeTest, found: DataNode[]): void {
  if (fits(node, test)) found.push(node)
}

function fits(node: DataNode, test: NodeTest): boolean {
  switch (test.kind) {
    case 'name':
      return node.name === test.name
    case 'any':
      return node.name !== ''
    case 'prefix':
      return node.name.startsWith(test.prefix)
    case 'node':
      return true
    case 'text':
      return node instanceof TextNode
    case 'nothing':
      return false
  }
}

function takeChildren(node: DataNode, test: NodeTest, found: DataNode[], run: Run): void {
  const children = node.children()
  run.spend(children.length + 1)
  if (children.length === 0 && (test.kind === 'text' || test.kind === 'node')) {
    if (!(node instanceof TextNode) && node.text() !== '') found.push(new TextNode(node))
    return
  }
  for (const child of children) if (fits(child, test)) found.push(child)
}

/** Everything under a node, in document order; a loop, because lists nest deeper than a stack can. */
function takeBelow(node: DataNode, test: NodeTest, found: DataNode[], run: Run): void {
  const waiting: DataNode[] = []
  const push = (parent: DataNode) => {
    const children = parent.children()
    run.spend(children.length + 1)
    for (let index = children.length - 1; index >= 0; index -= 1) waiting.push(children[index]!)
    if (children.length === 0 && (test.kind === 'text' || test.kind === 'node')) takeChildren(parent, test, found, run)
  }
  push(node)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    take(next, test, found)
    push(next)
  }
}

function takeAncestors(node: DataNode | undefined, test: NodeTest, found: DataNode[], run: Run): void {
  for (let up = node; up; up = up.parent) {
    run.spend(1)
    take(up, test, found)
  }
}

function siblings(node: DataNode, direction: 1 | -1, run: Run): DataNode[] {
  const all = node.parent?.children() ?? []
  run.spend(all.length)
  const place = all.indexOf(node)
  if (place < 0) return []
  return direction === 1 ? all.slice(place + 1) : all.slice(0, place).reverse()
}

/** The text inside a question, for `text()`: answers keep it as a value, XPath as a node. */
class TextNode implements DataNode {
  readonly name = ''
  readonly position = 1
  readonly parent: DataNode

  constructor(parent: DataNode) {
    this.parent = parent
  }

  text(): string {
    return this.parent.text()
  }

  children(): readonly DataNode[] {
    return []
  }
}

function areNested(nodes: readonly DataNode[]): boolean {
  const all = new Set(nodes)
  return nodes.some((node) => {
    for (let up = node.parent; up; up = up.parent) if (all.has(up)) return true
    return false
  })
}

/** The way from the root to a node as indexes among children; attributes come before children, text after. */
function placeOf(
  node: DataNode,
  places: Map<DataNode, Map<DataNode, number>>,
  roots: Map<DataNode, number>,
  run: Run,
): number[] {
  const way: number[] = []
  let at = node
  while (at.parent) {
    let indexes = places.get(at.parent)
    if (!indexes) {
      const children = at.parent.children()
      run.spend(children.length)
      indexes = new Map(children.map((child, index) => [child, index]))
      places.set(at.parent, indexes)
    }
    way.push(indexes.get(at) ?? (at instanceof TextNode ? 0 : -1))
    at = at.parent
  }
  if (!roots.has(at)) roots.set(at, roots.size)
  way.push(roots.get(at)!)
  run.spend(way.length)
  return way.reverse()
}

function comparePlaces(left: readonly number[], right: readonly number[]): number {
  for (const [index, place] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (place !== other) return place - other
  }
  return left.length - right.length
}
