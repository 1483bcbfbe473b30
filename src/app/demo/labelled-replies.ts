import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SeededRandom } from '../../lib/seeded-random.ts'
import type { Meant } from './typing.ts'

interface Labelled {
  readonly reply: string
  readonly value: unknown
  /** The list that a choice is from. */
  readonly choices: string | undefined
}

/**
 * Replies as people typed them, with what they meant: `kind, reply, expected, context` a line, as in the corpus of the
 * reader's tests. In the demo they take the place of the manners of speaking where a question fits.
 */
export class LabelledReplies {
  readonly #byKind: ReadonlyMap<string, readonly Labelled[]>

  constructor(byKind: ReadonlyMap<string, readonly Labelled[]>) {
    this.#byKind = byKind
  }

  static read(folder: string): LabelledReplies {
    const rows = readdirSync(folder)
      .filter((name) => name.endsWith('.tsv'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(1))
      .filter((line) => line.trim() !== '')
      .flatMap((line) => {
        const [kind = '', reply = '', expected = '{}', context = ''] = line.split('\t')
        const { value } = JSON.parse(expected) as { value?: unknown }
        const { choices } = JSON.parse(context || '{}') as { choices?: string }
        return value === undefined ? [] : [{ kind, reply: reply.replaceAll('\\n', '\n'), value, choices }]
      })
    return new LabelledReplies(Map.groupBy(rows, (row) => row.kind))
  }

  /** Another way to say this, or where any value will do, something else of the kind; undefined where none fits. */
  instead(meant: Meant, list: string | undefined, random: SeededRandom): { reply: string; meant: Meant } | undefined {
    switch (meant.kind) {
      case 'count_by_sex': {
        const fitting = this.#of('count_by_sex').filter(({ value }) => {
          const { total, p } = value as { total: number; p: number }
          return total > 0 && p > 0
        })
        if (fitting.length === 0) return undefined
        const { reply, value } = random.pick(fitting)
        return {
          reply,
          meant: { kind: 'count_by_sex', value: value as Extract<Meant, { kind: 'count_by_sex' }>['value'] },
        }
      }
      case 'percent':
        return this.#same(meant, (value) => value === meant.value, random)
      case 'choice':
        return this.#same(meant, (value, choices) => choices === list && value === meant.value, random)
      case 'choices': {
        const wanted = meant.value.toSorted().join(' ')
        const isSame = (value: unknown) => Array.isArray(value) && value.map(String).toSorted().join(' ') === wanted
        return this.#same(meant, (value, choices) => choices === list && isSame(value), random)
      }
      default:
        return undefined
    }
  }

  #same(meant: Meant, fits: (value: unknown, choices: string | undefined) => boolean, random: SeededRandom) {
    const fitting = this.#of(meant.kind).filter((row) => fits(row.value, row.choices))
    return fitting.length === 0 ? undefined : { reply: random.pick(fitting).reply, meant }
  }

  #of(kind: string): readonly Labelled[] {
    return this.#byKind.get(kind) ?? []
  }
}
