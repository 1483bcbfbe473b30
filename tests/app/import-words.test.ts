import { expect, it } from 'vitest'
import { importWords, listWords } from '../../src/app/import-words.ts'
import { LocalWords } from '../../src/app/local-words.ts'
import { readChoice, readDate, readQuantityUnit } from '../../src/bahasa/index.ts'
import type { Database } from '../../src/store/database.ts'
import { setUpAt } from '../support/beginnings.ts'
import { onEveryDialect } from '../support/databases.ts'
import { openRig } from '../support/rig.ts'
import { workbook } from '../support/workbooks.ts'

const now = Date.parse('2024-08-14T02:00:00Z')
const header = ['Kode Kabupaten', 'Jenis', 'Kata', 'Arti', 'Sumber']
const taught = [
  ['81.05', 'kata', 'kalamarin', 'kemarin', 'Sekdes Geser'],
  ['81.05', 'satuan', 'Loka', 'ikat', 'Pasar Bula'],
  ['81.05', 'pilihan', 'su manis', 'selesai', 'Fasilitator'],
  ['*', 'sapaan', 'abatua', '', 'Umum'],
] as const
const file = (rows: readonly (readonly string[])[]) => workbook([header, ...rows], 'Kata')
const take = async (db: Database, rows: readonly (readonly string[])[]) =>
  importWords(db, await file(rows), { now, actor: 'test' })

onEveryDialect('importing local words', (open) => {
  const ready = () => open(setUpAt(now))

  it('teaches the readers of that kabupaten, and of no other', async () => {
    const db = await ready()
    expect(await take(db, taught)).toEqual({ ok: true, counts: { words: 4, kabupaten: ['81.05', '*'] } })
    const words = new LocalWords()
    const lexicon = await words.lexiconFor(db, '81.05.04.2003', now)
    const here = { referenceOn: '2024-08-14', lexicon: lexicon! }
    expect(readDate('kalamarin abatua', here)).toEqual({ value: '2024-08-13' })
    expect(readQuantityUnit('20 loka', here)).toEqual({ value: { value: 20, unit: 'ikat' } })
    expect(
      readChoice(
        'su manis',
        [
          { code: 'selesai', label: 'Sudah selesai' },
          { code: 'belum', label: 'Belum mulai' },
        ],
        here,
      ),
    ).toEqual({ value: 'selesai' })
    const there = { referenceOn: '2024-08-14', lexicon: (await words.lexiconFor(db, '53.18.01.2002', now))! }
    expect(readDate('kalamarin', there)).toMatchObject({ ask: 'unclear' })
    expect(readDate('kemarin abatua', there)).toEqual({ value: '2024-08-13' })
  })

  it('replaces the words of the kabupaten in the file and leaves the others, within half a minute', async () => {
    const db = await ready()
    await take(db, taught)
    const words = new LocalWords()
    expect((await words.lexiconFor(db, '81.05', now))?.words).toEqual({ kalamarin: 'kemarin' })
    await take(db, [['81.05', 'kata', 'bsusu', 'besok', 'Sekdes Geser']])
    expect(await listWords(db)).toEqual([
      { kabupaten: '81.05', kind: 'kata', word: 'bsusu', meaning: 'besok', source: 'Sekdes Geser' },
      { kabupaten: '*', kind: 'sapaan', word: 'abatua', meaning: '', source: 'Umum' },
    ])
    expect((await words.lexiconFor(db, '81.05', now + 29_999))?.words).toEqual({ kalamarin: 'kemarin' })
    expect((await words.lexiconFor(db, '81.05', now + 30_000))?.words).toEqual({ bsusu: 'besok' })
  })

  it('refuses the whole file and names every bad cell', async () => {
    const db = await ready()
    const result = await take(db, [
      ['81.99', 'kata', 'kalamarin', 'kemarin', 'Sekdes'],
      ['81.05', 'kta', 'loka', 'ikat', 'Pasar'],
      ['81.05', 'kata', 'dua', 'tiga', 'Pasar'],
      ['81.05', 'satuan', 'loka', 'genggaman', 'Pasar'],
      ['81.05', 'kata', 'beta', 'saya', ''],
      ['81.05', 'kata', 'beta', 'saya', 'Umum'],
      ['81.05', 'kata', 'dua kata', 'ini', 'Umum'],
    ])
    expect(result.ok ? [] : result.issues.map(({ row, column }) => [row, column])).toEqual([
      [2, 'kode_kabupaten'],
      [3, 'jenis'],
      [4, 'kata'],
      [5, 'arti'],
      [6, 'sumber'],
      [7, 'kata'],
      [8, 'kata'],
    ])
    expect(await listWords(db)).toEqual([])
  })
})

it('a running conversation understands a word as soon as it is taught', async () => {
  const rig = await openRig()
  const basri = 'demo-81.05.04.2003-raja'
  try {
    await rig.openRound()
    await rig.remindAt(rig.clock.now() + 3_600_000)
    await rig.press(basri, 'Mulai')
    await rig.say(basri, 'semua sama')
    expect((await rig.say(basri, 'kalamarin')).map((m) => m.text).join()).toContain('tanggal berapa')
    await importWords(rig.services.db, await file(taught), { now: rig.clock.now(), actor: 'test' })
    rig.clock.set(rig.clock.now() + 30_000)
    await rig.say(basri, 'kalamarin')
    const [answer] = await rig.services.db.all<{ value: string; raw: string }>(
      "select value, raw from answer where path = 'tanggal_pertemuan' and inbox_id is not null",
    )
    expect(answer).toEqual({ value: '"2024-07-09"', raw: 'kalamarin' })
  } finally {
    await rig.close()
  }
})
