import { readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { messageOf, Problem } from './problem.ts'

/**
 * One service a database: the file beside it names the process that serves it. A file left by a process that died is
 * taken over at once; process ids are used again, so the start time of the process is compared too.
 */
export interface Lock {
  release(): void
}

interface Holder {
  readonly pid: number
  /** Clock ticks since boot at which the process began; '' where the machine does not tell. */
  readonly startedAt: string
}

/** Throws `Problem('already_running')` when another living process holds the lock. */
export function takeLock(file: string): Lock {
  const own: Holder = { pid: process.pid, startedAt: startOf(process.pid) }
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: 0o600 })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new Problem('no_lock', `cannot write the lock file ${file}: ${messageOf(error)}`, {}, { cause: error })
      const holder = lockHolder(file)
      if (holder || attempt > 3)
        throw new Problem(
          'already_running',
          `another Kentongan (process ${holder?.pid ?? '?'}) serves this database already: stop it first, or give this one another DATABASE_URL`,
        )
      remove(file)
    }
  }
  return { release: () => remove(file) }
}

/** The living process that holds the lock, if there is one. */
export function lockHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder
    process.kill(holder.pid, 0)
    return startOf(holder.pid) === holder.startedAt ? holder : undefined
  } catch {
    // no file, half a file, or no such process: nobody holds it
    return undefined
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Field 22 of /proc/PID/stat (proc(5)): the name in field 2 may hold spaces, so it is counted from its bracket. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
