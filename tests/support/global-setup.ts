// One folder for each run of the tests, for what many of them begin with (`begin-with.ts`): made by the first that needs
// it, and gone with the run, so that it is never older than the code.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-tests-'))
  process.env['KENTONGAN_TEST_RUN'] = folder
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
