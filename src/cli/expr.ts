import {
  type DataNode,
  type EvaluationScope,
  ExpressionProblem,
  parseExpression,
  parseXmlInstance,
} from '../flows/expressions/index.ts'
import type { Json } from '../lib/json.ts'
import { zoneOffset } from '../lib/local-time.ts'
import { Problem, UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { linesOf, readInput } from './input.ts'

export const command = defineCommand({
  usage: 'EXPRESSION --instance FILE.xml [--context PATH] [--now ISO]  or  kentongan expr --batch',
  help: `
  --instance FILE.xml  the answers; lists beside them as <instance id="…"> elements
  --context PATH       where "." is, such as /data/kegiatan[2]/persen; default: the root element
  --now ISO            what now() is, such as 2024-08-14T10:00:00+09:00; its offset is the zone of today()
  --batch              reads {"expression", "instance" (XML text), "context"?, "now"?}, one JSON object a line, and
                       prints one result a line, {"error": …} for a refusal

Prints {"type": "number|string|boolean|nodeset", "value": …}; nodes as their texts. JSON has no NaN and Infinity: they
are printed as texts. An expression that begins with a dash is best written behind "--".`,
  words: { min: 0, max: 1 },
  options: {
    instance: { type: 'string' },
    context: { type: 'string' },
    now: { type: 'string' },
    batch: { type: 'boolean' },
  },
  async run(context) {
    const { options, words } = context
    const at = context.clock.now()
    if (options.batch) {
      if (words.length > 0)
        throw new UsageProblem('"kentongan expr --batch" takes its expressions from standard input.')
      for await (const line of linesOf(context.stdin)) {
        if (line.trim() === '') continue
        const result = resultOfLine(line, at)
        context.print(result, JSON.stringify(result))
      }
      return 0
    }
    const [expression] = words
    if (expression === undefined) throw new UsageProblem('"kentongan expr" needs an expression, or --batch.')
    const instance = options.instance === undefined ? '<data/>' : readInput(options.instance).toString('utf8')
    const result = evaluate(
      {
        expression,
        instance,
        ...(options.context !== undefined && { context: options.context }),
        ...(options.now !== undefined && { now: options.now }),
      },
      at,
    )
    context.print(result, JSON.stringify(result))
    return 0
  },
})

interface Task {
  readonly expression: string
  readonly instance: string
  readonly context?: string
  readonly now?: string
}

type Result = { readonly [key: string]: Json }

function resultOfLine(line: string, at: number): Result {
  try {
    return evaluate(taskOf(line), at)
  } catch (error) {
    if (error instanceof ExpressionProblem)
      return { error: error.message, code: error.code, construct: error.construct, position: error.position }
    if (error instanceof Problem) return { error: error.message, code: error.code }
    throw error
  }
}

function taskOf(line: string): Task {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    throw new UsageProblem('The line is no JSON object.')
  }
  const task = (typeof read === 'object' && read !== null ? read : {}) as Record<string, unknown>
  for (const [key, needed] of [
    ['expression', true],
    ['instance', true],
    ['context', false],
    ['now', false],
  ] as const)
    if (typeof task[key] !== 'string' && (needed || (task[key] !== undefined && task[key] !== null)))
      throw new UsageProblem(`"${key}" must be a text.`)
  return {
    expression: task.expression as string,
    instance: task.instance as string,
    ...(typeof task.context === 'string' && { context: task.context }),
    ...(typeof task.now === 'string' && { now: task.now }),
  }
}

function evaluate(task: Task, at: number): Result {
  // read first: what is not understood is refused whatever the data are
  const expression = parseExpression(task.expression)
  const document = parseXmlInstance(task.instance)
  const root = document.children()[0]!
  const { now, zone } = task.now === undefined ? { now: at, zone: 'UTC' } : instantOfIso(task.now)
  const scope: EvaluationScope = {
    node: root,
    now,
    zone,
    resolve: nearest,
    instance: (id) => findInstance(root, id),
  }
  const value = expression.evaluate({ ...scope, node: contextNode(task.context, scope) })
  switch (value.type) {
    case 'number':
      return { type: 'number', value: Number.isFinite(value.value) ? value.value : String(value.value) }
    case 'nodeset':
      return { type: 'nodeset', value: value.value.map((node) => node.text()) }
    default:
      return { type: value.type, value: value.value }
  }
}

function contextNode(path: string | undefined, scope: EvaluationScope): DataNode {
  if (path === undefined) return scope.node
  const found = parseExpression(path).evaluate(scope)
  const [node] = found.type === 'nodeset' ? found.value : []
  if (!node) throw new UsageProblem(`The context "${path}" is not in the instance.`)
  return node
}

/** `${name}`: the nodes of that name around the asking node, from the nearest element that holds any. */
function nearest(name: string, from: DataNode): readonly DataNode[] {
  for (let around: DataNode | undefined = from; around; around = around.parent) {
    const found = below(around).filter((node) => node.name === name)
    if (found.length > 0) return found
  }
  return []
}

function below(node: DataNode): DataNode[] {
  return node.children().flatMap((child) => [child, ...below(child)])
}

function findInstance(root: DataNode, id: string): DataNode | undefined {
  return below(root).find(
    (node) => node.name === 'instance' && node.attributes?.().some((a) => a.name === 'id' && a.text() === id),
  )
}

const zonesByOffset = ['UTC', 'Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']

function instantOfIso(iso: string): { readonly now: number; readonly zone: string } {
  const match = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(iso)
  const offset = match?.[1] ?? 'Z'
  const now = match ? Date.parse(match[1] === undefined && iso.includes('T') ? `${iso}Z` : iso) : Number.NaN
  if (Number.isNaN(now)) throw new UsageProblem(`"${iso}" is no instant such as 2024-08-14T10:00:00+09:00.`)
  const hours = offset === 'Z' ? 0 : Number(offset.slice(0, 3)) + Number(offset.slice(-2)) / 60
  const zone = zonesByOffset.find((known) => zoneOffset(known) === hours * 3_600_000)
  if (zone === undefined) throw new UsageProblem(`"${iso}": the offset must be that of WIB, WITA, WIT or UTC.`)
  return { now, zone }
}
