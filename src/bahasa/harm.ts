import { commonness as commonnessOf, groupId, type HarmWord, has } from './harm-groups.ts'
import { harmWords } from './harm-words.ts'
import { harmVerbs } from './lexicon/harm.ts'
import { harmHints } from './lexicon/harm-hints.ts'
import { wordSet } from './similar.ts'
import { MAX_LENGTH } from './text.ts'

export type HarmCategory = 'seksual' | 'anak' | 'kekerasan' | 'paksaan' | 'uang'

/**
 * Whether an answer holds words that may point to harm, and of what sort. For a soft offer of the confidential route,
 * never for filing. "rumput dipotong", "gong dipukul" and "kami minta uang" raise nothing; docs/bahasa.md lists the limits.
 */
export function noticeHarm(text: string): HarmCategory | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const words = harmWords(text)
  const candidates = new Set<Hint>()
  const placesOf = new Map<number, number[]>()
  for (const [place, word] of words.entries())
    for (const one of word.ids) {
      const places = placesOf.get(one)
      if (places) places.push(place)
      else {
        placesOf.set(one, [place])
        for (const hint of byKey.get(one) ?? []) candidates.add(hint)
      }
    }
  const said: Said = { words, placesOf }
  let found: Found | undefined
  for (const hint of candidates) {
    if (found && rank[hint.category] >= rank[found] && !mayTurn(hint.category)) continue
    if (found === 'anak') break
    const category = match(said, hint)
    if (category && (!found || rank[category] < rank[found])) found = category
  }
  return found === 'ancaman' ? (words.some((word) => has(word, coercingId)) ? 'paksaan' : 'kekerasan') : found
}

type Found = HarmCategory | 'ancaman'
const rank: Readonly<Record<Found, number>> = { anak: 0, seksual: 1, kekerasan: 2, uang: 3, paksaan: 4, ancaman: 5 }
/** Harm to a child outranks the others, and any of these may be done to one. */
const mayTurn = (category: Found) => category !== 'uang' && category !== 'anak'

interface Item {
  readonly ids: ReadonlySet<number>
  /** How many words may stand before it, counted from the item before. */
  readonly gap: number
  /** Words of a hint that begin with "tidak" deny themselves. */
  readonly denies: boolean
}
interface Hint {
  readonly category: Found
  readonly runs: readonly (readonly Item[])[]
  /** Groups and words that take it back, unless the hint itself is made with one of theirs. */
  readonly without: ReadonlySet<number>
  /** Words that take it back in any case. */
  readonly never: ReadonlySet<number>
}

/** The words of an answer, and where those of each group stand. */
interface Said {
  readonly words: readonly HarmWord[]
  readonly placesOf: ReadonlyMap<number, readonly number[]>
}
function isThere(said: Said, item: Item): boolean {
  for (const one of item.ids) if (said.placesOf.has(one)) return true
  return false
}
function placesFor(said: Said, item: Item): Iterable<number> {
  const places = new Set<number>()
  for (const one of item.ids) for (const place of said.placesOf.get(one) ?? []) places.add(place)
  return places
}

const coercingId = groupId('coercing')
const id = {
  anak: groupId('ANAK'),
  umur: groupId('UMUR_ANAK'),
  murid: groupId('MURID'),
  belia: groupId('BELIA'),
  sekolah: groupId('SEKOLAH'),
  orang: groupId('ORANG'),
  pejabat: groupId('PEJABAT'),
  benda: groupId('BENDA'),
  hewan: groupId('HEWAN'),
  alam: groupId('ALAM'),
  main: groupId('MAIN'),
  ajar: groupId('AJAR'),
  tentang: groupId('TENTANG'),
  waktu: groupId('WAKTU'),
  tidak: groupId('TIDAK'),
  sentuh: groupId('SENTUH'),
  kalau: groupId('KALAU'),
  raba: groupId('RABA'),
}
const child = new Set([id.anak, id.umur, id.murid, id.belia, id.sekolah])
const nouns = new Set([id.orang, id.pejabat, id.anak])
const things = new Set([id.benda, id.hewan, id.alam])
const beasts = new Set([id.hewan, id.alam])
/** Verbs whose object decides whether there is harm. */
const soft = 'KERAS PUKUL IKAT ANCAM PAKSA TEKAN USIR RABA GANGGU SENTUH'
  .split(' ')
  .filter((group) => group in harmVerbs)
/** These are done to bodies and to things alike: what stands behind them tells. */
const bodily = new Set('KERAS PUKUL IKAT RABA GANGGU SENTUH'.split(' ').map((group) => groupId(`me:${group}`)))
const softPassive = new Set(soft.map((group) => groupId(`di:${group}`)))
const softActive = new Set(soft.map((group) => groupId(`me:${group}`)))

const commonness = (item: Item) => [...item.ids].reduce((sum, one) => sum + commonnessOf(one), 0)

/** Hints by the words that make them: the part of a hint that the fewest words fit. */
const byKey: ReadonlyMap<number, readonly Hint[]> = (() => {
  const map = new Map<number, Hint[]>()
  for (const [category, hints] of Object.entries(harmHints) as [Found, readonly string[]][])
    for (const text of hints) {
      const hint = compile(text, category)
      const key = hint.runs.flat().reduce((a, b) => (commonness(b) < commonness(a) ? b : a))
      for (const one of key.ids) map.set(one, [...(map.get(one) ?? []), hint])
    }
  return map
})()

function compile(text: string, category: Found): Hint {
  const [wanted = '', without = ''] = text.split('!')
  const runs = wanted.split('&').map((run) => {
    const items: Item[] = []
    let gap = 0
    for (const part of run.trim().split(/ +/)) {
      if (part === '..') {
        gap = 4
        continue
      }
      const names = part.split('|')
      items.push({
        ids: new Set(names.map(groupId)),
        gap,
        denies: names.some((name) => name === 'tidak' || name === 'TIDAK'),
      })
      gap = 0
    }
    return items
  })
  const named = new Set(runs.flat().flatMap((item) => [...item.ids]))
  const undone = without.split(' ').filter(Boolean)
  const single = undone.filter((name) => /^\p{Ll}/u.test(name)).map(groupId)
  return {
    category,
    runs,
    without: new Set(undone.map(groupId)),
    never: new Set(single.filter((one) => !named.has(one))),
  }
}

function isAny(word: HarmWord | undefined, ids: ReadonlySet<number>): boolean {
  if (word) for (const one of word.ids) if (ids.has(one)) return true
  return false
}

/** The places of the first run of words that fits, and of what else must stand in its sentence. */
function match(said: Said, hint: Hint): Found | undefined {
  const { words } = said
  const [first, ...rest] = hint.runs
  if (!rest.every((run) => run.every((item) => isThere(said, item)))) return undefined
  for (const at of placesFor(said, first![0]!)) {
    const places = follow(words, first!, at)
    if (!places || isMuted(words, places, first!, places)) continue
    const [from, to] = sentence(words, at)
    const all = [...places]
    const complete = rest.every((run) => {
      for (let k = Math.max(from, at - 16); k < Math.min(to, at + 17); k++) {
        if (!isAny(words[k], run[0]!.ids) || all.includes(k)) continue
        const more = follow(words, run, k)
        if (!more || isMuted(words, more, run, [...all, ...more])) continue
        all.push(...more)
        return true
      }
      return false
    })
    if (!complete) continue
    const low = Math.min(...all)
    const high = Math.max(...all)
    if (
      words.slice(Math.max(from, low - 7), Math.min(to, high + 8)).some((word, k) => {
        const place = Math.max(from, low - 7) + k
        return word.ids.some((one) => hint.never.has(one) || (hint.without.has(one) && !all.includes(place)))
      })
    )
      continue
    if (isTaught(words, low, from)) continue
    return turned(words, hint.category, all, from, to)
  }
  return undefined
}

function follow(words: readonly HarmWord[], run: readonly Item[], at: number): number[] | undefined {
  const places = [at]
  let place = at
  for (const item of run.slice(1)) {
    let next = -1
    for (let k = place + 1; k <= place + 1 + item.gap && k < words.length; k++) {
      if (words[k]!.stop) break
      if (isAny(words[k], item.ids)) {
        next = k
        break
      }
    }
    if (next < 0) return undefined
    places.push(next)
    place = next
  }
  return places
}

function sentence(words: readonly HarmWord[], at: number): readonly [number, number] {
  let from = at
  let to = at
  while (from > 0 && words[from - 1]!.stop < 2) from--
  while (to < words.length && words[to]!.stop < 2) to++
  return [from, to]
}

/** Denied, or done to a thing, an animal or by the weather. */
function isMuted(
  words: readonly HarmWord[],
  places: readonly number[],
  run: readonly Item[],
  all: readonly number[],
): boolean {
  const own = run.some((item) => item.denies)
  return places.some((place) => (!own && isDenied(words, place, all)) || isDaily(words, place, places))
}

const open = wordSet(
  'ada pernah lagi satu orang warga kasus laporan terjadi ditemukan tindak bentuk unsur hal dugaan praktek praktik saling boleh kami katong saya main pakai pake sistem indikasi ditemui kejadian boleh merasa namanya istilah adanya usah perlu pihak siapapun dari anak adat ikut ikutan melakukan lakukan melihat mendengar dengar masalah kena dapat sempat akan mau',
)
const deniers = wordSet('tidak tiada tanpa nihil belum jangan bukan anti stop bebas hindari cegah')

function isDenied(words: readonly HarmWord[], place: number, places: readonly number[]): boolean {
  for (let k = place - 1; k >= Math.max(0, place - 5); k--) {
    const word = words[k]!
    if (word.stop || places.includes(k)) break
    if (deniers.has(word.low) || has(word, id.tidak)) {
      if (/^(?:kalau|kalo|klo|kl|jika|bila)$/.test(words[k - 1]?.low ?? '')) return false
      if (/^(?:jangan|jgn|jng)$/.test(word.low) && /^(?:sampai|sampe)$/.test(words[k + 1]?.low ?? '')) return true
      // "belum mau" and "tidak mau" say that somebody wants it
      return !/^(?:mau|akan)$/.test(words[k + 1]?.low ?? '') || word.low === 'tanpa'
    }
    if (!open.has(word.low) && !places.includes(k)) break
  }
  // "kekerasan terhadap anak: tidak ada"
  let k = place + 1
  while (k < place + 6 && about.has(words[k]?.low ?? '')) k++
  const after = words[k]
  if (after && /^(?:nihil|0|nol)$/.test(after.low))
    return !words[k + 1] || words[k + 1]!.stop > 0 || after.low === 'nihil'
  if (!after || !has(after, id.tidak) || places.includes(k)) return false
  if (!/^(?:ada|pernah|terjadi)$/.test(words[k + 1]?.low ?? '')) return false
  const rest = words[k + 2]
  return !rest || rest.stop > 0 || closing.test(rest.low)
}
const about = wordSet(
  'terhadap pada dalam perempuan anak di desa dusun rumah tangga kami sini disini tahun bulan ini seksual ibu dan kasus negeri kampung untuk',
)
const closing =
  /^(?:di|disini|sini|dsini|terjadi|pak|bu|ibu|bapak|kaka|laporan|kasus|bung|pa|kak|bapa|mama|semua|aman)$/

function isDaily(words: readonly HarmWord[], place: number, places: readonly number[]): boolean {
  const word = words[place]!
  const passive = word.ids.some((one) => softPassive.has(one))
  const active = word.ids.some((one) => softActive.has(one))
  if (!passive && !active) return false
  const touches = has(word, id.sentuh) || has(word, id.raba)
  for (let k = Math.max(0, place - 8); !touches && k < Math.min(words.length, place + 6); k++)
    if (has(words[k], id.main) && !has(words[k - 1], id.waktu)) return true
  // "anjing gigit 2 orang"
  if (active && beastly.test(word.low) && has(words[place - 1], id.hewan) && !owning.has(words[place - 2]?.low ?? ''))
    return true
  // who or what stands before it
  for (let k = place - 1; k >= Math.max(0, place - 4); k--) {
    if (words[k]!.stop) break
    if (isAny(words[k], nouns)) break
    // "ibu mandi di sumur diintip": where, not what
    if (isAny(words[k], things) && (words[k - 1]?.low === 'di' || words[k - 2]?.low === 'di')) continue
    if (isAny(words[k], things) && !isAny(words[k - 1], nouns) && !owning.has(words[k - 1]?.low ?? '')) {
      if (places.includes(k) || (!passive && !has(words[k], id.alam))) break
      return true
    }
  }
  for (let k = place + 1; k <= place + 2; k++) {
    const next = words[k]
    if (!next || next.stop || isAny(next, nouns) || beside.has(next.low)) break
    if (isAny(next, passive && !active ? beasts : isAny(word, bodily) ? things : beasts)) return !places.includes(k)
  }
  return false
}

/** "di depan anak", "lari bawa anak" */
const bystander = wordSet('depan muka bawa dengan deng')
const beside = wordSet('di ke pada dari pakai pake dengan deng waktu saat')
/** What animals do. */
const beastly = /gigit|serang|injak|seruduk|kejar|tendang/
const owning = wordSet(
  'penjaga pekerja pengawas tukang sopir buruh kepala ketua pengurus jual penjual punya bawa cari pegang tanam urus jaga beli antar makan potong pikul jaga pemilik pencuri curi ambil angkat',
)

/** "sosialisasi tentang kekerasan": spoken of, not done. */
function isTaught(words: readonly HarmWord[], place: number, from: number): boolean {
  for (let k = place - 1; k >= Math.max(from, place - 9); k--) {
    if (!has(words[k], id.ajar) || has(words[k - 1], id.waktu)) continue
    const between = words.slice(k + 1, place)
    if (between.some((word) => has(word, id.waktu) && !has(word, id.tentang) && word.low !== 'dalam')) continue
    if (between.some((word) => has(word, id.tentang))) return true
    if (place - k <= 4 && !words[place]!.low.startsWith('di')) return true
  }
  return false
}

/** A child in another clause than what somebody is made to do, or one who shall go without if it is not done. */
function isOnlyNamed(words: readonly HarmWord[], k: number, all: readonly number[]): boolean {
  const from = Math.min(k, all[0]!)
  if (/^(?:karena|gara)$/.test(words[k - 1]?.low ?? '')) return true
  if (words.slice(from, Math.max(k, all[0]!)).some((word) => word.stop)) return true
  return from < k && has(words[from], id.kalau) && (has(words[k + 1], id.tidak) || has(words[k + 2], id.tidak))
}

/** Harm to a child, where one stands near. */
function turned(words: readonly HarmWord[], category: Found, all: readonly number[], from: number, to: number): Found {
  if (category === 'uang' || category === 'anak') return category
  const low = Math.min(...all)
  const high = Math.max(...all)
  const reach =
    category === 'seksual'
      ? 40
      : category === 'kekerasan'
        ? all.some((place) => isAny(words[place], nouns))
          ? 7
          : 14
        : 4
  const [start, end] = category === 'seksual' ? [0, words.length] : [from, to]
  for (let k = Math.max(start, low - reach); k < Math.min(end, high + 1 + reach); k++) {
    if (!isAny(words[k], child) || (bystander.has(words[k - 1]?.low ?? '') && category !== 'seksual')) continue
    // "dipukul anaknya", of somebody named before
    if (
      k > high &&
      words[high]!.ids.some((one) => softPassive.has(one)) &&
      k - high <= 2 &&
      (isAny(words[low - 1], nouns) || (low < high && isAny(words[low], nouns) && !isAny(words[low], child)))
    )
      continue
    // "kalau tidak lepas tanah, anak kami tidak sekolah": not the one who is made to
    if (category === 'paksaan' && isOnlyNamed(words, k, all)) continue
    // a child who does it to a grown-up
    const doing = words[k + 1]
    if (
      doing?.ids.some((one) => softActive.has(one)) &&
      !words.slice(k + 2, k + 6).some((word) => isAny(word, child))
    ) {
      if (words.slice(k + 2, k + 5).some((word) => isAny(word, nouns))) continue
    }
    return 'anak'
  }
  return category
}
