/** What people send us, in no channel's dialect. Channels parse into it; everything behind the inbox knows only this. */

export type ChannelName = 'telegram' | 'whatsapp-web' | 'whatsapp-cloud' | 'simulator' | 'terminal'

/** How to fetch a file from the channel later. `ref` means something to that channel only. */
export interface FileRef {
  readonly ref: string
  readonly size?: number
  readonly mime?: string
  readonly name?: string
}

export interface TextContent {
  readonly kind: 'text'
  readonly text: string
}
/** A pressed button or list row. `messageRef` is the message that carried it, so that it can be edited. */
export interface ChoiceContent {
  readonly kind: 'choice'
  readonly data: string
  /** What the button said, where the channel tells. */
  readonly label?: string
  readonly messageRef?: string
  /** Some channels want the press answered (Telegram's callback id). */
  readonly pressRef?: string
}
export interface PhotoContent {
  readonly kind: 'photo'
  readonly file: FileRef
  readonly caption?: string
  /** Photos sent together share it. */
  readonly album?: string
}
export interface DocumentContent {
  readonly kind: 'document'
  readonly file: FileRef
  readonly caption?: string
}
export interface VoiceContent {
  readonly kind: 'voice'
  readonly file: FileRef
  readonly seconds?: number
}
export interface LocationContent {
  readonly kind: 'location'
  readonly latitude: number
  readonly longitude: number
  /** Metres. */
  readonly accuracy?: number
}
export interface ContactContent {
  readonly kind: 'contact'
  readonly phone: string
  readonly name?: string
  /**
   * True only when the channel vouches that it is the sender's own number. WhatsApp knows some of its people without a
   * number, so nobody is ever known by one: it takes the place of an invitation's code, nothing more.
   */
  readonly own: boolean
}
/** The sender changed an earlier message. `originalExternalId` is that message's id in the inbox. */
export interface EditedContent {
  readonly kind: 'edited'
  readonly text: string
  readonly originalExternalId: string
}
/** The person blocked or unblocked us. */
export interface ReachContent {
  readonly kind: 'blocked' | 'unblocked'
}
/** The group goes on under another id (a Telegram group became a supergroup); what was sent to the old one fails. */
export interface MovedContent {
  readonly kind: 'moved'
  readonly toChatId: string
}
/**
 * What became of a message of ours after it was sent. Comes in any order and more than once; it goes to the outbox row
 * (`store/deliveries`), never through a turn.
 */
/** What concerns us in a group: a command to the bot, or that it was added or thrown out. The rest is its members' talk. */
export interface GroupContent {
  readonly kind: 'group'
  readonly what: 'command' | 'joined' | 'left'
  /** The channel's id of the member who did it. */
  readonly memberId: string
  readonly text: string
}
export interface DeliveryContent {
  readonly kind: 'delivery'
  readonly messageRef: string
  /** The outbox key, where the channel carries it there and back. */
  readonly key?: string
  /** It was not all of that message: an earlier part, or the template that went in its place. */
  readonly partial?: true
  readonly status: 'sent' | 'delivered' | 'read' | 'failed'
  /** For `failed`: the provider's code and words. */
  readonly reason?: string
  /** For `failed`: one sentence in Indonesian for the staff's list. */
  readonly staffReads?: string
  /** For `failed`: the person cannot be reached on this address. */
  readonly unreachable?: boolean
}
/** A sticker, a call, a poll …: answered kindly, never an error. */
export interface UnsupportedContent {
  readonly kind: 'unsupported'
  readonly what: string
}

export type InboundContent =
  | TextContent
  | ChoiceContent
  | PhotoContent
  | DocumentContent
  | VoiceContent
  | LocationContent
  | ContactContent
  | EditedContent
  | ReachContent
  | MovedContent
  | GroupContent
  | DeliveryContent
  | UnsupportedContent

export interface InboundMessage {
  readonly channel: ChannelName
  /** Unique within the channel for ever: the same event delivered twice has the same id. */
  readonly externalId: string
  /** The channel's opaque id of the person (or of the group). Never a phone number by contract: nothing may read one out of it. */
  readonly userId: string
  /** Where a reply goes; equals `userId` on most channels. */
  readonly chatId: string
  readonly chatKind: 'private' | 'group'
  /** What the person calls themselves on that channel, for staff to recognise them; nullable everywhere. */
  readonly profileName?: string
  readonly languageCode?: string
  /** The provider's time of the event, ms UTC. */
  readonly sentAt: number
  readonly content: InboundContent
}
