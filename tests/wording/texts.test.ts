import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createTexts } from '../../src/wording/texts.ts'
import { readSources, texts } from './support.ts'

interface Entry {
  readonly value: string
  readonly placeables: readonly string[]
}

/** Messages of all files of a language with the arguments they want. */
function entriesOf(language: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const source of readSources()) {
    if (source.language !== language) continue
    for (const [, key, value] of source.ftl.matchAll(/^([a-z][\w-]*) =(.*(?:\n(?:[ \t}].*|))*)/gm))
      entries.set(key!, {
        value: value!.trim(),
        placeables: [...new Set([...value!.matchAll(/\$(\w+)/g)].map((match) => match[1]!))].sort(),
      })
  }
  return entries
}

/** All string literals of this room's sources, and of the app's, that look like keys. */
function literalsInSource(): Set<string> {
  const found = new Set<string>()
  const root = fileURLToPath(new URL('../../src/', import.meta.url))
  for (const folder of ['wording', 'app', 'web', 'cli', 'documents'])
    for (const file of readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts'))
        for (const [, literal] of readFileSync(`${root}${folder}/${file}`, 'utf8').matchAll(/'([a-z][\w-]*)'/g))
          found.add(literal!)
  return found
}

/** What is given to `say(…, 'key'` or `.t(…, 'key'` as a literal. */
function keysAskedFor(): Set<string> {
  const found = new Set<string>()
  const root = fileURLToPath(new URL('../../src/wording/', import.meta.url))
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts'))
      for (const [, key] of readFileSync(`${root}${file}`, 'utf8').matchAll(
        /(?:say\(\w+,|\.t\([\w.]+,)\s*'([a-z][\w-]*)'/g,
      ))
        found.add(key!)
  return found
}

describe('the sentences in locales/', () => {
  const id = entriesOf('id')
  const en = entriesOf('en')

  it('are the same set in every language', () => {
    expect([...en.keys()].sort()).toEqual([...id.keys()].sort())
  })

  it('want the same arguments in every language', () => {
    const wanted = (entries: Map<string, Entry>) => [...entries].map(([key, entry]) => `${key}: ${entry.placeables}`)
    expect(wanted(en).sort()).toEqual(wanted(id).sort())
  })

  it('exist for every key that the sources ask for', () => {
    const asked = keysAskedFor()
    expect(asked.size).toBeGreaterThan(100)
    expect([...asked].filter((key) => !id.has(key))).toEqual([])
  })

  it('are all used', () => {
    const literals = literalsInSource()
    expect([...id.keys()].filter((key) => !literals.has(key))).toEqual([])
  })

  it('never scold: no "salah", "harus" or exclamation mark in Bahasa', () => {
    expect(
      [...id].filter(([, { value }]) => /\b(salah(?! alamat| satu)|harus|wajib|gagal|dilarang)\b|!/i.test(value)),
    ).toEqual([])
  })

  it('hold no markup: everything is sent as plain text', () => {
    expect([...id, ...en].filter(([, { value }]) => /\*\w|<\w+>|`/.test(value))).toEqual([])
  })
})

describe('texts', () => {
  it('fall back to Indonesian for a key that the language lacks', () => {
    const both = createTexts([
      { language: 'id', ftl: 'salam = Selamat pagi, { $nama }' },
      { language: 'en', ftl: 'other = Other' },
    ])
    expect(both.t('en', 'salam', { nama: 'Ibu Maria' })).toBe('Selamat pagi, Ibu Maria')
  })

  it('fall back to Indonesian for a language that nobody has written', () => {
    expect(texts.t('fr', 'yes')).toBe('Ya')
  })

  it('put what people wrote between words without reading it as a placeable or adding marks', () => {
    expect(texts.t('id', 'heard', { echo: '{ $sapaan } *tebal* <b>' })).toBe('Baik, { $sapaan } *tebal* <b>.')
  })

  it('throw for a missing key and for a missing argument', () => {
    expect(() => texts.t('id', 'no-such-key')).toThrow('no text "no-such-key"')
    expect(() => texts.t('id', 'heard')).toThrow('Unknown variable: $echo')
  })

  it('go on with what there is where a listener takes the problems', () => {
    const problems: string[] = []
    const lenient = createTexts([{ language: 'id', ftl: 'heard = Baik, { $echo }.' }], (problem) =>
      problems.push(problem.code),
    )
    expect([lenient.t('id', 'heard'), lenient.t('id', 'other')]).toEqual(['Baik, {$echo}.', ''])
    expect(problems).toEqual(['bad_text', 'missing_text'])
  })

  it.each([
    ['a file that cannot be read whole', 'good = Baik\nbad = { $x', '"bad" cannot be read'],
    ['a key given twice', 'a = satu\na = dua', 'override an existing message: "a"'],
  ])('refuse %s', (_what, ftl, message) => {
    expect(() => createTexts([{ language: 'id', ftl }])).toThrow(message)
  })
})
