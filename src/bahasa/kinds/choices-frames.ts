import { partsOf } from '../explained.ts'
import { scanNamed } from '../match.ts'
import type { OptionIndex } from '../match-index.ts'
import { isContent } from '../match-index.ts'
import type { Hit } from '../match-numbers.ts'
import { isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { isOneOf, type Token } from '../text.ts'
import type { ChoiceOption } from '../types.ts'

// What opens and closes a list of choices and names none: "ada dua soal, …", "pertama …, kedua …", "…, itu saja dulu",
// "…, mohon perhatian".

export interface Framed {
  readonly tokens: readonly Token[]
  /** How many are said to follow. */
  readonly announced?: number
}

export function withoutFrames(tokens: readonly Token[]): Framed {
  const { tokens: rest, announced } = withoutAnnouncement(tokens)
  const parts = partsOf(rest)
  let last = parts.length
  while (last > 1 && closes(rest.slice(parts[last - 1]!.start, parts[last - 1]!.end))) last--
  const own = last === parts.length ? rest : rest.slice(0, parts[last - 1]!.end)
  return { tokens: own, ...(announced !== undefined && { announced }) }
}

/** "ada dua pak, lahan dan …", "kendala kami ada 2: …" */
function withoutAnnouncement(tokens: readonly Token[]): Framed {
  const at = tokens.findIndex((token) => counts.has(token.text))
  if (at < 0 || at > 6 || !tokens.slice(0, at).every(opensCount)) return { tokens }
  let end = at + 1
  const counted = kinds.has(tokens[end]?.text ?? '') || kinds.has(tokens[end]?.low ?? '')
  if (!counted && !announces.has(tokens[at - 1]?.text ?? '')) return { tokens }
  while (tokens[end] && (kinds.has(tokens[end]!.low) || isPolite(tokens[end]!))) end++
  const stop = tokens[end]
  if (!stop || !(pauses.has(stop.text) || stop.low === 'yaitu' || stop.low === 'yakni')) return { tokens }
  return { tokens: tokens.slice(end + 1), announced: counts.get(tokens[at]!.text)! }
}
const counts: ReadonlyMap<string, number> = new Map(
  ['dua', 'tiga', 'empat'].flatMap((word, i) => [[word, i + 2] as const, [String(i + 2), i + 2] as const]),
)
const opensCount = (token: Token) => token.kind === 'mark' || isPolite(token) || isOneOf(beforeCount, token)
const beforeCount = wordSet(
  'ada cuma hanya paling kendala kendalanya masalah masalahnya hambatan kebutuhan kami kita katong kelompok desa di sini itu yang utama sumber bidang saya',
)
const announces = wordSet('ada cuma hanya')
const kinds = wordSet(
  'hal soal masalah kendala macam poin jenis hambatan kebutuhan sumber bidang bagian itu yang utama saja',
)
const pauses = wordSet(', . : ; \n')

/** "…, itu saja dulu", "…, mohon perhatian", "…, masing-masing ada", "…, apalagi tanggal tua" */
function closes(part: readonly Token[]): boolean {
  const words = part.filter((token) => token.kind === 'word' && !isPolite(token))
  const all = (set: ReadonlySet<string>) => words.every((token) => isOneOf(set, token))
  const has = (set: ReadonlySet<string>) => words.some((token) => isOneOf(set, token))
  if (words.length === 0 || part.some((token) => token.kind === 'number')) return false
  if (all(enough) && has(these)) return true
  if (all(wishing) && has(wishes)) return true
  if (all(each) && words.at(-1)!.text === 'ada' && words.length > 1) return true
  return words[0]!.text === 'apalagi' && words.length > 1 && words.slice(1).every((token) => season.has(token.text))
}
const enough = wordSet('itu saja dulu sementara sekarang untuk ini sekian cukup yang penting paling')
const these = wordSet('itu sekian')
const wishing = wordSet(
  'mohon minta tolong harap semoga bisa untuk dan atas dari kami perhatian perhatiannya bantuan bantuannya petunjuk petunjuknya arahan arahannya solusi solusinya maklum dimaklumi dibantu diperhatikan ditindaklanjuti dukungannya tindak lanjut lanjutnya segera pemerintah',
)
const wishes = wordSet(
  'perhatian perhatiannya bantuan bantuannya petunjuk petunjuknya arahan arahannya solusi solusinya maklum dimaklumi dibantu diperhatikan ditindaklanjuti dukungannya tindak',
)
const each = wordSet('masing-masing keduanya ada')
const season = wordSet('tanggal tua bulan begini sekarang ini akhir minggu tahun hari')

/**
 * "pertama dana, yang kedua soal pasar": ordinals in a row, each with words of its own behind it, count what is named. "yang
 * pertama dan ketiga" chooses.
 */
export function withoutOrder(tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] {
  const orders = hits
    .filter((hit) => hit.by === 'number' && tokens[hit.start]!.kind === 'word' && hit.end === hit.start + 1)
    .sort((a, b) => a.start - b.start)
  if (orders.length === 0) return hits
  // "yang utama dana, kedua pasar"
  if (orders.every((hit) => hits.some((other) => other.by === 'phrase' && other.start === hit.end)))
    return hits.filter((hit) => !orders.includes(hit))
  if (!orders.every((hit, i) => hit.option === i)) return hits
  const own = (i: number) => tokens.slice(orders[i]!.end, orders[i + 1]?.start ?? tokens.length).some(isContent)
  const named = hits.some((hit) => hit.by === 'phrase' && hit.start > orders[0]!.start)
  return named && orders.length > 1 && orders.every((_, i) => own(i))
    ? hits.filter((hit) => !orders.includes(hit))
    : hits
}

/** "beda pendapat antara ketua dan anggota": who quarrels is no choice. */
export function withoutQuarrellers(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
): readonly Token[] {
  const at = tokens.findIndex((token) => between.has(token.low))
  if (at < 1) return tokens
  const start = tokens[at - 1]!.text === 'di' ? at - 1 : at
  const quarrel = scanNamed(tokens.slice(0, start), options, index, true).hits.some(
    (hit) => hit.by === 'phrase' && hit.end === start && options[hit.option]!.code === 'beda_pendapat',
  )
  if (!quarrel) return tokens
  let end = at + 1
  while (tokens[end] && (sides.has(tokens[end]!.text) || sides.has(tokens[end]!.low) || isJoint(tokens, end))) end++
  return [...tokens.slice(0, start), ...tokens.slice(end)]
}
const isJoint = (tokens: readonly Token[], i: number) =>
  joints.has(tokens[i]!.text) && (sides.has(tokens[i + 1]?.text ?? '') || sides.has(tokens[i + 1]?.low ?? ''))
const joints = wordSet('dan dengan sama')
const between = wordSet('antara antar')
const sides = wordSet(
  'soa marga suku dusun ketua anggota warga kelompok keluarga tetua desa negeri orang pemuda kepala raja saudara bendahara kampung rt rw tuan tanah bpd tokoh adat masyarakat pengurus dua tiga sesama kakak adik pemilik',
)
