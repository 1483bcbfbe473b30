import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Problem } from '../lib/problem.ts'

/** Files that people sent, under their hash and nothing else: no name of theirs ever becomes a path. */
export const attachmentsFolder = (dataDir: string) => join(dataDir, 'attachments')

function pathOf(dataDir: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Problem('bad_hash', 'an attachment is named by its sha-256')
  return join(attachmentsFolder(dataDir), hash.slice(0, 2), hash.slice(2))
}

/** Keeps the bytes; there whole or not at all, also when the machine stops in the middle. */
export async function putAttachment(dataDir: string, hash: string, bytes: Uint8Array): Promise<void> {
  const file = pathOf(dataDir, hash)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const part = `${file}.${randomBytes(4).toString('hex')}`
  const handle = await open(part, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, file)
}

export async function readAttachment(dataDir: string, hash: string): Promise<Buffer> {
  return readFile(pathOf(dataDir, hash))
}
