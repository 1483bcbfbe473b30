import { contextFields } from '../context-fields.ts'
import type { Expression } from '../expressions/index.ts'
import { placeOf } from '../findings.ts'
import type { FormNode } from '../form.ts'
import type { NodeSource } from '../form-source.ts'
import { didYouMean } from '../suggest.ts'
import type { Compilation } from './compilation.ts'

/** Which names a node reads. */
export interface References {
  /** Those that its value or relevance needs by `${…}`. */
  readonly needs: ReadonlyMap<FormNode, ReadonlySet<string>>
  /** Those and the ones in paths, which may be more than are meant. */
  readonly changes: ReadonlyMap<FormNode, ReadonlySet<string>>
  /** All of them, in texts too. */
  readonly reads: ReadonlyMap<FormNode, ReadonlySet<string>>
}

/** Checks that each name in an expression or a text means something here, and collects who reads whom. */
export function readReferences(compilation: Compilation): References {
  const { findings, names, cells } = compilation
  const needs = new Map<FormNode, Set<string>>()
  const changes = new Map<FormNode, Set<string>>()
  const reads = new Map<FormNode, Set<string>>()
  const nodeOf = names.byRow()
  const pulled = new Set(
    cells.all.flatMap(({ expression }) =>
      Array.from(expression?.source.matchAll(/\bpulldata\(\s*['"]([^'"]+)/g) ?? [], (match) => match[1]!),
    ),
  )
  for (const { written, column, references, expression } of cells.all) {
    const node = nodeOf.get(written)
    if (!node) continue
    for (const name of references) checkReference(name, node, written, column, compilation)
    for (const instance of expression?.instances ?? [])
      if (!names.isInstance(instance) && !pulled.has(instance))
        findings.warn(
          'unknown_instance',
          `"${column}" of "${written.name}" reads the list "${instance}", which neither the form nor the programme has.`,
          placeOf(written, column),
        )
    if (column === 'choice_filter' && expression) checkFilter(written, node, expression, compilation)
    const all = names.nodesBehind([...references, ...(expression ? namesInPaths(expression) : [])])
    if (column === 'relevant' || column === 'calculation') {
      addAll(needs, node, names.nodesBehind(references))
      addAll(changes, node, all)
    }
    // last round's value and the seat do not change while somebody answers
    if (column !== 'previous') addAll(reads, node, all)
  }
  for (const node of names.questions) {
    const written = names.writtenOf(node)
    for (const name of node.triggers) checkReference(name, node, written, 'trigger', compilation)
    if (written.trigger !== undefined) addAll(reads, node, node.triggers)
    const fromRepeat = node.list?.startsWith('${') ? node.list.slice(2, -1).trim() : undefined
    if (fromRepeat !== undefined) {
      checkReference(fromRepeat, node, written, 'type', compilation)
      addAll(reads, node, [fromRepeat])
    }
  }
  checkComponents(compilation)
  return { needs, changes, reads }
}

function checkReference(
  name: string,
  node: FormNode,
  written: NodeSource,
  column: string,
  { names, findings }: Compilation,
): void {
  const place = placeOf(written, column)
  if (names.isShared(name)) {
    findings.error(
      'ambiguous_name',
      `"${column}" of "${written.name}" uses \${${name}}, but two questions have that name: rename one of them.`,
      place,
    )
    return
  }
  if (names.has(name) || fields.has(name)) return
  const properties = names.itemProperties(node)
  if (properties.includes(name)) return
  const known = [...names.byName.keys(), ...names.components.keys(), ...fields, ...properties]
  findings.error(
    'unknown_name',
    `"${column}" of "${written.name}" uses \${${name}}, which is no question of this form.${didYouMean(name, known)}`,
    place,
  )
}

const fields: ReadonlySet<string> = new Set<string>(contextFields)

/** A filter over a column that the list has not never finds anything. */
function checkFilter(
  written: NodeSource,
  node: FormNode,
  { source: filter }: Expression,
  { source, names, findings }: Compilation,
): void {
  const list = node.kind === 'question' ? node.list : undefined
  if (list === undefined || !Object.hasOwn(source.choices, list)) return
  const columns = names.columnsOf(list)
  const [, left] = /^\s*([A-Za-z_][\w.-]*)\s*=\s*\$\{[^}]+\}\s*$/.exec(filter) ?? []
  if (left === undefined || columns.includes(left)) return
  findings.error(
    'no_such_column',
    `"choice_filter" of "${written.name}" looks at the column "${left}", which the list "${list}" has not.${didYouMean(left, columns)}`,
    placeOf(written, 'choice_filter'),
  )
}

function checkComponents({ names, findings }: Compilation): void {
  for (const [name, { question }] of names.components) {
    const node = names.byName.get(name)
    if (node)
      findings.error(
        'component_name',
        `"${name}" is a part of the answer to "${question.name}", so no other question can have that name.`,
        placeOf(names.writtenOf(node), 'name'),
      )
  }
}

/** Questions that an expression reads by a path such as `../umur`; a bare `umur` is a column of a list's item. */
function namesInPaths({ source, pathNames }: Expression): readonly string[] {
  return /\.\.|(^|[^\w\])}.])\//.test(source) ? pathNames : []
}

/** Into the set at `key`. */
export function addAll<K, V>(map: Map<K, Set<V>>, key: K, values: Iterable<V>): void {
  const set = map.get(key) ?? new Set<V>()
  for (const value of values) set.add(value)
  map.set(key, set)
}
