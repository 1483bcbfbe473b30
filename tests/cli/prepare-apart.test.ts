import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareApart } from '../../src/cli/prepare-apart.ts'
import { loadConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/store/database.ts'
import { countPersons } from '../../src/store/people.ts'
import { findSetting } from '../../src/store/settings.ts'

let folder: string
const before = { ...process.env }
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kentongan-prepare-'))
  process.env.DATA_DIR = folder
  process.env.DATABASE_URL = `file:${join(folder, 'new.db')}`
})
afterEach(() => {
  process.env = { ...before }
  rmSync(folder, { recursive: true, force: true })
})

describe('A first start', () => {
  it('makes the database in a process of its own, and tells what takes so long', { timeout: 90_000 }, async () => {
    const notes: string[] = []
    await prepareApart(Date.now(), loadConfig(), (text) => notes.push(text))
    expect(notes).toEqual([expect.stringContaining('An empty database')])
    const db = await openDatabase(process.env.DATABASE_URL!)
    expect(await countPersons(db)).toBeGreaterThan(70)
    expect(await findSetting(db, 'demo')).toBe(true)
    await db.close()
  })

  it('says in one sentence why the database cannot be made', { timeout: 30_000 }, async () => {
    writeFileSync(join(folder, 'in-the-way'), '')
    process.env.DATABASE_URL = `file:${join(folder, 'in-the-way', 'new.db')}`
    await expect(prepareApart(Date.now(), loadConfig(), () => {})).rejects.toMatchObject({
      code: 'database_unusable',
      message: expect.stringMatching(/^cannot open the database .*in-the-way/),
    })
    expect(existsSync(join(folder, 'new.db'))).toBe(false)
  })
})
