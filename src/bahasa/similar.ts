// Small tools for comparing words. Bounded: strings over 40 characters are only compared for equality, so no reply can
// make the reader slow.

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter(Boolean))

/** Edit distance (insert, drop, change, swap neighbours) of at most `limit`. */
export function within(a: string, b: string, limit: number): boolean {
  return distance(a, b, limit) <= limit
}

/** Edit distance, or `limit + 1` as soon as it is larger than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit || a.length > 40 || b.length > 40) return limit + 1
  if (limit === 1) return isOneApart(a, b) ? 1 : 2
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    before = previous
    previous = row
  }
  return previous[b.length]!
}

/** Different words of nearly equal length: one letter more, less or other, or two neighbours swapped. */
function isOneApart(a: string, b: string): boolean {
  if (a.length > b.length) return isOneApart(b, a)
  let i = 0
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++
  if (a.length < b.length) return sameFrom(a, i, b, i + 1)
  if (sameFrom(a, i + 1, b, i + 1)) return true
  return (
    a.charCodeAt(i) === b.charCodeAt(i + 1) && a.charCodeAt(i + 1) === b.charCodeAt(i) && sameFrom(a, i + 2, b, i + 2)
  )
}

function sameFrom(a: string, i: number, b: string, k: number): boolean {
  for (; i < a.length; i++, k++) if (a.charCodeAt(i) !== b.charCodeAt(k)) return false
  return true
}

/** The letters of a word, a bit for each. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << word.charCodeAt(i)
  return letters
}

/** Whether words of these letters can be within a distance: an edit brings or takes two letters at most. */
export function mayBeNear(a: number, b: number, limit: number): boolean {
  let differing = 0
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) differing++
  return differing <= limit * 2
}

const vowels = /[aeiou]/g

/** "timur" → "tmr". */
export const skeleton = (word: string): string => word.replace(vowels, '')
