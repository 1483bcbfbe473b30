/** The known name nearest to a mistyped one, for "did you mean"; undefined when none is near. */
export function suggest(wrong: string, known: Iterable<string>): string | undefined {
  const limit = wrong.length <= 4 ? 1 : 2
  let best: string | undefined
  let least = limit + 1
  for (const name of known) {
    if (Math.abs(name.length - wrong.length) >= least) continue
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase())
    if (distance < least) {
      least = distance
      best = name
    }
  }
  return best
}

/** ` Did you mean "x"?`, or nothing. */
export function didYouMean(wrong: string, known: Iterable<string>): string {
  const near = suggest(wrong, known)
  return near === undefined ? '' : ` Did you mean "${near}"?`
}

/** Letters added, left out, changed, or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : change
      next.push(Math.min(change, swapped, row[j]! + 1, next[j - 1]! + 1))
    }
    before = row
    row = next
  }
  return row[b.length]!
}
