import type { Capabilities } from '../messages/capabilities.ts'
import type { ChannelName, FileRef, InboundMessage } from '../messages/inbound.ts'
import type { OutboundMessage } from '../messages/outbound.ts'

/** Where a message goes: the channel's opaque ids, nothing else. */
export interface Recipient {
  readonly userId: string
  readonly chatId: string
}

/** An approved template that may be sent where free text may not; its texts and buttons were agreed with the provider. */
export interface Template {
  readonly name: string
  /** The provider's language code, such as `id`. */
  readonly language: string
  /** What stands for {{1}}, {{2}} … in its body. */
  readonly parameters: readonly string[]
  /** What its quick-reply buttons carry, in their order. */
  readonly payloads: readonly string[]
  /** The template says all there is to say; else the message itself waits until the person has answered. */
  readonly isWhole: boolean
}

/** What the outbox knows about a message besides what it says. */
export interface Dispatch {
  /** The outbox key. Goes with the message where the provider gives it back with its delivery news. */
  readonly key: string
  /** When the person last wrote (ms UTC), for channels that may write freely only for some hours after that. */
  readonly lastInboundAt?: number
  /** For when the free-form window is closed. */
  readonly template?: Template
}

/**
 * How a send ended. Each refusal answers three questions: try again? our fault? what does staff read?
 *  - `sent`: the channel took it; `messageRef` names it there (the last one when the text was split).
 *  - `knocked`: free text is not allowed now; a template went in its place, and the message waits for the person's reply.
 *  - `retry`: not before `at` (ms UTC); `wholeChannel` when the channel as such asked us to slow down; `untried` when
 *     only our own pace, or a channel that is away, held it back: it costs none of the message's tries; `unsure` when the
 *     call was cut after the channel may have taken it: a reply is said again, a reminder is not.
 *  - `refused`: trying again is of no use. `unreachable` marks the address (blocked, never started, gone);
 *     `movedTo` is the chat's new id (a Telegram group that became a supergroup): send again there.
 */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageRef?: string }
  | { readonly kind: 'knocked'; readonly messageRef?: string }
  | {
      readonly kind: 'retry'
      readonly at: number
      readonly reason: string
      readonly wholeChannel?: boolean
      readonly untried?: boolean
      readonly unsure?: boolean
    }
  | {
      readonly kind: 'refused'
      readonly reason: string
      readonly ourFault: boolean
      readonly unreachable?: boolean
      readonly movedTo?: string
      /** One sentence in Indonesian for the staff's list. */
      readonly staffReads: string
    }

/** Puts messages into the inbox and resolves once they are committed: only then may the provider be told "taken". */
export type Accept = (messages: readonly InboundMessage[]) => Promise<void>

export interface ChannelState {
  readonly state: 'starting' | 'running' | 'degraded' | 'stopped'
  /** One sentence for doctor, console and /readyz when it is not simply running. */
  readonly note?: string
  readonly lastReceivedAt?: number
  /** Since when it is not running (ms UTC), where the channel keeps count. */
  readonly since?: number
  /** A person has to scan this with the phone that lends the channel its number; `at`: when the platform gave it out. */
  readonly pairing?: { readonly code: string; readonly at: number }
}

/** What every channel is to the rest of the house. One suite (`tests/channels/contract.ts`) holds all of them to it. */
export interface Channel {
  readonly name: ChannelName
  readonly capabilities: Capabilities
  /** The service counts as ready without it: it may wait for a person for days, and the console must stay reachable. */
  readonly isOptional?: true
  /** Begin to receive. Resolves when receiving is set up (not when the first message came); never throws for a provider that is away. */
  start(accept: Accept): Promise<void>
  /** Stop receiving: what was handed to `accept` is finished first. */
  stop(): Promise<void>
  /**
   * `lastInboundAt` undefined: the person never wrote. True where a channel may write freely now; absent: always.
   */
  canSendFreeForm?(lastInboundAt: number | undefined, now: number): boolean
  /** Never throws for what the provider says; gives up (outcome `retry`) at the channel's own time-out. */
  send(to: Recipient, message: OutboundMessage, now: number, dispatch?: Dispatch): Promise<SendOutcome>
  /** Opens a file that a person sent, for streaming; the caller caps its size. Refusals are thrown as Problem. */
  openFile(file: FileRef): Promise<{ readonly stream: ReadableStream<Uint8Array>; readonly mime?: string }>
  state(): ChannelState
  /** Somebody asks for a fresh start now, where the channel has a thing to start: another browser, another code to scan. */
  reconnect?(): void
  /** Answers the provider's calls at `/hooks/<name>`, where the channel has a webhook. Checks its callers itself. */
  readonly handleWebhook?: (request: Request) => Promise<Response>
  /** A link that opens the bot with an invitation code, where the channel has such links. */
  inviteLink?(code: string): string | undefined
}
