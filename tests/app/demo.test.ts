import { expect, it } from 'vitest'
import { clearDemo } from '../../src/app/clear-demo.ts'
import { demoInvitation, demoUserIds, readDemoCast } from '../../src/app/demo-cast.ts'
import { loadDemo } from '../../src/app/load-demo.ts'
import { hashOfInvitation } from '../../src/lib/seal.ts'
import type { Database } from '../../src/store/database.ts'
import { listEntities } from '../../src/store/entities.ts'
import { acceptMessages } from '../../src/store/inbox.ts'
import { findInvitationByHash } from '../../src/store/invitations.ts'
import { hasConsent, listHeldSeats, listSeatHolders } from '../../src/store/people.ts'
import { listLatestAnswers } from '../../src/store/reports.ts'
import { findPreviousReport, listRoundForms, listRounds } from '../../src/store/rounds.ts'
import { insertPersons } from '../../src/store/seats.ts'
import { findSetting } from '../../src/store/settings.ts'
import { setUpAt } from '../support/beginnings.ts'
import { type Open, onEveryDialect } from '../support/databases.ts'

const now = Date.parse('2024-08-14T02:00:00Z')
const hashKey = Buffer.alloc(32, 7)
const options = { now, hashKey, actor: 'test' }

const ready = (open: Open) => open(setUpAt(now))

/** Rows of every table, by name. */
async function countRows(db: Database): Promise<Record<string, number>> {
  const names = await db.all<{ name: string }>(
    db.dialect === 'sqlite'
      ? `select name from sqlite_master where type = 'table' and name not like 'sqlite%'`
      : `select table_name as name from information_schema.tables where table_schema = current_schema()`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of names) {
    const [row] = await db.all<{ n: number }>(`select count(*) as n from "${name}"`)
    counts[name] = row!.n
  }
  return counts
}

onEveryDialect('the demo', (open) => {
  it('loads 70 villages with heads, camats, facilitators, plans and a draft round of this month', async () => {
    const db = await ready(open)
    const counts = await loadDemo(db, options)
    expect(counts).toMatchObject({ already: false, villages: 70, reports: 70, round: '2024-08' })

    const writers = await listSeatHolders(db, db, { positions: ['kepala_desa', 'pejabat_desa', 'raja_negeri'], now })
    expect(new Set(writers.map((w) => w.regionCode)).size).toBe(70)
    expect(await listSeatHolders(db, db, { positions: ['camat'], now })).toHaveLength(14)
    expect((await listSeatHolders(db, db, { positions: ['anggota_pokja'], now })).map((h) => h.regionCode)).toContain(
      '81.05',
    )
    const round = (await listRounds(db)).find((r) => r.code === '2024-08')!
    expect(round).toMatchObject({ state: 'draft', number: 4 })
    expect(await listRoundForms(db, round.id)).toMatchObject([
      { formName: 'pemantauan_desa', depth: 'core', opensOn: '2024-08-14', dueOn: '2024-08-28' },
      { formName: 'koordinasi_kecamatan', depth: 'full', opensOn: '2024-08-31', dueOn: '2024-09-10' },
    ])
    expect(await findSetting(db, 'demo')).toBe(true)
  })

  it('lets a raja and a kepala desa write side by side, one of the two counting', async () => {
    const db = await ready(open)
    await loadDemo(db, options)
    const both = await listSeatHolders(db, db, {
      positions: ['kepala_desa', 'raja_negeri'],
      regionCodes: ['81.05.04.2003'],
      now,
    })
    expect(both.map((h) => [h.position, h.official]).sort()).toEqual([
      ['kepala_desa', true],
      ['raja_negeri', false],
    ])
  })

  it('gives each plan activity the value that its village reported last', async () => {
    const db = await ready(open)
    await loadDemo(db, options)
    const previous = await findPreviousReport(db, {
      formName: 'pemantauan_desa',
      regionCode: '53.18.01.2002',
      roundNumber: 4,
    })
    const answers = new Map((await listLatestAnswers(db, previous!.id)).map((a) => [a.path, a.value]))
    const plan = await listEntities(db, 'kegiatan', '53.18.01.2002')
    expect(plan.map((item) => item.properties.status)).toEqual(
      plan.map((item) => answers.get(`kegiatan[${item.entityId}]/status`)),
    )
    const kios = plan.find((item) => item.entityId.endsWith('kios_tani'))!
    expect(kios).toMatchObject({ properties: { satuan: 'unit' } })
    expect(answers.get(`kegiatan[${kios.entityId}]/persen`)).toBe(10)
    expect(answers.get(`kegiatan[${kios.entityId}]/hasil`)).toEqual({ value: 0, unit: 'unit' })
  })

  it('has every enrolled person reachable and consenting, and the others invited by a code', async () => {
    const db = await ready(open)
    const { invitations } = await loadDemo(db, options)
    const people = await db.all<{ id: number; name: string; addresses: number }>(
      'select p.id, p.name, (select count(*) from address a where a.person_id = p.id) as addresses from person p',
    )
    const invited = new Set(invitations.map((i) => i.name))
    expect(invited.size).toBeGreaterThan(4)
    for (const person of people) {
      expect(person.addresses, person.name).toBe(invited.has(person.name) ? 0 : 1)
      expect(await hasConsent(db, person.id, 'reporting'), person.name).toBe(!invited.has(person.name))
    }
    const first = invitations[0]!
    const found = await findInvitationByHash(db, hashOfInvitation(hashKey, first.code))
    expect(found).toEqual(await findInvitationByHash(db, hashOfInvitation(hashKey, first.payload)))
    const [seat] = await listHeldSeats(db, found!.personId, now)
    expect(seat?.regionCode).toBe(first.regionCode)
  })

  it('gives every simulated person an id of their own, and the same codes each time', () => {
    const { people } = readDemoCast()
    const ids = demoUserIds(people)
    expect(new Set(ids.values()).size).toBe(people.length)
    expect([...ids.values()]).toContain('demo-81.05.04.2003-raja')
    const codes = people.map((p) => demoInvitation(hashKey, p).code)
    expect(new Set(codes).size).toBe(people.length)
    expect(demoInvitation(Buffer.alloc(32, 8), people[0]!).code).not.toBe(codes[0])
  })

  it('is loaded once, however often it is asked for', async () => {
    const db = await ready(open)
    await loadDemo(db, options)
    const before = await countRows(db)
    expect(await loadDemo(db, options)).toMatchObject({ already: true, round: '2024-08' })
    expect(await countRows(db)).toEqual(before)
  })

  it('is refused where real people are', async () => {
    const db = await ready(open)
    const real = { name: 'Yohana Contoh', sex: null, language: 'id', phoneSealed: null, phoneHash: null }
    await insertPersons(db, db, [real], { demo: false, now })
    await expect(loadDemo(db, options)).rejects.toThrow('1 real people')
    expect(await findSetting(db, 'demo')).toBeUndefined()
  })

  it('is cleared without a trace, with all that was written meanwhile', async () => {
    const db = await ready(open)
    const before = await countRows(db)
    const regions = await db.all('select * from region order by code')
    await loadDemo(db, options)
    await acceptMessages(
      db,
      ['demo-81.05.04.2003-raja', 'somebody-new'].map((userId, i) => ({
        channel: 'simulator',
        externalId: `x${i}`,
        userId,
        chatId: userId,
        chatKind: 'private',
        sentAt: now,
        content: { kind: 'text', text: 'mulai' },
      })),
      now,
    )
    expect(await clearDemo(db, { now, actor: 'test' })).toMatchObject({ people: 141 })
    // the journal and the switch remember that there was one
    const { audit: _, setting: __, ...left } = await countRows(db)
    const { audit: ___, setting: ____, ...first } = before
    expect(left).toEqual(first)
    expect(await db.all('select * from region order by code')).toEqual(regions)
    expect(await clearDemo(db, { now, actor: 'test' })).toBeUndefined()
    expect(await loadDemo(db, options)).toMatchObject({ already: false })
  })
})
