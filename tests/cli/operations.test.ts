import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeLock } from '../../src/lib/lock-file.ts'
import { openDatabase } from '../../src/store/database.ts'
import { kentongan, workFolder } from '../support/run-command.ts'
import { workbook } from '../support/workbooks.ts'

const json = (ran: { out: string }) => JSON.parse(ran.out) as Record<string, unknown>

// each command is a process of its own: slow on a busy machine
describe('the commands of a new installation, one after the other', { timeout: 90_000 }, () => {
  it('set up, bring people in, invite them, back up, and restore', async () => {
    const folder = workFolder()
    const k = (...args: string[]) => kentongan(folder, args)
    expect(json(await k('setup', '--json'))).toMatchObject({ regions: 404, kabupaten: ['81.05', '53.18'] })

    expect(await k('people', 'template')).toMatchObject({ code: 0, out: 'Wrote kontak.xlsx.\n' })
    expect(await k('people', 'template')).toMatchObject({ code: 2, out: '' })

    const rows = [
      ['nama', 'jabatan', 'kode_wilayah', 'no_hp'],
      ['Debora Contoh', 'Kepala Desa', '53.18.01.2002', '081200000001'],
    ]
    writeFileSync(join(folder, 'isi.xlsx'), await workbook(rows))
    expect(json(await k('people', 'import', 'isi.xlsx', '--json'))).toMatchObject({ imported: true, newPeople: 1 })
    writeFileSync(join(folder, 'salah.xlsx'), await workbook([...rows, ['Yafet', 'Camat', '1', null]]))
    const refused = await k('people', 'import', 'salah.xlsx', '--json')
    expect(refused.code).toBe(1)
    expect(json(refused)).toMatchObject({ imported: false, issues: [{ row: 3, column: 'kode_wilayah' }] })

    const invited = await k('people', 'invite', '--all', '--bot', 'uji_bot', '-o', 'undangan.xlsx', '--json')
    const [invitation] = JSON.parse(invited.out) as { code: string; link: string }[]
    expect(invitation?.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(invitation?.link).toMatch(/^https:\/\/t\.me\/uji_bot\?start=u-[\w-]{22}$/)
    expect(existsSync(join(folder, 'undangan.xlsx'))).toBe(true)
    expect((await k('people', 'list')).out).toMatch(/53\.18\.01\.2002 .*Kepala Desa .*Debora Contoh .*invited/)
    expect((await k('demo', 'load')).err).toContain('1 real people')

    expect((await k('backup', 'cadangan.tar.gz')).code).toBe(0)
    expect(await k('restore', 'cadangan.tar.gz')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--force') as string,
    })
    const lock = takeLock(join(folder, 'data', 'kentongan.db.lock'))
    expect((await k('restore', 'cadangan.tar.gz', '--force')).err).toContain(`(process ${process.pid})`)
    expect((await k('people', 'list')).code).toBe(0)
    lock.release()
    const restored = await k('restore', 'cadangan.tar.gz', '--force', '--json')
    expect(json(restored)).toMatchObject({ sameKey: true })
    expect(restored.err).toContain('There is no erased.jsonl in')
    expect((await k('people', 'list')).out).toContain('Debora Contoh')
    // whoever reads about people at the terminal leaves a trace
    const db = await openDatabase(`file:${join(folder, 'data', 'kentongan.db')}`)
    const traces = await db.all(
      `select actor, object from audit where action = 'terminal_read' order by id desc limit 1`,
    )
    await db.close()
    expect(traces).toEqual([{ actor: 'cli', object: 'command:people list' }])
  })

  it('say nothing of a person or number on standard error, and keep the keys to this user', async () => {
    const folder = workFolder()
    await kentongan(folder, ['setup'])
    const rows = [
      ['nama', 'jabatan', 'kode_wilayah', 'no_hp'],
      ['Debora Contoh', 'Kepala Desa', '53.18.01.2002', '081200000001'],
    ]
    writeFileSync(join(folder, 'isi.xlsx'), await workbook(rows))
    const ran = await kentongan(folder, ['people', 'import', 'isi.xlsx'], { env: { LOG_LEVEL: 'trace' } })
    expect(ran.out + ran.err).not.toMatch(/Debora|1200000001/)
    expect(statSync(join(folder, 'data', 'keys', 'data.key')).mode & 0o777).toBe(0o600)
  })
})

describe('kentongan doctor', { timeout: 60_000 }, () => {
  const statesOf = (ran: { out: string }) =>
    Object.fromEntries(
      (JSON.parse(ran.out) as { checks: { about: string; state: string }[] }).checks.map((c) => [c.about, c.state]),
    )

  it('is content with a fresh demo and changes nothing', async () => {
    const folder = workFolder()
    await kentongan(folder, ['demo', 'load'])
    const before = readdirSync(join(folder, 'data'))
    const ran = await kentongan(folder, ['doctor', '--thorough', '--json'])
    const { calendar, ...rest } = statesOf(ran)
    expect(new Set(Object.values(rest))).toEqual(new Set(['ok']))
    // the shipped holidays end some day; until an administrator enters the next year that is a finding
    expect(ran.code).toBe(calendar === 'ok' ? 0 : 1)
    expect(readdirSync(join(folder, 'data'))).toEqual(before)
  })

  it('names what is missing', async () => {
    const folder = workFolder()
    const ran = await kentongan(folder, ['doctor'])
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('FAULT   database: ./data/kentongan.db does not exist: run "kentongan setup".')
    expect(readdirSync(folder)).not.toContain('data')
  })

  it('says in one sentence which setting cannot be read', async () => {
    const ran = await kentongan(workFolder(), ['doctor'], { env: { PORT: 'x' } })
    expect(ran).toMatchObject({
      code: 2,
      out: '',
      err: 'PORT must be a whole number from 0 to 65535, such as 3000.\n',
    })
  })

  it('notices another key, a damaged file, and messages that nobody takes up', async () => {
    const folder = workFolder()
    await kentongan(folder, ['setup'])
    const rows = [
      ['nama', 'jabatan', 'kode_wilayah', 'no_hp'],
      ['Debora Contoh', 'Kepala Desa', '53.18.01.2002', '081200000001'],
    ]
    writeFileSync(join(folder, 'isi.xlsx'), await workbook(rows))
    await kentongan(folder, ['people', 'import', 'isi.xlsx'])
    const otherKey = { DATA_KEY: Buffer.alloc(32, 1).toString('base64') }
    expect(statesOf(await kentongan(folder, ['doctor', '--json'], { env: otherKey }))).toMatchObject({ keys: 'fault' })

    writeFileSync(join(folder, 'data', 'kentongan.db'), 'not a database')
    const ran = await kentongan(folder, ['doctor', '--json'])
    expect([ran.code, statesOf(ran).database]).toEqual([1, 'fault'])
  })
})
