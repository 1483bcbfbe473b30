import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { shippedMigrations } from '../../src/store/migrate.ts'
import { readiness } from '../../src/store/ready.ts'
import { onEveryDialect } from '../support/databases.ts'

const schema = readFileSync(join(import.meta.dirname, '..', '..', 'prisma', 'schema.prisma'), 'utf8')
const scalars = ['Int', 'BigInt', 'String', 'Float', 'Boolean']

/** `table.column type required|optional` of every column that `schema.prisma` names. */
function columnsOfSchema(): readonly string[] {
  return [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(([, model, body]) => {
    const table = /@@map\("(\w+)"\)/.exec(body!)?.[1] ?? model!
    return [...body!.matchAll(/^ {2}(\w+)\s+(\w+)(\?|\[\])?(.*)$/gm)]
      .filter(([, , type]) => scalars.includes(type!))
      .map(([, field, type, mark, rest]) => {
        const name = /(?<!@)@map\("(\w+)"\)/.exec(rest!)?.[1] ?? field!
        return `${table}.${name} ${type === 'String' ? 'text' : 'int'} ${mark === '?' ? 'optional' : 'required'}`
      })
  })
}

/** The same of a database. */
async function columnsOf(db: Database): Promise<readonly string[]> {
  const rows =
    db.dialect === 'sqlite'
      ? await db.all<{ t: string; c: string; type: string; required: number }>(
          `select m.name as t, i.name as c, i.type, case when i."notnull" = 1 or i.pk > 0 then 1 else 0 end as required
           from sqlite_master m, pragma_table_info(m.name) i
           where m.type = 'table' and m.name not like 'sqlite%' and m.name <> 'migration'`,
        )
      : await db.all<{ t: string; c: string; type: string; required: number }>(
          `select table_name as t, column_name as c, data_type as type, case when is_nullable = 'NO' then 1 else 0 end as required
           from information_schema.columns where table_schema = current_schema() and table_name <> 'migration'`,
        )
  return rows.map(
    (r) =>
      `${r.t}.${r.c} ${/int/i.test(r.type) ? 'int' : r.type.toLowerCase()} ${r.required === 1 ? 'required' : 'optional'}`,
  )
}

it('a new column that names a file is asked before files are removed (store/named-files)', () => {
  const hashes = columnsOfSchema().flatMap((column) => /^\S+[._](?:hash|sha256) /.exec(column)?.[0]?.trim() ?? [])
  const noFiles = /^(?:person\.phone|invitation\.(?:code|link)|group_chat\.code|sealed_case\.code|\w+\.token)_hash$/
  expect(hashes.filter((column) => !noFiles.test(column))).toEqual([
    'form_version.hash',
    'attachment.hash',
    'document.hash',
  ])
})

onEveryDialect('a fresh database', (open) => {
  it('has exactly the columns that the schema names', async () => {
    const db = await open()
    const wanted = columnsOfSchema()
    expect(wanted.length).toBeGreaterThan(150)
    expect([...(await columnsOf(db))].sort()).toEqual([...wanted].sort())
  })

  it('is ready; one that lacks a migration is older, one that knows another is newer', async () => {
    const db = await open()
    expect(await readiness(db)).toBe('ready')
    await db.run(`insert into migration (name, checksum, applied_at) values ('9999_later.sql', 'x', 0)`)
    expect(await readiness(db)).toBe('newer')
    await db.run('delete from migration')
    expect(await readiness(db)).toBe('older')
    await db.run('drop table migration')
    expect(await readiness(db)).toBe('empty')
  })

  it('comes from the same migrations on each dialect', () => {
    const names = (dialect: 'sqlite' | 'postgresql') => shippedMigrations(dialect).map((m) => m.name)
    expect(names('sqlite')).toEqual(names('postgresql'))
  })
})
