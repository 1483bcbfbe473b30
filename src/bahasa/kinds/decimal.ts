import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import type { ReadContext, Reading } from '../types.ts'
import { joinMeasures, unitOf } from '../units.ts'
import { joinCompound } from './compound.ts'
import { numberReading, readCount } from './integer.ts'

/** A number with or without decimals, 0 or more: "2,5", "dua setengah", "1 1/2", "4 meter setengah", "2,75 ton per hektar". */
export function readDecimal(text: string, ctx: ReadContext): Reading<number> {
  const amount = readCount(text, ctx, 'decimal', asMeasured)
  return 'ask' in amount ? amount : numberReading(amount)
}

/**
 * What is measured is often an average ("rata-rata 4,15"), a yield or a flow ("2,75 ton per hektar", "liter/detik"). "3 kg per
 * hari" is a share of a whole, and stays.
 */
function asMeasured(told: readonly Token[]): readonly Token[] {
  const tokens = joinCompound(joinMeasures(told), 'larger')
  const out: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [token, next] = [tokens[i]!, tokens[i + 1]]
    if (token.text === 'rata-rata') continue
    const last = out.at(-1)
    // "bb lahir 2,9 kg"
    if (token.text === 'lahir' && (weights.has(last?.low ?? '') || (babies.has(last?.text ?? '') && isWeight(tokens))))
      continue
    // "3,8 t/ha"
    // "6,3 kg ikan tuna satu ekor itu"
    if (
      next?.text === 'ekor' &&
      (token.text === 'satu' || token.text === '1') &&
      isWeight(out) &&
      closes(tokens, i + 2)
    ) {
      i++
      continue
    }
    const unit = last?.kind === 'word' ? (last.low === 't' ? 'ton' : unitOf(last)) : undefined
    if (
      (token.text === '/' || token.text === 'per') &&
      next?.kind === 'word' &&
      yielded.has(unit ?? '') &&
      (perWhat.has(next.text) || perWhat.has(unitOf(next) ?? ''))
    ) {
      i++
      continue
    }
    // "4 meter setengah", "dua koma lima ek tar"
    const counted = out.at(-2)
    if (
      (token.text === 'setengah' || token.text === 'seperempat') &&
      token.low !== 'setengahnya' &&
      unit !== undefined &&
      measures.has(unit) &&
      counted &&
      isCount(counted) &&
      unitOfNext(next) === undefined
    ) {
      out.splice(out.length - 1, 1, token, last!)
      continue
    }
    if (hek.has(token.low) && next?.low === 'tar') {
      out.push({ ...token, text: 'ha', low: 'ha' })
      i++
      continue
    }
    out.push(token)
  }
  return out
}
const yielded = wordSet('ton kg kuintal liter m3 pohon anakan')
const perWhat = wordSet('ha are detik dtk menit m2 meter')
const measures = wordSet('meter km kg ha ton liter')
const weights = wordSet('berat bb bbl badan')
const babies = wordSet('bayi bayinya anak anaknya')
const isWeight = (tokens: readonly Token[]) =>
  tokens.some((token, i) => i > 0 && token.kind === 'word' && isCount(tokens[i - 1]!) && unitOf(token) === 'kg')
const closes = (tokens: readonly Token[], i: number) =>
  i >= tokens.length || (tokens[i]!.text === 'itu' && i + 1 === tokens.length)
const hek = wordSet('ek hek')
const isCount = (token: Token) => token.kind === 'number' || digits.has(token.text)
const digits = wordSet('satu dua tiga empat lima enam tujuh delapan sembilan sepuluh belas puluh')
const unitOfNext = (token: Token | undefined) => (token?.kind === 'word' ? unitOf(token) : undefined)
