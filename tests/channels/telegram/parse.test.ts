import fc from 'fast-check'
import type { Message, Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { parseUpdate } from '../../../src/channels/telegram/parse.ts'

const bot = { id: 777, username: 'kentongan_uji_bot' }
const receivedAt = Date.UTC(2026, 2, 2, 3, 4, 5)
const parse = (update: unknown) => parseUpdate(update, { bot, receivedAt })

const maya = { id: 5001, is_bot: false, first_name: 'Maya', last_name: 'Contoh', language_code: 'id' }
const home = { id: 5001, type: 'private' as const, first_name: 'Maya' }
const group = { id: -4001, type: 'group' as const, title: 'Camat Contoh' }
const at = 1_772_420_000

const message = (content: Partial<Message>): Update =>
  ({ update_id: 9, message: { message_id: 41, from: maya, chat: home, date: at, ...content } }) as Update
const inGroup = (content: Partial<Message>): Update => message({ chat: group, ...content })
const file = (name: string, size = 1000) => ({ file_id: name, file_unique_id: `u${name}`, file_size: size })
const contentOf = (update: unknown) => parse(update)[0]?.content

describe('a private message', () => {
  it('says who, where and when, and is named by chat and message, not by update', () => {
    expect(parse(message({ text: 'Sudah' }))).toEqual([
      {
        channel: 'telegram',
        externalId: 'm:5001:41',
        userId: '5001',
        chatId: '5001',
        chatKind: 'private',
        profileName: 'Maya Contoh',
        languageCode: 'id',
        sentAt: at * 1000,
        content: { kind: 'text', text: 'Sudah' },
      },
    ])
    expect(parse({ ...message({ text: 'Sudah' }), update_id: 123_456 })).toEqual(parse(message({ text: 'Sudah' })))
  })

  it.each<[string, Partial<Message>, unknown]>([
    ['a text', { text: ' 40 % ' }, { kind: 'text', text: ' 40 % ' }],
    ['a start link', { text: '/start k7Jq-2_x' }, { kind: 'text', text: '/start k7Jq-2_x' }],
    [
      'a command with our name',
      { text: '/ringkasan@Kentongan_Uji_Bot desa' },
      { kind: 'text', text: '/ringkasan desa' },
    ],
    [
      'a photo: the largest size, with caption and album',
      {
        photo: [
          { ...file('s'), width: 90, height: 60 },
          { ...file('l', 90_000), width: 1280, height: 960 },
          { ...file('m'), width: 320, height: 240 },
        ],
        caption: 'Jalan tani',
        media_group_id: 'A1',
      },
      { kind: 'photo', file: { ref: 'l', size: 90_000, mime: 'image/jpeg' }, caption: 'Jalan tani', album: 'A1' },
    ],
    [
      'a photo too large to fetch: the next size',
      {
        photo: [
          { ...file('m'), width: 640, height: 480 },
          { ...file('l', 21 * 1024 * 1024), width: 9000, height: 900 },
        ],
      },
      { kind: 'photo', file: { ref: 'm', size: 1000, mime: 'image/jpeg' } },
    ],
    [
      'a picture sent as a file stays a document',
      { document: { ...file('d'), mime_type: 'image/jpeg', file_name: '../../x.jpg' } },
      { kind: 'document', file: { ref: 'd', size: 1000, mime: 'image/jpeg', name: '../../x.jpg' } },
    ],
    [
      'a video',
      { video: { ...file('v'), width: 1, height: 1, duration: 3, mime_type: 'video/mp4' } },
      { kind: 'document', file: { ref: 'v', size: 1000, mime: 'video/mp4' } },
    ],
    [
      'a voice message',
      { voice: { ...file('v'), duration: 7, mime_type: 'audio/ogg' } },
      { kind: 'voice', file: { ref: 'v', size: 1000, mime: 'audio/ogg' }, seconds: 7 },
    ],
    [
      'a sound file',
      { audio: { ...file('a'), duration: 70, file_name: 'rapat.mp3' } },
      { kind: 'voice', file: { ref: 'a', size: 1000, name: 'rapat.mp3' }, seconds: 70 },
    ],
    [
      'a place',
      { location: { latitude: -3.65, longitude: 128.19, horizontal_accuracy: 12 } },
      { kind: 'location', latitude: -3.65, longitude: 128.19, accuracy: 12 },
    ],
    [
      'the first place of a live location',
      { location: { latitude: -3.65, longitude: 128.19, live_period: 900 } },
      { kind: 'location', latitude: -3.65, longitude: 128.19 },
    ],
    [
      'the own number',
      { contact: { phone_number: '6281200000001', first_name: 'Maya', user_id: 5001 } },
      { kind: 'contact', phone: '6281200000001', name: 'Maya', own: true },
    ],
    [
      'the number of somebody else',
      { contact: { phone_number: '6281200000002', first_name: 'Rudi', last_name: 'Contoh', user_id: 5002 } },
      { kind: 'contact', phone: '6281200000002', name: 'Rudi Contoh', own: false },
    ],
    [
      'a number without an account',
      { contact: { phone_number: '6281200000003', first_name: 'Ani' } },
      { kind: 'contact', phone: '6281200000003', name: 'Ani', own: false },
    ],
    ['a sticker', { sticker: { ...file('s') } as never }, { kind: 'unsupported', what: 'sticker' }],
    ['a poll', { poll: { id: '1' } as never }, { kind: 'unsupported', what: 'poll' }],
    ['something newer than this code', { hologram: {} } as never, { kind: 'unsupported', what: 'unknown' }],
    ['a pinned message is only a notice', { pinned_message: {} as never }, undefined],
    ['a changed timer is only a notice', { message_auto_delete_timer_changed: {} as never }, undefined],
  ])('%s', (_, given, expected) => {
    expect(contentOf(message(given))).toEqual(expected)
  })
})

describe('an edit', () => {
  const edited = (content: Partial<Message>): Update => {
    const { message: original } = message({ edit_date: at + 60, ...content })
    return { update_id: 10, edited_message: original } as Update
  }

  it('names the message that it changes and is named by its own time and text', () => {
    const [first] = parse(edited({ text: '12' }))
    expect(first).toMatchObject({
      externalId: expect.stringMatching(new RegExp(`^e:5001:41:${at + 60}:[0-9a-f]{16}$`)),
      sentAt: (at + 60) * 1000,
      content: { kind: 'edited', text: '12', originalExternalId: 'm:5001:41' },
    })
    expect(parse(edited({ text: '13' }))[0]?.externalId).not.toBe(first?.externalId)
    expect(parse(edited({ text: '12' }))[0]?.externalId).toBe(first?.externalId)
  })

  it('of a caption counts, the next place of a live location does not', () => {
    expect(contentOf(edited({ photo: [], caption: 'Jembatan' }))).toMatchObject({ kind: 'edited', text: 'Jembatan' })
    expect(parse(edited({ location: { latitude: 1, longitude: 2, live_period: 900 } }))).toEqual([])
  })
})

describe('a pressed button', () => {
  const press = (more: object = {}) => ({
    update_id: 11,
    callback_query: {
      id: '4382bfdwdsb323b2d9',
      from: maya,
      chat_instance: '1',
      data: 'a1.2.1',
      message: {
        message_id: 40,
        chat: home,
        date: at,
        text: 'Bagaimana?',
        reply_markup: { inline_keyboard: [[{ text: 'Belum', callback_data: 'a1.2.1' }]] },
      },
      ...more,
    },
  })

  it('tells data, label and message, and comes now: Telegram gives no time', () => {
    expect(parse(press())).toMatchObject([
      {
        externalId: 'c:4382bfdwdsb323b2d9',
        sentAt: receivedAt,
        content: { kind: 'choice', data: 'a1.2.1', label: 'Belum', messageRef: '40', pressRef: '4382bfdwdsb323b2d9' },
      },
    ])
  })

  it('on a message too old for Telegram to show still counts', () => {
    expect(contentOf(press({ message: { message_id: 40, chat: home, date: 0 } }))).toEqual({
      kind: 'choice',
      data: 'a1.2.1',
      messageRef: '40',
      pressRef: '4382bfdwdsb323b2d9',
    })
  })
})

describe('blocking and groups', () => {
  const change = (chat: object, status: string) => ({
    update_id: 12,
    my_chat_member: { chat, from: maya, date: at, old_chat_member: {}, new_chat_member: { user: bot, status } },
  })

  it.each([
    [change(home, 'kicked'), 'blocked', '5001', `s:5001:${at}:kicked`],
    [change(home, 'member'), 'unblocked', '5001', `s:5001:${at}:member`],
    [change(group, 'left'), 'blocked', '-4001', `s:-4001:${at}:left`],
    [change(group, 'administrator'), 'unblocked', '-4001', `s:-4001:${at}:administrator`],
  ])('membership %#', (update, kind, userId, externalId) => {
    expect(parse(update)).toMatchObject([{ userId, externalId, content: { kind } }])
  })

  it('a group that moved says where to', () => {
    expect(parse(inGroup({ migrate_to_chat_id: -100_777 }))).toMatchObject([
      { userId: '-4001', chatId: '-4001', content: { kind: 'moved', toChatId: '-100777' } },
    ])
    expect(parse(inGroup({ migrate_from_chat_id: -4001 }))).toEqual([])
  })

  it.each<[string, Partial<Message>, string | undefined]>([
    ['a command', { text: '/siapa_belum' }, '/siapa_belum'],
    ['a command to us by name', { text: '/siapa_belum@kentongan_uji_bot Kairatu' }, '/siapa_belum Kairatu'],
    ['a command to another bot', { text: '/siapa_belum@bot_lain' }, undefined],
    ['a mention', { text: '@Kentongan_uji_bot ringkasan' }, 'ringkasan'],
    ['a mention in the middle', { text: 'tolong @kentongan_uji_bot ringkasan' }, 'tolong ringkasan'],
    ['a longer name that begins like ours', { text: '@kentongan_uji_bot2 halo' }, undefined],
    ['a reply to us', { text: 'terima kasih', reply_to_message: { from: bot } as never }, 'terima kasih'],
    ['a reply to another', { text: 'terima kasih', reply_to_message: { from: maya } as never }, undefined],
    ['talk among people', { text: 'besok rapat jam 9' }, undefined],
    ['another bot that mentions us', { text: '@kentongan_uji_bot hi', from: { ...maya, is_bot: true } }, undefined],
  ])('in a group %s', (_, given, text) => {
    const messages = parse(inGroup(given))
    expect(messages.map(({ content }) => content.kind === 'text' && content.text)).toEqual(
      text === undefined ? [] : [text],
    )
    for (const found of messages) expect(found).toMatchObject({ userId: '5001', chatId: '-4001', chatKind: 'group' })
  })

  it('a channel is none of ours', () => {
    expect(parse(message({ chat: { id: -1, type: 'channel', title: 'x' } as never, text: '/start' }))).toEqual([])
  })
})

describe('a hostile update', () => {
  it.each([
    null,
    undefined,
    7,
    'update',
    [],
    {},
    { message: null },
    { message: [] },
    { message: { chat: {}, text: 'x' } },
    { callback_query: { id: 5 } },
    { my_chat_member: { new_chat_member: { status: 'x'.repeat(99) } } },
    { message: { message_id: 1, chat: { id: 1, type: 'private' } } },
  ])('%j is no message', (update) => {
    expect(parse(update)).toEqual([])
  })

  it('keeps the message when one field around it is odd', () => {
    const update = {
      message: { message_id: 1, date: 'soon', chat: home, from: 'Maya', text: 'lima', photo: 3, reply_to_message: 9 },
    }
    expect(parse(update)).toMatchObject([
      { userId: '5001', sentAt: receivedAt, content: { kind: 'text', text: 'lima' } },
    ])
  })

  it('never throws, and nothing of it breaks a database', () => {
    const wild = fc.string({ unit: 'binary', maxLength: 40 })
    const text = fc.oneof(
      wild,
      wild.map((part) => part.repeat(3000)),
      fc.constant('\ud800\u0000\udc00'),
    )
    const anything = fc.oneof(text, fc.anything(), fc.constantFrom<unknown>(maya, home, group, 1, -1, 2 ** 60))
    const fields = [
      'message_id date edit_date chat from text caption photo document voice location contact reply_to_message',
      'media_group_id video sticker migrate_to_chat_id data id message new_chat_member',
    ].flatMap((line) => line.split(' '))
    const odd = fc
      .tuple(
        fc.constantFrom('message', 'edited_message', 'callback_query', 'my_chat_member'),
        fc.dictionary(fc.constantFrom(...fields), anything),
      )
      .map(([kind, parts]) => ({
        update_id: 1,
        [kind]: {
          message_id: 5,
          id: 'q',
          date: at,
          chat: home,
          from: maya,
          message: { message_id: 1, chat: home },
          ...parts,
        },
      }))
    fc.assert(
      fc.property(odd, (update) => {
        for (const found of parse(update)) {
          const strings = JSON.stringify(found)
          expect(strings.isWellFormed()).toBe(true)
          expect(strings).not.toMatch(/\\u0000|\\ud[89a-f]/i)
          expect(strings.length).toBeLessThan(60_000)
          expect(Number.isSafeInteger(found.sentAt)).toBe(true)
          expect(found.externalId).toMatch(/^[mecs]:/)
        }
      }),
      { numRuns: 400 },
    )
  })
})
