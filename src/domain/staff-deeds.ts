/** What staff do to a round and can take back within a day: the names are those of the audit. */
export const undoable = [
  'extend_due',
  'excuse',
  'include_again',
  'pause_sending',
  'resume_sending',
  'open_round',
  'close_round',
  'reopen_round',
] as const

export type Undoable = (typeof undoable)[number]
