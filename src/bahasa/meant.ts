import { wordSet } from './similar.ts'
import { isOneOf, type Token } from './text.ts'

// Which of two days, months or hours is meant, where the reply says so: "2 agustus, bukan tgl 3" and "jam 3 sore, eh maaf
// salah, jam 1 siang". The kind that asks says where in the reply it finds what it asks for.

type Places = (tokens: readonly Token[]) => readonly { readonly start: number; readonly end: number }[]

/** The reply without the day or hour that it takes back itself. */
export function asMeant(tokens: readonly Token[], places: Places): readonly Token[] {
  if (!tokens.some((token) => token.kind === 'word' && turning.has(token.text))) return tokens
  return withoutRuledOut(withoutSlip(tokens, places), places)
}

/** "2 agustus, bukan tgl 3", "jam 10 pagi bu, jangan jam 8": at the end of the reply, nothing but another of its kind. */
function withoutRuledOut(tokens: readonly Token[], places: Places): readonly Token[] {
  const at = tokens.findIndex((token) => token.text === 'bukan' || token.text === 'jangan')
  if (at < 1 || tokens.length - at > 7) return tokens
  const behind = tokens.slice(at + 1)
  const end = tokens[at - 1]!.kind === 'mark' ? at - 1 : at
  const lead = tokens[end - 1]
  if (!lead || isOneOf(hasty, lead)) return tokens
  const rubber = behind.length === 2 && behind[1]!.text === 'karet'
  const [only, second] = places(behind)
  const whole = only?.start === 0 && only.end === behind.length && !second
  if (!rubber && !whole && !(behind.length === 1 && /^\d{1,2}$/.test(behind[0]!.text))) return tokens
  return places(tokens.slice(0, end)).length === 1 ? tokens.slice(0, end) : tokens
}

/** "jam 3 sore, eh maaf salah, jam 1 siang", "22 mei, maksudku 22 juni": a slip named as one. "12 eh 13" is a question. */
function withoutSlip(tokens: readonly Token[], places: Places): readonly Token[] {
  if (!tokens.some((token) => isOneOf(named, token))) return tokens
  const [first, second, third] = places(tokens)
  if (!first || !second || third) return tokens
  const between = tokens.slice(first.end, second.start)
  const closing = tokens.slice(second.end)
  if (!between.some((token) => token.kind === 'word')) return tokens
  const says = [...between, ...closing]
  if (!says.every((token) => isSlip(token)) || closing.some((token) => token.text === 'bukan')) return tokens
  const words = says.filter((token) => isOneOf(named, token))
  const surprised = between.some((token) => hasty.has(token.low))
  const meant = words.some((token) => isOneOf(meanings, token))
  // "tgl 10 eh bukan tgl 9": which of them is not
  if (!meant && !(surprised && words.some((token) => token.text !== 'bukan'))) return tokens
  return [...tokens.slice(0, first.start), ...tokens.slice(second.start, second.end)]
}
const isSlip = (token: Token) =>
  (token.kind === 'mark' && token.text !== '?' && token.text !== '-' && token.text !== '/') ||
  named.has(token.text) ||
  named.has(token.low) ||
  fillers.has(token.low)
const meanings = wordSet('maksud maksudnya maksudku mksdnya mksudnya mksd')
const named = wordSet('salah keliru bukan ralat typo kebalik maksud maksudnya maksudku mksdnya mksudnya mksd')
const hasty = wordSet('eh aduh waduh ups maaf sori sorry oh eits')
const fillers = wordSet('eh aduh waduh ups maaf sori sorry oh eits saya sy yang betul benar ketik tulis itu tadi')
const turning = new Set([...named, 'jangan'])
