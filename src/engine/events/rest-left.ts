/** Pieces of a message of several answers that could not be taken: nothing of it vanishes, it is asked one by one. */
export interface RestLeft {
  readonly kind: 'rest-left'
  readonly text: string
}
