import { expect, it } from 'vitest'
import { allAnswers, type Session } from '../../src/engine/session.ts'
import type { InboundMessage } from '../../src/messages/inbound.ts'
import type { Database } from '../../src/store/database.ts'
import { one } from '../../src/store/database.ts'
import { acceptMessages } from '../../src/store/inbox.ts'
import { type Line, leaseMessages, queueMessages, recoverLeases, writeResults } from '../../src/store/outbox.ts'
import { insertAnswers, markFailed, writeSessions, writeTurn } from '../../src/store/turn-writes.ts'
import { listSessions, lockWaitingLanes } from '../../src/store/turns.ts'
import { onEveryDialect } from '../support/databases.ts'

const now = Date.UTC(2024, 6, 10, 1)

function text(user: string, id: string, said: string): InboundMessage {
  return {
    channel: 'telegram',
    externalId: id,
    userId: user,
    chatId: user,
    chatKind: 'private',
    sentAt: now,
    content: { kind: 'text', text: said },
  }
}

async function waiting(db: Database): Promise<readonly string[]> {
  const lanes = await db.transaction((sql) => lockWaitingLanes(sql, db, 100))
  return lanes.flatMap((l) =>
    l.messages.map((m) => `${l.id}:${m.content.kind === 'text' ? m.content.text : m.content.kind}`),
  )
}

onEveryDialect('The inbox', (open) => {
  it('keeps a message once, however often it is delivered', async () => {
    const db = await open()
    expect(await acceptMessages(db, [text('7', 'm:7:1', 'mulai')], now)).toEqual({ taken: 1, repeated: 0, released: 0 })
    expect(await acceptMessages(db, [text('7', 'm:7:1', 'mulai'), text('7', 'm:7:2', '12')], now)).toEqual({
      taken: 1,
      repeated: 1,
      released: 0,
    })
    expect(await waiting(db)).toEqual(['1:mulai', '1:12'])
  })

  it('gives each new writer a lane of their own, and keeps to it', async () => {
    const db = await open()
    await acceptMessages(db, [text('7', 'm:7:1', 'a'), text('8', 'm:8:1', 'b'), text('7', 'm:7:2', 'c')], now)
    await acceptMessages(db, [text('8', 'm:8:2', 'd')], now + 5_000)
    expect(await waiting(db)).toEqual(['1:a', '1:c', '2:b', '2:d'])
  })

  it('takes the same text from two villages as two answers', async () => {
    const db = await open()
    await acceptMessages(db, [text('7', 'm:7:1', '5'), text('8', 'm:8:1', '5'), text('7', 'm:7:2', '5')], now)
    expect(await waiting(db)).toHaveLength(3)
  })

  it('parks a message after three failures and tells staff once', async () => {
    const db = await open()
    await acceptMessages(db, [text('7', 'm:7:1', 'racun'), text('7', 'm:7:2', 'obat')], now)
    for (const attempts of [0, 1, 2])
      expect(await markFailed(db, { id: 1, attempts, laneId: 1 }, 'boom', now)).toBe(attempts === 2)
    expect(await waiting(db)).toEqual(['1:obat'])
    expect(await db.all('select kind, key from staff_item')).toEqual([{ kind: 'parked', key: 'parked:1' }])
  })
})

onEveryDialect('A turn', (open) => {
  it('writes answers in order, the latest of a path last', async () => {
    const db = await open()
    await db.run(
      `insert into form_version (name, number, version, title, source, hash, installed_at) values ('f', 1, '1', 'F', '{}', 'h', 0)`,
    )
    await db.run(`insert into report (form_version_id, state, started_at) values (1, 'open', 0)`)
    const row = (path: string, value: string) => ({
      reportId: 1,
      path,
      value,
      raw: value,
      how: 'given' as const,
      reason: null,
      personId: null,
      inboxId: null,
    })
    await db.transaction((sql) =>
      insertAnswers(sql, db, [row('hadir', '12'), row('hadir', '13'), row('tanggal', '"2024-07-10"')], now),
    )
    await db.transaction((sql) => insertAnswers(sql, db, [row('hadir', '14')], now))
    expect(await db.all('select path, seq, value from answer order by path, seq')).toEqual([
      { path: 'hadir', seq: 1, value: '12' },
      { path: 'hadir', seq: 2, value: '13' },
      { path: 'hadir', seq: 3, value: '14' },
      { path: 'tanggal', seq: 1, value: '"2024-07-10"' },
    ])
  })

  it('writes session, lane, reply and inbox together or not at all', async () => {
    const db = await open()
    await acceptMessages(db, [text('7', 'm:7:1', 'mulai')], now)
    const turn = (fail: boolean) =>
      db.transaction(async (sql) => {
        const [lane] = await lockWaitingLanes(sql, db, 10)
        await writeTurn(
          sql,
          db,
          {
            sessions: [{ id: 1, status: 'active', state: { v: 1, answers: {} } as unknown as Session, remindAt: null }],
            lanes: [{ id: lane!.id, personId: null, activeSessionId: null, pending: '{"ask":"lapor"}' }],
            answers: [],
            replies: [{ key: 'reply:1:0', addressId: 1, laneId: 1, body: { text: 'Selamat pagi' } }],
            done: [lane!.messages[0]!.id],
          },
          now,
        )
        if (fail) throw new Error('the machine stops here')
      })
    await expect(turn(true)).rejects.toThrow('stops here')
    expect(await one(db, 'select count(*) as n from outbox')).toEqual({ n: 0 })
    expect(await waiting(db)).toHaveLength(1)
    await turn(false)
    expect(await db.all('select key, state from outbox')).toEqual([{ key: 'reply:1:0', state: 'waiting' }])
    expect(await db.all('select pending from lane')).toEqual([{ pending: '{"ask":"lapor"}' }])
    expect(await waiting(db)).toEqual([])
  })

  it('keeps every answer of a long conversation, whoever else writes it and whatever was undone', async () => {
    const db = await open()
    await acceptMessages(db, [text('7', 'm:7:1', 'mulai')], now)
    await db.run(
      `insert into form_version (name, number, version, title, source, hash, installed_at) values ('f', 1, '1', 'F', '{}', 'h', 0)`,
    )
    await db.run(`insert into report (form_version_id, state, started_at) values (1, 'open', 0)`)
    await db.run(
      `insert into session (lane_id, report_id, form_version_id, status, state, started_at, last_step_at) values (1, 1, 1, 'active', '{"answers":{}}', 0, 0)`,
    )
    await db.run('update lane set active_session_id = 1')
    type Change = (answers: Record<string, Session['answers'][string]>) => unknown
    /** As a turn does: read at its start, changed in memory, written at its end. */
    const turn = (change: Change, fails = false) =>
      db.transaction(async (sql) => {
        const [lane] = await lockWaitingLanes(sql, db, 10)
        const { state } = lane!.session!
        const answers = { ...state.answers }
        change(answers)
        await writeSessions(sql, [{ id: 1, status: 'active', state: { ...state, answers }, remindAt: null }], now)
        if (fails) throw new Error('the machine stops here')
      })
    const answer = (from: number, to: number, value: number) => (answers: Record<string, unknown>) => {
      for (let i = from; i <= to; i++) answers[`q${i}`] = value
    }
    const expected: Record<string, number> = {}
    answer(1, 60, 1)(expected)
    const kept = async () => {
      const [lane] = await db.transaction((sql) => lockWaitingLanes(sql, db, 10))
      const [cold] = await listSessions(db, db, [1])
      expect(allAnswers(cold!.state)).toEqual(allAnswers(lane!.session!.state))
      return allAnswers(cold!.state)
    }

    for (let i = 1; i <= 60; i++) await turn(answer(i, i, 1))
    expect(await kept()).toEqual(expected)
    const [stored] = await db.all<{ state: string }>('select state from session')
    expect(Object.keys((JSON.parse(stored!.state) as Session).answers).length).toBeLessThan(30)

    // undone after it was settled, and done otherwise
    await expect(turn(answer(1, 40, 2), true)).rejects.toThrow('stops here')
    expect(await kept()).toEqual(expected)
    await turn(answer(1, 40, 3))
    answer(1, 40, 3)(expected)
    expect(await kept()).toEqual(expected)

    // taken out after it was settled
    await turn((answers) => {
      answers.q7 = null
    })
    const { q7: _, ...rest } = expected
    expect(await kept()).toEqual(rest)
    await turn(answer(41, 60, 4))
    await turn(answer(61, 70, 4))
    expect(await kept()).toEqual({ ...rest, ...Object.fromEntries(range(41, 70).map((i) => [`q${i}`, 4])) })
  })
})

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

onEveryDialect('The outbox', (open) => {
  const lease = (db: Database, at = now, maxPriority = 2) =>
    db.transaction((sql) =>
      leaseMessages(sql, db, { now: at, leaseMs: 50_000, channels: ['telegram'], maxPriority, room: () => 10 }),
    )

  async function withTwoPeople(): Promise<Database> {
    const db = await open()
    await acceptMessages(db, [text('7', 'm:7:1', 'a'), text('8', 'm:8:1', 'b')], now)
    return db
  }
  const message = (key: string, laneId: number, priority: number, dueAt = now) => ({
    key,
    laneId,
    addressId: laneId,
    priority,
    dueAt,
    body: { text: key },
  })

  it('queues a reminder once by its key', async () => {
    const db = await withTwoPeople()
    expect(await queueMessages(db, db, [message('remind:1:1:hari0', 1, 1)], now)).toBe(1)
    expect(await queueMessages(db, db, [message('remind:1:1:hari0', 1, 1)], now)).toBe(0)
  })

  it('lets replies leave before reminders, and one message a lane at a time', async () => {
    const db = await withTwoPeople()
    await queueMessages(
      db,
      db,
      [message('remind:1', 1, 1), message('reply:1:0', 1, 0), message('reply:1:1', 1, 0), message('remind:2', 2, 1)],
      now,
    )
    expect((await lease(db)).map((m) => m.key)).toEqual(['reply:1:0', 'remind:2'])
    expect(await lease(db)).toEqual([])
  })

  it('holds a later message of a lane while an earlier one waits to be tried again', async () => {
    const db = await withTwoPeople()
    await queueMessages(db, db, [message('reply:1:0', 1, 0), message('reply:1:1', 1, 0)], now)
    const [first] = await lease(db)
    const again = {
      id: first!.id,
      channel: 'telegram' as const,
      state: 'waiting' as const,
      messageRef: null,
      dueAt: now + 9_000,
      error: 'slow down',
    }
    await db.transaction((sql) => writeResults(sql, db, [again], now + 1))
    expect(await lease(db, now + 1)).toEqual([])
    expect((await lease(db, now + 9_001)).map((m) => m.key)).toEqual(['reply:1:0'])
  })

  it('counts no try that was not made', async () => {
    const db = await withTwoPeople()
    await queueMessages(db, db, [message('reply:1:0', 1, 0)], now)
    const back = (id: number, untried: boolean) => ({
      id,
      channel: 'telegram' as const,
      state: 'waiting' as const,
      messageRef: null,
      dueAt: now,
      error: 'pace',
      untried,
    })
    const again = async (id: number, untried: boolean) => {
      await db.transaction((sql) => writeResults(sql, db, [back(id, untried)], now))
      return lease(db)
    }
    const [first] = await lease(db)
    expect(first!.attempts).toBe(1)
    expect((await again(first!.id, true))[0]!.attempts).toBe(1)
    expect((await again(first!.id, false))[0]!.attempts).toBe(2)
  })

  it('lets a person who changed to another channel be answered there, whatever waits on the first', async () => {
    const db = await withTwoPeople()
    await db.run(
      `insert into address (channel, user_id, chat_id, lane_id, created_at, last_in_at) values ('whatsapp-web', '7@lid', '7@lid', 1, 0, 0)`,
    )
    await queueMessages(db, db, [{ ...message('reply:1:0', 1, 0, now), addressId: 3 }, message('reply:2:0', 1, 0)], now)
    expect((await lease(db)).map((m) => m.key)).toEqual(['reply:2:0'])
  })

  it('lets no more of a channel leave than there is room for, and tells how many wait', async () => {
    const db = await withTwoPeople()
    await queueMessages(db, db, [message('reply:1:0', 1, 0), message('reply:2:0', 2, 0)], now)
    const asked: [Line, number][] = []
    const leased = await db.transaction((sql) =>
      leaseMessages(sql, db, {
        now,
        leaseMs: 50_000,
        channels: ['telegram', 'whatsapp-cloud'],
        maxPriority: 2,
        room: (line, waiting) => asked.push([line, waiting]),
      }),
    )
    expect(asked).toEqual([[{ channel: 'telegram', replies: true }, 2]])
    expect(leased.map((m) => m.key)).toEqual(['reply:1:0'])
    // only what leaves is marked: whoever dies now leaves one in doubt
    expect(await recoverLeases(db, now, { all: true })).toEqual({ again: 1, inDoubt: 0 })
  })

  it('sends a reply again when its sender died, a reminder never', async () => {
    const db = await withTwoPeople()
    await queueMessages(db, db, [message('reply:1:0', 1, 0), message('remind:2', 2, 1)], now)
    await lease(db)
    expect(await recoverLeases(db, now + 10, { all: false })).toEqual({ again: 0, inDoubt: 0 })
    expect(await recoverLeases(db, now + 60_000, { all: false })).toEqual({ again: 1, inDoubt: 1 })
    expect(await db.all('select key, state from outbox order by id')).toEqual([
      { key: 'reply:1:0', state: 'waiting' },
      { key: 'remind:2', state: 'in_doubt' },
    ])
    expect(await db.all('select kind from staff_item')).toEqual([{ kind: 'in_doubt' }])
  })
})
