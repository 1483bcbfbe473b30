import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { messageOf, UsageProblem } from '../lib/problem.ts'

/** Writes a result file whole or not at all. A file that is there is somebody's work: it is replaced only with `force`. */
export function writeOutput(file: string, bytes: Uint8Array, options: { readonly force: boolean }): void {
  if (!options.force && existsSync(file))
    throw new UsageProblem(`"${file}" is there already: choose another name, or add --force to replace it.`)
  try {
    mkdirSync(dirname(file), { recursive: true })
    const part = `${file}.part-${process.pid}`
    writeFileSync(part, bytes)
    renameSync(part, file)
  } catch (error) {
    throw new UsageProblem(`"${file}" cannot be written: ${messageOf(error)}.`)
  }
}
