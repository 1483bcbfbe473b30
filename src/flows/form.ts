import type { Expression, Template } from './expressions/index.ts'
import type { FormSource, QuestionType } from './form-source.ts'

/**
 * A form ready to run: names resolved, expressions parsed, order and dependants known. Made by `compileForm`, kept in
 * memory per version, never changed.
 */
export interface Form {
  readonly id: string
  readonly version: string
  readonly title: LocalTemplate
  readonly languages: readonly string[]
  readonly defaultLanguage: string
  readonly nodes: readonly FormNode[]
  /** Every node by its name: names are unique per form. */
  readonly byName: ReadonlyMap<string, FormNode>
  /** All questions in the order they are asked, repeats flattened to their template. */
  readonly questions: readonly Question[]
  readonly choices: ReadonlyMap<string, readonly Choice[]>
  /** Names whose relevance, calculation, constraint, choices or text read this name, transitively and in form order. */
  readonly dependants: ReadonlyMap<string, readonly string[]>
  /** Calculations in the order in which they must be computed. */
  readonly calculations: readonly Question[]
  /** The one top-level repeat that runs over the plan, if there is exactly one top-level repeat. */
  readonly mainRepeat: Repeat | undefined
  /** Names that are parts of a compound answer (`hadir_l` of `hadir`): see `componentsOf`. */
  readonly components: ReadonlyMap<string, Component>
  readonly entities: readonly FormEntity[]
  readonly source: FormSource
}

export type FormNode = Question | Group | Repeat

/** Language → template; `text(language)` falls back to the default language. */
export interface LocalTemplate {
  readonly byLanguage: ReadonlyMap<string, Template>
  in(language: string): Template
}

interface NodeBase {
  readonly name: string
  readonly label: LocalTemplate | undefined
  readonly relevant: Expression | undefined
  readonly depth: 'core' | 'full'
  /** Groups and repeats around it, outermost first. */
  readonly parents: readonly (Group | Repeat)[]
  /** The innermost repeat around it. */
  readonly repeat: Repeat | undefined
}

export interface Group extends NodeBase {
  readonly kind: 'group'
  readonly nodes: readonly FormNode[]
}

export interface Repeat extends NodeBase {
  readonly kind: 'repeat'
  readonly nodes: readonly FormNode[]
  /** Node-set of items it runs over (the plan's activities). */
  readonly over: Expression | undefined
  /** How many items. With `over`: how many more are named in the conversation (n1, n2 …) after those of the node-set. */
  readonly count: Expression | undefined
}

export interface Question extends NodeBase {
  readonly kind: 'question'
  readonly type: QuestionType
  readonly ref: string | undefined
  readonly hint: LocalTemplate | undefined
  readonly example: LocalTemplate | undefined
  readonly short: LocalTemplate | undefined
  readonly required: Expression | undefined
  readonly requiredMessage: LocalTemplate | undefined
  /** At depth `core`, when there is one: asked only where it is true, whatever `depth` says. */
  readonly coreWhen: Expression | undefined
  readonly constraint: Expression | undefined
  readonly constraintMessage: LocalTemplate | undefined
  readonly calculation: Expression | undefined
  readonly default: Expression | undefined
  readonly readOnly: Expression | undefined
  readonly list: string | undefined
  readonly choiceFilter: Expression | undefined
  readonly appearances: readonly string[]
  readonly parameters: Readonly<Record<string, string>>
  readonly triggers: readonly string[]
  readonly saveTo: string | undefined
  readonly confirm: Expression | undefined
  readonly confirmMessage: LocalTemplate | undefined
  readonly reason: boolean
  readonly previous: Expression | undefined
  readonly unitFamily: Expression | undefined
  readonly excludes: readonly string[]
  readonly voice: boolean
  readonly fromSeat: boolean
}

/** One part of a compound answer that expressions can name: `${hadir_l}` is the part `l` of the question `hadir`. */
export interface Component {
  readonly name: string
  readonly question: Question
  readonly part: ComponentPart
}
/** Of `count_by_sex`: total, l, p. Of `quantity_unit`: jumlah (a number), satuan (a text). */
export type ComponentPart = 'total' | 'l' | 'p' | 'jumlah' | 'satuan'

/** What a report does to an entity list when it is submitted, such as the status of a plan activity. */
export interface FormEntity {
  readonly list: string
  /** One entity per item of this repeat; undefined: one per report. */
  readonly repeat: Repeat | undefined
  readonly label: Expression | undefined
  readonly entityId: Expression | undefined
  readonly createIf: Expression | undefined
  readonly updateIf: Expression | undefined
  /** Which answers become which properties (`save_to`). */
  readonly saves: readonly { readonly question: Question; readonly property: string }[]
}

export interface Choice {
  readonly code: string
  readonly label: LocalTemplate
  readonly synonyms: readonly string[]
  readonly columns: Readonly<Record<string, string>>
}

/** What is wrong with a form, and where. `error` stops it from being installed. */
export interface Finding {
  readonly level: 'error' | 'warning'
  readonly code: string
  readonly message: string
  readonly sheet?: string
  readonly row?: number
  readonly column?: string
  readonly name?: string
}
