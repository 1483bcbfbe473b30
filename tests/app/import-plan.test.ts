import { expect, it } from 'vitest'
import { importPlan } from '../../src/app/import-plan.ts'
import type { Database } from '../../src/store/database.ts'
import { listEntities } from '../../src/store/entities.ts'
import { setUpAt } from '../support/beginnings.ts'
import { type Open, onEveryDialect } from '../support/databases.ts'
import { workbook } from '../support/workbooks.ts'

const now = Date.parse('2024-08-14T02:00:00Z')
const header = [
  'kode_desa',
  'kegiatan',
  'bidang',
  'target',
  'satuan',
  'biaya',
  'sumber',
  'mulai',
  'selesai',
  'tahun_vlp',
]
const village = '53.18.01.2002'
const ayam = [
  village,
  'Ternak ayam',
  'Peternakan',
  250,
  'ekor',
  'Rp 25.000.000',
  'Dana Desa/ADD',
  'Maret 2024',
  '2024-12',
  2024,
]
const pala = [village, 'Kebun pala & cengkeh', 'pertanian', '500', 'pohon', 12_500_000, 'swadaya', null, null, 2024]

const ready = (open: Open) => open(setUpAt(now))
const take = async (db: Database, rows: readonly (readonly (string | number | null)[])[], at = now) =>
  importPlan(db, await workbook([header, ...rows], 'Rencana'), { now: at, actor: 'test' })

onEveryDialect('importing plans', (open) => {
  it('makes an item of each activity, with the properties that forms read', async () => {
    const db = await ready(open)
    expect(await take(db, [ayam, pala])).toEqual({
      ok: true,
      counts: { rows: 2, villages: 1, added: 2, changed: 0 },
    })
    const [first, second] = await listEntities(db, 'kegiatan', village)
    expect(first).toMatchObject({
      entityId: `${village}-2024-ternak_ayam`,
      label: 'Ternak ayam',
      properties: {
        bidang: 'peternakan',
        target: '250',
        satuan: 'ekor',
        biaya: '25000000',
        sumber: 'dana_desa',
        mulai: '2024-03',
        selesai: '2024-12',
        tahun_vlp: '2024',
      },
    })
    expect(second).toMatchObject({ label: 'Kebun pala & cengkeh', properties: { target: '500', mulai: '' } })
  })

  it('changes nothing the second time, and dates what a later file changes', async () => {
    const db = await ready(open)
    await take(db, [ayam])
    expect(await take(db, [ayam])).toMatchObject({ counts: { added: 0, changed: 0 } })
    expect(await db.all('select id from entity_change')).toEqual([])

    const dearer = ayam.with(5, 'Rp 30.000.000')
    expect(await take(db, [dearer], now + 5)).toMatchObject({ counts: { added: 0, changed: 1 } })
    expect(await db.all('select at, before, after from entity_change')).toEqual([
      { at: now + 5, before: '{"biaya":"25000000"}', after: '{"biaya":"30000000"}' },
    ])
  })

  it('keeps what the village reported of an activity', async () => {
    const db = await ready(open)
    await take(db, [ayam])
    const [item] = await listEntities(db, 'kegiatan', village)
    const reported = JSON.stringify({ ...item!.properties, status: 'berjalan', persen: '40' })
    await db.run('update entity_item set properties = $1', reported)
    await take(db, [ayam.with(3, 300)])
    expect((await listEntities(db, 'kegiatan', village))[0]?.properties).toMatchObject({
      status: 'berjalan',
      persen: '40',
      target: '300',
    })
  })

  it('tells long and foreign names apart', async () => {
    const db = await ready(open)
    const long = 'Pengembangan usaha ternak ayam kampung untuk kelompok perempuan'
    const rows = [`${long} satu`, `${long} dua`, 'Ternak ayam!', 'テスト', 'テスト2'].map((name) => ayam.with(1, name))
    expect(await take(db, rows)).toMatchObject({ counts: { added: 5 } })
    const ids = (await listEntities(db, 'kegiatan', village)).map((i) => i.entityId)
    expect(new Set(ids).size).toBe(5)
    for (const id of ids) expect(id).toMatch(/^[\w.-]{1,80}$/)
  })

  it('imports nothing when one cell is wrong', async () => {
    const db = await ready(open)
    const result = await take(db, [ayam, pala.with(2, 'entah'), ayam.with(0, '81.05.15')])
    expect(result).toMatchObject({
      ok: false,
      issues: [
        { row: 3, column: 'bidang' },
        { row: 4, column: 'kode_desa' },
      ],
    })
    expect(await listEntities(db, 'kegiatan', village)).toEqual([])
  })
})
