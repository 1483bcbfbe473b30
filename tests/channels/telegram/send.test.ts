import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TelegramChannel } from '../../../src/channels/telegram/telegram-channel.ts'
import type { OutboundMessage } from '../../../src/messages/outbound.ts'
import { flood } from '../../support/telegram-server/faults.ts'
import { TelegramServer } from '../../support/telegram-server/telegram-server.ts'
import type { TestUser } from '../../support/telegram-server/user.ts'
import { Inbox, stored } from '../contract.ts'
import { quickPace, telegramChannel } from '../telegram-stage.ts'

const now = Date.UTC(2026, 2, 2, 1)

describe('sending over Telegram', () => {
  let server: TelegramServer
  let channel: TelegramChannel
  let inbox: Inbox
  let maya: TestUser
  const send = (message: OutboundMessage, to = maya) =>
    channel.send({ userId: String(to.chatId), chatId: String(to.chatId) }, message, now)

  beforeEach(async () => {
    server = await new TelegramServer().start()
    channel = telegramChannel(server)
    inbox = new Inbox()
    await channel.start(inbox.accept)
    maya = server.user('Maya')
    maya.say('halo')
    await inbox.latest()
  })
  afterEach(async () => {
    await channel.stop()
    await server.stop()
  })

  it('never asks for markup to be read, nor for a preview of links', async () => {
    await send({ text: 'lihat https://contoh.id *ini*' })
    const [{ params } = { params: {} }] = server.calls('sendMessage')
    expect(params).not.toHaveProperty('parse_mode')
    expect(params).toMatchObject({ link_preview_options: { is_disabled: true } })
  })

  it('plays a whole exchange: question, press, answer to the press, next question in its place', async () => {
    await send({ text: 'Bagaimana?', choices: [{ label: 'Belum', data: 'a1.1.1' }] })
    maya.press('Belum')
    await inbox.until((rows) => rows.length === 2)
    const { content } = inbox.rows[1]!
    if (content.kind !== 'choice') throw new Error('no choice')
    const { pressRef = '', messageRef = '' } = content
    expect(await send({ text: 'Tercatat: Belum', pressRef, replaces: messageRef })).toEqual({
      kind: 'sent',
      messageRef,
    })

    await vi.waitFor(() => expect(server.chats.isPressAnswered(pressRef)).toBe(true), { timeout: 8000 })
    expect(maya.fromBot.map((message) => [message.text, message.reply_markup])).toEqual([
      ['Tercatat: Belum', undefined],
    ])
  })

  it('does not mind a press that is too old to be answered', async () => {
    await send({ text: 'Bagaimana?', choices: [{ label: 'Belum', data: 'a1.1.1' }] })
    const press = maya.press('Belum', { old: true })
    expect(await send({ text: 'Tercatat', pressRef: press?.id ?? '' })).toMatchObject({ kind: 'sent' })
    expect(await send({ text: '', pressRef: press?.id ?? '' })).toEqual({ kind: 'sent' })
  })

  it('does not wait for the courtesies', async () => {
    server.faults.next('answerCallbackQuery', { kind: 'hang' })
    server.faults.next('sendChatAction', { kind: 'hang' })
    const attachment = { kind: 'document', hash: 'report', name: 'laporan (1).pdf', mime: 'application/pdf' } as const
    const startedAt = performance.now()
    expect(await send({ text: 'Laporan', pressRef: 'x', attachment })).toMatchObject({ kind: 'sent' })
    expect(performance.now() - startedAt).toBeLessThan(800)
    expect(maya.fromBot[0]?.document?.file_name).toBe('laporan _1_.pdf')
  })

  it('takes the request keyboard away with the next plain message', async () => {
    await send({ text: 'Nomor Bapak/Ibu?', requests: 'contact' })
    expect(maya.keyboard?.keyboard).toEqual([[{ text: 'Kirim nomor HP saya', request_contact: true }]])
    await send({ text: 'Terima kasih' })
    expect(maya.keyboard).toBeUndefined()
    await send({ text: 'Lanjut' })
    expect(server.calls('sendMessage').at(-1)?.params).not.toHaveProperty('reply_markup')
  })

  it('asks a group for no number: it cannot give one', async () => {
    const group = server.group('Camat Contoh')
    group.addBot(maya)
    const to = { userId: '-4001', chatId: String(group.room.chat.id) }
    const choices = [{ label: 'Nanti', data: 'cnanti' }]
    expect(await channel.send(to, { text: 'Nomor?', requests: 'contact', choices }, now)).toMatchObject({
      kind: 'sent',
    })
    expect([...group.room.messages.values()][0]?.reply_markup).toBeDefined()
  })

  it('waits between parts when told to, and says no part twice', async () => {
    await send({ text: 'x' })
    server.ledger.length = 0
    const text = 'Satu kalimat lagi. '.repeat(400)
    server.faults.next('sendMessage', flood(0), { after: 1 })
    expect(await send({ text })).toMatchObject({ kind: 'sent' })
    expect(maya.fromBot.length).toBe(3)
    expect(server.calls('sendMessage').map((call) => call.status)).toEqual([200, 429, 200])
  })

  it('sends a picture that Telegram does not take as a photo as a file', async () => {
    const attachment = { kind: 'photo', hash: 'report', name: 'bukan-foto.png', mime: 'image/png' } as const
    expect(await send({ text: 'Grafik', attachment })).toMatchObject({ kind: 'sent' })
    expect(maya.fromBot[0]).toMatchObject({ caption: 'Grafik', document: { file_name: 'bukan-foto.png' } })
    expect(server.calls('sendDocument')[0]?.files.values().next().value?.bytes).toEqual(stored.report)
  })

  it('blames nobody outside for an attachment that is gone', async () => {
    const attachment = { kind: 'photo', hash: 'gone', name: 'a.png', mime: 'image/png' } as const
    expect(await send({ text: 'Peta', attachment })).toMatchObject({ kind: 'refused', ourFault: true })
    expect(server.calls('sendPhoto')).toEqual([])
  })

  it('calls an address that never wrote unreachable, and a broken one ours', async () => {
    expect(await send({ text: 'Selamat pagi' }, server.user('Rudi'))).toMatchObject({
      kind: 'refused',
      unreachable: true,
    })
    const outcome = await channel.send({ userId: 'x', chatId: '@channel' }, { text: 'Selamat pagi' }, now)
    expect(outcome).toMatchObject({ kind: 'refused', ourFault: true })
  })

  it('sees that the whole channel is slowed when several chats are', async () => {
    const people = ['Rudi', 'Ani', 'Tono'].map((name) => server.user(name))
    for (const person of people) person.say('halo')
    server.faults.next('sendMessage', flood(9), { times: 3 })
    const outcomes = []
    for (const person of people) outcomes.push(await send({ text: 'Selamat pagi' }, person))
    expect(outcomes.map((outcome) => outcome.kind === 'retry' && outcome.wholeChannel === true)).toEqual([
      false,
      false,
      true,
    ])
  })

  it('moves with a group', async () => {
    const group = server.group('Camat Contoh')
    group.addBot(maya)
    const moved = group.migrate(-100_778, maya)
    await inbox.until((rows) => rows.some((row) => row.content.kind === 'moved'))
    expect(inbox.contents).toContainEqual({ kind: 'moved', toChatId: '-100778' })
    const outcome = await channel.send({ userId: '-4001', chatId: '-4001' }, { text: 'Ringkasan' }, now)
    expect(outcome).toMatchObject({ kind: 'refused', movedTo: String(moved.room.chat.id) })
  })
})

describe('the token', () => {
  const token = '987654321:AA-a-token-that-must-never-be-seen'

  it('is in no log, outcome, state or error, whatever goes wrong', async () => {
    const seen: string[] = []
    const logger = pino({ level: 'trace' }, { write: (line: string) => void seen.push(line) })
    const server = await new TelegramServer({ token }).start()
    const inbox = new Inbox()
    const open = (apiRoot: string) => telegramChannel(server, { logger, apiRoot, sendTimeoutMs: 200, pace: quickPace })
    const channel = open(server.apiRoot)
    await channel.start(inbox.accept)
    const maya = server.user('Maya')
    maya.say('halo')
    maya.sendPhoto(stored.dot!)
    await inbox.until((rows) => rows.length === 2)
    const note = (value: unknown) =>
      seen.push(
        value instanceof Error
          ? `${value.message} ${JSON.stringify(value)} ${String(value.cause)} ${value.stack}`
          : JSON.stringify(value),
      )
    const to = { userId: String(maya.chatId), chatId: String(maya.chatId) }
    const { content } = inbox.rows[1]!
    if (content.kind !== 'photo') throw new Error('no photo')
    const { file } = content

    server.faults.next('sendMessage', { kind: 'error', code: 400, description: `Bad Request: see /bot${token}/x` })
    server.faults.next('sendMessage', { kind: 'gateway', status: 502 })
    server.faults.next('sendMessage', { kind: 'cut', when: 'before' })
    server.faults.next('sendMessage', { kind: 'hang' })
    for (let i = 0; i < 4; i += 1) note(await channel.send(to, { text: 'x' }, now))
    server.faults.next('getUpdates', { kind: 'gateway', status: 502 }, { times: 2 })
    server.faults.next('file', { kind: 'cut', when: 'before' })
    await channel.openFile(file).catch(note)
    await channel.openFile({ ref: 'unknown' }).catch(note)
    server.faults.next('getFile', { kind: 'gateway', status: 502 })
    await channel.openFile(file).catch(note)
    await channel.stop()
    await server.stop()
    const dead = open('http://127.0.0.1:9')
    const starting = dead.start(inbox.accept)
    note(await dead.send(to, { text: 'x' }, now))
    await dead.openFile(file).catch(note)
    note(dead.state())
    await dead.stop()
    await starting
    note(channel.state())

    expect(seen.length).toBeGreaterThan(10)
    expect(seen.join('\n')).not.toContain('never-be-seen')
  })
})
