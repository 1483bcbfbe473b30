import { cellAt, type Findings } from '../findings.ts'
import type { Texts } from '../form-source.ts'
import { choiceColumn, languageCode, languageName, languageSlug, surveyColumn } from './columns.ts'
import type { ReadSettings } from './settings.ts'
import type { Table } from './tables.ts'

/** The languages of a workbook: those that its headers name, and the one that texts without a language are in. */
export class Languages {
  readonly default: string
  /** Names as written, by code. */
  readonly #names: ReadonlyMap<string, string>

  /** `wanted`: as the settings name the default language. */
  constructor(names: ReadonlyMap<string, string>, wanted: string | undefined) {
    this.#names = names
    this.default =
      wanted !== undefined ? this.codeOf(wanted) : names.has('id') ? 'id' : (names.keys().next().value ?? 'id')
  }

  /** The code of a language as a header or a setting names it: by code, by name, by slug. */
  codeOf(written: string): string {
    const code = languageCode(written)
    if (this.#names.has(code)) return code
    const plain = (text: string) => text.replace(/\s*\([^)]*\)\s*$/, '').toLowerCase()
    for (const [known, name] of this.#names)
      if (plain(name) === plain(written) || languageSlug(known).toLowerCase() === languageSlug(written).toLowerCase())
        return known
    return code
  }

  /** Adds a cell to texts; without a language it is in the default one, unless that has a column of its own. */
  addText(before: unknown, language: string | undefined, text: string): Texts {
    const texts = (before ?? {}) as Texts
    const code = language === undefined ? this.default : this.codeOf(language)
    return language === undefined && texts[code] !== undefined ? texts : { ...texts, [code]: text }
  }

  /** Adds the name of a picture, a sound or a film to those of a row. */
  addMedium(before: unknown, medium: string, language: string | undefined, file: string): Record<string, Texts> {
    const media = (before ?? {}) as Record<string, Texts>
    return { ...media, [medium]: this.addText(media[medium], language, file.trim()) }
  }
}

/** Finds the languages, and moves what the settings say of them: the names go in, the default language out. */
export function readLanguages(
  sheets: ReadonlyMap<string, Table>,
  { values }: ReadSettings,
  findings: Findings,
): Languages {
  const columns = (sheets.get('survey')?.header ?? []).map(surveyColumn)
  const names = new Map<string, string>()
  for (const column of [...columns, ...(sheets.get('choices')?.header ?? []).map(choiceColumn)]) {
    const name = column.kind === 'text' || column.kind === 'media' ? column.language : undefined
    if (name !== undefined && name !== '' && !names.has(languageCode(name))) names.set(languageCode(name), name)
  }
  const wanted = typeof values.default_language === 'string' ? values.default_language : undefined
  Reflect.deleteProperty(values, 'default_language')
  const languages = new Languages(names, wanted)
  // a column of texts that names no language is in the default one
  const hasPlainTexts = columns.some((column) => column.kind === 'text' && column.language === undefined)
  if (wanted !== undefined && names.size > 0 && !names.has(languages.default) && !hasPlainTexts)
    findings.warn(
      'no_such_language',
      `No text is in "${wanted}": people read ${[...names.values()].join(', ')}. Write one of these as default_language.`,
      cellAt('settings', sheets.get('settings')?.rows[0]?.row, 'default_language'),
    )
  const kept = [...names].filter(([code, name]) => languageName(code) !== name)
  if (kept.length > 0) values.language_names = Object.fromEntries(kept)
  return languages
}
