import { isContent } from '../match-index.ts'
import type { Hit } from '../match-numbers.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import type { ChoiceOption } from '../types.ts'
import { lacking } from './choices-beside.ts'

// Two options named in one phrase: a list, or one thing and what it is for?

/**
 * "harga bahan mahal", "uang untuk beli bibit", "pelatihan cara pakai mesin": two key words in one phrase may name one
 * thing. Side by side they are a list where each is what its label begins with and nothing else is said ("dana lahan"),
 * unless the second is what the first may be for ("dana pelatihan"); in a list of trades none is (`plainly`).
 */
export function onePhrase(
  tokens: readonly Token[],
  settled: readonly Hit[],
  options: readonly ChoiceOption[],
  plainly: boolean,
): readonly number[] | undefined {
  const named = settled.filter((hit) => hit.by === 'phrase').sort((a, b) => a.start - b.start)
  const words = (hit: Hit) =>
    tokens
      .slice(hit.start, hit.end)
      .map((token) => token.text)
      .join(' ')
  const isFirst = (hit: Hit) => options[hit.option]!.label.split(labelBreaks)[0]!.trim().toLowerCase() === words(hit)
  const isList = new Set(named.map((hit) => hit.option)).size > 2
  const onlyNamed = () =>
    tokens.every((token, i) => !isContent(token) || named.some((hit) => i >= hit.start && i < hit.end))
  for (const [k, first] of named.entries()) {
    const second = named[k + 1]
    if (!second || second.option === first.option || second.start < first.end) continue
    const between = tokens.slice(first.end, second.start)
    if (between.length > 0) {
      const joined =
        between.some((token) => token.kind === 'mark' || joins.has(token.text)) ||
        (tokens[second.end]?.text === 'juga' && between.some((token) => further.has(token.text)))
      if (!joined && between.some((token) => purposes.has(token.low) || token.text === 'karena'))
        return [first.option, second.option]
    } else if (lacking.has(tokens[second.start]!.text)) continue
    else if (
      !(
        isFirst(first) &&
        isFirst(second) &&
        (named.length > 2 || (plainly && attributes.test(words(first))) || !attributes.test(words(second))) &&
        onlyNamed()
      ) &&
      // "tani ternak tenun"
      !(isList && !ofThings.has(words(first)) && onlyNamed())
    )
      return [first.option, second.option]
  }
  return undefined
}
/** "uang untuk beli bibit", "latihan bikin pupuk": what is asked for is the first; the last word says what for. */
export function withoutPurpose(tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] {
  const named = hits.filter((hit) => hit.by === 'phrase').sort((a, b) => a.start - b.start)
  const [head, last] = named.slice(-2)
  if (!head || !last || named.length !== hits.length || last.start <= head.end) return hits
  const between = tokens.slice(head.end, last.start)
  const purpose =
    between.every((token) => activities.has(token.low) || token.low === 'buat' || leadsTo.has(token.text)) &&
    between.some(
      (token) =>
        activities.has(token.low) ||
        (token.low === 'buat' && trains.has(tokens[head.end - 1]!.text)) ||
        (handles.has(token.text) && tokens.slice(head.start, head.end).some((word) => skills.has(word.text))),
    )
  return purpose && tokens.slice(last.end).every((token) => !isContent(token))
    ? hits.filter((hit) => hit !== last)
    : hits
}
const trains = wordSet('pelatihan latihan kursus bimtek')
const ofThings = wordSet('harga biaya uang ongkos')
/** "bibit dimakan tikus", "ulat makan bibit": the trouble is the pest, the other what it befell. */
export function withoutVictims(
  tokens: readonly Token[],
  hits: readonly Hit[],
  options: readonly ChoiceOption[],
): readonly Hit[] {
  // "bibit kena penyakit" may be bad seed
  const pests = hits.filter(
    (hit) =>
      hit.by === 'phrase' && options[hit.option]!.code.startsWith('hama') && tokens[hit.start]!.text !== 'penyakit',
  )
  if (pests.length === 0 || pests.length === hits.length) return hits
  const allIn = (from: number, to: number, set: ReadonlySet<string>) =>
    to > from && tokens.slice(from, to).every((token) => set.has(token.text))
  return hits.filter(
    (hit) =>
      hit.by !== 'phrase' ||
      hit.end !== hit.start + 1 ||
      !victims.has(tokens[hit.start]!.text) ||
      !pests.some((pest) => allIn(hit.end, pest.start, befalls) || allIn(pest.end, hit.start, attacks)),
  )
}
const victims = wordSet('bibit benih anakan tanaman')
const befalls = wordSet('mati habis rusak dimakan kena diserang terserang dirusak oleh semua sudah banyak karena gagal')
const attacks = wordSet('makan serang menyerang rusak merusak masuk habiskan ke di banyak bongkar semua suka')
const handles = wordSet('pakai memakai menggunakan operasikan')
const skills = wordSet('terampil keterampilan')
const leadsTo = wordSet('untuk yang pakai memakai menggunakan operasikan')
const activities = wordSet('beli membeli bli bikin membuat cara mengolah olah')
const labelBreaks = /[,&/(]/
const attributes = /^(?:pe.+an|bahan|alat|tenaga|pasar|bibit)$/
const further = wordSet('terus lalu baru')
const joins = wordSet('dan sama dengan plus juga')
const purposes = wordSet(
  'untuk utk buat bwt beli membeli bli bikin membuat cara pakai memakai olah mengolah sewa bayar kena terkena makan dimakan masuk merusak dirusak injak akibat tentang soal antar sesama oleh guna',
)
