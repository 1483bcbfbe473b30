import { readAmount } from '../amount.ts'
import { ask } from '../questions.ts'
import { prepare } from '../reply.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import type { Lexicon, Quantity, ReadContext, Reading } from '../types.ts'
import { unitOf } from '../units.ts'

/** A number and its unit in either order: "250 ekor", "anakan pala 750", "setengah hektar". */
export function readQuantityUnit(text: string, ctx: ReadContext): Reading<Quantity> {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, 'quantity_unit', reply)
  if (reply.tokens.length === 0) return ask(ctx, 'quantity_unit', 'empty')
  const amount = readAmount(joinSquare(reply.tokens), { noneIsZero: false })
  if (typeof amount === 'string') return ask(ctx, 'quantity_unit', amount)
  const { number, tokens, approximate } = amount
  if (number.tailAs !== undefined && !number.spelled) return ask(ctx, 'quantity_unit', 'unclear')
  const after = tokens[number.end]
  if (
    after?.text === '%' ||
    after?.text === 'persen' ||
    after?.text === 'rupiah' ||
    tokens[number.start - 1]?.text === 'rp'
  )
    return ask(ctx, 'quantity_unit', 'other_unit')
  const unit = findUnit(tokens, number.start, number.end, ctx.lexicon)
  if (unit === undefined)
    return ask(
      ctx,
      'quantity_unit',
      'unit_missing',
      `${shown(number.value)} apa satuannya, {sapaan}? Contoh: ${shown(number.value)} ekor, kg, atau ha.`,
    )
  if (unit === 'several') return ask(ctx, 'quantity_unit', 'several_values')
  const value = { value: number.value, unit }
  return approximate ? { value, approximate } : { value }
}

const shown = (value: number) => String(value).replace('.', ',')

/** "m2", "meter persegi" and "meter kubik" as one word. */
function joinSquare(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [a, b] = [tokens[i]!, tokens[i + 1]]
    if (a.low === 'krg' && joined.at(-1)?.kind === 'number') {
      joined.push({ ...a, text: 'karung', low: 'karung' })
      continue
    }
    if (a.low === 'g' && joined.at(-1)?.kind === 'number') {
      joined.push({ ...a, text: 'gram' })
      continue
    }
    const metre = a.kind === 'word' && unitOf(a) === 'meter'
    const square = metre && ((b?.text === '2' && b.glued) || b?.text === 'persegi')
    const cubic = metre && ((b?.text === '3' && b.glued) || b?.text === 'kubik')
    if (square || cubic) {
      joined.push({ ...a, text: square ? 'm2' : 'm3', low: square ? 'm2' : 'm3' })
      i++
    } else joined.push(a)
  }
  return joined
}

/** The unit right behind the number wins; otherwise the only unit in the reply. */
function findUnit(
  tokens: readonly Token[],
  start: number,
  end: number,
  lexicon?: Lexicon,
): string | 'several' | undefined {
  const behind = tokens[end]
  const own = behind?.kind === 'word' ? unitOf(behind, lexicon) : undefined
  if (own) return own
  const found = new Set<string>()
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || (i >= start && i < end) || notUnits.has(token.text)) continue
    // single letters are units only right beside the number
    if (token.low.length === 1 && i !== start - 1) continue
    const unit = unitOf(token, lexicon)
    if (unit) found.add(unit)
  }
  if (found.size > 1) return 'several'
  const [only] = found
  return only
}

/** Words that are units only right behind their number. */
const notUnits = wordSet('orang kelompok hari kali titik buah set')
