import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export const shippedFormsFolder = join(import.meta.dirname, '..', '..', 'flows')

/**
 * Tells whether the forms of a folder, or our way of reading them, changed since: reading ten forms takes a third of a
 * second and libraries that nobody needs afterwards.
 */
export function formsEdition(folder: string): string {
  const flows = join(import.meta.dirname, '..', 'flows')
  const hash = createHash('sha256')
  for (const file of [
    ...filesOf(join(flows, 'yaml'), '.ts'),
    join(flows, 'form-source.ts'),
    join(flows, 'type-names.ts'),
    ...filesOf(folder, '.yaml'),
  ])
    hash.update(basename(file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesOf(folder: string, extension: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name))
}
