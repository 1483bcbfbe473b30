/** A press that belongs to an earlier question. */
export interface StalePressed {
  readonly kind: 'stale-pressed'
}
