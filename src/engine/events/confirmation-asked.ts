/** A soft check fired: "betul?" */
export interface ConfirmationAsked {
  readonly kind: 'confirmation-asked'
  readonly path: string
  readonly step: number
  readonly message: string
  readonly echo: string
}
