import { afterEach, describe, expect, it } from 'vitest'
import { createRound } from '../../src/app/create-round.ts'
import { openRound } from '../../src/app/open-round.ts'
import { installForm } from '../../src/store/form-versions.ts'
import { listLaterQuestions } from '../../src/store/later-questions.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { shippedSource } from '../flows/form-cast.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

onEveryDialect('some time after a report', (open) => {
  let play: Play
  afterEach(() => play.close())

  /** Ibu Lina has sent this report on Wednesday, 10 July 2024; its round is over. */
  async function sent(form: string, ...replies: readonly string[]): Promise<void> {
    play = await openPlay(open, { startAt: at('2024-07-10 08:30', wit), open: false })
    const { services, clock } = play
    const by = { now: clock.now(), actor: 'test' }
    for (const name of [form, 'pelacakan-tindak-lanjut'])
      await services.db.transaction((sql) => installForm(sql, shippedSource(name), clock.now()))
    const forms = [{ name: form, depth: 'full' as const }]
    await createRound(services, { code: 'desa', forms, opensOn: '2024-07-10', dueOn: '2024-07-24', kabupaten: [] }, by)
    await openRound(services, await requireRound(services.db, 'desa'), by)
    await play.tick(at('2024-07-10 10:35', wit))
    const end = await say(...replies)
    expect(end).toContain('Laporan sudah dikirim')
    await services.db.run(`update round set state = 'closed'`)
    play.rang()
  }
  const say = async (...replies: readonly string[]) => {
    let last: readonly string[] = []
    for (const reply of replies) last = await play.say('lina', reply)
    return last.join('\n')
  }
  const day = async (on: string) => {
    await play.tick(at(`${on} 09:50`, wit))
    await play.days(at(`${on} 11:20`, wit), 30)
    return play.heard('lina').join('\n')
  }
  const owed = async () =>
    (await listLaterQuestions(play.services.db, ['81.05'])).map((q) => `${q.label} ${q.dueOn} ${q.answer ?? '-'}`)

  const goods = ['2', 'mesin jahit', '3 unit', '3 unit', 'baik', 'gunting', '5 buah', '0 buah', 'ya', 'belum datang']
  const package_ = ['mulai', 'Paket menjahit', 'sebagian', '8 juli', ...goods, 'Melati', '9 orang, 9 perempuan']

  describe('a village that received goods', () => {
    const receipt = [...package_, 'lewati', 'lewati', 'tidak', 'ya']

    it('is asked after 30 and 90 days whether what came is in use, at its hours, once each', async () => {
      await sent('penerimaan-stimulan', ...receipt)
      expect(await owed()).toEqual(['mesin jahit 2024-08-07 -', 'mesin jahit 2024-10-06 -'])
      expect(await day('2024-08-06')).toBe('')
      expect(await day('2024-08-07')).toContain('mesin jahit, diterima 8 Juli 2024. Apakah masih dipakai?')
      expect(await say('masih')).toContain('sudah dicatat')
      expect(await day('2024-08-09')).toBe('')
      // 6 October is a Sunday: nothing starts then
      expect(await day('2024-10-06')).toBe('')
      expect(await day('2024-10-07')).toContain('mesin jahit')
      expect(await say('rusak', 'dinamo terbakar')).toContain('sudah dicatat')
      expect(await owed()).toEqual(['mesin jahit 2024-08-07 dipakai', 'mesin jahit 2024-10-06 rusak'])
      const items = await play.services.db.all<{ details: string }>(
        `select details from staff_item where key like 'later:%'`,
      )
      expect(items.map(({ details }) => (JSON.parse(details) as { what: string }).what)).toEqual([
        'barang_tidak_dipakai',
      ])
    })

    it('that does not answer is asked once more after three weeks, and then left in peace', async () => {
      await sent('penerimaan-stimulan', ...receipt)
      expect(await day('2024-08-07')).toContain('mesin jahit')
      expect(await day('2024-08-21')).toBe('')
      expect(await day('2024-08-29')).toContain('mesin jahit')
      expect(await day('2024-09-26')).toBe('')
      expect(await owed()).toHaveLength(2)
    })

    it('is not asked about what a correction took out', async () => {
      await sent('penerimaan-stimulan', ...receipt)
      await play.services.db.run(`update round set state = 'open'`)
      expect(await say('ubah b', 'belum', 'salah tekan')).toContain('diganti')
      expect(await owed()).toEqual([])
    })
  })

  it('a levy brings the confidential route at once, and staff hear of it all the same', async () => {
    await sent('penerimaan-stimulan', ...package_, 'lewati', 'lewati', 'tidak', 'ya')
    await play.services.db.run(`update round set state = 'open'`)
    const said = await say('ubah j', 'ada', 'baru ketahuan')
    expect(said).toMatch(/ketik "pengaduan" kapan saja: hanya petugas antikorupsi/)
    const noted = await play.count(`staff_item where key like 'follow_on:%pungutan'`)
    expect(noted).toBe(1)
  })

  it('a training is asked about a month after its end', async () => {
    const training = ['mulai', 'tenun', '7 juli', '8 juli', '9 orang, 9 perempuan', 'Ibu Rini', '5', 'lewati', 'ya']
    await sent('pelatihan', ...training)
    expect(await day('2024-08-07')).toContain('Pelatihan tenun, selesai 8 Juli 2024. Apakah sudah dipraktikkan?')
    expect(await say('belum', 'belum ada benang')).toContain('sudah dicatat')
    expect(await owed()).toEqual(['tenun 2024-08-07 belum'])
  })

  it('a training that ended long ago was asked about in its own form', async () => {
    const training = ['mulai', 'tenun', '7 mei', '8 mei', '9 orang, 9 perempuan', 'Ibu Rini', '5', 'sudah', 'lewati']
    await sent('pelatihan', ...training, 'ya')
    expect(await owed()).toEqual([])
  })
})
