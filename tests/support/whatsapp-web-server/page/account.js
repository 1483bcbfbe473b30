import { createWid, MsgKey } from './ids.js'
import { Collection, Emitter, Model } from './models.js'
import { insist } from './server-link.js'

// What the page knows: its connection, its number, its chats. The modules (modules.js) only show it.

export const Socket = new Model({ state: 'OPENING', hasSynced: false })
export const Conn = new Model({ ref: '', pushname: 'Bot Desa', platform: 'android' })
export const Cmd = new Emitter()
export const Msg = new Collection()
export const Chat = new Collection()
export const me = { number: undefined }

/** Lid of a number and number of a lid, both as serialized addresses, of those whom the page has heard of. */
export const people = { lidOf: new Map(), numberOf: new Map() }

export function meet(number, lid) {
  if (lid === undefined) return
  people.lidOf.set(number, lid)
  people.numberOf.set(lid, number)
}

class MessageModel extends Model {
  /** The media lie on the server; there is nothing to wait for. */
  async downloadMedia() {
    this.mediaData = { ...this.mediaData, mediaStage: 'RESOLVED' }
  }
}

Msg.modelClass = MessageModel
Msg.getMessagesById = async (ids) => ({ messages: ids.map((id) => Msg.get(id)).filter(Boolean) })

export function chatWith(address) {
  const id = createWid(address)
  const known = Chat.get(id)
  if (known) return known
  const msgs = new Collection()
  return Chat.add(new Model({ id, name: id.user, unreadCount: 0, msgs, formattedTitle: id.user }, Chat))
}

/** A message as the server keeps it becomes one as the page keeps it. `isNew`: it is announced. */
export function keep(message, isNew) {
  const { chat: address, fromMe, key, media, ...fields } = message
  const chat = chatWith(address)
  const [from, to] = fromMe ? [createWid(me.number), chat.id] : [chat.id, createWid(me.number)]
  const id = new MsgKey({ from, to, id: key, selfDir: fromMe ? 'out' : 'in' })
  const known = Msg.get(id)
  if (known) return known
  const model = new MessageModel(
    { ...fields, id, from, to, isNewMsg: isNew, ...(media ? mediaFields(media) : {}) },
    Msg,
  )
  chat.msgs.add(model)
  return Msg.add(model)
}

const mediaFields = ({ hash, mime, name, size }) => ({
  directPath: `/v/${hash}`,
  filehash: hash,
  encFilehash: hash,
  mediaKey: 'key',
  mimetype: mime,
  filename: name,
  size,
  mediaObject: {},
  mediaData: { mediaStage: 'NEED_POKE' },
})

/** Everything the server has for this number; nothing of it is announced, the unread counts are all there is. */
export function takeSnapshot({ number, chats }) {
  me.number = number
  for (const chat of chats) takeChat(chat)
}

export function takeChat({ address, unread, messages }) {
  for (const message of messages) keep(message, false)
  chatWith(address).set({ unreadCount: unread })
}

/** The phone asks for the code that is shown; the old one is worth nothing any more. */
Cmd.refreshQR = async () => {
  const { ref } = await insist('/page/ref')
  Conn.set({ ref })
  Socket.set({ state: 'UNPAIRED' })
}

Socket.takeover = async () => {
  await insist('/page/takeover')
  Socket.set({ state: 'CONNECTED' })
}
