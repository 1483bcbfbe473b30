import { apart, both, dash, isGreeting, linesInOrder, plainLabels } from './label-manners.ts'
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
  const plain = plainLabels(clean, labels)
  let split = splitPlain(plain, labels)
  // "1.ya2.tidak3.ya"
  const spaced = split.answers.length < 2 && labels.length > 1 ? apart(plain, labels) : plain
  if (spaced !== plain) {
    const other = splitPlain(spaced, labels)
    if (other.answers.length > split.answers.length && other.unclear.length === 0) split = other
  }
  return { answers: shared(split.answers), unclear: split.unclear.map(undashed) }
}

function splitPlain(clean: string, labels: readonly string[]): NumberedSplit {
  const places = findPlaces(clean, labels)
  if (places.length === 0) {
    const lines = linesInOrder(clean, labels)
    if (lines) return { answers: lines.map((line, i) => ({ label: labels[i]!, text: line })), unclear: [] }
  }
  const byLine = linesAlone(clean, places, labels)
  if (byLine) return cut(clean, byLine, labels, [])
  const { certain, doubtful } = bestChain(clean, places)
  const signed = signedAlone(clean, places)
  if (signed && signed.length > certain.length) return cut(clean, signed, labels, [])
  return cut(clean, certain, labels, doubtful, places)
}

const undashed = <T extends { readonly text: string }>(part: T): T =>
  part.text.includes(dash) ? { ...part, text: part.text.replaceAll(dash, '-') } : part

/** "1 dan 2 sudah": the first has the answer of the second. */
function shared(answers: readonly NumberedAnswer[]): NumberedAnswer[] {
  const said = answers.map(undashed)
  for (let i = said.length - 2; i >= 0; i--)
    if (said[i]!.text === both || said[i]!.text === '&') said[i] = { label: said[i]!.label, text: said[i + 1]!.text }
  return said
}

/** Every label with a sign behind it and each once: then the order does not matter either. */
function signedAlone(text: string, places: readonly Place[]): Place[] | undefined {
  const signed = places.filter((place) => place.signed && !place.weak).sort((a, b) => a.start - b.start)
  const isWhole = signed.every(
    (place, i) => i === 0 || (place.start >= signed[i - 1]!.end && hasAnswer(text, signed[i - 1]!.end, place.start)),
  )
  return isWhole && new Set(signed.map((place) => place.label)).size === signed.length && signed.length > 1
    ? signed
    : undefined
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
  /** "2 bulan lalu" */
  readonly doubt: boolean
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
          /^\s*(?:bulan|bln|minggu|mgg|tahun|thn|hari)\s+(?:yang lalu|yg lalu|lalu|yll)\b/i.test(text.slice(end)),
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
  /[\p{L}\p{N}\p{Extended_Pictographic}\ue000]/u.test(text.slice(from, to))

const trim = (text: string) => text.replace(/^[\s,;|.:)\]=-]+/, '').replace(/[\s,;|("[]+$/, '')

/** Between two certain labels lies one answer, unless a doubtful label lies there too. */
function cut(
  text: string,
  certain: readonly Place[],
  labels: readonly string[],
  doubtful: readonly Place[],
  places: readonly Place[] = [],
): NumberedSplit {
  const answers: NumberedAnswer[] = []
  const unclear: { labels: string[]; text: string }[] = []
  const first = certain[0]?.start ?? text.length
  const opening = trim(text.slice(0, first))
  if (certain.length === 0 || (certain.length === 1 && certain[0]!.weak))
    return { answers: [], unclear: text.trim() ? [{ labels: [], text: text.trim() }] : [] }
  // "1 2 3 4" with some labels left out
  if (
    certain.length < labels.length &&
    certain.every(
      (place) => (!place.signed && !place.atLine) || (certain.length > 0 && !text.includes('\n') && !place.signed),
    ) &&
    /^[\d\s]+$/.test(text.slice(first))
  )
    return { answers: [], unclear: [{ labels: certain.map((place) => labels[place.label]!), text: text.trim() }] }
  const inOpening = doubtful.filter((place) => place.start < first).map((place) => labels[place.label]!)
  if (inOpening.length > 0 || (opening && !isGreeting(opening)))
    unclear.push({ labels: [...new Set(inOpening)], text: opening })
  let afterOwn = false
  for (const [i, place] of certain.entries()) {
    const end = certain[i + 1]?.start ?? text.length
    const isAfterOwn = afterOwn
    afterOwn = false
    const inside = doubtful.filter((other) => other.start >= place.end && other.start < end)
    const part = trim(text.slice(place.end, end))
    // "1 ya 2 3 4 tidak": is the 3 an answer or a label?
    const own = place.signed || place.atLine ? -1 : labels.indexOf(part)
    if (
      own > place.label &&
      !certain.some((other) => other.label === own) &&
      own === (certain[i + 1]?.label ?? -1) - 1
    ) {
      unclear.push({ labels: [labels[place.label]!, part], text: part })
      afterOwn = true
      continue
    }
    if (isAfterOwn && !place.signed) {
      unclear.push({ labels: [labels[place.label]!], text: part })
      continue
    }
    // "1. sudah\n2. sudah\n2. belum": the first is certain, whatever follows
    const again = inside.length > 1 ? inside[0]! : undefined
    if (again?.atLine && again.signed && inside.every((other) => other.label === again.label)) {
      answers.push({ label: labels[place.label]!, text: trim(text.slice(place.end, again.start)) })
      unclear.push({ labels: [labels[again.label]!], text: trim(text.slice(again.start, end)) })
      continue
    }
    const skipped = place.signed ? undefined : skippedLabel(text, place, certain[i + 1], end, labels, places)
    const dangling = inside.length === 0 ? danglingLabel(part, place.label, certain, labels) : undefined
    if (skipped !== undefined) unclear.push({ labels: [labels[place.label]!, skipped], text: part })
    else if (certain[i + 1]?.doubt || place.doubt) unclear.push({ labels: [labels[place.label]!], text: part })
    else if (dangling !== undefined) unclear.push({ labels: [labels[place.label]!, dangling], text: part })
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
  // a label begins its line, where others do
  if (certain.length > 1 && certain.every((place) => place.atLine) && !/\n\s*\S+$/.test(part)) return undefined
  const last = /\s(\S+)$/.exec(part)?.[1]?.toLowerCase().replace(/[.)]$/, '')
  const at = last === undefined ? -1 : labels.findIndex((name) => name.toLowerCase() === last)
  if (at <= label || certain.some((place) => place.label === at)) return undefined
  // where labels carry a sign, a bare number is one only if it is next in line
  const marked = certain.every((place) => place.signed || place.atLine)
  return marked && at !== label + 1 ? undefined : labels[at]
}

/** In the answer to a bare label stands, before a word, the number of a label that was left out: "1 3 ekor 2 ekor mati 3 tdk". */
function skippedLabel(
  text: string,
  place: Place,
  next: Place | undefined,
  end: number,
  labels: readonly string[],
  places: readonly Place[],
): string | undefined {
  if (next && !next.signed && !next.atLine)
    for (let at = place.label + 1; at < next.label; at++) {
      const bare = new RegExp(`\\s${labels[at]!.replaceAll('.', '\\.')}\\s+\\p{L}`, 'iu')
      if (bare.test(text.slice(place.end, end))) return labels[at]
    }
  // "7 belum 5 sudah": out of order, and no amount
  const behind = places.find(
    (other) =>
      other.start >= place.end && other.start < end && other.label < place.label && !other.signed && !other.weak,
  )
  return behind &&
    /^\s+(?!(?:bulan|bln|minggu|mgg|tahun|thn|hari|kali|x)\b)\p{L}/iu.test(text.slice(behind.end)) &&
    !(place.atLine && text.includes('\n'))
    ? labels[behind.label]
    : undefined
}
