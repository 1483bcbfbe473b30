import type { ChoiceShown } from './choice-shown.ts'

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
    /** The report is verified: nothing in it may change. */
    | 'verified'
  /** The form's own constraint message, or the reader's short question. */
  readonly message?: string
  /** What it may have meant. Their buttons carry the session's step after this turn. */
  readonly options?: readonly ChoiceShown[]
  readonly tries: number
}
