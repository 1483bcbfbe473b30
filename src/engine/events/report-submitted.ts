export interface ReportSubmitted {
  readonly kind: 'report-submitted'
  /** Whether it was submitted before and is now sent again. */
  readonly again: boolean
}
