import { afterEach, expect, it } from 'vitest'
import { matrixNow } from '../../src/app/matrix.ts'
import { villageAnswers } from '../../src/app/village-answers.ts'
import { meetingTotals } from '../../src/domain/meetings.ts'
import { listMeetings } from '../../src/store/meetings.ts'
import { findObligationOf, listVillagesOf } from '../../src/store/obligations.ts'
import { listRecommendations } from '../../src/store/recommendations.ts'
import { onEveryDialect } from '../support/databases.ts'
import { coordination, openStage, type Stage } from '../support/recommendation-stage.ts'

onEveryDialect('the matrix of a kecamatan', (open) => {
  let stage: Stage
  afterEach(() => stage.close())
  const begin = async () => {
    stage = await openStage(open)
    return stage.services.db
  }
  const matrix = (regionCode: string) =>
    matrixNow(stage.services, stage.services.db, { round: stage.round, regionCode }, stage.clock.now())

  it('is offered after the camat’s report, with the rows that villages and meeting gave', async () => {
    const db = await begin()
    const end = await stage.talk('camat', ...coordination)
    expect(end).toContain('Laporan sudah dikirim')
    expect(end).toContain('Matriks rekomendasi siap disusun dari 2 usulan. Kita susun sekarang?')
    expect((await findObligationOf(db, stage.round.id, 'matriks_rekomendasi', '81.05.15'))?.dueOn).toBe('2024-08-05')
    // nobody of the team has to see to what the camat was offered
    expect(await stage.count(`staff_item where kind = 'follow_on'`)).toBe(0)

    expect(await stage.talk('camat', 'ya')).toContain('tersusun 2 usulan')
    const first = await stage.talk('camat', 'semua')
    expect(first).toContain('Hama & penyakit, pertanian (2 desa). Desa: Desa Karang Uji, Negeri Pasir Uji.')
    expect(first).toContain(
      'Usulan: Bibit & bahan dan pelatihan untuk kegiatan pertanian di Desa Karang Uji dan Negeri Pasir Uji, karena hama & penyakit.',
    )
    expect(first).toContain(
      'Tingkat: Kabupaten, oleh Dinas Pertanian. Target: Januari 2025. Sumber dana: OPD (APBD). Prioritas: tinggi.',
    )
    const second = await stage.talk('camat', 'terima')
    // the village asked itself, the meeting named an office: the office it is
    expect(second).toContain('Dana, home industry dan olahan (1 desa)')
    expect(second).toContain('Tingkat: Kabupaten, oleh Dinas Sosial.')
    await stage.talk(
      'camat',
      'perbaiki dulu',
      '1 4',
      'Bantuan modal usaha untuk kelompok olahan',
      'desember 2024',
      '0',
      'ya',
    )

    expect(await listRecommendations(db, db)).toMatchObject([
      {
        key: 'hama.pertanian',
        responsible: ['pertanian'],
        villages: [{ name: 'Desa Karang Uji', activities: [{ entityId: 'k1' }] }, { name: 'Negeri Pasir Uji' }],
      },
      {
        key: 'dana.olahan',
        text: 'Bantuan modal usaha untuk kelompok olahan',
        targetMonth: '2024-12',
        responsible: ['sosial'],
        state: 'belum',
        stage: 'usulan',
      },
    ])
    expect((await matrix('81.05')).totals).toMatchObject({ rows: 2, villages: 2 })
    expect(await stage.talk('camat', 'matriks')).toContain(
      'Matriks rekomendasi Kecamatan Teluk Uji, putaran 2: 2 rekomendasi untuk 2 desa.',
    )
  })

  it('opens with what is worth a second look, and an override leaves the village’s own figures alone', async () => {
    const db = await begin()
    await db.run(
      `update answer set value = '{"total":12,"l":12,"p":0}' where path = 'hadir' and report_id in
         (select r.id from report r join obligation o on o.id = r.obligation_id where o.region_code = '81.05.15.2001')`,
    )
    await db.run('delete from report_figures')
    const villages = await listVillagesOf(db, stage.round.id, '81.05.15')
    const before = await villageAnswers(db, db, villages)
    const asked = await stage.talk('camat', 'mulai', '1 batch', '25 juli', 'aula', '20 orang 12 L 8 P', '1 2 3')
    expect(asked).toContain(
      '2 dari 3 desa sudah lapor: 1 kegiatan selesai, 2 berjalan, 1 belum mulai. Belum lapor: Desa Batu Uji.',
    )
    expect(asked).toContain('Mungkin perlu dilihat bersama desanya: Karang Uji: 12 orang hadir, belum ada perempuan.')
    await stage.talk(
      'camat',
      '1',
      'tidak',
      '2',
      '0',
      '0',
      'Keduanya selesai sesudah desa lapor',
      'lewati',
      'tidak',
      'lewati',
      'lewati',
      'ya',
    )
    expect(await villageAnswers(db, db, villages)).toEqual(before)
    const [reason] = await db.all<{ value: string }>(`select value from answer where path like '%/alasan_beda'`)
    expect(reason?.value).toContain('sesudah desa lapor')
    expect(await stage.count('report where frozen is not null')).toBe(1)
  })

  it('puts the meeting of the report into the register, batch by batch', async () => {
    const db = await begin()
    await stage.talk('camat', ...coordination)
    const meetings = await listMeetings(db, db, { kind: 'koordinasi_kecamatan' })
    expect(meetings).toMatchObject([
      {
        regionCode: '81.05.15',
        fromOn: '2024-07-25',
        untilOn: '2024-07-26',
        deliverOn: '2024-08-20',
        sessions: [
          { place: 'aula kecamatan', villages: ['81.05.15.2001', '81.05.15.2002'] },
          { place: 'balai negeri', villages: ['81.05.15.2003'] },
        ],
      },
    ])
    expect(meetingTotals(meetings)).toMatchObject({ sessions: 2, total: 30, l: 18, p: 12 })
  })

  it('keeps what is left out with its reason, and takes a correction without losing how far rows are', async () => {
    const db = await begin()
    await stage.talk('camat', ...coordination, 'mulai', '2', 'tidak dibawa', 'Sudah ada di APBDes', '1')
    await stage.talk(
      'camat',
      '1 3',
      'pasar',
      'Pameran hasil desa di kabupaten',
      'lewati',
      'kabupaten',
      'koperasi',
      'maret 2025',
      'lewati',
      'rendah',
      'ya',
    )
    expect(await listRecommendations(db, db, { dropped: true })).toMatchObject([
      { key: 'hama.pertanian', droppedAt: null },
      { key: 'dana.olahan', reason: 'Sudah ada di APBDes', droppedAt: expect.any(Number) },
      {
        key: 'tambahan.n1',
        problem: 'Pasar & harga',
        responsible: ['koperasi_umkm'],
        priority: 'rendah',
        villages: [{ regionCode: '81.05.15.2001' }, { regionCode: '81.05.15.2003', name: 'Desa Batu Uji' }],
      },
    ])
    await db.run(`update recommendation set state = 'diproses' where key = 'hama.pertanian'`)
    const changed = await stage.talk('camat', 'ubah 3', '0', 'sudah masuk yang lain', 'ya')
    expect(changed).not.toBe('')
    expect(await listRecommendations(db, db)).toMatchObject([{ key: 'hama.pertanian', state: 'diproses' }])
  })

  it('can be asked for by word, once a village has reported', async () => {
    const db = await begin()
    expect(await stage.talk('camat', 'susun matriks')).toContain('tersusun 2 usulan')
    await db.run(`update report set state = 'open' where receipt like '%53.18%'`)
    expect(await stage.talk('camatLoura', 'matriks')).toContain('Belum ada laporan desa di Kecamatan Padang Uji')
    expect(
      await stage.count(
        `obligation o join round_form f on f.id = o.round_form_id where f.form_name = 'matriks_rekomendasi'`,
      ),
    ).toBe(1)
  })

  it('is shown to the Pokja as it stands, and not to a village', async () => {
    await begin()
    await stage.talk('camat', ...coordination, 'mulai', 'lewati', '0', 'ya')
    expect(await stage.talk('pokja', 'matriks')).toContain('1. Bibit & bahan dan pelatihan untuk kegiatan pertanian')
    expect(await stage.talk('forum', 'matriks')).toContain('Matriks rekomendasi Kabupaten Ujung Selatan belum disusun.')
    expect(await stage.talk('lina', 'matriks')).not.toContain('rekomendasi')
  })

  it('does not count as a second report of the kecamatan', async () => {
    const db = await begin()
    await stage.talk('camat', ...coordination)
    const { countProgress } = await import('../../src/store/progress.ts')
    const counts = await countProgress(db, {
      roundId: stage.round.id,
      level: 'kecamatan',
      within: ['81.05'],
      now: stage.clock.now(),
    })
    expect(counts).toMatchObject([{ kecamatanCode: '81.05.15', state: 'submitted', count: 1 }])
    // and its "ya" freezes no village totals
    await stage.talk('camat', 'mulai', 'lewati', '0', 'ya')
    expect(await stage.count('report where frozen is not null')).toBe(1)
  })
})
