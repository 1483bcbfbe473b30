import type {
  BotCommand,
  InlineKeyboardMarkup,
  Message,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  UserFromGetMe,
} from 'grammy/types'
import { badRequest } from './api-error.ts'
import { bot, type ChatRoom, type Chats, checkedKeyboard, checkedText } from './chats.ts'
import type { Params, UploadedFile } from './params.ts'
import type { UpdateQueue } from './update-queue.ts'
import { WebhookDelivery } from './webhook-delivery.ts'

/** What the methods work on. */
export interface ServerState {
  readonly chats: Chats
  readonly updates: UpdateQueue
  readonly commands: Map<string, readonly BotCommand[]>
  readonly timeScale: number
  webhook: WebhookDelivery | undefined
  /** Tells those who wait that the bot said or changed something. */
  readonly changed: (message: Message) => void
}

interface Method {
  /** Other parameters are refused: a misspelt one would go unnoticed at Telegram. */
  readonly takes: readonly string[]
  readonly run: (params: Params, state: ServerState) => unknown
}

const MB = 1024 * 1024
const sending = [
  'chat_id',
  'reply_markup',
  'link_preview_options',
  'disable_notification',
  'protect_content',
  'parse_mode',
]

/** The methods that this server knows, by lower-case name. */
export const methods: Readonly<Record<string, Method>> = {
  getme: { takes: [], run: getMe },
  getupdates: { takes: ['offset', 'limit', 'timeout', 'allowed_updates'], run: getUpdates },
  setwebhook: {
    takes: ['url', 'secret_token', 'allowed_updates', 'max_connections', 'drop_pending_updates'],
    run: setWebhook,
  },
  deletewebhook: { takes: ['drop_pending_updates'], run: deleteWebhook },
  getwebhookinfo: { takes: [], run: getWebhookInfo },
  sendmessage: { takes: [...sending, 'text', 'entities'], run: sendMessage },
  editmessagetext: { takes: [...sending, 'message_id', 'text', 'entities'], run: editMessageText },
  editmessagereplymarkup: { takes: ['chat_id', 'message_id', 'reply_markup'], run: editMessageReplyMarkup },
  editmessagecaption: { takes: [...sending, 'message_id', 'caption'], run: editMessageCaption },
  deletemessage: { takes: ['chat_id', 'message_id'], run: deleteMessage },
  answercallbackquery: {
    takes: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
    run: answerCallbackQuery,
  },
  sendphoto: { takes: [...sending, 'photo', 'caption'], run: sendPhoto },
  senddocument: { takes: [...sending, 'document', 'caption'], run: sendDocument },
  sendchataction: { takes: ['chat_id', 'action'], run: sendChatAction },
  getfile: { takes: ['file_id'], run: getFile },
  setmycommands: { takes: ['commands', 'scope', 'language_code'], run: setMyCommands },
  getmycommands: { takes: ['scope', 'language_code'], run: getMyCommands },
}

// Receiving

function getMe(): UserFromGetMe {
  return {
    ...bot,
    is_bot: true,
    username: bot.username ?? '',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  } as UserFromGetMe
}

function getUpdates(params: Params, { updates }: ServerState) {
  updates.subscribe(params.object<string[]>('allowed_updates'))
  return updates.read({
    offset: params.integer('offset') ?? 0,
    limit: params.integer('limit') ?? 100,
    timeout: params.integer('timeout') ?? 0,
  })
}

function setWebhook(params: Params, state: ServerState): true {
  const url = params.text('url') ?? ''
  const secret = params.text('secret_token')
  if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret))
    throw badRequest('secret token contains unallowed characters')
  if (params.flag('drop_pending_updates')) state.updates.drop()
  state.updates.subscribe(params.object<string[]>('allowed_updates'))
  state.webhook?.stop()
  state.webhook = undefined
  if (url === '') return true
  if (!URL.canParse(url)) throw badRequest('bad webhook: invalid URL')
  // Telegram wants https on port 443, 80, 88 or 8443; on this machine plain http will do
  state.webhook = new WebhookDelivery(state.updates, { url, secret }, state.timeScale)
  return true
}

function deleteWebhook(params: Params, state: ServerState): true {
  if (params.flag('drop_pending_updates')) state.updates.drop()
  state.webhook?.stop()
  state.webhook = undefined
  return true
}

function getWebhookInfo(_params: Params, { webhook, updates }: ServerState) {
  return webhook?.info() ?? { url: '', has_custom_certificate: false, pending_update_count: updates.pending.length }
}

// Sending

function sendMessage(params: Params, state: ServerState): Message {
  const room = state.chats.forBot(params.integer('chat_id'))
  const text = checkedText(params.text('text'), 4096, 'message text is empty', 'message is too long')
  return say(state, room, params, { text })
}

function sendPhoto(params: Params, state: ServerState): Message {
  const room = state.chats.forBot(params.integer('chat_id'))
  const upload = requireUpload(params, 'photo', 10 * MB)
  if (!isPicture(upload.bytes)) throw badRequest('IMAGE_PROCESS_FAILED')
  const caption = checkedCaption(params)
  const { id } = state.chats.addFile(upload.bytes, { folder: 'photos', name: upload.name })
  const size = { file_id: id, file_unique_id: `u${id}`, width: 640, height: 480, file_size: upload.bytes.length }
  return say(state, room, params, { photo: [size], ...caption })
}

function sendDocument(params: Params, state: ServerState): Message {
  const room = state.chats.forBot(params.integer('chat_id'))
  const upload = requireUpload(params, 'document', 50 * MB)
  const caption = checkedCaption(params)
  const { id } = state.chats.addFile(upload.bytes, { folder: 'documents', name: upload.name })
  const document = { file_id: id, file_unique_id: `u${id}`, file_name: upload.name, file_size: upload.bytes.length }
  return say(state, room, params, { document, ...caption })
}

function sendChatAction(params: Params, state: ServerState): true {
  state.chats.forBot(params.integer('chat_id'))
  const action = params.text('action')
  if (!['typing', 'upload_photo', 'upload_document'].includes(action ?? ''))
    throw badRequest('wrong parameter action in request')
  return true
}

function answerCallbackQuery(params: Params, { chats }: ServerState): true {
  chats.answerPress(params.text('callback_query_id'))
  return true
}

function say(state: ServerState, room: ChatRoom, params: Params, content: Partial<Message>): Message {
  const markup = params.object<InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove>('reply_markup')
  const inline = markup && 'inline_keyboard' in markup ? { reply_markup: checkedKeyboard(markup) } : {}
  if (markup && 'keyboard' in markup) {
    const keys = markup.keyboard.flat()
    const asks = keys.some((key) => typeof key !== 'string' && ('request_contact' in key || 'request_location' in key))
    if (asks && room.chat.type !== 'private')
      throw badRequest('phone number and location can be requested in private chats only')
    room.keyboard = markup
  }
  if (markup && 'remove_keyboard' in markup) room.keyboard = undefined
  const message = state.chats.add(room, bot, { ...content, ...inline })
  state.changed(message)
  return message
}

// Changing what was sent

function editMessageText(params: Params, state: ServerState): Message {
  const message = requireOwn(params, state, 'edit')
  if (message.text === undefined) throw badRequest('there is no text in the message to edit')
  const text = checkedText(params.text('text'), 4096, 'message text is empty', 'message is too long')
  return change(params, state, message, { text })
}

function editMessageCaption(params: Params, state: ServerState): Message {
  const message = requireOwn(params, state, 'edit')
  if (message.photo === undefined && message.document === undefined)
    throw badRequest('there is no caption in the message to edit')
  return change(params, state, message, checkedCaption(params))
}

function editMessageReplyMarkup(params: Params, state: ServerState): Message {
  return change(params, state, requireOwn(params, state, 'edit'), {})
}

function deleteMessage(params: Params, state: ServerState): true {
  const message = requireOwn(params, state, 'delete')
  state.chats.rooms.get(message.chat.id)?.messages.delete(message.message_id)
  return true
}

/** Leaving the keyboard out takes it away. */
function change(params: Params, state: ServerState, message: Message, content: Partial<Message>): Message {
  const given = params.object<InlineKeyboardMarkup>('reply_markup')
  const reply_markup = given && given.inline_keyboard.length > 0 ? checkedKeyboard(given) : undefined
  const { reply_markup: before, ...rest } = message
  const same =
    JSON.stringify(before) === JSON.stringify(reply_markup) &&
    Object.entries(content).every(
      ([key, value]) => JSON.stringify(message[key as keyof Message]) === JSON.stringify(value),
    )
  if (same)
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  const edited: Message = {
    ...rest,
    ...content,
    ...(reply_markup ? { reply_markup } : {}),
    edit_date: state.chats.now(),
  }
  state.chats.rooms.get(message.chat.id)?.messages.set(message.message_id, edited)
  state.changed(edited)
  return edited
}

function requireOwn(params: Params, { chats }: ServerState, verb: 'edit' | 'delete'): Message {
  const room = chats.forBot(params.integer('chat_id'))
  const message = room.messages.get(params.integer('message_id') ?? 0)
  if (!message) throw badRequest(`message to ${verb} not found`)
  if (message.from?.id !== bot.id) throw badRequest(`message can't be ${verb === 'edit' ? 'edited' : 'deleted'}`)
  return message
}

// Files and menus

function getFile(params: Params, { chats }: ServerState) {
  const file = chats.files.get(params.text('file_id') ?? '')
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
  if ((file.size ?? 0) > 20 * MB) throw badRequest('file is too big')
  return {
    file_id: file.id,
    file_unique_id: `u${file.id}`,
    file_path: file.path,
    ...(file.size === undefined ? {} : { file_size: file.size }),
  }
}

function setMyCommands(params: Params, state: ServerState): true {
  const commands = params.object<BotCommand[]>('commands') ?? []
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  }
  state.commands.set(scopeOf(params), commands)
  return true
}

function getMyCommands(params: Params, state: ServerState) {
  return state.commands.get(scopeOf(params)) ?? []
}

const scopeOf = (params: Params) => params.object<{ type: string }>('scope')?.type ?? 'default'

function checkedCaption(params: Params): { caption?: string } {
  const caption = (params.text('caption') ?? '').trim()
  if (caption.length > 1024) throw badRequest('message caption is too long')
  return caption === '' ? {} : { caption }
}

function requireUpload(params: Params, field: 'photo' | 'document', max: number): UploadedFile {
  const upload = params.file(field)
  if (!upload) throw badRequest(`there is no ${field} in the request`)
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty')
  if (upload.bytes.length > max)
    throw badRequest(
      `file of size ${upload.bytes.length} bytes is too big for a ${field}; the maximum size is ${max} bytes`,
    )
  return upload
}

/** By the first bytes: JPEG, PNG, GIF, WebP. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return head.startsWith('\u00ff\u00d8') || head === '\u0089PNG' || head === 'GIF8' || head === 'RIFF'
}
