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
  languageCode,
  languageName,
  languageSlug,
  type SurveyColumn,
  settingAliases,
  surveyColumn,
} from './columns.ts'
import { odkKinds, yesNoList } from './kinds.ts'
import { readTables, type Table, type TableRow } from './tables.ts'

/**
 * Reads an XLSForm: a workbook, .csv or markdown, with every spelling that pyxform accepts. What we do not use is kept
 * in `extra` and `columns`, so that the form goes back out with it.
 * @param fallbackId the form's id when its settings have none, such as the file's name
 */
export function readXlsForm(bytes: Uint8Array, fallbackId = 'form'): { source: FormSource } | { findings: Finding[] } {
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
  readonly #settings: Record<string, unknown> = {}
  readonly #titles: Record<string, string> = {}
  #languages: ReadonlyMap<string, string> = new Map()
  #default = 'id'

  constructor(tables: readonly Table[], fallbackId: string) {
    const sheets = new Map<string, Table>()
    for (const table of tables) {
      const key = keyOf(table.sheet)
      const name = key === 'columns' || key === 'choices_and_columns' ? 'choices' : key
      if (!key.startsWith('_') && !sheets.has(name)) sheets.set(name, table)
    }
    this.#sheets = sheets
    this.#fallbackId = fallbackId
  }

  read(): { source: FormSource } | { findings: Finding[] } {
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
    const id = String(form_id ?? this.#fallbackId)
    const source: FormSource = {
      settings: {
        ...others,
        form_id: id,
        form_title: { [this.#default]: this.#titles[''] ?? id, ...this.#otherTitles() },
        version: String(version ?? '1'),
        default_language: this.#default,
      },
      survey: nodes,
      choices,
      entities,
    }
    return this.#findings.length > 0 ? { findings: this.#findings } : { source }
  }

  // settings and languages

  #readSettings(): void {
    const table = this.#sheets.get('settings')
    const row = table?.rows[0]
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
      else this.#settings[header] = value
    }
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
    const kept = [...found].filter(([code, name]) => languageName(code) !== name)
    if (kept.length > 0) this.#settings.language_names = Object.fromEntries(kept)
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
    const top: NodeSource[] = []
    const open: Open[] = []
    for (const row of table.rows) {
      const inside = open.at(-1)
      const draft = this.#draft(row, columns, table)
      const typed = String(draft.type ?? '').trim()
      if (/^(yes|true|1)$/i.test(String(draft.disabled ?? ''))) continue
      if (typed === '') {
        if (draft.name !== undefined && draft.label !== undefined)
          this.#error(
            row.row,
            'type',
            'no_type',
            `"${String(draft.name)}" has no type: say what kind of question it is.`,
          )
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
      this.#error(row.row, 'name', 'no_name', `This ${typed} has no name: fill the column "name".`)
      draft.name = `row_${row.row}`
    }
    if (isContext && read?.kind !== 'begin') return
    const name = String(draft.name)
    if (/^begin[ _]loop\b|^loop\b/i.test(typed) || /^cascading[ _]select/i.test(typed) || !read) {
      const remedy =
        read || /cascading|loop/i.test(typed)
          ? 'Use a repeat, or a select with choice_filter.'
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
      else into.push(this.#withOver({ ...base, type: read.type, questions: children }))
      return
    }
    if (read.kind !== 'question') return
    if (isSelect(read.type) && !read.list) {
      this.#error(
        row.row,
        'type',
        'no_list',
        `"${name}" does not say which list it offers: write "${typed} LIST".`,
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
      for (const row of table.rows) this.#readChoice(row, columns, sheet, lists)
    }
    // the choices that our own yesno brings along
    lists.delete(yesNoList)
    return Object.fromEntries(lists)
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
    if (typeof list !== 'string') return
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
    return table.rows.flatMap((row) => {
      const cells = keys.flatMap((key, i) => {
        const cell = row.cells[i]?.trim() ?? ''
        return cell === '' || !(entityColumns as readonly string[]).includes(key) ? [] : [[key, straightQuotes(cell)]]
      })
      const entity = Object.fromEntries(cells) as Partial<EntitySource>
      return entity.list_name === undefined
        ? []
        : [{ ...entity, list_name: entity.list_name, sheet: 'entities', row: row.row }]
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

/** Word processors make quotes curly, which no expression can read. */
function straightQuotes(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
}
