/**
 * The generator of Park and Miller, which the ODK XForms specification names for `randomize(nodes, seed)`: the same
 * seed gives the same order here, in Collect and in web forms.
 */
const modulus = 2_147_483_647

export function repeatableRandom(seed: number): () => number {
  let state = Number.isFinite(seed) ? Math.trunc(seed) % modulus : 0
  if (state <= 0) state += modulus - 1
  return () => {
    state = (state * 16_807) % modulus
    return (state - 1) / (modulus - 1)
  }
}

/** Fisher and Yates, "inside out", as the specification asks. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result: T[] = []
  for (const [index, item] of items.entries()) {
    const place = Math.floor(random() * (index + 1))
    if (place !== index) result[index] = result[place]!
    result[place] = item
  }
  return result
}
