import { withoutCorrection } from '../amount.ts'
import { futureWords } from '../lexicon/choices.ts'
import { indexOptions, isFunctionWord, isGenericBeside, type OptionIndex, type Scan, scan } from '../match.ts'
import { ask } from '../questions.ts'
import { asksBack, isPolite, prepare, saysPending, saysUnknown } from '../reply.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import type { Ask, ChoiceOption, ReadContext, Reading } from '../types.ts'

/** The code of the one option a reply names: by number, ordinal, label, synonym, key word, beginning or misspelling. */
export function readChoice(text: string, options: readonly ChoiceOption[], ctx: ReadContext): Reading<string> {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, 'choice', reply)
  const index = indexOptions(options, ctx.lexicon)
  const exact = exactOption(reply.text, options, index)
  if (exact) return { value: exact.code }
  if (asksBack(reply.all)) return ask(ctx, 'choice', 'asked_back')
  const corrected = opensWithSalah(reply.all, index) ? reply.all : withoutCorrection(reply.all)
  const all = withoutDenied(corrected, options, index)
  const opening = openingOf(all, index)
  if (opening !== undefined) return { value: options[opening]!.code }
  const [lead, explanation] = split(all)
  const first = scan(lead, options, index, false)
  const found =
    first.hits.length === 0 && !first.unsettled && !first.stalled && !first.badNumber
      ? scan(all, options, index, false)
      : first
  const own = found === first ? lead : all
  if (saysUnknown(own) || (saysPending(own) && !found.hits.some((hit) => hit.by === 'phrase')))
    return ask(ctx, 'choice', 'not_known')
  const chosen = new Set(found.hits.map((hit) => hit.option))
  if (found === first)
    for (const hit of scan(explanation, options, index, false).hits) if (hit.by === 'phrase') chosen.add(hit.option)
  if (found.badNumber) return askWhich(ctx, options, [], 'out_of_range')
  if (chosen.size > 1) return askWhich(ctx, options, [...chosen], 'several_match')
  const [only] = chosen
  if (only === undefined) {
    if (found.rivals.length > 1) return askWhich(ctx, options, found.rivals, 'several_match')
    if (found.unsettled || found.stalled) return askWhich(ctx, options, [], 'restricted')
    return askWhich(ctx, options, [], reply.tokens.length === 0 ? 'empty' : 'no_match')
  }
  if (
    found.stalled ||
    found.hits.some((hit) => hit.doubtful) ||
    isRestricted(own, found) ||
    isStillToCome(own, found, only, index) ||
    found.hits.some((hit) => isGenericBeside(own, hit, found.used)) ||
    explanation.some((token) => contradictions.has(token.text))
  )
    return askWhich(ctx, options, [only], 'restricted')
  return { value: options[only]!.code }
}

/** The reply is a code or a label letter for letter: no other reading can be better. */
export function exactOption(
  text: string,
  options: readonly ChoiceOption[],
  index: OptionIndex,
): ChoiceOption | undefined {
  const at = text.length <= 200 ? index.exact.get(text.trim().toLowerCase()) : undefined
  return at === undefined ? undefined : options[at]
}

/** "salah orang" is an answer where an option says so, no correction. */
const opensWithSalah = (tokens: readonly Token[], index: OptionIndex) =>
  tokens[0]?.text === 'salah' && index.byFirst.has('salah')

/** "bukan selesai, masih jalan": what is denied goes, where something else is named behind it. */
function withoutDenied(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
): readonly Token[] {
  const at = tokens.findIndex((token) => token.kind === 'word' && !isPolite(token))
  if (at < 0 || tokens[at]!.text !== 'bukan') return tokens
  const pause = tokens.findIndex((token, i) => i > at + 1 && instead.has(token.text))
  if (pause < 0) return tokens
  const denied = scan(tokens.slice(at, pause), options, index, false)
  if (denied.hits.length !== 1 || denied.hits[0]!.start === 0) return tokens
  const rest = tokens.slice(pause + 1)
  return scan(rest, options, index, false).hits.some((hit) => hit.by !== 'likeness') ? rest : tokens
}
const instead = wordSet(', . ; tapi melainkan')

/** "sudah" alone where one label begins so. Not for "tidak" and "belum", which say less than the label does. */
function openingOf(tokens: readonly Token[], index: OptionIndex): number | undefined {
  const words = tokens.filter((token) => token.kind !== 'mark' && !isPolite(token) && token.text !== 'ya')
  if (words.length === 0 || !words.every((token) => token.text === words[0]!.text)) return undefined
  const word = words[0]!.text
  if (!openings.has(word) || index.byFirst.get(word)?.some((phrase) => phrase.words.length === 1)) return undefined
  const labels = index.labels.flatMap((label, i) => (label[0] === word && label.length > 1 ? [i] : []))
  return labels.length === 1 ? labels[0] : undefined
}
const openings = wordSet('sudah sedang masih akan')

const breaks = wordSet(', . ; \n (')

/** The part that answers and the part that explains: after a pause that follows something, or a "because". */
function split(tokens: readonly Token[]): [readonly Token[], readonly Token[]] {
  let content = 0
  for (const [i, token] of tokens.entries()) {
    const explains = token.text === 'karena' || (waits.has(token.text) && isBelum(tokens, i))
    if (content > 0 && (breaks.has(token.text) || explains)) {
      const numberDot = token.text === '.' && tokens[i - 1]?.kind === 'number'
      if (!numberDot && !(token.text === ',' && isListComma(tokens, i)))
        return [tokens.slice(0, i), tokens.slice(i + 1)]
    }
    if (token.kind !== 'mark' && !isPolite(token) && token.text !== 'maaf') content++
  }
  return [tokens, []]
}

/** "belum tunggu hujan": why not yet. "sedang menunggu" is no work in progress. */
const waits = wordSet('tunggu menunggu')
function isBelum(tokens: readonly Token[], i: number): boolean {
  const before = tokens.slice(0, i).filter((token) => token.kind === 'word' && !isPolite(token))
  return before.at(before.at(-1)?.text === 'masih' ? -2 : -1)?.text === 'belum' || before[0]?.text === 'belum'
}

/** "Bahan, alat": a comma inside a label is matched over, so the reply is not cut right behind one bare word. */
const isListComma = (tokens: readonly Token[], i: number) =>
  i + 2 >= tokens.length && tokens[i + 1]?.kind === 'word' && tokens.length <= 3

const contradictions = wordSet('tapi kecuali sebagian cuma hanya')
const restrictions = wordSet(
  'tapi atau kecuali sebagian setengah separuh kadang antara selain bukan tidak belum jangan kurang mungkin kalau kalo asal jika sepertinya kayaknya kayanya rasanya barangkali hampir sekitar kira antara',
)

/** A word outside the match takes it back: "tidak selesai", "sebagian selesai". */
function isRestricted(tokens: readonly Token[], found: Scan): boolean {
  return tokens.some((token, i) => {
    if (found.used.has(i)) return false
    return restrictions.has(token.text)
  })
}

const future = wordSet(futureWords)

/** "selesai bulan depan": of the states only "belum" goes with a word for what is to come. */
function isStillToCome(tokens: readonly Token[], found: Scan, option: number, index: OptionIndex): boolean {
  if (!index.isStatus || index.labels[option]!.includes('belum')) return false
  return (
    tokens.some((token, i) => !found.used.has(i) && future.has(token.text)) ||
    tokens.some((token, i) => token.text === 'lagi' && tokens[i - 1] !== undefined && counted.has(tokens[i - 1]!.text))
  )
}
const counted = wordSet('hari minggu bulan tahun')

/** At most three options are offered by name; of more the person sees the list again anyway. */
export function askWhich(
  ctx: ReadContext,
  options: readonly ChoiceOption[],
  candidates: readonly number[],
  reason: Ask['ask'],
  kind: 'choice' | 'choices' = 'choice',
): Ask {
  const offered = candidates.length >= 2 && candidates.length <= 3 ? [...candidates].sort((a, b) => a - b) : []
  const shown = offered.map((i) => ({ label: options[i]!.label, text: String(i + 1) }))
  if (shown.length > 0) {
    const list = shown.map((option) => `${option.text} ${option.label}`).join(', atau ')
    return ask(ctx, kind, reason, `Yang mana, {sapaan}: ${list}?`, shown)
  }
  if (candidates.length === 1) {
    const option = options[candidates[0]!]!
    return ask(ctx, kind, reason, `Maksudnya ${option.label}, {sapaan}? Balas dengan nomornya.`, [
      { label: option.label, text: String(candidates[0]! + 1) },
    ])
  }
  return ask(
    ctx,
    kind,
    reason,
    options.length > 0 ? `Maaf, yang mana, {sapaan}? Balas nomor 1 sampai ${options.length}.` : undefined,
  )
}

export const isContent = (token: Token): boolean =>
  token.kind === 'word' && !isFunctionWord(token.text) && !isPolite(token)
