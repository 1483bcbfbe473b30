import type { Chat, Message, Update, User } from 'grammy/types'
import { bot, type ChatRoom, type Chats } from './chats.ts'
import type { UpdateQueue } from './update-queue.ts'

export interface World {
  readonly chats: Chats
  readonly updates: UpdateQueue
  /** Resolves when the bot says or changes something next. */
  readonly nextChange: () => Promise<void>
}

/** A person with a phone: what they do becomes updates, what the bot says can be waited for. */
export class TestUser {
  readonly user: User
  readonly #world: World
  readonly #chat: Chat.PrivateChat
  #seen = 0

  constructor(world: World, user: User) {
    this.#world = world
    this.user = user
    this.#chat = { id: user.id, type: 'private', first_name: user.first_name }
  }

  get chatId(): number {
    return this.#chat.id
  }

  /** What the bot said in the private chat and what is left of it, oldest first. */
  get fromBot(): readonly Message[] {
    return [...(this.#room()?.messages.values() ?? [])].filter((message) => message.from?.id === bot.id)
  }

  /** The keys below the input field. */
  get keyboard() {
    return this.#room()?.keyboard
  }

  say(text: string): Message {
    return this.#send({ text: text.trim(), ...commandEntity(text) })
  }

  /** Opens the bot, with the payload of an invitation link. */
  start(payload?: string): Message {
    return this.say(payload === undefined ? '/start' : `/start ${payload}`)
  }

  /** Presses the button with this label (or data) on the latest message that has one. */
  press(labelOrData: string, options: { old?: boolean } = {}): Update['callback_query'] {
    const { chats, updates } = this.#world
    for (const message of this.fromBot.toReversed()) {
      const keys = message.reply_markup?.inline_keyboard.flat() ?? []
      for (const key of keys) {
        if (!('callback_data' in key) || (key.text !== labelOrData && key.callback_data !== labelOrData)) continue
        const press = chats.press(this.user, message, key.callback_data, options.old ?? false)
        updates.push({ callback_query: press })
        return press
      }
    }
    throw new Error(`no button "${labelOrData}" in this chat`)
  }

  /** A press with data of one's own: a bad client can send anything. */
  forgePress(message: Message, data: string): void {
    this.#world.updates.push({ callback_query: this.#world.chats.press(this.user, message, data, false) })
  }

  sendPhoto(bytes: Uint8Array, caption?: string, album?: string): Message {
    const small = this.#world.chats.addFile(bytes.subarray(0, 32), { folder: 'thumbnails', name: 'small.jpg' })
    const large = this.#world.chats.addFile(bytes, { folder: 'photos' })
    const photo = [
      { file_id: small.id, file_unique_id: `u${small.id}`, width: 90, height: 67, file_size: 32 },
      { file_id: large.id, file_unique_id: `u${large.id}`, width: 1280, height: 960, file_size: bytes.length },
    ]
    return this.#send({ photo, ...captioned(caption), ...(album === undefined ? {} : { media_group_id: album }) })
  }

  sendDocument(bytes: Uint8Array, name: string, mime: string, caption?: string): Message {
    const { id } = this.#world.chats.addFile(bytes, { folder: 'documents', name, mime })
    const document = {
      file_id: id,
      file_unique_id: `u${id}`,
      file_name: name,
      mime_type: mime,
      file_size: bytes.length,
    }
    return this.#send({ document, ...captioned(caption) })
  }

  /** A file of any kind of content, also an endless one. */
  sendStream(content: AsyncIterable<Uint8Array>, name: string): Message {
    const { id } = this.#world.chats.addFile(content, { folder: 'documents', name })
    return this.#send({ document: { file_id: id, file_unique_id: `u${id}`, file_name: name } })
  }

  sendVoice(bytes: Uint8Array, seconds: number): Message {
    const { id } = this.#world.chats.addFile(bytes, { folder: 'voice', name: 'voice.oga', mime: 'audio/ogg' })
    const voice = {
      file_id: id,
      file_unique_id: `u${id}`,
      duration: seconds,
      mime_type: 'audio/ogg',
      file_size: bytes.length,
    }
    return this.#send({ voice })
  }

  sendLocation(latitude: number, longitude: number, more: { accuracy?: number; liveSeconds?: number } = {}): Message {
    const location = {
      latitude,
      longitude,
      ...(more.accuracy === undefined ? {} : { horizontal_accuracy: more.accuracy }),
      ...(more.liveSeconds === undefined ? {} : { live_period: more.liveSeconds }),
    }
    return this.#send({ location })
  }

  /** The next position of a live location. */
  move(message: Message, latitude: number, longitude: number): void {
    const location = { ...message.location, latitude, longitude }
    this.#world.updates.push({ edited_message: this.#edited(message, { location }) as never })
  }

  shareContact(phone: string): Message {
    return this.sendContact({ phone_number: phone, first_name: this.user.first_name, user_id: this.user.id })
  }

  sendContact(contact: { phone_number: string; first_name: string; user_id?: number }): Message {
    return this.#send({ contact })
  }

  sendSticker(): Message {
    const { id } = this.#world.chats.addFile(new Uint8Array(8), { folder: 'stickers', name: 's.webp' })
    const sticker = { file_id: id, file_unique_id: `u${id}`, type: 'regular', width: 512, height: 512 } as const
    return this.#send({ sticker: { ...sticker, is_animated: false, is_video: false } })
  }

  /** Any content, with Telegram's fields. */
  send(content: Partial<Message>): Message {
    return this.#send(content)
  }

  edit(messageId: number, text: string): void {
    const message = this.#room()?.messages.get(messageId)
    if (!message) throw new Error(`no message ${messageId} in this chat`)
    this.#world.updates.push({ edited_message: this.#edited(message, { text }) as never })
  }

  block(): void {
    this.#membership('kicked')
  }

  unblock(): void {
    this.#membership('member')
  }

  /** The next message of the bot that was not waited for yet. */
  async waitForMessage(timeoutMs = 5000): Promise<Message> {
    const deadline = Date.now() + timeoutMs
    while (true) {
      const next = this.fromBot.find((message) => message.message_id > this.#seen)
      if (next) {
        this.#seen = next.message_id
        return next
      }
      const left = deadline - Date.now()
      if (left <= 0) throw new Error(`the bot said nothing within ${timeoutMs} ms`)
      await Promise.race([this.#world.nextChange(), new Promise((resolve) => setTimeout(resolve, left))])
    }
  }

  #room(): ChatRoom | undefined {
    return this.#world.chats.rooms.get(this.#chat.id)
  }

  #send(content: Partial<Message>): Message {
    const room = this.#world.chats.open(this.#chat)
    if (room.closed === 'blocked') throw new Error('who blocked the bot cannot write to it')
    const message = this.#world.chats.add(room, this.user, content)
    this.#world.updates.push({ message: message as never })
    return message
  }

  #edited(message: Message, content: Partial<Message>): Message {
    const edited = { ...message, ...content, edit_date: this.#world.chats.now() }
    this.#room()?.messages.set(message.message_id, edited)
    return edited
  }

  #membership(status: 'kicked' | 'member'): void {
    const room = this.#world.chats.open(this.#chat)
    room.closed = status === 'kicked' ? 'blocked' : undefined
    this.#world.updates.push({
      my_chat_member: membership(this.#chat, this.user, status, this.#world.chats.now()) as never,
    })
  }
}

/** A group with people in it; what they say is heard by the bot only when Telegram's privacy mode lets it. */
export class TestGroup {
  readonly #world: World
  readonly room: ChatRoom

  constructor(world: World, id: number, title: string) {
    this.#world = world
    this.room = world.chats.open({ id, type: 'group', title })
  }

  say(from: TestUser, text: string, replyTo?: Message): Message {
    const reply = replyTo ? { reply_to_message: replyTo as never } : {}
    const message = this.#world.chats.add(this.room, from.user, { text, ...commandEntity(text), ...reply })
    this.#world.updates.push({ message: message as never })
    return message
  }

  addBot(by: TestUser): void {
    this.room.closed = undefined
    this.#world.updates.push({
      my_chat_member: membership(this.room.chat, by.user, 'member', this.#world.chats.now()) as never,
    })
  }

  removeBot(by: TestUser): void {
    this.room.closed = 'kicked'
    this.#world.updates.push({
      my_chat_member: membership(this.room.chat, by.user, 'kicked', this.#world.chats.now()) as never,
    })
  }

  /** The group becomes a supergroup under a new id. `quietly`: the notices of it were never fetched. */
  migrate(newId: number, by: TestUser, { quietly = false } = {}): TestGroup {
    this.room.movedTo = newId
    const title = 'title' in this.room.chat ? (this.room.chat.title ?? '') : ''
    const after = new TestGroup(this.#world, newId, title)
    after.room.chat = { id: newId, type: 'supergroup', title }
    if (quietly) return after
    const notice = this.#world.chats.add(this.room, by.user, { migrate_to_chat_id: newId })
    this.#world.updates.push({ message: notice as never })
    const arrival = this.#world.chats.add(after.room, by.user, { migrate_from_chat_id: this.room.chat.id })
    this.#world.updates.push({ message: arrival as never })
    return after
  }
}

function membership(chat: ChatRoom['chat'], from: User, status: 'kicked' | 'member', date: number) {
  const other = status === 'member' ? 'kicked' : 'member'
  const as = (state: string) => ({ user: bot, status: state, ...(state === 'kicked' ? { until_date: 0 } : {}) })
  return { chat, from, date, old_chat_member: as(other), new_chat_member: as(status) }
}

const captioned = (caption: string | undefined) => (caption === undefined ? {} : { caption })

function commandEntity(text: string) {
  const command = /^\/\w+(?:@\w+)?/.exec(text)
  return command ? { entities: [{ type: 'bot_command' as const, offset: 0, length: command[0].length }] } : {}
}
