import { GrammyError, HttpError } from 'grammy'
import { cleanText } from '../../messages/clean-text.ts'
import { shorten } from '../../messages/split.ts'
import type { SendOutcome } from '../channel.ts'

const SECOND = 1000

/** Wait after a failure that names no time; the outbox makes it grow. */
const briefly = 5 * SECOND

/** Chats that are slowed down at the same time before the slowing is taken to be about the bot as a whole. */
const manyChats = 3

/**
 * What a failed call means (Bot API, "Making requests" and ResponseParameters; the wording of refusals as seen in
 * tdlib/telegram-bot-api). `timedOut`: our own limit was reached. Nothing of the request gets into the outcome.
 */
export function outcomeOf(error: unknown, now: number, hide: (text: string) => string, timedOut = false): SendOutcome {
  if (timedOut) return { kind: 'retry', at: now + briefly, reason: 'no answer in time', unsure: true }
  // dead network, a proxy's error page, an answer cut short
  if (!(error instanceof GrammyError))
    return { kind: 'retry', at: now + briefly, reason: 'network failure', unsure: !neverConnected(error) }

  const code: number | undefined = error.error_code
  const reason = shorten(cleanText(hide(`${code ?? '?'} ${error.description ?? ''}`)).trim(), 200)
  const { retry_after, migrate_to_chat_id } = error.parameters

  if (migrate_to_chat_id !== undefined) {
    const staffReads = 'Grup ini pindah ke alamat baru; pesan dikirim lagi ke sana.'
    return { kind: 'refused', reason, ourFault: false, movedTo: String(migrate_to_chat_id), staffReads }
  }
  if (code === 429) return { kind: 'retry', at: now + waitOf(retry_after), reason }
  // the token was withdrawn or is mistyped: nothing gets out until someone repairs it, and no message is to blame
  if (code === 401 || code === 404) return { kind: 'retry', at: now + 60 * SECOND, reason, wholeChannel: true }
  if (code === undefined || code >= 500) return { kind: 'retry', at: now + briefly, reason }

  const gone = unreachable.find(({ says }) => says.test(error.description))
  if (code === 403 || gone)
    return { kind: 'refused', reason, ourFault: false, unreachable: true, staffReads: gone?.staffReads ?? closed }
  return { kind: 'refused', reason, ourFault: true, staffReads: ourMistake }
}

/** ms to wait when Telegram asks for it with a 429; undefined for any other error. */
export function floodWait(error: unknown): number | undefined {
  return error instanceof GrammyError && error.error_code === 429 ? waitOf(error.parameters.retry_after) : undefined
}

/** Telegram does not say whether a 429 is about one chat or all: several chats at once mean all. */
export class FloodWatch {
  readonly #until = new Map<string, number>()

  /** Takes note that this chat must wait until `at`; true when so many must that the channel should. */
  isGeneral(chatId: string, at: number, now: number): boolean {
    for (const [chat, until] of this.#until) if (until <= now) this.#until.delete(chat)
    this.#until.set(chatId, at)
    return this.#until.size >= manyChats
  }
}

/** No connection was made, so nothing arrived. Everything else that breaks may break after the message was taken. */
function neverConnected(error: unknown): boolean {
  for (let e: unknown = error; e instanceof Error; e = e instanceof HttpError ? e.error : e.cause) {
    const { code } = e as { code?: unknown }
    if (typeof code === 'string' && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code))
      return true
  }
  return false
}

const waitOf = (seconds: unknown) =>
  typeof seconds === 'number' && seconds >= 0 && seconds <= 86_400 ? seconds * SECOND : briefly

const closed = 'Telegram menolak mengirim pesan ke orang ini.'
const ourMistake = 'Telegram menolak isi pesan ini. Mohon beri tahu pengelola sistem.'

const unreachable: readonly { readonly says: RegExp; readonly staffReads: string }[] = [
  { says: /blocked by the user/i, staffReads: 'Orang ini memblokir bot di Telegram.' },
  { says: /user is deactivated/i, staffReads: 'Akun Telegram orang ini sudah tidak aktif.' },
  { says: /can't initiate conversation/i, staffReads: 'Orang ini belum pernah memulai percakapan dengan bot.' },
  {
    says: /chat not found|user not found|peer_id_invalid/i,
    staffReads: 'Percakapan Telegram tidak ditemukan; orang ini belum memulai bot atau akunnya sudah dihapus.',
  },
  {
    says: /was kicked|not a member|group chat was (?:deactivated|deleted)|chat was deleted/i,
    staffReads: 'Bot sudah tidak berada di grup ini.',
  },
  {
    says: /chat_write_forbidden|not enough rights to send|have no rights to send|chat_restricted/i,
    staffReads: 'Bot tidak boleh menulis di grup ini.',
  },
]
