import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWebhook } from '../../../src/channels/whatsapp-cloud/parse.ts'

const context = { phoneNumberId: '106540352242922', receivedAt: 1_700_000_000_000 }

/** A call with this `value`, as Meta's reference shows it. */
const call = (value: object) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '628110000001', phone_number_id: '106540352242922' },
            ...value,
          },
        },
      ],
    },
  ],
})
const parse = (value: object) => parseWebhook(call(value), context)

const maya = { profile: { name: 'Maya' }, wa_id: '6281200000001', user_id: 'ID.13491208655302741918' }
const base = { from: '6281200000001', id: 'wamid.HBgM', timestamp: '1762900000' }
const message = (content: object) => parse({ contacts: [maya], messages: [{ ...base, ...content }] })
const context2 = { context: { from: '628110000001', id: 'wamid.ours' } }

describe('What people send', () => {
  it.each<[string, object, object | undefined]>([
    ['a text', { type: 'text', text: { body: 'Sudah 40 %' } }, { kind: 'text', text: 'Sudah 40 %' }],
    [
      'a reply button',
      {
        type: 'interactive',
        ...context2,
        interactive: { type: 'button_reply', button_reply: { id: 'a1.2.0', title: 'Ya' } },
      },
      { kind: 'choice', data: 'a1.2.0', label: 'Ya', messageRef: 'wamid.ours' },
    ],
    [
      'a row of a list, by its label in full',
      {
        type: 'interactive',
        ...context2,
        interactive: {
          type: 'list_reply',
          list_reply: { id: 'a1.2.4', title: 'Belum, karena…', description: 'Belum, karena hujan' },
        },
      },
      { kind: 'choice', data: 'a1.2.4', label: 'Belum, karena hujan', messageRef: 'wamid.ours' },
    ],
    [
      'a quick reply of a template',
      { type: 'button', ...context2, button: { payload: 'i7.0', text: 'Mulai' } },
      { kind: 'choice', data: 'i7.0', label: 'Mulai', messageRef: 'wamid.ours' },
    ],
    [
      'a photo',
      {
        type: 'image',
        image: { id: '1003', mime_type: 'image/jpeg', sha256: 'x=', caption: 'Jembatan', url: 'https://…' },
      },
      { kind: 'photo', file: { ref: '1003', mime: 'image/jpeg' }, caption: 'Jembatan' },
    ],
    [
      'a document',
      { type: 'document', document: { id: '1004', mime_type: 'application/pdf', filename: 'berita acara.pdf' } },
      { kind: 'document', file: { ref: '1004', mime: 'application/pdf', name: 'berita acara.pdf' } },
    ],
    [
      'a video',
      { type: 'video', video: { id: '1005', mime_type: 'video/mp4' } },
      { kind: 'document', file: { ref: '1005', mime: 'video/mp4' } },
    ],
    [
      'a voice message',
      { type: 'audio', audio: { id: '1006', mime_type: 'audio/ogg; codecs=opus', voice: true } },
      { kind: 'voice', file: { ref: '1006', mime: 'audio/ogg' } },
    ],
    [
      'a place',
      { type: 'location', location: { latitude: -3.65, longitude: 128.19, name: 'Kantor desa' } },
      { kind: 'location', latitude: -3.65, longitude: 128.19 },
    ],
    [
      'their own card',
      {
        type: 'contacts',
        contacts: [
          { name: { formatted_name: 'Maya' }, phones: [{ phone: '+62 812-0000-0001', wa_id: '6281200000001' }] },
        ],
      },
      { kind: 'contact', phone: '+6281200000001', name: 'Maya', own: true },
    ],
    [
      'somebody else’s card',
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Rudi' }, phones: [{ phone: '0812 0000 0002' }] }] },
      { kind: 'contact', phone: '+081200000002', name: 'Rudi', own: false },
    ],
    ['a card without a number', { type: 'contacts', contacts: [{}] }, { kind: 'unsupported', what: 'contacts' }],
    [
      'a sticker',
      { type: 'sticker', sticker: { id: '1', mime_type: 'image/webp' } },
      { kind: 'unsupported', what: 'sticker' },
    ],
    [
      'what Meta cannot show',
      { type: 'unsupported', errors: [{ code: 131051 }] },
      { kind: 'unsupported', what: 'unsupported' },
    ],
    ['a type that nobody knows', { type: 'Baru <b>' }, { kind: 'unsupported', what: 'unknown' }],
    [
      'a place that is none',
      { type: 'location', location: { latitude: 999 } },
      { kind: 'unsupported', what: 'location' },
    ],
    ['a thumb', { type: 'reaction', reaction: { message_id: 'wamid.ours', emoji: '👍' } }, undefined],
    ['a notice of Meta', { type: 'system', system: { body: 'changed number' } }, undefined],
  ])('%s', (_, content, expected) => {
    expect(message(content).map((each) => each.content)).toEqual(expected === undefined ? [] : [expected])
  })

  it.each<[string, object, object, object]>([
    [
      'a number and a business-scoped id',
      maya,
      { from: '6281200000001' },
      { userId: maya.user_id, chatId: '6281200000001', profileName: 'Maya' },
    ],
    [
      'a user name and no number',
      { profile: { name: '', username: 'maya.negeri' }, user_id: maya.user_id },
      { from: undefined, from_user_id: maya.user_id },
      { userId: maya.user_id, chatId: maya.user_id, profileName: 'maya.negeri' },
    ],
    [
      'no number, and the id beside the contact only',
      { profile: { name: 'Maya' }, user_id: maya.user_id },
      { from: undefined },
      { userId: maya.user_id, chatId: maya.user_id },
    ],
    [
      'a number from before there were ids',
      { profile: { name: 'Maya' }, wa_id: '6281200000001' },
      { from: '6281200000001' },
      { userId: '6281200000001', chatId: '6281200000001' },
    ],
  ])('comes from somebody with %s', (_, contact, from, expected) => {
    const [parsed] = parse({
      contacts: [contact],
      messages: [{ ...base, ...from, type: 'text', text: { body: 'halo' } }],
    })
    expect(parsed).toMatchObject({
      ...expected,
      externalId: 'wamid.HBgM',
      sentAt: 1_762_900_000_000,
      chatKind: 'private',
    })
    if (!('phone' in expected)) expect(parsed).not.toHaveProperty('phone')
  })

  it('of many people in one call goes to each by their own id', () => {
    const rudi = { profile: { name: 'Rudi' }, wa_id: '6281200000002', user_id: 'ID.2' }
    const text = { type: 'text', text: { body: 'halo' } }
    const parsed = parse({
      contacts: [rudi, maya],
      messages: [
        { ...base, ...text, id: 'wamid.1' },
        { ...base, ...text, id: 'wamid.2', from: '6281200000002' },
      ],
    })
    expect(parsed.map(({ userId, profileName }) => [userId, profileName])).toEqual([
      [maya.user_id, 'Maya'],
      ['ID.2', 'Rudi'],
    ])
  })

  it('is not lost for a neighbour that is broken', () => {
    const parsed = parse({
      contacts: [null, 7, maya],
      messages: [
        null,
        'x',
        { id: 5 },
        { ...base, timestamp: 'kemarin', type: 'text', text: { body: 'utuh' }, context: 9 },
      ],
      statuses: [
        { id: 'wamid.x', status: 'exploded' },
        { id: 'wamid.y', status: 'read', timestamp: '1762900001' },
      ],
    })
    expect(parsed.map(({ content, sentAt }) => [content.kind, sentAt])).toEqual([
      ['text', context.receivedAt],
      ['delivery', 1_762_900_001_000],
    ])
  })

  it('of any shape never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => parseWebhook(call(value as object), context).length >= 0),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(fc.anything(), (value) => parseWebhook(value, context).length === 0),
      { numRuns: 300 },
    )
  })
})

describe('News of ours', () => {
  const status = (more: object) =>
    parse({ statuses: [{ id: 'wamid.1', timestamp: '1762900000', recipient_id: '6281200000001', ...more }] })[0]

  it('carries the key of its outbox row, and whether it was all of it', () => {
    expect(status({ status: 'delivered', biz_opaque_callback_data: 'reply:41:0' })?.content).toEqual({
      kind: 'delivery',
      messageRef: 'wamid.1',
      status: 'delivered',
      key: 'reply:41:0',
    })
    expect(status({ status: 'sent', biz_opaque_callback_data: 'digest:camat:3:2026-W30#' })?.content).toMatchObject({
      key: 'digest:camat:3:2026-W30',
      partial: true,
    })
  })

  it('has one id for each state of a message', () => {
    expect(status({ status: 'read' })?.externalId).toBe('wamid.1:read')
    expect(status({ status: 'sent' })?.externalId).not.toBe(status({ status: 'read' })?.externalId)
  })

  it.each([
    [131026, { unreachable: true, staffReads: expect.stringContaining('tidak bisa menerima') }],
    [131047, { staffReads: expect.stringContaining('24 jam') }],
    [131049, { staffReads: expect.stringContaining('besok') }],
    [999999, { staffReads: 'WhatsApp tidak berhasil menyampaikan pesan ini.' }],
  ])('of a failure with code %i says to staff what it means, and no number', (code, expected) => {
    const errors = [{ code, title: 'x', error_data: { details: 'to +6281200000001 failed' } }]
    const content = status({ status: 'failed', errors })?.content
    expect(content).toMatchObject({ status: 'failed', ...expected })
    expect(JSON.stringify(content)).not.toContain('6281200000001')
  })
})
