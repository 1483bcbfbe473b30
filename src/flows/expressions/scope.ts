import type { DataNode } from './data-node.ts'

/** What an expression is evaluated against. Nothing else reaches it: no clock, no randomness, no environment. */
export interface EvaluationScope {
  /** The context node: `.` and the start of relative paths. */
  readonly node: DataNode
  /** What `current()` is and `${name}` is looked up from, when that is not `node`: for a choice filter `node` is the item of the list and this the question. */
  readonly current?: DataNode
  /** Milliseconds UTC, for `now()` and `today()`. */
  readonly now: number
  /** IANA zone, one that `lib/local-time` knows. */
  readonly zone: string
  /** `${name}` by ODK's rules for repeats (the nearest common repeat). Irrelevant nodes are left out by the one who resolves. */
  resolve(name: string, from: DataNode): readonly DataNode[]
  /** The parent of the instance's root: `instance('x')/root/item`. */
  instance(id: string): DataNode | undefined
  /** The label of a choice, for `jr:choice-name`. */
  choiceLabel?(question: string, code: string): string | undefined
  /** A translated text, for `jr:itext`. */
  itext?(id: string): string | undefined
  /** 0 ≤ x < 1. Without it a generator seeded with `now` is used. */
  random?(): number
  uuid?(): string
  /** The form's version, for `version()`. */
  readonly version?: string
  /** Names of months and days in `format-date`: `id…` is Indonesian, everything else English. */
  readonly language?: string
  /** Text context fields (sapaan, nama, …), not ODK's: `${name}` finds them when no question has that name. */
  readonly fields?: Readonly<Record<string, string>>
}
