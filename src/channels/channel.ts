import type { Capabilities } from '../messages/capabilities.ts'
import type { ChannelName, FileRef, InboundMessage } from '../messages/inbound.ts'
import type { OutboundMessage } from '../messages/outbound.ts'

/** Where a message goes: the channel's opaque ids, nothing else. */
export interface Recipient {
  readonly userId: string
  readonly chatId: string
}

/**
 * How a send ended. Each refusal answers three questions: try again? our fault? what does staff read?
 *  - `sent`: the channel took it; `messageRef` names it there (the last one when the text was split).
 *  - `retry`: not before `at` (ms UTC); `wholeChannel` when the channel as such asked us to slow down.
 *  - `refused`: trying again is of no use. `unreachable` marks the address (blocked, never started, gone);
 *     `movedTo` is the chat's new id (a Telegram group that became a supergroup): send again there.
 */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageRef?: string }
  | { readonly kind: 'retry'; readonly at: number; readonly reason: string; readonly wholeChannel?: boolean }
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
}

/** What every channel is to the rest of the house. One suite (`tests/channels/contract.ts`) holds all of them to it. */
export interface Channel {
  readonly name: ChannelName
  readonly capabilities: Capabilities
  /** Begin to receive. Resolves when receiving is set up (not when the first message came); never throws for a provider that is away. */
  start(accept: Accept): Promise<void>
  /** Stop receiving: what was handed to `accept` is finished first. */
  stop(): Promise<void>
  /** Never throws for what the provider says; gives up (outcome `retry`) at the channel's own time-out. */
  send(to: Recipient, message: OutboundMessage, now: number): Promise<SendOutcome>
  /** Opens a file that a person sent, for streaming; the caller caps its size. Refusals are thrown as Problem. */
  openFile(file: FileRef): Promise<{ readonly stream: ReadableStream<Uint8Array>; readonly mime?: string }>
  state(): ChannelState
  /** Answers the provider's calls at `/hooks/<name>`, where the channel has a webhook. Checks its callers itself. */
  readonly handleWebhook?: (request: Request) => Promise<Response>
  /** A link that opens the bot with an invitation code, where the channel has such links. */
  inviteLink?(code: string): string | undefined
}
