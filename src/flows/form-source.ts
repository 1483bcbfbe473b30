/**
 * A form as people write it: the one shape that YAML and XLSForm are read into and written from, that is stored as a
 * form version, and that `compileForm` turns into what the engine runs. Plain JSON. Keys are the XLSForm column names.
 */

/** Language code → text. Texts may hold `${name}`. */
export type Texts = Readonly<Record<string, string>>

/** Kinds of question that a person is asked, and those that are only computed. ODK's first, then ours. */
export const questionTypes = [
  'text',
  'integer',
  'decimal',
  'select_one',
  'select_multiple',
  'rank',
  'range',
  'date',
  'time',
  'dateTime',
  'geopoint',
  'image',
  'audio',
  'video',
  'file',
  'note',
  'acknowledge',
  'calculate',
  'hidden',
  'barcode',
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'phonenumber',
  'audit',
  'yesno',
  'money_idr',
  'count_by_sex',
  'percent',
  'month',
  'phone',
  'quantity_unit',
  'region',
  'person',
] as const
export type QuestionType = (typeof questionTypes)[number]

/** Where a row came from, so that a finding can name it. */
interface RowPlace {
  readonly sheet?: string
  readonly row?: number
}

/** Chat fields: `bind::kentongan:*` columns in XLSForm. */
export interface ChatFields {
  /** The id in the written list of questions, such as A2 or B9. */
  readonly ref?: string
  /** A name of a few words for recap and progress. */
  readonly short?: Texts
  readonly example?: Texts
  readonly depth?: 'core' | 'full'
  /**
   * Expression, for a round of depth `core`: the question is asked there only where this is true, whatever `depth`
   * says. A changed activity pulls in its money this way. In a `full` round it changes nothing.
   */
  readonly core_when?: string
  /** Expression: when true of the value, `confirm_message` is asked (ya/ubah). */
  readonly confirm?: string
  readonly confirm_message?: Texts
  /** With `confirm`: a sentence is wanted for why. On `lewati` of a required question likewise. */
  readonly reason?: boolean
  /** Expression for last round's value, offered as "Sama / Ubah". */
  readonly previous?: string
  /** On a repeat: the node-set of items it runs over. */
  readonly over?: string
  /** Expression: the unit whose family a quantity must share, such as the plan's unit. */
  readonly unit_family?: string
  /** Choice codes that exclude all others, space separated. */
  readonly excludes?: string
  /** A voice note is accepted instead of typing. */
  readonly voice?: boolean
  /** `seat`: filled from the writer's seat, asked only when someone writes for another. */
  readonly source?: string
}

export interface NodeSource extends RowPlace, ChatFields {
  readonly type: QuestionType | 'group' | 'repeat'
  readonly name: string
  readonly label?: Texts
  readonly hint?: Texts
  readonly relevant?: string
  readonly constraint?: string
  readonly constraint_message?: Texts
  /** An expression, or `true`/`yes`. */
  readonly required?: string
  readonly required_message?: Texts
  readonly calculation?: string
  readonly default?: string
  readonly read_only?: string
  /** ODK's words, and ours: `opening`, `recap`, `follow_on`, `up-to-3` (photos); see `docs/forms.md`. */
  readonly appearance?: string
  readonly parameters?: string
  readonly trigger?: string
  readonly choice_filter?: string
  readonly repeat_count?: string
  readonly save_to?: string
  /** The choice list of a select, rank or select-from-file. */
  readonly list?: string
  readonly or_other?: boolean
  /** On a group: it stands once for every choice of this list, `%(label)s` and `%(name)s` in its texts being the choice's. */
  readonly loop?: string
  readonly media?: Readonly<Record<string, Texts>>
  /** Columns that we keep for the way back but do not use (`bind::…`, `body::…`, `instance::…`). */
  readonly extra?: Readonly<Record<string, string>>
  /** Children of a group or repeat. */
  readonly questions?: readonly NodeSource[]
}

export interface ChoiceSource extends RowPlace {
  readonly name: string
  readonly label?: Texts
  readonly media?: Readonly<Record<string, Texts>>
  /** Further words for it, space or comma separated; chat only. */
  readonly synonyms?: string
  /** Further columns, for choice_filter. */
  readonly columns?: Readonly<Record<string, string>>
}

export interface EntitySource extends RowPlace {
  readonly list_name: string
  readonly label?: string
  readonly entity_id?: string
  readonly create_if?: string
  readonly update_if?: string
  /** On a repeat: which repeat the entity hangs on. */
  readonly repeat?: string
}

export interface FormSource {
  readonly settings: {
    readonly form_id: string
    readonly form_title: Texts
    readonly version: string
    readonly default_language: string
    readonly [setting: string]: unknown
  }
  readonly survey: readonly NodeSource[]
  readonly choices: Readonly<Record<string, readonly ChoiceSource[]>>
  readonly entities: readonly EntitySource[]
  /** Rows of lists that came with the form in files of their own, by id; only of a form that is installed or played. */
  readonly files?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
}
