import { chmodSync, mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isHeld, type Lock, takeLock } from '../../lib/lock-file.ts'
import { Problem } from '../../lib/problem.ts'

/** The library's name for our one session below the data folder: `session-bot`. */
export const sessionName = 'bot'

const lockIn = (folder: string) => join(folder, 'profile.lock')

/** Whether a service has the profile open now. */
export const isOpen = (folder: string): boolean => isHeld(lockIn(folder)) !== undefined

/**
 * The browser's profile. It is a login: who has the folder can write as the bot. For this user's eyes alone, never in a
 * backup (`kentongan backup` takes the database, attachments and keys only).
 */
export class Profile {
  readonly folder: string
  readonly #session: string
  #lock: Lock | undefined

  constructor(folder: string) {
    this.folder = folder
    this.#session = join(folder, `session-${sessionName}`)
  }

  /** Makes it ours until `release`. Throws `Problem('profile_in_use')` while another process has it. */
  take(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    chmodSync(this.folder, 0o700)
    try {
      this.#lock ??= takeLock(lockIn(this.folder))
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'already_running') throw error
      throw new Problem(
        'profile_in_use',
        'another service has this WhatsApp profile open: stop it, or name another folder in WHATSAPP_WEB_DATA',
      )
    }
  }

  release(): void {
    this.#lock?.release()
    this.#lock = undefined
  }

  /**
   * Before each start: ends a browser that outlived its service, and takes away the locks that Chromium leaves when it
   * is killed or when the container was another one ("profile appears to be in use"). Only while the profile is ours.
   */
  clear(): void {
    const pid = this.#browserPid()
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
    for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
      rmSync(join(this.#session, name), { force: true })
  }

  /** Forgets the login, after WhatsApp has ended it. */
  forget(): void {
    rmSync(this.#session, { recursive: true, force: true, maxRetries: 4 })
  }

  /** The living browser of this machine that has this very profile open. `SingletonLock` is a link to `<host>-<pid>`. */
  #browserPid(): number | undefined {
    try {
      const [, host, digits] = /^(.*)-(\d+)$/.exec(readlinkSync(join(this.#session, 'SingletonLock'))) ?? []
      if (host !== hostname() || digits === undefined) return undefined
      // numbers of processes are used again: only one that names our folder is ours
      return readFileSync(`/proc/${digits}/cmdline`, 'utf8').includes(this.#session) ? Number(digits) : undefined
    } catch {
      // no lock, or no such process
      return undefined
    }
  }
}
