import type { Json } from '../../lib/json.ts'

/**
 * What happened in a conversation, in the past tense. The engine returns these and nothing else; `app` turns them into
 * rows, `wording` into sentences. Texts in them are the form's own, already rendered in the session's language; every
 * other sentence belongs to `locales/`.
 */

export interface ChoiceShown {
  readonly code: string
  readonly label: string
}

/** A question was put to the person. */
export interface QuestionAsked {
  readonly kind: 'question-asked'
  readonly path: string
  readonly question: string
  readonly type: string
  readonly step: number
  readonly text: string
  readonly hint?: string
  readonly example?: string
  readonly choices?: readonly ChoiceShown[]
  /** Several may be chosen. `chosen` are those toggled on so far. */
  readonly multiple?: { readonly chosen: readonly string[] }
  readonly optional: boolean
  /** The question's number in this report's numbering, and how many there are in view now. */
  readonly progress?: { readonly at: number; readonly of: number }
  /** First question of a repeat's item: its place and name. */
  readonly item?: { readonly index: number; readonly count: number; readonly label: string }
  /** A group's or repeat's label, said once when it is entered. */
  readonly introduction?: string
  /** Last round's value as words, and whether "sama" takes it. */
  readonly previous?: string
  /** Asked again after an edit, or because it became relevant. */
  readonly because?: 'edited' | 'became_relevant' | 'returned'
  readonly returnedComment?: string
  /** Growing help: 0 none, 1 example, 2 options or hint, 3 a human is offered. */
  readonly help: 0 | 1 | 2 | 3
  /** It could be sent as a voice note. */
  readonly voice?: boolean
}

/** A value was understood and is now a row. Also for calculations, carried values and seat-given ones (`by`). */
export interface AnswerRecorded {
  readonly kind: 'answer-recorded'
  readonly path: string
  readonly question: string
  readonly type: string
  readonly value: Json
  /** The value in words, for the echo; undefined when echoing would only be noise (a chosen label, free text). */
  readonly echo?: string
  readonly raw?: string
  readonly approximate?: true
  readonly by: 'person' | 'carried' | 'seat' | 'default' | 'calculated'
  /** Given for a soft check, a skip of a required question, or a correction after submission. */
  readonly reason?: string
  readonly replaced?: true
  /** Words that may point to harm were in it: see `concern-noticed`. */
}

/** The person skipped it. */
export interface AnswerSkipped {
  readonly kind: 'answer-skipped'
  readonly path: string
  readonly question: string
  readonly reason?: string
}

/** No longer relevant, or taken back: the latest row says so, history stays. */
export interface AnswerCleared {
  readonly kind: 'answer-cleared'
  readonly path: string
  readonly question: string
  readonly because: 'irrelevant' | 'taken_back'
}

/** What was typed could not be taken. The question stays open. */
export interface AnswerRefused {
  readonly kind: 'answer-refused'
  readonly path: string
  readonly reason:
    | 'constraint'
    | 'unclear'
    | 'wrong_kind'
    | 'unit_family'
    | 'too_long'
    | 'required'
    | 'photo_expected'
    | 'excluded'
  /** The form's own constraint message, or the reader's short question. */
  readonly message?: string
  readonly options?: readonly ChoiceShown[]
  readonly tries: number
}

/** A soft check fired: "betul?" */
export interface ConfirmationAsked {
  readonly kind: 'confirmation-asked'
  readonly path: string
  readonly step: number
  readonly message: string
  readonly echo: string
}

export interface ReasonAsked {
  readonly kind: 'reason-asked'
  readonly path: string
  readonly step: number
  readonly why: 'soft_check' | 'skip' | 'correction'
}

/** "lewati" typed to a free-text question: command or answer? */
export interface CommandQuestioned {
  readonly kind: 'command-questioned'
  readonly path: string
  readonly step: number
  readonly raw: string
  readonly command: string
}

/** The opening list of activities with last round's state: "semua sama kecuali 3 dan 5". */
export interface OverviewShown {
  readonly kind: 'overview-shown'
  readonly step: number
  readonly items: readonly { readonly label: string; readonly name: string; readonly state: string }[]
}

/** Several items were closed with last round's values. */
export interface ItemsKept {
  readonly kind: 'items-kept'
  readonly kept: readonly string[]
  readonly open: readonly string[]
}

export interface RecapShown {
  readonly kind: 'recap-shown'
  readonly step: number
  /** The recap question's own text, where the form has one. */
  readonly text?: string
  readonly lines: readonly RecapLine[]
  /** `recap` before submission; `summary` on "ringkasan". */
  readonly purpose: 'recap' | 'summary'
  readonly submitted: boolean
}
export interface RecapLine {
  /** What "ubah N" takes: 3, b, 3.2 */
  readonly label: string
  readonly name: string
  readonly value: string
  readonly state: 'given' | 'carried' | 'skipped' | 'open' | 'flagged'
  readonly indent: 0 | 1
}

export interface ChangeChoiceAsked {
  readonly kind: 'change-choice-asked'
  readonly step: number
  readonly lines: readonly RecapLine[]
  /** "ubah 99": no such number. */
  readonly unknown?: string
}

/** Everything that remains, as one numbered message. */
export interface AllAsked {
  readonly kind: 'all-asked'
  readonly step: number
  readonly entries: readonly {
    readonly label: string
    readonly text: string
    readonly choices?: readonly ChoiceShown[]
    readonly example?: string
  }[]
}

export interface HelpGiven {
  readonly kind: 'help-given'
  readonly hint?: string
  readonly example?: string
}

/** After three failed tries, or when "bantuan" is asked twice: shall a person help? */
export interface HumanOffered {
  readonly kind: 'human-offered'
  readonly step: number
  readonly path: string
}

export interface HumanRequested {
  readonly kind: 'human-requested'
  readonly path?: string
}

export interface PauseAsked {
  readonly kind: 'pause-asked'
  readonly step: number
}

export interface SessionPaused {
  readonly kind: 'session-paused'
  /** When the person wants to be asked again; undefined: the ladder decides. */
  readonly until?: number
  readonly answered: number
  readonly of: number
}

export interface SessionResumed {
  readonly kind: 'session-resumed'
  readonly afterMs: number
  readonly answered: number
  readonly of: number
}

export interface ReportSubmitted {
  readonly kind: 'report-submitted'
  /** Whether it was submitted before and is now sent again. */
  readonly again: boolean
}

/** A value of a submitted report was corrected. */
export interface ReportCorrected {
  readonly kind: 'report-corrected'
  readonly path: string
}

/** A press that belongs to an earlier question. */
export interface StalePressed {
  readonly kind: 'stale-pressed'
}

export interface NothingToUndo {
  readonly kind: 'nothing-to-undo'
}

/** "Bukan saya" at the opening. */
export interface ContactDenied {
  readonly kind: 'contact-denied'
}

/** Words in an answer that may point to harm: `lapor` is offered softly, nothing is filed. */
export interface ConcernNoticed {
  readonly kind: 'concern-noticed'
  readonly category: string
}

/** An entity is to be created or changed when the report is submitted. */
export interface EntityChanged {
  readonly kind: 'entity-changed'
  readonly list: string
  readonly entityId: string
  readonly create: boolean
  readonly label?: string
  readonly values: Readonly<Record<string, string>>
}

/** Something that a later form deals with; staff see it: a story (C4), a replacement (B12), another activity (C2), a reader (C6). */
export interface FollowOnNoted {
  readonly kind: 'follow-on-noted'
  readonly what: string
  readonly path: string
}

export type EngineEvent =
  | QuestionAsked
  | AnswerRecorded
  | AnswerSkipped
  | AnswerCleared
  | AnswerRefused
  | ConfirmationAsked
  | ReasonAsked
  | CommandQuestioned
  | OverviewShown
  | ItemsKept
  | RecapShown
  | ChangeChoiceAsked
  | AllAsked
  | HelpGiven
  | HumanOffered
  | HumanRequested
  | PauseAsked
  | SessionPaused
  | SessionResumed
  | ReportSubmitted
  | ReportCorrected
  | StalePressed
  | NothingToUndo
  | ContactDenied
  | ConcernNoticed
  | EntityChanged
  | FollowOnNoted
