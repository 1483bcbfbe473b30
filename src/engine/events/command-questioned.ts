/** "lewati" typed to a free-text question: command or answer? */
export interface CommandQuestioned {
  readonly kind: 'command-questioned'
  readonly path: string
  readonly step: number
  readonly raw: string
  readonly command: string
}
