import { agreeing } from '../amount.ts'
import { allBystanders, type ExplanationRules, explains, partsOf } from '../explained.ts'
import { withoutCorrection, withoutHedges } from '../hedges.ts'
import * as words from '../lexicon/explaining.ts'
import { findNumbers, isVague } from '../numbers.ts'
import { ask } from '../questions.ts'
import { asksBack, isAddressed, isPolite, prepare, saysPending, saysUnknown } from '../reply.ts'
import { roleOf } from '../roles.ts'
import { skeleton, wordSet } from '../similar.ts'
import { isSigned, strayNumberWords } from '../spoilers.ts'
import type { Token } from '../text.ts'
import type { AskReason, CountBySex, ReadContext, Reading } from '../types.ts'
import { unitOf } from '../units.ts'

/**
 * People by sex. Total = laki-laki + perempuan; the third is derived from any two, a mismatch is a question, and a total
 * alone too (unless it is 0).
 *
 * @param need `both named` accepts only replies that name men and women
 */
export function readCountBySex(
  text: string,
  ctx: ReadContext,
  need: 'two numbers' | 'both named' = 'two numbers',
): Reading<CountBySex> {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, 'count_by_sex', reply)
  if (reply.tokens.length === 0) return ask(ctx, 'count_by_sex', 'empty')
  if (asksBack(reply.tokens)) return ask(ctx, 'count_by_sex', 'asked_back')
  const { told, most } = withoutRemark(withoutBatch(withoutLineNumbers(reply.all)))
  const marked = withoutIncluded(withoutCorrection(withMarkers(joinDoubled(told))))
  const { tokens, approximate } = withoutHedges(marked)
  // "kira-kira 40, perempuan 15": what is estimated is all of them
  const opensHedged =
    approximate && tokens[0]?.kind === 'number' && (marked[0] !== tokens[0] || marked[1]?.text === 'lebih')
  const items = itemsOf(tokens, opensHedged)
  if (typeof items === 'string')
    return ask(ctx, 'count_by_sex', saysUnknown(tokens) || saysPending(tokens) ? 'not_known' : items)
  const numbers = items.filter((item) => item.is === 'number')
  if (numbers.length === 0)
    return ask(ctx, 'count_by_sex', saysUnknown(tokens) || saysPending(tokens) ? 'not_known' : 'unclear')
  if (need === 'both named' && items.filter((item) => item.is === 'sex').length !== 2)
    return ask(ctx, 'count_by_sex', 'sex_missing')
  const counts = solve(items)
  if (counts === 'sex_missing') {
    const total = numbers.length === 1 && !items.some((item) => item.is === 'sex') ? numbers[0]!.value : undefined
    const other = items.find((item) => item.is === 'sex')
    const missing = other?.is === 'sex' ? (other.sex === 'l' ? 'perempuan' : 'laki-laki') : undefined
    const sentence =
      total !== undefined
        ? `Dari ${total} orang itu, berapa laki-laki dan berapa perempuan, {sapaan}? Contoh: 7 laki-laki, 5 perempuan.`
        : missing && numbers.length === 1
          ? `${missing === 'perempuan' ? 'Perempuannya' : 'Laki-lakinya'} berapa orang, {sapaan}? Mohon ditulis keduanya, contoh: 7 laki-laki, 5 perempuan.`
          : undefined
    return ask(ctx, 'count_by_sex', 'sex_missing', sentence)
  }
  if (counts === 'sum_differs')
    return ask(
      ctx,
      'count_by_sex',
      'sum_differs',
      'Jumlahnya belum cocok, {sapaan}. Berapa laki-laki dan berapa perempuan? Contoh: 7 laki-laki, 5 perempuan.',
    )
  if (typeof counts === 'string') return ask(ctx, 'count_by_sex', counts)
  if (most && counts[most] * 2 <= counts.total) return ask(ctx, 'count_by_sex', 'several_values')
  return approximate ? { value: counts, approximate } : { value: counts }
}

/** "1. Laki-laki : 14", "2. Perempuan : 19": the numbers of the lines. */
function withoutLineNumbers(all: readonly Token[]): readonly Token[] {
  const opens = all.flatMap((token, i) =>
    token.kind === 'number' &&
    (i === 0 || all[i - 1]!.text === '\n') &&
    (all[i + 1]?.text === '.' || all[i + 1]?.text === ')') &&
    (sexOf(all[i + 2]) || all[i + 2]?.text === 'total')
      ? [i]
      : [],
  )
  const lines = 1 + all.filter((token) => token.text === '\n').length
  if (
    opens.length < 2 ||
    opens.length > 3 ||
    lines !== opens.length ||
    opens.some((i, k) => all[i]!.text !== String(k + 1))
  )
    return all
  return all.filter((_, i) => !opens.includes(i) && !opens.includes(i - 1))
}

/**
 * "18L 22P, banyak mama2 yang datang karena ada timbang balita": where men and women were both counted, the parts of the reply
 * that only explain. `most` is who is said to have been more.
 */
function withoutRemark(all: readonly Token[]): { readonly told: readonly Token[]; readonly most?: 'l' | 'p' } {
  const parts = partsOf(all).map(({ start, end }) => all.slice(start, end))
  if (parts.length === 1) return { told: all }
  const counted = parts.map(
    (part) => findNumbers(part, { m: 'never' }).length > 0 && part.some((token) => anySex(token)),
  )
  const [first, last] = [counted.indexOf(true), counted.lastIndexOf(true)]
  if (first < 0) return { told: all }
  const own = parts.slice(first, last + 1).flat()
  if (findNumbers(own, { m: 'never' }).length < 2 || new Set(own.flatMap((token) => anySex(token) ?? [])).size < 2)
    return { told: all }
  let most: 'l' | 'p' | undefined
  const told = parts.flatMap((part, i) => {
    if (i >= first && i <= last) return part
    if (i < first && !part.some((token) => excuses.has(token.text) || excuses.has(token.low))) return part
    const sexes = new Set(part.flatMap((token) => sexOf(token) ?? []))
    const many = part.some((token) => token.text === 'banyak' || token.text === 'kebanyakan')
    if (sexes.size > 1 || (sexes.size > 0 && part.some((token) => ofAll.has(token.text)))) return part
    const because = part[0]?.text === 'karena' || part[1]?.text === 'karena'
    if (!because && part.some((token) => groups.has(token.low) || groups.has(token.text))) return part
    if (part.some((token, k) => token.text === 'saya' && joining.has(part[k - 1]?.text ?? ''))) return part
    if (!explains(part, explained, undefined)) return part
    const [sex] = sexes
    if (sex && many && !because) most = sex
    return []
  })
  return { told, ...(most && { most }) }
}
const anySex = (token: Token) =>
  sexOf(token) ?? (maleAddress.has(token.low) ? 'l' : femaleAddress.has(token.low) ? 'p' : undefined)
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
  lets: wordSet('nanti'),
  stops: wordSet('undangan rencana panitia'),
}
const otherUnits = wordSet('dusun kampung rt jam hari menit minggu bulan tahun malam')

/** "batch 2 kaka: 28 laki2, 19 perempuan": which of them the answer is for. */
function withoutBatch(all: readonly Token[]): readonly Token[] {
  const colon = all.findIndex((token) => token.text === ':')
  const opens = all[0]?.text === 'batch' && all[1]?.kind === 'number' && colon >= 2 && colon <= 4
  return opens && all.slice(2, colon).every((token) => isPolite(token)) ? all.slice(colon + 1) : all
}

/** "ibu ibu", "mama mama": a doubled word typed as two is the group, not two forms of address. */
function joinDoubled(all: readonly Token[]): readonly Token[] {
  return all.flatMap((token, i) => {
    const [before, next] = [all[i - 1], all[i + 1]]
    const doubled = next?.low === token.low && (maleAddress.has(token.low) || femaleAddress.has(token.low))
    if (doubled) return [{ ...token, text: maleAddress.has(token.low) ? 'bapak2' : 'ibu2', low: `${token.low}2` }]
    return before?.low === token.low && (maleAddress.has(token.low) || femaleAddress.has(token.low)) ? [] : [token]
  })
}

/**
 * "termasuk 2 lansia", "di antaranya 1 difabel": counted in already. "termasuk 5 perempuan" is the answer itself. Children
 * by sex ("7 anak laki2 dan 5 anak perempuan") are men and women as far as we ask.
 */
function withoutIncluded(tokens: readonly Token[]): readonly Token[] {
  const sexes = tokens.flatMap((token, i) => (sexOf(token) ? [i] : []))
  const children = sexes.length > 1 && sexes.every((i) => tokens[i - 1]?.text === 'anak')
  const own = children ? tokens.filter((token) => token.text !== 'anak') : tokens
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
    part.some((token) => groups.has(token.low) || groups.has(token.text) || token.text === 'saya')
    ? [...own.slice(0, own[at - 1]?.text === 'di' ? at - 1 : at), ...own.slice(end)]
    : own
}

type Item =
  | {
      readonly is: 'number'
      readonly value: number
      readonly people: boolean
      /** Right before a sex, with nothing between. */
      readonly touches?: boolean
      /** Behind a pause. */
      readonly paused?: boolean
      /** "di antaranya" follows. */
      readonly among?: boolean
    }
  | {
      readonly is: 'sex'
      readonly sex: 'l' | 'p'
      readonly all: boolean
      /** "perempuannya": of those just named. */
      readonly ofThem: boolean
    }

const male = wordSet('laki bapak2 l lkl cowo')
const female = wordSet('perempuan ibu2 p w prmp')
const maleAddress = wordSet('bapak bapa bpk bapaknya bapanya')
const femaleAddress = wordSet('ibu mama ibunya mamanya')

const sexOf = (token: Token | undefined): 'l' | 'p' | undefined =>
  token?.kind !== 'word'
    ? undefined
    : male.has(token.text) || token.text.startsWith('laki')
      ? 'l'
      : female.has(token.text) || token.text.startsWith('perem') || skeleton(token.text) === 'prmpn'
        ? 'p'
        : undefined

/**
 * Politeness out, as in "12 pak camat". Forms of address are sexes where each has its own number: "Bapak 16 ibu 12", and
 * beside one named sex when both stand in the same order: "9 laki2 cuma 1 ibu", "laki2 9 ibu 3".
 */
function withMarkers(all: readonly Token[]): Token[] {
  const sexAt = addressSexes(all)
  const kept: Token[] = []
  for (let i = 0; i < all.length; i++) {
    const token = all[i]!
    const sex = sexAt?.get(i)
    if (sex) kept.push({ ...token, text: sex === 'l' ? 'laki' : 'perempuan' })
    else if (!isPolite(token) || sexOf(token) || groups.has(token.low)) kept.push(token)
    else if (isAddressed(token, all[i + 1])) i++
  }
  return kept
}

function addressSexes(all: readonly Token[]): ReadonlyMap<number, 'l' | 'p'> | undefined {
  const addresses = all.flatMap((token, i) => {
    const sex = maleAddress.has(token.low) ? 'l' : femaleAddress.has(token.low) ? 'p' : undefined
    return sex ? [{ i, sex } as const] : []
  })
  if (addresses.length === 0) return undefined
  const named = all.flatMap((token, i) => (sexOf(token) ? [{ i, sex: sexOf(token)! }] : []))
  const isNumber = (i: number) => {
    const token = all[i]
    return token !== undefined && (token.kind === 'number' || (token.kind === 'word' && endsNumber.has(token.text)))
  }
  const behind = ({ i }: { i: number }) => isNumber(i - 1) || (all[i - 1]?.text === 'orang' && isNumber(i - 2))
  const before = ({ i }: { i: number }) => isNumber(i + 1)
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
  const same = others.filter((at) => (follows ? behind(at) : before(at)))
  return same.length === 1 ? new Map([[same[0]!.i, same[0]!.sex]]) : undefined
}
const endsNumber = wordSet(
  'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus seratus ribu seribu nol',
)

const restrictions = wordSet(
  'tapi atau kecuali selain bukan kalau setiap masing-masing rata-rata lipat tambah kurang lebih antara maksimal minimal minus negatif persen % per @ * < > sebagian belum tidak ? sama',
)
/** Groups beside men and women: whether they are counted in or on top is not for us to say. */
const groups = wordSet(
  'nona nyong anak anak2 anak-anak balita pemuda pemudi remaja kk keluarga lansia disabilitas batch',
)
const peopleWords = wordSet('orang total hadir semua dari jumlah ada')

function itemsOf(tokens: readonly Token[], opensWithTotal: boolean): Item[] | AskReason {
  const found = agreeing(tokens, findNumbers(tokens, { m: 'never' }))
  if (found === 'words_differ') return found
  const items: Item[] = []
  const ends = new Map(found.map((number, k) => [number.start, k]))
  let lastEnd = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const k = ends.get(i)
    if (k !== undefined) {
      const number = found[k]!
      const role = roleOf(tokens, found, k)
      if (role === 'time' || role === 'label' || role === 'date' || role === 'year' || role === 'source') {
        i = number.end - 1
        continue
      }
      // "undangan 30, hadir 12 lk 8 pr": who was asked to come is not who came
      if (invited.has(tokens[i - 1]?.text ?? '') || invited.has(tokens[number.end]?.text ?? '')) {
        i = number.end - 1
        continue
      }
      if (number.problem) return number.problem
      if (isSigned(tokens, number.start)) return 'negative'
      if (!Number.isInteger(number.value) || (number.tailAs !== undefined && !number.spelled)) return 'not_whole'
      const between = tokens.slice(lastEnd, i)
      if (lastEnd >= 0 && between.length === 1 && (between[0]!.text === '-' || between[0]!.text === 'sampai'))
        return 'range'
      const behind = tokens[number.end]
      if (behind?.text === 'sampai') return 'range'
      // "2 pulang duluan": a number of something else
      if (behind?.kind === 'word' && !sexOf(behind) && !neutral.has(behind.text) && !isVague(behind.text))
        return 'several_values'
      const before = tokens[i - 1]?.text === ':' || tokens[i - 1]?.text === '=' ? tokens[i - 2] : tokens[i - 1]
      items.push({
        is: 'number',
        value: number.value,
        people:
          behind?.text === 'orang' ||
          peopleWords.has(before?.text ?? '') ||
          (opensWithTotal && number.start === 0 && behind?.kind === 'mark'),
        touches: sexOf(behind) !== undefined,
        among: behind?.text === 'diantaranya' || tokens[number.end + 1]?.text === 'antaranya',
        paused: tokens[i - 1]?.text === ',' || tokens[i - 1]?.text === '.',
      })
      lastEnd = number.end
      i = number.end - 1
      continue
    }
    if (isNone(tokens, i) && records.has(tokens[i + 2]?.text ?? '')) return 'not_known'
    if (isNone(tokens, i)) {
      items.push({ is: 'number', value: 0, people: false })
      if (token.text !== 'nihil') i++
      continue
    }
    const sex = sexOf(token)
    if (sex) {
      const last = items.at(-1)
      const all = isAll(tokens, i)
      if (remainder.has(tokens[i - 1]?.text ?? '') || (tokens[i + 1]?.text === 'sisa' && !sexOf(tokens[i + 2])))
        continue
      if (last?.is === 'sex' && last.sex === sex) items[items.length - 1] = { ...last, all: last.all || all }
      else items.push({ is: 'sex', sex, all, ofThem: token.low.endsWith('nya') })
      continue
    }
    // a number of this group that was agreed away ("7 (tujuh)") is no second one
    if (isVague(token.text)) return 'vague'
    if (strayNumberWords.has(token.text)) return 'unclear'
    // "7+ lk": seven or more; "5 pr dan saya": one more than was said
    if (token.text === '+' && tokens[i - 1]?.kind === 'number' && token.glued && tokens[i + 1]?.kind !== 'number')
      return 'restricted'
    if (token.text === 'saya' && joining.has(tokens[i - 1]?.text ?? '')) return 'restricted'
    if (groups.has(token.low) || groups.has(token.text)) return 'restricted'
    // "7 laki 5 perempuan, itu yang diundang"
    if (invited.has(token.text) && !ends.has(i + 1) && !found.some((number) => number.end === i)) return 'restricted'
    if ((token.text === 'sama' || token.text === 'tambah') && joinsGroups(tokens, i)) continue
    if (restrictions.has(token.text)) {
      // "semua 0, tidak jadi rapat": why nobody came
      const nobody = found.length > 0 && found.every((number) => number.value === 0)
      if (nobody && (token.text === 'tidak' || token.text === 'belum')) continue
      return 'restricted'
    }
  }
  return items
}

/** "14 laki laki sama 11 perempuan", "laki2 14 tambah perempuan 11": an "and" between two groups. */
const joinsGroups = (tokens: readonly Token[], i: number) => {
  const group = (token: Token | undefined) =>
    token !== undefined && (token.kind === 'number' || sexOf(token) !== undefined || token.text === 'orang')
  return group(tokens[i - 1]) && group(tokens[i + 1])
}

/** What may follow a number of people. */
const neutral = wordSet(
  'orang total hadir dan dengan dari di diantaranya antaranya yang saja semua ikut tambah ditambah termasuk terdiri ada itu tidak belum nihil sisa untuk ke serta pada datang sama juga deng warga masyarakat jadi jumlah tanggal jam pukul karena kami kita',
)

const invited = wordSet('undangan diundang undang target terundang')

const joining = wordSet('dan dengan sama tambah plus + termasuk')
/** "belum ada data" is no zero. */
const records = wordSet('data datanya catatan kabar laporan info informasi angka jumlah total')
const came = wordSet('datang hadir ikut peserta orang')
const remainder = wordSet('sisa lain')
const isNone = (tokens: readonly Token[], i: number) => {
  const word = tokens[i]!.text
  return word === 'nihil' || ((word === 'tidak' || word === 'belum') && tokens[i + 1]?.text === 'ada')
}
const isAll = (tokens: readonly Token[], i: number) => {
  const [two, before, after] = [tokens[i - 2]?.text, tokens[i - 1]?.text, tokens[i + 1]?.text]
  // "semua yang datang perempuan", "mama-mama 11 orang saja"
  if (
    two !== undefined &&
    came.has(before ?? '') &&
    tokens.slice(Math.max(0, i - 4), i).some((t) => t.text === 'semua')
  )
    return true
  const only = tokens.filter((token) => sexOf(token)).length === 1
  if (only && tokens.at(-1)?.text === 'saja' && tokens[i + 1]?.kind === 'number') return true
  if (before === 'semua' || after === 'semua' || after === 'saja' || (before === 'cuma' && two !== 'dan')) return true
  return after !== undefined && sexOf(tokens[i + 1]) === sexOf(tokens[i]) && tokens[i + 2]?.text === 'semua'
}

/** Every way to give each sex a number next to it; one consistent way is the answer. */
function solve(items: readonly Item[]): CountBySex | AskReason {
  const numbers = items.flatMap((item, at) => (item.is === 'number' ? [{ ...item, at }] : []))
  const sexes = items.flatMap((item, at) => (item.is === 'sex' ? [{ ...item, at }] : []))
  if (sexes.length === 0) {
    if (numbers.length > 0 && numbers.every((number) => number.value === 0)) return { total: 0, l: 0, p: 0 }
    return numbers.length === 1 || numbers.length === 2 ? 'sex_missing' : 'several_values'
  }
  if (numbers.length > 3 || sexes.length > 2) return 'several_values'
  if (sexes.length === 2 && sexes[0]!.sex === sexes[1]!.sex) return 'several_values'
  if (sexes.length === 1 && numbers.length === 1) {
    const { sex, all } = sexes[0]!
    return all ? bySex(sex, numbers[0]!.value, 0) : 'sex_missing'
  }
  // "L/P 7/5"
  if (
    items.length === 4 &&
    sexes.length === 2 &&
    numbers.length === 2 &&
    sexes[1]!.at - sexes[0]!.at === 1 &&
    numbers[1]!.at - numbers[0]!.at === 1
  )
    return sexes[0]!.at === 0 || sexes[0]!.at === 2 ? inOrder(sexes, numbers) : 'unclear'
  const amongThem = items.some((item) => item.is === 'number' && item.among)
  const results = new Map<string, CountBySex>()
  let mismatch = false
  for (const first of adjacent(items, sexes[0]!.at))
    for (const second of sexes[1] ? adjacent(items, sexes[1].at) : [-1]) {
      if (first === second) continue
      const rest = numbers.filter((number) => number.at !== first && number.at !== second)
      if (rest.length > 1) continue
      // "7 laki 5 perempuan, 2 …": a number that touches a sex is no total where another stands behind a pause
      const used = [first, second].map((at) => items[at]).filter((item) => item?.is === 'number')
      if (rest[0]?.touches && used.some((item) => item?.is === 'number' && item.paused)) continue
      const a = (items[first] as { value: number }).value
      const b = second < 0 ? undefined : (items[second] as { value: number }).value
      const total = rest[0]?.value
      if (b === undefined) {
        const opens = rest[0]?.at === 0 && (sexes[0]!.ofThem || amongThem)
        if (total === undefined || !(rest[0]!.people || opens)) continue
        if (total < a) mismatch = true
        else results.set(`${a} of ${total}`, bySex(sexes[0]!.sex, a, total - a))
      } else if (total !== undefined && total !== a + b) mismatch = true
      else results.set(`${a} and ${b}`, bySex(sexes[0]!.sex, a, b))
    }
  if (results.size === 1) return [...results.values()][0]!
  if (results.size > 1) return 'several_values'
  return mismatch ? 'sum_differs' : 'sex_missing'
}

const adjacent = (items: readonly Item[], at: number): number[] =>
  [at - 1, at + 1].filter((k) => items[k]?.is === 'number')

const bySex = (sex: 'l' | 'p', count: number, others: number): CountBySex =>
  sex === 'l' ? { total: count + others, l: count, p: others } : { total: count + others, l: others, p: count }

const inOrder = (sexes: readonly { sex: 'l' | 'p' }[], numbers: readonly { value: number }[]): CountBySex =>
  bySex(sexes[0]!.sex, numbers[0]!.value, numbers[1]!.value)
