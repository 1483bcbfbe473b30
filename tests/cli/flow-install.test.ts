import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { readAttachedList } from '../../src/flows/attachments.ts'
import { kentongan, workFolder } from '../support/run-command.ts'

const form = `settings: { form_id: pasar-desa, form_title: Pasar, version: 1, default_language: id }
survey:
  - { type: select_one_from_file pasar.csv, name: pasar, label: Pasar mana?, required: "true", choice_filter: "pulau = 'Gorom'" }
  - { type: calculate, name: hari, calculation: "pulldata('pasar', 'hari', 'name', \${pasar})" }
  - { type: integer, name: pedagang, label: "Berapa pedagang pada hari \${hari}?", required: "true" }
`
const pasar =
  'name,label,pulau,hari\np1,Pasar Lama,Gorom,Senin\np2,"Pasar ""Baru""",Gorom,=1+1\np3,Pasar Jauh,Seram,Rabu\n'
let folder: string
beforeEach(() => {
  folder = workFolder()
  writeFileSync(join(folder, 'pasar.yaml'), form)
})
const json = (text: string) => JSON.parse(text) as Record<string, unknown>

describe('a form whose choices stand beside it in a file', { timeout: 60_000 }, () => {
  it('is played from its folder', async () => {
    writeFileSync(join(folder, 'pasar.csv'), pasar)
    writeFileSync(join(folder, 'jawaban.txt'), 'pasar baru\n12\nya\n')
    const played = await kentongan(folder, ['flow', 'play', 'pasar.yaml', '--answers', 'jawaban.txt'])
    expect(played.err).toBe('')
    expect(played.out).toContain('Pasar "Baru"')
    expect(played.out).not.toContain('Pasar Jauh')
    expect(played.out).toContain('Berapa pedagang pada hari =1+1?')
  })

  it('says so where the file is not there', async () => {
    writeFileSync(join(folder, 'jawaban.txt'), '1\n')
    const played = await kentongan(folder, ['flow', 'play', 'pasar.yaml', '--answers', 'jawaban.txt'])
    expect(played.err).toContain('There is no "pasar.csv" beside the form')
  })

  it('is installed with it, once for the same content, and can be asked in a round', async () => {
    const k = (...args: string[]) => kentongan(folder, args)
    await k('setup')
    expect(await k('flow', 'install', 'pasar.yaml')).toMatchObject({ code: 2 })
    writeFileSync(join(folder, 'pasar.csv'), pasar)
    const first = await k('flow', 'install', 'pasar.yaml', '--json')
    expect(json(first.out)).toEqual({ form: 'pasar-desa', version: 1, installed: true, lists: ['pasar'] })
    expect((await k('flow', 'install', 'pasar.yaml')).out).toBe('pasar-desa is there already, as version 1.\n')
    writeFileSync(join(folder, 'pasar.csv'), `${pasar}p4,Pasar Malam,Gorom,Sabtu\n`)
    expect(json((await k('flow', 'install', 'pasar.yaml', '--json')).out)).toMatchObject({
      version: 2,
      installed: true,
    })
    const round = ['round', 'create', '2031-03', '--opens', '2031-03-03', '--due', '2031-03-17', '--form', 'pasar-desa']
    expect((await k(...round)).out).toContain('pasar-desa')
    expect((await k('flow', 'move', 'pasar-desa', '--dry-run')).out).toContain('Would move 0 reports')
  })
})

describe('the file of a list', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  it.each([
    ['a.csv', '\ufeffname;label\nx;Satu, dua\n', [{ name: 'x', label: 'Satu, dua' }]],
    ['a.csv', 'name,label\r\nx,"Dua\nbaris"\r\n\r\n', [{ name: 'x', label: 'Dua\nbaris' }]],
    ['a.xml', '<root><item><name>x</name><label>A &amp; B</label></item></root>', [{ name: 'x', label: 'A & B' }]],
    [
      'a.geojson',
      '{"features":[{"id":"x","properties":{"title":"Pasar"},"geometry":{"type":"Point","coordinates":[131.4,-4.1]}}]}',
      [{ id: 'x', title: 'Pasar', geometry: '-4.1 131.4 0 0' }],
    ],
  ])('%s is read', (file, text, rows) => {
    expect(readAttachedList(file, bytes(text))).toEqual({ rows })
  })

  it.each([
    ['a.csv', `name\n${'x\n'.repeat(100_000)}`, 'more than 50000 rows'],
    ['a.csv', 'x'.repeat(8_000_001), 'larger than 8 MB'],
    ['a.xml', '<!DOCTYPE a [<!ENTITY b "c">]><root/>', 'a document type is not accepted'],
    ['a.geojson', '{"features": [', 'cannot be read'],
  ])('%s that means harm is refused in one sentence', (file, text, says) => {
    const began = performance.now()
    const read = readAttachedList(file, bytes(text))
    expect('problem' in read && read.problem).toContain(says)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
