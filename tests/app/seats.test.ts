import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endHolding } from '../../src/app/end-holding.ts'
import { closeRound } from '../../src/app/manage-round.ts'
import { mergePersons } from '../../src/app/merge-persons.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { insertHoldings, insertSeats } from '../../src/store/seats.ts'
import { openRig, type Rig } from '../support/rig.ts'

// Amarsekaru has two heads: Basri, its raja, and Siti Rahma, its kepala desa. Each owes a report.
const village = '81.05.04.2003'
const basri = `demo-${village}-raja`
const siti = `demo-${village}-kades`
const aide = 'hp-aide'

let rig: Rig
beforeEach(async () => {
  rig = await openRig()
})
afterEach(() => rig.close())

const texts = (messages: readonly OutboundMessage[]) => messages.map((m) => m.text).join('\n---\n')
const all = <T>(query: string) => rig.services.db.all<T>(query)
const personOf = async (userId: string) =>
  (await all<{ id: number }>(`select person_id as id from address where user_id = '${userId}'`))[0]!.id
const by = () => ({ now: rig.clock.now(), actor: 'test' })

/** A secretary of the village with a phone of their own. */
async function withAide(): Promise<number> {
  const { db } = rig.services
  const ended = await db.transaction(async (sql) => {
    const [seat] = await insertSeats(
      sql,
      db,
      [{ regionCode: village, bodyId: null, position: 'sekretaris_desa', official: true }],
      false,
    )
    const [person] = await sql.all<{ id: number }>(
      `insert into person (name, sex, language, created_at) values ('Halima Contoh', 'p', 'id', 0) returning id`,
    )
    await insertHoldings(sql, db, [{ seatId: seat!, personId: person!.id }], 0)
    const [lane] = await sql.all<{ id: number }>('insert into lane (person_id) values ($1) returning id', person!.id)
    await sql.run(
      `insert into address (channel, user_id, chat_id, lane_id, person_id, created_at, last_in_at) values ('simulator', $1, $1, $2, $3, 0, 0)`,
      aide,
      lane!.id,
      person!.id,
    )
    await sql.run(
      `insert into consent (person_id, kind, given, text_version, channel, at) values ($1, 'reporting', 1, 'x', 'simulator', 0)`,
      person!.id,
    )
    return person!.id
  })
  return ended
}

async function delegate(howLong = 'Putaran ini saja'): Promise<void> {
  await rig.say(basri, 'wakilkan')
  await rig.say(basri, '1')
  await rig.press(basri, howLong)
  await rig.press(aide, 'Ya, bersedia')
}

describe('A delegate', () => {
  it('is invited and reminded instead of the head they write for; the other head is asked as before', async () => {
    await withAide()
    await rig.openRound()
    await delegate()
    for (const userId of [basri, siti, aide]) rig.heard(userId)
    for (let i = 0; i < 3; i++) await rig.remindAt(rig.clock.now() + 3_600_000)
    expect(texts(rig.heard(aide))).toContain('Bisa kita mulai sekarang?')
    expect(rig.heard(basri)).toEqual([])
    expect(texts(rig.heard(siti))).toContain('Bisa kita mulai sekarang?')
  })

  it('writes the head’s own report, seen as such, and never the other head’s', async () => {
    await withAide()
    await rig.openRound()
    await delegate()
    for (const text of ['mulai', 'semua sama', '5 juli 2024', '7 lk 5 pr', 'lewati', 'lewati', 'ya'])
      await rig.say(aide, text)
    const reports = await all(
      `select s.position, r.state from report r join seat s on s.id = r.seat_id join obligation o on o.id = r.obligation_id
       join round_form f on f.id = o.round_form_id join round d on d.id = f.round_id
       where o.region_code = '${village}' and d.state = 'open'`,
    )
    expect(reports).toEqual([{ position: 'raja_negeri', state: 'submitted' }])
    const { findReportOfPlace } = await import('../../src/store/report-answers.ts')
    const [report] = await all<{ id: number }>('select max(id) as id from report where obligation_id is not null')
    expect(await findReportOfPlace(rig.services.db, report!.id)).toMatchObject({
      writer: 'Halima Contoh',
      writtenFor: 'Basri Rumalena',
    })
    const [filler] = await all<{ value: string }>(
      `select value from answer where report_id = ${report!.id} and path = 'pengisi'`,
    )
    expect(filler?.value).toBe('"perangkat_desa"')
  })

  it('has no right to the seat before saying ya, and none after it was taken back', async () => {
    const person = await withAide()
    await rig.openRound()
    const holdings = () =>
      all(`select id from holding where person_id = ${person} and delegate_of_id is not null and until_at is null`)
    await rig.say(basri, 'wakilkan')
    await rig.say(basri, '1')
    await rig.press(basri, 'Putaran ini saja')
    expect(await holdings()).toEqual([])
    await rig.press(aide, 'Ya, bersedia')
    expect(await holdings()).toHaveLength(1)
    await rig.say(basri, 'wakilkan batal')
    expect(await holdings()).toEqual([])
    await rig.say(aide, 'mulai')
    const raja = await all(
      `select r.id from report r join seat s on s.id = r.seat_id where s.region_code = '${village}' and s.position = 'raja_negeri' and r.state = 'open'`,
    )
    expect(raja).toEqual([])
  })

  it.each([
    ['Putaran ini saja', 0],
    ['Sampai dicabut', 1],
  ])('for "%s" stays %i times after the round has closed', async (howLong, stays) => {
    await withAide()
    const code = await rig.openRound()
    await delegate(howLong)
    await closeRound(rig.services, code, by())
    expect(await all('select id from holding where delegate_of_id is not null and until_at is null')).toHaveLength(
      stays,
    )
  })

  it('cannot be the other head, and cannot delegate further', async () => {
    await withAide()
    await rig.openRound()
    const offered = (await rig.say(basri, 'wakilkan'))[0]!.choices!.map((c) => c.label)
    expect(offered).toEqual(['1. Halima Contoh (Sekretaris Desa)'])
    await rig.say(basri, '1')
    await rig.press(basri, 'Putaran ini saja')
    await rig.press(aide, 'Ya, bersedia')
    expect(texts(await rig.say(aide, 'wakilkan'))).not.toContain('diwakilkan kepada siapa')
  })
})

describe('The end of a holding', () => {
  it('hands the open report to the successor, with every answer', async () => {
    await rig.openRound()
    for (const text of ['mulai', 'semua sama', '5 juli 2024']) await rig.say(basri, text)
    const ended = await endHolding(
      rig.services,
      { personId: await personOf(basri), successor: { name: 'Raja Baru Contoh' } },
      by(),
    )
    await rig.settle()
    expect(ended).toMatchObject({ position: 'Raja Negeri', place: 'Amarsekaru' })
    expect(texts(rig.heard(basri))).toContain('sudah berakhir')
    for (const text of [ended.code!, 'setuju', 'setuju', 'setuju', 'bapak raja']) await rig.say('hp-baru', text)
    expect(texts(await rig.say('hp-baru', 'mulai'))).toContain('Berapa orang yang hadir?')
    expect(texts(await rig.say(basri, '7 lk 5 pr'))).not.toContain('12 orang')
    await rig.say('hp-baru', '7 lk 5 pr')
    expect(
      await all(
        `select distinct report_id from answer where path in ('tanggal_pertemuan', 'hadir') and inbox_id is not null`,
      ),
    ).toHaveLength(1)
  })

  it('ends what the one who leaves had given to others', async () => {
    await withAide()
    await rig.openRound()
    await delegate('Sampai dicabut')
    await endHolding(rig.services, { personId: await personOf(basri) }, by())
    expect(await all('select id from holding where delegate_of_id is not null and until_at is null')).toEqual([])
  })

  it('of somebody who holds nothing, or whose seat is not named, is refused with the way out', async () => {
    await expect(endHolding(rig.services, { personId: 999_999 }, by())).rejects.toMatchObject({
      code: 'no_such_holding',
    })
    const [many] = await all<{ id: number }>(
      `select person_id as id from holding group by person_id having count(*) > 1 limit 1`,
    )
    await expect(endHolding(rig.services, { personId: many!.id }, by())).rejects.toMatchObject({
      code: 'several_seats',
    })
  })
})

describe('Two rows of one person', () => {
  it('become one: seats, phones, consents and answers', async () => {
    const other = await withAide()
    const [keep] = await all<{ id: number }>(`select person_id as id from holding h join seat s on s.id = h.seat_id
      where s.region_code = '81.05.15.2003' and s.position = 'sekretaris_desa'`)
    await mergePersons(rig.services, { keep: keep!.id, other }, by())
    expect(await personOf(aide)).toBe(keep!.id)
    expect(await all(`select id from holding where person_id = ${keep!.id} and until_at is null`)).toHaveLength(2)
    expect(await all(`select id from person where id = ${other}`)).toEqual([])
  })

  it('stay two where they are the two heads of a village', async () => {
    const pair = { keep: await personOf(basri), other: await personOf(siti) }
    await expect(mergePersons(rig.services, pair, by())).rejects.toMatchObject({ code: 'still_two' })
  })

  it('leave no column of the schema behind that still names the second', async () => {
    const other = await withAide()
    const keep = await personOf(siti)
    await rig.openRound()
    await delegate()
    for (const text of ['mulai', 'semua sama', '5 juli 2024', 'bantuan', 'bantuan']) await rig.say(aide, text)
    const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8')
    const named = [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body]) => {
      const table = /@@map\("(\w+)"\)/.exec(body!)![1]!
      return [...body!.matchAll(/@map\("(\w*(?:person|speaker|_by)_id)"\)/g)].map((m) => ({ table, column: m[1]! }))
    })
    const naming = async () => {
      const found = []
      for (const { table, column } of named)
        if ((await all(`select 1 as n from ${table} where ${column} = ${other} limit 1`)).length > 0)
          found.push(`${table}.${column}`)
      return found
    }
    expect((await naming()).length).toBeGreaterThan(5)
    await mergePersons(rig.services, { keep, other }, by())
    expect(await naming()).toEqual([])
  })
})
