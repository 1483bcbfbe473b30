import { monthOf } from './months.ts'
import { wordSet } from './similar.ts'
import { type Token, tokenize } from './text.ts'
import { unitOf } from './units.ts'

// Where in a message a label could stand.

export interface Place {
  /** Index into labels. */
  readonly label: number
  readonly start: number
  /** Where the answer begins. */
  readonly end: number
  readonly atLine: boolean
  /** A dot, bracket, colon or equals sign follows the label. */
  readonly signed: boolean
  /** The next word could be what a number counts: "3 orang", "2 bibit". */
  readonly weak: boolean
  /** "2 bulan lalu", "ada 2 unit", "dusun 3": as likely a part of the answer before it. */
  readonly doubt: boolean
}

/** A label is never followed by what would make it an amount: "2 juta", "12 orang", "3 juli". */
const notAfterLabel = wordSet(
  'juta ribu miliar triliun ratus puluh belas persen % koma setengah lusin rupiah menit lagi',
)

/** Every place where a label could stand. */
export function findPlaces(text: string, labels: readonly string[]): Place[] {
  const known = new Map(labels.map((label, i) => [label.toLowerCase(), i]))
  const places: Place[] = []
  const tokens = tokenize(text)
  const glued = labels[0] !== undefined && dotsGlue(text, labels[0])
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') continue
    const boundary = !token.glued || i === 0 || openers.has(tokens[i - 1]!.text) || tokens[i - 1]!.text === 'nomor'
    if (!boundary) continue
    const atLine =
      i === 0 ||
      tokens[i - 1]!.text === '\n' ||
      (openers.has(tokens[i - 1]!.text) && (i === 1 || tokens[i - 2]?.text === '\n')) ||
      (tokens[i - 1]!.text === 'nomor' && (i === 1 || tokens[i - 2]!.text === '\n'))
    for (const { name, end, sign } of namesAt(tokens, i)) {
      const label = known.get(name)
      if (label === undefined) continue
      const inside = end < token.end
      if (inside && !glued) continue
      let after = i
      while (after < tokens.length && tokens[after]!.start < end) after++
      const next = inside ? token : tokens[after]
      if (!next) continue
      const signed = sign !== ''
      if (!signed && measures(next)) continue
      if (
        !signed &&
        next.kind === 'mark' &&
        (next.text === '%' || next.text === '/' || next.text === '-' || next.text === ',')
      )
        continue
      places.push({
        label,
        start: opensWith(tokens[i - 1]) ? tokens[i - 1]!.start : token.start,
        end,
        atLine,
        signed,
        doubt:
          !signed &&
          !atLine &&
          (isThing(next) ||
            (next.kind === 'word' && (persons.has(next.text) || monthOf(next.low) !== undefined)) ||
            (namesNumber.has(tokens[i - 1]?.text ?? '') && !isCounted(tokens, i - 1)) ||
            /^\s*(?:bulan|bln|minggu|mgg|tahun|thn|hari)\s+(?:yang lalu|yg lalu|lalu|yll)\b/i.test(text.slice(end))),
        weak: inside || (!signed && isThing(next)),
      })
    }
  }
  return places
}
/** "1.ya 2.40%": dots glue labels to answers from the first one on, so "2.40" is label 2. */
const dotsGlue = (text: string, first: string) => {
  const opening = text.trimStart().toLowerCase()
  return (
    opening.startsWith(`${first.toLowerCase()}.`) && /\S/.test(opening.charAt(first.length + 1)) && !/\d\.\s/.test(text)
  )
}

const openers = wordSet('( [ " \n , ; . | #')
const signs = wordSet('. ) ] : = > -')

const brackets = wordSet('( [ " # nomor')
const opensWith = (token: Token | undefined) => token !== undefined && brackets.has(token.text)

/** A measure never begins an answer; a thing may ("1 bibit 2 dana"). */
const measures = (next: Token) =>
  next.kind === 'word' &&
  (notAfterLabel.has(next.text) || (unitOf(next) !== undefined && next.low.length > 1 && !isThing(next)))
const isThing = (next: Token) => next.kind === 'word' && things.has(unitOf(next) ?? '')
const things = wordSet('bibit anakan pohon orang kelompok kk petak kali hari titik set paket unit buah kotak ember rak')

/** "2 7 dusun": the label and how many. */
const isCounted = (tokens: readonly Token[], i: number) =>
  tokens[i - 1]?.kind === 'number' && tokens[i - 2]?.kind === 'number'
const persons = wordSet('anggota peserta warga')
/** What is told apart by a number behind it. */
export const namesNumber = wordSet('dusun tahap termin rt rw kelas jam pukul tanggal pasal gelombang blok sekitar kira')

const longestLabel = 12

/** The label names a token can be: "3", "3.2", and "3" out of "3.15jt" where dots glue labels to answers. */
function namesAt(tokens: readonly Token[], i: number): { name: string; end: number; sign: string }[] {
  const token = tokens[i]!
  const names: { name: string; end: number; sign: string }[] = []
  const close = (end: number, at: number) => {
    // signs behind the label belong to it
    let last = end
    let sign = ''
    for (let k = at; k < tokens.length && signs.has(tokens[k]!.text) && tokens[k]!.start - last <= 1; k++) {
      sign += tokens[k]!.text
      last = tokens[k]!.end
      if (sign.length > 2) break
    }
    return { end: last, sign: sign === '-' && tokens[at]?.glued && tokens[at + 1]?.glued ? '' : sign }
  }
  if (token.kind === 'number') {
    const full = close(token.end, i + 1)
    const next = tokens[i + 1]
    const gluedWord = next?.kind === 'word' && next.glued
    if (!gluedWord || !(measures(next) || next.low === 'x' || next.low === 'an'))
      names.push({ name: token.text, ...full })
    // "3.15jt", "2.2.5 ha": every beginning that a dot closes
    for (let dot = token.text.indexOf('.'); dot > 0 && dot < longestLabel; dot = token.text.indexOf('.', dot + 1))
      names.push({ name: token.text.slice(0, dot), end: token.start + dot + 1, sign: '.' })
    return names
  }
  if (token.low.length === 1) {
    const next = tokens[i + 1]
    // "b.2": a letter with a number
    if (next?.text === '.' && tokens[i + 2]?.kind === 'number' && tokens[i + 2]!.glued && next.glued)
      names.push({ name: `${token.low}.${tokens[i + 2]!.text}`, ...close(tokens[i + 2]!.end, i + 3) })
    names.push({ name: token.low, ...close(token.end, i + 1) })
  }
  return names
}
