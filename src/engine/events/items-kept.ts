/** Several items were closed with last round's values. */
export interface ItemsKept {
  readonly kind: 'items-kept'
  readonly kept: readonly string[]
  readonly open: readonly string[]
}
