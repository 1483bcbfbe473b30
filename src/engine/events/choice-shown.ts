export interface ChoiceShown {
  readonly code: string
  readonly label: string
}
