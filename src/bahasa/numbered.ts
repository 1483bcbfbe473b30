import { monthOf } from './months.ts'
import { wordSet } from './similar.ts'
import { cleanText, MAX_LENGTH, type Token, tokenize } from './text.ts'
import { unitOf } from './units.ts'

export interface NumberedAnswer {
  readonly label: string
  readonly text: string
}

export interface NumberedSplit {
  readonly answers: readonly NumberedAnswer[]
  /** Parts that belong to one of several labels, or to none. */
  readonly unclear: readonly { readonly labels: readonly string[]; readonly text: string }[]
}

/**
 * Splits a whole form answered in one message: "1 ya 2 40% 3 15jt 4 tdk ada", with dots, brackets, line breaks or none.
 * Labels may be numbers, letters and dotted ("3.2"); they stand in the order of `labels`, except at the beginning of a
 * line, where any order will do. What can be cut in two ways is returned as unclear, never guessed.
 */
export function splitNumbered(text: string, labels: readonly string[]): NumberedSplit {
  if (text.length > MAX_LENGTH || labels.length === 0)
    return { answers: [], unclear: text.trim() ? [{ labels: [], text: text.trim() }] : [] }
  const clean = cleanText(text)
  const places = findPlaces(clean, labels)
  const byLine = linesAlone(clean, places, labels)
  if (byLine) return cut(clean, byLine, labels, [])
  const { certain, doubtful } = bestChain(clean, places)
  return cut(clean, certain, labels, doubtful)
}

interface Place {
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
}

/** A label is never followed by what would make it an amount: "2 juta", "12 orang", "3 juli". */
const notAfterLabel = wordSet(
  'juta ribu miliar triliun ratus puluh belas persen % koma setengah lusin rupiah menit lagi',
)

/** Every place where a label could stand. */
function findPlaces(text: string, labels: readonly string[]): Place[] {
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
      const next = inside ? token : tokens.find((t) => t.start >= end)
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
  (notAfterLabel.has(next.text) ||
    monthOf(next.low) !== undefined ||
    (unitOf(next) !== undefined && next.low.length > 1 && !isThing(next)))
const isThing = (next: Token) => next.kind === 'word' && things.has(unitOf(next) ?? '')
const things = wordSet('bibit anakan pohon orang kelompok kk petak kali hari titik set paket unit buah kotak ember rak')

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
    for (let dot = token.text.indexOf('.'); dot > 0; dot = token.text.indexOf('.', dot + 1))
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

/** Every line begins with a label, each once: the order does not matter. */
function linesAlone(text: string, places: readonly Place[], labels: readonly string[]): Place[] | undefined {
  const starts = places.filter((place) => place.atLine)
  const lines = text.split('\n').filter((line) => line.trim()).length
  const perLine = new Map(starts.map((place) => [text.lastIndexOf('\n', place.start - 1), place]))
  if (lines < 2 || perLine.size !== lines || perLine.size > labels.length) return undefined
  const chosen = [...perLine.values()]
  if (new Set(chosen.map((place) => place.label)).size !== chosen.length) return undefined
  // a line that holds further labels in order may be two answers: "1 ya 2 tidak"
  const inLine = places.some((place) => !place.atLine && !chosen.some((other) => other.label === place.label))
  return inLine ? undefined : chosen.sort((a, b) => a.start - b.start)
}

/** The longest row of labels in order whose answers are not empty; places that all such rows share are certain. */
function bestChain(text: string, places: readonly Place[]): { certain: Place[]; doubtful: Place[] } {
  const sorted = [...places].sort((a, b) => a.start - b.start || b.end - a.end)
  const n = sorted.length
  const weight = (place: Place) => 1000 + (place.signed ? 3 : 0) + (place.atLine ? 4 : 0) - (place.weak ? 10 : 0)
  const joins = (a: Place, b: Place) => a.label < b.label && b.start >= a.end && hasAnswer(text, a.end, b.start)
  const ahead = new Array<number>(n).fill(0)
  const waysAhead = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let best = hasAnswer(text, sorted[i]!.end, text.length) ? 0 : Number.NEGATIVE_INFINITY
    let ways = 1
    for (let j = i + 1; j < n; j++) {
      if (!joins(sorted[i]!, sorted[j]!)) continue
      if (ahead[j]! > best) [best, ways] = [ahead[j]!, waysAhead[j]!]
      else if (ahead[j]! === best) ways += waysAhead[j]!
    }
    ahead[i] = best + weight(sorted[i]!)
    waysAhead[i] = ways
  }
  const behind = new Array<number>(n).fill(0)
  const waysBehind = new Array<number>(n).fill(0)
  for (let i = 0; i < n; i++) {
    let best = 0
    let ways = 1
    for (let j = 0; j < i; j++) {
      if (!joins(sorted[j]!, sorted[i]!)) continue
      const value = behind[j]! + weight(sorted[j]!)
      if (value > best) [best, ways] = [value, waysBehind[j]!]
      else if (value === best && value > 0) ways += waysBehind[j]!
    }
    behind[i] = best
    waysBehind[i] = ways
  }
  const best = Math.max(0, ...ahead)
  let total = 0
  for (let i = 0; i < n; i++) if (ahead[i] === best && behind[i] === 0) total += waysAhead[i]!
  const certain: Place[] = []
  const doubtful: Place[] = []
  for (let i = 0; i < n; i++) {
    if (best === 0 || ahead[i]! + behind[i]! !== best) continue
    if (waysAhead[i]! * waysBehind[i]! === total) certain.push(sorted[i]!)
    else doubtful.push(sorted[i]!)
  }
  return { certain, doubtful }
}

const hasAnswer = (text: string, from: number, to: number) =>
  /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text.slice(from, to))

const trim = (text: string) => text.replace(/^[\s,;|.:)\]=-]+/, '').replace(/[\s,;|("[]+$/, '')

/** Between two certain labels lies one answer, unless a doubtful label lies there too. */
function cut(
  text: string,
  certain: readonly Place[],
  labels: readonly string[],
  doubtful: readonly Place[],
): NumberedSplit {
  const answers: NumberedAnswer[] = []
  const unclear: { labels: string[]; text: string }[] = []
  const first = certain[0]?.start ?? text.length
  const opening = trim(text.slice(0, first))
  if (certain.length === 0 || (certain.length === 1 && certain[0]!.weak))
    return { answers: [], unclear: text.trim() ? [{ labels: [], text: text.trim() }] : [] }
  const inOpening = doubtful.filter((place) => place.start < first).map((place) => labels[place.label]!)
  if (inOpening.length > 0 || (opening && !isGreeting(opening)))
    unclear.push({ labels: [...new Set(inOpening)], text: opening })
  for (const [i, place] of certain.entries()) {
    const end = certain[i + 1]?.start ?? text.length
    const inside = doubtful.filter((other) => other.start >= place.end && other.start < end)
    const part = trim(text.slice(place.end, end))
    const dangling = inside.length === 0 ? danglingLabel(part, place.label, certain, labels) : undefined
    if (dangling !== undefined) unclear.push({ labels: [labels[place.label]!, dangling], text: part })
    else if (inside.length > 0)
      unclear.push({
        labels: [...new Set([labels[place.label]!, ...inside.map((other) => labels[other.label]!)])],
        text: part,
      })
    else answers.push({ label: labels[place.label]!, text: part })
  }
  return { answers, unclear }
}

/** "1 ya 2 tidak 3": a label at the very end, its answer not yet written, or part of the answer before it? */
function danglingLabel(
  part: string,
  label: number,
  certain: readonly Place[],
  labels: readonly string[],
): string | undefined {
  const last = /\s(\S+)$/.exec(part)?.[1]?.toLowerCase().replace(/[.)]$/, '')
  const at = last === undefined ? -1 : labels.findIndex((name) => name.toLowerCase() === last)
  if (at <= label || certain.some((place) => place.label === at)) return undefined
  // where labels carry a sign, a bare number is one only if it is next in line
  const marked = certain.every((place) => place.signed || place.atLine)
  return marked && at !== label + 1 ? undefined : labels[at]
}

const greeting = wordSet(
  'selamat pagi siang sore malam pak bapak bu ibu kaka bapa mama assalamualaikum salam shalom halo hai ini jawaban jawabannya jawab laporan kami saya izin mohon maaf berikut ya baik siap ok oke terima kasih',
)
const isGreeting = (text: string) =>
  tokenize(text).every((token) => token.kind === 'mark' || greeting.has(token.low) || greeting.has(token.text))
