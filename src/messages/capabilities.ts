import type { ChannelName } from './inbound.ts'

/** What a channel can do. Rendering, wording and the form linter read these; nothing else asks which channel it is. */
export interface Capabilities {
  /** Characters (UTF-16 units) of one text message. */
  readonly maxText: number
  readonly maxCaption: number
  /** The app itself reads signs in a plain text as markup, and cannot be told not to. */
  readonly markup?: 'whatsapp'
  /** Undefined: no buttons. `maxText`: what the message that carries them may say, where that is less. */
  readonly buttons?: {
    readonly max: number
    readonly maxLabel: number
    readonly maxDataBytes: number
    readonly maxText?: number
  }
  /** A list that opens from one button, for more or longer choices than buttons can carry; a row has a title and a line below. */
  readonly list?: {
    readonly rows: number
    readonly maxLabel: number
    readonly maxDescription: number
    readonly maxDataBytes: number
    readonly maxText: number
  }
  /** False: a picture or document carries no buttons, so they follow on a text of their own. */
  readonly filesCarryButtons: boolean
  /** One of the choices can be made in a poll. Never the only way: a typed answer always counts. */
  readonly canPoll: boolean
  readonly canEdit: boolean
  readonly canTyping: boolean
  /** The person can see that their message was read. */
  readonly canMarkRead: boolean
  /** The channel tells when a message of ours arrived, was read or failed afterwards. */
  readonly tellsDelivery: boolean
  /** Bytes a file may have to be fetched from, or sent over, the channel; and to be shown as a picture. */
  readonly maxDownload: number
  readonly maxUpload: number
  readonly maxPhoto: number
  /** Hours after the person's last message in which we may write freely; undefined: always. */
  readonly freeFormHours?: number
}

const MB = 1024 * 1024

export const capabilities: Readonly<Record<ChannelName, Capabilities>> = {
  // Bot API: sendMessage 1–4096 characters after entities parsing, captions 1024, callback_data 1–64 bytes,
  // getFile up to 20 MB, uploads 50 MB, photos 10 MB. Button labels have no stated limit; 40 is what a small phone shows.
  telegram: {
    maxText: 4096,
    maxCaption: 1024,
    buttons: { max: 100, maxLabel: 40, maxDataBytes: 64 },
    filesCarryButtons: true,
    canPoll: false,
    canEdit: true,
    canTyping: true,
    canMarkRead: false,
    tellsDelivery: false,
    maxDownload: 20 * MB,
    maxUpload: 50 * MB,
    maxPhoto: 10 * MB,
  },
  // buttons and lists are no longer delivered by whatsapp-web.js, so choices are numbered text
  'whatsapp-web': {
    maxText: 4096,
    maxCaption: 1024,
    markup: 'whatsapp',
    filesCarryButtons: false,
    canPoll: true,
    canEdit: false,
    canTyping: true,
    canMarkRead: true,
    tellsDelivery: true,
    maxDownload: 20 * MB,
    maxUpload: 16 * MB,
    maxPhoto: 16 * MB,
  },
  // Cloud API, POST /messages: text 4096, body of reply buttons 1024 and of a list 4096, 3 buttons of 20 characters,
  // 10 rows of 24 with a description of 72, ids 256 and 200; images 5 MB, documents 100 MB (16 is enough for ours)
  'whatsapp-cloud': {
    maxText: 4096,
    maxCaption: 1024,
    markup: 'whatsapp',
    buttons: { max: 3, maxLabel: 20, maxDataBytes: 256, maxText: 1024 },
    list: { rows: 10, maxLabel: 24, maxDescription: 72, maxDataBytes: 200, maxText: 4096 },
    filesCarryButtons: false,
    canPoll: false,
    canEdit: false,
    canTyping: true,
    canMarkRead: true,
    tellsDelivery: true,
    maxDownload: 20 * MB,
    maxUpload: 16 * MB,
    maxPhoto: 5 * MB,
    freeFormHours: 24,
  },
  simulator: {
    maxText: 4096,
    maxCaption: 1024,
    buttons: { max: 100, maxLabel: 40, maxDataBytes: 64 },
    filesCarryButtons: true,
    canPoll: false,
    canEdit: true,
    canTyping: false,
    canMarkRead: false,
    tellsDelivery: false,
    maxDownload: 20 * MB,
    maxUpload: 50 * MB,
    maxPhoto: 50 * MB,
  },
  terminal: {
    maxText: 4096,
    maxCaption: 1024,
    filesCarryButtons: false,
    canPoll: false,
    canEdit: false,
    canTyping: false,
    canMarkRead: false,
    tellsDelivery: false,
    maxDownload: 20 * MB,
    maxUpload: 50 * MB,
    maxPhoto: 50 * MB,
  },
}

/**
 * How many choices can be pressed and how long their labels may be, on buttons or on rows of a list; undefined where
 * nothing can be pressed. A row's label goes on in its description.
 */
export function pressable({ buttons, list }: Capabilities): { max: number; maxLabel: number } | undefined {
  if (!buttons) return undefined
  return list ? { max: list.rows, maxLabel: list.maxDescription } : { max: buttons.max, maxLabel: buttons.maxLabel }
}
