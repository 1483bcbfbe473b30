import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendGroupDigests } from '../../src/app/group-digests.ts'
import { instantOf, MINUTE } from '../../src/lib/local-time.ts'
import type { InboundContent } from '../../src/messages/inbound.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { giveAddress } from '../../src/store/people.ts'
import { openRig, type Rig } from '../support/rig.ts'

const group = '-4001'
const koordinator = '7001'
const staffOfAll = '7002'
const member = '7999'

let rig: Rig
let messages = 0
beforeEach(async () => {
  rig = await openRig(undefined, ['telegram'])
  await known(koordinator, 'koordinator_kabupaten', '81.05')
  await known(staffOfAll, 'admin', null)
})
afterEach(() => rig.close())

const all = <T>(query: string) => rig.services.db.all<T>(query)
const texts = (list: readonly OutboundMessage[]) => list.map((m) => m.text).join('\n---\n')

/** Somebody of the team has a Telegram account. */
async function known(userId: string, position: string, regionCode: string | null): Promise<void> {
  const { db } = rig.services
  const [holder] = await db.all<{ id: number }>(
    `select h.person_id as id from holding h join seat s on s.id = h.seat_id
     where s.position = $1 and coalesce(s.region_code, '*') = $2 limit 1`,
    position,
    regionCode ?? '*',
  )
  await giveAddress(db, { channel: 'telegram', userId, personId: holder!.id, now: rig.clock.now() })
}

/** A member does something in the group; what the bot says there is returned. */
async function inGroup(userId: string, content: InboundContent, chatId = group): Promise<readonly OutboundMessage[]> {
  rig.heard(`telegram/${chatId}`)
  await rig.inject({
    channel: 'telegram',
    externalId: `m:${chatId}:${++messages}`,
    userId,
    chatId,
    chatKind: 'group',
    profileName: 'Nama Anggota',
    sentAt: rig.clock.now(),
    content,
  })
  return rig.heard(`telegram/${chatId}`)
}
const say = async (userId: string, text: string) => texts(await inGroup(userId, { kind: 'text', text }))

describe('A group', () => {
  it('is connected at once by somebody with the right, to the body of their kabupaten', async () => {
    expect(await say(koordinator, '/hubungkan')).toContain('Pokja')
    expect(await all('select state, kabupaten_code from group_chat')).toEqual([
      { state: 'bound', kabupaten_code: '81.05' },
    ])
  })

  it('asks whom it is for where somebody looks after several kabupaten', async () => {
    expect(await say(staffOfAll, '/hubungkan')).toMatch(/1\. .*\/hubungkan 1[\s\S]*2\. .*\/hubungkan 2/)
    await say(staffOfAll, '/hubungkan 2')
    expect(await all('select kabupaten_code from group_chat')).toEqual([{ kabupaten_code: '81.05' }])
  })

  it('is connected by a code that somebody with the right types in their own chat, once', async () => {
    const shown = await say(member, '/hubungkan')
    const code = /hubungkan ([0-9A-Z-]{9})/.exec(shown)![1]!
    expect(JSON.stringify(await all('select * from group_chat'))).not.toContain(code.replace('-', ''))
    expect(texts(await rig.say(`telegram/${member}`, `hubungkan ${code}`))).not.toContain('terhubung dengan')
    expect(texts(await rig.say(`telegram/${koordinator}`, `hubungkan ${code}`))).toContain('terhubung dengan')
    expect(texts(rig.heard(`telegram/${group}`))).toContain('tiap Senin')
    expect(texts(await rig.say(`telegram/${koordinator}`, `hubungkan ${code}`))).toContain('belum kami temukan')
  })

  it('does not take a code of yesterday', async () => {
    const code = /hubungkan ([0-9A-Z-]{9})/.exec(await say(member, '/hubungkan'))![1]!
    rig.clock.advance(25 * 3_600_000)
    expect(texts(await rig.say(`telegram/${koordinator}`, `hubungkan ${code}`))).toContain('belum kami temukan')
  })

  it('talks among itself: nothing of that is kept, answered, or made an address of the one who speaks', async () => {
    const before = await all<{ n: number }>('select count(*) as n from inbox')
    for (const text of ['selamat pagi semua', 'ya betul', '/mulai', '/data_saya', 'hubungkan'])
      expect(await say(member, text)).toBe('')
    expect(await all('select count(*) as n from inbox')).toEqual(before)
    await say(koordinator, '/bantuan')
    const [own] = await all<{ chat_id: string }>(`select chat_id from address where user_id = '${koordinator}'`)
    expect(own!.chat_id).toBe(koordinator)
    expect(JSON.stringify(await all(`select * from address where user_id = '${group}'`))).not.toContain('Nama Anggota')
  })

  it('reads sums and no name: neither of a late village nor of a person', async () => {
    await rig.openRound()
    await say(koordinator, '/hubungkan')
    for (const command of ['/ringkasan', '/siapa_belum']) {
      const said = await say(member, command)
      expect(said).toContain('dari')
      const names = await all<{ name: string }>(
        `select r.name from region r join obligation o on o.region_code = r.code join round_form f on f.id = o.round_form_id
         where f.level = 'desa' and r.code like '81.05%' union select name from person`,
      )
      // villages that share their name with their kecamatan cannot be told from it
      const kecamatan = (await all<{ name: string }>(`select name from region where level = 'kecamatan'`)).map(
        (r) => r.name,
      )
      for (const { name } of names)
        if (!kecamatan.some((k) => k.includes(name))) expect(said, command).not.toContain(name)
    }
  })

  it('gets the digest once a week, on Monday', async () => {
    await rig.openRound()
    await say(koordinator, '/hubungkan')
    rig.clock.moveTo(instantOf('2024-07-15', '08:30', 'Asia/Jayapura'))
    expect(await sendGroupDigests(rig.services, rig.clock.now())).toBe(0)
    rig.clock.moveTo(instantOf('2024-07-15', '09:30', 'Asia/Jayapura'))
    expect(await sendGroupDigests(rig.services, rig.clock.now())).toBeGreaterThan(0)
    expect(await sendGroupDigests(rig.services, rig.clock.now())).toBe(0)
    rig.heard(`telegram/${group}`)
    for (let i = 0; i < 5; i++) {
      rig.clock.advance(MINUTE)
      await rig.settle()
    }
    expect(texts(rig.heard(`telegram/${group}`))).toContain('minggu')
  })

  it('goes on as a supergroup, whichever we hear of first', async () => {
    await rig.openRound()
    await say(koordinator, '/hubungkan')
    const after = '-1001234'
    // somebody writes in the new one before Telegram tells that the old one moved
    expect(texts(await inGroup(member, { kind: 'text', text: '/ringkasan' }, after))).toContain('belum terhubung')
    await inGroup(group, { kind: 'moved', toChatId: after })
    expect(texts(await inGroup(member, { kind: 'text', text: '/siapa_belum' }, after))).toContain('dari')
    expect(await all(`select user_id, chat_id from address where user_id like '-%'`)).toEqual([
      { user_id: after, chat_id: after },
    ])
  })

  it('is left alone after the bot was thrown out, staff learn it, and is back when it is let in again', async () => {
    await rig.openRound()
    await say(koordinator, '/hubungkan')
    await inGroup(member, { kind: 'blocked' })
    expect(await all(`select kind from staff_item where key like 'group_left%'`)).toEqual([{ kind: 'note' }])
    const monday = instantOf('2024-07-15', '09:30', 'Asia/Jayapura')
    rig.clock.moveTo(monday)
    expect(await sendGroupDigests(rig.services, monday)).toBe(0)
    await inGroup(member, { kind: 'unblocked' })
    expect(await sendGroupDigests(rig.services, monday)).toBeGreaterThan(0)
  })

  it('ends by /putuskan of somebody with the right, and of nobody else', async () => {
    await say(koordinator, '/hubungkan')
    expect(await say(member, '/putuskan')).toBe('')
    expect(await say(koordinator, '/putuskan')).toContain('tidak dikirim lagi')
    expect(await all('select state from group_chat')).toEqual([{ state: 'ended' }])
  })
})
