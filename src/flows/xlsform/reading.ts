import type { Findings } from '../findings.ts'
import type { Languages } from './languages.ts'
import type { ReadSettings } from './settings.ts'
import type { Table } from './tables.ts'

/** What is known of a workbook while its sheets are read. */
export interface Reading {
  /** By name, each at most once. */
  readonly sheets: ReadonlyMap<string, Table>
  readonly findings: Findings
  readonly languages: Languages
  readonly settings: ReadSettings
}
