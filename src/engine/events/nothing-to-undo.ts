export interface NothingToUndo {
  readonly kind: 'nothing-to-undo'
}
