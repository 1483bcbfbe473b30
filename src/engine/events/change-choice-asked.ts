import type { RecapLine } from './recap-line.ts'

export interface ChangeChoiceAsked {
  readonly kind: 'change-choice-asked'
  readonly step: number
  readonly lines: readonly RecapLine[]
  /** "ubah 99": no such number. */
  readonly unknown?: string
}
