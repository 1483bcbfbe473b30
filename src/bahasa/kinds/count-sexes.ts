import { allBystanders, type ExplanationRules, explains, partsOf } from '../explained.ts'
import * as words from '../lexicon/explaining.ts'
import { findNumbers } from '../numbers.ts'
import { isAddressed, isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { changed, isOneOf, type Token } from '../text.ts'
import { unitOf } from '../units.ts'

// Men and women in a reply: the words for them, and what stands around their numbers and is no count of them.

type Sex = 'l' | 'p'

const wordsOf = (male: string, female: string): ReadonlyMap<string, Sex> =>
  new Map([
    ...male.split(' ').map((word) => [word, 'l'] as const),
    ...female.split(' ').map((word) => [word, 'p'] as const),
  ])

const plainSexes = wordsOf('laki bapak2 l lkl cowo putra ikhwan', 'perempuan ibu2 p w prmp putri akhwat')
const addressedSexes = wordsOf('bapak bapa bpk bapaknya bapanya', 'ibu mama ibunya mamanya')
export const pictures = wordsOf('👨 👦 ♂', '👩 👧 ♀')
/** "perempuan" with any vowels, or none. */
const likeFemale = /^[aeiou]*p[aeiou]*r[aeiou]*m[aeiou]*p[aeiou]*n[aeiou]*$/

export const sexOf = (token: Token | undefined): Sex | undefined => {
  if (token?.kind !== 'word') return undefined
  const { text } = token
  return (
    plainSexes.get(text) ??
    (text.startsWith('laki') ? 'l' : text.startsWith('perem') || likeFemale.test(text) ? 'p' : undefined)
  )
}

/**
 * Politeness out, as in "12 pak camat". Forms of address are sexes where each has its own number: "Bapak 16 ibu 12", and
 * beside one named sex when both stand in the same order: "9 laki2 cuma 1 ibu", "laki2 9 ibu 3".
 */
export function withMarkers(all: readonly Token[]): Token[] {
  const sexAt = addressSexes(all)
  const pictured = !all.some((token) => sexOf(token))
  const kept: Token[] = []
  for (let i = 0; i < all.length; i++) {
    const token = all[i]!
    // "perempuan 8, kebanyakan dari kelompok wanita tani": the name of a group
    if (token.low === 'wanita' && all[i - 1]?.text === 'kelompok' && all[i + 1]?.text === 'tani' && namesWomen(all, i))
      continue
    const sex = sexAt?.get(i) ?? (pictured ? pictures.get(token.text) : undefined)
    // "L=21 P=19 T=40"
    if (token.low === 't' && (all[i + 1]?.text === '=' || all[i + 1]?.text === ':') && all.some((t) => t.low === 'p'))
      kept.push({ ...token, text: 'total' })
    else if (sex) kept.push({ ...token, kind: 'word', text: sex === 'l' ? 'laki' : 'perempuan' })
    else if (callsTo(all, i)) continue
    else if (!isPolite(token) || sexOf(token) || groups.has(token.low)) kept.push(token)
    else if (isAddressed(token, all[i + 1])) i++
  }
  return kept
}

const namesWomen = (all: readonly Token[], but: number) => all.some((token, i) => i !== but && sexOf(token) === 'p')

function addressSexes(all: readonly Token[]): ReadonlyMap<number, Sex> | undefined {
  if (!all.some(({ low }) => addressedSexes.has(low))) return undefined
  const addresses = all.flatMap(({ low }, i) => {
    const sex = addressedSexes.get(low)
    return sex ? [{ i, sex }] : []
  })
  const named = all.flatMap((token, i) => (sexOf(token) ? [{ i, sex: sexOf(token)! }] : []))
  const isNumber = (i: number) => {
    const token = all[i]
    return token !== undefined && (token.kind === 'number' || (token.kind === 'word' && endsNumber.has(token.text)))
  }
  const behind = ({ i }: { i: number }) =>
    isNumber(i - 1) ||
    (all[i - 1]?.text === 'orang' && isNumber(i - 2)) ||
    (all[i - 1]?.text === 'sisa' && (all[i + 1]?.kind ?? 'mark') === 'mark')
  // "bapa cuma 2", "bapa tidak ada"
  const before = ({ i }: { i: number }) =>
    isNumber(i + 1) ||
    ((onlys.has(all[i + 1]?.text ?? '') || ofWhom.has(all[i + 1]?.low ?? '')) && isNumber(i + 2)) ||
    (isNone(all, i + 1) && (all[i + 3]?.kind ?? 'mark') === 'mark')
  if (named.length === 0) {
    const near = addresses.filter((at) => behind(at) || before(at))
    return new Set(near.map((at) => at.sex)).size === 2 ? new Map(near.map((at) => [at.i, at.sex])) : undefined
  }
  if (new Set(named.map((at) => at.sex)).size > 1) return undefined
  const [only] = named
  const others = addresses.filter((at) => at.sex !== only!.sex)
  if (!behind(only!) && !before(only!)) return undefined
  // "7 laki2 5 ibu": with a number on both sides, the one that opens the reply shows the order
  const opens = all.findIndex((token) => !isPolite(token)) === only!.i - 1
  if (behind(only!) && before(only!) && !opens) return undefined
  const follows = behind(only!)
  const near = others.filter((at) => (follows ? behind(at) : before(at)))
  // "10 ibu, bapak2 tidak ada": nobody has no order
  const same = near.length === 0 && isNone(all, only!.i + 1) ? others.filter(behind) : near
  return same.length === 1 ? new Map([[same[0]!.i, same[0]!.sex]]) : undefined
}
/** "ibu PKK 18", "mama dong 9" */
const ofWhom = wordSet('pkk posyandu dasawisma majelis kader dong gereja tani penenun nelayan')
const onlys = wordSet('cuma hanya ada semua saja')
/** "tidak ada", "belum ada", "nihil" */
export const isNone = (tokens: readonly Token[], i: number) => {
  const word = tokens[i]?.text
  return word === 'nihil' || ((word === 'tidak' || word === 'belum') && tokens[i + 1]?.text === 'ada')
}
const endsNumber = wordSet(
  'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus seratus ribu seribu nol',
)

/** "bapak cuma dua nona", "5 orang nona": who is spoken to. "dua nona" alone are counted. */
function callsTo(all: readonly Token[], i: number): boolean {
  if (all[i]!.low !== 'nona' && all[i]!.low !== 'nyong') return false
  const next = all[i + 1]
  if (next !== undefined && next.kind !== 'mark' && anySex(next) === undefined) return false
  let at = i - 1
  if (all[at]?.text === 'orang') return true
  const numbered = (k: number) => all[k]?.kind === 'number' || endsNumber.has(all[k]?.text ?? '')
  if (!numbered(at)) return true
  while (numbered(at)) at--
  if (onlys.has(all[at]?.text ?? '')) at--
  return all[at] !== undefined && anySex(all[at]!) !== undefined
}

/** Of which sex there is none: "lk 0", "bapak2 tidak ada". */
export function noneOf(tokens: readonly Token[]): Sex | undefined {
  const zeros = findNumbers(tokens, { m: 'never' }).flatMap(({ value, start, end }) =>
    value === 0 ? [{ start, end }] : [],
  )
  for (const [i, { text }] of tokens.entries())
    if (isNone(tokens, i)) zeros.push({ start: i, end: text === 'nihil' ? i + 1 : i + 2 })
  const [zero, other] = zeros.filter(({ start }, k) => zeros.findIndex((z) => z.start === start) === k)
  if (!zero || other) return undefined
  const [before, behind] = [tokens[zero.start - 1], tokens[zero.end]].map((token) => token && anySex(token))
  return before && behind ? undefined : (before ?? behind)
}

/** Groups beside men and women: whether they are counted in or on top is not for us to say. */
export const groups = wordSet(
  'nona nyong anak anak2 anak-anak bayi balita pemuda pemudi remaja kk keluarga lansia disabilitas batch',
)
/**
 * "18L 22P, banyak mama2 yang datang karena ada timbang balita": where men and women were both counted, the parts of the reply
 * that only explain. `most` is who is said to have been more.
 */
export function withoutRemark(all: readonly Token[]): { readonly told: readonly Token[]; readonly most?: 'l' | 'p' } {
  const parts = partsOf(all).flatMap(({ start, end }) => atMost(all.slice(start, end)))
  if (parts.length === 1) return { told: all }
  const [first, last] = ownParts(parts)
  if (first < 0 || last - first + 1 === parts.length) return { told: all }
  const own = parts.slice(first, last + 1).flat()
  const sexes = new Set(own.flatMap((token) => anySex(token) ?? [])).size
  // "13 orang, perempuan semua" says both
  const numbers = countsIn(own)
  const bothNamed = sexes === 2
  const both = own.some((token) =>
    sexes === 1
      ? token.text === 'semua' || (numbers === 2 && token.text === 'orang')
      : token.text === 'sisa' || token.text === 'lain',
  )
  if (!both && (numbers < 2 || sexes < 2)) return { told: all }
  let most: 'l' | 'p' | undefined
  const told = parts.flatMap((part, i) => {
    if (i >= first && i <= last) return part
    if (i < first && saysFewCame(part, bothNamed)) return []
    if (i > last && (saysCountedIn(part) || saysOneGroup(part))) return []
    if (i < first && !part.some((token) => isOneOf(excuses, token))) return part
    if (i > last && saysOthersAbsent(part)) return []
    const sexes = new Set(part.flatMap((token) => sexOf(token) ?? []))
    const many = part.some(
      ({ text }, k) => (text === 'banyak' || text === 'kebanyakan') && part[k + 1]?.text !== 'orang',
    )
    if (sexes.size > 1 || (sexes.size > 0 && part.some((token) => ofAll.has(token.text)))) return part
    const because = part[0]?.text === 'karena' || part[1]?.text === 'karena'
    if (!because && part.some((token) => isOneOf(groups, token))) return part
    if (part.some((token, k) => token.text === 'saya' && joining.has(part[k - 1]?.text ?? ''))) return part
    if (!explains(part, explained, undefined)) return part
    const [sex] = sexes
    // "lk tidak ada, bapak2 datang terlambat"
    if (sex && !because && sex === noneOf(own) && !isAbsent(part)) return part
    if (sex && many && !because && !isAbsent(part)) most = sex
    return []
  })
  return { told, ...(most && { most }) }
}
/**
 * "ibu yang hadir 18 orang, laki2 3": those spoken of or the one spoken to, with a number behind and the other sex counted.
 */
export function maybeCounted(all: readonly Token[]): boolean {
  const sexes = new Set(all.flatMap((token) => sexOf(token) ?? []))
  if (sexes.size !== 1) return false
  return all.some((token, i) => {
    const other = addressedSexes.get(token.low)
    if (other === undefined || sexes.has(other) || sexOf(token)) return false
    const next = all.slice(i + 1, i + 4)
    const at = next.findIndex((t) => t.kind === 'number' || endsNumber.has(t.text))
    return at > 0 && next.slice(0, at).every((t) => t.kind === 'word' && !isPolite(t)) && !isAddressed(token, next[0])
  })
}

/** ", yang lain tidak ikut …", ", pemuda tidak datang", ", anak-anak tidak saya hitung": of those who are not in the numbers. */
function saysOthersAbsent(part: readonly Token[]): boolean {
  const words = part.filter((token) => token.kind !== 'mark')
  if (words[0]?.text === 'tidak' && words[1]?.text === 'semua' && absences.has(words[2]?.text ?? ''))
    return words.every(
      (token) => (token.kind === 'word' && !sexOf(token) && !doubts.has(token.text)) || token.text === 'semua',
    )
  const at = part.findIndex(
    (token, i) =>
      (token.text === 'lain' && part[i - 1]?.text === 'yang') ||
      groups.has(token.text) ||
      groups.has(token.low) ||
      token.text === 'undangan',
  )
  const no = part.findIndex((token, i) => i > at && (token.text === 'tidak' || token.text === 'belum'))
  return (
    at >= 0 &&
    at <= 3 &&
    no >= 0 &&
    part.slice(no + 1, no + 4).some((token) => absences.has(token.text)) &&
    findNumbers(part, { m: 'never' }).length === 0 &&
    !part.some((token) => sexOf(token) || doubts.has(token.text))
  )
}
/** "waktu itu hujan jadi tidak semua datang, …", "banyak yang tidak hadir, …": before those who did are counted. */
const saysFewCame = (part: readonly Token[], both: boolean) =>
  part.some(
    ({ text }, i) =>
      absences.has(part[i + 2]?.text ?? '') &&
      ((text === 'tidak' && part[i + 1]!.text === 'semua') ||
        (text === 'yang' && part[i + 1]!.text === 'tidak' && part[i - 1]?.text === 'banyak')),
  ) &&
  findNumbers(part, { m: 'never' }).length === 0 &&
  !part.some((token) => (!both && anySex(token)) || (doubts.has(token.text) && token.text !== 'semua'))
/** ", itu sudah sama pengurus": they are in the numbers. */
const saysCountedIn = (part: readonly Token[]) => {
  const words = part.filter((token) => token.kind !== 'mark')
  const at = words[0]?.text === 'itu' ? 1 : 0
  return (
    words[at]?.text === 'sudah' &&
    (words[at + 1]?.text === 'sama' || words[at + 1]?.text === 'dengan') &&
    words.length > at + 2 &&
    words.length <= at + 10 &&
    findNumbers(part, { m: 'never' }).every(({ end }) => otherUnits.has(part[end]?.text ?? '')) &&
    !part.some((token) => anySex(token) || doubts.has(token.text))
  )
}
/** ", kami satu kampung", ", semua keluarga saya": where all of them belong. */
function saysOneGroup(part: readonly Token[]): boolean {
  const words = part.filter((token) => token.kind === 'word' && !isPolite(token)).map(({ text }) => text)
  const at = words[1] === 'dari' || words[1] === 'semua' ? 2 : 1
  if (!ours.has(words[0] ?? '') || words.length > at + 2) return false
  return words[at] === 'satu'
    ? belongings.has(words[at + 1] ?? '')
    : kin.has(words[at] ?? '') && ours.has(words[at + 1] ?? '')
}
const ours = wordSet('kami kita katong saya semua mereka dong dorang')
const belongings = wordSet('kampung dusun desa negeri keluarga marga suku soa kabisu gereja jemaat kelompok rt')
const kin = wordSet('keluarga saudara tetangga kerabat famili anggota warga')

/** "laki-laki banyak pi bameti, seng datang" */
const isAbsent = (part: readonly Token[]) =>
  part.some((token, i) => token.text === 'tidak' && absences.has(part[i + 1]?.text ?? ''))
const absences = wordSet('ikut iko datang hadir bisa hitung dihitung masuk termasuk')
const doubts = wordSet('tapi mungkin semua kecuali atau bukan lupa')

/** The first and the last part that counts men or women. */
function ownParts(parts: readonly (readonly Token[])[]): readonly [number, number] {
  const named = parts.map((part) => part.some((token) => anySex(token)))
  const counts = parts.map(countsIn)
  const counted = counts.map((count, i) => count > 0 && named[i]!)
  const total = parts.findIndex((part, i) => counts[i]! > 0 && saysPeople(part))
  if (counted.includes(true)) {
    const [first, last] = [counted.indexOf(true), counted.lastIndexOf(true)]
    // "yang hadir 60 orang, perempuannya 25"
    return [total >= 0 && total < first && countsIn(parts.slice(first, last + 1).flat()) === 1 ? total : first, last]
  }
  const all = parts.findIndex((part, i) => named[i]! && part.some((token) => token.text === 'semua'))
  return total < 0 || all < 0 ? [-1, -1] : [Math.min(total, all), Math.max(total, all)]
}
/** A number of people, or one alone. */
const saysPeople = (part: readonly Token[]) =>
  part.some((token) => token.text === 'orang') ||
  part.every(({ kind, text }) => kind === 'mark' || kind === 'number' || endsNumber.has(text))
/** How many numbers stand there, "tidak ada" among them. */
const countsIn = (part: readonly Token[]) =>
  findNumbers(part, { m: 'never' }).length + part.filter((_, i) => part[i]!.text !== 'nihil' && isNone(part, i)).length

/** "laki-laki lima perempuan tujuh paling banyak ibu-ibu": who were more is a part of its own. */
function atMost(part: readonly Token[]): readonly (readonly Token[])[] {
  const at = part.findIndex((token, i) => i > 0 && token.text === 'paling' && part[i + 1]?.text === 'banyak')
  return at < 0 ? [part] : [part.slice(0, at), part.slice(at)]
}
export const anySex = (token: Token) => sexOf(token) ?? addressedSexes.get(token.low)
const ofAll = wordSet('semua saja cuma hanya sedikit lebih kurang')
const excuses = wordSet(words.excuses)
/** What else is counted beside people. */
const explained: Omit<ExplanationRules, 'owns'> = {
  foreign: (number, part) => {
    const next = part[number.end]
    const unit = next?.kind === 'word' ? (unitOf(next) ?? next.text) : undefined
    return (
      number.scale === 0 &&
      unit !== undefined &&
      unit !== 'orang' &&
      unit !== 'kk' &&
      (otherUnits.has(unit) || unitOf(next!) !== undefined)
    )
  },
  bystanders: allBystanders,
  absence: true,
  rest: true,
  lets: wordSet('nanti paling'),
  stops: wordSet('undangan rencana panitia'),
}
const otherUnits = wordSet('dusun kampung rt jam hari menit minggu bulan tahun malam')

/** "ibu ibu", "mama mama": a doubled word typed as two is the group, not two forms of address. */
export function joinDoubled(all: readonly Token[]): readonly Token[] {
  return changed(all, (token, i) => {
    const sex = addressedSexes.get(token.low)
    if (sex && all[i + 1]?.low === token.low)
      return { ...token, text: sex === 'l' ? 'bapak2' : 'ibu2', low: `${token.low}2` }
    return sex && all[i - 1]?.low === token.low ? undefined : token
  })
}

/**
 * "termasuk 2 lansia", "di antaranya 1 difabel": counted in already. "termasuk 5 perempuan" is the answer itself. Children
 * by sex ("7 anak laki2 dan 5 anak perempuan") are men and women as far as we ask.
 */
export function withoutIncluded(tokens: readonly Token[]): readonly Token[] {
  const own = tokens.some((token) => isOneOf(counted, token)) ? withoutGroups(tokens) : tokens
  const at = own.findIndex(
    (token) => token.text === 'termasuk' || token.text === 'diantaranya' || token.text === 'antaranya',
  )
  if (at < 0) return own
  let end = at + 1
  while (end < own.length && own[end]!.kind !== 'mark') end++
  const part = own.slice(at, end)
  const named = own.slice(0, at).filter((token) => sexOf(token)).length >= 2
  return named &&
    !part.some((token) => sexOf(token)) &&
    part.some((token) => isOneOf(groups, token) || token.text === 'saya')
    ? [...own.slice(0, own[at - 1]?.text === 'di' ? at - 1 : at), ...own.slice(end)]
    : own
}

/** "balita laki 22, perempuan 19", "balita yang datang 26, L 14 P 12": without who was counted. */
function withoutGroups(tokens: readonly Token[]): readonly Token[] {
  const sexes = tokens.flatMap((token, i) => (sexOf(token) && sexOf(tokens[i - 1]) !== sexOf(token) ? [i] : []))
  const ofGroup = (i: number) => counted.has(tokens[i]?.text ?? '') || counted.has(tokens[i]?.low ?? '')
  const first = sexes[0] ?? -1
  const opens = ofGroup(0) || (tokens[0]?.text === 'anak' && ofGroup(1))
  const both = sexes.length === 2 && sexOf(tokens[sexes[0]!]) !== sexOf(tokens[sexes[1]!])
  const children =
    both &&
    (sexes.every((i) => ofGroup(i - 1)) ||
      ((ofGroup(first - 1) || opens) && !ofGroup(sexes[1]! - 1) && !isGrown(tokens[sexes[1]!]!)))
  const beside = (i: number) => ofGroup(i) && i > first && !sexes.includes(i + 1)
  return children && !tokens.some((_, i) => beside(i)) ? tokens.filter((_, i) => !ofGroup(i)) : tokens
}

export const isGrown = ({ text, low }: Token) => text === 'ibu2' || text === 'bapak2' || addressedSexes.has(low)
/** Who may be counted by sex: "anak laki-laki 8". */
const counted = wordSet('anak anak2 anak-anak bayi balita remaja pemuda lansia disabilitas murid siswa')

export const joining = wordSet('dan dengan sama tambah plus + termasuk')
