import { randomUUID } from 'node:crypto'
import type { CallbackQuery, Chat, InlineKeyboardMarkup, Message, ReplyKeyboardMarkup, User } from 'grammy/types'
import { ApiError, badRequest } from './api-error.ts'

export const mainToken = '123456789:AAstand-in_for-tests-only-0123456789abc'

export const bot: User = { id: 123456789, is_bot: true, first_name: 'Kentongan Uji', username: 'kentongan_uji_bot' }

/** One chat and all that was said in it. */
export interface ChatRoom {
  chat: Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat
  readonly messages: Map<number, Message>
  /** The person blocked the bot, or the bot was thrown out. */
  closed: 'blocked' | 'kicked' | undefined
  /** The group became this supergroup. */
  movedTo: number | undefined
  /** What the phone shows below the input field. */
  keyboard: ReplyKeyboardMarkup | undefined
}

interface StoredFile {
  readonly id: string
  readonly path: string
  readonly content: Uint8Array | AsyncIterable<Uint8Array>
  readonly size: number | undefined
  readonly name: string | undefined
  readonly mime: string | undefined
}

/** Everything the server remembers about chats, messages, files and pressed buttons. */
export class Chats {
  readonly rooms = new Map<number, ChatRoom>()
  readonly files = new Map<string, StoredFile>()
  readonly #presses = new Map<string, 'open' | 'done'>()
  #messageId = 100
  #fileNumber = 0
  /** Seconds since 1970; tests may stand still. */
  now: () => number = () => Math.floor(Date.now() / 1000)

  open(chat: ChatRoom['chat']): ChatRoom {
    const known = this.rooms.get(chat.id)
    if (known) return known
    const room: ChatRoom = { chat, messages: new Map(), closed: undefined, movedTo: undefined, keyboard: undefined }
    this.rooms.set(chat.id, room)
    return room
  }

  /** The chat that the bot may write to. Throws Telegram's refusals. */
  forBot(chatId: number | undefined): ChatRoom {
    if (chatId === undefined) throw badRequest('chat_id is empty')
    const room = this.rooms.get(chatId)
    // before the person wrote first, the bot cannot even see the chat
    if (!room) throw badRequest('chat not found')
    if (room.movedTo !== undefined)
      throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: room.movedTo,
      })
    if (room.closed === 'blocked') throw new ApiError(403, 'Forbidden: bot was blocked by the user')
    if (room.closed === 'kicked') throw new ApiError(403, 'Forbidden: bot was kicked from the group chat')
    return room
  }

  /** Ids run through all private chats of the bot, as Telegram's do. */
  add(room: ChatRoom, from: User, content: Partial<Message>): Message {
    this.#messageId += 1
    const message = {
      message_id: this.#messageId,
      from,
      chat: room.chat,
      date: this.now(),
      ...content,
    } as Message
    room.messages.set(message.message_id, message)
    return message
  }

  addFile(
    content: StoredFile['content'],
    about: { folder: string; name?: string; mime?: string; size?: number },
  ): StoredFile {
    this.#fileNumber += 1
    const extension = about.name?.split('.').at(-1) ?? (about.folder === 'photos' ? 'jpg' : 'dat')
    const file: StoredFile = {
      id: `FILE-${this.#fileNumber}`,
      path: `${about.folder}/file_${this.#fileNumber}.${extension}`,
      content,
      size: about.size ?? (content instanceof Uint8Array ? content.length : undefined),
      name: about.name,
      mime: about.mime,
    }
    this.files.set(file.id, file)
    return file
  }

  press(from: User, message: Message, data: string, isOld: boolean): CallbackQuery {
    const id = randomUUID()
    this.#presses.set(id, isOld ? 'done' : 'open')
    return { id, from, message, chat_instance: String(message.chat.id), data }
  }

  answerPress(id: string | undefined): void {
    if (id === undefined || this.#presses.get(id) !== 'open')
      throw badRequest('query is too old and response timeout expired or query ID is invalid')
    this.#presses.set(id, 'done')
  }

  isPressAnswered(id: string): boolean {
    return this.#presses.get(id) === 'done'
  }
}

/** Message text as Telegram takes it: trimmed, not empty, at most `max` UTF-16 units. */
export function checkedText(text: string | undefined, max: number, empty: string, long: string): string {
  const trimmed = (text ?? '').trim()
  if (trimmed === '') throw badRequest(empty)
  if (trimmed.length > max) throw badRequest(long)
  return trimmed
}

export function checkedKeyboard(markup: InlineKeyboardMarkup): InlineKeyboardMarkup {
  for (const key of markup.inline_keyboard.flat()) {
    if (!('callback_data' in key)) throw badRequest("can't parse inline keyboard button: text buttons are unallowed")
    if (key.text.trim() === '') throw badRequest("can't parse inline keyboard button: button text is empty")
    const bytes = Buffer.byteLength(key.callback_data)
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
  }
  return markup
}
