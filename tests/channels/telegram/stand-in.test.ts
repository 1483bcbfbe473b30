/** The stand-in is only worth something while it behaves as Telegram does: its own rules, without our channel. */
import { serve } from '@hono/node-server'
import { Api, GrammyError, InputFile } from 'grammy'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TelegramServer } from '../../support/telegram-server/telegram-server.ts'
import type { TestUser } from '../../support/telegram-server/user.ts'
import { stored } from '../contract.ts'

describe('the Telegram stand-in', () => {
  let server: TelegramServer
  let api: Api
  let maya: TestUser
  let chat: number

  beforeEach(async () => {
    server = await new TelegramServer({ timeScale: 0.01 }).start()
    api = new Api(server.token, { apiRoot: server.apiRoot })
    maya = server.user('Maya')
    chat = maya.chatId
    maya.say('halo')
  })
  afterEach(() => server.stop())

  const refusal = async (call: Promise<unknown>): Promise<string> => {
    const error: unknown = await call.catch((thrown: unknown) => thrown)
    return error instanceof GrammyError ? `${error.error_code} ${error.description}` : 'no refusal'
  }
  const ids = async (offset: number, limit = 100) =>
    (await api.getUpdates({ offset, limit })).map((update) => update.update_id)

  it('gives updates again until an offset confirms them', async () => {
    maya.say('dua')
    maya.say('tiga')
    expect(await ids(0)).toEqual([1, 2, 3])
    expect(await ids(0, 2)).toEqual([1, 2])
    expect(await ids(3)).toEqual([3])
    expect(await ids(0)).toEqual([3])
    expect(await ids(4)).toEqual([])
    maya.say('empat')
    expect(await ids(500)).toEqual([4])
    maya.say('lima')
    expect(await ids(-1)).toEqual([5])
  })

  it('holds a poll until something comes', async () => {
    const startedAt = performance.now()
    const waiting = api.getUpdates({ offset: 2, timeout: 5 })
    setTimeout(() => maya.say('dua'), 100)
    expect((await waiting).map((update) => update.update_id)).toEqual([2])
    expect(performance.now() - startedAt).toBeGreaterThan(80)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  it('lets one poll wait, not two', async () => {
    const first = refusal(api.getUpdates({ offset: 2, timeout: 5 }))
    await new Promise((resolve) => setTimeout(resolve, 50))
    const second = api.getUpdates({ offset: 2, timeout: 5 })
    expect(await first).toMatch(/^409 Conflict: terminated by other getUpdates request/)
    maya.say('dua')
    expect((await second).length).toBe(1)
  })

  it('remembers what was subscribed to', async () => {
    await api.getUpdates({ offset: 2, allowed_updates: ['callback_query'] })
    maya.say('dua')
    expect(await ids(0)).toEqual([])
  })

  it.each<[string, (api: Api, chat: number) => Promise<unknown>, string]>([
    ['an empty text', (bot, to) => bot.sendMessage(to, ' \n'), '400 Bad Request: message text is empty'],
    ['a text too long', (bot, to) => bot.sendMessage(to, 'x'.repeat(4097)), '400 Bad Request: message is too long'],
    ['an unknown chat', (bot) => bot.sendMessage(42, 'x'), '400 Bad Request: chat not found'],
    [
      'button data of 65 bytes',
      (bot, to) =>
        bot.sendMessage(to, 'x', {
          reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: `${'é'.repeat(32)}x` }]] },
        }),
      '400 Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'an edit of nothing',
      (bot, to) => bot.editMessageText(to, 999, 'x'),
      '400 Bad Request: message to edit not found',
    ],
    [
      'an edit of what a person said',
      (bot, to) => bot.editMessageText(to, 101, 'x'),
      "400 Bad Request: message can't be edited",
    ],
    ['deleting nothing', (bot, to) => bot.deleteMessage(to, 999), '400 Bad Request: message to delete not found'],
    [
      'an unknown press',
      (bot) => bot.answerCallbackQuery('1'),
      '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    [
      'an unknown file',
      (bot) => bot.getFile('x'),
      '400 Bad Request: wrong file_id or the file is temporarily unavailable',
    ],
    [
      'a caption too long',
      (bot, to) => bot.sendDocument(to, new InputFile(stored.report!, 'a.pdf'), { caption: 'x'.repeat(1025) }),
      '400 Bad Request: message caption is too long',
    ],
    [
      'a photo that is none',
      (bot, to) => bot.sendPhoto(to, new InputFile(stored.report!, 'a.jpg')),
      '400 Bad Request: IMAGE_PROCESS_FAILED',
    ],
    [
      'a misspelt command',
      (bot) => bot.setMyCommands([{ command: 'Mulai', description: 'x' }]),
      '400 Bad Request: BOT_COMMAND_INVALID',
    ],
    [
      'a weak secret',
      (bot) => bot.setWebhook('https://contoh.id/x', { secret_token: 'a b' }),
      '400 Bad Request: secret token contains unallowed characters',
    ],
  ])('refuses %s in Telegram’s words', async (_, call, words) => {
    expect(await refusal(call(api, chat))).toBe(words)
  })

  it('takes limits to the letter', async () => {
    expect((await api.sendMessage(chat, 'x'.repeat(4096))).text?.length).toBe(4096)
    const keyboard = { inline_keyboard: [[{ text: 'Ya', callback_data: 'é'.repeat(32) }]] }
    await api.sendMessage(chat, 'x', { reply_markup: keyboard })
  })

  it('edits, says when nothing changes, and takes the keyboard away', async () => {
    const keyboard = { inline_keyboard: [[{ text: 'Ya', callback_data: 'y' }]] }
    const { message_id } = await api.sendMessage(chat, 'satu', { reply_markup: keyboard })
    expect(await refusal(api.editMessageText(chat, message_id, 'satu', { reply_markup: keyboard }))).toMatch(
      /not modified/,
    )
    await api.editMessageText(chat, message_id, 'satu')
    expect(maya.fromBot[0]).not.toHaveProperty('reply_markup')
    await api.editMessageReplyMarkup(chat, message_id, { reply_markup: keyboard })
    expect(maya.fromBot[0]).toHaveProperty('reply_markup')
    await api.deleteMessage(chat, message_id)
    expect(maya.fromBot).toEqual([])
  })

  it('knows blocking, and tells of it', async () => {
    maya.block()
    expect(await refusal(api.sendMessage(chat, 'x'))).toBe('403 Forbidden: bot was blocked by the user')
    maya.unblock()
    await api.sendMessage(chat, 'x')
    const updates = await api.getUpdates({ offset: 2 })
    expect(updates.map((update) => update.my_chat_member?.new_chat_member.status)).toEqual(['kicked', 'member'])
  })

  it('takes parameters as query, form, JSON and multipart, methods in any case, and refuses misspelt ones', async () => {
    const root = `${server.apiRoot}/bot${server.token}`
    await fetch(`${root}/SENDMESSAGE?chat_id=${chat}&text=satu`)
    await fetch(`${root}/sendmessage`, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(chat), text: 'dua' }),
    })
    const form = new FormData()
    form.set('chat_id', String(chat))
    form.set('text', 'tiga')
    await fetch(`${root}/sendMessage`, { method: 'POST', body: form })
    await api.sendMessage(chat, 'empat')
    expect(maya.fromBot.map((message) => message.text)).toEqual(['satu', 'dua', 'tiga', 'empat'])
    expect(await (await fetch(`${root}/sendMessage?chatid=1`)).json()).toMatchObject({ ok: false, error_code: 400 })
    expect(await (await fetch(`${root}/nonsense`)).json()).toMatchObject({ ok: false, error_code: 404 })
    expect((await fetch(`${server.apiRoot}/bot1:wrong/getMe`)).status).toBe(401)
  })

  it('gives files out, both ways', async () => {
    const sent = await api.sendPhoto(chat, new InputFile(stored.dot!, 'dot.png'), { caption: 'titik' })
    const { file_path } = await api.getFile(sent.photo.at(-1)?.file_id ?? '')
    const response = await fetch(`${server.apiRoot}/file/bot${server.token}/${file_path}`)
    expect(Buffer.from(await response.arrayBuffer()).equals(stored.dot!)).toBe(true)
  })

  it('keeps menus by scope', async () => {
    await api.setMyCommands([{ command: 'mulai', description: 'Mulai' }], { scope: { type: 'all_private_chats' } })
    expect(await api.getMyCommands({ scope: { type: 'all_private_chats' } })).toHaveLength(1)
    expect(await api.getMyCommands()).toEqual([])
  })

  it('posts to a webhook with the secret, each chat in order, again until it is taken', async () => {
    const rudi = server.user('Rudi')
    const taken: string[] = []
    let refusals = 3
    const door = serve({
      port: 0,
      hostname: '127.0.0.1',
      fetch: async (request) => {
        const update = (await request.json()) as { message: { text: string; chat: { id: number } } }
        if (request.headers.get('x-telegram-bot-api-secret-token') !== 'rahasia')
          return new Response(null, { status: 401 })
        if (update.message.chat.id === chat && refusals-- > 0) return new Response(null, { status: 500 })
        taken.push(update.message.text)
        return new Response()
      },
    })
    await new Promise((resolve) => (door.listening ? resolve(undefined) : door.once('listening', resolve)))
    const address = door.address()
    const port = typeof address === 'object' && address ? address.port : 0
    maya.say('dua')
    rudi.say('dari Rudi')
    await api.setWebhook(`http://127.0.0.1:${port}/x`, { secret_token: 'rahasia' })
    expect(await refusal(api.getUpdates())).toMatch(
      /^409 Conflict: can't use getUpdates method while webhook is active/,
    )
    await expect.poll(() => taken.length, { timeout: 8000 }).toBe(3)
    expect(taken).toEqual(['dari Rudi', 'halo', 'dua'])
    expect(await api.getWebhookInfo()).toMatchObject({
      pending_update_count: 0,
      last_error_message: 'Wrong response from the webhook: 500',
    })
    await api.deleteWebhook()
    expect((await api.getWebhookInfo()).url).toBe('')
    await new Promise((resolve) => door.close(resolve))
  })
})
