/** A value of a submitted report was corrected. */
export interface ReportCorrected {
  readonly kind: 'report-corrected'
  readonly path: string
}
