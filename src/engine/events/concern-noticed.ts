/** Words in an answer that may point to harm: `lapor` is offered softly, nothing is filed. */
export interface ConcernNoticed {
  readonly kind: 'concern-noticed'
  readonly category: string
}
