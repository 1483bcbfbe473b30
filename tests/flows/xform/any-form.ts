import type { SeededRandom } from '../../../src/lib/seeded-random.ts'

/**
 * A form made at random, as YAML: questions that hang on what was asked before them, in groups and repeats, by rules
 * of every kind. Names tell the type: `i` a number, `t` a text, `s` one choice, `m` several, `c` a calculation.
 */
export function anyForm(chance: SeededRandom): string {
  return new Maker(chance).form()
}

interface Known {
  readonly name: string
  readonly letter: 'i' | 't' | 's' | 'm'
  /** Of the repeat that it is in. */
  readonly repeat?: string
}

class Maker {
  readonly #chance: SeededRandom
  #count = 0
  /** What may be read: never what comes later, so that no rules run in a circle. */
  readonly #known: Known[] = []
  #repeat: string | undefined
  /** Of a repeat that is no longer relevant ODK Web Forms goes on counting the items; ODK Collect and we do not. */
  #mayVanish = false
  readonly #repeats: string[] = []

  constructor(chance: SeededRandom) {
    this.#chance = chance
  }

  form(): string {
    const parts = Array.from({ length: 3 + this.#below(4) }, (_, i) =>
      i === 0 ? this.#question('  ') : this.#part('  ', 0),
    )
    return `survey:\n${parts.join('')}choices:
  k: [{ name: a, label: Satu, columns: { g: x } }, { name: b, label: Dua, columns: { g: x } }, { name: c, label: Tiga, columns: { g: y } }, { name: d, label: Empat, columns: { g: y } }]
`
  }

  #part(indent: string, depth: number): string {
    const kind = this.#below(10)
    if (depth < 2 && kind < 2) return this.#group(indent, depth)
    if (depth < 2 && kind < 4 && this.#repeat === undefined && !this.#mayVanish) return this.#inRepeat(indent, depth)
    return kind < 6 ? this.#calculation(indent) : this.#question(indent)
  }

  #group(indent: string, depth: number): string {
    const name = this.#name('g')
    const relevant = this.#maybe('relevant', () => this.#truth())
    const before = this.#mayVanish
    this.#mayVanish ||= relevant !== ''
    const inside = this.#several(`${indent}    `, depth)
    this.#mayVanish = before
    return `${indent}- type: group\n${indent}  name: ${name}\n${indent}  label: ${name}\n${relevant && `${indent}  ${relevant}\n`}${indent}  questions:\n${inside}`
  }

  #inRepeat(indent: string, depth: number): string {
    const name = this.#name('r')
    const count = this.#pick([
      `"${1 + this.#below(3)}"`,
      `"abs(int(${this.#number()})) mod 3"`,
      `"count-selected('a b')"`,
    ])
    this.#repeat = name
    const inside = this.#several(`${indent}    `, depth)
    this.#repeat = undefined
    this.#repeats.push(name)
    return `${indent}- type: repeat\n${indent}  name: ${name}\n${indent}  label: ${name}\n${indent}  repeat_count: ${count}\n${indent}  questions:\n${inside}`
  }

  #several(indent: string, depth: number): string {
    const first = this.#question(indent)
    return first + Array.from({ length: 1 + this.#below(3) }, () => this.#part(indent, depth + 1)).join('')
  }

  #question(indent: string): string {
    const letter = this.#pick(['i', 'i', 't', 's', 'm'] as const)
    const name = this.#name(letter)
    const type = { i: 'integer', t: 'text', s: 'select_one k', m: 'select_multiple k' }[letter]
    const rules = [
      this.#maybe('relevant', () => this.#truth()),
      this.#maybe('constraint', () => this.#rule(letter)),
      letter === 's' || letter === 'm' ? this.#maybe('choice_filter', () => this.#filter()) : '',
      this.#below(2) === 0 ? 'required: "yes"' : '',
    ].filter((rule) => rule !== '')
    this.#known.push({ name, letter, ...(this.#repeat !== undefined && { repeat: this.#repeat }) })
    return `${indent}- { ${[`type: ${type}`, `name: ${name}`, `label: ${name}`, ...rules].join(', ')} }\n`
  }

  #calculation(indent: string): string {
    const name = this.#name('c')
    const written = this.#below(3) === 0 ? `if(${this.#truth()}, ${this.#number()}, '')` : this.#number()
    return `${indent}- { type: calculate, name: ${name}, calculation: "${written}" }\n`
  }

  // expressions

  #rule(letter: Known['letter']): string {
    const rules = {
      i: [
        '. >= 2',
        `. < ${this.#number()} + 50`,
        '. mod 2 = 0',
        `. != ${this.#number()}`,
        `. > 1 and ${this.#truth()}`,
      ],
      t: ['string-length(.) > 4', "regex(., '^[A-Za-z ]+$')", `. != 'oke' or ${this.#truth()}`],
      s: [". != 'a'", `. = 'b' or ${this.#truth()}`],
      m: [
        'count-selected(.) < 3',
        "not(selected(., 'a') and selected(., 'b'))",
        `selected(., 'c') or ${this.#truth()}`,
      ],
    }
    return this.#pick(rules[letter])
  }

  #filter(): string {
    const one = this.#one('s')
    return one
      ? this.#pick([`g = 'x' or name = \${${one}}`, `name != \${${one}}`, `g = if(\${${one}} = 'a', 'x', 'y')`])
      : "g = 'x'"
  }

  #truth(depth = 0): string {
    const [i, t, s, m] = [this.#one('i'), this.#one('t'), this.#one('s'), this.#one('m')]
    const ways = [
      i && `\${${i}} ${this.#pick(['>', '<', '>=', '!=', '='])} ${this.#below(20)}`,
      i && `\${${i}} != ''`,
      t && `contains(\${${t}}, 'a')`,
      t && `\${${t}} = ''`,
      s && `\${${s}} = '${this.#pick(['a', 'b', 'c'])}'`,
      m && `selected(\${${m}}, '${this.#pick(['a', 'b', 'c'])}')`,
      m && `count-selected(\${${m}}) >= ${this.#below(3)}`,
      `${this.#number(depth + 1)} > ${this.#below(10)}`,
      depth < 2 && `(${this.#truth(depth + 1)} ${this.#pick(['and', 'or'])} ${this.#truth(depth + 1)})`,
      depth < 2 && `not(${this.#truth(depth + 1)})`,
    ].filter((way): way is string => typeof way === 'string')
    return this.#pick(ways)
  }

  #number(depth = 0): string {
    const [i, t, m] = [this.#one('i'), this.#one('t'), this.#one('m')]
    const far = this.#known.filter(
      ({ letter, repeat }) => letter === 'i' && repeat !== undefined && repeat !== this.#repeat,
    )
    const set = far.length > 0 ? this.#pick(far).name : undefined
    const repeat = this.#repeats.length > 0 ? this.#pick(this.#repeats) : undefined
    const ways = [
      String(this.#below(9)),
      i && `coalesce(\${${i}}, ${this.#below(5)})`,
      t && `string-length(\${${t}})`,
      m && `count-selected(\${${m}})`,
      // a sum of nothing is empty there and 0 here
      set && `coalesce(sum(\${${set}}[. != '']), 0)`,
      set && `count(\${${set}}[. > 3])`,
      repeat && `count(\${${repeat}})`,
      this.#repeat !== undefined && 'position(..)',
      depth < 2 && `(${this.#number(depth + 1)} ${this.#pick(['+', '-', '*'])} ${this.#number(depth + 1)})`,
      depth < 2 && `if(${this.#truth(depth + 1)}, ${this.#number(depth + 1)}, ${this.#number(depth + 1)})`,
      depth < 2 && `round(${this.#number(depth + 1)} div 3, 1)`,
    ].filter((way): way is string => typeof way === 'string')
    return this.#pick(ways)
  }

  /** A question of a kind that means one answer from here. */
  #one(letter: Known['letter']): string | undefined {
    const near = this.#known.filter(
      (known) => known.letter === letter && (known.repeat === undefined || known.repeat === this.#repeat),
    )
    return near.length > 0 ? this.#pick(near).name : undefined
  }

  #maybe(key: string, make: () => string): string {
    return this.#below(5) < 2 ? `${key}: "${make()}"` : ''
  }

  #name(letter: string): string {
    return `${letter}${++this.#count}`
  }

  #pick<T>(list: readonly T[]): T {
    return list[this.#below(list.length)]!
  }

  #below(n: number): number {
    return Math.floor(this.#chance.next() * n)
  }
}
