import { type Document, isMap, isNode, isScalar, type LineCounter } from 'yaml'

/** The line at which something of the form stands, where it is known. */
export type LineOf = (path: readonly PropertyKey[]) => number | undefined

/** The line of a key where the path ends in one, else of the node. */
export function lineOf(doc: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  const last = path.at(-1)
  const parent: unknown = path.length > 1 ? doc.getIn(path.slice(0, -1), true) : doc.contents
  if (typeof last === 'string' && isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last)
    const offset = pair && isNode(pair.key) ? pair.key.range?.[0] : undefined
    return offset === undefined ? undefined : lines.linePos(offset).line
  }
  const node: unknown = doc.getIn(path, true)
  const offset = isNode(node) ? node.range?.[0] : undefined
  return offset === undefined ? undefined : lines.linePos(offset).line
}
