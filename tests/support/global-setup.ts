// One folder for each run of the tests, for what many of them begin with (`begin-with.ts`) and for whatever they write:
// made by the first that needs it, and gone with the run, so that it is never older than the code.
import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** Where Linux keeps files in memory. */
const memory = '/dev/shm'
const enoughBytes = 2 * 1024 ** 3
const prefix = 'kentongan-tests-'

export default function setup(): (() => Promise<void>) | undefined {
  // each project of the run comes by here
  if (process.env['KENTONGAN_TEST_RUN'] !== undefined) return undefined
  const folder = mkdtempSync(join(hasMemory() ? memory : tmpdir(), `${prefix}${process.pid}-`))
  process.env['KENTONGAN_TEST_RUN'] = folder
  // nothing here outlives a crash of the machine: no need to wait for its disk at every commit
  process.env['TMPDIR'] = folder
  return async () => {
    rmSync(folder, { recursive: true, force: true })
    const server = process.env['TEST_POSTGRES_URL']
    if (server === undefined) return
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
      templatesOfRun(folder),
    ])
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
    await client.end()
  }
}

/** How the names begin of the PostgreSQL databases that others of the run are copied from. */
export const templatesOfRun = (folder: string) => `kentongan_of_${folder.slice(-6).toLowerCase()}_`

function hasMemory(): boolean {
  try {
    accessSync(memory, constants.W_OK)
    removeLeftBehind()
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > enoughBytes
  } catch {
    return false
  }
}

/** A run that was killed leaves its folder, which takes up memory. */
function removeLeftBehind(): void {
  for (const name of readdirSync(memory)) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1])
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(memory, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
