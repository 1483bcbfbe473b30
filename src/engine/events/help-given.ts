export interface HelpGiven {
  readonly kind: 'help-given'
  readonly hint?: string
  readonly example?: string
}
