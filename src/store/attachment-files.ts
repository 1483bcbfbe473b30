import { statSync, unlinkSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { messageOf, Problem } from '../lib/problem.ts'

/**
 * Files that people sent and that were made for them, under the hash of their bytes and nothing of their own: no name of a sender's choosing ever
 * becomes a path. The folder lies outside of anything that is served.
 */
export const attachmentsFolder = (dataDir: string) => join(dataDir, 'attachments')

let counter = 0

/**
 * Keeps the bytes under their sha-256, whole or not at all; the same bytes twice are one file. It is as young as it was
 * kept last: whoever is about to name it finds it there though nothing named it for long (`listOldFiles`).
 */
export async function putAttachment(dataDir: string, hash: string, bytes: Uint8Array): Promise<void> {
  const file = pathOf(dataDir, hash)
  if (await touched(file)) return
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

/** False: it is not there, or belongs to somebody else and is written anew. */
async function touched(file: string): Promise<boolean> {
  const now = new Date()
  return utimes(file, now, now).then(
    () => true,
    () => false,
  )
}

export interface OldFile {
  readonly path: string
  /** Undefined: what a write left behind that was cut off. */
  readonly hash: string | undefined
  readonly bytes: number
  readonly at: number
}

/** A folder at a time: files kept last before `keptBefore`, and what was left behind before `leftBefore`. */
export async function* listOldFiles(
  dataDir: string,
  { keptBefore, leftBefore }: { readonly keptBefore: number; readonly leftBefore: number },
): AsyncGenerator<readonly OldFile[]> {
  const top = attachmentsFolder(dataDir)
  for (const folder of (await namesIn(top)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const old: OldFile[] = []
    for (const name of await namesIn(join(top, folder))) {
      const [, rest, part] = /^([0-9a-f]{62})(\.part-[\d-]+)?$/.exec(name) ?? []
      // what somebody else put there is theirs
      if (rest === undefined) continue
      const path = join(top, folder, name)
      const found = await stat(path).catch(() => undefined)
      if (!found || found.mtimeMs >= (part === undefined ? keptBefore : leftBefore)) continue
      const hash = part === undefined ? folder + rest : undefined
      old.push({ path, hash, bytes: found.size, at: Math.floor(found.mtimeMs) })
    }
    if (old.length > 0) yield old
  }
}

/** Removes a file unless it was kept again since it was listed. */
export function removeOldFile({ path, at }: OldFile): boolean {
  try {
    // looked at and removed in one go: nothing of this process comes between
    if (Math.floor(statSync(path).mtimeMs) !== at) return false
    unlinkSync(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
    throw error
  }
}
