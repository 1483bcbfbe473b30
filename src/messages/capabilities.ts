import type { ChannelName } from './inbound.ts'

/** What a channel can do. Rendering and the form linter read these; nothing else asks which channel it is. */
export interface Capabilities {
  /** Characters (UTF-16 units) of one text message. */
  readonly maxText: number
  readonly maxCaption: number
  /** Undefined: no buttons, choices become a numbered list in the text. */
  readonly buttons?: { readonly max: number; readonly maxLabel: number; readonly maxDataBytes: number }
  readonly canEdit: boolean
  readonly canTyping: boolean
  /** Bytes a file may have to be fetched from, or sent over, the channel. */
  readonly maxDownload: number
  readonly maxUpload: number
  /** Hours after the person's last message in which we may write freely; undefined: always. */
  readonly freeFormHours?: number
}

const MB = 1024 * 1024

export const capabilities: Readonly<Record<ChannelName, Capabilities>> = {
  // Bot API: sendMessage 1–4096 characters after entities parsing, captions 1024, callback_data 1–64 bytes,
  // getFile up to 20 MB, uploads 50 MB. Button labels have no stated limit; 40 is what a small phone shows.
  telegram: {
    maxText: 4096,
    maxCaption: 1024,
    buttons: { max: 100, maxLabel: 40, maxDataBytes: 64 },
    canEdit: true,
    canTyping: true,
    maxDownload: 20 * MB,
    maxUpload: 50 * MB,
  },
  'whatsapp-web': {
    maxText: 4096,
    maxCaption: 1024,
    canEdit: false,
    canTyping: true,
    maxDownload: 20 * MB,
    maxUpload: 16 * MB,
  },
  'whatsapp-cloud': {
    maxText: 4096,
    maxCaption: 1024,
    buttons: { max: 10, maxLabel: 20, maxDataBytes: 256 },
    canEdit: false,
    canTyping: true,
    maxDownload: 20 * MB,
    maxUpload: 16 * MB,
    freeFormHours: 24,
  },
  simulator: {
    maxText: 4096,
    maxCaption: 1024,
    buttons: { max: 100, maxLabel: 40, maxDataBytes: 64 },
    canEdit: true,
    canTyping: false,
    maxDownload: 20 * MB,
    maxUpload: 50 * MB,
  },
  terminal: {
    maxText: 4096,
    maxCaption: 1024,
    canEdit: false,
    canTyping: false,
    maxDownload: 20 * MB,
    maxUpload: 50 * MB,
  },
}
