import { findNumbers } from './numbers.ts'
import { wordSet } from './similar.ts'
import type { Token } from './text.ts'
import { unitOf } from './units.ts'

// "tinggal 85 ekor karena ada yang mati", "kuda tinggal 1 ekor", "sekarang tinggal 7 orang": what is left of a herd or of
// people is what there is. "tinggal 12 ekor", "tinggal 3 karung" may be what is left to do, or in store.

/** The reply without "tinggal" or "sisa" before its number, where that is what there is. */
export function asLeft(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => leaves.has(text))) return tokens
  const [number, second] = findNumbers(tokens)
  if (!number || number.problem || second) return tokens
  const at = number.start - 1
  if (!leaves.has(tokens[at]?.text ?? '') || isStock(tokens[number.end])) return tokens
  const behind = tokens.slice(number.end)
  const pause = behind.findIndex(({ text }) => text === ',' || text === '.' || text === 'karena')
  const own = pause < 0 ? behind : behind.slice(0, pause)
  const before = tokens.slice(0, at)
  const lost = behind.findIndex(({ text }) => losses.has(text))
  const told = lost > 1 && behind.slice(0, lost).some(({ text }) => ofLost.has(text))
  const named = before.some(({ text, low }) => herds.has(text) || herds.has(low) || text === 'sekarang')
  const able = own.some(({ text }, i) => text === 'yang' && own[i + 1]?.text === 'masih')
  if (!told && !named && !able) return tokens
  // what is said of the rest of them touches nothing any more
  const open = told ? [...own, ...behind.slice(own.length, lost)] : behind
  if (open.some(({ text }) => undone.has(text)) || before.some(({ text }) => undone.has(text) && text !== 'semua'))
    return tokens
  return tokens.filter((_, i) => i !== at)
}

/** Of what is measured or packed the rest is in store. */
const isStock = (token: Token | undefined) => {
  const unit = token?.kind === 'word' ? unitOf(token) : undefined
  return unit !== undefined && !living.has(unit)
}
const living = wordSet('ekor orang kk pohon unit buah kelompok')
const leaves = wordSet('tinggal sisa')
const herds = wordSet(
  'kuda babi sapi kerbau kambing domba ayam bebek itik anjing ternak perahu bodi sampan ketinting katinting',
)
const losses = wordSet('mati hilang dijual terjual dicuri hanyut dimakan rusak dibawa sakit penyakit pindah')
const ofLost = wordSet('karena yang banyak sisa lain kena')
const undone = wordSet('lagi belum tapi mau akan semua nanti tambah atau untuk')
