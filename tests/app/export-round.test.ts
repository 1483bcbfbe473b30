import { afterEach, expect, it } from 'vitest'
import { exportHeader, exportRows } from '../../src/app/export-round.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, july, openPlay, type Play, wit } from '../support/small-programme.ts'

onEveryDialect('an export', (open) => {
  let play: Play
  afterEach(() => play.close())

  it('has one row an answer of every report that was handed in, in words and in codes, and no name of a person', async () => {
    play = await openPlay(open, { startAt: at('2024-07-10 08:30', wit) })
    await play.tick(at('2024-07-10 10:35', wit))
    for (const text of ['mulai', '3', '=1+1', 'ya']) await play.say('raja', text)
    await play.say('lina', 'mulai')
    await play.say('lina', '4')

    const rows: Record<string, string>[] = []
    for await (const batch of exportRows(play.services, await requireRound(play.services.db, july.code)))
      for (const row of batch) rows.push(Object.fromEntries(exportHeader.map((name, i) => [name, row[i]!])))

    expect(new Set(rows.map((r) => r.kode_wilayah))).toEqual(new Set(['81.05.15.2002']))
    expect(rows.find((r) => r.jalur === 'jumlah')).toMatchObject({
      putaran: july.code,
      formulir: 'pemantauan_desa',
      nama_wilayah: 'Pasir Uji',
      jabatan: 'Raja Negeri',
      resmi: 'tidak',
      keadaan_laporan: 'submitted',
      soal: 'Berapa pertemuan?',
      kode_jawaban: '3',
      cara: 'given',
    })
    // a text stays what it was; the writer of the file makes it harmless
    expect(rows.find((r) => r.jalur === 'kabar')).toMatchObject({ kode_jawaban: '=1+1', jawaban: '=1+1' })
    expect(rows.find((r) => r.jalur === 'kesiapan')).toMatchObject({ kode_jawaban: 'mulai', jawaban: 'Mulai' })
    expect(JSON.stringify(rows)).not.toMatch(/Rauf|Lina/)
  })
})
