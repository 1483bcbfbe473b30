import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf, Problem } from './problem.ts'

export const keysFolder = (dataDir: string) => join(dataDir, 'keys')

/**
 * The data key (32 bytes): the configured one, else that of `DATA_DIR/keys/data.key`, which is made on first use and
 * readable by this user alone. Two processes that start at once end up with the same key.
 */
export function requireDataKey(dataDir: string, configured: Buffer | undefined): Buffer {
  if (configured) return configured
  const folder = keysFolder(dataDir)
  const file = join(folder, 'data.key')
  const known = readKey(file)
  if (known) return known

  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const mine = join(folder, `.data.key.${process.pid}`)
  writeFileSync(mine, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
  try {
    // a link appears whole and fails where another process was first
    linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new Problem('no_key', `cannot make the key file ${file}: ${messageOf(error)}`, {}, { cause: error })
  } finally {
    unlinkSync(mine)
  }
  return readKey(file)!
}

function readKey(file: string): Buffer | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Problem('no_key', `cannot read the key file ${file}: ${messageOf(error)}`, {}, { cause: error })
  }
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32)
    throw new Problem('no_key', `the key file ${file} is damaged: put back the copy that belongs to this database`)
  return key
}
