import { withoutHedges } from '../hedges.ts'
import { ask } from '../questions.ts'
import { asksBack, isPolite, prepare, saysPending, saysUnknown } from '../reply.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import { isCommon } from '../told-name.ts'
import { behindSeat, toldNames } from '../told-region.ts'
import type { Ask, ReadContext, Reading, RegionOption } from '../types.ts'
import {
  aboveOf,
  asNear,
  byName,
  directions,
  type Entry,
  indexRegions,
  isInside,
  type Level,
  levelOf,
  namesOf,
  narrow,
  nearest,
  search,
} from './region-names.ts'

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
  const all = behindSeat(
    reply.all.filter(
      (token, i) =>
        (token.kind !== 'word' || token.text !== reply.all[i - 1]?.text) &&
        !(i > 0 && isElder(token, reply.all[i - 1]!)),
    ),
  )
  // "danama pa"
  if (all.length > 1 && all[all.length - 1]!.low === 'pa') all.pop()
  const index = indexRegions(regions, ctx.lexicon)
  const candidates = within === undefined ? index : index.filter((entry) => isInside(entry.region, within, regions))
  const code = candidates.find((entry) => entry.region.code === text.trim())
  if (code) return { value: code.region.code }
  if (isOfOther(all)) return ask(ctx, 'region', 'restricted')
  const opening = leadingName(all, candidates, index, regions)
  if (opening) return { value: opening.region.code }
  const { tokens, approximate } = withoutHedges(withoutSurroundings(behindExcuse(all, candidates)))
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
      !tokens
        .slice(pause)
        .some((token, i, rest) => mistaken.has(token.low) || (token.text === 'tanya' && mayCorrect(rest, i))) &&
      !/\d/.test(rest.name.join('')) &&
      search(candidates, rest.name, undefined).length === 0 &&
      !(tokens.some((token) => places.has(token.text)) && namesAnother(tokens.slice(pause + 1), own[0]!, index))
    )
      return { value: own[0]!.region.code }
  }
  const { name, level, parent } = parse(words)
  if (name.length === 0) return ask(ctx, 'region', saysUnknown(tokens) || saysPending(tokens) ? 'not_known' : 'empty')
  const first = search(candidates, name, level)
  // "kampung air kasar"
  const found =
    first.length === 0 && name.length > 1 && kinds.has(name[0]!) ? byName(candidates, name.slice(1).join('')) : first
  const settled = narrow(found, level, parent, regions, index)
  // "nama saya Lena" is a person's
  const ofPerson =
    level === undefined && tokens.some((token, i) => token.text === 'nama' && tokens[i + 1]?.text === 'saya')
  if (settled.length === 1 && ofPerson && byName(settled, name.join('')).length === 0)
    return ask(ctx, 'region', 'no_match')
  const rivals = settled.length === 1 ? asNear(candidates, name, settled[0]!) : []
  if (rivals.length > 0) {
    const all = [...settled, ...rivals].map((entry) => entry.region)
    return askWhich(ctx, all, regions)
  }
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

/** "Laura kk": who is spoken to; "40 kk" counts. */
const isElder = (token: Token, before: Token) => token.low === 'kk' && before.kind !== 'number'

/** "mama saya dari Kori", "ke Kori", "saya di Kori sekarang": of another, or where somebody only is or goes. */
const isOfOther = (all: readonly Token[]) =>
  (kin.has(all[0]?.low ?? '') && of.has(all[1]?.text ?? '') && origins.has(all[2]?.text ?? '')) ||
  all.some((token, i) => inLaw.has(token.text) && origins.has(all[i + 1]?.text ?? '')) ||
  // "desa lama kami Kori"
  (all[0]?.text === 'desa' && all[1]?.text === 'lama' && of.has(all[2]?.text ?? '')) ||
  // "desa yang di tutuk tolu"
  (all[0]?.text === 'desa' && all[1]?.text === 'yang' && all[2]?.text === 'di') ||
  all[0]?.text === 'ke' ||
  (all.some((token) => token.text === 'di') &&
    !all.some((token) => token.text === 'desa' || token.text === 'negeri' || token.text === 'dari') &&
    all.some((token) => moments.has(token.text)))
const inLaw = wordSet('mantu menantu')
const origins = wordSet('dari orang')
const kin = wordSet('mama bapa bapak ibu istri suami nenek oma opa kakek')
const of = wordSet('saya beta kami pung pu punya')
const moments = wordSet('sekarang sementara lagi sedang')

/**
 * "Hameli Ate, pak, jalannya masuk dari simpang gereja": a whole name before the first pause. What follows may explain, but
 * name no other place, correct nothing, and not point beside it ("Kori, sebelahnya").
 */
function leadingName(
  all: readonly Token[],
  candidates: readonly Entry[],
  index: readonly Entry[],
  regions: readonly RegionOption[],
): Entry | undefined {
  const pause = all.findIndex(
    (token) => token.text === ',' || token.text === '.' || token.text === '\n' || token.text === '(',
  )
  if (pause < 1) return undefined
  const lead = all.slice(0, pause)
  const rest = all.slice(pause + 1).filter((token) => !isPolite(token))
  if (rest.length === 0 || rest.some((_, i) => mayCorrect(rest, i))) return undefined
  if (lead.some((token) => restrictions.has(token.text) || beside.has(token.text))) return undefined
  const { name, level, parent } = parse(lead)
  const known = byName(candidates, name.join(''))
  const found = narrow(
    known.length > 0 || name.length !== 1 || name[0]!.length < 6 ? known : search(candidates, name, level),
    level,
    parent,
    regions,
    index,
  )
  const [only] = found
  if (found.length !== 1 || only === undefined) return undefined
  const { approximate } = withoutHedges(rest)
  if (approximate && !rest.some((token) => token.kind === 'number' || ways.has(token.text))) return undefined
  return namesAnother(rest, only, index) ? undefined : only
}

/** Not "kalau jalan kaki dan tidak hujan", "tanya saja semua orang tahu". */
const mayCorrect = (rest: readonly Token[], i: number) => {
  const { text, low } = rest[i]!
  const next = rest[i + 1]?.text ?? ''
  if (text === 'dan') return i === 0 || !ofWays.has(next)
  if (text === 'sebelah' && sides.has(next)) return false
  // "rumah saya juga di situ"
  if (text === 'situ' && rest[i - 1]?.text === 'di' && rest[i - 2]?.text === 'juga') return false
  if (text === 'tanya') return next !== 'saja' || !rest.some((token) => token.text === 'tahu')
  return corrects.has(text) || corrects.has(low)
}
const sides = wordSet('kanan kiri')
const ofWays = wordSet('tidak jalan jauh jalannya jaraknya semua banyak ramai dekat')

/** "Mali, desa Koki", "Kori, tugas di Noha": a place that is neither the one named nor the one above it. */
function namesAnother(rest: readonly Token[], only: Entry, index: readonly Entry[]): boolean {
  const names = namesOf(index)
  const above = aboveOf(only.region)
  for (let i = 0; i < rest.length; i++) {
    let joined = ''
    for (let k = i; k < rest.length && k < i + 5 && rest[k]!.kind === 'word'; k++) {
      joined += rest[k]!.text
      if (!names.has(joined) || (k === i && isCommon(rest[k]!.low))) continue
      const own = byName(index, joined).some((entry) => entry === only || entry.region.code === above)
      const cameFrom = rest.slice(0, i).some((token) => token.text === 'dulu')
      if (!own && !cameFrom) return true
    }
    // a village by its name
    if (i > 0 && (rest[i - 1]!.text === 'desa' || rest[i - 1]!.text === 'negeri') && !isCommon(rest[i]!.low))
      return true
  }
  return false
}
/** "rumah saya di Kori, tugas di Noha" */
const places = wordSet('tugas bertugas kerja rumah')
const mistaken = wordSet('eh salah maksud maksudnya ralat keliru sebelahnya sampingnya')
/** "maaf pak sinyal hilang, Waitaru" */
function behindExcuse(all: readonly Token[], candidates: readonly Entry[]): readonly Token[] {
  const pause = all.findLastIndex((token) => token.text === ',' || token.text === '.' || token.text === '\n')
  const lead = all.slice(0, pause)
  const rest = all.slice(pause + 1)
  const excused = pause > 0 && excuses.has(lead.find((token) => !isPolite(token))?.text ?? lead[0]!.text)
  return excused &&
    byName(candidates, parse(rest).name.join('')).length > 0 &&
    !lead.some((token) => token.text === 'desa')
    ? rest
    : all
}
const excuses = wordSet('maaf sinyal jaringan hp pulsa baru')
const beside = wordSet('sebelah dekat samping tetangga belakang depan seberang antara luar')
const ways = wordSet('menit jam km kilo kilometer meter hari tahun')
const corrects = wordSet(
  'bukan eh salah keliru maksud maksudnya ralat atau sebelah sebelahnya seberang samping sampingnya dekatnya situ sana tetangga tetangganya pindah pindahan pemekarannya pemekaran lupa tanya tanyakan ? & dan entah kata katanya',
)

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
  // "negeri waru bukan teluk waru"
  const denied = tokens.findIndex(
    (token, i) =>
      i > 0 && token.text === 'bukan' && (i > 1 || tokens[i - 1]!.text !== ',') && tokens[i + 1]?.kind === 'word',
  )
  const length = tokens.length - denied - 1
  const pause = tokens[denied - 1]?.text === ','
  let left =
    denied > 0 && (pause || (length > 0 && length <= 3)) ? tokens.slice(0, pause ? denied - 1 : denied) : tokens
  const hamlet = left.findIndex(
    (token, i) => i > 0 && hamlets.has(token.text) && (left[i + 1]?.kind === 'number' || left[i + 1]?.raw.length === 1),
  )
  // "dusun 3 waitaru"
  if (hamlets.has(left[0]?.text ?? '') && left[1]?.kind === 'number' && left.length > 2) left = left.slice(2)
  if (hamlet > 0 && hamlet + 2 >= left.length) left = left.slice(0, hamlet)
  if (left.length > 1 && provinces.has(left.at(-1)!.low)) left = left.slice(0, -1)
  return left
}
const kinds = wordSet('kampung pulau kota')
const hamlets = wordSet('dusun rt rw lingkungan')
const provinces = wordSet('sbd sbt ntt maluku sumba seram')

const restrictions = wordSet('atau tapi bukan kecuali antara tidak belum dan')
const around = wordSet(
  'laporan lapor pemdes pemerintah asli ktp kegiatan saya kami kita dari di untuk itu ini adalah yang nama namanya warga asal tinggal katong lokasi ke orang punya pu ya saja betul maaf nomor',
)
interface Parsed {
  readonly name: readonly string[]
  readonly level?: Level
  readonly parent: readonly string[]
}

/** "desa Sesar kec Bula pak" → the name, its level, the name of the region above. */
function parse(words: readonly Token[]): Parsed {
  const content = words.filter(
    (token, i) =>
      !(i === 0 && officers.has(token.text) && words.length > 1) &&
      !(isPolite(token) && !isNamePart(words, i)) &&
      !around.has(token.text),
  )
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

const officers = wordSet('kades sekdes kadus')

/** A polite word in the middle of a name is part of it: "Ana Kaka". */
const isNamePart = (words: readonly Token[], i: number) => {
  const token = words[i]!
  return words.length <= 3 && token.raw.charAt(0) !== token.low.charAt(0) && i > 0
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
