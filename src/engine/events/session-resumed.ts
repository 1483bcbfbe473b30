export interface SessionResumed {
  readonly kind: 'session-resumed'
  readonly afterMs: number
  readonly answered: number
  readonly of: number
}
