/** Something that a later form deals with; staff see it: a story (C4), a replacement (B12), another activity (C2), a reader (C6). */
export interface FollowOnNoted {
  readonly kind: 'follow-on-noted'
  readonly what: string
  readonly path: string
}
