import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TelegramChannel } from '../../../src/channels/telegram/telegram-channel.ts'
import { silentLogger } from '../../../src/lib/logger.ts'
import { flood } from '../../support/telegram-server/faults.ts'
import { TelegramServer } from '../../support/telegram-server/telegram-server.ts'
import { Inbox, readStored } from '../contract.ts'
import { quickPace, telegramChannel } from '../telegram-stage.ts'

describe('the poll loop', () => {
  let server: TelegramServer
  let inbox: Inbox
  let channel: TelegramChannel

  beforeEach(async () => {
    server = await new TelegramServer().start()
    inbox = new Inbox()
    channel = telegramChannel(server)
  })
  afterEach(async () => {
    await channel.stop()
    await server.stop()
  })

  it('asks for the four kinds of update that it reads', async () => {
    await channel.start(inbox.accept)
    await vi.waitFor(() => expect(server.updates.polls).toBeGreaterThan(0), { timeout: 8000 })
    expect(server.updates.allowed).toEqual(['message', 'edited_message', 'callback_query', 'my_chat_member'])
  })

  it('confirms an update only after it is committed', async () => {
    let commit = (): void => undefined
    await channel.start(async (messages) => {
      await new Promise<void>((resolve) => {
        commit = resolve
      })
      await inbox.accept(messages)
    })
    server.user('Maya').say('satu')
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(server.updates.pending.length).toBe(1)

    commit()
    await vi.waitFor(() => expect(server.updates.pending.length).toBe(0), { timeout: 8000 })
    expect(inbox.texts).toEqual(['satu'])
  })

  it('takes a backlog of many batches, each message once and in order', async () => {
    const maya = server.user('Maya')
    const lines = Array.from({ length: 250 }, (_, i) => `baris ${i}`)
    for (const line of lines) maya.say(line)
    await channel.start(inbox.accept)

    await inbox.until((rows) => rows.length === 250)
    expect(inbox.texts).toEqual(lines)
    expect(Math.max(...inbox.deliveries.values())).toBe(1)
  })

  it('goes on when Telegram starts a new row of update ids below or far above the old', async () => {
    const maya = server.user('Maya')
    server.updates.jumpTo(900_000)
    await channel.start(inbox.accept)
    maya.say('satu')
    await inbox.until((rows) => rows.length === 1)
    await vi.waitFor(() => expect(server.updates.pending.length).toBe(0), { timeout: 8000 })
    server.updates.jumpTo(17)
    maya.say('dua')
    await inbox.until((rows) => rows.length === 2)
    await vi.waitFor(() => expect(server.updates.pending.length).toBe(0), { timeout: 8000 })
    server.updates.jumpTo(2_000_000_000)
    maya.say('tiga')

    await inbox.until((rows) => rows.length === 3)
    expect(inbox.texts).toEqual(['satu', 'dua', 'tiga'])
  })

  it('takes a webhook of earlier days away', async () => {
    const maya = server.user('Maya')
    await fetch(`${server.apiRoot}/bot${server.token}/setWebhook?url=http://127.0.0.1:9/x`)
    maya.say('halo')
    await channel.start(inbox.accept)

    await inbox.until((rows) => rows.length === 1)
    expect(server.webhook).toBeUndefined()
  })

  it('gives way to another poller without dying, and says so', async () => {
    const rival = telegramChannel(server)
    await channel.start(inbox.accept)
    await rival.start(inbox.accept)
    await vi.waitFor(
      () =>
        expect([channel.state().note, rival.state().note].join()).toContain('Another program receives with the same'),
      { timeout: 8000, interval: 5 },
    )
    await rival.stop()
    server.user('Maya').say('halo')

    await inbox.until((rows) => rows.length === 1)
    await vi.waitFor(() => expect(channel.state().state).toBe('running'), { timeout: 8000 })
  })

  it.each<[string, Parameters<TelegramServer['faults']['next']>[1], RegExp]>([
    ['a withdrawn token', { kind: 'error', code: 401, description: 'Unauthorized' }, /check TELEGRAM_BOT_TOKEN/],
    ['an ill server', { kind: 'error', code: 500, description: 'Internal Server Error' }, /error 500/],
    ['a gateway page', { kind: 'gateway', status: 502 }, /cannot be reached/],
    ['a cut line', { kind: 'cut', when: 'before' }, /cannot be reached/],
    ['an answer lost on the way', { kind: 'cut', when: 'after' }, /cannot be reached/],
  ])('survives %s', async (_, fault, note) => {
    await channel.start(inbox.accept)
    await vi.waitFor(() => expect(channel.state().state).toBe('running'), { timeout: 8000 })
    server.faults.next('getUpdates', fault, { times: 6 })
    server.user('Maya').say('satu')
    await vi.waitFor(
      () => expect(channel.state()).toMatchObject({ state: 'degraded', note: expect.stringMatching(note) }),
      { timeout: 8000, interval: 5 },
    )

    await inbox.until((rows) => rows.length === 1)
    await vi.waitFor(() => expect(channel.state()).not.toHaveProperty('note'), { timeout: 8000 })
  })

  it('waits as long as Telegram asks', async () => {
    server.faults.next('getUpdates', flood(1))
    await channel.start(inbox.accept)
    server.user('Maya').say('satu')
    const startedAt = performance.now()
    await inbox.until((rows) => rows.length === 1)
    expect(performance.now() - startedAt).toBeGreaterThan(900)
  })

  it('starts with a dead server, waits longer each time and logs one line', async () => {
    await server.stop()
    const lines: string[] = []
    const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
    channel = telegramChannel(server, { logger, pace: { ...quickPace, firstWait: 40, longestWait: 10_000 } })
    const starting = channel.start(inbox.accept)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(channel.state()).toMatchObject({ state: 'degraded' })
    expect(lines.length).toBe(1)
    await server.start()
    server.user('Maya').say('satu')
    await starting

    await inbox.until((rows) => rows.length === 1)
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'Telegram cannot be reached: check the network and TELEGRAM_API_ROOT',
      'Telegram works again',
    ])
    const { tries } = JSON.parse(lines[1] ?? '{}') as { tries: number }
    expect(tries).toBeLessThan(8)
  })

  it('works with a server that knows only the bare methods', async () => {
    server.faults.disable(
      'setMyCommands',
      'getWebhookInfo',
      'deleteWebhook',
      'setWebhook',
      'sendChatAction',
      'answerCallbackQuery',
      'editMessageText',
      'sendPhoto',
      'sendDocument',
    )
    const maya = server.user('Maya')
    await channel.start(inbox.accept)
    maya.say('halo')
    await inbox.until((rows) => rows.length === 1)
    const to = { userId: String(maya.chatId), chatId: String(maya.chatId) }
    const attachment = { kind: 'photo', hash: 'dot', name: 'titik.png', mime: 'image/png' } as const

    expect(
      await channel.send(to, { text: 'satu', pressRef: 'x', choices: [{ label: 'Ya', data: 'y' }] }, 0),
    ).toMatchObject({ kind: 'sent' })
    expect(await channel.send(to, { text: 'dua', replaces: '101' }, 0)).toMatchObject({ kind: 'sent' })
    expect(await channel.send(to, { text: 'tiga', attachment }, 0)).toMatchObject({ kind: 'sent' })
    expect(maya.fromBot.map((message) => message.text)).toEqual(['satu', 'dua', 'tiga'])
    expect(channel.state().state).toBe('running')
  })

  it('fills the menus with the words that always work', async () => {
    await channel.start(inbox.accept)
    await vi.waitFor(
      () =>
        expect([...server.commands.keys()].sort()).toEqual([
          'all_chat_administrators',
          'all_group_chats',
          'all_private_chats',
        ]),
      { timeout: 8000 },
    )
    const words = server.commands.get('all_private_chats')?.map((entry) => entry.command)
    expect(words).toEqual(
      expect.arrayContaining(['mulai', 'lanjut', 'kembali', 'ubah', 'bantuan', 'data_saya', 'berhenti']),
    )
  })

  it('knows its link once it knows its name', async () => {
    expect(channel.inviteLink('k7Jq-2_x')).toBeUndefined()
    await channel.start(inbox.accept)
    expect(channel.inviteLink('k7Jq-2_x')).toBe('https://t.me/kentongan_uji_bot?start=k7Jq-2_x')
    expect(channel.inviteLink('not a code')).toBeUndefined()
    expect(channel.inviteLink('x'.repeat(65))).toBeUndefined()
  })
})

/** A server without memory for offsets, of the kind that people write in an afternoon. */
async function simpleServer(
  getUpdates: (body: { offset?: number }) => unknown,
): Promise<{ http: Server; root: string; polls: () => number }> {
  let polls = 0
  const http = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const isPoll = request.url?.endsWith('/getUpdates')
      if (isPoll) polls += 1
      const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { offset?: number }
      const result = isPoll ? getUpdates(body) : { id: 1, is_bot: true, first_name: 'x', username: 'x_bot' }
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }))
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return { http, root: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, polls: () => polls }
}

describe('a server that answers polls at once', () => {
  const chat = { id: 5001, type: 'private' }
  const update = (id: number) => ({ update_id: id, message: { message_id: id, date: 1, chat, text: `pesan ${id}` } })
  const start = async (apiRoot: string, inbox: Inbox) => {
    const channel = new TelegramChannel({ token: '1:x', apiRoot, readFile: readStored, logger: silentLogger })
    await channel.start(inbox.accept)
    return channel
  }

  it.concurrent.each<[string, (body: { offset?: number }) => unknown]>([
    ['with nothing', () => []],
    ['with the same again, whatever the offset', () => [update(1), update(2)]],
    ['with what is no list', () => ({})],
    ['with updates that are none', () => [null, 7, { update_id: 'x' }]],
  ])('%s does not make it spin', async (_, getUpdates) => {
    const inbox = new Inbox()
    const server = await simpleServer(getUpdates)
    const channel = await start(server.root, inbox)
    await new Promise((resolve) => setTimeout(resolve, 2000))
    await channel.stop()
    await new Promise((resolve) => server.http.close(resolve))

    expect(server.polls()).toBeGreaterThanOrEqual(2)
    expect(server.polls()).toBeLessThanOrEqual(8)
  })

  it('is asked at once again while there is news', async () => {
    const inbox = new Inbox()
    let id = 0
    const server = await simpleServer(() => (id < 60 ? [update((id += 1))] : []))
    const startedAt = performance.now()
    const channel = await start(server.root, inbox)
    await inbox.until((rows) => rows.length === 60)
    expect(performance.now() - startedAt).toBeLessThan(2000)
    await channel.stop()
    await new Promise((resolve) => server.http.close(resolve))
    expect(inbox.texts.length).toBe(60)
  })
})
