import type { ChoiceShown } from './choice-shown.ts'

/** Everything that remains, as one numbered message. */
export interface AllAsked {
  readonly kind: 'all-asked'
  readonly step: number
  readonly entries: readonly {
    readonly label: string
    readonly question: string
    /** The item of a repeat it is about: its questions may be answered in one line behind the item's own label. */
    readonly item?: { readonly label: string; readonly name: string }
    readonly text: string
    readonly choices?: readonly ChoiceShown[]
    /** So many choices that they are not listed. */
    readonly many?: number
    readonly example?: string
    /** Last round's value as words: "sama" takes it. */
    readonly previous?: string
  }[]
}
