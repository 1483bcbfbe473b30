/** A note of the form with no question behind it: its last word. */
export interface NoteSaid {
  readonly kind: 'note-said'
  readonly text: string
}
