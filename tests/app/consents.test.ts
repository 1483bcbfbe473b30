import { afterEach, expect, it } from 'vitest'
import { addConsentText, listConsentStates } from '../../src/store/consents.ts'
import { recordConsent } from '../../src/store/people.ts'
import { listReportsWithClosedPhotos } from '../../src/store/stories.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

const asked = /naskah persetujuan/

onEveryDialect('a consent text with a new version', (open) => {
  let play: Play
  afterEach(() => play.close())
  const publish = (kind: 'photo' | 'group' | 'reporting', enrolment: string | null = null) =>
    addConsentText(play.services.db, {
      kind,
      text: 'Naskah yang baru.',
      english: null,
      enrolment,
      at: play.clock.now(),
      actor: 'test',
    })
  const person = async (name: string) =>
    (await play.services.db.all<{ id: number }>('select id from person where name = $1', name))[0]!.id

  it('is asked once: not within a report but after it, of those who agreed to an older one, and each by itself', async () => {
    play = await openPlay(open, { startAt: at('2024-07-10 08:30', wit) })
    const { db } = play.services
    await play.tick(at('2024-07-10 10:35', wit))
    const said = async (name: string, kind: string, given: boolean, textVersion: string) =>
      recordConsent(db, { personId: await person(name), kind, given, textVersion, channel: 'simulator', at: 1 })
    await said('Lina Uji', 'photo', true, 'pendaftaran 1')
    await said('Sekar Uji', 'photo', false, 'pendaftaran 1')
    await said('Wempi Uji', 'photo', true, 'pendaftaran 2')
    await play.say('lina', 'mulai')
    const photo = await publish('photo', 'pendaftaran 2')
    expect(photo.number).toBe(2)
    expect((await play.say('lina', '3')).join()).not.toMatch(asked)
    expect((await play.say('lina', 'lancar')).join()).not.toMatch(asked)
    expect((await play.say('lina', 'ya')).join()).toMatch(asked)
    // no answer: the older one stands, and nobody is asked again
    expect((await play.say('lina', 'terima kasih')).join()).not.toMatch(asked)
    expect(await listConsentStates(db, photo.id, play.clock.now())).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Lina Uji', state: 'old', asked: 1, textVersion: 'pendaftaran 1' }),
        expect.objectContaining({ name: 'Sekar Uji', state: 'no', asked: 0 }),
        expect.objectContaining({ name: 'Wempi Uji', state: 'yes', asked: 0 }),
        expect.objectContaining({ name: 'Yuli Uji', state: 'none', asked: 0 }),
      ]),
    )
    // of a group everybody is asked, of the photos nobody who said no
    await publish('group')
    expect((await play.say('sekar', 'halo')).join()).toMatch(/persetujuan masuk grup/)
    expect((await play.say('yuli', 'halo')).join()).toMatch(asked)
    expect((await play.say('yuli', 'halo')).join()).not.toMatch(asked)
    await play.say('sekar', 'setuju')
    expect((await play.say('sekar', 'data saya')).join()).toMatch(/masuk grup: ya.*\n.*foto: tidak/)
  })

  it('of reporting that is declined stops what the bot starts, and of photos closes those that were sent', async () => {
    play = await openPlay(open, { startAt: at('2024-07-10 08:30', wit) })
    const { db } = play.services
    const lina = await person('Lina Uji')
    await publish('reporting')
    expect((await play.say('lina', 'halo')).join()).toMatch(asked)
    expect((await play.say('lina', 'tidak')).join()).toContain('kami tidak bertanya lagi')
    await play.tick(at('2024-07-10 10:35', wit))
    expect(play.rang()).not.toContain('lina')
    expect(await play.count(`staff_item where kind = 'stopped' and person_id = ${lina}`)).toBe(1)
    expect((await play.say('lina', 'mulai')).join()).toMatch(asked)
    await play.say('lina', 'setuju')
    expect((await play.say('lina', 'mulai')).join()).toContain('Berapa pertemuan')

    const [report] = await db.all<{ id: number }>('select max(report_id) as id from session where person_id = $1', lina)
    await db.run(
      `insert into attachment (kind, state, channel, file_ref, report_id, inbox_id, created_at)
       values ('photo', 'stored', 'simulator', 'x', $1, (select max(i.id) from inbox i join address a on a.id = i.address_id where a.user_id = 'lina'), 1)`,
      report!.id,
    )
    const closed = () => listReportsWithClosedPhotos(db, db, [report!.id])
    expect((await closed()).size).toBe(0)
    const word = { personId: lina, kind: 'photo', textVersion: 'photo 2', channel: 'simulator', at: 2 }
    await recordConsent(db, { ...word, given: false })
    expect((await closed()).size).toBe(1)
    await recordConsent(db, { ...word, given: true })
    expect((await closed()).size).toBe(0)
  })
})
