import { GrammyError, HttpError } from 'grammy'
import { describe, expect, it } from 'vitest'
import { FloodWatch, floodWait, outcomeOf } from '../../../src/channels/telegram/outcomes.ts'

const now = Date.UTC(2026, 2, 2, 1)
const token = '123:SECRET'
const hide = (text: string) => text.replaceAll(token, '…')

const refusal = (error_code: number, description: string, parameters = {}) =>
  new GrammyError(`Call to 'sendMessage' failed!`, { ok: false, error_code, description, parameters }, 'sendMessage', {
    text: 'rahasia orang',
  })

describe('what a refusal of Telegram means', () => {
  it.each<[string, unknown, object]>([
    [
      'blocked',
      refusal(403, 'Forbidden: bot was blocked by the user'),
      { unreachable: true, ourFault: false, staffReads: 'Orang ini memblokir bot di Telegram.' },
    ],
    [
      'account gone',
      refusal(403, 'Forbidden: user is deactivated'),
      { unreachable: true, staffReads: 'Akun Telegram orang ini sudah tidak aktif.' },
    ],
    [
      'thrown out of a group',
      refusal(403, 'Forbidden: bot was kicked from the supergroup chat'),
      { unreachable: true, staffReads: 'Bot sudah tidak berada di grup ini.' },
    ],
    ['any other 403', refusal(403, 'Forbidden: something new'), { unreachable: true, ourFault: false }],
    ['never started', refusal(400, 'Bad Request: chat not found'), { unreachable: true, ourFault: false }],
    [
      'may not write in a group',
      refusal(400, 'Bad Request: not enough rights to send text messages to the chat'),
      { unreachable: true },
    ],
    [
      'group moved',
      refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -100_777 }),
      { movedTo: '-100777', ourFault: false },
    ],
    ['malformed', refusal(400, 'Bad Request: BUTTON_DATA_INVALID'), { ourFault: true }],
    ['too large', refusal(413, 'Request Entity Too Large'), { ourFault: true }],
  ])('%s: refused', (_, error, expected) => {
    const outcome = outcomeOf(error, now, hide)
    expect(outcome).toMatchObject({ kind: 'refused', ...expected })
    if (outcome.kind === 'refused') expect(outcome.staffReads).toMatch(/^[A-Z].*\.$/)
  })

  it.each<[string, unknown, object]>([
    ['slow down', refusal(429, 'Too Many Requests: retry after 31', { retry_after: 31 }), { at: now + 31_000 }],
    ['slow down, without a time', refusal(429, 'Too Many Requests'), { at: now + 5000 }],
    [
      'slow down, for a time beyond belief',
      refusal(429, 'Too Many Requests', { retry_after: 1e9 }),
      { at: now + 5000 },
    ],
    ['token withdrawn', refusal(401, 'Unauthorized'), { at: now + 60_000, wholeChannel: true }],
    ['token mistyped', refusal(404, 'Not Found'), { at: now + 60_000, wholeChannel: true }],
    ['ill', refusal(500, 'Internal Server Error'), { at: now + 5000 }],
    ['an error without a code', refusal(undefined as never, undefined as never), { at: now + 5000 }],
    ['no network', new HttpError("Network request for 'sendMessage' failed!", new Error('x')), { at: now + 5000 }],
    ['a fault of the client', new TypeError('x'), { at: now + 5000 }],
  ])('%s: later', (_, error, expected) => {
    expect(outcomeOf(error, now, hide)).toMatchObject({ kind: 'retry', ...expected })
  })

  it('keeps reasons short, clean and without the token or what was said', () => {
    const outcome = outcomeOf(refusal(400, `Bad\u0000 Request: ${token} ${'x'.repeat(900)}`), now, hide)
    expect(outcome.kind === 'refused' && outcome.reason.length).toBeLessThanOrEqual(200)
    expect(JSON.stringify(outcome)).not.toMatch(/SECRET|rahasia|\\u0000/)
  })
})

describe('a flood', () => {
  it('is about one chat until several chats at once are told to wait', () => {
    const watch = new FloodWatch()
    expect(watch.isGeneral('1', now + 9000, now)).toBe(false)
    expect(watch.isGeneral('1', now + 9000, now + 10)).toBe(false)
    expect(watch.isGeneral('2', now + 9000, now + 20)).toBe(false)
    expect(watch.isGeneral('3', now + 9000, now + 30)).toBe(true)
    expect(watch.isGeneral('4', now + 30_000, now + 10_000)).toBe(false)
  })

  it('names its wait in milliseconds, other errors name none', () => {
    expect(floodWait(refusal(429, 'Too Many Requests', { retry_after: 3 }))).toBe(3000)
    expect(floodWait(refusal(400, 'Bad Request'))).toBeUndefined()
    expect(floodWait(new Error('x'))).toBeUndefined()
  })
})
