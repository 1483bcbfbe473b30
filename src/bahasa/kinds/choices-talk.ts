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
    } else if (tastes.has(text)) return true
  }
  return (
    !index.isStatus && (breaksOff(tokens, hits) || isSupposed(tokens, hits) || hits.some((hit) => isGone(tokens, hit)))
  )
}

/** "pasar buka hari apa", "penyuluh namanya siapa", "apa bedanya"; "siapa lagi", "apa saja" and "tidak ada apa" ask nothing. */
function isAsking(tokens: readonly Token[], i: number): boolean {
  const { text, low } = tokens[i]!
  const [before, next] = [tokens[i - 1]?.text ?? '', tokens[i + 1]?.text ?? '']
  if (low.includes('-') || low.endsWith('2') || next === text || before === text) return false
  if (asksNothing.has(next) || asksNothingBehind.has(before)) return false
  if (tokens.slice(0, i).some((token) => token.text === 'tahu')) return false
  const rest = tokens.slice(i + 1).filter((token) => token.kind === 'word' && !isPolite(token) && token.text !== 'ya')
  return rest.length === 0 || (text === 'apa' && rest.length === 1 && rest[0]!.low.endsWith('nya'))
}
const questions = wordSet('siapa apa kapan mana berapa dimana kemana')
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
const tastes = wordSet('enak sedap lezat gurih')

/** "yang pertama dana terus yang kedua" */
function breaksOff(tokens: readonly Token[], hits: readonly Hit[]): boolean {
  let last = tokens.length - 1
  while (last > 0 && (tokens[last]!.kind === 'mark' || isPolite(tokens[last]!) || tokens[last]!.text === 'itu')) last--
  return (
    ordinals.has(tokens[last]?.low ?? '') &&
    tokens[last - 1]?.text === 'yang' &&
    hits.some((hit) => hit.by === 'phrase' && hit.end < last) &&
    tokens.slice(0, last).some((token) => token.low === 'pertama')
  )
}
const ordinals = wordSet('kedua ketiga berikutnya terakhir')

/** "kalau hujan tidak datang ya cuaca": what it would be. */
function isSupposed(tokens: readonly Token[], hits: readonly Hit[]): boolean {
  const at = tokens.findIndex((token) => token.kind === 'word' && !isPolite(token))
  if (tokens[at]?.text !== 'kalau') return false
  return (
    hits.some((hit) => hit.start === at + 1) &&
    hits.some((hit) => hit.start > at + 2 && tokens[hit.start - 1]?.text === 'ya')
  )
}

/** "camat sudah pindah", "sekdes lagi sakit" */
function isGone(tokens: readonly Token[], hit: Hit): boolean {
  if (hit.by !== 'phrase' || !officers.has(tokens[hit.end - 1]!.text)) return false
  let i = hit.end
  while (states.has(tokens[i]?.text ?? '') || (tokens[i] && isPolite(tokens[i]!))) i++
  return gone.has(tokens[i]?.text ?? '')
}
const officers = wordSet('camat sekdes sekretaris kades kadus kaur bendahara kasi raja pendamping fasilitator')
const states = wordSet('sudah lagi masih sedang baru lama yang')
const gone = wordSet('sakit pindah pensiun meninggal mutasi cuti pulang pergi diganti ganti keluar opname umroh')
