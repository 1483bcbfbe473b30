import type { Form, Question } from '../flows/form.ts'
import { isSelect } from '../flows/type-names.ts'
import type { Json } from '../lib/json.ts'
import { choicesFor } from './choice-lists.ts'
import type { StartOptions, Step } from './engine.ts'
import type { EngineContext } from './input.ts'
import { kindOf } from './kinds/index.ts'
import { layoutOf } from './layout.ts'
import { type Place, placeOf } from './places.ts'
import { type LatestAnswer, sessionFromAnswers } from './rebuild.ts'
import { isAsked, isRelevant } from './relevance.ts'
import { allAnswers } from './session.ts'
import { Turn } from './turn.ts'

/**
 * A conversation goes on with another version of its form. Answers go along by the name of their question: to its new
 * place, and read again where it changed its kind.
 */
export interface CarriedOver extends Step {
  /** Rows to be written: answers that stand at another path now, or as another kind of value. */
  readonly rewritten: readonly LatestAnswer[]
  /** Paths of answers that the new version has no place for; they stay in the history. */
  readonly lost: readonly string[]
  /** Paths whose answer the new version no longer allows: they are asked again. */
  readonly askedAgain: readonly string[]
}

export function carryOver(
  before: Form,
  after: Form,
  rows: readonly LatestAnswer[],
  options: StartOptions & { readonly submitted?: boolean },
  context: EngineContext,
): CarriedOver {
  const lost: string[] = []
  const rewritten: LatestAnswer[] = []
  const kept: LatestAnswer[] = []
  for (const row of rows) {
    const place = placeIn(before, after, row)
    const value = place && valueIn(before, place.question, row)
    if (!place || value === undefined) {
      if (isAnswer(row)) lost.push(row.path)
      continue
    }
    const carried = { ...row, path: place.path, value }
    kept.push(carried)
    if (carried.path !== row.path || JSON.stringify(value) !== JSON.stringify(row.value)) rewritten.push(carried)
  }
  const all = sessionFromAnswers(after, kept, options, context)
  const askedAgain = notAllowed(new Turn(after, all.session, context))
  const step =
    askedAgain.length === 0
      ? all
      : sessionFromAnswers(
          after,
          kept.filter(({ path }) => !askedAgain.includes(path)),
          { ...options, submitted: false },
          context,
        )
  return { ...step, rewritten: rewritten.filter(({ path }) => !askedAgain.includes(path)), lost, askedAgain }
}

/** What was computed is computed again; what was taken back or never given cannot be lost. */
function isAnswer({ value, how }: LatestAnswer): boolean {
  return value !== null && how !== 'calculated' && how !== 'irrelevant' && how !== 'taken_back'
}

function placeIn(
  before: Form,
  after: Form,
  { path }: LatestAnswer,
): { readonly question: Question; readonly path: string } | undefined {
  const name = path.split('/').at(-1)!
  const question = after.byName.get(name)
  if (question?.kind !== 'question') return undefined
  const items = Array.from(path.matchAll(/\[([^\]]*)\]/g), ([, item]) => item!)
  const repeats = layoutOf(after).repeats.get(question)!
  const old = before.byName.get(name)
  // an answer about an item belongs to the items of that repeat and of no other
  const names =
    old?.kind === 'question'
      ? layoutOf(before)
          .repeats.get(old)!
          .map((repeat) => repeat.name)
      : undefined
  if (repeats.length !== items.length) return undefined
  if (names?.some((repeat, i) => repeat !== repeats[i]!.name)) return undefined
  return { question, path: placeOf(layoutOf(after), question, items).path }
}

function valueIn(before: Form, question: Question, row: LatestAnswer): Json | undefined {
  if (row.value === null) return null
  const old = before.byName.get(row.path.split('/').at(-1)!)
  if (old?.kind !== 'question' || old.type === question.type) return row.value
  const { text, parts } = kindOf(old.type).toNode(row.value)
  const kind = kindOf(question.type)
  return (parts && kind.fromParts?.(parts)) ?? kind.fromText(text)
}

/** Answers that a rule forbids now, or that are no longer among the choices. */
function notAllowed(turn: Turn): string[] {
  const found: string[] = []
  for (const path of Object.keys(allAnswers(turn.session))) {
    const place = turn.find(path)
    const value = turn.value(path)
    if (place?.node.kind !== 'question' || value === undefined) continue
    const asked = place as Place<Question>
    if (!isRelevant(turn, asked) || !isAsked(turn, asked)) continue
    const own = asked.node.list === undefined ? undefined : turn.form.choices.get(asked.node.list)
    const codes = Array.isArray(value) ? value : [value]
    const isOffered =
      !isSelect(asked.node.type) ||
      !own ||
      codes.every((code) => own.some((c) => c.code === code) || choicesFor(turn, asked).some((c) => c.code === code))
    if (!isOffered || !turn.holds(asked.node.constraint, asked, true)) found.push(path)
  }
  return found
}
