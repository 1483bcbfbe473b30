// Generates the two Prisma clients (SQLite and PostgreSQL) from the one schema, when it is newer than what is there.
// `prisma generate` wants to download its schema engine, which is not needed with a driver adapter; an existing
// executable in PRISMA_SCHEMA_ENGINE_BINARY makes it skip the download. Called before tests and checks, and by the store
// when a client is first wanted, since no install script runs here.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { postgresSchema } from './dialects.ts'

const root = join(import.meta.dirname, '..')
const target = join(root, 'src', 'generated')

/** Makes the clients when the schema changed since they were made; a few seconds then, nothing otherwise. */
export function generateClients(): void {
  const schema = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8')
  const stamp = createHash('sha256').update(schema).digest('hex')
  const stampFile = join(target, 'stamp')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return

  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js')
  // the head's output path is relative to the schema file, so the second file sits beside the first
  const other = join(root, 'prisma', '.postgresql.prisma')
  writeFileSync(other, postgresSchema(schema))
  try {
    for (const file of ['schema.prisma', '.postgresql.prisma'])
      execFileSync(process.execPath, [cli, 'generate', '--schema', join(root, 'prisma', file)], {
        cwd: root,
        env: {
          ...process.env,
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
  } finally {
    rmSync(other, { force: true })
  }
  writeFileSync(stampFile, stamp)
}

if (import.meta.main) generateClients()
