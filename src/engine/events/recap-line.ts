export interface RecapLine {
  /** What "ubah N" takes: 3, b, 3.2 */
  readonly label: string
  readonly name: string
  readonly value: string
  readonly state: 'given' | 'carried' | 'skipped' | 'open' | 'flagged'
  readonly indent: 0 | 1
}
