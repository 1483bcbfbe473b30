import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { attachedLists, isOfProgramme, readAttachedList } from '../flows/attachments.ts'
import type { FormSource } from '../flows/form-source.ts'
import { UsageProblem } from '../lib/problem.ts'
import { readInput } from './input.ts'

/**
 * A form with the rows of the lists that stand beside it in files, as it is handed round: a workbook and its .csv files
 * in one folder. `missing`: files that are not there and that the programme does not stand in for. Throws `UsageProblem`.
 */
export function withAttachedFiles(
  source: FormSource,
  folder: string,
): { readonly source: FormSource; readonly missing: readonly string[] } {
  const files: Record<string, NonNullable<FormSource['files']>[string]> = {}
  const missing: string[] = []
  for (const [id, name] of attachedLists(source)) {
    // a name from inside a form never leads out of its folder
    const isPlain = !/[/\\]/.test(name) && name !== '..'
    const path = join(folder, name)
    if (!isPlain || !existsSync(path)) {
      if (!isOfProgramme(id)) missing.push(name)
      continue
    }
    const read = readAttachedList(name, readInput(path))
    if ('problem' in read) throw new UsageProblem(read.problem)
    files[id] = read.rows
  }
  return { source: Object.keys(files).length === 0 ? source : { ...source, files }, missing }
}
