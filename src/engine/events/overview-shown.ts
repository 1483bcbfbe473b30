/** The opening list of activities with last round's state: "semua sama kecuali 3 dan 5". */
export interface OverviewShown {
  readonly kind: 'overview-shown'
  readonly step: number
  /** Notes passed on the way to it. */
  readonly introduction?: string
  /** Growing help, as at a question. */
  readonly help?: 1 | 2
  readonly items: readonly { readonly label: string; readonly name: string; readonly state: string }[]
}
