import { withoutHedges } from '../hedges.ts'
import { ask } from '../questions.ts'
import { asksBack, isPolite, prepare, saysPending, saysUnknown } from '../reply.ts'
import { distance, skeleton, wordSet } from '../similar.ts'
import { cleanText, type Token, tokenize } from '../text.ts'
import { toldNames } from '../told-region.ts'
import type { Ask, Lexicon, ReadContext, Reading, RegionOption } from '../types.ts'

/**
 * The code of the desa or kecamatan a reply names. Names are compared without spaces ("weelima" is "Wee Lima"); a whole
 * name beats the beginning of another ("Kodi" is not "Kodi Utara"); a name that occurs twice is a question.
 *
 * @param within code of the region above; only regions in it are considered, as far as they say where they lie
 */
export function readRegion(
  text: string,
  regions: readonly RegionOption[],
  ctx: ReadContext,
  within?: string,
): Reading<string> {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, 'region', reply)
  if (asksBack(reply.all)) return ask(ctx, 'region', 'asked_back')
  const { tokens, approximate } = withoutHedges(withoutSurroundings(reply.all))
  const index = indexRegions(regions, ctx.lexicon)
  const candidates = within === undefined ? index : index.filter((entry) => isInside(entry.region, within, regions))
  if (approximate || tokens.some((token) => restrictions.has(token.text))) {
    const told = approximate ? undefined : inSentence(tokens, candidates, index, regions)
    return told ? { value: told.region.code } : ask(ctx, 'region', 'restricted')
  }
  // the whole reply first: names such as "Nama" or "Ana Kaka" hold words that are politeness elsewhere
  const words = tokens.filter((token) => token.kind !== 'mark')
  const whole = byName(candidates, words.map((token) => token.text).join(''))
  if (whole.length === 1) return { value: whole[0]!.region.code }
  // "Kori, Kodi Utara": a name, a pause, and the region above, which may not be in the list
  const pause = tokens.findIndex((token) => token.text === ',')
  if (pause > 0) {
    const first = parse(tokens.slice(0, pause).filter((token) => token.kind !== 'mark'))
    const rest = parse(tokens.slice(pause + 1).filter((token) => token.kind !== 'mark'))
    const typed = tokens.slice(0, pause).filter((token) => token.kind !== 'mark')
    const literally = byName(candidates, typed.map((token) => token.text).join(''))
    const own = literally.length > 0 ? literally : byName(candidates, first.name.join(''))
    if (
      own.length === 1 &&
      rest.level !== 'desa' &&
      !/\d/.test(rest.name.join('')) &&
      search(candidates, rest.name, undefined).length === 0
    )
      return { value: own[0]!.region.code }
  }
  const { name, level, parent } = parse(words)
  if (name.length === 0) return ask(ctx, 'region', saysUnknown(tokens) || saysPending(tokens) ? 'not_known' : 'empty')
  const found = search(candidates, name, level)
  const settled = narrow(found, level, parent, regions, index)
  if (settled.length === 1) return { value: settled[0]!.region.code }
  const told = inSentence(tokens, candidates, index, regions)
  if (settled.length > 1 && !told)
    return askWhich(
      ctx,
      settled.map((entry) => entry.region),
      regions,
    )
  // "Sesar Bula": the last words may be the region above
  const split = nameAndParent(candidates, index, name)
  if (split.length === 1) return { value: split[0]!.region.code }
  const before = within === undefined ? undefined : nameBeforeUnlisted(candidates, words)
  if (before) return { value: before.region.code }
  if (told) return { value: told.region.code }
  const near = nearest(candidates, name)
  if (near.length === 1 && near[0]!.sure) return { value: near[0]!.region.code }
  if (saysUnknown(tokens) || saysPending(tokens)) return ask(ctx, 'region', 'not_known')
  return near.length > 0 && near.length <= 3
    ? askWhich(
        ctx,
        near.map((entry) => entry.region),
        regions,
      )
    : ask(ctx, 'region', near.length > 3 ? 'several_match' : 'no_match')
}

/** The one place that a sentence says the person is of: a whole name, or the likely spelling of what stands behind "desa". */
function inSentence(
  tokens: readonly Token[],
  candidates: readonly Entry[],
  index: readonly Entry[],
  regions: readonly RegionOption[],
): Entry | undefined {
  if (tokens.length < 3) return undefined
  const known = namesOf(index)
  const named = toldNames(tokens, (words) => known.has(words.join('')))
  if (named === 'doubtful') return undefined
  const [first, ...rest] = named.map(({ words, level }) => {
    const found = narrow(search(candidates, words, level), level, [], regions, index)
    const near = found.length > 0 ? [] : nearest(candidates, words)
    return { words, found: found.length > 0 ? found : near.filter((entry) => entry.sure) }
  })
  if (!first) return undefined
  const said = new Set(rest.flatMap(({ words }) => byName(index, words.join('')).map((entry) => entry.region.code)))
  const inside =
    first.found.length > 1 ? first.found.filter((entry) => said.has(aboveOf(entry.region) ?? '')) : first.found
  if (inside.length !== 1) return undefined
  const only = inside[0]!
  // "desa Kalena Rongo, kecamatan Kodi Utara"
  const above = aboveOf(only.region)
  const same = rest.every(
    ({ words, found }) =>
      found.some((entry) => entry.region === only.region) ||
      byName(index, words.join('')).some((entry) => entry.region.code === above),
  )
  return same ? only : undefined
}

/** "waitaru dusun 2", "mangganipi kodi utara sbd", "bukambero, bukan kori": what stands behind the name and is not part of it. */
function withoutSurroundings(tokens: readonly Token[]): readonly Token[] {
  const denied = tokens.findIndex((token, i) => i > 1 && token.text === 'bukan' && tokens[i - 1]!.text === ',')
  let left = denied > 0 ? tokens.slice(0, denied - 1) : tokens
  const hamlet = left.findIndex(
    (token, i) => i > 0 && hamlets.has(token.text) && (left[i + 1]?.kind === 'number' || left[i + 1]?.raw.length === 1),
  )
  if (hamlet > 0 && hamlet + 2 >= left.length) left = left.slice(0, hamlet)
  if (left.length > 1 && provinces.has(left.at(-1)!.low)) left = left.slice(0, -1)
  return left
}
const hamlets = wordSet('dusun rt rw lingkungan')
const provinces = wordSet('sbd sbt ntt maluku sumba seram')

interface Entry {
  readonly region: RegionOption
  /** Names and aliases: standard words joined, and the words. */
  readonly names: readonly { readonly joined: string; readonly words: readonly string[] }[]
  readonly level: Level | undefined
}
type Level = 'desa' | 'kecamatan'

const restrictions = wordSet('atau tapi bukan kecuali antara tidak belum dan')
const around = wordSet(
  'saya kami kita dari di untuk itu ini adalah yang nama namanya warga asal tinggal katong lokasi ke orang punya pu ya saja betul maaf nomor',
)
const cache = new WeakMap<readonly RegionOption[], Map<Lexicon | undefined, readonly Entry[]>>()

function indexRegions(regions: readonly RegionOption[], lexicon?: Lexicon): readonly Entry[] {
  let byLexicon = cache.get(regions)
  if (!byLexicon) cache.set(regions, (byLexicon = new Map()))
  let index = byLexicon.get(lexicon)
  if (!index) {
    index = regions.map((region) => ({
      region,
      level: levelOf(region),
      names: [region.name, ...(region.aliases ?? [])].map((name) => {
        const words = tokenize(cleanText(name), lexicon)
          .filter((t) => t.kind !== 'mark')
          .map((t) => t.text)
        return { words, joined: words.join('') }
      }),
    }))
    byLexicon.set(lexicon, index)
  }
  return index
}

/** Kemendagri codes: 81.05.04 is a kecamatan, 81.05.04.2001 a desa. */
const levelOf = ({ code }: RegionOption): Level | undefined => {
  const dots = code.split('.').length - 1
  return dots === 3 ? 'desa' : dots === 2 ? 'kecamatan' : undefined
}

/** The region above: as given, else by the code. */
const aboveOf = ({ code, within }: RegionOption): string | undefined =>
  within ?? (code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : undefined)

function isInside(region: RegionOption, within: string, regions: readonly RegionOption[]): boolean {
  for (let at: RegionOption | undefined = region, depth = 0; at && depth < 5; depth++) {
    if (at.within === undefined) return depth === 0 && (at.code.startsWith(`${within}.`) || !at.code.includes('.'))
    if (at.within === within) return true
    const above: string = at.within
    at = regions.find((other) => other.code === above)
    if (!at) return above.startsWith(`${within}.`)
  }
  return false
}

const joinedNames = new WeakMap<readonly Entry[], ReadonlySet<string>>()
function namesOf(index: readonly Entry[]): ReadonlySet<string> {
  let names = joinedNames.get(index)
  if (!names)
    joinedNames.set(index, (names = new Set(index.flatMap((entry) => entry.names.map((name) => name.joined)))))
  return names
}

const byName = (entries: readonly Entry[], joined: string) =>
  entries.filter((entry) => entry.names.some((name) => name.joined === joined))

interface Parsed {
  readonly name: readonly string[]
  readonly level?: Level
  readonly parent: readonly string[]
}

/** "desa Sesar kec Bula pak" → the name, its level, the name of the region above. */
function parse(words: readonly Token[]): Parsed {
  const content = words.filter((token, i) => !(isPolite(token) && !isNamePart(words, i)) && !around.has(token.text))
  const names: string[][] = [[]]
  const levels: (Level | undefined)[] = [undefined]
  for (const { text } of content) {
    const level =
      text === 'desa' || text === 'negeri' || text === 'kelurahan'
        ? 'desa'
        : text === 'kecamatan'
          ? 'kecamatan'
          : undefined
    if (level) {
      if (names.at(-1)!.length > 0) {
        names.push([])
        levels.push(level)
      } else levels[levels.length - 1] = level
      continue
    }
    if (text === 'kabupaten') break
    names.at(-1)!.push(text)
  }
  const desa = levels.indexOf('desa')
  const [main, parent] = desa > 0 && levels[0] === 'kecamatan' ? [desa, 0] : [0, levels.length > 1 ? 1 : -1]
  const level = levels[main] ?? (parent >= 0 && levels[parent] === 'kecamatan' ? 'desa' : undefined)
  return { name: names[main] ?? [], parent: parent >= 0 ? (names[parent] ?? []) : [], ...(level && { level }) }
}

/** A polite word in the middle of a name is part of it: "Ana Kaka". */
const isNamePart = (words: readonly Token[], i: number) => {
  const token = words[i]!
  return words.length <= 3 && token.raw.charAt(0) !== token.low.charAt(0) && i > 0
}

/** Whole name; else the beginning, or abbreviated words, or the one word only this name has. */
function search(entries: readonly Entry[], name: readonly string[], level: Level | undefined): readonly Entry[] {
  const joined = name.join('')
  const exact = byName(entries, joined)
  if (exact.length > 0) {
    const fit =
      level === undefined ? exact : exact.filter((entry) => entry.level === undefined || entry.level === level)
    return fit.length > 0 ? fit : exact
  }
  const short = entries.filter((entry) => entry.names.some((known) => abbreviates(name, known.words)))
  if (short.length > 0) return short
  // the beginning of a name, or one word of it: "gorom" is in "Pulau Gorom" and begins "Gorom Timur"
  if (joined.length < 3 || (name.length === 1 && directions.has(joined))) return []
  return entries.filter((entry) =>
    entry.names.some(
      (known) =>
        known.joined.startsWith(joined) || (name.length === 1 && joined.length >= 4 && known.words.includes(joined)),
    ),
  )
}

const directions = wordSet('timur barat utara selatan tengah pulau desa kota kampung')

const shortWords: Readonly<Record<string, string>> = {
  pl: 'pulau',
  p: 'pulau',
  kp: 'kampung',
  kpg: 'kampung',
  tlk: 'teluk',
  tl: 'teluk',
  tj: 'tanjung',
  tg: 'tanjung',
  ut: 'utara',
  sel: 'selatan',
  tim: 'timur',
  bar: 'barat',
}

/** Word by word: the same, a usual abbreviation, the beginning (3 letters), or the word without its vowels. */
function abbreviates(typed: readonly string[], name: readonly string[]): boolean {
  if (typed.length !== name.length) return false
  return typed.every((word, i) => {
    const full = name[i]!
    if (word === full || shortWords[word] === full) return true
    if (word.length >= 3 && full.startsWith(word)) return true
    // "w timur": an initial beside a whole word
    if (word.length === 1 && full.startsWith(word) && typed.some((other, k) => other === name[k] && other.length > 3))
      return true
    return word.length >= 3 && full.length >= 4 && skeleton(full) === word
  })
}

/** Level words and the region above decide between regions of one name. */
function narrow(
  found: readonly Entry[],
  level: Level | undefined,
  parent: readonly string[],
  regions: readonly RegionOption[],
  index: readonly Entry[],
): readonly Entry[] {
  let left = level === undefined ? found : found.filter((entry) => entry.level === undefined || entry.level === level)
  if (parent.length > 0 && left.length > 1) {
    const above = byName(index, parent.join('')).map((entry) => entry.region.code)
    const inside = left.filter((entry) => above.includes(aboveOf(entry.region) ?? '') && regions.length > 0)
    if (inside.length > 0) left = inside
  }
  return left
}

function nameAndParent(entries: readonly Entry[], index: readonly Entry[], name: readonly string[]): readonly Entry[] {
  for (let cut = name.length - 1; cut >= 1; cut--) {
    const own = byName(entries, name.slice(0, cut).join(''))
    const above = byName(index, name.slice(cut).join('')).map((entry) => entry.region.code)
    const inside = own.filter((entry) => above.includes(aboveOf(entry.region) ?? ''))
    if (inside.length > 0) return inside
  }
  return []
}

/**
 * "kalena rongo kodi utara" where only the desa of one kecamatan are listed: a whole name, and behind it at least two
 * words that end in a direction, as names of kecamatan do. "Waru Timur" may be another desa than Waru.
 */
function nameBeforeUnlisted(entries: readonly Entry[], words: readonly Token[]): Entry | undefined {
  const texts = words.filter((token) => !levelWords.has(token.text)).map((token) => token.text)
  if (texts.length > 6) return undefined
  for (let cut = texts.length - 2; cut >= 1; cut--) {
    const own = byName(entries, texts.slice(0, cut).join(''))
    if (own.length === 0) continue
    const rest = texts.slice(cut)
    const named =
      !directions.has(rest[0]!) && directions.has(rest.at(-1)!) && search(entries, rest, undefined).length === 0
    return named && own.length === 1 ? own[0] : undefined
  }
  return undefined
}
const levelWords = wordSet('desa negeri kelurahan kecamatan')

/** Misspelt names. Sure only when no other name is nearly as close: "Kadi Wone" is one letter from "Kadi Wano". */
function nearest(entries: readonly Entry[], name: readonly string[]): readonly (Entry & { sure: boolean })[] {
  const joined = name.join('')
  if (joined.length < 4 || joined.length > 40 || /\d/.test(joined)) return []
  const limit = joined.length >= 9 ? 2 : joined.length >= 5 ? 1 : 0
  const scored = entries
    .map((entry) => ({
      ...entry,
      sure: false,
      far: Math.min(...entry.names.map((known) => distance(joined, known.joined, limit + 1))),
    }))
    .filter((entry) => entry.far <= limit + 1)
    .sort((a, b) => a.far - b.far)
  const [best, second] = scored
  if (!best || best.far > limit) return scored.slice(0, 3)
  if (!second || second.far > best.far + 1) return [{ ...best, sure: true }]
  return scored.slice(0, 3)
}

function askWhich(ctx: ReadContext, found: readonly RegionOption[], regions: readonly RegionOption[]): Ask {
  if (found.length > 3) return ask(ctx, 'region', 'several_match')
  const options = found.map((region) => {
    const above = regions.find((other) => other.code === aboveOf(region))
    const kind = levelOf(region) === 'kecamatan' ? 'Kecamatan' : 'Desa'
    const same = found.some((other) => other !== region && other.name === region.name)
    const label = same ? (above ? `${kind} ${region.name} (${above.name})` : `${kind} ${region.name}`) : region.name
    const text = same
      ? above
        ? `${kind} ${region.name} kecamatan ${above.name}`
        : `${kind} ${region.name}`
      : region.name
    return { label, text }
  })
  return ask(
    ctx,
    'region',
    'several_match',
    `Yang mana, {sapaan}: ${options.map((option) => option.label).join(', atau ')}?`,
    options,
  )
}
