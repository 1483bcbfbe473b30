import { createHash } from 'node:crypto'
import { z } from 'zod'
import { capabilities } from '../../messages/capabilities.ts'
import { cleanText } from '../../messages/clean-text.ts'
import type { FileRef, InboundContent, InboundMessage } from '../../messages/inbound.ts'

/** What parsing must know that the update does not say. */
export interface ParseContext {
  /** From getMe; without it, mentions and replies in groups cannot be told and are ignored. */
  readonly bot?: { readonly id: number; readonly username?: string }
  /** ms UTC; stands in where Telegram gives no time (a button press). */
  readonly receivedAt: number
}

/**
 * One Telegram update as messages: usually one, none for what is not meant for us. Never throws, whatever it is given:
 * a part that is missing or of the wrong shape counts as absent.
 */
export function parseUpdate(update: unknown, context: ParseContext): InboundMessage[] {
  const parsed = updateShape.safeParse(update)
  if (!parsed.success) return []
  const { message, edited_message, callback_query, my_chat_member } = parsed.data
  if (message) return fromMessage(message, Object.keys((update as { message: object }).message), context)
  if (edited_message) return fromEdit(edited_message, context)
  if (callback_query) return fromPress(callback_query, context)
  if (my_chat_member) return fromMembership(my_chat_member, context)
  return []
}

/** The inbox id of a message; an edit refers to it. */
const messageKey = (message: Message) => `m:${message.chat.id}:${message.message_id}`

function fromMessage(message: Message, keys: readonly string[], context: ParseContext): InboundMessage[] {
  if (message.migrate_to_chat_id !== undefined) {
    const moved: InboundContent = { kind: 'moved', toChatId: String(message.migrate_to_chat_id) }
    return [
      {
        ...envelope(message, context),
        userId: String(message.chat.id),
        externalId: messageKey(message),
        content: moved,
      },
    ]
  }
  if (!isForUs(message, context)) return []
  const content = contentOf(message, keys, context)
  return content ? [{ ...envelope(message, context), externalId: messageKey(message), content }] : []
}

function contentOf(message: Message, keys: readonly string[], { bot }: ParseContext): InboundContent | undefined {
  const caption = message.caption === undefined ? undefined : withoutMention(message.caption, bot?.username)
  const captioned = caption ? { caption } : {}

  if (message.text !== undefined) return { kind: 'text', text: withoutMention(message.text, bot?.username) }

  const sizes = message.photo ?? message.live_photo?.photo
  if (sizes && sizes.length > 0) {
    const album = message.media_group_id === undefined ? {} : { album: message.media_group_id }
    return { kind: 'photo', file: photoFile(sizes), ...captioned, ...album }
  }
  // a GIF carries `document` too; both are the same file
  const document = message.document ?? message.video ?? message.video_note
  if (document) return { kind: 'document', file: fileRef(document), ...captioned }

  const voice = message.voice ?? message.audio
  if (voice) {
    const seconds = voice.duration === undefined ? {} : { seconds: voice.duration }
    return { kind: 'voice', file: fileRef(voice), ...seconds }
  }
  if (message.location) {
    const { latitude, longitude, horizontal_accuracy: accuracy } = message.location
    return { kind: 'location', latitude, longitude, ...(accuracy === undefined ? {} : { accuracy }) }
  }
  if (message.contact) {
    const { phone_number, first_name, last_name, user_id } = message.contact
    const name = fullName(first_name, last_name)
    // anybody's card can be sent: only the sender's own one carries the sender's id
    const own = user_id !== undefined && user_id === message.from?.id
    return { kind: 'contact', phone: phone_number, ...(name ? { name } : {}), own }
  }
  const what = keys.find((key) => unreadable.has(key))
  if (what) return { kind: 'unsupported', what }
  // notices ("pinned a message", "changed the timer") are nobody's answer; a kind newer than this code may be one
  const unknown = keys.find((key) => !envelopeKeys.has(key) && !noticeKeys.has(key))
  return unknown && !keys.some((key) => noticeKeys.has(key)) ? { kind: 'unsupported', what: 'unknown' } : undefined
}

function fromEdit(message: Message, context: ParseContext): InboundMessage[] {
  if (!isForUs(message, context)) return []
  // the later positions of a live location come as edits without text, and so do changes that a bot cannot see
  const raw = message.text ?? message.caption
  if (raw === undefined) return []
  const text = withoutMention(raw, context.bot?.username)
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  const editedAt = message.edit_date ?? message.date
  return [
    {
      ...envelope({ ...message, date: editedAt }, context),
      externalId: `e:${message.chat.id}:${message.message_id}:${editedAt}:${hash}`,
      content: { kind: 'edited', text, originalExternalId: messageKey(message) },
    },
  ]
}

function fromPress(press: z.infer<typeof pressShape>, context: ParseContext): InboundMessage[] {
  const { message, data } = press
  // presses in inline results and games carry no message or no data; we send neither
  if (!message || data === undefined) return []
  const button = message.reply_markup?.inline_keyboard?.flat().find((key) => key.callback_data === data)
  const label = button?.text === undefined ? {} : { label: button.text }
  return [
    {
      ...envelope({ chat: message.chat, from: press.from, date: 0 }, context),
      externalId: `c:${press.id}`,
      content: {
        kind: 'choice',
        data: data,
        ...label,
        ...(message.message_id === undefined ? {} : { messageRef: String(message.message_id) }),
        pressRef: press.id,
      },
    },
  ]
}

/** In a private chat `kicked` means that the person blocked the bot; in a group that it was thrown out. */
function fromMembership(change: z.infer<typeof membershipShape>, context: ParseContext): InboundMessage[] {
  const { chat, date, new_chat_member } = change
  if (chat.type === 'channel') return []
  const kind = new_chat_member.status === 'kicked' || new_chat_member.status === 'left' ? 'blocked' : 'unblocked'
  return [
    {
      ...envelope(change, context),
      ...(chat.type === 'private' ? {} : { userId: String(chat.id) }),
      externalId: `s:${chat.id}:${date}:${new_chat_member.status}`,
      content: { kind },
    },
  ]
}

function envelope(
  message: Pick<Message, 'chat' | 'from' | 'date'>,
  { receivedAt }: ParseContext,
): Omit<InboundMessage, 'externalId' | 'content'> {
  const { chat, from, date } = message
  const name = fullName(from?.first_name, from?.last_name)
  return {
    channel: 'telegram',
    userId: String(from?.id ?? chat.id),
    chatId: String(chat.id),
    chatKind: chat.type === 'private' ? 'private' : 'group',
    ...(name ? { profileName: name } : {}),
    ...(from?.language_code ? { languageCode: from.language_code } : {}),
    sentAt: date === 0 ? receivedAt : date * 1000,
  }
}

/** In a group only what is said to the bot counts: a command, its name, or a reply to it. Other bots never do. */
function isForUs(message: Message, { bot }: ParseContext): boolean {
  if (message.chat.type === 'private') return true
  if (message.chat.type === 'channel' || message.from?.is_bot === true) return false
  const text = message.text ?? message.caption ?? ''
  const command = /^\/\w{1,32}(?:@(\w+))?(?=\s|$)/.exec(text)
  if (command) return command[1] === undefined || isSame(command[1], bot?.username)
  const repliesTo = message.reply_to_message?.from?.id
  if (repliesTo !== undefined && repliesTo === bot?.id) return true
  return bot?.username !== undefined && mention(bot.username).test(text)
}

const fullName = (first = '', last = '') => `${first} ${last}`.trim()

const isSame = (a: string, b: string | undefined) => a.toLowerCase() === b?.toLowerCase()

// names of bots consist of letters, digits and underscores: nothing to escape
const mention = (username: string) => new RegExp(`@${username}(?!\\w)`, 'gi')

/** "/siapa_belum@nama_bot desa" reads "/siapa_belum desa"; "@nama_bot ringkasan" reads "ringkasan". */
function withoutMention(text: string, username: string | undefined): string {
  if (username === undefined || !text.includes('@')) return text
  return text.replace(new RegExp(`[\\t ]*@${username}(?!\\w)`, 'gi'), '').trim()
}

/** The largest size that can be fetched; Telegram does not say the size of each. */
function photoFile(sizes: readonly z.infer<typeof photoSizeShape>[]): FileRef {
  const byArea = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)
  const chosen = byArea.find(({ file_size }) => (file_size ?? 0) <= capabilities.telegram.maxDownload) ?? byArea.at(-1)!
  return {
    ref: chosen.file_id,
    mime: 'image/jpeg',
    ...(chosen.file_size === undefined ? {} : { size: chosen.file_size }),
  }
}

function fileRef(file: z.infer<typeof fileShape>): FileRef {
  return {
    ref: file.file_id,
    ...(file.file_size === undefined ? {} : { size: file.file_size }),
    ...(file.mime_type === undefined ? {} : { mime: file.mime_type }),
    ...(file.file_name === undefined ? {} : { name: file.file_name }),
  }
}

const words = (list: string) => new Set(list.trim().split(/\s+/))

/** What a person can send and no form can use. */
const unreadable = words(`
  sticker poll dice game story paid_media checklist invoice giveaway gift unique_gift`)

/** What every message has, whatever it says. */
const envelopeKeys = words(`
  message_id message_thread_id direct_messages_topic from sender_chat sender_boost_count sender_business_bot date
  business_connection_id chat forward_origin is_topic_message is_automatic_forward reply_to_message external_reply
  quote reply_to_story via_bot edit_date has_protected_content is_from_offline media_group_id author_signature
  paid_star_count entities link_preview_options effect_id caption caption_entities show_caption_above_media
  has_media_spoiler reply_markup`)

/** Telegram's own notices in a chat (Bot API, "service messages"). */
const noticeKeys = words(`
  new_chat_members left_chat_member new_chat_title new_chat_photo delete_chat_photo group_chat_created
  supergroup_chat_created channel_chat_created message_auto_delete_timer_changed migrate_to_chat_id
  migrate_from_chat_id pinned_message successful_payment refunded_payment users_shared chat_shared
  connected_website write_access_allowed passport_data proximity_alert_triggered boost_added chat_background_set
  forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened general_forum_topic_hidden
  general_forum_topic_unhidden giveaway_created giveaway_winners giveaway_completed paid_message_price_changed
  direct_message_price_changed video_chat_scheduled video_chat_started video_chat_ended
  video_chat_participants_invited web_app_data chat_owner_left chat_owner_changed managed_bot_created
  poll_option_added poll_option_deleted checklist_tasks_done checklist_tasks_added community_chat_added
  community_chat_joined community_chat_removed`)

// The fields we read, nothing else (Bot API, "Update" and below).

/** A field that is missing or malformed is absent: one odd field must not lose the message around it. */
const optional = <Shape extends z.ZodType>(shape: Shape) => shape.optional().catch(undefined)

const id = z.int()
const string = z.string().transform(cleanText)
/** Seconds since 1970. A time that cannot be one is 0, and the time of arrival is taken. */
const seconds = z.int().min(0).max(99_999_999_999).catch(0)
const userShape = z.object({
  id,
  is_bot: optional(z.boolean()),
  first_name: optional(string),
  last_name: optional(string),
  language_code: optional(string),
})
const chatShape = z.object({ id, type: z.enum(['private', 'group', 'supergroup', 'channel']) })
const fileShape = z.object({
  file_id: string.pipe(z.string().min(1)),
  file_size: optional(z.number().nonnegative()),
  mime_type: optional(string),
  file_name: optional(string),
})
const soundShape = fileShape.extend({ duration: optional(z.number().nonnegative()) })
const photoSizeShape = z.object({
  file_id: string.pipe(z.string().min(1)),
  width: z.number().catch(0),
  height: z.number().catch(0),
  file_size: optional(z.number().nonnegative()),
})
const messageShape = z.object({
  message_id: id,
  date: seconds,
  edit_date: optional(seconds),
  chat: chatShape,
  from: optional(userShape),
  text: optional(string),
  caption: optional(string),
  media_group_id: optional(string),
  reply_to_message: optional(z.object({ from: optional(userShape) })),
  photo: optional(z.array(photoSizeShape)),
  live_photo: optional(z.object({ photo: optional(z.array(photoSizeShape)) })),
  document: optional(fileShape),
  video: optional(fileShape),
  video_note: optional(fileShape),
  voice: optional(soundShape),
  audio: optional(soundShape),
  location: optional(
    z.object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      horizontal_accuracy: optional(z.number().nonnegative()),
    }),
  ),
  contact: optional(
    z.object({
      phone_number: string,
      first_name: optional(string),
      last_name: optional(string),
      user_id: optional(id),
    }),
  ),
  migrate_to_chat_id: optional(id),
})
type Message = z.infer<typeof messageShape>

const buttonShape = z.object({ text: optional(string), callback_data: optional(string) })
const pressShape = z.object({
  id: string.pipe(z.string().min(1)),
  from: userShape,
  message: optional(
    // a message older than 48 hours comes without its content ("inaccessible", date 0)
    z.object({
      message_id: optional(id),
      chat: chatShape,
      reply_markup: optional(z.object({ inline_keyboard: optional(z.array(z.array(buttonShape))) })),
    }),
  ),
  data: optional(string),
})
const membershipShape = z.object({
  chat: chatShape,
  from: userShape,
  date: seconds,
  new_chat_member: z.object({ status: z.string().regex(/^[a-z_]{1,20}$/) }),
})
const updateShape = z.object({
  message: optional(messageShape),
  edited_message: optional(messageShape),
  callback_query: optional(pressShape),
  my_chat_member: optional(membershipShape),
})
