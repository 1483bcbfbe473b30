/**
 * After a group of several, so long for the next to gather, ms. The driver of SQLite holds up the whole process while it
 * commits: what came in meanwhile has still to be read from its sockets, and without this each group would be the one
 * call read first. After a lonely call one turn of the loop is enough to see whether it was lonely.
 */
const breath = 3
const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve))
const takeBreath = () => new Promise((resolve) => setTimeout(resolve, breath))

/**
 * Calls that come while earlier ones are at work are done in one go after them, in the order they came: a thousand
 * callers a second then share a few commits, and a lonely one waits for nobody. When a group fails, each of its calls is
 * tried alone, so that one that cannot be done harms no other; but for a failure that would meet each of them.
 * `max`: items of one group.
 */
export function together<T>(
  work: (items: readonly T[]) => Promise<void>,
  { max, isEverybodys }: { readonly max: number; readonly isEverybodys?: (reason: unknown) => boolean },
): (items: readonly T[]) => Promise<void> {
  interface Call {
    readonly items: readonly T[]
    readonly done: () => void
    readonly failed: (reason: unknown) => void
  }
  const waiting: Call[] = []
  let isWorking = false

  async function run(): Promise<void> {
    isWorking = true
    while (waiting.length > 0) {
      const group = [waiting.shift()!]
      let size = group[0]!.items.length
      while (waiting[0] && size + waiting[0].items.length <= max) {
        size += waiting[0].items.length
        group.push(waiting.shift()!)
      }
      await perform(group)
      await (group.length > 1 ? takeBreath() : turnOfTheLoop())
    }
    isWorking = false
  }

  async function perform(group: readonly Call[]): Promise<void> {
    try {
      await work(group.flatMap(({ items }) => items))
      for (const { done } of group) done()
    } catch (error) {
      if (group.length === 1 || isEverybodys?.(error)) for (const { failed } of group) failed(error)
      else for (const call of group) await perform([call])
    }
  }

  return (items) =>
    new Promise((done, failed) => {
      waiting.push({ items, done, failed })
      if (!isWorking) void run()
    })
}
