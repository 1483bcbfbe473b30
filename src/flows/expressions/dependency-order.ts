/** Something calculated from other things: names, and the names each one needs. */
interface Dependent {
  readonly name: string
  readonly references: readonly string[]
}

type DependencyOrder =
  | { readonly order: readonly string[]; readonly cycle?: undefined }
  /** The names of one circle, each needing the next, the first one again at the end. */
  | { readonly cycle: readonly string[]; readonly order?: undefined }

/**
 * The order in which to calculate: each name after those it needs, otherwise as given. References to names that are
 * not in the list need no calculation and do not count. When there is a circle, it is given instead.
 */
export function dependencyOrder(items: readonly Dependent[]): DependencyOrder {
  const references = new Map(items.map((item) => [item.name, item.references]))
  const done = new Set<string>()
  const order: string[] = []
  for (const { name } of items) {
    // a loop with its own stack: forms have chains of calculations longer than a call stack
    const way: { name: string; next: number }[] = []
    const onWay = new Set<string>()
    const enter = (one: string) => {
      way.push({ name: one, next: 0 })
      onWay.add(one)
    }
    if (!done.has(name)) enter(name)
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const needed = references.get(top.name)?.[top.next]
      top.next += 1
      if (needed === undefined) {
        way.pop()
        onWay.delete(top.name)
        done.add(top.name)
        order.push(top.name)
      } else if (onWay.has(needed)) {
        const names = way.map((step) => step.name)
        return { cycle: [...names.slice(names.indexOf(needed)), needed] }
      } else if (references.has(needed) && !done.has(needed)) enter(needed)
    }
  }
  return { order }
}
