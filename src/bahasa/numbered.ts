import { apart, both, dash, isGreeting, linesInOrder, plainLabels, withoutFarewell } from './label-manners.ts'
import { findPlaces, namesNumber, type Place } from './numbered-places.ts'
import { bestChain, linesAlone, signedAlone } from './numbered-rows.ts'
import { cleanText, MAX_LENGTH } from './text.ts'

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
  const clean = withoutFarewell(cleanText(text))
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

const trim = (text: string) => text.replace(/^[\s,;|.:)\]=-]+/, '').replace(/[\s,;|("[]+$/, '')

/** The labels that the whole message may be an answer to, where it can't be cut at all. */
function labelsOfWhole(text: string, certain: readonly Place[], labels: readonly string[]): string[] | undefined {
  const [first] = certain
  if (!first || (certain.length === 1 && first.weak)) return []
  const rest = text.slice(first.end)
  // "1 ada 2 ekor 3 ekor mati": three answers, or one
  if (certain.length === 1 && !first.signed && labels[first.label + 2] !== undefined) {
    const [second, third] = labels.slice(first.label + 1).map((label) => label.replaceAll('.', '\\.'))
    if (new RegExp(`\\s${second}\\s+\\p{L}.*\\s${third}\\s+\\p{L}`, 'iu').test(rest))
      return labels.slice(first.label, first.label + 3)
  }
  // "3 45" is an answer to the third, "1 2 3 4" with some labels left out may be anything
  if (certain.length === labels.length || !/^[\d\s]+$/.test(text.slice(first.start))) return undefined
  if (certain.length === 1 && !labels.includes(rest.trim()) && !/\s/.test(rest.trim())) return undefined
  const isBare = certain.every((place) => !place.signed && !(place.atLine && text.includes('\n')))
  return isBare ? certain.map((place) => labels[place.label]!) : undefined
}

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
  const undivided = labelsOfWhole(text, certain, labels)
  if (undivided) return { answers: [], unclear: text.trim() ? [{ labels: undivided, text: text.trim() }] : [] }
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
    const own = place.signed || (place.atLine && text.includes('\n')) ? -1 : labels.indexOf(part)
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
  const [before, ending] = part.split(/\s+/).slice(-2)
  const last = ending?.toLowerCase().replace(/[.)]$/, '')
  const at = last === undefined ? -1 : labels.findIndex((name) => name.toLowerCase() === last)
  if (at <= label || certain.some((place) => place.label === at)) return undefined
  // where labels carry a sign, a bare number is one only if it is next in line
  const marked = certain.every((place) => place.signed || place.atLine)
  if (marked && namesNumber.has(before!.toLowerCase())) return undefined
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
