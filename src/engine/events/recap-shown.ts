import type { RecapLine } from './recap-line.ts'

export interface RecapShown {
  readonly kind: 'recap-shown'
  readonly step: number
  /** The recap question's own text, where the form has one. */
  readonly text?: string
  readonly lines: readonly RecapLine[]
  /** `recap` before submission; `summary` on "ringkasan". */
  readonly purpose: 'recap' | 'summary'
  readonly submitted: boolean
}
