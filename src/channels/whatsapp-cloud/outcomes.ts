import { HOUR } from '../../lib/local-time.ts'
import { cleanText } from '../../messages/clean-text.ts'
import { shorten } from '../../messages/split.ts'
import type { SendOutcome } from '../channel.ts'
import { GraphError } from './graph.ts'

const SECOND = 1000

/** Wait after a failure that names no time; the outbox makes it grow. */
const briefly = 5 * SECOND

/** What Meta's codes mean for us (developers.facebook.com, "Cloud API error codes"). */
interface Meaning {
  /** ms to wait before the next try; undefined: trying again is of no use. */
  readonly wait?: number
  /** It is about the account, not about this message. */
  readonly wholeChannel?: true
  readonly ourFault: boolean
  /** This person cannot be reached here, whatever is sent. */
  readonly unreachable?: true
  readonly staffReads: string
}

const ours = (staffReads: string): Meaning => ({ ourFault: true, staffReads })
const account = (wait: number, staffReads: string): Meaning => ({
  wait,
  wholeChannel: true,
  ourFault: true,
  staffReads,
})

const badToken = account(60 * SECOND, 'Token WhatsApp Business tidak berlaku lagi. Mohon beri tahu pengelola sistem.')
const badAccount = account(
  600 * SECOND,
  'Akun WhatsApp Business sedang dibatasi atau belum lengkap (pembayaran, kebijakan). Mohon beri tahu pengelola sistem.',
)
const badTemplate = ours(
  'Templat WhatsApp untuk pesan ini belum disetujui atau isinya tidak cocok. Mohon beri tahu pengelola sistem.',
)
const undeliverable: Meaning = {
  ourFault: false,
  unreachable: true,
  staffReads:
    'Nomor ini tidak bisa menerima pesan WhatsApp dari bot (diblokir, tidak terdaftar, atau aplikasinya lama).',
}
export const outsideWindow = {
  ourFault: false,
  staffReads:
    'Sudah lebih dari 24 jam sejak orang ini terakhir menulis, dan belum ada templat WhatsApp untuk pesan ini. Mohon hubungi lewat telepon, atau pasang templatnya.',
} as const satisfies Meaning

const meanings: Readonly<Record<number, Meaning>> = {
  // access
  0: badToken,
  190: badToken,
  3: badToken,
  10: badToken,
  368: badAccount,
  131031: badAccount,
  131042: badAccount,
  131045: badAccount,
  133010: badAccount,
  // pace
  4: account(10 * SECOND, 'WhatsApp meminta bot memperlambat pengiriman.'),
  80007: account(10 * SECOND, 'WhatsApp meminta bot memperlambat pengiriman.'),
  130429: account(SECOND, 'WhatsApp meminta bot memperlambat pengiriman.'),
  131048: account(HOUR, 'WhatsApp membatasi nomor bot karena terlalu banyak orang menolak pesannya.'),
  131056: { wait: 4 * SECOND, ourFault: false, staffReads: 'Terlalu banyak pesan ke orang ini dalam waktu singkat.' },
  // this person
  131026: undeliverable,
  131030: {
    ourFault: true,
    staffReads: 'Nomor ini belum ada di daftar penerima uji coba WhatsApp Business.',
  },
  131047: outsideWindow,
  131049: {
    ourFault: false,
    staffReads: 'WhatsApp memilih tidak menyampaikan templat ini ke orang ini sekarang. Coba lagi besok.',
  },
  131050: { ourFault: false, staffReads: 'Orang ini tidak mau lagi menerima templat dari nomor bot.' },
  131062: ours('Pesan jenis ini tidak bisa dikirim ke orang yang nomornya disembunyikan.'),
  // this message
  131051: ours('WhatsApp tidak mengenal jenis pesan ini. Mohon beri tahu pengelola sistem.'),
  131052: ours('Berkas lampiran pesan ini tidak dapat diolah WhatsApp.'),
  131053: ours('Berkas lampiran pesan ini tidak dapat diunggah ke WhatsApp.'),
  132000: badTemplate,
  132001: badTemplate,
  132005: badTemplate,
  132007: badTemplate,
  132012: badTemplate,
  132015: badTemplate,
  132016: badTemplate,
  // Meta's own troubles
  1: { wait: briefly, ourFault: false, staffReads: 'WhatsApp sedang bermasalah.' },
  2: { wait: briefly, ourFault: false, staffReads: 'WhatsApp sedang bermasalah.' },
  131000: { wait: briefly, ourFault: false, staffReads: 'WhatsApp sedang bermasalah.' },
  131016: { wait: briefly, ourFault: false, staffReads: 'WhatsApp sedang bermasalah.' },
  131057: account(300 * SECOND, 'Akun WhatsApp Business sedang dalam perawatan.'),
  133004: account(60 * SECOND, 'WhatsApp sedang bermasalah.'),
}

const ourMistake = ours('WhatsApp menolak isi pesan ini. Mohon beri tahu pengelola sistem.')

export const pairLimit = 131056
export const windowClosed = 131047

/** What a failed call means. `timedOut`: our own limit was reached. Nothing of the request gets into the outcome. */
export function outcomeOf(error: unknown, now: number, hide: (text: string) => string, timedOut = false): SendOutcome {
  if (timedOut) return { kind: 'retry', at: now + briefly, reason: 'no answer in time' }
  if (!(error instanceof GraphError)) return { kind: 'retry', at: now + briefly, reason: 'network failure' }
  const reason = reasonOf(error.code ?? error.status, hide(error.details))
  const meaning = error.code === undefined ? undefined : meanings[error.code]
  if (meaning?.wait !== undefined)
    return {
      kind: 'retry',
      at: now + meaning.wait,
      reason,
      ...(meaning.wholeChannel && { wholeChannel: true }),
    }
  if (meaning) return refusal(meaning, reason)
  if (error.status === 401 || error.status === 403)
    return { kind: 'retry', at: now + 60 * SECOND, reason, wholeChannel: true }
  if (error.status === 429) return { kind: 'retry', at: now + 10 * SECOND, reason, wholeChannel: true }
  if (error.status >= 500) return { kind: 'retry', at: now + briefly, reason }
  return refusal(ourMistake, reason)
}

export function refusal(meaning: Meaning, reason: string): SendOutcome {
  return {
    kind: 'refused',
    reason,
    ourFault: meaning.ourFault,
    ...(meaning.unreachable && { unreachable: true }),
    staffReads: meaning.staffReads,
  }
}

/** What staff read about a message that Meta took and could not deliver. */
export function failureOf(
  code: number | undefined,
  details: string,
): { readonly reason: string; readonly staffReads: string; readonly unreachable?: true } {
  const meaning = (code === undefined ? undefined : meanings[code]) ?? {
    staffReads: 'WhatsApp tidak berhasil menyampaikan pesan ini.',
  }
  return {
    reason: reasonOf(code, details),
    staffReads: meaning.staffReads,
    ...('unreachable' in meaning && meaning.unreachable && { unreachable: true }),
  }
}

/** True when nothing can be sent until somebody repairs the access. */
export function isAccess(error: unknown): boolean {
  if (!(error instanceof GraphError)) return false
  const meaning = error.code === undefined ? undefined : meanings[error.code]
  return meaning === badToken || meaning === badAccount || (meaning === undefined && error.status === 401)
}

/** Meta's words without digits that could be somebody's number. */
const reasonOf = (code: number | undefined, details: string) =>
  shorten(cleanText(`${code ?? '?'} ${details.replace(/\+?\d{7,}/g, '…')}`).trim(), 200)

/** What is wrong, in one sentence with the remedy. */
export function describe(error: unknown): string {
  if (!(error instanceof GraphError)) return 'WhatsApp cannot be reached: check the network and WHATSAPP_CLOUD_API_ROOT'
  const meaning = error.code === undefined ? undefined : meanings[error.code]
  if (meaning === badToken || (meaning === undefined && error.status === 401))
    return 'Meta does not accept the token: check WHATSAPP_CLOUD_TOKEN'
  if (meaning === badAccount) return 'Meta has restricted the WhatsApp Business account: look into its Business Manager'
  if (error.code === 100 || error.status === 404)
    return 'Meta does not know the phone number ID: check WHATSAPP_CLOUD_PHONE_NUMBER_ID'
  if (meaning?.wholeChannel) return 'WhatsApp asks us to slow down'
  return `WhatsApp answers with error ${error.code ?? error.status}`
}
