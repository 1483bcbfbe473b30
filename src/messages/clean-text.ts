/** Graphemes of one message that are kept. No chat app lets a person type more: Telegram stops at 4096 characters. */
const maxGraphemes = 4096

/** A grapheme may carry any number of combining marks, so the size is bounded as well (UTF-16 units). */
const maxUnits = 4 * maxGraphemes

const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })

/**
 * What people sent, made safe to store and to show; every channel's parser passes each text, caption, label and name
 * through it. Lone surrogates become U+FFFD and control characters other than line feed and tab go: PostgreSQL refuses
 * both in JSON. Line ends become `\n`. Text beyond 4096 graphemes (or 16 384 UTF-16 units) is dropped and a `…` marks
 * the place: what is longer is a pasted document, not an answer, and no store, log or digest has to guard against it.
 */
export function cleanText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  if (clean.length <= maxGraphemes) return clean

  let count = 0
  for (const { index, segment } of graphemes.segment(clean.slice(0, maxUnits + 1).toWellFormed())) {
    if (count === maxGraphemes || index + segment.length > maxUnits) return `${clean.slice(0, index)}…`
    count += 1
  }
  return clean
}
