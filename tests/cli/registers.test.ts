import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kentongan, workFolder } from '../support/run-command.ts'

// each command is a process of its own: slow on a busy machine
describe('the registers of a kabupaten on the command line', { timeout: 120_000 }, () => {
  it('list offices, plans against programmes, documents, findings and interest, and draw a map', async () => {
    const folder = workFolder()
    const k = (...args: string[]) => kentongan(folder, args)
    await k('demo', 'load')
    const offices = (await k('opd', 'list', '81.05')).out
    expect(offices).toMatch(/81\.05 +bapperida +Bappeda /)
    expect(offices).toMatch(/ 1 seat, \d/)

    const sync = await k('sync', 'list', '81.05')
    expect(sync.out).toMatch(/^0 of \d+ activities in a programme, 0 proposed, \d+ unmatched/)
    expect(sync.out).toMatch(/\n +K\d+ +\S/)
    expect((await k('sync', 'list', '81.05', '-o', 'sinkron.txt')).err).toContain('must end in .xlsx, .pdf or .docx')
    expect((await k('sync', 'list', '81.05', '-o', 'sinkron.xlsx')).code).toBe(0)
    expect(readFileSync(join(folder, 'sinkron.xlsx')).subarray(0, 2).toString()).toBe('PK')

    writeFileSync(join(folder, 'sk.pdf'), '%PDF-1.7 uji')
    const facts = ['--title', 'SK Pokja', '--on', '2023-08-01', '--number', '252']
    expect((await k('document', 'add', 'sk', '81.05', ...facts, '--file', 'sk.pdf')).out).toContain('version 1')
    expect((await k('document', 'list', '--find', 'pokja')).out).toMatch(/252 +SK Pokja +version 1, konsep +pdf/)
    expect((await k('document', 'show', '1', '-o', 'lagi.pdf')).code).toBe(0)
    expect(readFileSync(join(folder, 'lagi.pdf'), 'utf8')).toBe('%PDF-1.7 uji')

    const plan = ['--title', 'Bukti kas', '--who', 'Keuangan', '--from', '2026-03-01', '--until', '2026-03-31']
    await k('work', 'add', '81.05', ...plan, '--finding', 'Audit no. 3')
    expect((await k('work', 'list', '--findings')).out).toContain('Bukti kas (Audit no. 3)')
    expect((await k('interest', 'list')).out).toBe('Nobody so far.\n')
    const period = ['--from', '2024-01-01', '--until', '2024-12-31']
    expect((await k('field-work', '81.05', ...period)).code).toBe(0)
    expect((await k('map', 'draw', '81.05', '-o', 'peta.svg')).out).toContain('squares')
    expect(readFileSync(join(folder, 'peta.svg'), 'utf8')).toContain('<svg')
  })
})
