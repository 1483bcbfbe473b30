import { partsOf } from '../explained.ts'
import { habitual as habits } from '../lexicon/asides.ts'
import { findNumbers } from '../numbers.ts'
import { isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { changed, isOneOf, type Token } from '../text.ts'
import { anySex, isGrown, isNone, noneOf } from './count-sexes.ts'

// What is said of men and women behind their numbers: who all of them are, what they use to do, how some of them came.

/** "5 laki 2 perempuan, anak muda semua": without the parts that only tell who was counted. */
export function withoutCompany(all: readonly Token[]): readonly Token[] {
  if (!all.some(({ text }) => opening.has(text))) return all
  const parts = partsOf(all)
  if (parts.length < 2) return all
  const kept = parts.flatMap(({ start, end }) => {
    const part = all.slice(start, end)
    return start > 0 && tellsWho(part, all.slice(0, start)) ? [] : part
  })
  return kept.length === all.length ? all : kept
}

function tellsWho(part: readonly Token[], before: readonly Token[]): boolean {
  const said = part.filter((token) => token.kind !== 'mark' && (anySex(token) || !isPolite(token)))
  if (said.length < 2 || findNumbers(said, { m: 'never' }).length > 0) return false
  if (part.some((_, i) => isNone(part, i)) || !areCounted(before)) return false
  const texts = said.map(({ text }) => text)
  const sexes = new Set(said.flatMap((token) => anySex(token) ?? []))
  if (sexes.size > 0) return isOfOneSex(said, texts, sexes, noneOf(before))
  return !texts.some((text) => doubts.has(text)) && (isOneGroup(texts) || isHabit(texts) || areSome(texts))
}

/** "pr 22 lk 0, kelompok tenun mama2 semua", "lk tidak ada, bapak2 semua melaut jadi mama2 yang kerja" */
function isOfOneSex(
  said: readonly Token[],
  texts: readonly string[],
  sexes: ReadonlySet<string>,
  none: string | undefined,
): boolean {
  if (none === undefined) return false
  const so = texts.indexOf('jadi')
  const told = so < 0 ? texts : texts.slice(0, so)
  if (told.some((text) => doubts.has(text))) return false
  if (!sexes.has(none)) return texts.length <= 4 && (texts.at(-1) === 'semua' || texts.at(-1) === 'saja')
  const away = told.findIndex((text) => elsewhere.has(text))
  return anySex(said[0]!) === none && away > 0 && away <= 2
}

/** Both sexes have their numbers, or one of them and the whole. */
function areCounted(before: readonly Token[]): boolean {
  const numbers = findNumbers(before, { m: 'never' })
  const none = before.filter((_, i) => isNone(before, i) && !numbers.some(({ start }) => start === i)).length
  const sexes = new Set(before.flatMap((token) => anySex(token) ?? []))
  const whole = sexes.size === 1 && before.some(({ text }) => text === 'orang')
  return numbers.length + none >= 2 && (sexes.size === 2 || whole)
}

const isOneGroup = (texts: readonly string[]) => texts.length <= 4 && texts.at(-1) === 'semua' && ages.has(texts[0]!)
/** "mereka rajin dan jarang absen kalau ada rapat" */
const isHabit = (texts: readonly string[]) =>
  (habitual.has(texts[0]!) || (those.has(texts[0]!) && habitual.has(texts[1]!))) &&
  !texts.some((text) => denials.has(text))
/** "sebagian jalan kaki dari kampung lama" */
const areSome = (texts: readonly string[]) =>
  texts[0] === 'sebagian' && comings.has(texts[1]!) && !texts.some((text) => denials.has(text) || invited.has(text))

const ages = wordSet('anak pemuda remaja lansia orang masih')
const those = wordSet('mereka semua dong dorang')
const habitual = wordSet(habits)
const denials = wordSet('tidak belum jangan batal pulang')
const invited = wordSet('undangan diundang nanti besok')
const comings = wordSet('jalan datang naik dari bawa pakai duduk berdiri')
const elsewhere = wordSet('melaut malaut merantau pi pigi pergi kerja bekerja kebun laut')
const doubts = wordSet('tapi mungkin kecuali atau bukan lupa cuma lain saya ? tambah + termasuk')
const opening = new Set([...'semua saja sebagian'.split(' '), ...those, ...habitual, ...elsewhere])

/** "19 anak, laki 10 perempuan 9": whom the total counts, where boys and girls follow. */
export function withTotal(all: readonly Token[]): readonly Token[] {
  const at = all.findIndex((token) => isOneOf(young, token))
  const [total] = at > 0 && at <= 3 ? findNumbers(all.slice(0, at), { m: 'never' }) : []
  if (total?.start !== 0 || total.end !== at) return all
  let pause = at + 1
  while (all[pause] && isPolite(all[pause]!) && !anySex(all[pause]!)) pause++
  const rest = all.slice(pause)
  if (rest[0]?.kind !== 'mark' || rest.some((token) => isGrown(token) || young.has(token.text))) return all
  if (new Set(rest.flatMap((token) => anySex(token) ?? [])).size < 2) return all
  return changed(all, (token, i) => (i === at ? { ...token, text: 'orang', low: 'orang' } : token))
}
const young = wordSet('anak anak2 anak-anak balita bayi remaja lansia siswa murid')

/** "mama2 semua kk, 14": who is spoken to. */
export const withoutCalled = (all: readonly Token[]): readonly Token[] =>
  all.some(({ low }) => low === 'kk')
    ? all.filter(
        ({ low }, i) =>
          !(low === 'kk' && all[i - 1]?.text === 'semua' && all[i + 1]?.kind === 'mark' && i + 2 < all.length),
      )
    : all
