import { agreeing } from '../amount.ts'
import { isElsewhere } from '../elsewhere.ts'
import { withoutCorrection, withoutHedges } from '../hedges.ts'
import { type FoundNumber, findNumbers, isVague } from '../numbers.ts'
import { ask } from '../questions.ts'
import { asksBack, prepare, saysPending, saysUnknown } from '../reply.ts'
import { roleOf } from '../roles.ts'
import { wordSet } from '../similar.ts'
import { isSigned, strayNumberWords } from '../spoilers.ts'
import { isOneOf, type Token, tokenBefore } from '../text.ts'
import type { AskReason, CountBySex, ReadContext, Reading } from '../types.ts'
import { tellsOfLeavers } from '../unreal.ts'
import { withoutCalled, withoutCompany, withTotal } from './count-beside.ts'
import { mayNameSexes, withoutBatch, withoutLineNumbers, withoutMistake, withPairs } from './count-forms.ts'
import {
  groups,
  isNone,
  joinDoubled,
  joining,
  maybeCounted,
  sexOf,
  withMarkers,
  withoutIncluded,
  withoutRemark,
} from './count-sexes.ts'

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
  if (need === 'both named' && !mayNameSexes(reply.all)) return ask(ctx, 'count_by_sex', 'sex_missing')
  if (isElsewhere(reply.tokens) || tellsOfLeavers(reply.tokens)) return ask(ctx, 'count_by_sex', 'restricted')
  const { told, most } = withoutRemark(
    withoutCompany(withTotal(withoutCalled(withoutBatch(withoutLineNumbers(withoutMistake(withPairs(reply.all))))))),
  )
  const marked = withoutIncluded(withoutCorrection(withMarkers(joinDoubled(told))))
  const { tokens, approximate } = withoutHedges(marked)
  if (marked.filter((token) => sexOf(token)).length < 2 && maybeCounted(told))
    return ask(ctx, 'count_by_sex', 'several_values')
  // "kira-kira 40, perempuan 15": what is estimated is all of them
  const opensHedged =
    approximate && tokens[0]?.kind === 'number' && (marked[0] !== tokens[0] || marked[1]?.text === 'lebih')
  // "hampir semua perempuan"
  if (marked.some((token, i) => token.text === 'hampir' && marked[i + 1]?.text === 'semua'))
    return ask(ctx, 'count_by_sex', 'several_values')
  // "semua laki-laki, 10 orang, perempuan 2"
  const [every, whom, pause] = tokens
  if (every?.text === 'semua' && sexOf(whom) && pause?.text === ',' && tokens.some((t) => isOtherSex(t, whom)))
    return ask(ctx, 'count_by_sex', 'several_values')
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

const isOtherSex = (token: Token, than: Token | undefined) => sexOf(token) !== undefined && sexOf(token) !== sexOf(than)

type Item =
  | {
      readonly is: 'number'
      /** Its place among the items. */
      readonly at: number
      readonly value: number
      readonly people: boolean
      /** Right before a sex, with nothing between. */
      readonly touches?: boolean
      /** "tidak ada" with no sex beside it. */
      readonly apart?: boolean
      /** Behind a pause. */
      readonly paused?: boolean
      /** "di antaranya" follows. */
      readonly among?: boolean
    }
  | {
      readonly is: 'sex'
      readonly at: number
      readonly sex: 'l' | 'p'
      readonly all: boolean
      /** "perempuannya": of those just named. */
      readonly ofThem: boolean
    }

const restrictions = wordSet(
  'tapi atau kecuali selain andai andaikan seandainya umpama misalnya misal meninggal wafat pulang harusnya seharusnya mestinya pernah biasanya lupa kl klo kalo jika apabila rencana rencananya terdaftar mendaftar pendaftar bukan kalau setiap masing-masing rata-rata lipat tambah kurang lebih antara maksimal minimal minus negatif persen % per @ * < > sebagian belum tidak ? sama',
)
/** Behind a number of all that came. */
const allOf = wordSet('orang siswa murid pelajar')
const peopleWords = wordSet('orang total hadir semua dari jumlah ada anggota aktif peserta')

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
      if (
        role === 'time' ||
        role === 'label' ||
        role === 'date' ||
        role === 'year' ||
        (role === 'source' && !sexOf(tokens[number.end]))
      ) {
        i = number.end - 1
        continue
      }
      // "dari 3 dusun"
      if (tokens[i - 1]?.text === 'dari' && places.has(tokens[number.end]?.text ?? '') && items.length > 0) {
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
      // "6 pembeli laki"
      const doers = behind?.kind === 'word' && who.has(behind.text) && sexOf(tokens[number.end + 1]) !== undefined
      if (
        behind?.kind === 'word' &&
        !doers &&
        behind.low !== 'sa' &&
        !sexOf(behind) &&
        !neutral.has(behind.text) &&
        !isVague(behind.text)
      )
        return 'several_values'
      const before = tokens[i - 1]?.text === ':' || tokens[i - 1]?.text === '=' ? tokens[i - 2] : tokens[i - 1]
      items.push({
        is: 'number',
        at: items.length,
        value: number.value,
        people:
          allOf.has(behind?.text ?? '') ||
          (behind?.text === 'semua' && items.length === 0) ||
          (behind?.text === 'yang' && came.has(tokens[number.end + 1]?.text ?? '')) ||
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
      const behind = tokens[token.text === 'nihil' ? i + 1 : i + 2]
      items.push({
        is: 'number',
        at: items.length,
        value: 0,
        people: false,
        apart: !sexOf(tokens[i - 1]) && !sexOf(behind),
      })
      if (token.text !== 'nihil') i++
      continue
    }
    // "perempuan 7, laki2 tidak ikut"
    if (staysAway(tokens, i)) {
      items.push({ is: 'number', at: items.length, value: 0, people: false })
      i++
      continue
    }
    const sex = sexOf(token)
    if (sex) {
      const last = items.at(-1)
      const all = isAll(tokens, i)
      if (remainder.has(tokens[i - 1]?.text ?? '') || (tokens[i + 1]?.text === 'sisa' && !sexOf(tokens[i + 2])))
        continue
      if (last?.is === 'sex' && last.sex === sex) items[items.length - 1] = { ...last, all: last.all || all }
      else items.push({ is: 'sex', at: items.length, sex, all, ofThem: token.low.endsWith('nya') })
      continue
    }
    // a number of this group that was agreed away ("7 (tujuh)") is no second one
    if (isVague(token.text)) return 'vague'
    if (strayNumberWords.has(token.text)) return 'unclear'
    // "7+ lk": seven or more; "5 pr dan saya": one more than was said
    if (token.text === '+' && tokens[i - 1]?.kind === 'number' && token.glued && tokens[i + 1]?.kind !== 'number')
      return 'restricted'
    if (token.text === 'saya' && joining.has(tokens[i - 1]?.text ?? '')) return 'restricted'
    if (isOneOf(groups, token)) return 'restricted'
    // "7 laki 5 perempuan, itu yang diundang"
    if (invited.has(token.text) && !ends.has(i + 1) && !found.some((number) => number.end === i)) return 'restricted'
    // "di luar pengurus", "yang daftar"
    if (
      (token.text === 'luar' && tokens[i - 1]?.text === 'di') ||
      (token.text === 'daftar' && tokens[i - 1]?.text === 'yang')
    )
      return 'restricted'
    if ((token.text === 'sama' || token.text === 'tambah') && joinsGroups(tokens, i)) continue
    // "sama banyak, laki lima perempuan lima", "laki 10 perempuan 10, sama banyak"
    if (token.text === 'sama' && tokens[i + 1]?.text === 'banyak' && (i === 0 || areEqual(found))) {
      i++
      continue
    }
    // "nanti laki 12", "baru laki 12 perempuan 10": who is still to come
    // "bulan lalu 7 L 12 P"
    if (token.text === 'lalu' && i === 1 && (tokens[0]!.text === 'bulan' || tokens[0]!.text === 'tahun'))
      return 'restricted'
    if (token.text === 'dulu' && i === 0) return 'restricted'
    if (toCome.has(token.text) && (token.text !== 'sementara' || i === 0)) return 'restricted'
    const opens = i === 0 || tokens[i - 1]!.kind !== 'word'
    if (token.text === 'baru' && opens && (sexOf(tokens[i + 1]) || ends.has(i + 1))) return 'restricted'
    // "* L 12": the sign of a list
    if (token.text === '*' && (i === 0 || tokens[i - 1]!.text === '\n')) continue
    // "34 laki-laki dan 27 perempuan, sebagian besar dari soa besar": who most of them are
    if (
      token.text === 'sebagian' &&
      tokens[i + 1]?.text === 'besar' &&
      items.filter((item) => item.is === 'sex').length === 2 &&
      !tokens.slice(i).some((later) => later.kind === 'number' || sexOf(later))
    )
      break
    if (restrictions.has(token.text)) {
      // "semua 0, tidak jadi rapat": why nobody came
      const nobody = found.length > 0 && found.every((number) => number.value === 0)
      if (nobody && (token.text === 'tidak' || token.text === 'belum')) continue
      return 'restricted'
    }
  }
  return items
}

const staysAway = (tokens: readonly Token[], i: number) =>
  tokens[i]!.text === 'tidak' &&
  sexOf(tokens[i - 1]) !== undefined &&
  (tokens[i - 2]?.kind ?? 'mark') === 'mark' &&
  attends.has(tokens[i + 1]?.text ?? '') &&
  (tokens[i + 2]?.kind ?? 'mark') === 'mark'
const attends = wordSet('ikut hadir datang masuk terlibat')

const areEqual = ([one, two, third]: readonly FoundNumber[]) => two !== undefined && !third && one!.value === two.value

/** "14 laki laki sama 11 perempuan", "laki2 14 tambah perempuan 11": an "and" between two groups. */
const joinsGroups = (tokens: readonly Token[], i: number) => {
  const group = (token: Token | undefined) =>
    token !== undefined && (token.kind === 'number' || sexOf(token) !== undefined || token.text === 'orang')
  return group(tokens[i - 1]) && group(tokens[i + 1])
}

/** What may follow a number of people. */
const neutral = wordSet(
  'nya orang siswa murid pelajar petani nelayan kader peserta anggota total hadir dan dengan dari di diantaranya antaranya yang saja semua ikut tambah ditambah termasuk terdiri ada itu tidak belum nihil sisa untuk ke serta pada datang sesuai menurut mereka dong sa ya kaum para sama juga deng warga masyarakat jadi jumlah tanggal jam pukul karena kami kita',
)

const who = wordSet(
  'pembeli penjual penenun nelayan pedagang peternak pekebun guru siswa murid pelajar tukang pekerja pengurus penerima tamu pengunjung peternak penyuluh lansia anak balita bayi remaja pemuda tenaga',
)

const toCome = wordSet('nanti besok lusa akan sementara tunggu menunggu')
const places = wordSet('dusun kampung rt desa kelompok kabisu soa marga suku')
const invited = wordSet('undangan diundang undang target terundang')

/** "belum ada data" is no zero. */
const records = wordSet('data datanya catatan kabar laporan info informasi angka jumlah total')
const came = wordSet('datang hadir ikut peserta orang')
const remainder = wordSet('sisa lain')
const isAll = (tokens: readonly Token[], i: number) => {
  const [two, before, after] = [tokenBefore(tokens, i - 1)?.text, tokenBefore(tokens, i)?.text, tokens[i + 1]?.text]
  // "semua yang datang perempuan", "mama-mama 11 orang saja"
  if (
    two !== undefined &&
    came.has(before ?? '') &&
    tokens.slice(Math.max(0, i - 4), i).some((t) => t.text === 'semua')
  )
    return true
  const closes = tokens[i + 1]?.kind === 'number' && tokens.at(-1)!.text === 'saja'
  if (closes && tokens.filter((token) => sexOf(token)).length === 1) return true
  if (before === 'semua' || after === 'semua' || after === 'saja' || (before === 'cuma' && two !== 'dan')) return true
  return after !== undefined && sexOf(tokens[i + 1]) === sexOf(tokens[i]) && tokens[i + 2]?.text === 'semua'
}

/** Every way to give each sex a number next to it; one consistent way is the answer. */
function solve(items: readonly Item[]): CountBySex | AskReason {
  const numbers = items.filter((item) => item.is === 'number')
  const sexes = items.filter((item) => item.is === 'sex')
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
        const of = items[first]
        if (of?.is === 'number' && of.apart) continue
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
