import type { Finding } from '../form.ts'
import type { ChoiceSource, EntitySource, FormSource, NodeSource, QuestionType, Texts } from '../form-source.ts'
import { didYouMean, suggest } from '../suggest.ts'
import { isSelect, readType } from '../type-names.ts'
import {
  choiceColumn,
  entityAliases,
  entityColumns,
  isChatText,
  keyOf,
  knownSettings,
  languageCode,
  languageName,
  languageSlug,
  plainFields,
  type SurveyColumn,
  settingAliases,
  surveyColumn,
  textFields,
  writtenId,
} from './columns.ts'
import { odkKinds, yesNoList } from './kinds.ts'
import { readTables, type Table, type TableRow } from './tables.ts'

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
  return new Reader(read.tables, fallbackId).read()
}

const expressionFields: ReadonlySet<string> = new Set([
  'relevant',
  'required',
  'constraint',
  'calculation',
  'choice_filter',
  'repeat_count',
  'read_only',
  'trigger',
  'confirm',
  'previous',
  'over',
  'core_when',
  'unit_family',
])

/** Nobody finds their way in more, and everything that walks through a form does so by recursion. */
const deepestGroups = 20

type Draft = Record<string, unknown> & { questions?: NodeSource[] }
interface Open {
  readonly type: 'group' | 'repeat'
  readonly name: string
  readonly row: number
  readonly children: NodeSource[]
  /** What a compound kind or our own helping rows hold is not read again. */
  readonly swallow: boolean
}

class Reader {
  readonly #sheets: ReadonlyMap<string, Table>
  readonly #fallbackId: string
  readonly #findings: Finding[] = []
  readonly #warnings: Finding[] = []
  readonly #settings: Record<string, unknown> = {}
  readonly #titles: Record<string, string> = {}
  #languages: ReadonlyMap<string, string> = new Map()
  #default = 'id'

  constructor(tables: readonly Table[], fallbackId: string) {
    const sheets = new Map<string, Table>()
    for (const table of tables) {
      const key = keyOf(table.sheet)
      const name = key === 'columns' || key === 'choices_and_columns' ? 'choices' : key
      if (key.startsWith('_')) continue
      const { formulas } = table
      if (formulas && knownSheets.includes(name))
        this.#warn(table.sheet, formulas.row, formulas.column, {
          code: 'formula',
          message: `${formulas.count} cells of the sheet "${table.sheet}" are computed; what they showed last is read, such as =${formulas.text}.`,
        })
      if (sheets.has(name) || !knownSheets.includes(name)) this.#leftOut(table.sheet, name)
      if (!sheets.has(name)) sheets.set(name, table)
    }
    this.#sheets = sheets
    this.#fallbackId = fallbackId
  }

  read(): { source: FormSource; warnings: Finding[] } | { findings: Finding[] } {
    const survey = this.#sheets.get('survey')
    if (!survey) {
      const near = [...this.#sheets.keys()].find((name) => suggest(name, ['survey']) !== undefined)
      const remedy =
        near === undefined ? 'Name the sheet with the questions "survey".' : `Rename "${near}" to "survey".`
      return { findings: [{ level: 'error', code: 'no_survey', message: `There is no sheet "survey". ${remedy}` }] }
    }
    this.#readSettings()
    this.#readLanguages(survey)
    const nodes = this.#readSurvey(survey)
    const choices = this.#readChoices()
    const entities = this.#readEntities()
    const { form_id, version, ...others } = this.#settings
    const written = String(form_id ?? this.#fallbackId)
    const id = idOf(written)
    if (form_id !== undefined && id !== written) {
      others[writtenId] = written
      this.#warn('settings', this.#sheets.get('settings')?.rows[0]?.row, 'form_id', {
        code: 'form_id_changed',
        message: `The form id "${written}" is not one word; it is called "${id}" here and keeps its own in the workbook.`,
      })
    }
    const source: FormSource = {
      settings: {
        ...others,
        form_id: id,
        form_title: { [this.#default]: this.#titles[''] ?? written, ...this.#otherTitles() },
        version: String(version ?? '1'),
        default_language: this.#default,
      },
      survey: nodes,
      choices,
      entities,
    }
    return this.#findings.length > 0
      ? { findings: [...this.#findings, ...this.#warnings] }
      : { source, warnings: this.#warnings }
  }

  /** A sheet that is not read: a mistyped name, a map's tags, somebody's notes. */
  #leftOut(sheet: string, name: string): void {
    const near = suggest(name, knownSheets)
    const message =
      name === 'osm'
        ? 'The sheet "osm" is left out: a chat cannot draw on a map.'
        : knownSheets.includes(name)
          ? `There are two sheets "${name}"; the second one, "${sheet}", is not read: put them together.`
          : `The sheet "${sheet}" is not read.${near === undefined ? '' : ` Did you mean "${near}"?`}`
    this.#warnings.push({ level: 'warning', code: 'sheet_left_out', message, sheet })
  }

  #warn(
    sheet: string,
    row: number | undefined,
    column: string | undefined,
    what: Pick<Finding, 'code' | 'message' | 'name'>,
  ) {
    this.#warnings.push({
      level: 'warning',
      ...what,
      sheet,
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
    })
  }

  /** Two columns that mean the same cannot both count, and one that nobody knows is named. */
  #checkColumns(table: Table, columns: readonly (object | undefined)[], known: readonly string[]): void {
    const seen = new Map<string, string>()
    for (const [i, column] of columns.entries()) {
      const header = table.header[i] ?? ''
      const isFilled = table.rows.some((row) => (row.cells[i] ?? '').trim() !== '')
      if (!column) {
        if (header === '' && isFilled) {
          const row = table.rows.find((one) => (one.cells[i] ?? '').trim() !== '')!
          this.#warn(table.sheet, row.row, undefined, {
            code: 'no_header',
            message: `"${row.cells[i]!.trim().slice(0, 40)}" stands in a column without a header (the ${i + 1}th) and is not read.`,
          })
        }
        continue
      }
      const key = JSON.stringify(column)
      const before = seen.get(key)
      if (before !== undefined)
        this.#findings.push({
          level: 'error',
          code: 'duplicate_column',
          message: `The columns "${before}" and "${header}" of the sheet "${table.sheet}" mean the same: delete one of them.`,
          sheet: table.sheet,
          row: table.headerRow,
          column: header,
        })
      seen.set(key, header)
      const isOurs = /::|^[$_]|^(?:kobo|oc)[-_:]|^hxl$/i.test(header)
      if (!('header' in column) || isOurs) continue
      const near = suggest(keyOf(header), known)
      this.#warn(table.sheet, table.headerRow, header, {
        code: 'unknown_column',
        message: `The column "${header}" is kept, but not used.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
      })
    }
  }

  // settings and languages

  #readSettings(): void {
    const table = this.#sheets.get('settings')
    const row = table?.rows[0]
    if (table?.rows[1])
      this.#warn('settings', table.rows[1].row, undefined, {
        code: 'second_settings',
        message: 'Only the first row of the settings is read: delete this one.',
      })
    for (const [i, header] of (row ? table!.header : []).entries()) {
      const value = row!.cells[i]?.trim() ?? ''
      if (header === '' || value === '') continue
      const key = keyOf(header)
      const title = /^kentongan_form_title_(.+)$/.exec(header)?.[1]
      const name = Object.hasOwn(settingAliases, key) ? settingAliases[key]! : key
      if (title !== undefined) this.#titles[title] = value
      else if (name === 'form_title') this.#titles[''] = value
      else if (name === 'namespaces') {
        const rest = value.replace(/\s*\bkentongan="[^"]*"/, '').trim()
        if (rest !== '') this.#settings.namespaces = rest
      } else if (name === 'form_id' || name === 'version' || name === 'default_language') this.#settings[name] = value
      else {
        this.#settings[header] = value
        this.#checkSetting(key, header, row!.row)
      }
    }
  }

  #checkSetting(key: string, header: string, row: number): void {
    const near = knownSettings.includes(key)
      ? undefined
      : suggest(key, [...knownSettings, 'form_id', 'form_title', 'default_language'])
    const code = 'unknown_setting'
    if (near !== undefined)
      this.#warn('settings', row, header, {
        code,
        message: `The setting "${header}" is kept, but not used. Did you mean "${near}"?`,
      })
    if (key === 'public_key')
      this.#warn('settings', row, header, {
        code: 'not_for_chat',
        message:
          'A key encrypts what ODK sends; the answers of a chat are kept by this service and are not encrypted with it.',
      })
  }

  #readLanguages(survey: Table): void {
    const found = new Map<string, string>()
    const add = (name: string | undefined) => {
      if (name !== undefined && name !== '' && !found.has(languageCode(name))) found.set(languageCode(name), name)
    }
    for (const header of survey.header) {
      const column = surveyColumn(header)
      if (column.kind === 'text' || column.kind === 'media') add(column.language)
    }
    for (const header of this.#sheets.get('choices')?.header ?? []) {
      const column = choiceColumn(header)
      if (column.kind === 'text' || column.kind === 'media') add(column.language)
    }
    this.#languages = found
    const wanted = this.#settings.default_language
    Reflect.deleteProperty(this.#settings, 'default_language')
    this.#default = typeof wanted === 'string' ? this.#languageOf(wanted) : this.#firstLanguage()
    if (typeof wanted === 'string' && found.size > 0 && !found.has(this.#default) && !this.#hasPlainTexts(survey)) {
      const names = [...found.values()].join(', ')
      this.#warn('settings', this.#sheets.get('settings')?.rows[0]?.row, 'default_language', {
        code: 'no_such_language',
        message: `No text is in "${wanted}": people read ${names}. Write one of these as default_language.`,
      })
    }
    const kept = [...found].filter(([code, name]) => languageName(code) !== name)
    if (kept.length > 0) this.#settings.language_names = Object.fromEntries(kept)
  }

  /** Whether a column of texts names no language: those are in the default one. */
  #hasPlainTexts(survey: Table): boolean {
    return survey.header.some((header) => {
      const column = surveyColumn(header)
      return column.kind === 'text' && column.language === undefined
    })
  }

  #firstLanguage(): string {
    return this.#languages.has('id') ? 'id' : (this.#languages.keys().next().value ?? 'id')
  }

  /** A language as a header or a setting names it: by code, by name, by slug. */
  #languageOf(written: string): string {
    const code = languageCode(written)
    if (this.#languages.has(code)) return code
    const plain = (text: string) => text.replace(/\s*\([^)]*\)\s*$/, '').toLowerCase()
    for (const [known, name] of this.#languages)
      if (plain(name) === plain(written) || languageSlug(known).toLowerCase() === languageSlug(written).toLowerCase())
        return known
    return code
  }

  #otherTitles(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.#titles).flatMap(([language, title]) =>
        language === '' ? [] : [[this.#languageOf(language), title]],
      ),
    )
  }

  // the survey: rows with brackets, into a tree

  #readSurvey(table: Table): NodeSource[] {
    const columns = table.header.map((header) => (header === '' ? undefined : surveyColumn(header)))
    this.#checkHeader(table, columns)
    this.#checkColumns(table, columns, [...plainFields, ...textFields])
    const top: NodeSource[] = []
    const open: Open[] = []
    for (const row of table.rows) {
      const inside = open.at(-1)
      const draft = this.#draft(row, columns, table)
      const typed = String(draft.type ?? '').trim()
      if (/^(yes|true|1)$/i.test(String(draft.disabled ?? ''))) continue
      if (typed === '') {
        if (draft.name !== undefined)
          this.#error(
            row.row,
            'type',
            'no_type',
            `"${String(draft.name)}" has no type: say what kind of question it is.`,
          )
        else if (Object.keys(draft).length > 0) {
          const [said = ''] = Object.values((draft.label ?? {}) as Texts)
          this.#warn('survey', row.row, 'type', {
            code: 'row_left_out',
            message: `This row${said === '' ? '' : ` "${said.trim().slice(0, 40)}"`} has neither type nor name and is not read.`,
          })
        }
        continue
      }
      const setting = settingAliases[keyOf(typed)]
      if (setting !== undefined && draft.name !== undefined) {
        if (setting === 'form_title') this.#titles[''] ??= String(draft.name)
        else this.#settings[setting] ??= draft.name
        continue
      }
      const read = readType(typed)
      if (read?.kind === 'end') {
        this.#close(read.type, row.row, open)
        continue
      }
      if (read?.kind === 'begin' && open.length >= deepestGroups) {
        this.#error(
          row.row,
          'type',
          'too_deep',
          `More than ${deepestGroups} groups stand inside each other here: check that each ends with "end_${read.type}".`,
        )
        return top
      }
      const into = inside ? inside.children : top
      if (inside?.swallow) {
        if (read?.kind === 'begin') open.push({ type: read.type, name: '', row: row.row, children: [], swallow: true })
        continue
      }
      this.#begin(draft, typed, row, into, open)
    }
    for (const left of open)
      this.#error(
        left.row,
        'type',
        'unclosed',
        `The ${left.type} "${left.name}" that begins here does not end: add a row of type "end_${left.type}".`,
      )
    return top
  }

  #begin(draft: Draft, typed: string, row: TableRow, into: NodeSource[], open: Open[]): void {
    const read = readType(typed)
    const as = draft.as as QuestionType | undefined
    const kind = as === undefined ? undefined : odkKinds[as]
    const isContext = draft.source === 'context'
    if (draft.name === undefined && read?.kind === 'question') {
      if (read.type === 'note') draft.name = `generated_note_name_${row.row}`
      else if (read.type === 'audit') draft.name = 'audit'
    }
    if (draft.name === undefined) {
      if (read) this.#error(row.row, 'name', 'no_name', `This ${typed} has no name: fill the column "name".`)
      draft.name = read ? `row_${row.row}` : typed
    }
    if (isContext && read?.kind !== 'begin') return
    const name = String(draft.name)
    if (!read) {
      const remedy = /cascading/i.test(typed)
        ? 'Use selects with choice_filter, one for each level.'
        : /loop/i.test(typed)
          ? 'Write "begin_loop over LIST".'
          : `See docs/forms.md for the types.${didYouMean(typed, ['text', 'integer', 'decimal', 'date', 'select_one', 'select_multiple', 'begin_group', 'end_group', 'begin_repeat', 'end_repeat', 'calculate', 'note', 'yesno', 'money_idr', 'count_by_sex', 'percent', 'month'])}`
      this.#error(
        row.row,
        'type',
        'unknown_type',
        `"${name}" has the type "${typed}", which is not known here. ${remedy}`,
        name,
      )
      return
    }
    if (as !== undefined && !kind) {
      this.#error(
        row.row,
        'bind::kentongan:as',
        'unknown_type',
        `"${name}" is to be a "${as}", which is not known here.`,
        name,
      )
      return
    }
    const { as: _as, of, disabled: _disabled, type: _type, ...fields } = draft
    const base = { ...fields, sheet: 'survey', row: row.row, name }
    if (read.kind === 'begin') {
      const children: NodeSource[] = []
      const swallow = kind?.parts !== undefined || isContext
      open.push({ type: read.type, name, row: row.row, children, swallow })
      if (isContext) return
      if (kind?.parts) into.push({ ...base, ...(of as object), type: as! })
      else
        into.push(
          this.#withOver({
            ...base,
            type: read.type,
            ...(read.loop !== undefined && { loop: read.loop }),
            questions: children,
          }),
        )
      return
    }
    if (read.kind !== 'question') return
    if (isSelect(read.type) && !read.list) {
      this.#error(
        row.row,
        'type',
        'no_list',
        `"${name}" does not say which list it offers: write "${typed} ${/file$/i.test(typed) ? 'FILE.csv' : 'LIST'}".`,
        name,
      )
      return
    }
    const node: Draft = { ...base, type: as ?? read.type }
    if (read.list !== undefined && as !== 'yesno') node.list = read.list
    if (read.orOther) node.or_other = true
    if (read.original !== undefined) node.extra = { ...(node.extra as object | undefined), type: read.original }
    if (kind?.appearance !== undefined) Reflect.deleteProperty(node, 'appearance')
    into.push({ ...node, ...(of as object | undefined) } as unknown as NodeSource)
  }

  /** We write `count(OVER) + coalesce(COUNT, 0)` for tools that know no `over`; only COUNT is the author's. */
  #withOver(node: Draft & { name: string }): NodeSource {
    const { over, repeat_count: count, ...rest } = node
    if (typeof over !== 'string' || typeof count !== 'string') return node as unknown as NodeSource
    const own =
      count === `count(${over})`
        ? undefined
        : (/^ \+ coalesce\((.*), 0\)$/s.exec(count.slice(`count(${over})`.length))?.[1] ?? count)
    return { ...rest, over, ...(own !== undefined && { repeat_count: own }) } as unknown as NodeSource
  }

  #close(type: 'group' | 'repeat', row: number, open: Open[]): void {
    const last = open.at(-1)
    if (!last)
      this.#error(
        row,
        'type',
        'unopened',
        `Nothing is open here that "end_${type}" could end: delete this row, or add the "begin_${type}" above.`,
      )
    else if (last.type !== type)
      this.#error(
        row,
        'type',
        'crossed',
        `Here "end_${type}" stands, but the ${last.type} "${last.name}" of row ${last.row} is open: end it first with "end_${last.type}".`,
      )
    open.pop()
  }

  #checkHeader(table: Table, columns: readonly (SurveyColumn | undefined)[]): void {
    for (const field of ['type', 'name'] as const)
      if (!columns.some((column) => column?.kind === 'field' && column.field === field)) {
        const near = table.header.find((header) => suggest(keyOf(header), [field]) !== undefined)
        this.#findings.push({
          level: 'error',
          code: 'no_column',
          message: `The sheet "survey" has no column "${field}".${near === undefined ? '' : ` Rename "${near}".`}`,
          sheet: 'survey',
          row: 1,
          column: field,
        })
      }
  }

  /** The cells of a row under the keys of a node; text by language. */
  #draft(row: TableRow, columns: readonly (SurveyColumn | undefined)[], table: Table): Draft {
    const draft: Draft = {}
    for (const [i, column] of columns.entries()) {
      const cell = row.cells[i] ?? ''
      if (column && cell.trim() !== '') this.#put(draft, column, cell, table.header[i]!)
    }
    return draft
  }

  #put(draft: Draft, column: SurveyColumn, cell: string, header: string): void {
    switch (column.kind) {
      case 'field':
        draft[column.field] ??= expressionFields.has(column.field) ? straightQuotes(cell.trim()) : cell.trim()
        return
      case 'text':
        draft[column.field] = this.#addText(draft[column.field], column.language, cell)
        return
      case 'media': {
        const media = (draft.media ?? {}) as Record<string, Texts>
        draft.media = { ...media, [column.medium]: this.#addText(media[column.medium], column.language, cell.trim()) }
        return
      }
      case 'chat':
        if (isChatText(column.field)) draft[column.field] = this.#addText(draft[column.field], column.language, cell)
        else if (column.field === 'reason' || column.field === 'voice') {
          if (/^(yes|true|ya|1)$/i.test(cell.trim())) draft[column.field] = true
        } else draft[column.field] = expressionFields.has(column.field) ? straightQuotes(cell.trim()) : cell.trim()
        return
      case 'as':
        draft.as = cell.trim()
        return
      case 'of': {
        const of = (draft.of ?? {}) as Draft
        this.#put(of, column.column, cell, header)
        draft.of = of
        return
      }
      case 'extra':
        draft.extra = { ...(draft.extra as object | undefined), [column.header]: cell }
    }
  }

  /** A column without a language is one of the default language, unless that has a column of its own. */
  #addText(before: unknown, language: string | undefined, text: string): Texts {
    const texts = (before ?? {}) as Texts
    const code = language === undefined ? this.#default : this.#languageOf(language)
    return language === undefined && texts[code] !== undefined ? texts : { ...texts, [code]: text }
  }

  // choices and entities

  #readChoices(): Record<string, readonly ChoiceSource[]> {
    const lists = new Map<string, ChoiceSource[]>()
    for (const sheet of ['choices', 'external_choices'] as const) {
      const table = this.#sheets.get(sheet)
      if (!table) continue
      const columns = table.header.map((header) => (header === '' ? undefined : choiceColumn(header)))
      for (const field of ['list_name', 'name'] as const)
        if (!columns.some((column) => column?.kind === 'field' && column.field === field))
          this.#findings.push({
            level: 'error',
            code: 'no_column',
            message: `The sheet "${sheet}" has no column "${field}".`,
            sheet,
            row: 1,
            column: field,
          })
      this.#checkChoiceColumns(table, columns)
      for (const row of table.rows) this.#readChoice(row, columns, sheet, lists)
    }
    // the choices that our own yesno brings along
    lists.delete(yesNoList)
    return Object.fromEntries(lists)
  }

  /** Further columns of choices are for filters; one that is nearly a known one is a mistake. */
  #checkChoiceColumns(table: Table, columns: readonly (ReturnType<typeof choiceColumn> | undefined)[]): void {
    const isMistyped = (header: string) => suggest(keyOf(header), ['list_name', 'label']) !== undefined
    this.#checkColumns(
      table,
      columns.map((column) =>
        column?.kind === 'column' && !isMistyped(column.header) ? { kind: 'column', name: column.header } : column,
      ),
      ['list_name', 'label'],
    )
  }

  #readChoice(
    row: TableRow,
    columns: readonly (ReturnType<typeof choiceColumn> | undefined)[],
    sheet: string,
    lists: Map<string, ChoiceSource[]>,
  ): void {
    const choice: Record<string, unknown> = {}
    for (const [i, column] of columns.entries()) {
      const cell = row.cells[i] ?? ''
      if (!column || cell.trim() === '') continue
      if (column.kind === 'field') choice[column.field] ??= cell.trim()
      else if (column.kind === 'text') choice.label = this.#addText(choice.label, column.language, cell)
      else if (column.kind === 'media') {
        const media = (choice.media ?? {}) as Record<string, Texts>
        choice.media = { ...media, [column.medium]: this.#addText(media[column.medium], column.language, cell.trim()) }
      } else choice.columns = { ...(choice.columns as object | undefined), [column.header]: cell.trim() }
    }
    const { list_name: list, ...rest } = choice
    if (typeof list !== 'string') {
      if (Object.keys(rest).length > 0)
        this.#findings.push({
          level: 'error',
          code: 'no_list_name',
          message: `This choice${typeof rest.name === 'string' ? ` "${rest.name}"` : ''} belongs to no list: fill the column "list_name".`,
          sheet,
          row: row.row,
          column: 'list_name',
        })
      return
    }
    if (typeof rest.name !== 'string') {
      this.#findings.push({
        level: 'error',
        code: 'no_name',
        message: `This choice of the list "${list}" has no name: fill the column "name".`,
        sheet,
        row: row.row,
        column: 'name',
      })
      return
    }
    const into = lists.get(list) ?? []
    into.push({ ...rest, name: rest.name, sheet, row: row.row })
    lists.set(list, into)
  }

  #readEntities(): EntitySource[] {
    const table = this.#sheets.get('entities')
    if (!table) return []
    const keys = table.header.map((header) => {
      const key = keyOf(header)
      return Object.hasOwn(entityAliases, key) ? entityAliases[key]! : key
    })
    for (const [i, key] of keys.entries())
      if (key !== '' && !(entityColumns as readonly string[]).includes(key))
        this.#findings.push({
          level: 'error',
          code: 'unknown_column',
          message: `The sheet "entities" has no use for the column "${table.header[i]}".${didYouMean(key, entityColumns) || ` It knows ${entityColumns.join(', ')}.`}`,
          sheet: 'entities',
          row: table.headerRow,
          column: table.header[i]!,
        })
    return table.rows.flatMap((row) => {
      const cells = keys.flatMap((key, i) => {
        const cell = row.cells[i]?.trim() ?? ''
        return cell === '' || !(entityColumns as readonly string[]).includes(key) ? [] : [[key, straightQuotes(cell)]]
      })
      const entity = Object.fromEntries(cells) as Partial<EntitySource>
      if (entity.list_name !== undefined)
        return [{ ...entity, list_name: entity.list_name, sheet: 'entities', row: row.row }]
      this.#findings.push({
        level: 'error',
        code: 'no_list_name',
        message: 'This entity belongs to no list: fill the column "list_name".',
        sheet: 'entities',
        row: row.row,
        column: 'list_name',
      })
      return []
    })
  }

  #error(row: number, column: string, code: string, message: string, name?: string): void {
    this.#findings.push({
      level: 'error',
      code,
      message,
      sheet: 'survey',
      row,
      column,
      ...(name !== undefined && { name }),
    })
  }
}

const knownSheets: readonly string[] = ['survey', 'choices', 'settings', 'entities', 'external_choices']

/** A form's id as one word: `Survei 2024 (baru)` → `Survei_2024_baru`. */
function idOf(written: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(written)) return written
  const word = written.replace(/[^\p{L}\p{N}_.-]+/gu, '_').replace(/^_+|_+$/g, '')
  return /^[\p{L}_]/u.test(word) ? word : `form_${word}`
}

/** Word processors make quotes curly, which no expression can read. */
function straightQuotes(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
}
