import { expect, it } from 'vitest'
import { invitePeople } from '../../src/app/invite-people.ts'
import { hashOfInvitation } from '../../src/lib/seal.ts'
import { findInvitationByHash, useInvitation } from '../../src/store/invitations.ts'
import { giveAddressTo } from '../../src/store/lanes.ts'
import { insertHoldings, insertPersons, insertSeats } from '../../src/store/seats.ts'
import { setUpAt } from '../support/beginnings.ts'
import { type Open, onEveryDialect } from '../support/databases.ts'

const now = Date.parse('2024-08-14T02:00:00Z')
const DAY = 86_400_000
const hashKey = Buffer.alloc(32, 3)
const options = { now, hashKey, actor: 'test' }
const everybody = { regionCodes: undefined, again: false }

/** Debora heads Lete Konda, Filipus helps two villages, Yafet is camat elsewhere. */
async function withCast(open: Open) {
  const db = await open(setUpAt(now))
  const [debora, filipus, yafet] = await insertPersons(
    db,
    db,
    ['Debora Contoh', 'Filipus Contoh', 'Yafet Contoh'].map((name) => ({
      name,
      sex: null,
      language: 'id',
      phoneSealed: null,
      phoneHash: null,
    })),
    { demo: false, now },
  )
  const seat = (regionCode: string, position: 'kepala_desa' | 'fasilitator_desa' | 'camat') => ({
    regionCode,
    bodyId: null,
    position,
    official: true,
  })
  const seats = await insertSeats(
    db,
    db,
    [
      seat('53.18.01.2002', 'kepala_desa'),
      seat('53.18.01.2002', 'fasilitator_desa'),
      seat('53.18.01.2003', 'fasilitator_desa'),
      seat('81.05.15', 'camat'),
    ],
    false,
  )
  const holders = [debora!, filipus!, filipus!, yafet!]
  await insertHoldings(
    db,
    db,
    seats.map((seatId, i) => ({ seatId, personId: holders[i]! })),
    now,
  )
  return { db, debora: debora!, filipus: filipus!, yafet: yafet! }
}

onEveryDialect('inviting', (open) => {
  it('makes one code for each person who is not enrolled, whatever number of seats', async () => {
    const { db } = await withCast(open)
    const made = await invitePeople(db, everybody, options)
    expect(made.map((i) => [i.name, i.position, i.regionCode]).sort()).toEqual([
      ['Debora Contoh', 'Kepala Desa', '53.18.01.2002'],
      ['Filipus Contoh', 'Fasilitator Desa', '53.18.01.2002'],
      ['Yafet Contoh', 'Camat', '81.05.15'],
    ])
    expect(new Set(made.flatMap((i) => [i.code, i.payload])).size).toBe(6)
    expect(made[0]?.expiresAt).toBe(now + 30 * DAY)
  })

  it('invites below a place only', async () => {
    const { db } = await withCast(open)
    const names = async (...regionCodes: string[]) =>
      (await invitePeople(db, { regionCodes, again: false }, options)).map((i) => i.name).sort()
    expect(await names('53.18')).toEqual(['Debora Contoh', 'Filipus Contoh'])
    expect(await names('53.18.01.2003', '81.05')).toEqual(['Filipus Contoh', 'Yafet Contoh'])
    expect(await names('53.18.0')).toEqual([])
  })

  it('leaves out who is enrolled, unless asked for a new telephone', async () => {
    const { db, debora } = await withCast(open)
    const [lane] = await db.all<{ id: number }>('insert into lane (person_id) values (null) returning id')
    const [address] = await db.all<{ id: number }>(
      `insert into address (channel, user_id, chat_id, lane_id, created_at, last_in_at)
       values ('telegram', '1', '1', $1, 0, 0) returning id`,
      lane!.id,
    )
    await giveAddressTo(db, { addressId: address!.id, laneId: lane!.id, personId: debora })
    const named = async (again: boolean) => (await invitePeople(db, { regionCodes: undefined, again }, options)).length
    expect([await named(false), await named(true)]).toEqual([2, 3])
  })

  it('keeps neither code nor link in the database, only what finds them', async () => {
    const { db } = await withCast(open)
    const made = await invitePeople(db, everybody, options)
    const tables = ['invitation', 'audit', 'setting', 'outbox']
    const stored = JSON.stringify(await Promise.all(tables.map((table) => db.all(`select * from ${table}`))))
    for (const { code, payload } of made) {
      expect(stored).not.toContain(code)
      expect(stored).not.toContain(payload.slice(2))
      const byCode = await findInvitationByHash(db, hashOfInvitation(hashKey, code))
      expect(byCode).toBeDefined()
      expect(await findInvitationByHash(db, hashOfInvitation(hashKey, payload))).toEqual(byCode)
      expect(await findInvitationByHash(db, hashOfInvitation(Buffer.alloc(32, 4), code))).toBeUndefined()
    }
  })

  it('ends an earlier open code of the same person', async () => {
    const { db } = await withCast(open)
    const choice = { regionCodes: ['81.05'], again: false }
    const [first] = await invitePeople(db, choice, options)
    const [second] = await invitePeople(db, choice, { ...options, now: now + 1_000 })
    const find = (code: string) => findInvitationByHash(db, hashOfInvitation(hashKey, code))
    expect(await useInvitation(db, (await find(first!.code))!.id, 1, now + 2_000)).toBe(false)
    expect(await useInvitation(db, (await find(second!.code))!.id, 1, now + 2_000)).toBe(true)
  })

  it('lets exactly one of 64 racers use a code, and nobody after its end', async () => {
    const { db } = await withCast(open)
    const [one, other] = await invitePeople(db, everybody, options)
    const found = await findInvitationByHash(db, hashOfInvitation(hashKey, one!.code))
    const wins = await Promise.all(Array.from({ length: 64 }, (_, lane) => useInvitation(db, found!.id, lane, now + 1)))
    expect(wins.filter(Boolean)).toHaveLength(1)
    const late = await findInvitationByHash(db, hashOfInvitation(hashKey, other!.code))
    expect(await useInvitation(db, late!.id, 1, now + 31 * DAY)).toBe(false)
  })
})
