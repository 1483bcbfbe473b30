import * as words from '../lexicon/evasions.ts'
import { isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { isOneOf, type Token } from '../text.ts'
import type { AskReason } from '../types.ts'

// Short sentences that answer nothing: "tanya pak sekdes saja", "jadi begini ceritanya bu", "ini nomor siapa".

const longest = 14
const whole = (rows: readonly string[]) => new RegExp(`^(?:${rows.join('|')})$`)
const notKnown = whole(words.notKnown)
const askedBack = whole(words.askedBack)
const aboutAnswering = whole([words.aboutAnswering])
const later = whole([words.later])
const hints = wordSet(words.hints)
const breakingOff = wordSet(words.breakingOff)

/** `all` with its marks; `plain` the words that are not said out of politeness. */
export function evadesAtLength(all: readonly Token[], plain: readonly Token[], asks: boolean): AskReason | undefined {
  if (plain.length > longest) return undefined
  const last = plain.at(-1)!.low
  if (!plain.some((token) => isOneOf(hints, token)) && !breakingOff.has(last)) return undefined
  const said = plain.map(wordOf).join(' ')
  if (notKnown.test(said)) return 'not_known'
  if (askedBack.test(said)) return 'asked_back'
  if ((asks || last === 'kah') && aboutAnswering.test(said)) return 'asked_back'
  // "tangan sakit tidak bisa mengetik, nanti e"
  const pause = all.findLastIndex((token) => token.kind === 'mark' && ',.;\n'.includes(token.text))
  if (pause < 1 || pause === all.length - 1) return undefined
  const behind = all.slice(pause + 1).filter((token) => token.kind !== 'mark' && !isPolite(token))
  return behind.length > 0 && behind.length < plain.length && later.test(behind.map(wordOf).join(' '))
    ? 'not_known'
    : undefined
}

/** The standard word, but "jawab" and "adalah" as typed: as standard words they are a number's label and "ada". */
const wordOf = ({ text, low }: Token) => (text === 'pilihan' || text === 'ada' ? low : text)
