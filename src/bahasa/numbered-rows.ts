import type { Place } from './numbered-places.ts'

// Which of the places where a label could stand are labels: a row of them in order, or one a line in any order.

/** Every label with a sign behind it and each once: then the order does not matter either. */
export function signedAlone(text: string, places: readonly Place[]): Place[] | undefined {
  const signed = places.filter((place) => place.signed && !place.weak).sort((a, b) => a.start - b.start)
  const isWhole = signed.every(
    (place, i) => i === 0 || (place.start >= signed[i - 1]!.end && hasAnswer(text, signed[i - 1]!.end, place.start)),
  )
  return isWhole && new Set(signed.map((place) => place.label)).size === signed.length && signed.length > 1
    ? signed
    : undefined
}

/** Every line begins with a label, each once: the order does not matter. */
export function linesAlone(text: string, places: readonly Place[], labels: readonly string[]): Place[] | undefined {
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
export function bestChain(text: string, places: readonly Place[]): { certain: Place[]; doubtful: Place[] } {
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
