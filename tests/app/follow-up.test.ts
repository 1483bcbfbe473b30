import { afterEach, describe, expect, it } from 'vitest'
import { listOverdue } from '../../src/app/overdue.ts'
import { addCommitment, listCommitments, saveMeeting } from '../../src/store/meetings.ts'
import { listOpenChecks, listRecommendations } from '../../src/store/recommendations.ts'
import { onEveryDialect } from '../support/databases.ts'
import { coordination, openStage, type Stage } from '../support/recommendation-stage.ts'
import { at, wit } from '../support/small-programme.ts'

/** Monday, 2 September 2024: the first working day of the month. */
const september = (time: string) => at(`2024-09-02 ${time}`, wit)

onEveryDialect('the follow-up of recommendations', (open) => {
  let stage: Stage
  afterEach(() => stage.close())
  /** The camat has sent the matrix: one row for Dinas Pertanian and two villages, one for Dinas Sosial. */
  const begin = async (round: 'open' | 'closed' = 'closed') => {
    stage = await openStage(open)
    await stage.talk('camat', ...coordination, 'ya', 'lewati', '0', 'ya')
    // recommendations outlive their round; without it nothing else is sent that would be in the way here
    if (round === 'closed') await stage.services.db.run(`update round set state = 'closed'`)
    stage.rang()
    return stage.services.db
  }
  const state = async () => (await listRecommendations(stage.services.db, stage.services.db))[0]!
  /** Ticks every ten minutes of an office day. */
  const day = async (on: string, fromTime = '09:50', untilTime = '12:00') => {
    await stage.tick(at(`${on} ${fromTime}`, wit))
    await stage.days(at(`${on} ${untilTime}`, wit), 10)
  }

  describe('asks the responsible office', () => {
    it('once a month, in its hours, about everything it has to do', async () => {
      await begin()
      await day('2024-09-03')
      expect(stage.heard('pokja').join()).toBe(
        'Selamat pagi, Bapak Pokja Uji. Ada 1 rekomendasi yang menunggu kabar.\n\n' +
          'Bibit & bahan dan pelatihan untuk kegiatan pertanian di Desa Karang Uji dan Negeri Pasir Uji, karena hama & penyakit.\n' +
          'Untuk Desa Karang Uji, Negeri Pasir Uji. Kabar terakhir: belum ditindaklanjuti.\n' +
          'Bagaimana perkembangannya?',
      )
      await day('2024-09-04')
      await day('2024-09-06')
      expect(stage.heard('pokja')).toEqual([])
    })

    it('not on a Sunday, not before ten and not twice for the same month after an outage', async () => {
      await begin()
      await day('2024-09-01')
      await stage.tick(september('08:00'))
      expect(stage.heard('pokja')).toEqual([])
      await day('2024-09-05', '13:00', '15:30')
      expect(stage.heard('pokja')).toHaveLength(1)
    })

    it('in the week before a rakor, and then not monthly', async () => {
      const db = await begin()
      await saveMeeting(db, rakor('2024-09-04'), { at: 0, demo: true })
      await day('2024-08-30')
      expect(stage.heard('pokja')).toHaveLength(1)
      await day('2024-09-03')
      expect(stage.heard('pokja')).toEqual([])
    })

    it('and keeps what it says: money, year, programme, a new target, the stage in the plan', async () => {
      const db = await begin()
      await day('2024-09-03')
      const recap = await stage.talk('pokja', 'dianggarkan', '2025', 'Penyediaan benih', '150 jt', 'juni 2025')
      expect(recap).toContain('Rp 150.000.000')
      // nothing counts before "ya"
      expect(await state()).toMatchObject({ state: 'belum' })
      expect(await stage.talk('pokja', 'ya')).toContain('Kabarnya sudah dicatat')
      expect(await state()).toMatchObject({
        state: 'dianggarkan',
        stage: 'apbd',
        budgetYear: 2025,
        budgetProgramme: 'Penyediaan benih',
        amount: 150_000_000,
        targetMonth: '2025-06',
      })
      // October: asked again, with the last news
      await day('2024-10-01')
      expect(stage.heard('pokja').join()).toContain('Kabar terakhir: dianggarkan.')
      await stage.talk('pokja', 'tidak bisa', 'Pagu dipotong', 'ya')
      expect(await state()).toMatchObject({ state: 'tidak_bisa', stage: 'apbd', reason: 'Pagu dipotong' })
      expect(await stage.count('follow_up')).toBe(2)
      expect(db.dialect).toBeDefined()
    })

    it('and takes news by word at any time', async () => {
      await begin()
      expect(await stage.talk('pokja', 'tindak lanjut')).toContain('Ada 1 rekomendasi yang menunggu kabar')
      await stage.talk('pokja', 'diproses', 'lewati', 'ya')
      expect(await state()).toMatchObject({ state: 'diproses', targetMonth: '2025-01' })
      expect(await stage.talk('lina', 'tindak lanjut')).toContain('tidak ada rekomendasi yang menunggu kabar')
    })

    it('and corrects what was sent, keeping the history', async () => {
      await begin()
      await stage.talk('pokja', 'tindak lanjut', 'diproses', 'lewati', 'ya')
      await stage.talk('pokja', 'ubah 1.1.1', 'tidak bisa', 'salah pilih', 'Bukan kewenangan kami', 'ya')
      expect(await state()).toMatchObject({ state: 'tidak_bisa', reason: 'Bukan kewenangan kami' })
      expect(await stage.count('follow_up')).toBeGreaterThan(1)
    })

    it('follows promises of a meeting in the same conversation', async () => {
      const db = await begin()
      const id = await saveMeeting(db, { ...rakor('2024-08-20'), title: 'Rakor ke-3' }, { at: 0, demo: true })
      await addCommitment(db, {
        meetingId: id,
        what: 'data lokus 2025',
        who: 'Dinas Pertanian',
        opd: 'pertanian',
        dueOn: '2024-09-30',
      })
      await stage.talk('pokja', 'tindak lanjut', 'diproses', 'lewati')
      expect(await stage.talk('pokja', 'selesai', '30 agustus', 'lewati', 'ya')).toContain('dicatat')
      expect(await listCommitments(db, db, [id])).toMatchObject([{ what: 'data lokus 2025', state: 'kept' }])
    })
  })

  describe('asks the village back', () => {
    const finished = async () => {
      await begin()
      expect(await stage.talk('pokja', 'tindak lanjut', 'selesai', '28 juli', 'lewati', 'ya')).toContain(
        'kami tanyakan kembali ke desanya',
      )
      stage.rang()
      await day('2024-07-31')
    }

    it('whether it arrived, one question that is answered in one word', async () => {
      await finished()
      expect(stage.heard('lina').join()).toContain(
        'Menurut catatan kabupaten, ini sudah selesai:\n\nBibit & bahan dan pelatihan untuk kegiatan pertanian di Desa Karang Uji dan Negeri Pasir Uji, karena hama & penyakit.\nBetul sudah diterima di Desa Karang Uji?',
      )
      expect(await stage.talk('lina', 'sudah')).toBe('Terima kasih, Ibu. Jawaban Desa Karang Uji sudah dicatat.')
      expect((await state()).answers).toEqual([
        { regionCode: '81.05.15.2001', answer: 'ya' },
        { regionCode: '81.05.15.2002', answer: null },
      ])
    })

    it('and shows both sides where they differ', async () => {
      await finished()
      stage.rang()
      const thanks = await stage.talk('lina', 'belum', 'Baru 200 pohon yang datang')
      expect(thanks).toContain('Catatan kabupaten: selesai. Jawaban Desa Karang Uji: belum diterima.')
      await stage.tick(stage.clock.now() + 60_000)
      for (const who of ['pokja', 'korkab'] as const) {
        const told = stage.heard(who).join()
        expect(told).toContain('Desa Karang Uji menjawab bahwa ini belum diterima')
        expect(told).toContain('Catatan kabupaten: selesai 28 Juli 2024.')
        expect(told).toContain('Catatan desa: Baru 200 pohon yang datang')
      }
      // it is open again: the office is asked next month
      await day('2024-09-03')
      expect(stage.heard('pokja').join()).toContain('Kabar terakhir: selesai.')
    })

    it('takes no word about something else for an answer', async () => {
      const db = await begin()
      await stage.talk('pokja', 'tindak lanjut', 'selesai', '28 juli', 'lewati', 'ya')
      await day('2024-07-31')
      stage.rang()
      // something else was said since: "sudah" is about that
      await db.run(
        `insert into outbox (key, priority, address_id, lane_id, body, due_at, state, created_at, sent_at)
         select 'remind:x', 1, a.id, a.lane_id, '{"text":"Sudah mulai?"}', 0, 'sent', 0, cast($1 as bigint) from address a where a.user_id = 'lina'`,
        stage.clock.now() + 1000,
      )
      await stage.talk('lina', 'sudah')
      expect((await state()).answers).toMatchObject([{ answer: null }, { answer: null }])
    })

    it('leaves who is writing a report to it, and asks later', async () => {
      const db = await begin('open')
      await stage.talk('pokja', 'tindak lanjut', 'selesai', '28 juli', 'lewati', 'ya')
      await db.run(`update report set state = 'open', submitted_at = null where receipt like '%81.05.15.2001'`)
      stage.clock.moveTo(at('2024-07-31 09:00', wit))
      await stage.talk('lina', 'mulai', 'ya')
      stage.rang()
      await day('2024-07-31')
      expect(stage.heard('lina').join()).not.toContain('diterima di')
      expect((await listOpenChecks(db, db, ['81.05.15.2001']))[0]).toMatchObject({ askedAt: null })
      await day('2024-08-02', '13:50', '15:50')
      expect((await listOpenChecks(db, db, ['81.05.15.2001']))[0]!.askedAt).not.toBeNull()
    })
  })

  it('tells the coordinator what is two weeks late, all in one message, once', async () => {
    const db = await begin()
    await db.run(`update recommendation set target_month = '2024-08'`)
    await day('2024-09-12')
    expect(stage.heard('korkab').join()).not.toContain('lewat target')
    await day('2024-09-17')
    const told = stage.heard('korkab').join()
    expect(told).toContain('2 rekomendasi di Ujung Timur sudah lewat target:')
    expect(told).toContain('(Dinas Pertanian, target Agustus 2024)')
    await day('2024-09-18')
    await day('2024-09-19')
    expect(stage.heard('korkab').join()).not.toContain('lewat target')
    const overdue = await listOverdue(stage.services, db, { regionCode: '81.05', opd: 'sosial' }, '2024-09-19')
    expect(overdue.map((o) => [o.recommendation.key, o.days])).toEqual([['dana.olahan', 19]])
  })
})

function rakor(fromOn: string) {
  return {
    bodyId: null,
    regionCode: '81.05',
    roundId: null,
    reportId: null,
    kind: 'rakor' as const,
    number: 3,
    title: 'Rakor',
    fromOn,
    untilOn: fromOn,
    place: null,
    opener: null,
    initiator: null,
    funder: null,
    agenda: [],
    decisions: [],
    aggregate: null,
    guests: null,
    deliverOn: null,
    carriedBy: null,
    sessions: [],
  }
}
