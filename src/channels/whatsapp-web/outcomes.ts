import { messageOf } from '../../lib/problem.ts'
import { cleanText } from '../../messages/clean-text.ts'
import { shorten } from '../../messages/split.ts'
import type { SendOutcome } from '../channel.ts'
import { TooLate } from './timing.ts'

const SECOND = 1000

/** Wait after a failure that names no time; the outbox makes it grow. */
const briefly = 5 * SECOND

/** What puppeteer says when the page or the browser is gone under a call. */
const browserGone =
  /detached frame|target closed|session closed|execution context|connection closed|protocol error|browser has disconnected|page has been closed/i

/** The browser died or lost its page: it has to be started anew before anything can be sent. */
export const isBrowserGone = (error: unknown): boolean => browserGone.test(messageOf(error))

/** WhatsApp no longer finds a way from the number to the account; ask for it anew. */
export const isUnknownNumber = (error: unknown): boolean => /no lid for user/i.test(messageOf(error))

/** The call gave nothing back: no chat, or nothing that could be sent. */
export class NothingSent extends Error {}

/** The chat has no account behind it. */
export class NotOnWhatsApp extends Error {}

/** The stored file cannot be sent; trying again changes nothing. */
export class Unsendable extends Error {}

/** What a failed send means. No error carries what was sent, and no number gets into the reason. */
export function outcomeOf(error: unknown, now: number): SendOutcome {
  if (error instanceof Unsendable)
    return ourFault(error.message, 'Berkas lampiran pesan ini tidak dapat dikirim lewat WhatsApp.')
  if (error instanceof NotOnWhatsApp || isUnknownNumber(error))
    return {
      kind: 'refused',
      reason: 'not on WhatsApp',
      ourFault: false,
      unreachable: true,
      staffReads: 'Nomor orang ini tidak terdaftar lagi di WhatsApp.',
    }
  if (error instanceof TooLate) return { kind: 'retry', at: now + 30 * SECOND, reason: 'no answer in time' }
  if (isBrowserGone(error))
    return { kind: 'retry', at: now + briefly, reason: 'the browser is gone', wholeChannel: true }
  if (/invalid wid|wid error|invalid jid/i.test(messageOf(error)))
    return ourFault('WhatsApp does not take the address', 'Alamat WhatsApp ini rusak.')
  const reason = error instanceof NothingSent ? 'WhatsApp sent nothing' : firstLine(error)
  return { kind: 'retry', at: now + briefly, reason }
}

export const ourFault = (reason: string, staffReads: string): SendOutcome => ({
  kind: 'refused',
  reason,
  ourFault: true,
  staffReads,
})

/** Errors of the page come with a stack, and may name a number. */
export function firstLine(error: unknown): string {
  const [line = ''] = cleanText(messageOf(error)).split('\n')
  return shorten(line.replace(/\d{6,}/g, '…').trim(), 200) || 'unknown'
}
