import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export const shippedFormsFolder = join(import.meta.dirname, '..', '..', 'flows')

/**
 * Tells whether the forms of a folder, or our way of reading them, changed since: reading ten forms takes a third of a
 * second and libraries that nobody needs afterwards.
 */
export function formsEdition(folder: string): string {
  const hash = createHash('sha256')
  for (const file of [
    join(import.meta.dirname, '..', 'flows', 'yaml.ts'),
    join(import.meta.dirname, '..', 'flows', 'form-source.ts'),
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(folder, name)),
  ])
    hash.update(basename(file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
