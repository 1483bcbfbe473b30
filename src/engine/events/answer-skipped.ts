/** The person skipped it. */
export interface AnswerSkipped {
  readonly kind: 'answer-skipped'
  readonly path: string
  readonly question: string
  readonly reason?: string
}
