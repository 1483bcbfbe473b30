import { createHmac } from 'node:crypto'
import pino from 'pino'
import { beforeEach, describe, expect, it } from 'vitest'
import { parseWebhook } from '../../../src/channels/whatsapp-cloud/parse.ts'
import { createWebhook } from '../../../src/channels/whatsapp-cloud/webhook.ts'
import { CloudServer } from '../../support/whatsapp-cloud-server/cloud-server.ts'
import { Inbox } from '../contract.ts'

const server = new CloudServer()
const address = 'http://127.0.0.1/hooks/whatsapp'
const lines: string[] = []
const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })

describe('The WhatsApp webhook', () => {
  let inbox: Inbox
  let isRunning: boolean
  const webhook = createWebhook({
    appSecret: server.appSecret,
    verifyToken: server.verifyToken,
    parse: (body) => parseWebhook(body, { phoneNumberId: server.phoneNumberId, receivedAt: Date.now() }),
    accept: () => (isRunning ? inbox.accept : undefined),
    logger,
  })
  beforeEach(() => {
    inbox = new Inbox()
    isRunning = true
    lines.length = 0
  })

  const said = () =>
    server.webhooks.envelope(
      server.person('Maya').send({ type: 'text', text: { body: 'Rahasia desa' } }, { hold: true }),
    )
  const sign = (body: string | Buffer, secret = server.appSecret) =>
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  const post = (body: string | Buffer, headers: Record<string, string> = { 'x-hub-signature-256': sign(body) }) =>
    webhook(new Request(address, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) }))
  const status = async (response: Promise<Response>) => (await response).status
  const verify = (query: Record<string, string>) => webhook(new Request(`${address}?${new URLSearchParams(query)}`))

  it('shows that the address is ours to who knows our token', async () => {
    const answer = await verify({
      'hub.mode': 'subscribe',
      'hub.verify_token': server.verifyToken,
      'hub.challenge': '1158201444',
    })
    expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([
      200,
      '1158201444',
      'text/plain; charset=utf-8',
    ])
  })

  it.each([
    ['another token', { 'hub.mode': 'subscribe', 'hub.verify_token': 'tebak', 'hub.challenge': '1' }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['another mode', { 'hub.mode': 'unsubscribe', 'hub.verify_token': server.verifyToken, 'hub.challenge': '1' }],
    [
      'a page as challenge',
      { 'hub.mode': 'subscribe', 'hub.verify_token': server.verifyToken, 'hub.challenge': '<b>' },
    ],
    ['nothing', {}],
  ])('refuses a verification with %s', async (_, query) => {
    expect(await status(verify(query as Record<string, string>))).toBe(403)
  })

  it('takes what Meta signed, over the bytes as they came', async () => {
    // other white space than ours, and letters written as escapes
    const body = JSON.stringify(said(), null, 3).replace('Rahasia', '\\u0052ahasia')
    expect(await status(post(body))).toBe(200)
    expect(inbox.texts).toEqual(['Rahasia desa'])
    expect(await status(post(JSON.stringify(JSON.parse(body)), { 'x-hub-signature-256': sign(body) }))).toBe(401)
  })

  it.each<[string, (body: string) => Record<string, string>]>([
    ['no signature', () => ({})],
    ['an empty one', () => ({ 'x-hub-signature-256': '' })],
    ['one of another secret', (body) => ({ 'x-hub-signature-256': sign(body, 'tebak') })],
    ['the secret itself', () => ({ 'x-hub-signature-256': `sha256=${server.appSecret}` })],
    ['one that is cut', (body) => ({ 'x-hub-signature-256': sign(body).slice(0, -2) })],
    ['one that is longer', (body) => ({ 'x-hub-signature-256': `${sign(body)}00` })],
    ['the older kind', (body) => ({ 'x-hub-signature': sign(body) })],
    ['one of another body', () => ({ 'x-hub-signature-256': sign('{}') })],
  ])('refuses a call with %s: nothing stored, nobody named', async (_, headers) => {
    const body = JSON.stringify(said())
    expect(await status(post(body, headers(body)))).toBe(401)
    expect(inbox.rows).toEqual([])
    expect(lines.join('')).not.toMatch(/Maya|Rahasia|62812|ID\.1349/)
  })

  it.each([
    ['no JSON', 'Rahasia desa'],
    ['a list', '[]'],
    ['a number', '7'],
    ['half a character', Buffer.from([0x7b, 0xff, 0x7d])],
  ])('refuses %s, even signed', async (_, body) => {
    expect(await status(post(body))).toBe(400)
    expect(inbox.rows).toEqual([])
    expect(lines.join('')).not.toContain('Rahasia')
  })

  it('refuses what is larger than 3 MB, told or not, and takes what is just below', async () => {
    const fits = JSON.stringify({ ...said(), filler: 'x'.repeat(3 * 1024 * 1024 - 2000) })
    expect(await status(post(fits))).toBe(200)
    const large = JSON.stringify({ ...said(), filler: 'x'.repeat(3 * 1024 * 1024) })
    expect(await status(post(large))).toBe(413)
    const told = { 'x-hub-signature-256': sign('{}'), 'content-length': String(4 * 1024 * 1024) }
    expect(await status(post('{}', told))).toBe(413)
    expect(inbox.rows).toHaveLength(1)
  })

  it('keeps one of a call that is replayed', async () => {
    const body = JSON.stringify(said())
    for (let i = 0; i < 3; i += 1) expect(await status(post(body))).toBe(200)
    expect(inbox.rows).toHaveLength(1)
  })

  it('leaves alone what is for another number, another object or another field', async () => {
    const body = said() as {
      object: string
      entry: { changes: { field: string; value: { metadata: { phone_number_id: string } } }[] }[]
    }
    const other = structuredClone(body)
    other.entry[0]!.changes[0]!.value.metadata.phone_number_id = '999'
    const field = structuredClone(body)
    field.entry[0]!.changes[0]!.field = 'message_template_status_update'
    for (const each of [other, field, { ...body, object: 'page' }])
      expect(await status(post(JSON.stringify(each)))).toBe(200)
    expect(inbox.rows).toEqual([])
  })

  it('says 503 while the service starts, and when the inbox did not take it', async () => {
    const body = JSON.stringify(said())
    isRunning = false
    expect(await status(post(body))).toBe(503)
    isRunning = true
    inbox.mood = 'refuses'
    expect(await status(post(body))).toBe(503)
    expect(lines.join('')).not.toMatch(/Maya|Rahasia/)
  })

  it.each(['PUT', 'DELETE', 'PATCH'])('knows no %s', async (method) => {
    expect(await status(webhook(new Request(address, { method })))).toBe(405)
  })
})
