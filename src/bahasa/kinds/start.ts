import { partsOf } from '../explained.ts'
import { isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { isOneOf, type Token } from '../text.ts'
import type { ChoiceOption } from '../types.ts'

/**
 * "bisa pak, silakan", "boleh, saya ada waktu" where one may begin now or later: a yes of few words. Of what stands beside it
 * nothing may speak of another time, of somebody else, or against it.
 */
export function startsNow(tokens: readonly Token[], options: readonly ChoiceOption[]): boolean {
  const offered = (code: string) => options.some((option) => option.code === code)
  if (!offered('mulai') || !offered('nanti')) return false
  let agreed = false
  for (const { start, end } of partsOf(tokens)) {
    const part = tokens.slice(start, end)
    const words = part.filter((token) => token.kind === 'word' && (!isPolite(token) || agreeing.has(token.low)))
    if (part.some((token) => token.kind === 'number' || token.text === '?')) return false
    const greets = (i: number) =>
      hours.has(words[i]!.text) &&
      words[i + 1]?.text !== 'ya' &&
      words.slice(0, i).every((token) => token.text === 'selamat')
    if (words.some((token, i) => against.has(token.text) && !greets(i))) return false
    const says = words.some((token) => isOneOf(agreeing, token))
    agreed ||= says && words.every((token) => isOneOf(agreeing, token) || small.has(token.text))
  }
  return agreed
}

/** "mulai minggu depan": when, not now. */
export const isPutOff = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => ahead.has(token.text) || token.low === 'jam')
const ahead = wordSet('besok lusa nanti depan sebentar habis setelah sesudah tunggu')
const agreeing = wordSet(
  'ya bisa boleh siap oke baik silakan silahkan setuju ayo mari lanjut lanjutkan mulai gas tentu betul mau',
)
const small = wordSet(
  'sekarang sudah saja kita saya kami katong kitong beta kak langsung tanya tanyakan ini ada waktu di rumah kantor sini sedia untuk isi mengisi jawab menjawab pak juga dengan senang hati selamat pagi siang sore malam',
)
const hours = wordSet('pagi siang sore malam')
const against = wordSet(
  'tidak belum bukan jangan tapi kalau jika asal atau kecuali mungkin nanti besok lusa sebentar dulu lain tunggu setelah sesudah habis selesai pulang sampai jam pukul malam sore siang pagi minggu senin selasa rabu kamis jumat sabtu bulan lagi masih sibuk capek lelah sakit jadi cuma hanya siapa apa bagaimana kapan',
)
