import { type Scan, scan, scanNamed } from './match.ts'
import { isFunctionWord, type OptionIndex } from './match-index.ts'
import type { Hit } from './match-numbers.ts'
import { isPolite } from './reply.ts'
import { wordSet } from './similar.ts'
import { type Token, tokenBefore } from './text.ts'
import type { ChoiceOption } from './types.ts'

// What a reply names in order to rule it out: "bukan dana tapi alat", "dana cukup, tenaga kurang", "yang lain aman". It is
// taken out where something else stays named; where nothing does, the kinds ask.

/** "bukan 1 tapi 2", "swadaya, bukan dana desa": the denied option goes, if another one is named beside it. */
export function withoutDenied(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
  several: boolean,
): readonly Token[] {
  const at = tokens.findIndex((token) => token.text === 'bukan')
  if (at < 0) return tokens
  const stop = tokens.findIndex((token, i) => i > at + 1 && instead.has(token.text))
  const end = stop < 0 ? tokens.length : stop
  const denied = scan(tokens.slice(at, end), options, index, several)
  const [only] = denied.hits
  // "bukan saya" may be an option, and "bukan dari dana desa saja" is more than a denial
  if (!only || only.start === 0 || new Set(denied.hits.map((hit) => hit.option)).size !== 1) return tokens
  const bare = tokens
    .slice(at + 1, end)
    .every((token, i) => denied.used.has(i + 1) || token.kind === 'mark' || isPolite(token) || around.has(token.text))
  if (!bare) return tokens
  let next = end
  while (instead.has(tokens[next]?.text ?? '')) next++
  const before = tokens[at - 1]?.text === ',' ? at - 1 : at
  const rest = [...tokens.slice(0, before), ...tokens.slice(next)]
  const left = scanNamed(rest, options, index, several).hits
  const settled = left.length > 0 && left.every((hit) => hit.option !== only.option)
  return settled ? rest : tokens
}
const instead = wordSet(', . ; \n tapi melainkan yang')
const around = wordSet('nomor pilihan yang dari di itu karena')

const positives = wordSet(
  'cukup aman lancar bagus baik lengkap siap memadai tersedia beres mendukung normal stabil oke ok terpenuhi tercukupi bersahabat terkendali rajin aktif semangat kompak ramai subur laris',
)
const adverbs = wordSet(
  'sudah masih juga memang semua sangat ini itu kita kami katong yang cukup untuk sementara so su',
)
const negations = wordSet('tidak belum kurang bukan')
const arrived = wordSet('cair tiba lunas teratasi diatasi dibeli datang dapat diterima terima beres sampai masuk turun')
const over = wordSet('berhenti reda selesai lewat berlalu hilang teratasi diatasi beres mati')
const lost = wordSet(
  'rusak mati habis hilang tua busuk patah bocor macet kurang tidak belum malas pergi merantau gagal sakit',
)
const troubles = wordSet('masalah kendala persoalan hambatan')

/** Where a hit is said to be no problem: "dana cukup", "lahan tidak masalah", "alat sudah ada". The end of that, or 0. */
function fineUntil(
  tokens: readonly Token[],
  hit: Hit,
  othersLack: boolean,
  starts: ReadonlySet<number>,
  isProblem: boolean,
  occurs: boolean,
): number {
  const ends = (at: number) => starts.has(at) || closes(tokens[at])
  // "sudah ada dana, tinggal alat"
  if (tokenBefore(tokens, hit.start)?.text === 'ada' && tokens[hit.start - 2]?.text === 'sudah' && ends(hit.end))
    return hit.end
  let i = hit.end
  while (adverbs.has(tokens[i]?.text ?? '') && !(tokens[i]!.text === 'cukup' && ends(i + 1))) i++
  const word = tokens[i]?.text ?? ''
  // "dana tidak perlu, alat saja"
  if (!isProblem && (word === 'tidak' || word === 'belum') && needed.has(tokens[i + 1]?.text ?? '') && ends(i + 2))
    return i + 2
  if (negations.has(word)) {
    const trouble = tokens[i + 1]?.text === 'ada' ? i + 2 : i + 1
    return word !== 'kurang' && troubles.has(tokens[trouble]?.text ?? '') ? trouble + 1 : 0
  }
  if (positives.has(word) || positives.has(tokens[i]?.low ?? '')) return ends(i + 1) ? i + 1 : 0
  const already = tokens.slice(hit.end, i).some((token) => token.text === 'sudah')
  // "dana sudah cair"
  if (already && (occurs ? over : arrived).has(word) && ends(i + 1)) return i + 1
  // "mesin banyak yang rusak"
  if (tokens[i + 1]?.text === 'yang' && lost.has(tokens[i + 2]?.text ?? '')) return 0
  // "pembeli banyak", "bibit sudah pernah"
  if (isProblem ? !occurs && word === 'banyak' && i === hit.end : already && (word === 'pernah' || word === 'banyak'))
    return ends(i + 1) ? i + 1 : 0
  const there =
    isProblem &&
    !occurs &&
    !troubles.has(tokens[hit.start - 1]?.text ?? '') &&
    !named.has(tokens[hit.start - 1]?.low ?? '')
  return word === 'ada' && ends(i + 1) && (already || othersLack || there) ? i + 1 : 0
}

const named = wordSet('kendalanya masalahnya hambatannya soal')
const needed = wordSet('perlu butuh usah')

/** Nothing of weight follows: "cukup buruk" is not enough. */
const closes = (token: Token | undefined) =>
  token === undefined ||
  token.kind !== 'word' ||
  isFunctionWord(token.text) ||
  isPolite(token) ||
  goesOn.has(token.text)
const goesOn = wordSet('tinggal butuh perlu minta kurang terus lalu')

/**
 * Hits that are said to be fine, in lists of problems and needs. `rest` is the reply without them and without "yang lain
 * aman"; `only` that nothing else was named; `found` what the rest names as it is spelled, where it is known.
 */
export function withoutFine(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
): { readonly rest: readonly Token[]; readonly only: boolean; readonly found?: Scan } {
  const own = withoutOthers(tokens)
  if (index.isSources) return withoutUnpaid(own, options, index)
  if (index.none < 0) return { rest: own, only: false }
  const found = scanNamed(own, options, index, true)
  const named = found.hits.filter((hit) => hit.by === 'phrase' && hit.option !== index.none)
  if (named.length === 0) return { rest: own, only: false, found }
  const lacks = own.some((token) => negations.has(token.text))
  const starts = new Set(named.map((hit) => hit.start))
  const out = new Set<number>()
  const fine = named.filter((hit) => {
    const end = fineUntil(own, hit, lacks && named.length > 1, starts, index.isProblems, occurs(options[hit.option]!))
    for (let i = hit.start; i < end; i++) out.add(i)
    if (end > 0 && own[end]?.text === 'tapi') out.add(end)
    return end > 0
  })
  if (fine.length === 0) return { rest: own, only: false, found }
  return { rest: own.filter((_, i) => !out.has(i)), only: fine.length === named.length }
}

/** "kami pakai iuran, dana desa belum cair": a source that has not paid. */
function withoutUnpaid(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
): { readonly rest: readonly Token[]; readonly only: boolean } {
  const named = scanNamed(tokens, options, index, true).hits.filter((hit) => hit.by === 'phrase')
  const unpaid = named.filter(
    (hit) =>
      (tokens[hit.end]?.text === 'belum' || tokens[hit.end]?.text === 'tidak') &&
      pays.has(tokens[hit.end + 1]?.text ?? '') &&
      closes(tokens[hit.end + 2]),
  )
  const others = named.filter((hit) => !unpaid.some((other) => other.option === hit.option))
  if (unpaid.length === 0 || others.length === 0) return { rest: tokens, only: false }
  const gone = (i: number) => unpaid.some((hit) => i >= hit.start && i < hit.end + 2)
  return { rest: tokens.filter((_, i) => !gone(i)), only: false }
}
const pays = wordSet('cair turun ada masuk dapat')

/** "dana saja, yang lain aman": the closing says nothing more. */
function withoutOthers(tokens: readonly Token[]): readonly Token[] {
  for (let i = 1; i + 1 < tokens.length; i++) {
    const others = tokens[i]!.text === 'lain' && (tokens[i - 1]!.text === 'yang' || tokens[i - 1]!.kind === 'mark')
    if (!others) continue
    let k = i + 1
    while (adverbs.has(tokens[k]?.text ?? '')) k++
    const word = tokens[k]?.text ?? ''
    const none = negations.has(word) && (tokens[k + 1]?.text === 'ada' || troubles.has(tokens[k + 1]?.text ?? ''))
    if (!(positives.has(word) && closes(tokens[k + 1])) && !none) continue
    let end = none ? k + 2 : k + 1
    while (troubles.has(tokens[end]?.text ?? '')) end++
    const start = tokens[i - 1]!.text === 'yang' ? i - 1 : i
    if (start === 0) continue
    return [...tokens.slice(0, tokens[start - 1]!.text === ',' ? start - 1 : start), ...tokens.slice(end)]
  }
  return tokens
}

/** Troubles that are there: to deny them is not to lack them. */
const occurs = ({ code }: ChoiceOption) => occurring.test(code)
const occurring = /^(?:hama|cuaca|adat|beda_pendapat)$/

/**
 * "tidak ada hama", "ombak tidak ada", "tidak hujan lagi" deny a trouble, as "tidak ada dana" names one; "belum lancar" denies
 * that there is none.
 */
export const isDeniedTrouble = (
  tokens: readonly Token[],
  hits: readonly Hit[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
): boolean =>
  hits.some((hit) => {
    if (hit.by === 'number') return false
    const [before, after] = [tokenBefore(tokens, hit.start)?.text ?? '', tokens[hit.end]?.text ?? '']
    const between = before === 'ada' || degrees.has(before) ? 1 : 0
    const negated = negations.has(tokenBefore(tokens, hit.start - between)?.text ?? '')
    if (hit.option === index.none) return negated && wellBeing.has(tokens[hit.start]!.text)
    if (!index.isProblems || !occurs(options[hit.option]!)) return false
    const rain = dry.has(tokens[hit.start]!.text)
    const nowDry = after === 'lagi' || tokens[hit.start - 2 - between]?.text === 'sudah'
    if (negated && before !== 'kurang' && (!rain || nowDry)) return true
    const then = tokens[hit.end + 1]?.text ?? ''
    const behind = after === 'sudah' ? then : after
    const next = after === 'sudah' ? (tokens[hit.end + 2]?.text ?? '') : then
    return (behind === 'tidak' || behind === 'belum') && absences.has(next) && !(rain && !nowDry)
  })
const degrees = wordSet('begitu terlalu selalu semua sepenuhnya sangat')
const wellBeing = wordSet('lancar aman cukup baik nihil')
const dry = wordSet('hujan')
const absences = wordSet('ada banyak lagi seberapa terlalu begitu')
