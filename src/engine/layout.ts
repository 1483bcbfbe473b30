import type { Form, FormNode, Question, Repeat } from '../flows/form.ts'

/**
 * What the engine looks up about a form over and over: order, paths, numbers for `ubah N`. Worked out once per form
 * and kept as long as the form is.
 */
export interface Layout {
  /** Place among its siblings. */
  readonly index: ReadonlyMap<FormNode, number>
  /** Repeats around it, outermost first; for a repeat without itself. */
  readonly repeats: ReadonlyMap<FormNode, readonly Repeat[]>
  /** A path cut where item ids go: `kegiatan[` and `]/status`. */
  readonly pieces: ReadonlyMap<FormNode, readonly string[]>
  readonly opening: Question | undefined
  readonly recap: Question | undefined
  /** Nodes by their path without item ids (`kegiatan[]/status`), the item of a repeat as `kegiatan[]`. */
  readonly bySkeleton: ReadonlyMap<string, FormNode>
  /** Nodes by name: two in different groups may share one that nobody refers to. */
  readonly byName: ReadonlyMap<string, readonly FormNode[]>
  /** Calculations that run when this name changes and at no other time. */
  readonly triggered: ReadonlyMap<string, readonly Question[]>
  /** Place in `form.calculations`, for the order in which they are computed again. */
  readonly calculationOrder: ReadonlyMap<string, number>
  /** Top-level questions and repeats in order: what a person counts as one thing. */
  readonly stops: readonly (Question | Repeat)[]
}

const layouts = new WeakMap<Form, Layout>()

export function layoutOf(form: Form): Layout {
  let layout = layouts.get(form)
  if (!layout) {
    layout = workOut(form)
    layouts.set(form, layout)
  }
  return layout
}

function workOut(form: Form): Layout {
  const index = new Map<FormNode, number>()
  const repeats = new Map<FormNode, readonly Repeat[]>()
  const pieces = new Map<FormNode, readonly string[]>()
  const triggered = new Map<string, Question[]>()
  const stops: (Question | Repeat)[] = []
  const bySkeleton = new Map<string, FormNode>()
  const byName = new Map<string, FormNode[]>()

  const visit = (nodes: readonly FormNode[]) => {
    for (const [at, node] of nodes.entries()) {
      index.set(node, at)
      const around = node.parents.filter((parent) => parent.kind === 'repeat')
      repeats.set(node, around)
      pieces.set(node, piecesOf(node))
      const skeleton = piecesOf(node).join('')
      bySkeleton.set(skeleton, node)
      if (node.kind === 'repeat') bySkeleton.set(`${skeleton}[]`, node)
      byName.set(node.name, [...(byName.get(node.name) ?? []), node])
      if (around.length === 0 && node.kind !== 'group') stops.push(node)
      if (node.kind !== 'question') visit(node.nodes)
      else
        for (const name of node.triggers) {
          const list = triggered.get(name)
          if (list) list.push(node)
          else triggered.set(name, [node])
        }
    }
  }
  visit(form.nodes)

  return {
    index,
    repeats,
    pieces,
    triggered,
    stops,
    opening: form.questions.find((question) => question.appearances.includes('opening')),
    recap: form.questions.find((question) => question.appearances.includes('recap')),
    bySkeleton,
    byName,
    calculationOrder: new Map(form.calculations.map((question, at) => [question.name, at])),
  }
}

function piecesOf(node: FormNode): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const parent of node.parents)
    if (parent.kind === 'repeat') {
      pieces.push(`${piece}${parent.name}[`)
      piece = ']/'
    } else piece += `${parent.name}/`
  pieces.push(piece + node.name)
  return pieces
}
