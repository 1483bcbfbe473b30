import { dependencyOrder } from '../expressions/index.ts'
import { placeOf } from '../findings.ts'
import type { FormNode, Question } from '../form.ts'
import type { Compilation } from './compilation.ts'
import { addAll, type References } from './references.ts'

/** No node's value or relevance may hang on itself, by whatever way. */
export function checkCircles({ needs }: References, { names, findings }: Compilation): void {
  const { cycle } = dependencyOrder(
    names.nodes.map((node) => ({ name: node.name, references: [...neededBy(node, needs)] })),
  )
  if (!cycle) return
  const written = names.writtenOf(names.byName.get(cycle[0]!)!)
  const column = written.calculation === undefined ? 'relevant' : 'calculation'
  findings.error(
    'circle',
    `The rules run in a circle: ${shortened(cycle).join(' → ')}. Take one of them out of "relevant" or "calculation".`,
    placeOf(written, column),
  )
}

/** A long circle by its beginning and its end. */
function shortened(cycle: readonly string[]): readonly string[] {
  return cycle.length <= 8 ? cycle : [...cycle.slice(0, 5), '…', ...cycle.slice(-2)]
}

/** What a node's value or relevance hangs on, its groups' relevance included. */
function neededBy(node: FormNode, needs: References['needs']): Set<string> {
  const needed = new Set(needs.get(node))
  for (const parent of node.parents) for (const name of needs.get(parent) ?? []) needed.add(name)
  return needed
}

/** The calculated questions, each behind those that it needs. */
export function calculationOrder({ needs }: References, { names }: Compilation): Question[] {
  const calculated = names.questions.filter((question) => question.calculation !== undefined)
  const { order } = dependencyOrder(
    names.questions.map(({ name }) => ({ name, references: [...(needs.get(names.byName.get(name)!) ?? [])] })),
  )
  const at = new Map((order ?? []).map((name, i) => [name, i]))
  return calculated.toSorted((a, b) => (at.get(a.name) ?? 0) - (at.get(b.name) ?? 0))
}

/** For each name, who reads it; through those whose value or relevance it changes also who reads them. */
export function dependantsOf(
  references: References,
  { names: { nodes } }: Compilation,
): Map<string, readonly string[]> {
  const place = new Map(nodes.map((node, i) => [node, i]))
  const readers = new Map<string, Set<FormNode>>()
  const changed = new Map<string, Set<FormNode>>()
  for (const node of nodes) {
    const changing = neededBy(node, references.changes)
    const reads = references.reads.get(node) ?? []
    for (const name of [...reads, ...changing]) addAll(readers, name, [node])
    // another filter may leave an answer that is no longer offered; another number of items more or fewer of them
    if (node.kind === 'repeat' || (node.kind === 'question' && node.choiceFilter))
      for (const name of reads) changing.add(name)
    for (const name of changing) addAll(changed, name, [node])
  }
  // by number: a thousand questions that each read hundreds of others are a matter of counting, not of sets
  const names = [...new Set(nodes.map((node) => node.name))]
  const number = new Map(names.map((name, i) => [name, i]))
  const places = (map: ReadonlyMap<string, ReadonlySet<FormNode>>) =>
    names.map((name) => Int32Array.from(map.get(name) ?? [], (node) => place.get(node)!))
  const read = places(readers)
  const change = places(changed)
  const nameOf = Int32Array.from(nodes, (node) => number.get(node.name)!)
  const all = new Map<string, readonly string[]>()
  const found = new Int32Array(nodes.length).fill(-1)
  const visited = new Int32Array(names.length).fill(-1)
  for (const [start, name] of names.entries()) {
    const open = [start]
    visited[start] = start
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const reader of read[next]!) found[reader] = start
      for (const node of change[next]!) {
        const other = nameOf[node]!
        if (visited[other] === start) continue
        visited[other] = start
        open.push(other)
      }
    }
    const others = new Set<string>()
    for (let at = 0; at < found.length; at++) if (found[at] === start) others.add(nodes[at]!.name)
    others.delete(name)
    if (others.size > 0) all.set(name, [...others])
  }
  return all
}
