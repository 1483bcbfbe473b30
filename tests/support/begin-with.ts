import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * The path of a file or folder that many tests begin with, made once in a run by whichever process comes first; the
 * others wait for it. A making that fails is thrown by whoever made it, and by the others when their patience ends.
 */
export async function beginWith(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(runFolder(), name)
  const ready = `${path}.ready`
  if (existsSync(ready)) return path
  if (isFirst(`${path}.lock`)) {
    await make(path)
    writeFileSync(ready, '')
    return path
  }
  for (let waited = 0; !existsSync(ready); waited += 20) {
    if (waited > 60_000) throw new Error(`${name} was not made by the process that began it`)
    await sleep(20)
  }
  return path
}

export function runFolder(): string {
  const folder = process.env['KENTONGAN_TEST_RUN']
  if (folder === undefined) throw new Error('tests are run by vitest, which makes the folder of the run')
  return folder
}

function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}
