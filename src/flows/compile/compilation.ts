import type { Findings } from '../findings.ts'
import type { FormSource } from '../form-source.ts'
import type { Names } from './names.ts'
import type { ParsedCells } from './parsed-cells.ts'

/** What every step of compiling a form works with. */
export interface Compilation {
  /** The form with its loops and `or_other` written out. */
  readonly source: FormSource
  readonly findings: Findings
  readonly names: Names
  readonly cells: ParsedCells
}
