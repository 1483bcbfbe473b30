/** A photo came while something else was asked; it was put to the form's own question about photos. */
export interface PhotoKept {
  readonly kind: 'photo-kept'
  readonly path: string
  readonly kept: number
  readonly most: number
}
