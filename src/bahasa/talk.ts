import * as words from './lexicon/talk.ts'
import { irreal } from './lexicon/unreal.ts'
import type { FoundNumber } from './numbers.ts'
import { wordSet } from './similar.ts'
import type { Token } from './text.ts'

// Numbers in talk of something else: how often somebody wrote, what somebody dreams of, has heard or once had, who is ill,
// which part is finished, who would know.

/** The number is not the answer, because the sentence around it tells of something else. */
export function isTalk(tokens: readonly Token[], number: FoundNumber): boolean {
  if (tokens.length === number.end - number.start || !tokens.some(signals)) return false
  return isAbout(tokens, number) || tokens.some((_, i) => turnsAway(tokens, i, number))
}

/** What stands right behind the number: "seribu satu masalah", "satu yang saya minta", "60 persen itu yang talud, …". */
function isAbout(tokens: readonly Token[], { start, end, spelled, value }: FoundNumber): boolean {
  const [next, second, third] = [tokens[end]?.text ?? '', tokens[end + 1]?.text ?? '', tokens[end + 2]?.text ?? '']
  if (spelled && value === 1001 && figures.has(next)) return true
  if (value <= 3 && (sayings.has(next) || (next === 'yang' && self.has(second) && asks.has(third)))) return true
  if (next === 'kali' && tokens.some(({ text }) => text === 'bolak' || text === 'bolak-balik')) return true
  if (next === 'kali' && tokens.some(({ text }, i) => messages.has(text) && (i > end || i >= start - 2))) return true
  // "satu kampung marah", "3 orang dari dinas datang tanya", "5 ekor babi hutan"
  if (spelled && value === 1 && places.has(next) && moods.has(second)) return true
  if (next === 'orang' && second === 'dari' && offices.has(third)) return true
  if (next === 'ekor' && (third === 'hutan' || third === 'liar' || second === 'lepas')) return true
  // "yang 8 orang itu kelompok lain"
  if (second === 'itu' && places.has(third) && others.has(tokens[end + 3]?.text ?? '')) return true
  // "60 persen itu yang talud, yang jalan belum", "60 kg itu saya punya berat badan"
  const at = next === 'itu' ? end : second === 'itu' ? end + 1 : -1
  if (at < 0) return false
  if (tokens[at + 1]?.text === 'yang')
    return tokens.some(({ text }, i) => i > at + 2 && text === 'yang' && isDenied(tokens, i + 1))
  return self.has(tokens[at + 1]?.text ?? '') && tokens.slice(at + 2, at + 5).some(({ text }) => text === 'badan')
}
const isDenied = (tokens: readonly Token[], from: number) =>
  tokens.slice(from, from + 4).some(({ text }) => text === 'belum' || text === 'tidak' || text === 'lain')

/** A word that says of the whole reply, or of a number behind it, that it is no answer. */
function turnsAway(tokens: readonly Token[], i: number, number: FoundNumber): boolean {
  const { text, low } = tokens[i]!
  const [before, next] = [tokens[i - 1]?.text ?? '', tokens[i + 1]?.text ?? '']
  if (supposed.has(text) || bodies.has(text)) return true
  if (text === 'ragu' || text === 'pribadi' || (ownMoney.has(text) && i === 0 && !isCollected(tokens))) return true
  // "panjangnya pak mandor yang tahu"
  if (text === 'yang' && (next === 'tahu' || next === 'jawab') && closes(tokens[i + 2])) return true
  // "sudah transfer 150 ribu ke ade": to somebody by name of kin alone
  if (text === 'transfer') return tokens.some((token, k) => token.text === 'ke' && closes(tokens[k + 1]))
  if (i > number.start) {
    // "100 persen sebelum natal"
    return text === 'sebelum' && i <= number.end + 1 && closes(tokens[i + 2]) && !saysDone(tokens, 0, number.start)
  }
  // "target kami 50", "rencana tanam 500 pohon", "rencana kami: 500 pohon"
  if (goals.has(text)) return !fulfils.has(before) && number.start > i + 1 && wished(tokens, i + 1, number.start)
  const same = !tokens.slice(i, number.start).some((token) => token.text === ',' || token.text === '.')
  if (!same) return false
  // "bendahara bawa lari 3 juta", "baru untuk tukang 1,2 juta", "tikus makan 3 karung", "untuk pesta potong 3 ekor"
  if (text === 'bawa' && next === 'lari') return true
  if (text === 'baru' && (next === 'untuk' || next === 'bayar') && i + 2 < number.start) return true
  if (pests.has(text) && ravages.has(next)) return true
  if (text === 'pesta' && tokens.slice(i, number.start).some((token) => token.text === 'potong')) return true
  if (opinions.has(text) && i + 1 === number.start) return true
  // "meteran cuma 5 meter", "tangki isi 5 liter", "mogok di kilo 4", "bagian saya 70 persen"
  if ((low === 'meteran' && limits.has(next)) || (text === 'isi' && i + 1 === number.start && before !== ''))
    return true
  if (before === 'di' && (low === 'kilo' || low === 'km') && i + 1 === number.start) return true
  if (text === 'bagian' && self.has(next) && i + 2 === number.start) return true
  // "kata orang 9 juta", "orang bilang 9 juta"
  if (text === 'kata' && (voices.has(next) || i + 1 === number.start)) return true
  // "dong" is left out as a particle
  if ((text === 'bilang' || text === 'cerita') && (voices.has(before) || i === 0)) return true
  if (formerly.has(low) && before !== 'belum' && before !== 'tidak' && !hasNow(tokens, i, number.start)) return true
  // "dusun 2 saja yang sudah 100 persen", "ongkos perahu saja sudah 200 ribu"
  const only = text === 'saja' || low === 'sa'
  if (!only || i === 0 || tokens[i - 1]!.kind === 'mark') return false
  return (
    (text === 'saja' && next === 'yang' && tokens[i - 1]!.text !== 'ini') ||
    (next === 'sudah' && i + 2 === number.start && tokens[i - 1]!.kind === 'word')
  )
}
/** "arisan PKK terkumpul 1,2 juta" */
const isCollected = (tokens: readonly Token[]) =>
  tokens[0]?.text === 'arisan' && tokens.some(({ text }) => text === 'terkumpul')
const closes = (token: Token | undefined) => token === undefined || token.kind === 'mark'
const hasNow = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from, to).some(({ text }) => text === 'sekarang')
const saysDone = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from, to).some(({ text }) => text === 'sudah')
const wished = (tokens: readonly Token[], from: number, to: number) => {
  for (let i = from; i < to; i++) if (tokens[i]!.kind !== 'mark' && !wishers.has(tokens[i]!.text)) return false
  return true
}

/** "2 jam dari kampung", "baru bisa jawab setelah 1 minggu": how long something else took. */
export const isTimeOfElse = (tokens: readonly Token[], number: FoundNumber): boolean =>
  tokens.some(({ text }, i) => (i < number.start || i >= number.end) && !besideTimes.has(text))

const self = wordSet('saya kami kita katong beta')
const asks = wordSet('minta mau ingin tanya tanyakan harap harapkan perlu butuh pikir bingung')
const fulfils = wordSet('dari sesuai capai mencapai sampai lewat lewati di atas bawah diatas dibawah melebihi')
const places = wordSet('kampung desa dusun kelompok rumah keluarga negeri')
const offices = wordSet('dinas kecamatan kabupaten provinsi kantor pusat')
const limits = wordSet('cuma hanya saya rusak pendek')
const others = wordSet('lain sebelah orang')
const ownMoney = wordSet(words.ownMoney)
const pests = wordSet(words.pests)
const ravages = wordSet(words.ravages)
const moods = wordSet(words.moods)
const opinions = wordSet(words.opinions)
const figures = wordSet(words.figures)
const sayings = wordSet(words.sayings)
const messages = wordSet(words.messages)
const supposed = wordSet(`${irreal} ${words.supposed}`)
const bodies = wordSet(words.bodies)
const voices = wordSet(words.voices)
const formerly = wordSet(words.formerly)
const goals = wordSet(words.goals)
const wishers = wordSet(words.wishers)
const besideTimes = wordSet(words.besideTimes)

/** One of these stands in every reply that `isTalk` could say yes to. */
const signs = new Set([
  ...[
    figures,
    sayings,
    messages,
    supposed,
    bodies,
    formerly,
    goals,
    ownMoney,
    moods,
    ravages,
    opinions,
    offices,
  ].flatMap((set) => [...set]),
  ...'yang ragu bolak bolak-balik pribadi hutan liar bawa baru pesta isi bagian meteran kilo km transfer sebelum kata bilang saja itu'.split(
    ' ',
  ),
])
const signals = ({ text, low }: Token) => signs.has(text) || low === 'sa' || low === 'meteran' || low === 'kilo'
