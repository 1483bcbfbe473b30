import type { Capabilities } from '../messages/capabilities.ts'
import type { Choice } from '../messages/outbound.ts'
import type { Speech } from './when.ts'

/** Whom a sentence is for, when, and what their channel can carry. */
export interface Audience extends Speech {
  readonly now: number
  /** How the person is addressed: "Bapak Raja", "Bapak", "Ibu", "Bapak/Ibu". */
  readonly sapaan: string
  readonly capabilities: Capabilities
}

/** Everything a reply in a conversation depends on besides what happened. */
export interface WordingContext extends Audience {
  readonly sessionId: number
  /** The session's step after this turn, for buttons of events that carry none. */
  readonly step: number
  /** Receipt number, when this turn submitted the report. */
  readonly receipt?: string
  /** Who will help and by when, when this turn asked for a person. */
  readonly helper?: HelpPromise
  /** The message whose button was pressed, so that a list of ticks is redrawn in place. */
  readonly pressedMessage?: string
}

export interface HelpPromise {
  /** The fasilitator's name; undefined: the programme team. */
  readonly who?: string
  /** Local date of the end of the next working day. */
  readonly byOn: string
  /** The person had asked before and is still waiting. */
  readonly again?: boolean
}

/** What one event adds to the reply: heads come first (what was understood), then bodies (what is asked), then feet. */
export interface Part {
  readonly place: 'head' | 'body' | 'foot'
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly choicesInText?: true
}

export function say(ctx: Speech, key: string, args?: Readonly<Record<string, string | number>>): string {
  return ctx.texts.t(ctx.language, key, args)
}

/** Lines of a part that are there at all, one under the other. */
export function lines(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join('\n')
}
