export interface HumanRequested {
  readonly kind: 'human-requested'
  readonly path?: string
}
