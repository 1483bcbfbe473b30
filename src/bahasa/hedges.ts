import { parseNumber } from './numbers.ts'
import { distance, wordSet } from './similar.ts'
import type { Token } from './text.ts'

// Hedges

const hedges = wordSet(
  'sekitar kira hampir mungkin ± ~ kayaknya sepertinya rasanya rasa seingat setahu mendekati diperkirakan barangkali kiranya estimasi estimasinya taksir taksiran taksirannya ditaksir sekira sakira skira kira-kiranya perkiraanku kurkur perasaan perasaanku nyaris perkirakan sepengetahuan barangkli brangkali barankali',
)

/** "sakitar", "sekitr": a letter wrong or missing. */
const isLikeHedge = (word: string) =>
  word.length >= 5 &&
  word.length <= 8 &&
  ((word.length >= 6 && word.startsWith('s') && distance(word, 'sekitar', 1) <= 1) ||
    ((word.startsWith('ha') || word.startsWith('hm')) && !likeAlmost.has(word) && distance(word, 'hampir', 1) <= 1) ||
    (word.length >= 6 && word.startsWith('mu') && distance(word, 'mungkin', 1) <= 1))
const likeAlmost = wordSet('hampar hampa')

/** "kurang lebih", "kira2", "±", "lebih dari": the value stands, marked approximate. Hedge words are taken out. */
export function withoutHedges(tokens: readonly Token[]): { tokens: readonly Token[]; approximate: boolean } {
  if (
    !tokens.some(
      (t, i) => hedgeStarts.has(t.text) || isLikeHedge(t.text) || (t.text === 'ada' && tokens[i + 1]?.text === 'kali'),
    )
  )
    return { tokens, approximate: false }
  const kept: Token[] = []
  let approximate = false
  for (let i = 0; i < tokens.length; i++) {
    const [a, b, c] = [tokens[i]!.text, tokens[i + 1]?.text, tokens[i + 2]?.text]
    let width = 0
    if ((a === 'kurang' && b === 'lebih') || (a === 'lebih' && b === 'kurang' && !known.has(c ?? ''))) width = 2
    else if (a === '+' && b === '-') width = 2
    else if (a === '+' && b === '/' && c === '-') width = 3
    else if (
      (a === 'kalau' || a === 'kalo' || a === 'kl' || a === 'klo') &&
      b === 'tidak' &&
      (c === 'salah' || c === 'keliru' || c === 'lupa')
    )
      width = tokens[i + 3] && slip.has(tokens[i + 3]!.text) ? 4 : 3
    // "kalau saya tidak salah"
    else if (
      a === 'kalau' &&
      b === 'saya' &&
      c === 'tidak' &&
      (tokens[i + 3]?.text === 'salah' || tokens[i + 3]?.text === 'lupa')
    )
      width = 4
    else if (a === 'lebih' && b === 'dari') width = 2
    // "kl 15 ekor", "k.l. 15 ekor", "ada kali 15 ekor", "dekat 15 ekor"
    else if (tokens[i]!.low === 'kl' && tokens[i + 1]?.kind === 'number') width = 1
    else if (a === 'k' && b === '.' && c === 'l') width = tokens[i + 3]?.text === '.' ? 4 : 3
    else if (a === 'ada' && b === 'kali' && (i === 0 || i + 2 === tokens.length)) width = 2
    else if (a === 'dekat' && tokens[i + 1]?.kind === 'number' && (kept.length === 0 || kept.at(-1)!.text === 'sudah'))
      width = 1
    // "30 orang, saya tidak hitung satu-satu"
    else if (denied.has(a) && (b === 'hitung' || b === 'dihitung') && oneByOne(tokens, i + 2) > 0)
      width = 2 + oneByOne(tokens, i + 2)
    // "2 juta, lupa persisnya"
    else if ((a === 'lupa' && exactly.has(b ?? '')) || (exactly.has(a) && b === 'lupa')) width = 2
    // "lebih 60 persen"
    else if (a === 'lebih' && tokens[i + 1]?.kind === 'number' && kept.at(-1)?.kind !== 'number') width = 1
    // "20 lebih": a little over; not "lebih banyak", "20 lebih 5"
    else if (a === 'lebih' && kept.length > 0 && closes(tokens, i + 1)) width = 1
    // "30 persen begitu sudah", "5 juta begitu": about so much
    else if (likeThat.has(a) && scaled.has(kept.at(-1)?.text ?? '')) width = b === 'sudah' ? 2 : 1
    // "rasanya enak" is of the tongue
    // "88 persen dan diperkirakan rampung": of what is still to come
    else if (a === 'diperkirakan' && kept.length > 0 && ahead.has(b ?? '')) width = 0
    // "di sekitar mata air", "hampir semua hidup"
    else if (isOfThings(tokens, i)) width = 0
    else if ((hedges.has(a) || isLikeHedge(a)) && !(feels.has(a) && isTaste(tokens, i + 1))) width = 1
    if (width === 0) {
      kept.push(tokens[i]!)
      continue
    }
    approximate = true
    i += width - 1
  }
  return { tokens: kept, approximate: approximate && !confirms(tokens) }
}
/** "april kayaknya, eh iya benar april" */
const confirms = (tokens: readonly Token[]) =>
  tokens.some(
    (token, i) =>
      token.text === 'ya' && tokens[i + 1]?.text === 'betul' && tokens.slice(0, i).some((t) => t.low === 'eh'),
  )
const likeThat = wordSet('begitu begitulah gitu')
const scaled = wordSet('persen % ribu juta puluh belas ratus')
const known = wordSet('tahu pasti jelas yakin paham')
const slip = wordSet('ingat hitung catat lihat dengar')
const exactly = wordSet('persisnya pasnya tepatnya pastinya jelasnya angkanya jumlahnya')
const denied = wordSet('tidak belum')
/** How many words "satu-satu", "satu per satu" has here. */
const oneByOne = (tokens: readonly Token[], i: number) => {
  if (tokens[i]?.low === 'satu-satu' || tokens[i]?.low === 'satu2') return 1
  if (tokens[i]?.text === 'satu' && tokens[i + 1]?.text === 'satu') return 2
  return tokens[i]?.text === 'satu' && tokens[i + 1]?.text === 'per' && tokens[i + 2]?.text === 'satu' ? 3 : 0
}
const ahead = wordSet('selesai akan bisa jadi siap dapat habis panen mulai')
const feels = wordSet('rasanya rasa')
const tastes = wordSet('enak manis gurih pahit asam asin lezat sedap pedas hambar segar mantap nikmat')
const degrees = wordSet('sangat juga memang sudah agak cukup masih')
const isTaste = (tokens: readonly Token[], i: number) =>
  tastes.has(tokens[i]?.text ?? '') || (degrees.has(tokens[i]?.text ?? '') && tastes.has(tokens[i + 1]?.text ?? ''))
const hedgeStarts = new Set([
  ...hedges,
  ...['begitu', 'begitulah', 'gitu'],
  'lupa',
  'tidak',
  'belum',
  'kurang',
  'lebih',
  'k',
  'dekat',
  '+',
  'kalau',
  'kalo',
  'kl',
  'klo',
])

const closes = (tokens: readonly Token[], i: number) => {
  const token = tokens[i]
  return !token || (token.kind === 'mark' && token.text !== '-' && token.text !== '/') || afterMore.has(token.text)
}
const afterMore = wordSet('orang ekor pohon kg untuk dari di dana karena sudah saja sedikit')

/** Of a day or an hour: "hampir semua datang", "sekitar 40 orang", "di sekitar balai" are hedges of something else. */
export function withoutOtherHedges(tokens: readonly Token[], asked: 'day' | 'hour'): readonly Token[] {
  if (!tokens.some(({ text }) => amountHedges.has(text))) return tokens
  const kept: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const width = hedgeWidth(tokens, i)
    if (width > 0 && (isOfOther(tokens, i, i + width) || (asked === 'day' && isOfHour(tokens[i + width]))))
      i += width - 1
    else kept.push(tokens[i]!)
  }
  return kept
}
const amountHedges = wordSet('sekitar kira hampir nyaris mendekati kurang lebih mungkin ± ~')
function hedgeWidth(tokens: readonly Token[], i: number): number {
  const { text } = tokens[i]!
  const next = tokens[i + 1]?.text
  if (text === 'kurang' || text === 'lebih') return next === (text === 'kurang' ? 'lebih' : 'dari') ? 2 : 0
  if (text === 'kira') return next === 'kira' ? 2 : 1
  return amountHedges.has(text) ? 1 : 0
}
function isOfOther(tokens: readonly Token[], at: number, end: number): boolean {
  const hedge = tokens[at]!.text
  const next = tokens[end]?.text ?? ''
  if (isOfThings(tokens, at) || (hedge === 'sekitar' && nearPlaces.has(next))) return true
  if ((hedge === 'hampir' || hedge === 'nyaris') && wholes.has(next)) return true
  const number = tokens[end] && parseNumber(tokens, end)
  return number !== undefined && countedThings.has(tokens[number.end]?.text ?? '')
}
/** Where things are, or nearly all of them: said of them, not of how many there are. */
const isOfThings = (tokens: readonly Token[], i: number) => {
  const { text } = tokens[i]!
  if (text === 'sekitar') return tokens[i - 1]?.text === 'di'
  return (text === 'hampir' || text === 'nyaris') && i > 0 && allOf.has(tokens[i + 1]?.text ?? '')
}
const allOf = wordSet('semua semuanya seluruh tiap setiap')
const isOfHour = (token: Token | undefined) => token?.text === 'jam' || token?.text === 'pukul'
const wholes = wordSet('semua semuanya seluruh tiap setiap penuh gagal batal separuh setengah')
const nearPlaces = wordSet('balai lapangan kampung desa pantai pasar sekolah gereja masjid rumah kantor kebun sini')
const countedThings = wordSet(
  'orang kk kepala keluarga ekor ton kg kilo kuintal kwintal karung warga ibu bapak mama anak peserta kelompok rumah pohon ha hektar liter rupiah persen % meter murid siswa jiwa lembar unit paket buah anggota tamu',
)

// "eh salah, 12": the correction words before the first number

const corrections = wordSet('eh e salah keliru ralat maaf maksud saya koreksi')
const slips = wordSet('ketik tulis kirim hitung lihat liat baca')

export function withoutCorrection(tokens: readonly Token[]): readonly Token[] {
  let i = 0
  let seen = false
  while (i < tokens.length) {
    const { text, low } = tokens[i]!
    // "salah satu": one of them
    if (text === 'salah' && tokens[i + 1]?.text === 'satu') break
    if (text === 'yang' && (tokens[i + 1]?.text === 'betul' || tokens[i + 1]?.text === 'tepat')) {
      i += 2
      seen = true
      continue
    }
    if (text === 'sebenarnya' || (seen && (text === 'seharusnya' || text === 'harusnya'))) {
      i++
      seen = true
      continue
    }
    if (corrections.has(text) || corrections.has(low)) seen ||= text !== 'saya'
    else if (text === 'tadi' && tokens[i + 1]?.text === 'salah') seen = true
    else if (slips.has(text) && tokens[i - 1]?.text === 'salah') seen = true
    else if (tokens[i]!.kind !== 'mark' || !seen) break
    i++
  }
  return seen ? tokens.slice(i) : tokens
}
