import type { ChoiceShown } from './choice-shown.ts'

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
  /** Of a long list a part is shown: a page, or what was found for `search`. */
  readonly part?: { readonly of: number; readonly search?: string; readonly found?: number }
  /** A scale: what may be typed. */
  readonly scale?: { readonly from: number; readonly to: number }
  readonly optional: boolean
  /** The question's number in this report's numbering, and how many there are in view now. */
  readonly progress?: { readonly at: number; readonly of: number }
  /** First question of a repeat's item: its place and name. */
  readonly item?: { readonly index: number; readonly count: number; readonly label: string; readonly grows?: true }
  /** A group's or repeat's label, said once when it is entered. */
  readonly introduction?: string
  /** Last round's value as words, and whether "sama" takes it. */
  readonly previous?: string
  /** `previous` is what the form suggests, not what was reported. */
  readonly suggested?: true
  /** Asked again after an edit, or because it became relevant. */
  readonly because?: 'edited' | 'became_relevant' | 'returned'
  readonly returnedComment?: string
  /** Growing help: 0 none, 1 example, 2 options or hint, 3 a human is offered. */
  readonly help: 0 | 1 | 2 | 3
  /** Photos kept so far at this question: more may follow, "cukup" ends it. */
  readonly photos?: { readonly kept: number; readonly most: number }
  /** Not a question of the form: shall another item of this repeat follow? `text` is the repeat's label; ya or tidak. */
  readonly another?: { readonly count: number }
  /** It could be sent as a voice note. */
  readonly voice?: boolean
}
