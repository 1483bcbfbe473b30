import { FluentBundle, FluentResource } from '@fluent/bundle'
import { Problem } from '../lib/problem.ts'

/**
 * Every sentence of the system by key and language, from `locales/`. The files are read by the composition root and
 * handed in as text, so that this room reads no disk.
 */

export type TextArguments = Readonly<Record<string, string | number>>

export interface Texts {
  /**
   * The sentence of that key in that language; what a language lacks comes in Indonesian. Numbers are written as the
   * language groups them, so years and codes are given as strings.
   */
  t(language: string, key: string, args?: TextArguments): string
  readonly languages: readonly string[]
}

/** One Fluent file, read. Several per language are allowed. */
export interface TextSource {
  readonly language: string
  readonly ftl: string
}

/** The language that has every sentence. */
export const mainLanguage = 'id'

/** The sources as Fluent has read them, by language. */
export type Sentences = ReadonlyMap<string, FluentBundle>

/**
 * Reads the sources. Throws `Problem('bad_texts')` for a file that Fluent cannot read whole or a key given twice: that
 * stops the start.
 */
export function readSentences(sources: readonly TextSource[]): Sentences {
  const bundles = new Map<string, FluentBundle>()
  for (const { language, ftl } of sources) {
    let bundle = bundles.get(language)
    if (!bundle) {
      // isolation marks around placeables are for right-to-left scripts and would be counted as typed characters
      bundle = new FluentBundle(language, { useIsolating: false })
      bundles.set(language, bundle)
    }
    const errors = [...unreadable(ftl), ...bundle.addResource(new FluentResource(ftl)).map((error) => error.message)]
    if (errors.length > 0) throw new Problem('bad_texts', `locales/${language}: ${errors.join('; ')}`, { language })
  }
  if (!bundles.has(mainLanguage)) throw new Problem('bad_texts', `locales/${mainLanguage} is missing`)
  return bundles
}

/**
 * What is found while it is said (a missing key or argument) goes to `onProblem`, and the person gets what there is: a
 * sentence with a hole is better than a message that never comes. Without `onProblem` it is thrown. Throws as
 * `readSentences` does.
 */
export function createTexts(from: readonly TextSource[] | Sentences, onProblem?: (problem: Problem) => void): Texts {
  const bundles = 'get' in from ? from : readSentences(from)
  const main = bundles.get(mainLanguage)!
  const report = (problem: Problem) => {
    if (!onProblem) throw problem
    onProblem(problem)
  }

  return {
    languages: [...bundles.keys()],
    t(language, key, args) {
      const own = bundles.get(language)
      const bundle = own?.hasMessage(key) ? own : main
      const pattern = bundle.getMessage(key)?.value
      if (pattern === undefined || pattern === null) {
        report(new Problem('missing_text', `no text "${key}" in locales/${mainLanguage}`, { key, language }))
        return ''
      }
      if (typeof pattern === 'string') return pattern
      const errors: Error[] = []
      const text = bundle.formatPattern(pattern, args ?? null, errors)
      if (errors.length > 0)
        report(
          new Problem('bad_text', `text "${key}" (${language}): ${errors.map((e) => e.message).join('; ')}`, { key }),
        )
      return text
    },
  }
}

/** Fluent's runtime parser skips what it cannot read without a word; a message that it lost would only be missed later. */
function unreadable(ftl: string): string[] {
  const written = new Set([...ftl.matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map((match) => match[1]!))
  for (const entry of new FluentResource(ftl).body) written.delete(entry.id)
  return [...written].map((key) => `"${key}" cannot be read`)
}
