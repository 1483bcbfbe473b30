import { afterEach, expect, it } from 'vitest'
import { sendDigests } from '../../src/app/send-digests.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { readAttachment } from '../../src/store/attachment-files.ts'
import { addStaffItem } from '../../src/store/staff-items.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, type Telephone, wit, wita } from '../support/small-programme.ts'

// the round opens on Wednesday 10 July 2024
const firstMorning = at('2024-07-10 08:30', wit)
const invited = at('2024-07-10 10:35', wit)
const mondayNight = at('2024-07-15 21:00', wit)

onEveryDialect('the weekly digest', (open) => {
  let play: Play
  afterEach(() => play.close())
  const begin = async () => {
    play = await openPlay(open, { startAt: firstMorning })
    await play.tick(invited)
  }
  const digest = (who: Telephone) => play.heard(who).filter((text) => text.startsWith('Rangkuman'))

  it('comes on Monday at nine of the kabupaten, once to each reader and week', async () => {
    await begin()
    await play.days(at('2024-07-14 20:00', wit), 120)
    play.rang()
    await play.tick(at('2024-07-15 08:55', wit))
    expect(play.rang()).toEqual([])
    await play.tick(at('2024-07-15 09:20', wit))
    const heard = (['camat', 'fasil', 'korkab', 'pokja'] as const).map((who) => [who, digest(who).length])
    expect(heard).toEqual([
      ['camat', 1],
      ['fasil', 1],
      ['korkab', 1],
      ['pokja', 1],
    ])
    expect(digest('camatLoura')).toEqual([])
    await play.tick(at('2024-07-15 09:20', wita))
    expect([digest('camatLoura').length, digest('forum').length]).toEqual([1, 1])

    await play.days(at('2024-07-21 20:00', wit), 120)
    for (const who of ['camat', 'fasil', 'korkab', 'pokja', 'camatLoura', 'forum'] as const)
      expect(digest(who), who).toEqual([])
    await play.tick(at('2024-07-22 10:20', wit))
    expect([digest('camat').length, digest('forum').length]).toEqual([1, 1])
  })

  it('brings a picture and a page that are small enough for a slow line, drawn once for readers of the same', async () => {
    await begin()
    await play.report('lina')
    await play.tick(mondayNight - 10 * 3_600_000)
    const rows = await play.services.db.all<{ key: string; body: string }>(
      `select key, body from outbox where priority = 2 order by id`,
    )
    const files = rows.flatMap(({ key, body }) => {
      const { attachment } = JSON.parse(body) as OutboundMessage
      return attachment ? [{ key, ...attachment }] : []
    })
    const pokja = files.filter(({ key }) => key.includes(':pokja:'))
    expect(pokja.map(({ kind, name }) => [kind, name])).toEqual([
      ['photo', 'gambar-2024-07-2024-07-15.png'],
      ['document', 'rangkuman-2024-07-2024-07-15.pdf'],
    ])
    const [picture, pdf] = await Promise.all(pokja.map(({ hash }) => readAttachment(play.services.dataDir, hash)))
    expect(picture!.subarray(1, 4).toString()).toBe('PNG')
    expect(picture!.length).toBeLessThan(100_000)
    expect(pdf!.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf!.length).toBeLessThan(300_000)
  })

  it('says who waits for help, and nothing of what a report leaves to staff', async () => {
    await begin()
    const { db } = play.services
    const item = (kind: 'help' | 'follow_on', regionCode: string) =>
      addStaffItem(db, {
        kind,
        key: `${kind}:1`,
        laneId: null,
        regionCode,
        details: { what: 'pungutan' },
        at: firstMorning,
      })
    await item('help', '81.05.15.2001')
    await item('follow_on', '81.05.15.2002')
    await play.tick(mondayNight - 10 * 3_600_000)
    const text = digest('fasil').join()
    expect(text).toContain('Menunggu bantuan:\n• Karang Uji')
    expect(text.split('Menunggu bantuan:')[1]!.split('\n\n')[0]).not.toContain('Pasir Uji')
  })

  it('names late villages to camat, fasilitator and staff, and to nobody else', async () => {
    await begin()
    await play.report('lina')
    await play.tick(mondayNight - 10 * 3_600_000)
    const villages = /Karang|Pasir|Batu|Rumput|Sabana/
    expect(digest('camat')[0]).toMatch(/1 dari 3[\s\S]*Pasir Uji[\s\S]*Batu Uji/)
    expect(digest('camat').join()).not.toMatch(/Rumput|Sabana/)
    expect(digest('fasil')[0]).toMatch(/Pasir Uji[\s\S]*Belum punya kontak:\n• Batu Uji/)
    expect(digest('korkab')[0]).toMatch(/Pasir Uji/)
    const [pokja] = digest('pokja')
    expect(pokja).toMatch(/1 dari 3/)
    expect(pokja).not.toMatch(villages)
    expect(digest('forum')[0]).not.toMatch(villages)
  })

  it('does not tell of a round before the first Monday after its opening', async () => {
    play = await openPlay(open, { startAt: firstMorning })
    // Wednesday, but still inside the slot of Monday's digest in this kabupaten
    await play.tick(at('2024-07-10 08:31', wita))
    await play.days(at('2024-07-12 20:00', wit), 120)
    expect([...digest('camat'), ...digest('camatLoura')]).toEqual([])
  })

  it('is not sent while sending is paused by the time its slot closes', async () => {
    await begin()
    await play.services.db.run(`insert into setting (key, value) values ('sending_paused', 'true')`)
    await play.days(at('2024-07-17 20:00', wit), 120)
    expect(digest('camat')).toEqual([])
    await play.services.db.run(`update setting set value = 'false' where key = 'sending_paused'`)
    await play.tick(at('2024-07-18 09:00', wit))
    expect(digest('camat')).toEqual([])
  })

  it('is queued on staff’s word for the next polite hour, and then not again by the schedule', async () => {
    await begin()
    play.clock.moveTo(at('2024-07-14 22:00', wit))
    const options = { due: 'always', audiences: ['camat'], for: '81.05.15' } as const
    const plan = await sendDigests(play.services, play.clock.now(), options)
    // its words with the picture, and the page to pass on
    expect(plan).toMatchObject({ queued: 2, digests: [{ audience: 'camat', name: 'Camar Uji' }] })
    expect(await sendDigests(play.services, play.clock.now(), options)).toMatchObject({ queued: 0 })
    await play.tick(at('2024-07-15 07:59', wit))
    expect(digest('camat')).toEqual([])
    await play.tick(at('2024-07-15 08:01', wit))
    expect(digest('camat')).toHaveLength(1)
  })

  it('can be looked at for a seat that nobody holds', async () => {
    await begin()
    const plan = await sendDigests(play.services, mondayNight, { due: 'always', audiences: ['forum'], for: '81.05' })
    expect(plan).toMatchObject({ queued: 0, digests: [{ channel: null }] })
    expect(plan.digests[0]!.messages[0]!.text).toContain('dari 3 desa')
  })

  it('is only shown in a dry run', async () => {
    await begin()
    const plan = await sendDigests(play.services, mondayNight, { due: 'always', dryRun: true })
    expect(new Set(plan.digests.map((d) => d.audience))).toEqual(
      new Set(['staff', 'camat', 'fasilitator', 'pokja', 'forum']),
    )
    expect(await play.count('outbox where priority = 2')).toBe(0)
  })
})
