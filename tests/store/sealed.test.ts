import { expect, it } from 'vitest'
import type { InboundMessage } from '../../src/messages/inbound.ts'
import { acceptMessages } from '../../src/store/inbox.ts'
import { leaseMessages, writeResults } from '../../src/store/outbox.ts'
import { countExpired, dropExpired, type Expired } from '../../src/store/retention.ts'
import {
  addSealedFile,
  boxedBody,
  boxedContent,
  boxOf,
  countCases,
  countOfficers,
  createCase,
  deleteTalk,
  deleteTalksBefore,
  findCase,
  findCaseState,
  findSealedFile,
  forgetWords,
  listCases,
  listOfficerAddresses,
  listSealedFiles,
  listWaitingSealedFiles,
  markSealedFileFailed,
  markSealedFileStored,
  moveCase,
  saveTalk,
  wasForgotten,
} from '../../src/store/sealed.ts'
import { insertReplies } from '../../src/store/turn-writes.ts'
import { lockWaitingLanes } from '../../src/store/turns.ts'
import { onEveryDialect } from '../support/databases.ts'

const now = Date.UTC(2024, 6, 10, 1)
const message = (id: string, text: string): InboundMessage => ({
  channel: 'telegram',
  externalId: id,
  userId: 'satu',
  chatId: 'satu',
  chatKind: 'private',
  sentAt: now,
  content: { kind: 'text', text },
})
const seal = (_: unknown, isTelling: boolean) =>
  isTelling ? boxedContent('v1:box') : { kind: 'text' as const, text: 'in clear' }

onEveryDialect('what is told in confidence', (open) => {
  it('is closed at the door while a telling is open on the lane, and its words go afterwards', async () => {
    const db = await open()
    await acceptMessages(db, [message('1', 'a')], now, seal)
    const [{ laneId }] = (await db.all<{ laneId: number }>('select lane_id as "laneId" from inbox')) as [
      { laneId: number },
    ]
    await saveTalk(db, laneId, { formVersionId: 3, box: 'v1:first', openUntil: now + 10 })
    await saveTalk(db, laneId, { formVersionId: 3, box: 'v1:second', openUntil: now + 10 })
    await acceptMessages(db, [message('2', 'b')], now, seal)
    await acceptMessages(db, [message('3', 'c')], now + 10, seal)
    const [lane] = await db.transaction((sql) => lockWaitingLanes(sql, db, 1))
    expect(lane!.sealedTalk).toEqual({ formVersionId: 3, box: 'v1:second', openUntil: now + 10 })
    expect(lane!.messages.map(({ content }) => boxOf(content))).toEqual([undefined, 'v1:box', undefined])

    await forgetWords(db, db, [lane!.messages[1]!.id])
    expect(await wasForgotten(db, 'telegram', '1')).toBe(false)
    expect(await wasForgotten(db, 'telegram', '2')).toBe(true)
    expect(await deleteTalksBefore(db, now + 10)).toBe(0)
    expect(await deleteTalksBefore(db, now + 11)).toBe(1)
    await deleteTalk(db, laneId)
    expect((await db.transaction((sql) => lockWaitingLanes(sql, db, 1)))[0]!.sealedTalk).toBeUndefined()
  })

  it('leaves in a box, keeps it for another try, and is emptied once it was sent', async () => {
    const db = await open()
    await acceptMessages(db, [message('1', 'a')], now)
    const [at] = await db.all<{ addressId: number; laneId: number }>(
      'select address_id as "addressId", lane_id as "laneId" from inbox',
    )
    await insertReplies(
      db,
      [
        { key: 'reply:1:0', ...at!, body: boxedBody('v1:box') },
        { key: 'reply:1:1', ...at!, body: { text: 'in clear' } },
      ],
      now,
    )
    const bodies = async () =>
      (await db.all<{ body: string }>('select body from outbox order by id')).map((r) => r.body)
    const send = async (state: 'waiting' | 'sent') => {
      const leased = await leaseMessages(db, db, {
        now,
        leaseMs: 1,
        channels: ['telegram'],
        maxPriority: 2,
        room: () => 9,
      })
      const result = { channel: 'telegram' as const, state, messageRef: null, dueAt: now, error: null }
      await writeResults(
        db,
        db,
        leased.map(({ id }) => ({ ...result, id })),
        now,
      )
      return leased.map(({ body }) => boxOf(body))
    }
    expect(await send('waiting')).toEqual(['v1:box'])
    expect((await bodies())[0]).toContain('v1:box')
    expect(await send('sent')).toEqual(['v1:box'])
    expect(await send('sent')).toEqual([undefined])
    expect(await bodies()).toEqual(['{"text":""}', '{"text":"in clear"}'])
  })

  it('becomes a case that is found by its code, moved once, counted, and emptied when its time is over', async () => {
    const db = await open()
    const made = { kabupatenCode: null, urgent: false, box: 'v1:told', now }
    const calm = await createCase(db, { ...made, kind: 'uang', codeHash: 'a', kabupatenCode: '81.05' })
    const urgent = await createCase(db, { ...made, kind: 'anak', codeHash: 'b', urgent: true })
    expect((await listCases(db)).map(({ id }) => id)).toEqual([urgent, calm])
    expect((await listCases(db, ['uang'])).map(({ id }) => id)).toEqual([calm])
    await addSealedFile(db, { caseId: calm, box: 'v1:where', now })
    const [file] = await listWaitingSealedFiles(db, now, 9)
    expect(await findSealedFile(db, calm, file!.id)).toBeUndefined()
    await markSealedFileFailed(db, file!.id, now + 1)
    expect(await listWaitingSealedFiles(db, now, 9)).toEqual([])
    await markSealedFileStored(db, file!.id, 'v1:picture')
    expect(await findSealedFile(db, calm, file!.id)).toBe('v1:picture')
    expect(await findSealedFile(db, urgent, file!.id)).toBeUndefined()
    expect(await moveCase(db, calm, 'baru', 'selesai', now + 5)).toBe(true)
    expect(await moveCase(db, calm, 'baru', 'ditangani', now + 6)).toBe(false)
    expect(await findCaseState(db, 'a')).toBe('selesai')
    expect(await countCases(db)).toEqual([
      { kind: 'anak', kabupatenCode: null, state: 'baru', n: 1 },
      { kind: 'uang', kabupatenCode: '81.05', state: 'selesai', n: 1 },
    ])
    const sealed = (rows: readonly Omit<Expired, 'oldestAt'>[]) =>
      rows.flatMap(({ kind, table, n }) => (kind === 'pengaduan' ? [[table, n]] : []))
    const both = (n: number) => [
      ['sealed_file', n],
      ['sealed_case', n],
    ]
    expect(sealed(await dropExpired(db, () => now + 5))).toEqual(both(0))
    expect(sealed(await countExpired(db, () => now + 6))).toEqual(both(1))
    expect(sealed(await dropExpired(db, () => now + 6))).toEqual(both(1))
    expect(await listSealedFiles(db, calm)).toEqual([])
    expect(await findCase(db, calm)).toMatchObject({ box: null, codeHash: null, state: 'selesai' })
    expect(await findCaseState(db, 'a')).toBeUndefined()
    expect(await countOfficers(db, 'petugas_pseah', now)).toBe(0)
    expect(await listOfficerAddresses(db, 'petugas_antikorupsi', now)).toEqual([])
  })
})
