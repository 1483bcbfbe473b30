import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { messageOf, Problem } from './problem.ts'

/**
 * One holder at a time, for as long as its process lives. The operating system keeps the lock (SQLite's own, on a file
 * of its own beside the database), so that it ends with the process however that ends, and holds between containers
 * that share a disk, where process numbers say nothing. Who holds it is written beside it, for people.
 */
export interface Lock {
  release(): void
}

/** Throws `Problem('already_running')` that names the process. */
export function takeLock(file: string): Lock {
  mkdirSync(dirname(file), { recursive: true })
  const held = tryToHold(file)
  if (held === undefined) {
    const pid = readPid(file)
    throw new Problem(
      'already_running',
      `a Kentongan service is running on this database already${pid === undefined ? '' : ` (process ${pid})`}: stop it first, or use another DATABASE_URL`,
    )
  }
  writeFileSync(pidFile(file), `${process.pid}\n`)
  let open = true
  return {
    release() {
      if (!open) return
      open = false
      rmSync(pidFile(file), { force: true })
      held.close()
    },
  }
}

/** Whether somebody holds the lock now, and the process number where it is known. */
export function isHeld(file: string): { readonly pid: number | undefined } | undefined {
  if (!existsSync(file)) return undefined
  const held = tryToHold(file)
  held?.close()
  return held === undefined ? { pid: readPid(file) } : undefined
}

/** The open connection that is the lock; undefined when another has it. Closing it rolls back and lets go. */
function tryToHold(file: string): Sqlite.Database | undefined {
  let connection: Sqlite.Database | undefined
  try {
    connection = new Sqlite(file, { timeout: 0 })
    connection.exec('begin immediate')
    return connection
  } catch (error) {
    connection?.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return undefined
    throw new Problem('no_lock', `cannot use the lock file ${file}: ${messageOf(error)}`, {}, { cause: error })
  }
}

const pidFile = (file: string) => `${file}.pid`

function readPid(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile(file), 'utf8').trim())
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    // the holder is just starting: it has the lock and did not write its number yet
    return undefined
  }
}
