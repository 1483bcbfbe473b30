import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kentongan, workFolder } from '../support/run-command.ts'

const json = (ran: { out: string }) => JSON.parse(ran.out) as Record<string, unknown>

// each command is a process of its own: slow on a busy machine
describe('the commands of a round, one after the other', { timeout: 120_000 }, () => {
  it('make, look at, open, remind, digest, change, export and close it', async () => {
    const folder = workFolder()
    const k = (...args: string[]) => kentongan(folder, args)
    expect((await k('round', 'list')).err).toContain('run "kentongan setup" first')
    await k('demo', 'load')

    const create = ['round', 'create', '2031-03', '--opens', '2031-03-03', '--due', '2031-03-17']
    expect((await k(...create)).err).toContain('needs --form NAME')
    expect((await k(...create, '--form', 'pemantauan-desa=besar')).err).toContain('core or full')
    const made = await k(...create, '--form', 'pemantauan-desa=core', '--form', 'koordinasi-kecamatan', '--json')
    expect(json(made)).toMatchObject({
      state: 'draft',
      forms: [
        { formName: 'pemantauan_desa', depth: 'core', dueOn: '2031-03-17' },
        { formName: 'koordinasi_kecamatan', depth: 'full', opensOn: '2031-03-20' },
      ],
    })
    expect((await k('round', 'list')).out).toMatch(/2031-03 +draft +pemantauan_desa +core +2031-03-03/)

    const preview = await k('round', 'open', '2031-03', '--dry-run')
    expect(preview.out).toMatch(/70 pemantauan_desa, 14 koordinasi_kecamatan/)
    expect(preview.out).toMatch(/invitations \d+ from 2031-03-03 09:0\d WITA to 2031-03-03 09:[012]\d WITA/)
    expect(preview.out).toMatch(/Nobody can be written to in 2 places:[\s\S]*not enrolled yet/)
    expect(json(await k('round', 'open', '2031-03', '--json'))).toMatchObject({ opened: true, obligations: 84 })
    expect((await k('round', 'open', '2031-03')).code).toBe(1)

    const at = ['--at', '2031-03-03T10:45+09:00']
    expect((await k('remind', ...at, '--dry-run')).out).toMatch(/^Would be queued \d\d messages/)
    const queued = json(await k('remind', ...at, '--json')).queued
    expect(queued).toBeGreaterThan(60)
    expect((await k('remind', ...at)).out).toBe('Nothing is due.\n')
    expect((await k('remind', '--at', 'besok')).err).toContain('no instant such as')

    const digest = await k(
      'digest',
      '--audience',
      'pokja',
      '--for',
      '81.05',
      '--at',
      '2031-03-10T09:00+09:00',
      '--dry-run',
    )
    expect(digest.out).toMatch(/Rangkuman untuk Pokja[\s\S]*Pulau Gorom: 0 dari 15/)
    expect((await k('digest', '--audience', 'koran')).code).toBe(2)

    const excused = await k('round', 'excuse', '2031-03', '81.05.09', '--because', 'Gelombang tinggi', '--json')
    expect(json(excused).places).toHaveLength(3)
    expect((await k('round', 'extend', '2031-03', '53.18.01.2002', '--due', '2031-03-24')).out).toContain(
      'now due 2031-03-24',
    )
    expect((await k('round', 'reopen', '2031-03', '81.05.09')).out).toContain('3 places')
    expect((await k('round', 'pause')).out).toBe('Sending is paused.\n')
    expect((await k('remind', ...at)).code).toBe(1)
    expect((await k('round', 'resume')).out).toBe('Sending goes on.\n')
    expect(json(await k('round', 'status', '2031-03', '--json'))).toMatchObject({ state: 'open', sendingPaused: false })
    expect(json(await k('round', 'close', '2031-03', '--json'))).toMatchObject({ state: 'closed' })
    expect((await k('round', 'close', '2031-04')).err).toContain('there is no round "2031-04"')

    expect((await k('export', '2025-01', '--format', 'csv', '-o', 'data.csv')).out).toMatch(/^Wrote \d+ answers/)
    expect(readFileSync(join(folder, 'data.csv'), 'utf8')).toMatch(/^\ufeffputaran,formulir,kode_wilayah/)
    expect((await k('export', '2025-01', '--format', 'csv', '-o', 'data.csv')).err).toContain('is there already')
    expect((await k('export', '2025-01', '--format', 'xlsx', '-o', 'data.xlsx')).code).toBe(0)
    expect((await k('export', '2025-01', '--format', 'odk', '-o', 'data.zip')).out).toMatch(/^Wrote \d+ reports/)
    expect(existsSync(join(folder, 'data.zip'))).toBe(true)
    expect(await k('export', '2025-01', '--format', 'pdf', '-o', 'data.pdf')).toMatchObject({ code: 2 })
  })
})
