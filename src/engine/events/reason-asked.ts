export interface ReasonAsked {
  readonly kind: 'reason-asked'
  readonly path: string
  readonly step: number
  readonly why: 'soft_check' | 'skip' | 'correction'
}
