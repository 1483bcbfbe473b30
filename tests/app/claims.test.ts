import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inviteAgain } from '../../src/app/invite-again.ts'
import { findPerson } from '../../src/store/people.ts'
import { openRig, type Rig } from '../support/rig.ts'

// Basri is raja of Amarsekaru in Pulau Gorom; Siti Rahma is its kepala desa.
const basri = 'demo-81.05.04.2003-raja'
const siti = 'demo-81.05.04.2003-kades'
const camat = 'demo-81.05.04-camat'
const otherCamat = 'demo-81.05.15-camat'
const baru = 'hp-baru'

let rig: Rig
beforeEach(async () => {
  rig = await openRig()
})
afterEach(() => rig.close())

const all = <T>(query: string) => rig.services.db.all<T>(query)
const personOf = async (userId: string) =>
  (await all<{ id: number | null }>(`select person_id as id from address where user_id = '${userId}'`))[0]?.id ?? null

/** Basri's code is typed on a new phone, and the consent dialogue goes through there. */
async function claim(): Promise<void> {
  const personId = (await personOf(basri))!
  const [seat] = await all<{ id: number }>(`select seat_id as id from holding where person_id = ${personId}`)
  const { code } = await inviteAgain(
    rig.services,
    { personId, seatId: seat!.id },
    { now: rig.clock.now(), actor: 'test' },
  )
  for (const text of [code, 'setuju', 'setuju', 'setuju', 'bapak raja']) await rig.say(baru, text)
}

const question = async () =>
  (await all<{ id: number }>('select id from person_question order by id desc limit 1'))[0]!.id
const pressYes = async (userId: string) =>
  rig.act(userId, { kind: 'choice', data: `cjawab_orang.${await question()}.ya` })

describe('A code used for somebody who has a number on that channel', () => {
  it('changes nothing before the camat says yes', async () => {
    await claim()
    expect([await personOf(baru), await personOf(basri)]).toEqual([null, await personOf(basri)])
    await pressYes(camat)
    expect([(await findPerson(rig.services.db, (await personOf(baru))!))?.name, await personOf(basri)]).toEqual([
      'Basri Rumalena',
      null,
    ])
  })

  it('is nobody else’s to decide, whatever their button says', async () => {
    await claim()
    for (const userId of [basri, siti, otherCamat, baru]) await pressYes(userId)
    expect(await personOf(baru)).toBeNull()
    expect(await all(`select outcome from address_claim`)).toEqual([{ outcome: null }])
  })

  it('leaves who asked, who decided and about what in the audit', async () => {
    await claim()
    await pressYes(camat)
    const trail = await all<{ actor: string; action: string; details: string }>(
      `select actor, action, details from audit where action like '%_address' order by id`,
    )
    expect(trail.map((t) => [t.action, t.actor.split(':')[0]])).toEqual([
      ['claim_address', 'lane'],
      ['confirm_address', 'person'],
    ])
    expect(JSON.parse(trail[1]!.details)).toMatchObject({ channel: 'simulator', how: 'code' })
  })

  it('goes up to the team where the kecamatan cannot be reached', async () => {
    await rig.say(camat, 'berhenti')
    await claim()
    const [asked] = await all<{ position: string }>(
      `select s.position from person_question q join holding h on h.person_id = q.person_id join seat s on s.id = h.seat_id limit 1`,
    )
    expect(asked!.position).toBe('fasilitator_desa')
  })

  it('puts one item on the staff list, which the answer closes', async () => {
    await claim()
    expect(await all(`select kind, handled_at from staff_item where kind = 'claim'`)).toEqual([
      { kind: 'claim', handled_at: null },
    ])
    await pressYes(camat)
    expect(await all(`select id from staff_item where kind = 'claim' and handled_at is null`)).toEqual([])
  })

  it('asks nobody twice while one claim for a person is open', async () => {
    await claim()
    await rig.say('penipu', 'nomor saya ganti')
    await rig.say('penipu', 'Basri, raja negeri Amarsekaru')
    expect(await all('select id from address_claim')).toHaveLength(1)
  })
})

describe('An unknown number that names somebody', () => {
  it.each([
    ['Basri raja Amarsekaru', 'Basri Rumalena'],
    ['sa Siti Rahma, kades negeri Amarsekaru', 'Siti Rahma Wailurun'],
    ['camat pulau gorom', 'Hasan Wailurun'],
  ])('"%s" is %s', async (text, name) => {
    await rig.say(baru, 'nomor saya ganti')
    await rig.say(baru, text)
    const claims = await all(`select p.name from address_claim c join person p on p.id = c.person_id`)
    expect(claims).toEqual([{ name }])
  })

  it('learns nothing when nobody is meant: staff look at it', async () => {
    await rig.say(baru, 'ganti nomor')
    const known = await rig.say('lain', 'ganti nomor').then(() => rig.say('lain', 'Basri raja Amarsekaru'))
    const unknown = await rig.say(baru, 'Yusuf dari Ambon')
    expect(unknown.map((m) => m.text)).toEqual(known.map((m) => m.text))
    expect(await all(`select id from staff_item where kind = 'wrong_contact'`)).toHaveLength(1)
  })
})
