import type { ChoiceOption, Lexicon, ReadContext, Reading, RegionOption } from '../../bahasa/index.ts'
import type { Question } from '../../flows/form.ts'
import type { QuestionType } from '../../flows/form-source.ts'
import type { Json } from '../../lib/json.ts'
import { localDate } from '../../lib/local-time.ts'
import type { Input } from '../input.ts'

/** What a person sends as the answer to a question. */
export type AnswerInput = Extract<
  Input,
  { readonly kind: 'text' | 'photo' | 'voice' | 'file' | 'location' | 'contact' }
>

/** A value, a question back, or undefined where this sort of message cannot answer this kind of question. */
export type Read<V extends Json = Json> = Reading<V> | undefined

/** What a reader may look at besides the reply. */
export interface KindContext {
  readonly now: number
  readonly zone: string
  readonly address: string
  readonly language: string
  readonly choices: readonly ChoiceOption[]
  /** The unit the question expects a quantity in, such as the plan's. */
  readonly expectedUnit: string | undefined
  /** The value it has now: photos are added to it. */
  readonly kept: Json | undefined
  readonly lexicon: Lexicon | undefined
  readonly regions: readonly RegionOption[] | undefined
}

/** What showing a value may need: a list's labels in the language of the conversation. */
export interface Showing {
  readonly language: string
  /** The question's, such as `year` of a date. */
  readonly appearances?: readonly string[]
  label(code: string): string
}

/** A value as expressions and tables see it: its text, and the numbers of a compound answer by their suffix. */
export interface NodeText {
  readonly text: string
  readonly parts?: Readonly<Record<string, string>>
}

/**
 * A kind of question: how a reply becomes its value, how the value is said, and what expressions see of it. One file
 * each, in the same order, and one line in `index.ts`.
 */
export interface Kind<V extends Json = Json> {
  readonly type: QuestionType
  /** False for what is computed or known without asking. */
  readonly asked: boolean
  /** Any text is an answer, so words that are commands elsewhere need care here. */
  readonly freeText?: true
  /** Said back as understood: numbers, money, dates. Not choices (their label was just read) nor free text. */
  readonly echoed?: true
  /** Codes of its own buttons, in their order, where the form lists no choices. */
  readonly buttons?: readonly string[]
  read(input: AnswerInput, question: Question, context: KindContext): Read<V>
  /** The value in words; undefined where there is nothing to say, such as of a file. */
  show(value: V, showing: Showing): string | undefined
  toNode(value: V): NodeText
  /** The value behind `toNode`'s text, for last round's values and defaults; undefined when it is none. */
  fromText(text: string): V | undefined
  fromParts?(parts: Readonly<Record<string, string>>): V | undefined
  /** Whether a quantity's unit is of the family of `unit`. */
  fitsUnit?(value: V, unit: string): boolean
  /** Known without asking: today, the start of the conversation. */
  known?(at: {
    readonly now: number
    readonly zone: string
    readonly startedAt: number
    readonly ending?: true
  }): V | undefined
}

/** Reads typed text; everything else cannot answer. */
export function typed<V extends Json>(input: AnswerInput, read: (text: string) => Reading<V>): Read<V> {
  return input.kind === 'text' ? read(input.text) : undefined
}

/** The readers' own context, from ours. */
export function readContext(context: KindContext, want?: ReadContext['want']): ReadContext {
  return {
    referenceOn: localDate(context.now, context.zone),
    address: context.address,
    ...(want && { want }),
    ...(context.lexicon && { lexicon: context.lexicon }),
  }
}

/** Which side a date lies on: said by `parameters: want=…`, else seen from the question's own rule. */
export function wantOf(question: Question): 'past' | 'future' {
  const { want } = question.parameters
  if (want === 'past' || want === 'future') return want
  const rule = question.constraint?.source ?? ''
  return />=?\s*(?:today\(\)|format-date\(today\(\))|>=?\s*now\(\)/.test(rule) ? 'future' : 'past'
}

export function numberFrom(text: string): number | undefined {
  const number = Number(text)
  return text.trim() !== '' && Number.isFinite(number) ? number : undefined
}
