export interface SessionPaused {
  readonly kind: 'session-paused'
  /** When the person wants to be asked again; undefined: the ladder decides. */
  readonly until?: number
  readonly answered: number
  readonly of: number
}
