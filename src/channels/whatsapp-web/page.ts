/**
 * What runs inside WhatsApp Web's page. The functions are sent there as text: they may use nothing but their arguments
 * and the page's own modules, of which only those below are touched beside what whatsapp-web.js itself uses.
 */

interface Wid {
  readonly _serialized: string
  readonly server: string
}

interface Modules {
  WAWebSocketModel: { Socket: { readonly state: string; readonly hasSynced: boolean } }
  WAWebCmd: { Cmd: { refreshQR?(): void } }
  WAWebLaunchSocketUtils: { refreshQR(): void }
  WAWebCollections: {
    Chat: {
      get(wid: Wid): unknown
      getModelsArray(): readonly { readonly id: Wid; readonly unreadCount: number }[]
    }
  }
  WAWebWidFactory: { createWid(id: string): Wid }
}

declare const window: {
  require<Name extends keyof Modules>(name: Name): Modules[Name]
  onAppStateHasSyncedEvent?(): Promise<void>
  WWebJS?: {
    sendChatstate(state: 'typing' | 'stop', chatId: string): Promise<unknown>
    sendSeen(chatId: string): Promise<unknown>
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
export function listUnread(): { chatId: string; unread: number }[] {
  return window
    .require('WAWebCollections')
    .Chat.getModelsArray()
    .filter((chat) => chat.unreadCount > 0 && (chat.id.server === 'c.us' || chat.id.server === 'lid'))
    .map((chat) => ({ chatId: chat.id._serialized, unread: chat.unreadCount }))
}

export function knowsChat(chatId: string): boolean {
  const wid = window.require('WAWebWidFactory').createWid(chatId)
  return window.require('WAWebCollections').Chat.get(wid) !== undefined
}

export async function showTyping(chatId: string): Promise<void> {
  await window.WWebJS?.sendChatstate('typing', chatId)
}

export async function markSeen(chatId: string): Promise<void> {
  await window.WWebJS?.sendSeen(chatId)
}
