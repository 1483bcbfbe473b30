export interface PauseAsked {
  readonly kind: 'pause-asked'
  readonly step: number
}
