import { choicesFor } from '../../../src/engine/choice-lists.ts'
import { kindOf } from '../../../src/engine/kinds/index.ts'
import type { Place } from '../../../src/engine/places.ts'
import { isRelevant } from '../../../src/engine/relevance.ts'
import { Turn } from '../../../src/engine/turn.ts'
import { componentsOf } from '../../../src/flows/components.ts'
import type { Form, Question } from '../../../src/flows/form.ts'
import { writeXForm } from '../../../src/flows/xform/write.ts'
import type { Json } from '../../../src/lib/json.ts'
import { Talk, type World } from '../../engine/talk.ts'
import { loadReferee } from './referee.ts'

/** What we need of a node of ODK's engine. */
interface Leaf {
  readonly nodeType: string
  readonly valueType?: string
  readonly currentState: {
    readonly reference: string
    readonly relevant: boolean
    readonly children: readonly Leaf[] | null
    readonly instanceValue?: string
    readonly valueOptions?: readonly { readonly value: string }[]
  }
  readonly validationState: { readonly constraint?: { readonly valid: boolean } }
  setValue?(value: unknown): void
  setValues?(values: readonly string[]): void
  selectValues?(values: readonly string[]): void
  addInstances?(): void
}

const referee = await loadReferee()

/** Lists as the files that an XForm names. */
export type Lists = NonNullable<World['lists']>

/** Opens an XForm in ODK's engine; throws what it says against it. */
export async function open(xform: string, lists: Lists = {}): Promise<Leaf> {
  const loaded = await referee.loadForm(xform, {
    fetchFormAttachment: async (url: unknown) => {
      const name = String(url).replace(/^.*\/|\.\w+$/g, '')
      if (String(url).endsWith('.geojson')) return new Response('{"type":"FeatureCollection","features":[]}')
      const rows = lists[name] ?? []
      const columns = [...new Set(['name', 'label', ...rows.flatMap((row) => Object.keys(row))])]
      return new Response([columns, ...rows.map((row) => columns.map((c) => row[c] ?? ''))].join('\n'))
    },
  } as unknown as Parameters<typeof referee.loadForm>[1])
  if (loaded.status === 'failure') throw loaded.error
  return (loaded as unknown as { createInstance(): { root: Leaf } }).createInstance().root
}

/** One form in both engines: ours leads, by a conversation; what it recorded is filled in on the other side. */
export class SideBySide {
  readonly talk: Talk
  readonly #root: Leaf
  checked = 0

  static async of(form: Form, world: World = {}): Promise<SideBySide> {
    return new SideBySide(new Talk(form, world), await open(writeXForm(form.source), world.lists))
  }

  private constructor(talk: Talk, root: Leaf) {
    this.talk = talk
    this.#root = root
    this.follow()
  }

  turn(): Turn {
    return new Turn(this.talk.form, this.talk.session, this.talk.context())
  }

  /** The question that is open, when an answer is what it waits for. */
  openQuestion(turn: Turn): Place<Question> | undefined {
    const { awaits } = this.talk.session
    const place = awaits.kind === 'answer' ? turn.find(awaits.path) : undefined
    return place?.node.kind === 'question' ? (place as Place<Question>) : undefined
  }

  /** Whether the other side takes a value, and whether we do; afterwards nothing is filled in. */
  verdicts(turn: Turn, place: Place<Question>, value: Json): { readonly theirs: boolean; readonly ours: boolean } {
    const leaves = this.#leavesOf(turn, place, this.#leaves())
    fill(leaves, place.node, value)
    const theirs = leaves.every((leaf) => leaf?.validationState.constraint?.valid !== false)
    turn.trial = { path: place.path, value }
    const ours = turn.holds(place.node.constraint, place, true)
    turn.trial = undefined
    return { theirs, ours }
  }

  /** Fills in what was recorded, and takes out what is gone. */
  follow(): void {
    const turn = this.turn()
    this.#grow(turn)
    for (let round = 0; round < 2; round++) {
      const leaves = this.#leaves()
      for (const question of turn.form.questions) {
        if (!kindOf(question.type).asked || question.calculation) continue
        turn.eachPlace(question, [], (place) => {
          fill(this.#leavesOf(turn, place, leaves), question, turn.value(place.path))
        })
      }
    }
  }

  /**
   * Every difference in relevance, computed values and offered choices, as sentences. Left aside is what the two mean
   * differently on purpose: a sum of nothing, or over what is not answered yet.
   */
  differences(): string[] {
    const turn = this.turn()
    const leaves = this.#leaves()
    const found: string[] = []
    for (const question of turn.form.questions) {
      turn.eachPlace(question, [], (place) => {
        const relevant = isRelevant(turn, place)
        for (const [i, leaf] of this.#leavesOf(turn, place, leaves).entries()) {
          this.checked++
          if (relevant !== (leaf?.currentState.relevant ?? false))
            found.push(`${place.path}: we say ${relevant ? 'relevant' : 'not relevant'}, they do not`)
          if (!relevant || !leaf || (kindOf(question.type).known && !question.calculation)) continue
          const part = componentsOf(question)[i]
          const node = turn.node(place)
          const ours = (part ? node.children().find(({ name }) => name === part.name) : node)?.text() ?? ''
          const theirs = leaf.currentState.instanceValue ?? ''
          const isSumOfNothing = theirs === '' && /\b(sum|min|max)\(/.test(question.calculation?.source ?? '')
          if (question.type !== 'image' && question.type !== 'note' && !same(ours, theirs) && !isSumOfNothing)
            found.push(`${place.path}: we have "${ours}", they have "${theirs}"`)
          const { valueOptions } = leaf.currentState
          if (valueOptions && question.type !== 'yesno') {
            const codes = choicesFor(turn, place).map(({ code }) => code)
            // an answer given twice in a repeat is one choice here
            const others = [...new Set(valueOptions.map(({ value }) => value))]
            if (codes.join(' ') !== others.join(' '))
              found.push(`${place.path}: we offer ${codes.join(' ')}, they offer ${others.join(' ')}`)
          }
        }
        return undefined
      })
    }
    return found
  }

  /** A repeat that people add to has as many items there as here. */
  #grow(turn: Turn): void {
    const visit = (leaf: Leaf) => {
      if (leaf.nodeType === 'repeat-range:uncontrolled') {
        const items = this.#itemsOf(turn, leaf.currentState.reference)
        while ((leaf.currentState.children ?? []).length < items) leaf.addInstances!()
      }
      for (const child of leaf.currentState.children ?? []) visit(child)
    }
    visit(this.#root)
  }

  #itemsOf(turn: Turn, reference: string): number {
    for (const node of turn.form.byName.values()) {
      if (node.kind !== 'repeat') continue
      let items = 0
      turn.eachPlace(node, [], (place) => {
        if (referenceOf(turn, place) === reference.replace(/\[\d+\]$/, '')) items = turn.items(node, place.items).length
        return undefined
      })
      if (items > 0) return items
    }
    return 0
  }

  #leaves(): ReadonlyMap<string, Leaf> {
    const leaves = new Map<string, Leaf>()
    const visit = (leaf: Leaf) => {
      const { reference, children } = leaf.currentState
      if (children === null || leaf.nodeType === 'group') leaves.set(reference, leaf)
      for (const child of children ?? []) visit(child)
    }
    visit(this.#root)
    return leaves
  }

  /** The leaves of an answer: one, or one for each part of a compound one. */
  #leavesOf(turn: Turn, place: Place<Question>, leaves: ReadonlyMap<string, Leaf>): (Leaf | undefined)[] {
    const reference = referenceOf(turn, place)
    const parts = componentsOf(place.node)
    if (parts.length === 0) return [leaves.get(reference)]
    return parts.map(({ name }) => leaves.get(`${reference}/${name}`))
  }
}

function referenceOf(turn: Turn, place: Place): string {
  let reference = '/data'
  let depth = 0
  for (const parent of place.node.parents) {
    reference += `/${parent.name}`
    if (parent.kind !== 'repeat') continue
    const items = turn.items(parent, place.items.slice(0, depth))
    reference += `[${items.indexOf(place.items[depth]!) + 1}]`
    depth++
  }
  return `${reference}/${place.node.name}`
}

function fill(leaves: readonly (Leaf | undefined)[], question: Question, value: Json | undefined): void {
  const text = value === undefined ? undefined : kindOf(question.type).toNode(value)
  const parts = componentsOf(question)
  for (const [i, leaf] of leaves.entries()) {
    if (!leaf) continue
    const wanted = text === undefined ? '' : parts[i] ? (text.parts?.[parts[i].part] ?? '') : text.text
    if (same(leaf.currentState.instanceValue ?? '', wanted)) continue
    if (leaf.nodeType === 'trigger') leaf.setValue!(wanted !== '')
    else if (leaf.nodeType === 'select')
      leaf.selectValues!(wanted === '' ? [] : question.type === 'select_multiple' ? wanted.split(' ') : [wanted])
    else if (leaf.nodeType === 'rank') leaf.setValues!(wanted === '' ? [] : wanted.split(' '))
    else if (leaf.nodeType === 'upload') leaf.setValue!(wanted === '' ? null : new File(['x'], wanted))
    else if (leaf.nodeType !== 'note') leaf.setValue?.(wanted === '' && leaf.valueType !== 'string' ? null : wanted)
  }
}

/** Two texts of one value: `2.0` and `2`, also inside a text, a time with and without its seconds. */
function same(one: string, other: string): boolean {
  if (one === other) return true
  const plain = (text: string) =>
    text === 'NaN' ? '' : text.replace(/^(\d\d:\d\d)(:00(\.000)?.*)?$/, '$1').replace(/(\d)\.0\b/g, '$1')
  if (plain(one) === plain(other)) return true
  return one.trim() !== '' && other.trim() !== '' && Math.abs(Number(one) - Number(other)) < 1e-9
}
