import { type Lexicon, type LocalWord, lexiconOf } from '../bahasa/index.ts'
import { kabupatenOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { Sql } from '../store/database.ts'
import { findSetting, type Settings } from '../store/settings.ts'

/** Another process may have imported words: they are looked at again after this long. */
const freshFor = 30_000

/**
 * The local words of a kabupaten as the readers take them. A lexicon stays the same object while its words do, because
 * the readers keep what they prepared by it.
 */
export class LocalWords {
  #readAt = Number.NEGATIVE_INFINITY
  #known = ''
  #taught: Settings['local_words'] = {}
  readonly #lexicons = new Map<string, Lexicon>()

  async lexiconFor(sql: Sql, regionCode: string | undefined, now: number): Promise<Lexicon | undefined> {
    if (now - this.#readAt >= freshFor || now < this.#readAt) await this.#read(sql, now)
    const code = regionCode === undefined ? WHOLE_PROGRAMME : kabupatenOf(regionCode)
    const rows = [
      ...(this.#taught[WHOLE_PROGRAMME] ?? []),
      ...(code === WHOLE_PROGRAMME ? [] : (this.#taught[code] ?? [])),
    ]
    if (rows.length === 0) return undefined
    let lexicon = this.#lexicons.get(code)
    if (!lexicon) this.#lexicons.set(code, (lexicon = lexiconOf(rows as readonly LocalWord[])))
    return lexicon
  }

  async #read(sql: Sql, now: number): Promise<void> {
    const taught = (await findSetting(sql, 'local_words')) ?? {}
    this.#readAt = now
    const text = JSON.stringify(taught)
    if (text === this.#known) return
    this.#known = text
    this.#taught = taught
    this.#lexicons.clear()
  }
}
