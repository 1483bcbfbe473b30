export interface ChoiceShown {
  readonly code: string
  readonly label: string
  /** Its number, where only a part of the list is shown. */
  readonly number?: number
}
