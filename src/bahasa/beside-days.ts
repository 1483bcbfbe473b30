import { partsOf } from './explained.ts'
import { findMentions } from './mentions.ts'
import { monthOf } from './months.ts'
import { parseNumber } from './numbers.ts'
import { wordSet } from './similar.ts'
import { isOneOf, type Token } from './text.ts'
import type { ReadContext } from './types.ts'

// What stands beside a day or a month and leaves it as it is: that God may will it, a request to come, why not today, that
// it goes on until now, that the day of the month is forgotten.

export function withoutBeside(tokens: readonly Token[], ctx: ReadContext, kind: string): readonly Token[] {
  const words = new Set(tokens.map((token) => token.text))
  const has = (set: ReadonlySet<string>) => tokens.some(({ text }) => set.has(text))
  let left = tokens
  if (has(labels) || words.has('ke')) left = left.filter((_, i) => !isLabel(left, i))
  if (has(spans)) left = withoutSpan(left, ctx)
  if (has(heaven)) left = withoutDevotion(left)
  if (ctx.want === 'past') {
    if (words.has('sampai')) left = withoutSince(left, ctx)
    if (words.has('tidak')) left = withoutParts(left, ctx, fellShort)
  } else {
    if (has(requests)) left = withoutParts(left, ctx, isRequest)
    if (words.has('hari') || has(nows)) left = withoutParts(left, ctx, isNotYet)
  }
  return kind === 'month' && words.has('tanggal') ? withoutForgotten(left, ctx) : left
}

/** "di ruang kelas enam", "habis panen kelompok 2", "hut desa ke-20" */
const isLabel = (tokens: readonly Token[], i: number) => {
  const { kind, text } = tokens[i]!
  if (kind !== 'number' && !classes.has(text)) return false
  const next = tokens[i + 1]
  if (next?.kind === 'number' || isMonth(tokens, i + 1) || spans.has(next?.text ?? '')) return false
  const at = tokens[i - 1]?.text === '-' ? i - 2 : i - 1
  if (tokens[at]?.text === 'ke') return tokens.slice(0, at).some((token) => feasts.has(token.text))
  return labels.has(tokens[i - 1]?.text ?? '')
}
const isMonth = (tokens: readonly Token[], i: number) =>
  tokens[i] !== undefined &&
  (tokens[i]!.text === 'bulan' ||
    (tokens[i]!.kind === 'mark' && /[./-]/.test(tokens[i]!.text) && tokens[i + 1]?.kind === 'number') ||
    monthOf(tokens[i]!.text) !== undefined)
const labels = wordSet('kelas kelompok umur usia pokja gelombang')
const feasts = wordSet('hut ulang dirgahayu')
const classes = wordSet('satu dua tiga empat lima enam')

/** "2 november 2023, waktu itu kios baru buka dua minggu": how old something else was. */
function withoutSpan(tokens: readonly Token[], ctx: ReadContext): readonly Token[] {
  const at = tokens.findIndex(({ text }, i) => i > 3 && spans.has(text) && startOf(tokens, i) < i)
  if (at < 0 || around.has(tokens[at + 1]?.text ?? '')) return tokens
  const start = startOf(tokens, at)
  const lead = tokens.findLastIndex((token, i) => i < start && lasting.has(token.text))
  const said = tokens.slice(lead, at)
  if (
    lead < 2 ||
    !said.some((token) => young.has(token.text)) ||
    tokens.slice(lead).some((token) => moving.has(token.text) || shifting.has(token.text))
  )
    return tokens
  if (said.some((token) => token.kind === 'mark') || mentioned(tokens.slice(0, lead), ctx) !== 1) return tokens
  return [...tokens.slice(0, start), ...tokens.slice(at + 1)]
}
/** Where the number right before begins. */
const startOf = (tokens: readonly Token[], end: number) => {
  let start = end
  while (start > 0 && parseNumber(tokens, start - 1)?.end === end) start--
  return start
}
const spans = wordSet('hari minggu bulan tahun')
const around = wordSet(
  'lagi lalu depan yang kemudian setelah sesudah sebelum sesudahnya setelahnya sebelumnya lebih kurang',
)
const lasting = wordSet('karena waktu')
const young = wordSet('baru umur usia')
const shifting = wordSet('telat terlambat lambat lewat geser undur tunda eh salah ralat keliru baru2 lalu lagi')

/** The reply without such parts behind the only other one that names a day. */
function withoutParts(
  tokens: readonly Token[],
  ctx: ReadContext,
  goes: (said: readonly Token[], lead: readonly Token[]) => boolean,
) {
  const parts = partsOf(tokens).map(({ start, end }) => tokens.slice(start, end))
  if (parts.length < 2) return tokens
  const first = parts.findIndex((part) => mentioned(part, ctx) > 0)
  if (first < 0) return tokens
  return parts
    .filter(
      (part, i) =>
        i <= first ||
        !goes(
          part.filter(({ kind }, k) => k > 0 || kind !== 'mark'),
          parts[first]!,
        ),
    )
    .flat()
}
const mentioned = (tokens: readonly Token[], ctx: ReadContext) => findMentions(tokens, ctx.referenceOn).mentions.length

/** "kalau Tuhan kehendaki, …", "… jika diizinkan Allah" */
function withoutDevotion(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ text }, i) => ifs.has(text) && tokens.slice(i + 1, i + 3).some((token) => heaven.has(token.text)),
  )
  if (at < 0) return tokens
  let end = at + 1
  while (tokens[end] && (willing.has(tokens[end]!.text) || heaven.has(tokens[end]!.text))) end++
  const next = tokens[end]?.text
  return [...tokens.slice(0, at), ...tokens.slice(next === ',' && at === 0 ? end + 1 : end)]
}
const ifs = wordSet('kalau jika apabila bila kalo')
const heaven = wordSet('tuhan allah')
const willing = wordSet(
  'kehendaki menghendaki berkehendak izinkan ijinkan mengizinkan mengijinkan diizinkan diijinkan diberi beri berkenan berkati memberkati kasih kasi jalan umur mau tolong menolong sehat kesehatan panjang kita kami oleh yang',
)

/** ", mohon kalau bisa tim hadir juga" */
const isRequest = (said: readonly Token[]) =>
  (requests.has(said[0]?.text ?? '') || (ifs.has(said[0]?.text ?? '') && said[1]?.text === 'bisa')) &&
  said.some((token) => isOneOf(attending, token)) &&
  !said.some((token) => token.kind === 'number' || moving.has(token.text))
const requests = wordSet('mohon tolong harap kalau')
const attending = wordSet('hadir kehadiran datang ikut dampingi mendampingi bantu doa doakan doanya')
const moving = wordSet(
  'diundur mundur maju digeser ditunda ganti tapi atau bukan jangan lebih awal cepat batal jadwal ?',
)

/** "lusa pak, sekarang masih perbaiki jaring": why not at once. */
const isNotYet = (said: readonly Token[], lead: readonly Token[]) =>
  (nows.has(said[0]?.text ?? '') || ((said[0]?.text ?? '') === 'hari' && said[1]?.text === 'ini')) &&
  said.some((token) => busy.has(token.text)) &&
  !said.some((token) => token.kind === 'number' || moving.has(token.text) || undecided.has(token.text)) &&
  !(said[0]!.text === 'besok' && lead.some(({ text }) => text === 'ini' || nows.has(text)))
const undecided = wordSet(
  'jadi pasti tentu rencana perubahan berubah tentukan menentukan jelas tunggu kabar putuskan keputusan rapat bahas sepakat sepakati janji',
)
const nows = wordSet('sekarang besok')
const busy = wordSet('masih ada lagi sibuk belum sedang hujan libur')

/** ", ramai sampai kursi tidak cukup", ". Orang tidak banyak": how it went. */
const fellShort = (said: readonly Token[]) =>
  said.some(({ text }, i) => text === 'tidak' && i > 0 && enough.has(said[i + 1]?.text ?? '')) &&
  !said.some((token) => token.kind === 'number' || moving.has(token.text) || token.text === 'jadi')
const enough = wordSet('cukup banyak muat kebagian penuh')

/** "sejak Maret 2023 dan sampai sekarang belum dibuka": since when was asked. */
function withoutSince(tokens: readonly Token[], ctx: ReadContext): readonly Token[] {
  const at = tokens.findIndex(({ text }, i) => text === 'sampai' && tokens[i + 1]?.text === 'sekarang')
  const from = tokens.findIndex((token) => since.has(token.text))
  if (from < 0 || at < from || mentioned(tokens.slice(from, at), ctx) === 0) return tokens
  const rest = tokens.slice(at + 2)
  if (rest.some((token) => moving.has(token.text)) || mentioned(rest, ctx) > 0) return tokens
  const before = tokens[at - 1]!.text
  return tokens.slice(0, before === 'dan' || before === ',' ? at - 1 : at)
}
const since = wordSet('sejak dari mulai')

/** "bulan juni, saya lupa tanggalnya": the month was asked. */
function withoutForgotten(tokens: readonly Token[], ctx: ReadContext): readonly Token[] {
  let at = tokens.length
  while (at > 0 && forgetting.has(tokens[at - 1]!.text)) at--
  const said = tokens.slice(at).map((token) => token.text)
  const forgot =
    said.includes('lupa') || (said.includes('tidak') && said.some((text) => text === 'ingat' || text === 'tahu'))
  return forgot && said.includes('tanggal') && mentioned(tokens.slice(0, at), ctx) === 1 ? tokens.slice(0, at) : tokens
}
const forgetting = wordSet(
  'saya kami beta tapi sudah lupa tidak ingat tahu belum tanggal tanggalnya berapa pasti pastinya persis persisnya , . soal untuk cuma hanya',
)
