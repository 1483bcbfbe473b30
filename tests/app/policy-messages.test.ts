import { afterEach, expect, it } from 'vitest'
import { sendPolicy } from '../../src/app/policy-messages.ts'
import { policySums } from '../../src/domain/policy-messages.ts'
import { mergePersons } from '../../src/store/merge-persons.ts'
import { endPolicyMessage, listPolicyReceipts } from '../../src/store/policy-messages.ts'
import { onEveryDialect } from '../support/databases.ts'
import { at, openPlay, type Play, wit } from '../support/small-programme.ts'

onEveryDialect('a refresher that is to be read', (open) => {
  let play: Play
  afterEach(() => play.close())

  /** On Saturday evening, 13 July 2024, staff send one to the village heads of Seram. */
  async function sent(topic: 'pseah' | 'lain' = 'pseah', text?: string): Promise<number> {
    play = await openPlay(open, { startAt: at('2024-07-13 20:30', wit), open: false })
    const draft = { topic, regionCode: '81.05', positions: ['kepala_desa', 'raja_negeri'] as const }
    const by = { now: play.clock.now(), actor: 'test' }
    return (await sendPolicy(play.services, { ...draft, ...(text !== undefined && { text }) }, by)).id
  }
  const office = async (on: string) => {
    await play.tick(at(`${on} 09:40`, wit))
    await play.days(at(`${on} 11:20`, wit), 30)
  }
  const read = async (id: number) =>
    (await listPolicyReceipts(play.services.db, id)).flatMap((r) => (r.acknowledgedAt === null ? [] : [r.name]))

  it('waits for a polite hour, goes to those of the position in the region, and is acknowledged with one word', async () => {
    const id = await sent()
    // Sunday: nothing starts
    await office('2024-07-14')
    expect(play.rang()).toEqual([])
    await office('2024-07-15')
    const heard = play.heard('lina').join()
    expect(heard).toMatch(/^Selamat pagi, Ibu Lina Uji\. Ada hal penting/)
    expect(heard).toContain('tidak boleh meminta uang')
    expect(heard).toContain('\n\nBalas "sudah" kalau sudah dibaca.')
    expect(play.rang()).toEqual(['raja', 'kades'])
    expect((await play.say('lina', 'sudah')).join()).toBe('Terima kasih, Ibu. Sudah dicatat.')
    expect((await play.say('raja', '1')).join()).toContain('Sudah dicatat')
    expect(await read(id)).toEqual(['Lina Uji', 'Rauf Uji'])
    const receipts = await listPolicyReceipts(play.services.db, id)
    expect(policySums(receipts)).toEqual({ people: receipts.length, read: 2, l: 1, p: 1, unknown: 0 })
  })

  it('reminds after a week who has not read it, twice, and nobody else', async () => {
    const id = await sent('lain', 'Rapat koordinasi dipindah.')
    await office('2024-07-15')
    expect(play.heard('kades').join()).toContain('Rapat koordinasi dipindah.')
    await play.say('lina', 'sudah')
    play.rang()
    await office('2024-07-19')
    expect(play.rang()).toEqual([])
    await office('2024-07-23')
    expect(play.heard('kades').join()).toContain('Mohon sempatkan membaca ini.')
    expect(play.rang()).toEqual(['raja'])
    await office('2024-07-31')
    expect(play.rang()).toEqual(['raja', 'kades'])
    await office('2024-08-08')
    expect(play.rang()).toEqual([])
    expect(await read(id)).toEqual(['Lina Uji'])
  })

  it('is not taken as read by a word about something else, nor by "belum"', async () => {
    const id = await sent()
    await office('2024-07-15')
    expect((await play.say('kades', 'belum')).join()).toContain('Pesannya tetap di atas')
    // what is said in between is about something else
    await play.say('kades', 'menu')
    await play.say('kades', 'ya')
    expect(await read(id)).toEqual([])
  })

  it('that was put off is read with the next "sudah"', async () => {
    const id = await sent()
    await office('2024-07-15')
    await play.say('kades', 'belum')
    expect((await play.say('kades', 'sudah')).join()).toContain('Sudah dicatat')
    expect(await read(id)).toEqual(['Kasim Uji'])
  })

  it('goes to nobody any more once it was ended', async () => {
    const id = await sent()
    expect(await endPolicyMessage(play.services.db, id, play.clock.now())).toBe(true)
    await office('2024-07-15')
    expect(play.rang()).toEqual([])
  })

  it('stays read when two rows turn out to be one person', async () => {
    const id = await sent()
    await office('2024-07-15')
    await play.say('kades', 'sudah')
    const of = async (name: string) =>
      (await play.services.db.all<{ id: number }>('select id from person where name = $1', name))[0]!.id
    const { db } = play.services
    const pair = { keep: await of('Rauf Uji'), other: await of('Kasim Uji') }
    await db.transaction((sql) => mergePersons(sql, db, pair))
    expect(await read(id)).toEqual(['Rauf Uji'])
  })
})
