import { expect, it } from 'vitest'
import { erasedName, eraseRows, findCreatedAt, listAnswersOfPerson } from '../../src/store/erasure.ts'
import { giveAddressTo } from '../../src/store/lanes.ts'
import { insertPersons } from '../../src/store/seats.ts'
import { listErasureRequests } from '../../src/store/staff-items.ts'
import { onEveryDialect } from '../support/databases.ts'

onEveryDialect('erasing a person', (open) => {
  it('leaves a shared telephone to the other who uses it, without a word that was written there', async () => {
    const db = await open()
    const person = (name: string) => ({ name, sex: null, language: 'id', phoneSealed: null, phoneHash: null })
    const persons = await insertPersons(db, db, ['Debora Contoh', 'Filipus Contoh'].map(person), {
      demo: false,
      now: 7,
    })
    const [debora, filipus] = persons
    const [lane] = await db.all<{ id: number }>('insert into lane (person_id) values (null) returning id')
    const [address] = await db.all<{ id: number }>(
      `insert into address (channel, user_id, chat_id, lane_id, created_at, last_in_at) values ('telegram', '1', '1', $1, 0, 0) returning id`,
      lane!.id,
    )
    const common = { addressId: address!.id, laneId: lane!.id }
    await giveAddressTo(db, { ...common, personId: debora! })
    await giveAddressTo(db, { ...common, personId: filipus! })
    await db.run(
      `insert into inbox (channel, external_id, address_id, lane_id, content, sent_at, received_at) values ('telegram', 'm1', $1, $2, '{"text":"Debora"}', 0, 0)`,
      common.addressId,
      common.laneId,
    )
    expect(await findCreatedAt(db, debora!)).toBe(7)
    expect(await listAnswersOfPerson(db, debora!)).toEqual([])
    expect(await listErasureRequests(db, 9)).toEqual([])
    const { counts, files } = await db.transaction((sql) => eraseRows(sql, db, debora!, [], 9))
    expect(counts).toMatchObject({ addresses: 1, received: 1, answers: 0 })
    expect(files).toEqual([])
    expect(await db.all('select person_id as owner, user_id as "userId" from address')).toEqual([
      { owner: filipus, userId: '1' },
    ])
    expect(JSON.stringify(await db.all('select * from inbox'))).not.toContain('Debora')
    expect(await db.all('select name from person order by id')).toEqual([
      { name: erasedName },
      { name: 'Filipus Contoh' },
    ])
    expect(await findCreatedAt(db, debora!)).toBeUndefined()
  })
})
