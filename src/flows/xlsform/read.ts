import { cellAt, Findings } from '../findings.ts'
import type { Finding } from '../form.ts'
import type { FormSource } from '../form-source.ts'
import { readChoices } from './choices.ts'
import { writtenId } from './columns.ts'
import { readEntities } from './entities.ts'
import { readLanguages } from './languages.ts'
import type { Reading } from './reading.ts'
import { idOf, readSettings } from './settings.ts'
import { noSurvey, sheetsOf } from './sheets.ts'
import { readSurvey } from './survey.ts'
import { readTables } from './tables.ts'

/**
 * Reads an XLSForm: a workbook, .csv or markdown, with every spelling that pyxform accepts. What we do not use is kept
 * in `extra` and `columns`, so that the form goes back out with it, and is named in a warning: nothing is left out
 * silently.
 * @param fallbackId the form's id when its settings have none, such as the file's name
 */
export function readXlsForm(
  bytes: Uint8Array,
  fallbackId = 'form',
): { source: FormSource; warnings: Finding[] } | { findings: Finding[] } {
  const read = readTables(bytes)
  if ('problem' in read) return { findings: [{ level: 'error', code: 'unreadable', message: read.problem }] }
  const findings = new Findings()
  const sheets = sheetsOf(read.tables, findings)
  const survey = sheets.get('survey')
  if (!survey) return { findings: [{ level: 'error', code: 'no_survey', message: noSurvey(sheets) }] }
  const settings = readSettings(sheets.get('settings'), findings)
  const languages = readLanguages(sheets, settings, findings)
  const reading: Reading = { sheets, findings, languages, settings }
  const nodes = readSurvey(survey, reading)
  const choices = readChoices(reading)
  const entities = readEntities(reading)
  const source: FormSource = { settings: formSettings(reading, fallbackId), survey: nodes, choices, entities }
  const errors = findings.errors()
  const warnings = findings.warnings()
  return errors.length > 0 ? { findings: [...errors, ...warnings] } : { source, warnings }
}

/** The settings of the form: what the sheet says of id, title, version and languages in our own words, the rest kept. */
function formSettings(
  { sheets, findings, languages, settings: { values, titles } }: Reading,
  fallbackId: string,
): FormSource['settings'] {
  const { form_id, version, ...others } = values
  const written = String(form_id ?? fallbackId)
  const id = idOf(written)
  if (form_id !== undefined && id !== written) {
    others[writtenId] = written
    findings.warn(
      'form_id_changed',
      `The form id "${written}" is not one word; it is called "${id}" here and keeps its own in the workbook.`,
      cellAt('settings', sheets.get('settings')?.rows[0]?.row, 'form_id'),
    )
  }
  const { '': title = written, ...translated } = titles
  const otherTitles = Object.entries(translated).map(([language, text]) => [languages.codeOf(language), text])
  return {
    ...others,
    form_id: id,
    form_title: { [languages.default]: title, ...Object.fromEntries(otherTitles) },
    version: String(version ?? '1'),
    default_language: languages.default,
  }
}
