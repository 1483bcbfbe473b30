import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { dispatch } from '../../src/cli/dispatch.ts'
import { kentongan, workFolder } from '../support/run-command.ts'

/** A command within this process: what it prints and how it ends. */
async function run(args: readonly string[], input = '') {
  let out = ''
  let err = ''
  const code = await dispatch(args, {
    stdin: Readable.from([input]),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  })
  return { code, out, err }
}

/** Every module that a command makes the process load, told by Node's own hook. */
function modulesLoadedBy(args: readonly string[]): readonly string[] {
  const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts')
  const probe = `
    const urls = []
    require('node:module').registerHooks({
      resolve(specifier, context, next) { const found = next(specifier, context); urls.push(found.url); return found },
    })
    process.argv = [process.argv[0], 'main', ...${JSON.stringify(args)}]
    import(${JSON.stringify(main)}).finally(() => require('node:fs').writeFileSync('loaded.json', JSON.stringify(urls)))`
  const folder = workFolder()
  execFileSync(process.execPath, ['-e', probe], { cwd: folder, input: '', stdio: ['pipe', 'ignore', 'ignore'] })
  return JSON.parse(readFileSync(join(folder, 'loaded.json'), 'utf8')) as string[]
}

describe('the command line', () => {
  it.each(Object.keys(commands))('explains "%s" with --help, on standard output', async (name) => {
    const { code, out, err } = await run([...name.split(' '), '--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^Usage: kentongan ${name}`))
    expect(out).toContain('--json')
  })

  it('lists every command', async () => {
    const { code, out } = await run(['--help'])
    expect(code).toBe(0)
    for (const name of Object.keys(commands)) expect(out).toContain(`  ${name} `)
  })

  it('has a line in the table for every command file', () => {
    const folder = join(import.meta.dirname, '..', '..', 'src', 'cli')
    const inFolder = readdirSync(folder).filter((file) => file.endsWith('.ts'))
    const files = inFolder.filter((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return /^export const command = /m.test(text)
    })
    const table = readFileSync(join(folder, 'commands.ts'), 'utf8')
    expect(files.filter((file) => !table.includes(`'./${file}'`))).toEqual([])
  })

  it.each([
    [[], 2, /^Usage/],
    [['setp'], 2, /There is no command "setp"\. Did you mean "setup"\?/],
    [['demo'], 2, /"kentongan demo" needs one of: load,.* clear/],
    [['demo', 'lod'], 2, /Did you mean "load"\?/],
    [['setup', '--kabupten', '81.05'], 2, /has no option "kabupten"\. Did you mean "kabupaten"\?/],
    [['setup', 'now'], 2, /is used as: kentongan setup .*"now" is too much/],
    [['people', 'import'], 2, /is used as: kentongan people import FILE\.xlsx/],
    [['read', 'mony_idr'], 2, /There is no kind "mony_idr"\. Did you mean "money_idr"\?/],
    [['read', 'date', '--ref', '2024-02-30'], 2, /--ref takes a date/],
    [['read', 'choice'], 2, /needs --choices FILE\.json/],
    [['expr', 'nosuch(1)'], 2, /nosuch/],
    [['flow', 'check', '/nowhere.yaml'], 2, /"\/nowhere\.yaml" cannot be read: there is no such file/],
  ] as const)('answers wrong use %j with exit code %i and one sentence', async (args, code, sentence) => {
    const ran = await run(args)
    expect(ran.code).toBe(code)
    expect(ran.out + ran.err).toMatch(sentence)
    if (args.length > 0) {
      expect(ran.out).toBe('')
      expect(ran.err.trim().split('\n')).toHaveLength(1)
    }
  })

  it('ends with 2 and one sentence where a setting is wrong, as a process does', async () => {
    const ran = await kentongan(workFolder(), ['setup'], { env: { PORT: 'abc' } })
    expect(ran).toEqual({ code: 2, out: '', err: 'PORT must be a whole number from 0 to 65535, such as 3000.\n' })
  })

  it('reads settings from .env, which the environment overrules', async () => {
    const folder = workFolder()
    writeFileSync(join(folder, '.env'), 'DATABASE_URL=file:./from-env-file.db\n')
    expect(JSON.parse((await kentongan(folder, ['setup', '--json'])).out)).toMatchObject({
      database: './from-env-file.db',
    })
    const env = { DATABASE_URL: 'file:./from-environment.db' }
    expect(JSON.parse((await kentongan(folder, ['setup', '--json'], { env })).out)).toMatchObject({
      database: './from-environment.db',
    })
  })

  it('says what to do where there is no database yet', async () => {
    const folder = workFolder()
    for (const args of [
      ['people', 'list'],
      ['demo', 'clear'],
      ['backup', 'b.tar.gz'],
    ])
      expect(await kentongan(folder, args)).toEqual({
        code: 2,
        out: '',
        err: 'the database ./data/kentongan.db does not exist: run "kentongan setup" first\n',
      })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('kentongan read', () => {
  it('answers each line with a value or a question', async () => {
    const { code, out } = await run(['read', 'money_idr'], '2,5 jt\nlima\nRp 500.000,-\n')
    expect(code).toBe(0)
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    expect(lines).toEqual([
      { value: 2_500_000 },
      { ask: 'unit_missing', question: expect.any(String) as string },
      { value: 500_000 },
    ])
  })

  it('takes the person’s own date and the side that is asked for', async () => {
    const read = async (...args: string[]) =>
      (await run(['read', ...args, '--ref', '2024-08-14'], 'kemarin\n')).out.trim()
    expect(await read('date')).toBe('{"value":"2024-08-13"}')
    expect((await run(['read', 'date', '--want', 'month', '--ref', '2024-08-14'], 'bulan lalu')).out).toBe(
      '{"value":"2024-07"}\n',
    )
  })

  it('takes choices from a file', async () => {
    const file = join(workFolder(), 'choices.json')
    writeFileSync(file, '[{"code":"selesai","label":"Sudah selesai"},{"code":"belum","label":"Belum mulai"}]')
    expect((await run(['read', 'choice', '--choices', file], 'belum mulai\n1\n')).out).toBe(
      '{"value":"belum"}\n{"value":"selesai"}\n',
    )
    writeFileSync(file, '[{"code":"selesai"}]')
    expect((await run(['read', 'choice', '--choices', file], '')).err).toContain('entry 1 needs "code" and "label"')
  })

  it('finds places of the official register inside a kecamatan', async () => {
    const { out } = await run(['read', 'region', '--within', '53.18.08'], 'kori\nzzz\n')
    expect(out.split('\n')[0]).toBe('{"value":"53.18.08.2004"}')
    expect(out.split('\n')[1]).toContain('"ask"')
    expect((await run(['read', 'region', '--within', 'kodi'], '')).code).toBe(2)
  })

  it.each([
    ['read', 'integer'],
    ['expr', '1'],
  ])('starts %s without loading database, channels or workbooks', async (...args) => {
    const loaded = modulesLoadedBy(args)
    expect(loaded.length).toBeGreaterThan(10)
    expect(loaded.filter((url) => /prisma|better-sqlite3|grammy|exceljs|zod|hono/.test(url))).toEqual([])
  })

  it('is measured by a probe that sees what others load', () => {
    expect(modulesLoadedBy(['setup']).filter((url) => /better-sqlite3|zod/.test(url))).not.toEqual([])
  })
})

describe('kentongan expr', () => {
  const xml = '<data><hadir>12</hadir><kegiatan><p>40</p></kegiatan><kegiatan><p>75</p></kegiatan></data>'
  const batch = async (...tasks: object[]) =>
    (await run(['expr', '--batch'], tasks.map((task) => JSON.stringify(task)).join('\n'))).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)

  it('evaluates against a file', async () => {
    const file = join(workFolder(), 'i.xml')
    writeFileSync(file, xml)
    const of = async (...args: string[]) => (await run(['expr', ...args, '--instance', file])).out.trim()
    expect(await of('sum(/data/kegiatan/p)')).toBe('{"type":"number","value":115}')
    expect(await of('/data/kegiatan/p')).toBe('{"type":"nodeset","value":["40","75"]}')
    expect(await of('-1 + 2')).toBe('{"type":"number","value":1}')
    expect(await of(`${'$'}{p} > 50`, '--context', '/data/kegiatan[2]/p')).toBe('{"type":"boolean","value":true}')
    expect(await of('1 div 0')).toBe('{"type":"number","value":"Infinity"}')
    expect(await of('today()', '--now', '2024-08-14T23:30:00+09:00')).toBe('{"type":"string","value":"2024-08-14"}')
  })

  it('answers each line of a batch, refusals in their place', async () => {
    expect(
      await batch(
        { expression: 'count(/data/kegiatan)', instance: xml },
        { expression: 'nosuch(1)', instance: xml },
        { expression: '1', instance: '<data>' },
        { expression: '1' },
        { expression: 'string(.)', instance: xml, context: '/data/hadir' },
      ),
    ).toMatchObject([
      { type: 'number', value: 2 },
      { error: expect.stringContaining('nosuch') as string, code: 'unknown_function' },
      { code: 'bad_xml' },
      { error: '"instance" must be a text.' },
      { type: 'string', value: '12' },
    ])
  })
})

describe('kentongan flow check', () => {
  it('is content with the shipped forms', async () => {
    const flows = join(import.meta.dirname, '..', '..', 'flows')
    const files = readdirSync(flows)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => join(flows, file))
    expect(await run(['flow', 'check', ...files, '--json'])).toMatchObject({ code: 0 })
  })

  it('names file, row and fault of a broken one', async () => {
    const file = join(workFolder(), 'rusak.yaml')
    writeFileSync(
      file,
      'settings:\n  form_id: rusak\n  form_title: Rusak\n  version: 1\nsurvey:\n  - { type: integer, name: a, label: Berapa?, relevant: "nosuch(1)" }\n',
    )
    const { code, out } = await run(['flow', 'check', file, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ file, row: 6, column: 'relevant', name: 'a', level: 'error' }),
    )
  })
})
