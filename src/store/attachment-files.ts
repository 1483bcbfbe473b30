import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { messageOf, Problem } from '../lib/problem.ts'

/**
 * Files that people sent, under the hash of their bytes and nothing of their own: no name of a sender's choosing ever
 * becomes a path. The folder lies outside of anything that is served.
 */
export const attachmentsFolder = (dataDir: string) => join(dataDir, 'attachments')

let counter = 0

/** Keeps the bytes under their sha-256, whole or not at all; the same bytes twice are one file. */
export async function putAttachment(dataDir: string, hash: string, bytes: Uint8Array): Promise<void> {
  const file = pathOf(dataDir, hash)
  if (await isThere(file)) return
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const part = `${file}.part-${process.pid}-${counter++}`
  try {
    const handle = await open(part, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      // the row that names it is committed next: a power cut must not leave a name without its file
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw new Problem('attachment_not_stored', `a file could not be kept: ${messageOf(error)}`, {}, { cause: error })
  }
}

/** Throws `Problem('attachment_gone')`. */
export async function readAttachment(dataDir: string, hash: string): Promise<Buffer> {
  try {
    return await readFile(pathOf(dataDir, hash))
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('attachment_gone', `the file ${hash} is not in the attachments folder`, {}, { cause: error })
  }
}

/** Removes files; those that are not there are no fault. */
export async function removeAttachments(dataDir: string, hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) await rm(pathOf(dataDir, hash), { force: true })
}

function pathOf(dataDir: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Problem('bad_hash', 'an attachment is named by a sha-256 in hexadecimal')
  return join(attachmentsFolder(dataDir), hash.slice(0, 2), hash.slice(2))
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
