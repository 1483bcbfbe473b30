/** What was said to the open question is a request to the house ("jangan kirim pesan lagi"), which carries it out. */
export interface HouseCommandChosen {
  readonly kind: 'house-command-chosen'
  readonly command: string
  readonly argument?: string
}
