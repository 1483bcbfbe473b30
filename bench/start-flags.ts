import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))

/** What `npm start` tells Node. */
export const startFlags: readonly string[] = scripts.start.split(' ').filter((word: string) => word.startsWith('--'))
