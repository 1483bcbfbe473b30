import type { DataNode } from './expressions/index.ts'

/**
 * Rows as an external instance: `instance('kegiatan')/root/item[desa = …]/target`. Nodes are made when looked at, since
 * most steps of a conversation look at one item of many.
 */
export function tableInstance(rows: readonly Readonly<Record<string, string>>[]): DataNode {
  const top: DataNode = {
    name: '',
    parent: undefined,
    position: 1,
    text: () => '',
    children: () => [root],
  }
  let items: readonly DataNode[] | undefined
  const root: DataNode = {
    name: 'root',
    parent: top,
    position: 1,
    text: () => '',
    children: () => (items ??= rows.map((row, index) => itemNode(row, root, index + 1))),
  }
  return top
}

function itemNode(row: Readonly<Record<string, string>>, parent: DataNode, position: number): DataNode {
  let properties: readonly DataNode[] | undefined
  const item: DataNode = {
    name: 'item',
    parent,
    position,
    text: () => '',
    children: () =>
      (properties ??= Object.entries(row).map(([name, value]) => ({
        name,
        parent: item,
        position: 1,
        text: () => value,
        children: () => [],
      }))),
  }
  return item
}
