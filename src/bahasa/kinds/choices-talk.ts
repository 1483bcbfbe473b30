import type { OptionIndex } from '../match-index.ts'
import type { Hit } from '../match-numbers.ts'
import { isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'

// Talk that holds the name of an option and answers nothing: a question about it, what it did to the speaker's own house,
// how it tastes, that the person is gone, a sentence that breaks off.

export function isTalk(tokens: readonly Token[], hits: readonly Hit[], index: OptionIndex): boolean {
  if (hits.length === 0) return false
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word') continue
    const { text, low } = token
    const next = tokens[i + 1]?.text ?? ''
    if (questions.has(text)) {
      if (isAsking(tokens, i)) return true
    } else if (family.has(low)) {
      // "anak saya kerja di bengkel"; "ini anak saya, …" says who writes
      if (own.has(next) && nearHit(tokens, hits, i)) return true
    } else if (own.has(text)) {
      if (index.isProblems && things.has(tokens[i - 1]?.low ?? '')) return true
      if (index.none >= 0 && isOwnMoney(tokens, hits, i)) return true
      if ((next === 'belum' || next === 'tidak') && tokens[i + 2]?.text === 'bisa' && answersLater(tokens, i + 3))
        return true
    } else if (tastes.has(text) || (text === 'bilang' && tellers.has(tokens[i - 1]?.text ?? ''))) return true
  }
  return (
    !index.isStatus &&
    (breaksOff(tokens, hits) ||
      (index.none >= 0 && isNews(tokens, hits)) ||
      isSupposed(tokens, hits) ||
      hits.some((hit) => isGone(tokens, hit)))
  )
}

/** "pasar buka hari apa", "penyuluh namanya siapa", "apa bedanya"; "siapa lagi", "apa saja" and "tidak ada apa" ask nothing. */
function isAsking(tokens: readonly Token[], i: number): boolean {
  const { text, low } = tokens[i]!
  const [before, next] = [tokens[i - 1]?.text ?? '', tokens[i + 1]?.text ?? '']
  if (low.includes('-') || low.endsWith('2') || next === text || before === text) return false
  // "alat apa saja yang bisa"
  if (text === 'apa' && next === 'saja' && tokens[i + 2]?.text === 'yang') return true
  if (text === 'berapa' && (next === 'kali' || before === 'sudah')) return false
  if (asksNothing.has(next) || asksNothingBehind.has(before)) return false
  if (tokens.slice(0, i).some((token) => token.text === 'tahu')) return false
  // "kapan pelatihan dimulai", "harganya berapa sekarang"
  if (always.has(text) || !tokens.slice(0, i).some((token) => token.kind === 'word' && !isPolite(token)))
    return text !== 'apa'
  const rest = tokens.slice(i + 1).filter((token) => token.kind === 'word' && !isPolite(token) && token.text !== 'ya')
  return rest.length === 0 || (text === 'apa' && rest.length === 1 && rest[0]!.low.endsWith('nya'))
}
const questions = wordSet('siapa apa kapan mana berapa dimana kemana')
const always = wordSet('berapa kapan')
const asksNothing = wordSet('saja lagi pun juga adanya')
const asksNothingBehind = wordSet('ada tidak belum entah kurang tahu pakai dan bikin buat')

const family = wordSet(
  'anak anaknya suami istri isteri adik ade kakak kaka mama bapak bapa om tante keponakan cucu menantu',
)
const own = wordSet('saya beta')
/** In the same part of the reply, before the option or right behind it. */
const nearHit = (tokens: readonly Token[], hits: readonly Hit[], i: number) =>
  hits.some((hit) => {
    if (hit.by === 'number') return false
    const [from, to] = hit.start > i ? [i, hit.start] : [hit.end, i]
    return to - from <= 6 && !tokens.slice(from, to).some((token) => token.kind === 'mark')
  }) && !(tokens[i - 1]?.text === 'ini' && i === 1)
const things = wordSet('hp motor rumah dompet kabel baju kamar mobil laptop handphone')
/** "uang saya habis" */
const isOwnMoney = (tokens: readonly Token[], hits: readonly Hit[], i: number) =>
  tokens[i - 1]?.text === 'uang' && hits.some((hit) => hit.end === i)

/** "hujan dari subuh, saya belum bisa ke kantor" */
const answersLater = (tokens: readonly Token[], i: number) =>
  (tokens[i]?.text === 'ke' && (tokens[i + 1]?.text === 'kantor' || tokens[i + 1]?.text === 'desa')) ||
  answers.has(tokens[i]?.text ?? '')
const answers = wordSet('isi jawab pilihan lapor balas kirim datang telepon ketik')
/** "orang bilang dana, orang lain bilang cuaca" */
const tellers = wordSet('orang lain mereka dia dorang dong')
const tastes = wordSet('bau enak sedap lezat gurih')

/** "yang pertama dana terus yang kedua" */
function breaksOff(tokens: readonly Token[], hits: readonly Hit[]): boolean {
  let last = tokens.length - 1
  while (last > 0 && (tokens[last]!.kind === 'mark' || isPolite(tokens[last]!) || tokens[last]!.text === 'itu')) last--
  return (
    ordinals.has(tokens[last]?.low ?? '') &&
    unsaid.has(tokens[last - 1]?.text ?? '') &&
    hits.some((hit) => hit.by === 'phrase' && hit.end < last) &&
    tokens.slice(0, last).some((token) => token.low === 'pertama')
  )
}
const unsaid = wordSet('yang kendala masalah dan terus nomor')
const ordinals = wordSet('kedua ketiga berikutnya terakhir')

/** "kalau hujan tidak datang ya cuaca": what it would be. */
function isSupposed(tokens: readonly Token[], hits: readonly Hit[]): boolean {
  const at = tokens.findIndex((token) => token.kind === 'word' && !isPolite(token))
  if (tokens[at]?.text !== 'kalau') return false
  return (
    hits.some((hit) => hit.start === at + 1 || (hit.start === at + 2 && ifs.has(tokens[at + 1]!.text))) &&
    hits.some((hit) => hit.start > at + 2 && tokens[hit.start - 1]?.text === 'ya')
  )
}

const ifs = wordSet('ada tidak bukan')

/** "camat sudah pindah", "sekdes lagi sakit" */
function isGone(tokens: readonly Token[], hit: Hit): boolean {
  if (hit.by !== 'phrase' || !officers.has(tokens[hit.end - 1]!.text)) return false
  let i = hit.end
  while (states.has(tokens[i]?.text ?? '') || (tokens[i] && isPolite(tokens[i]!))) i++
  return gone.has(tokens[i]?.text ?? '')
}
const officers = wordSet(
  'camat sekdes sekretaris kades kadus kaur bendahara kasi raja pendamping fasilitator penyuluh ppl',
)
const states = wordSet('sudah lagi masih sedang baru lama yang')
const gone = wordSet(
  'sakit pindah pensiun meninggal mutasi cuti pulang pergi diganti ganti keluar opname umroh tidur makan mandi rapat',
)

/** "cuaca hari ini bagus", "bibit dari dinas sudah datang", "pasar buka besok", "tikus di kantor desa": no trouble and no need. */
function isNews(tokens: readonly Token[], hits: readonly Hit[]): boolean {
  const [only] = hits
  if (!only || only.by !== 'phrase' || hits.some((hit) => hit.option !== only.option)) return false
  if (tokens.some((token) => lacking.has(token.text))) return false
  const thing = tokens[only.end - 1]!.text
  const behind = tokens.slice(only.end, only.end + 5)
  const stop = behind.findIndex((token) => token.kind === 'mark')
  const near = stop < 0 ? behind : behind.slice(0, stop)
  if (thing === 'pasar' && opens.has(near[0]?.text ?? '')) return true
  if (thing === 'tikus' && near[0]?.text === 'di' && indoors.has(near[1]?.text ?? '')) return true
  if (thing === 'cuaca') return near.some((token) => fair.has(token.text))
  return (
    goods.has(thing) &&
    near.some(
      (token, i) =>
        come.has(token.text) && (near[i - 1]?.text === 'sudah' || (i === 0 && near.some((t) => t.text === 'tadi'))),
    )
  )
}
const lacking = wordSet('kurang tidak belum tapi terlambat rusak mati lambat telat habis susah sulit mahal')
const opens = wordSet('buka tutup ramai rame')
const indoors = wordSet('kantor rumah sekolah gereja dapur')
const fair = wordSet('bagus cerah baik teduh enak')
const goods = wordSet('bibit benih pupuk alat mesin bahan pembeli anakan dana uang modal')
const come = wordSet('datang tiba sampai masuk cair')
