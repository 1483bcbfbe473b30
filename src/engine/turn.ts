import {
  type DataNode,
  type EvaluationScope,
  type Expression,
  evaluateBoolean,
  evaluateText,
} from '../flows/expressions/index.ts'
import type { Form, FormNode, LocalTemplate, Question, Repeat } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { rootNode, TreeNode } from './data-nodes.ts'
import type { EngineEvent } from './events/index.ts'
import type { EngineContext } from './input.ts'
import { kindOf, type Showing } from './kinds/index.ts'
import { type Layout, layoutOf } from './layout.ts'
import { attachedList, ownList, ownText } from './own-lists.ts'
import { findPlace, type Place, placeOf, sharedItems } from './places.ts'
import { isRelevant } from './relevance.ts'
import { type AnswerState, answerOf, type KeptAnswer, kept, type Session, stateOf } from './session.ts'

type Draft = { -readonly [K in keyof Session]: Session[K] }

/**
 * One step of one conversation: the session while it changes, the events so far, and what expressions see. Lives for
 * one call of `resume`; the session it was made from is never touched.
 */
export class Turn {
  readonly form: Form
  readonly layout: Layout
  readonly context: EngineContext
  session: Draft
  events: EngineEvent[] = []
  /** Texts of notes passed on the way to the next question, said with it. */
  notes: string[] = []
  /** A value being judged: expressions see it as if it were recorded. */
  trial: { readonly path: string; readonly value: Json } | undefined
  /** Lists of numbered questions (`numbering.ts`), worked out once a turn. */
  readonly numbered = new Map<object, readonly (Question | Repeat)[]>()
  #ownsAnswers = false
  readonly #nodes = new Map<string, TreeNode>()
  readonly #instances = new Map<string, DataNode>()
  readonly #planNodes = new Map<string, ReadonlyMap<string, DataNode>>()

  constructor(form: Form, session: Session, context: EngineContext) {
    this.form = form
    this.layout = layoutOf(form)
    this.context = context
    this.session = { ...session }
  }

  emit(event: EngineEvent): undefined {
    this.events.push(event)
  }

  // answers

  state(path: string): AnswerState | undefined {
    return stateOf(answerOf(this.session, path))
  }

  /** Whether a path has an answer or was skipped. */
  isAnswered(path: string): boolean {
    return answerOf(this.session, path) !== undefined
  }

  /** The value of a path, undefined when it has none or was skipped. */
  value(path: string): Json | undefined {
    if (this.trial?.path === path) return this.trial.value
    const answer = answerOf(this.session, path)
    if (answer === undefined || typeof answer !== 'object') return answer
    return 'v' in answer ? answer.v : undefined
  }

  /** The answers are copied at most once a turn, and only in a turn that changes them. */
  setState(path: string, state: AnswerState | undefined): undefined {
    if (!this.#ownsAnswers) {
      this.session.answers = { ...this.session.answers }
      this.#ownsAnswers = true
    }
    const answers = this.session.answers as Record<string, KeptAnswer | null>
    if (state !== undefined) answers[path] = kept(state)
    else if (this.session.earlier?.[path] === undefined) Reflect.deleteProperty(answers, path)
    else answers[path] = null
  }

  /** Where to come back to when a guess at several answers does not hold. */
  save(): () => void {
    const session = { ...this.session, answers: { ...this.session.answers } }
    const events = [...this.events]
    const notes = [...this.notes]
    return () => {
      this.session = session
      this.events = events
      this.notes = notes
      this.#ownsAnswers = true
    }
  }

  // places

  place<N extends FormNode>(node: N, items: readonly string[]): Place<N> {
    return placeOf(this.layout, node, items)
  }

  find(path: string): Place | undefined {
    if (this.#found?.path !== path) this.#found = { path, place: findPlace(this.layout, path) }
    return this.#found.place
  }
  /** The one asked for last: often the position, many times in a row. */
  #found: { readonly path: string; readonly place: Place | undefined } | undefined

  /**
   * The items of a repeat, decided when first needed: the plan's activities stay those of the session's start, counted
   * ones follow their count (`settle`), growing ones begin with one.
   */
  items(repeat: Repeat, outer: readonly string[]): readonly string[] {
    const place = this.place(repeat, outer)
    const known = this.session.items[place.path]
    if (known) return known
    const items = this.computeItems(place)
    this.session.items = { ...this.session.items, [place.path]: items }
    return items
  }

  /**
   * The items that expressions see: none while the repeat, or what it stands in, is not relevant. ODK's clients leave
   * such nodes out of every set.
   */
  liveItems(repeat: Repeat, outer: readonly string[]): readonly string[] {
    const items = this.items(repeat, outer)
    if (!repeat.relevant && repeat.parents.every((parent) => !parent.relevant)) return items
    const place = this.place(repeat, outer)
    // a rule that reads the repeat it decides about
    if (this.#judging.has(place.path)) return items
    this.#judging.add(place.path)
    try {
      return isRelevant(this, place) ? items : []
    } finally {
      this.#judging.delete(place.path)
    }
  }
  readonly #judging = new Set<string>()

  computeItems(place: Place<Repeat>): readonly string[] {
    const { over, count } = place.node
    const planned = over ? [...this.planNodes(place).keys()] : []
    if (!count) return over ? planned : (this.session.items[place.path] ?? ['n1'])
    const wanted = Math.floor(Number(evaluateText(count, this.scope(place))))
    const more = Math.min(wanted > 0 ? wanted : 0, mostItems - planned.length)
    return [...planned, ...Array.from({ length: more }, (_, i) => `n${i + 1}`)]
  }

  /** The plan's own nodes behind a repeat's items, by id. */
  planNodes(place: Place<Repeat>): ReadonlyMap<string, DataNode> {
    const known = this.#planNodes.get(place.path)
    if (known) return known
    const value = place.node.over?.evaluate(this.scope(place))
    const nodes = new Map<string, DataNode>()
    if (value?.type === 'nodeset')
      for (const [index, node] of value.value.entries()) {
        const id = safeId(childText(node, 'name') || (node.children().length === 0 ? node.text() : ''))
        if (nodes.size < mostItems) nodes.set(id || `n${index + 1}`, node)
      }
    this.#planNodes.set(place.path, nodes)
    return nodes
  }

  forgetPlanNodes(path: string): undefined {
    this.#planNodes.delete(path)
  }

  /** A list of the form or one handed in, the same nodes throughout a turn: expressions tell nodes apart by identity. */
  instance(id: string): DataNode | undefined {
    const known = this.#instances.get(id)
    if (known) return known
    const own = this.form.choices.get(id)
    const node = own
      ? (this.placeList(id) ?? ownList(id, own, this.session.language))
      : (this.context.instance(id) ?? attachedList(this.form.source.files?.[id]))
    if (node) this.#instances.set(id, node)
    return node
  }

  /** What this place has instead of a list of the form. */
  placeList(id: string): DataNode | undefined {
    return this.form.choices.has(id) ? this.context.list?.(id) : undefined
  }

  /** The node of the plan that the innermost item around a place stands for. */
  planNode(items: readonly string[], repeats: readonly Repeat[], depth: number): DataNode | undefined {
    const repeat = repeats[depth]
    const item = items[depth]
    if (!repeat?.over || item === undefined) return undefined
    return this.planNodes(this.place(repeat, items.slice(0, depth))).get(item)
  }

  // expressions

  node(place: Place): TreeNode {
    const known = this.#nodes.get(place.path)
    if (known) return known
    const made = new TreeNode(this, place)
    this.#nodes.set(place.path, made)
    return made
  }

  #root: DataNode | undefined
  root(): DataNode {
    this.#root ??= rootNode(this)
    return this.#root
  }

  scope(place: Place): EvaluationScope {
    return new Scope(this, this.node(place))
  }

  /** What a calculation gives now; '' for nothing, and where it is not relevant. */
  calculated(question: Question, place: Place): string {
    if (!question.calculation || !this.holds(question.relevant, place, true)) return ''
    const text = evaluateText(question.calculation, this.scope(place))
    return text === 'NaN' ? '' : text
  }

  /** Whether an expression holds at a place; `otherwise` when there is no expression. */
  holds(expression: Expression | undefined, place: Place, otherwise: boolean): boolean {
    return expression === undefined ? otherwise : evaluateBoolean(expression, this.scope(place))
  }

  /** A text of the form in the session's language, its holes filled as people read values. */
  text(template: LocalTemplate | undefined, place: Place): string {
    if (!template) return ''
    const scope = this.scope(place)
    return template.in(this.session.language).render(scope, (name, value) => this.words(name, value))
  }

  /** A value inside a text, as people read it. */
  words(name: string, value: string): string {
    if (value === '') return ''
    const node = this.form.byName.get(name)
    if (node?.kind !== 'question') return value
    const kind = kindOf(node.type)
    const read = kind.fromText(value)
    if (read === undefined) return value
    return kind.show(read, this.showing(node)) ?? value
  }

  showing(question: Question): Showing {
    const { appearances } = question
    return { language: this.session.language, appearances, label: (code) => this.choiceLabel(question, code) ?? code }
  }

  choiceLabel(question: Question, code: string): string | undefined {
    if (question.list === undefined) return undefined
    const choices = this.form.choices.get(question.list)
    const here =
      !choices || this.placeList(question.list) ? this.#labelInFile(question, question.list, code) : undefined
    if (here !== undefined || !choices) return here
    const choice = choices.find((other) => other.code === code)
    return choice?.label.in(this.session.language).render(this.scope(this.place(question, [])))
  }

  #labelInFile({ parameters }: Question, file: string, code: string): string | undefined {
    const items =
      this.instance(file.replace(/\.\w+$/, ''))
        ?.children()[0]
        ?.children() ?? []
    const { value = 'name', label = 'label' } = parameters
    const item = items.find((other) => childText(other, value) === code)
    return (item && childText(item, label)) || undefined
  }

  /** `${name}` as seen from a node: one node, or one per item where the name is in a repeat that `from` is not in. */
  resolve(name: string, from: DataNode): readonly DataNode[] {
    if (!(from instanceof TreeNode)) return this.#lookUp(name, from)
    // asked again for every row that a predicate looks at
    const known = from.resolved.get(name)
    if (known) return known
    const nodes = this.#lookUp(name, from)
    if (!this.#isSet(name, from)) from.resolved.set(name, nodes)
    return nodes
  }

  /** Whether a name stands for as many nodes as there are items just then. */
  #isSet(name: string, from: TreeNode): boolean {
    const target = this.form.components.get(name)?.question ?? this.form.byName.get(name)
    if (!target) return false
    const { node, items } = from.place
    return (
      target.kind === 'repeat' ||
      this.layout.repeats.get(target)!.length > sharedItems(this.layout, node, items, target).length
    )
  }

  #lookUp(name: string, from: DataNode): readonly DataNode[] {
    const component = this.form.components.get(name)
    const target = component?.question ?? this.form.byName.get(name)
    const at = from instanceof TreeNode ? from.place : undefined
    if (!target) return at ? this.#planProperty(name, at) : []
    const shared = at ? sharedItems(this.layout, at.node, at.items, target) : []
    const open = this.layout.repeats.get(target)!.slice(shared.length)
    const nodes: DataNode[] = []
    const add = (items: readonly string[], alone: boolean): undefined => {
      if (target.kind === 'repeat')
        for (const item of this.liveItems(target, items)) nodes.push(this.node(this.place(target, [...items, item])))
      else {
        const place = this.place(target, items)
        // items not answered yet are left out of a set: a sum over them would not be a number
        if (alone || target.kind === 'group' || this.value(place.path) !== undefined) nodes.push(this.node(place))
      }
    }
    if (open.length === 0) add(shared, true)
    else this.#eachItem(open, shared, (items) => add(items, false), true)
    if (!component) return nodes
    return nodes.flatMap((node) => node.children().filter((part) => part.name === name))
  }

  #eachItem(
    repeats: readonly Repeat[],
    outer: readonly string[],
    visit: (items: readonly string[]) => undefined,
    live = false,
  ): undefined {
    const [repeat, ...inner] = repeats
    if (!repeat) return visit(outer)
    const items = live ? this.liveItems(repeat, outer) : this.items(repeat, outer)
    for (const item of items) this.#eachItem(inner, [...outer, item], visit, live)
  }

  /** Every place of a node that shares its outer items with `items`. */
  eachPlace<N extends FormNode>(node: N, shared: readonly string[], visit: (place: Place<N>) => undefined): undefined {
    const open = this.layout.repeats.get(node)!.slice(shared.length)
    this.#eachItem(open, shared, (items) => visit(this.place(node, items)))
  }

  /** `${target}` inside the repeat over the plan: the property of the item asked about. */
  #planProperty(name: string, at: Place): readonly DataNode[] {
    const around = this.layout.repeats.get(at.node)!
    const repeats = at.node.kind === 'repeat' && at.items.length > around.length ? [...around, at.node] : around
    for (let depth = repeats.length - 1; depth >= 0; depth--) {
      const property = this.planNode(at.items, repeats, depth)
        ?.children()
        .find((child) => child.name === name)
      if (property) return [property]
    }
    return []
  }
}

/** More items than any report has: a wrong count must not fill the memory. */
const mostItems = 200

/** Ids go into paths, so what a path is cut at cannot be in them. */
function safeId(id: string): string {
  return id.replace(/[[\]/]/g, '_')
}

export function childText(node: DataNode, name: string): string {
  return (
    node
      .children()
      .find((child) => child.name === name)
      ?.text() ?? ''
  )
}

/** What one expression may see. A class, so that the many made in a turn share their functions. */
class Scope implements EvaluationScope {
  readonly node: DataNode
  readonly now: number
  readonly zone: string
  readonly language: string
  readonly version: string
  readonly fields: Readonly<Record<string, string>>
  readonly #turn: Turn

  constructor(turn: Turn, node: DataNode) {
    this.#turn = turn
    this.node = node
    this.now = turn.context.now
    this.zone = turn.context.zone
    this.language = turn.session.language
    this.version = turn.form.version
    this.fields = turn.context.fields
  }

  resolve(name: string, from: DataNode): readonly DataNode[] {
    return this.#turn.resolve(name, from)
  }

  instance(id: string): DataNode | undefined {
    return this.#turn.instance(id)
  }

  choiceLabel(question: string, code: string): string | undefined {
    const node = this.#turn.form.byName.get(question)
    return node?.kind === 'question' ? this.#turn.choiceLabel(node, code) : undefined
  }

  itext(id: string): string | undefined {
    return ownText(this.#turn.form.choices, id, this.language)
  }
}
