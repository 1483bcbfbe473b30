import type { Speech } from '../wording/when.ts'

/** What stands above the title of everything that the programme prints. */
export interface ProgrammeHead {
  readonly name: string
  readonly funder: string | null
}

export function headOf({ name, funder }: ProgrammeHead, { texts, language }: Speech): string {
  return texts.t(language, 'doc-head', { programme: name, funder: funder ?? 'none' })
}
