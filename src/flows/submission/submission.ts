import type { Form } from '../form.ts'

/** One filled-in form, as other systems take it: texts by the path of the question, items of repeats by their ids. */
export interface Submission {
  readonly form: Form
  /** `uuid:…`, the same each time the report goes out. */
  readonly instanceId: string
  readonly values: ReadonlyMap<string, SubmittedValue>
  /** When it was begun and handed in, ms UTC. */
  readonly startedAt: number
  readonly submittedAt: number | undefined
  /** Properties of the items that repeats ran over, by item id: what `${label}` was in the conversation. */
  readonly items: ReadonlyMap<string, Readonly<Record<string, string>>>
}

/** The text that expressions saw, and the parts of a compound answer. */
export interface SubmittedValue {
  readonly text: string
  readonly parts?: Readonly<Record<string, string>>
}

/** The items of every repeat, by the repeat's path: those of a list as they were first answered, added ones counted up. */
export function itemsByRepeat(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const items = new Map<string, string[]>()
  for (const path of paths)
    for (let open = path.indexOf('['); open >= 0; open = path.indexOf('[', open + 1)) {
      const repeat = path.slice(0, open)
      const item = path.slice(open + 1, path.indexOf(']', open))
      const list = items.get(repeat) ?? []
      if (!list.includes(item)) list.push(item)
      items.set(repeat, list)
    }
  const added = (item: string) => Number(/^n(\d+)$/.exec(item)?.[1] ?? 0)
  for (const list of items.values()) list.sort((a, b) => added(a) - added(b))
  return items
}
