import { namePattern } from '../cells.ts'
import { cellAt, type Findings } from '../findings.ts'
import { suggest } from '../suggest.ts'
import { keyOf, knownSettings, settingAliases } from './columns.ts'
import type { Table } from './tables.ts'

/** The sheet "settings" as it is read. The survey of an old form adds to it, by rows such as `set form title`. */
export interface ReadSettings {
  /** By their names in the form; those that nobody knows as written. */
  readonly values: Record<string, unknown>
  /** By language as written; the plain one under the empty name. */
  readonly titles: Record<string, string>
}

/** Reads the one row of the settings. */
export function readSettings(table: Table | undefined, findings: Findings): ReadSettings {
  const values: Record<string, unknown> = {}
  const titles: Record<string, string> = {}
  const row = table?.rows[0]
  if (table?.rows[1])
    findings.warn(
      'second_settings',
      'Only the first row of the settings is read: delete this one.',
      cellAt('settings', table.rows[1].row),
    )
  for (const [i, header] of (row ? table!.header : []).entries()) {
    const value = row!.cells[i]?.trim() ?? ''
    if (header === '' || value === '') continue
    const key = keyOf(header)
    const title = /^kentongan_form_title_(.+)$/.exec(header)?.[1]
    const name = Object.hasOwn(settingAliases, key) ? settingAliases[key]! : key
    if (title !== undefined) titles[title] = value
    else if (name === 'form_title') titles[''] = value
    else if (name === 'namespaces') {
      const rest = value.replace(/\s*\bkentongan="[^"]*"/, '').trim()
      if (rest !== '') values.namespaces = rest
    } else if (name === 'form_id' || name === 'version' || name === 'default_language') values[name] = value
    else {
      values[header] = value
      checkSetting(key, header, row!.row, findings)
    }
  }
  return { values, titles }
}

function checkSetting(key: string, header: string, row: number, findings: Findings): void {
  const near = knownSettings.includes(key)
    ? undefined
    : suggest(key, [...knownSettings, 'form_id', 'form_title', 'default_language'])
  const place = cellAt('settings', row, header)
  if (near !== undefined)
    findings.warn('unknown_setting', `The setting "${header}" is kept, but not used. Did you mean "${near}"?`, place)
  if (key === 'public_key')
    findings.warn(
      'not_for_chat',
      'A key encrypts what ODK sends; the answers of a chat are kept by this service and are not encrypted with it.',
      place,
    )
}

/** A form's id as one word: `Survei 2024 (baru)` → `Survei_2024_baru`. */
export function idOf(written: string): string {
  if (namePattern.test(written)) return written
  const word = written.replace(/[^\p{L}\p{N}_.-]+/gu, '_').replace(/^_+|_+$/g, '')
  return /^[\p{L}_]/u.test(word) ? word : `form_${word}`
}
