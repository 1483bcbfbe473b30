import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { parseUpdate } from '../../../src/channels/telegram/parse.ts'
import { createWebhook } from '../../../src/channels/telegram/webhook.ts'
import { TelegramServer } from '../../support/telegram-server/telegram-server.ts'
import { Inbox } from '../contract.ts'
import { telegramChannel } from '../telegram-stage.ts'

const secret = 'rahasia_uji_0123456789'
const update = {
  update_id: 1,
  message: { message_id: 7, date: 1_772_420_000, chat: { id: 5001, type: 'private' }, text: 'kalimat yang pribadi' },
}

function open(settings: { mood?: Inbox['mood']; closed?: boolean; secret?: string } = {}) {
  const inbox = new Inbox()
  inbox.mood = settings.mood ?? 'well'
  const lines: string[] = []
  const handle = createWebhook({
    secret: 'secret' in settings ? settings.secret : secret,
    parse: (given) => parseUpdate(given, { receivedAt: 0 }),
    accept: () => (settings.closed ? undefined : inbox.accept),
    logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
  })
  const post = async (
    body: string | ReadableStream<Uint8Array> | null,
    header: string | undefined = secret,
    method = 'POST',
  ) => {
    const headers: Record<string, string> = header === undefined ? {} : { 'x-telegram-bot-api-secret-token': header }
    const request = new Request('http://127.0.0.1/hooks/telegram', {
      method,
      headers,
      body,
      duplex: 'half',
    } as RequestInit)
    return (await handle(request)).status
  }
  return { inbox, lines, post }
}

describe('the Telegram webhook', () => {
  it('says 200 when the message is committed', async () => {
    const { inbox, post } = open()
    expect(await post(JSON.stringify(update))).toBe(200)
    expect(inbox.texts).toEqual(['kalimat yang pribadi'])
  })

  it('says 503 when it is not, so that it comes again', async () => {
    const { inbox, post } = open({ mood: 'refuses' })
    expect(await post(JSON.stringify(update))).toBe(503)
    inbox.mood = 'well'
    expect(await post(JSON.stringify(update))).toBe(200)
    expect(await post(JSON.stringify(update))).toBe(200)
    expect(inbox.texts).toEqual(['kalimat yang pribadi'])
    expect(await open({ closed: true }).post(JSON.stringify(update))).toBe(503)
  })

  it.each(['', 'salah', `${secret}x`, secret.slice(1), secret.toUpperCase()])(
    'says 401 to the secret "%s"',
    async (given) => {
      const { inbox, post, lines } = open()
      expect(await post(JSON.stringify(update), given)).toBe(401)
      expect(inbox.rows).toEqual([])
      expect(lines.join()).not.toContain('pribadi')
      expect(lines.join()).not.toContain(secret)
    },
  )

  it('says 401 without a secret, and 404 when none is set up', async () => {
    const handle = createWebhook({
      secret,
      parse: () => [],
      accept: () => undefined,
      logger: pino({ level: 'silent' }),
    })
    expect((await handle(new Request('http://127.0.0.1/', { method: 'POST' }))).status).toBe(401)
    const { secret: _, ...none } = { secret }
    const closed = createWebhook({
      secret: (none as { secret?: string }).secret,
      parse: () => [],
      accept: () => undefined,
      logger: pino({ level: 'silent' }),
    })
    expect((await closed(new Request('http://127.0.0.1/', { method: 'POST' }))).status).toBe(404)
  })

  it.each(['{', '', '[]', '7', 'null', '"x"'])('says 400 to %j', async (body) => {
    const { post, lines } = open()
    expect(await post(body)).toBe(400)
    expect(lines).toEqual([])
  })

  it('says 405 to anything but POST', async () => {
    expect(await open().post(null, secret, 'GET')).toBe(405)
  })

  it('says 413 beyond 1 MiB, told or not, and reads no further', async () => {
    const { inbox, post } = open()
    expect(await post(JSON.stringify({ ...update, more: 'x'.repeat(1024 * 1024) }))).toBe(413)
    let given = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    expect(await post(endless)).toBe(413)
    expect(given).toBeLessThan(1.3 * 1024 * 1024)
    expect(inbox.rows).toEqual([])
  })

  it('says 200 to an update that is not for us: it must not come for ever', async () => {
    const { inbox, post } = open()
    expect(await post('{"update_id":5,"poll":{"id":"1"}}')).toBe(200)
    expect(inbox.rows).toEqual([])
  })
})

describe('a webhook that Telegram cannot reach', () => {
  it('shows in the state until Telegram gets through, and is set again when it was taken away', async () => {
    const server = await new TelegramServer({ timeScale: 0.01 }).start()
    const url = 'http://127.0.0.1:9/hooks/telegram'
    const channel = telegramChannel(server, { webhook: { url, secret } })
    await channel.start(new Inbox().accept)
    await expect.poll(() => server.webhook?.info().url, { timeout: 8000 }).toBe(url)
    expect(channel.state().state).toBe('running')

    server.user('Maya').say('halo')
    await expect.poll(() => channel.state().note, { timeout: 8000 }).toMatch(/cannot deliver.*PUBLIC_URL/)
    server.updates.drop()
    await expect.poll(() => channel.state().state, { timeout: 8000 }).toBe('running')

    await fetch(`${server.apiRoot}/bot${server.token}/deleteWebhook`)
    await expect.poll(() => server.webhook?.info().url, { timeout: 8000 }).toBe(url)
    await channel.stop()
    await server.stop()
  })
})
