import { createHash } from 'node:crypto'
import type { DataNode } from '../data-node.ts'
import { walk } from '../paths.ts'
import { repeatableRandom, shuffled } from '../randomness.ts'
import type { Call, Syntax } from '../syntax.ts'
import { nodesOf, numberOf, numberOfText, textOf, type Value } from '../values.ts'
import { type FunctionTable, literalText, wrongArgument } from './function.ts'

export const nodeFunctions: FunctionTable = [
  ['current', { least: 0, most: 0, gives: 'nodes', call: ({ run }) => [run.current] }],
  [
    'instance',
    {
      least: 1,
      most: 1,
      gives: 'nodes',
      call: (c, [id]) => {
        const node = c.run.scope.instance(textOf(id!(c)))
        return node ? [node] : []
      },
      prepare: (call, notes) => {
        noteInstance(call, notes.instances)
        return undefined
      },
    },
  ],
  [
    'pulldata',
    {
      least: 4,
      most: 4,
      gives: 'text',
      call: (c, [id, wanted, key, value]) => {
        const instance = c.run.scope.instance(textOf(id!(c)))
        if (!instance) return ''
        const items = walk([instance], [childStep('root'), childStep('item')], c.run)
        const keyName = textOf(key!(c))
        const text = textOf(value!(c))
        const item = items.find((one) => childText(one, keyName) === text)
        c.run.spend(items.length * 4)
        return item ? (childText(item, textOf(wanted!(c))) ?? '') : ''
      },
      prepare: (call, notes) => {
        noteInstance(call, notes.instances)
        return undefined
      },
    },
  ],
  [
    'position',
    {
      least: 0,
      most: 1,
      gives: 'number',
      nodes: [0],
      call: (c, [nodes]) => (nodes ? (nodesOf(nodes(c))[0]?.position ?? Number.NaN) : c.position),
    },
  ],
  ['last', { least: 0, most: 0, gives: 'number', call: (c) => c.size }],
  [
    'name',
    {
      least: 0,
      most: 1,
      gives: 'text',
      nodes: [0],
      call: (c, [nodes]) => (nodes ? nodesOf(nodes(c))[0] : c.node)?.name ?? '',
    },
  ],
  [
    'local-name',
    {
      least: 0,
      most: 1,
      gives: 'text',
      nodes: [0],
      call: (c, [nodes]) => ((nodes ? nodesOf(nodes(c))[0] : c.node)?.name ?? '').replace(/^[^:]*:/, ''),
    },
  ],
  [
    'indexed-repeat',
    {
      least: 3,
      most: 7,
      gives: 'nodes',
      nodes: [0, 1, 3, 5],
      call: () => [],
      prepare: (call) => {
        if (call.args.length % 2 === 0) throw wrongArgument(call, call.args.length - 1, 'each repeat needs its index')
        const wanted = requireName(call, 0)
        const repeats = [1, 3, 5].filter((index) => index < call.args.length).map((index) => requireName(call, index))
        return (c, args) => {
          // the outermost repeat: all its items, also when the reference itself found only the nearest one
          const found = nodesOf(args[1]!(c))
          const siblings = found[0]?.parent ? walk([found[0].parent], [childStep(repeats[0]!)], c.run) : found
          let items = siblings
          for (const [depth, name] of repeats.entries()) {
            if (depth > 0) items = walk(items, [stepBelow(name)], c.run)
            const item = items[numberOf(args[depth * 2 + 2]!(c), c.run.zone) - 1]
            if (!item) return []
            items = [item]
          }
          return walk(items, [stepBelow(wanted)], c.run)
        }
      },
    },
  ],
  [
    'randomize',
    {
      least: 1,
      most: 2,
      gives: 'nodes',
      nodes: [0],
      call: (c, [nodes, seed]) => {
        const items = nodesOf(nodes!(c))
        c.run.spend(items.length)
        return shuffled(items, seed ? repeatableRandom(seedOf(seed(c), c.run.zone)) : () => c.run.random())
      },
      prepare: (call, notes) => {
        if (call.args.length === 1) notes.volatile = true
        return undefined
      },
    },
  ],
  ['version', { least: 0, most: 0, gives: 'text', call: ({ run }) => run.scope.version ?? '' }],
]

function noteInstance(call: Call, instances: Set<string>): void {
  const id = literalText(call.args[0])
  if (id !== undefined) instances.add(id)
}

/** A number is the seed itself; a text that is none seeds by its SHA-256, so that different texts give different orders. */
function seedOf(value: Value, zone: string): number {
  if (typeof value === 'number') return value
  const text = textOf(value)
  const number = numberOfText(text, zone)
  if (!Number.isNaN(number) || text === '') return number
  return Number(createHash('sha256').update(text, 'utf8').digest().readBigInt64BE(0) % 2_147_483_647n)
}

function requireName(call: Call, index: number): string {
  const name = nameOf(call.args[index])
  if (name === undefined)
    throw wrongArgument(call, index, `name the question and the repeats, as \${name} or as a path`)
  return name
}

function nameOf(syntax: Syntax | undefined): string | undefined {
  if (syntax?.kind === 'reference') return syntax.name
  const last = syntax?.kind === 'path' ? syntax.steps.at(-1) : undefined
  return last?.test.kind === 'name' ? last.test.name : undefined
}

function childStep(name: string) {
  return { axis: 'child', test: { kind: 'name', name }, predicates: [] } as const
}

function stepBelow(name: string) {
  return { axis: 'descendant', test: { kind: 'name', name }, predicates: [] } as const
}

function childText(node: DataNode, name: string): string | undefined {
  return node
    .children()
    .find((child) => child.name === name)
    ?.text()
}
