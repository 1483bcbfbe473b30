export interface RecapLine {
  /** What "ubah N" takes: 3, b, 3.2 */
  readonly label: string
  readonly name: string
  readonly value: string
  /** What was sent stands for the value: it has no words of its own. */
  readonly media?: 'voice' | 'photo' | 'video' | 'file'
  /** How many photos. */
  readonly count?: number
  readonly state: 'given' | 'carried' | 'skipped' | 'open' | 'flagged'
  readonly indent: 0 | 1 | 2
}
