import { unitWords } from '../lexicon/numbers.ts'
import { ask } from '../questions.ts'
import { prepare } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { isOneOf, type Token } from '../text.ts'
import type { ReadContext, Reading } from '../types.ts'

/**
 * An Indonesian number in +62 form. Mobile numbers have 9 to 12 digits after +62 and begin with 8; others are land lines
 * with an area code (numbering plan: Permen Kominfo 14/2018).
 */
export function readPhone(text: string, ctx: ReadContext): Reading<string> {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, 'phone', reply)
  if (reply.tokens.length === 0) return ask(ctx, 'phone', 'empty')
  if (reply.tokens.some((token) => token.text === 'atau')) return ask(ctx, 'phone', 'several_values')
  // "0813 0000 55, ujungnya saya lupa"
  if (reply.tokens.some((token) => token.text === 'lupa')) return ask(ctx, 'phone', 'invalid_phone', unclearNumber)
  if (inDoubt(reply.tokens) || isFaulty(corrected(reply.tokens)))
    return ask(ctx, 'phone', 'invalid_phone', unclearNumber)
  // "0812 0000 53": the last group is not whole
  if (cutShort.test(text)) return ask(ctx, 'phone', 'invalid_phone', unclearNumber)
  const found = new Set<string>()
  for (const run of digitRuns(corrected(reply.tokens))) {
    const phone = toInternational(run.digits, run.plus)
    if (phone) found.add(phone)
    else if (run.digits.length >= 5) return ask(ctx, 'phone', 'invalid_phone', unclearNumber)
  }
  if (found.size > 1) return ask(ctx, 'phone', 'several_values')
  const [phone] = found
  return phone ? { value: phone } : ask(ctx, 'phone', 'invalid_phone')
}

const cutShort = /(?<!\d)(?:0|\+?62[ -]?)8\d\d[ .-]\d{4}[ .-]\d{1,2}(?![ .-]*\d)/

/** "0878 0000 1625, eh salah kak, yang benar 0878 0000 1652": what is behind the mistake, if a number is. */
function corrected(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findLastIndex(
    (token, i) =>
      i > 0 &&
      mistakes.has(token.text) &&
      tokens[i + 1]?.text !== 'satu' &&
      (tokens[i - 1]!.low === 'eh' || tokens[i - 1]!.kind === 'mark'),
  )
  const behind = tokens.slice(at + 1)
  const isWhole = (run: Run) => toInternational(run.digits, run.plus) !== undefined
  return at > 0 && digitRuns(behind).some(isWhole) ? behind : tokens
}
const mistakes = wordSet('salah keliru ralat kebalik terbalik kurang kelebihan')

/** "…, eh masih kurang satu angka", "… belum lengkap", "…, dua yang terakhir tidak jelas": what is said of the number itself. */
function isFaulty(tokens: readonly Token[]): boolean {
  if (tokens.some((token) => isOneOf(hedges, token))) return true
  const number = tokens.findLastIndex((token) => token.kind === 'number' && token.text.length > 2)
  return tokens.some((token, i) => {
    const before = tokens[i - 1]?.text ?? ''
    const next = tokens[i + 1]?.text ?? ''
    // "kalau tidak tersambung, coba malam"
    if (sure.has(token.text) && lacking.has(before)) return !conditions.has(tokens[i - 2]?.text ?? '')
    if (i <= number) return false
    // "sinyal kurang bagus", "saya kurang paham wa"
    if (token.text === 'kurang') return !quality.has(next) && before !== 'sinyal'
    // "jangan salah"
    // "salah satu nomor saya"
    if (wrong.has(token.text) && next === 'satu' && numbers.has(tokens[i + 2]?.text ?? '')) return false
    if (wrong.has(token.text)) return before !== 'jangan' || lacking.has(tokens[i - 2]?.text ?? '')
    if (token.text === 'lanjut') return next === 'di'
    if (token.text === 'belum') return next === ''
    if (token.text === 'lagi') return before === 'ada' || before === 'cek'
    if (looks.has(token.text))
      return !tokens.slice(number + 1, i).some(({ text }) => text === 'sudah' || conditions.has(text))
    return isOneOf(faults, token) || (token.text === 'bukan' && tokens[i - 1]?.low === 'eh')
  })
}
const hedges = wordSet(
  'setahu seingat seingatku setahuku katanya sepertinya kayaknya kira kira-kira rasanya agaknya ragu ragu-ragu semoga mudah-mudahan',
)
const lacking = wordSet('tidak belum kurang')
const sure = wordSet(
  'lengkap jelas yakin pasti hafal hapal ingat tersambung nyambung kelihatan terlihat terbaca kebaca diisi selesai habis semua cocok pas betul benar',
)
const numbers = wordSet('nomor hp kontak dari')
const quality = wordSet('paham tahu mengerti pandai pintar bagus kuat lancar baik sehat biasa suka bisa sinyal')
const wrong = wordSet('salah keliru ralat terbalik kebalik tertukar typo')
const faults = wordSet(
  'kelebihan kekurangan kebanyakan dobel double terlewat kelewat bersambung terpotong kepotong sebagian separuh sisanya selebihnya lanjutannya sambungannya tulisannya angkanya angka digit digitnya xx xxx',
)
const looks = wordSet('tunggu cek periksa')

/** A number that is hedged, asked about, of a bank, or no longer used ("sudah tidak aktif", but "yang satunya mati"). */
function inDoubt(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => {
    const { text } = token
    if (!alarms.has(text) && !accounts.has(token.low)) return false
    if (doubts.has(text) || accounts.has(token.low)) return true
    if (text === '?') return tokens[i - 1]?.kind === 'number'
    // "bukan 0821 0000 5531"
    if (text === 'bukan')
      return i === 0
        ? tokens[1]?.kind === 'number'
        : tokens[i - 1]!.kind === 'number' && mine.has(tokens[i + 1]?.text ?? '')
    // "jangan ke 0852 0000 1212"
    if (text === 'jangan') return tokens[i + 1]?.kind === 'number' || tokens[i + 2]?.kind === 'number'
    if (text === 'kalau' || text === 'kalo' || text === 'klo')
      return tokens[i + 1]?.text === 'tidak' && tokens[i + 2]?.text === 'salah'
    // "nomor bapa yang sudah meninggal", "punya desa sebelah"
    if (text === 'meninggal' || text === 'sebelah') return tokens[i - 1]?.kind === 'word'
    const pause = tokens.findLastIndex(
      (other, k) => k < i && (other.text === ',' || other.text === '.' || other.kind === 'number'),
    )
    const said = tokens.slice(pause + 1, i)
    // "kalau tidak aktif sms saja"
    if (text === 'aktif' && (said.some((other) => conditions.has(other.text)) || isAtHour(tokens, i))) return false
    if (said.some((other) => others.has(other.text))) return false
    // "sudah saya jual hpnya", "tapi sekarang ganti", "tidak saya pakai"
    if (text === 'jual' || text === 'dijual') return pause >= 0
    if (text === 'ganti') return pause >= 0 && said.length > 0 && said.every((other) => dones.has(other.text))
    if (text === 'pakai')
      return pause >= 0 && said.some((other) => other.text === 'tidak') && !isUnskilled(said, tokens.slice(i + 1))
    if (text === 'mati' || text === 'hilang' || text === 'diganti')
      return pause >= 0 && said.every((other) => dones.has(other.text))
    return (
      (text === 'aktif' || text === 'dipakai') &&
      tokens[i - 1]?.text === 'tidak' &&
      tokens.slice(0, i).some((other) => other.kind === 'number')
    )
  })
}
/** "tidak aktif kalau siang" */
const isAtHour = (tokens: readonly Token[], i: number) =>
  conditions.has(tokens[i + 1]?.text ?? '') && parts.has(tokens[i + 2]?.text ?? '')
const parts = wordSet('pagi siang sore malam')
/** "saya tidak pandai pakai telepon", "saya tidak pakai wa" */
const isUnskilled = (said: readonly Token[], behind: readonly Token[]) =>
  !behind.some((token) => token.text === 'lagi') &&
  (said.some((token) => skills.has(token.text)) || gadgets.has(behind[0]?.low ?? ''))
const skills = wordSet('pandai pintar bisa tahu biasa mahir paham mengerti lancar')
const gadgets = wordSet('wa whatsapp hp hape telepon telpon internet facebook fb android')
const doubts = wordSet('mungkin kayaknya sepertinya barangkali')
const alarms = new Set([
  ...doubts,
  ...wordSet(
    '? kalau kalo klo bukan jangan mati hilang ganti diganti aktif pakai dipakai meninggal sebelah jual dijual',
  ),
])
const accounts = wordSet('rekening rek norek nik ktp')
const others = wordSet('yang satu lain kalau hp')
const conditions = wordSet('kalau kalo klo kl')
const dones = wordSet('sudah ini itu nomor tapi sekarang')
const mine = wordSet('saya kami punya nomor')

const unclearNumber =
  'Nomornya belum lengkap atau ada yang kurang jelas, {sapaan}. Boleh ditulis lagi? Contoh: 0812 3456 7890.'

interface Run {
  readonly digits: string
  readonly plus: boolean
}

// a number may be broken over lines
const separators = new Set([...wordSet("- . ( ) / _ ' :"), '\n'])
const hours = wordSet('jam pukul tanggal dusun rt rw umur usia')

/** Digits that belong together: separated by spaces or signs only; number words one by one count as digits. */
function digitRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = []
  let digits = ''
  let plus = false
  let skip = false
  const close = () => {
    if (digits && !skip) runs.push({ digits, plus })
    digits = ''
    plus = false
    skip = false
  }
  for (const [i, token] of tokens.entries()) {
    const spoken = token.kind === 'word' ? unitWords[token.text] : undefined
    if (token.kind === 'number' || spoken !== undefined) {
      // a new number begins like one: "0812 0000 1234 0852 0000 4321"
      const next = token.kind === 'number' ? token.text.replaceAll('.', '').replaceAll(',', '') : String(spoken)
      // "no 1 0812…": a number of something else
      if (digits.length <= 2 && !/^(?:0|6)/.test(digits) && /^(?:08|628)/.test(next) && !token.glued) digits = ''
      if (digits.length >= 10 && !token.glued && /^(?:08|628)/.test(next)) close()
      if (!digits) skip = hours.has(tokens[i - 1]?.text ?? '')
      digits += next
    } else if (token.text === '+') {
      close()
      plus = true
    } else if (token.kind === 'word' && token.glued && digits && tokens[i - 1]!.kind === 'number') {
      // letters inside a number: "0812 0000 12xx"
      digits += 'x'
    } else if (token.text === ',' && digits.length < 12 && isSpoken(tokens[i - 1]) && opensGroup(tokens, i + 1)) {
      // "nol delapan satu tiga, nol nol nol nol, …"
    } else if (token.kind === 'word' || !separators.has(token.text)) {
      const wasPlus: boolean = plus && !digits
      close()
      plus = wasPlus
    }
  }
  close()
  return runs
}

const isSpoken = (token: Token | undefined) => token?.kind === 'word' && unitWords[token.text] !== undefined

/** Two or more number words one by one, up to a pause: "satu dua orang" is none. */
function opensGroup(tokens: readonly Token[], start: number): boolean {
  let end = start
  while (isSpoken(tokens[end])) end++
  return end - start >= 2 && (tokens[end]?.kind ?? 'mark') === 'mark'
}

function toInternational(digits: string, plus: boolean): string | undefined {
  if (!/^\d+$/.test(digits)) return undefined
  // 00 is dialled for the plus sign
  if (digits.startsWith('0062')) return toInternational(digits.slice(2), true)
  let local: string
  if (digits.startsWith('62')) local = digits.slice(2).replace(/^0/, '')
  else if (plus) return undefined
  else if (digits.startsWith('0')) local = digits.slice(1)
  else if (digits.startsWith('8')) local = digits
  else return undefined
  if (local.startsWith('8')) return local.length >= 9 && local.length <= 12 ? `+62${local}` : undefined
  return digits.startsWith('8') || !/^[2-79]\d{7,10}$/.test(local) ? undefined : `+62${local}`
}
