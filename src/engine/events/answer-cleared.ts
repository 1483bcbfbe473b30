/** No longer relevant, or taken back: the latest row says so, history stays. */
export interface AnswerCleared {
  readonly kind: 'answer-cleared'
  readonly path: string
  readonly question: string
  readonly because: 'irrelevant' | 'taken_back'
}
