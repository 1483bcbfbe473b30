/**
 * What runs inside WhatsApp Web's page. The functions are sent there as text: they may use nothing but their arguments
 * and the page's own modules, of which only those below are touched beside what whatsapp-web.js itself uses.
 */

interface Wid {
  readonly _serialized: string
  readonly server: string
}

interface Chat {
  readonly id: Wid
  readonly unreadCount: number
  /** Oldest first. */
  readonly msgs: { getModelsArray(): readonly PageMessage[] }
}

interface PageMessage {
  readonly id: { readonly fromMe: boolean; readonly _serialized: string }
  readonly isNotification?: boolean
}

interface Modules {
  WAWebSocketModel: { Socket: { readonly state: string; readonly hasSynced: boolean } }
  WAWebCmd: { Cmd: { refreshQR?(): void } }
  WAWebLaunchSocketUtils: { refreshQR(): void }
  WAWebCollections: {
    Chat: { get(wid: Wid): Chat | undefined; getModelsArray(): readonly Chat[] }
  }
  WAWebChatLoadMessages: { loadEarlierMsgs(about: { chat: Chat }): Promise<readonly unknown[] | undefined> }
  WAWebWidFactory: { createWid(id: string): Wid }
  WAWebStreamModel: { Stream: { markAvailable(): void; markUnavailable(): void } }
  WAWebUpdateUnreadChatAction: { sendSeen(what: { chat: Chat; threadId: undefined }): Promise<void> }
}

declare const window: {
  require<Name extends keyof Modules>(name: Name): Modules[Name]
  onAppStateHasSyncedEvent?(): Promise<void>
  WWebJS?: {
    sendChatstate(state: 'typing' | 'stop', chatId: string): Promise<unknown>
    getMessageModel(message: PageMessage): object
  }
}

/**
 * The library waits for the change of `hasSynced` and never looks at its value: when the page was quicker, "ready"
 * never comes (wwebjs/whatsapp-web.js #5758). Then we say it in its place; true when there was need.
 */
export function wakeWhenSynced(): boolean {
  const isSynced = window.require('WAWebSocketModel').Socket.hasSynced
  if (!isSynced || typeof window.WWebJS !== 'undefined' || !window.onAppStateHasSyncedEvent) return false
  void window.onAppStateHasSyncedEvent()
  return true
}

/** The library's own refresh of an idle QR code fails ("window is not defined"), so the page is asked directly. */
export function refreshQr(): void {
  const { Cmd } = window.require('WAWebCmd')
  // some builds of the page have moved it
  if (typeof Cmd.refreshQR === 'function') Cmd.refreshQR()
  else window.require('WAWebLaunchSocketUtils').refreshQR()
}

/** Chats between two people with something unread. Looking at groups would make the page ask the server for each. */
export function listUnread(): { chatId: string; unread: number; upTo: string | undefined }[] {
  return window
    .require('WAWebCollections')
    .Chat.getModelsArray()
    .filter((chat) => chat.unreadCount > 0 && (chat.id.server === 'c.us' || chat.id.server === 'lid'))
    .map((chat) => ({
      chatId: chat.id._serialized,
      unread: chat.unreadCount,
      // what is written from now on is not in the count
      upTo: chat.msgs.getModelsArray().findLast((one) => !one.isNotification && !one.id.fromMe)?.id._serialized,
    }))
}

/**
 * The latest messages of a chat, oldest first, by the person or by us; `upTo`: those up to this one. The library's `fetchMessages` does the same, but
 * sorts by whole seconds with a rule that turns equal ones round, so that of several messages within a second it gives
 * the wrong ones; and it asks for the chat in a way that can hang the page (wwebjs/whatsapp-web.js, pull request 201843).
 */
export async function fetchLatest(chatId: string, count: number, fromMe: boolean, upTo?: string): Promise<object[]> {
  const wid = window.require('WAWebWidFactory').createWid(chatId)
  const chat = window.require('WAWebCollections').Chat.get(wid)
  const { WWebJS } = window
  if (!chat || !WWebJS) return []
  const wanted = () => chat.msgs.getModelsArray().filter((one) => !one.isNotification && one.id.fromMe === fromMe)
  // each time some dozens more; a chat that is hardly there is not searched for ever
  for (let i = 0; i < 10 && wanted().length < count; i += 1) {
    const more = await window.require('WAWebChatLoadMessages').loadEarlierMsgs({ chat })
    if (!more || more.length === 0) break
  }
  const found = wanted()
  const end = found.findIndex((one) => one.id._serialized === upTo) + 1 || found.length
  return found.slice(Math.max(0, end - count), end).map((one) => WWebJS.getMessageModel(one))
}

export function knowsChat(chatId: string): boolean {
  const wid = window.require('WAWebWidFactory').createWid(chatId)
  return window.require('WAWebCollections').Chat.get(wid) !== undefined
}

export async function showTyping(chatId: string): Promise<void> {
  await window.WWebJS?.sendChatstate('typing', chatId)
}

/**
 * Marks a chat as read up to this message. Not when there is a newer one: to WhatsApp all of the chat would be read, and
 * the newer one, should we die before it is committed, would never be found again. So nothing may come between the look
 * and the call; the library's own `sendSeen` lets something in.
 */
export async function markSeen(chatId: string, messageId: string): Promise<void> {
  const wid = window.require('WAWebWidFactory').createWid(chatId)
  const chat = window.require('WAWebCollections').Chat.get(wid)
  const latest = chat?.msgs.getModelsArray().findLast((one) => !one.id.fromMe && !one.isNotification)
  if (!chat || latest?.id._serialized !== messageId) return
  const { Stream } = window.require('WAWebStreamModel')
  Stream.markAvailable()
  try {
    await window.require('WAWebUpdateUnreadChatAction').sendSeen({ chat, threadId: undefined })
  } finally {
    Stream.markUnavailable()
  }
}
