/**
 * Words in an answer that may point to harm, or a yes to a question that the form marks `confide`: the confidential route
 * is offered softly, nothing is filed.
 */
export interface ConcernNoticed {
  readonly kind: 'concern-noticed'
  /** Of words: their sort (`uang`, `kekerasan` …); of a question: its name (`pungutan`). */
  readonly category: string
}
