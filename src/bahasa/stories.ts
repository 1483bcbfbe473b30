import { partsOf } from './explained.ts'
import * as lexicon from './lexicon/stories.ts'
import { type Scan, scanNamed } from './match.ts'
import { isFunctionWord, type OptionIndex } from './match-index.ts'
import { findNumbers } from './numbers.ts'
import { isPolite } from './reply.ts'
import { wordSet } from './similar.ts'
import { isOneOf, type Token } from './text.ts'
import type { ChoiceOption } from './types.ts'

// What people tell behind the choices they name. A part of the reply goes where it names no further choice, its words speak
// of what was chosen or of what may be told of anything, and none of them may add, take back or lack something else. A
// bare noun ("dana, jembatan") is no story: it stays, and is asked about.

const further = wordSet(lexicon.furtherWords)
const troubles = wordSet(lexicon.otherTroubles)
const ofAny = wordSet(lexicon.toldOfAny)
const outcomes = wordSet(lexicon.outcomes)
export const otherSources = wordSet(lexicon.otherSources)

/** @param settle which of the hits in a part choose: of the others nothing can be told */
export function withoutStories(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
  settle: (part: readonly Token[], hits: Scan['hits']) => Scan['hits'] = (_, hits) => hits,
): readonly Token[] {
  // a story has two words and stands behind something
  if (tokens.length < 4) return tokens
  const parts = splitAtOutcomes(tokens)
  if (!parts.some((part, i) => i > 0 && part.length > 2)) return tokens
  const chosen = new Set<number>()
  const kept: Token[] = []
  for (const [i, part] of parts.entries()) {
    const found = scanNamed(part, options, index, true)
    const hits = found.hits.filter(
      (hit) =>
        !isOwnPlace(part, hit.end) &&
        !isNobody(part, hit.option === index.none, hit.end) &&
        !(
          hit.option === index.none &&
          [part[hit.start - 1], part[hit.end]].some((token) => isLackOf(token, chosen, options))
        ),
    )
    if (chosen.size > 0 && index.isSources && isRefused(part) && new Set(hits.map((hit) => hit.option)).size < 2)
      continue
    if (chosen.size > 0 && isStory(part, found, hits, chosen, options, index.none)) continue
    if (hits.length > 0 && i + 1 < parts.length) for (const hit of settle(part, hits)) chosen.add(hit.option)
    kept.push(...part)
  }
  return kept.length === tokens.length ? tokens : kept
}

/** "maaf baru balas, baru pulang dari kebun. Kendalanya modal": up to the full stop, where something is named behind it. */
export function withoutExcuse(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
): readonly Token[] {
  const at = tokens.findIndex((token) => token.text === 'maaf')
  if (
    at < 0 ||
    tokens.slice(0, at).some((token) => token.kind === 'word' && !isPolite(token) && token.text !== 'minta')
  )
    return tokens
  let next = at + 1
  while (tokens[next] && isPolite(tokens[next]!)) next++
  if (!late.has(tokens[next]?.text ?? '')) return tokens
  const stop = tokens.findIndex((token, i) => i > at && (token.text === '.' || token.text === '\n'))
  const pause = stop < 0 ? tokens.findIndex((token, i) => i > at && token.text === ',') : stop
  const end = pause < 0 ? endOfLate(tokens, next + 1) : pause
  if (end < 0) return tokens
  const rest = tokens.slice(end + 1)
  return scanNamed(rest, options, index, true).hits.length > 0 ? rest : tokens
}
const late = wordSet('baru terlambat lambat telat')
/** "maaf baru buka hp kak modal sama bibit": without a pause, up to the last word of the excuse. */
function endOfLate(tokens: readonly Token[], from: number): number {
  let end = from
  while (tokens[end] && (answering.has(tokens[end]!.low) || isPolite(tokens[end]!))) end++
  return end > from ? end - 1 : -1
}
const answering = wordSet('balas membalas jawab menjawab respon buka lihat liat baca hp wa pesan pesannya pegang')

function splitAtOutcomes(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: { start: number; end: number }[] = []
  for (const part of partsOf(tokens)) {
    // "1. dana 2. hujan": the dot belongs to the number
    const last = parts.at(-1)
    if (last && tokens[part.start]!.text === '.' && tokens[part.start - 1]!.kind === 'number') last.end = part.end
    else parts.push({ ...part })
  }
  return parts.flatMap(({ start, end }) => {
    let at = start + 2
    while (at < end && !(outcomes.has(tokens[at]!.text) && tokens[at]!.text !== 'sampai')) at++
    return at < end ? [tokens.slice(start, at), tokens.slice(at, end)] : [tokens.slice(start, end)]
  })
}

/** "desa kami sudah 2 kali masuk proposal": who speaks, not whom it concerns. */
const isOwnPlace = (part: readonly Token[], end: number) =>
  places.has(part[end - 1]?.text ?? '') && speakers.has(part[end]?.text ?? '')
const places = wordSet('desa negeri')
const speakers = wordSet('kami katong kita kitong beta saya')

/** "pemasaran, pembeli tidak ada": a lack of what was chosen for. */
const isLackOf = (token: Token | undefined, chosen: ReadonlySet<number>, options: readonly ChoiceOption[]) =>
  token?.kind === 'word' && tellersOf(token, options).some((option) => chosen.has(option))

/** "karena usulan ke dinas belum dijawab": a source that was asked and did not give. */
const isRefused = (part: readonly Token[]) =>
  part[0]?.text === 'karena' &&
  part.some((token, i) => (token.text === 'belum' || token.text === 'tidak') && gives.has(part[i + 1]?.text ?? '')) &&
  !part.some((token) => further.has(token.text))
const gives = wordSet(
  'dijawab jawab cair dapat turun masuk terima diterima balas dibalas kasih ada setuju disetujui lolos',
)

/** "sudah 7 bulan tidak ada yang turun": nobody, not *Tidak ada*. */
const isNobody = (part: readonly Token[], none: boolean, end: number) => none && part[end]?.text === 'yang'

function isStory(
  part: readonly Token[],
  found: Scan,
  hits: Scan['hits'],
  chosen: ReadonlySet<number>,
  options: readonly ChoiceOption[],
  none: number,
): boolean {
  if (found.unsettled || found.stalled || hits.some((hit) => !chosen.has(hit.option))) return false
  const words = part.filter((token) => token.kind === 'word' && !isPolite(token))
  if (words.length < 2 || part.some((token) => isOneOf(further, token))) return false
  if (part.some((token) => otherSources.has(token.low)) && options.some((option) => option.code === 'swadaya'))
    return false
  if (joinsFurther(part, hits, chosen, options)) return false
  const numbers = findNumbers(part)
  const counted = (i: number) => numbers.some((number) => i >= number.start && i <= number.end)
  const used = new Set(hits.flatMap((hit) => Array.from({ length: hit.end - hit.start }, (_, k) => hit.start + k)))
  const outcome = outcomes.has(words[0]!.text)
  let anchors = hits.length + (outcome ? 1 : 0)
  let own = hits.length
  for (const [i, token] of part.entries()) {
    if (token.kind !== 'word' || used.has(i) || counted(i) || isPolite(token)) continue
    const tells = tellersOf(token, options)
    if (tells.some((option) => chosen.has(option))) {
      anchors++
      own++
    } else if (isOneOf(ofAny, token)) anchors++
    else if (tells.length > 0) return false
    else if (
      isOneOf(troubles, token) &&
      !(token.text === 'jalan' && slippery(part)) &&
      !prepositions.has(part[i - 1]?.text ?? '')
    )
      return false
    else if (lacks.has(token.text)) continue
    else if (!isFunctionWord(token.text)) continue
  }
  if ((anchors === 0 && !isOfPeople(words)) || (chosen.has(none) && words.some((token) => lacks.has(token.text))))
    return false
  // "gabah murah": what is said of a thing tells of the choice
  if (words.length === 2)
    return states.has(words[1]!.text) && tellersOf(words[1]!, options).some((option) => chosen.has(option))
  return own > 0 || outcome || !words.some((token) => lacks.has(token.text))
}
/** "su dua bulan seng bisa melaut dan ketrampilan": what is joined on tells nothing of what was chosen. */
function joinsFurther(
  part: readonly Token[],
  hits: Scan['hits'],
  chosen: ReadonlySet<number>,
  options: readonly ChoiceOption[],
): boolean {
  const at = part.findLastIndex((token) => joints.has(token.text))
  // "ke Kupang dan Bali"
  if (at < 1 || hits.some((hit) => hit.end > at) || prepositions.has(part[at - 2]?.text ?? '')) return false
  const rest = part.slice(at + 1).filter((token) => token.kind === 'word' && !isPolite(token))
  return (
    rest.length <= 3 &&
    rest.some((token) => !isFunctionWord(token.text)) &&
    !rest.some((token) => ofAny.has(token.text) || tellersOf(token, options).some((option) => chosen.has(option)))
  )
}
const joints = wordSet('dan & plus sama terus lalu')

/** "mama2 punya kerja", "ada 2 kelompok yang minta dari tahun lalu": of people, with nothing that adds or lacks. */
const isOfPeople = (words: readonly Token[]) =>
  words.some((token) => isOneOf(persons, token)) &&
  !words.some((token) => lacks.has(token.text) || wanting.has(token.text)) &&
  !adds.has(words[0]!.text)
const persons = wordSet(lexicon.persons)
const wanting = wordSet(lexicon.wanting)
const adds = wordSet('terus lalu baru cuma hanya terutama khususnya nanti sekarang minta')

const states = wordSet(lexicon.states)
/** "jalan ke kebun licin": what rain does to any road. */
const slippery = (part: readonly Token[]) => part.some((token) => token.text === 'licin' || token.text === 'becek')
const prepositions = wordSet('di ke dari')
const lacks = wordSet('tidak belum kurang mahal habis susah sulit mati jauh hilang gagal lemah minim jarang terlambat')

/** The options a word is told of. */
export function tellersOf(token: Token, options: readonly ChoiceOption[]): readonly number[] {
  const rows = rowsByWord.get(token.low) ?? rowsByWord.get(token.text)
  if (!rows) return []
  return options.flatMap((option, i) =>
    rows.some((names) => names.has(option.code.toLowerCase()) || names.has(option.label.toLowerCase())) ? [i] : [],
  )
}
const rowsByWord: ReadonlyMap<string, readonly ReadonlySet<string>[]> = (() => {
  const rows = new Map<string, ReadonlySet<string>[]>()
  for (const { names, words } of lexicon.tellings) {
    const own = new Set(names.split(', '))
    for (const word of words.split(' ')) rows.set(word, [...(rows.get(word) ?? []), own])
  }
  return rows
})()
