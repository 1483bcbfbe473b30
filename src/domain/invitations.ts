import { DAY, HOUR, MINUTE } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'

/**
 * How a person gets to a seat: a short code to be read out and typed, or a long one in a link. Randomness comes from
 * outside as bytes. Only hashes of codes are kept, so whoever reads the database cannot take a seat.
 */
const invitationDays = 30

/** Digits and letters without I, L, O and U: nothing that looks like something else, and no accidental words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 8
const codeBytes = 5
const linkBytes = 16
const linkPrefix = 'u-'

/** A typed code of 8 characters (40 bits) from exactly 5 random bytes. */
export function codeFromBytes(bytes: Uint8Array): string {
  requireLength(bytes, codeBytes)
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: codeLength }, (_, i) => alphabet[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join('')
}

/** The code as it is written and read out: `7KQ2-M9XD`. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/**
 * The code a person typed, in its one spelling, or undefined when it cannot be one: spaces and dashes are dropped, lower
 * case is fine, O is read as 0, I and L as 1.
 */
export function normaliseCode(text: string): string | undefined {
  const code = text
    .toUpperCase()
    .replace(/[\s\-–—._]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === codeLength && [...code].every((character) => alphabet.includes(character)) ? code : undefined
}

/**
 * The start parameter of a link, 128 bits from exactly 16 random bytes. Telegram allows 64 characters of
 * `A-Za-z0-9_-` (core.telegram.org/bots/features, deep linking); this uses 24.
 */
export function linkPayloadFromBytes(bytes: Uint8Array): string {
  requireLength(bytes, linkBytes)
  return linkPrefix + Buffer.from(bytes).toString('base64url')
}

export function isLinkPayload(text: string): boolean {
  return /^u-[A-Za-z0-9_-]{22}$/.test(text)
}

export interface InvitationFacts {
  readonly expiresAt: number
  readonly usedAt: number | null
}

export type InvitationState = 'valid' | 'used' | 'expired'

export function invitationState(invitation: InvitationFacts, now: number): InvitationState {
  if (invitation.usedAt !== null) return 'used'
  return now >= invitation.expiresAt ? 'expired' : 'valid'
}

/** The end of an invitation made now. */
export function invitationExpiresAt(now: number): number {
  return now + invitationDays * DAY
}

/** Wrong codes so far: instants per chat, oldest first. */
export interface CodeAttempts {
  readonly byChat: ReadonlyMap<string, readonly number[]>
}

export const attemptLimits = { perChat: 5, perChatWithin: 15 * MINUTE, overAll: 100, overAllWithin: HOUR } as const

export const noAttempts: CodeAttempts = { byChat: new Map() }

/**
 * Whether a chat may try a code now, with the attempts to remember. 5 per chat in 15 minutes and 100 over all chats in
 * an hour: at 40 bits, guessing one of a thousand open codes would take over a thousand years.
 */
export function tryCode(
  attempts: CodeAttempts,
  chat: string,
  now: number,
): { readonly allowed: true; readonly attempts: CodeAttempts } | { readonly allowed: false; readonly retryAt: number } {
  const recent = new Map(
    [...attempts.byChat]
      .map(([key, at]) => [key, at.filter((a) => a > now - attemptLimits.overAllWithin)] as const)
      .filter(([, at]) => at.length > 0),
  )
  const own = (recent.get(chat) ?? []).filter((at) => at > now - attemptLimits.perChatWithin)
  const all = [...recent.values()].flat().sort((a, b) => a - b)
  const waits = [
    ...(own.length >= attemptLimits.perChat
      ? [(own.at(-attemptLimits.perChat) ?? now) + attemptLimits.perChatWithin]
      : []),
    ...(all.length >= attemptLimits.overAll
      ? [(all.at(-attemptLimits.overAll) ?? now) + attemptLimits.overAllWithin]
      : []),
  ]
  if (waits.length > 0) return { allowed: false, retryAt: Math.max(...waits) }
  return { allowed: true, attempts: { byChat: recent.set(chat, [...(recent.get(chat) ?? []), now]) } }
}

function requireLength(bytes: Uint8Array, length: number): void {
  if (bytes.length !== length)
    throw new Problem('wrong_byte_count', `${length} random bytes are needed, ${bytes.length} were given`)
}
