import { partsOf } from '../explained.ts'
import { scan } from '../match.ts'
import type { OptionIndex } from '../match-index.ts'
import { isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import type { ChoiceOption } from '../types.ts'

// A second pick behind the first: "belum mulai, nomor satu", "dana desa, swdaya", "masih jalan, sudah".

/** What a reason is followed by: "belum karena hujan, …". */
export function behindReason(explanation: readonly Token[]): readonly Token[] {
  const at = explanation.findIndex((token) => breaks.has(token.text))
  return at < 0 ? [] : explanation.slice(at + 1)
}

/** Parts behind the answer that are nothing but another one: "belum mulai, nomor satu", "tenun, pertaniyan", "masih jalan, sudah". */
export function pickedAgain(
  behind: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
): readonly number[] {
  if (behind.length === 0) return []
  return partsOf(behind).flatMap(({ start, end }) => {
    const part = behind.slice(start, end).filter((token) => token.kind !== 'mark')
    const own = part.filter((token) => !isPolite(token) && !picks.has(token.text))
    if (own.length === 0 || own.length > 2) return []
    const opening = openingOf(part, index)
    if (opening !== undefined) return [opening]
    return scan(part, options, index, false)
      .hits.filter(
        (hit) =>
          hit.by !== 'phrase' &&
          part.every((token, i) => (i >= hit.start && i < hit.end) || isPolite(token) || picks.has(token.text)),
      )
      .map((hit) => hit.option)
  })
}
const breaks = wordSet(', . ; \n (')
const picks = wordSet('nomor pilihan pilih opsi yang saya ya saja dan dengan sama terus plus')

/** "sudah" alone where one label begins so. Not for "tidak" and "belum", which say less than the label does. */
export function openingOf(tokens: readonly Token[], index: OptionIndex): number | undefined {
  const words = tokens.filter((token) => token.kind !== 'mark' && !isPolite(token) && token.text !== 'ya')
  // "ya sudah" gives in, it does not report
  if (tokens.length === 2 && tokens[0]!.low === 'ya') return undefined
  if (words.length === 0 || !words.every((token) => token.text === words[0]!.text)) return undefined
  const word = words[0]!.text
  if (!openings.has(word) || index.byFirst.get(word)?.some((phrase) => phrase.words.length === 1)) return undefined
  const labels = index.labels.flatMap((label, i) => (label[0] === word && label.length > 1 ? [i] : []))
  return labels.length === 1 ? labels[0] : undefined
}
const openings = wordSet('sudah sedang masih akan')
