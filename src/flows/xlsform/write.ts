import * as XLSX from '@e965/xlsx'
import type { ChoiceSource, FormSource, NodeSource, Texts } from '../form-source.ts'
import { contextGroup, countOver, itemStandIns, standIns } from '../stand-ins.ts'
import { writeType } from '../type-names.ts'
import { everyNode } from '../walk-source.ts'
import { chatFields, chatPrefix, entityColumns, isChatText, languageName, languageSlug, writtenId } from './columns.ts'
import { odkKinds, yesNoChoices, yesNoList } from './kinds.ts'

/**
 * Writes a form as an XLSForm that also deploys on KoboToolbox: own kinds as ODK's nearest, chat fields in columns that
 * other tools ignore, and helping rows (marked `context`) for what only a conversation knows, such as the village's
 * name. `readXlsForm` gives the same form back.
 */
export function writeXlsForm(source: FormSource): Uint8Array {
  const workbook = XLSX.utils.book_new()
  const writer = new Writer(source)
  for (const { sheet, columns, rows } of writer.sheets()) {
    const cells = rows.map((row) => columns.map((column) => row.get(column) ?? null))
    // every cell is text: a label that begins with = must not become a formula
    const written = XLSX.utils.aoa_to_sheet([[...columns], ...cells], { cellDates: false })
    written['!cols'] = columns.map((column) => ({ wch: Math.min(60, Math.max(12, column.length + 2)) }))
    XLSX.utils.book_append_sheet(workbook, written, sheet)
  }
  return new Uint8Array(XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array)
}

interface Sheet {
  readonly sheet: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}
type Row = ReadonlyMap<string, string>

const namespace = 'kentongan="urn:kentongan:form"'

class Writer {
  readonly #source: FormSource
  readonly #default: string
  readonly #languages: readonly string[]
  readonly #rows: Row[] = []
  /** Columns in the order of their groups, so that a form always looks alike. */
  readonly #columns = new Map<string, number>()

  constructor(source: FormSource) {
    this.#source = source
    this.#default = source.settings.default_language
    this.#languages = languagesIn(source)
  }

  sheets(): Sheet[] {
    this.#contextRows()
    for (const node of this.#source.survey) this.#node(node, undefined)
    const columns = [...this.#columns].sort((a, b) => a[1] - b[1]).map(([column]) => column)
    return [
      { sheet: 'survey', columns, rows: this.#rows },
      this.#choices(),
      this.#settings(),
      ...(this.#source.entities.length > 0 ? [this.#entities()] : []),
    ]
  }

  // survey

  #node(node: NodeSource, repeat: NodeSource | undefined): void {
    const kind = node.type === 'group' || node.type === 'repeat' ? undefined : odkKinds[node.type]
    if (kind?.parts) this.#compound(node)
    else if (node.type === 'group' || node.type === 'repeat') {
      const row = this.#row(node.loop === undefined ? `begin_${node.type}` : `begin_loop over ${node.loop}`, node)
      if (node.over !== undefined) this.#put(row, 'repeat_count', countOver(node))
      this.#rows.push(row)
      const inner = node.type === 'repeat' ? node : repeat
      if (node.type === 'repeat' && node.over !== undefined) this.#itemRows(node)
      for (const child of node.questions ?? []) this.#node(child, inner)
      this.#rows.push(
        this.#plainRow({ type: node.loop === undefined ? `end_${node.type}` : 'end_loop', name: node.name }),
      )
    } else {
      const row = this.#row(kind?.type ?? writeType(node), node)
      if (kind) this.#put(row, `${chatPrefix}as`, node.type)
      if (kind?.appearance !== undefined) {
        if (node.appearance !== undefined) this.#put(row, `${chatPrefix}of-appearance`, node.appearance)
        const words = [...(node.appearance ?? '').split(/\s+/), kind.appearance].filter((word) => word !== '')
        this.#put(row, 'appearance', [...new Set(words)].join(' '))
      }
      this.#rows.push(row)
    }
  }

  /** A group of the parts; what only the whole answer can say stays in columns of ours. */
  #compound(node: NodeSource): void {
    const kind = odkKinds[node.type as 'count_by_sex']!
    const { constraint, constraint_message, required, required_message, default: value, save_to, ...rest } = node
    const row = this.#row('begin_group', rest)
    this.#put(row, `${chatPrefix}as`, node.type)
    const own = { constraint, required, default: value, save_to }
    for (const [key, text] of Object.entries(own))
      if (text !== undefined) this.#put(row, `${chatPrefix}of-${key}`, text)
    for (const [key, texts] of Object.entries({ constraint_message, required_message }))
      if (texts) this.#chatTexts(row, `of-${key}`, texts)
    this.#rows.push(row)
    for (const { part, type, label } of kind.parts ?? []) {
      const cells = this.#plainRow({ type, name: `${node.name}_${part}` })
      this.#labels(cells, label)
      this.#rows.push(cells)
    }
    this.#rows.push(this.#plainRow({ type: 'end_group', name: node.name }))
  }

  #row(type: string, node: NodeSource): Map<string, string> {
    const row = this.#plainRow({ type, name: node.name })
    for (const key of ['label', 'hint'] as const) this.#texts(row, key, node[key])
    for (const key of ['relevant', 'required'] as const) this.#maybe(row, key, node[key])
    this.#texts(row, 'required_message', node.required_message)
    this.#maybe(row, 'constraint', node.constraint)
    this.#texts(row, 'constraint_message', node.constraint_message)
    for (const key of [
      'calculation',
      'default',
      'read_only',
      'trigger',
      'choice_filter',
      'repeat_count',
      'appearance',
      'parameters',
    ] as const)
      this.#maybe(row, key, node[key])
    this.#maybe(row, 'save_to', node.save_to)
    for (const [medium, files] of Object.entries(node.media ?? {})) this.#texts(row, `media::${medium}`, files)
    for (const field of chatFields) {
      const value = node[field]
      if (value === undefined || value === false) continue
      if (isChatText(field)) this.#chatTexts(row, field, value as Texts)
      else this.#put(row, `${chatPrefix}${field}`, value === true ? 'yes' : String(value))
    }
    for (const [header, value] of Object.entries(node.extra ?? {})) if (header !== 'type') this.#put(row, header, value)
    return row
  }

  // rows that stand in for the conversation

  #contextRows(): void {
    const { fields, lists } = standIns(this.#source)
    if (fields.length === 0 && lists.length === 0) return
    this.#rows.push(this.#plainRow({ type: 'begin_group', name: contextGroup, [`${chatPrefix}source`]: 'context' }))
    for (const list of lists) this.#rows.push(this.#plainRow({ type: 'csv-external', name: list }))
    for (const field of fields) this.#rows.push(this.#plainRow({ type: 'hidden', name: field }))
    this.#rows.push(this.#plainRow({ type: 'end_group', name: contextGroup }))
  }

  /** `${target}` of the item that a repeat stands at, for tools that know no items. */
  #itemRows(repeat: NodeSource): void {
    for (const { name, calculation } of itemStandIns(repeat, this.#source))
      this.#rows.push(this.#plainRow({ type: 'calculate', name, calculation, [`${chatPrefix}source`]: 'context' }))
  }

  // the other sheets

  #choices(): Sheet {
    const columns = new Set(['list_name', 'name'])
    const rows: Row[] = []
    const add = (list: string, choice: ChoiceSource) => {
      const row = new Map([
        ['list_name', list],
        ['name', choice.name],
      ])
      this.#labelsInto(row, columns, choice.label)
      for (const [medium, files] of Object.entries(choice.media ?? {}))
        this.#labelsInto(row, columns, files, `media::${medium}`)
      if (choice.synonyms !== undefined) row.set('synonyms', choice.synonyms)
      for (const [header, value] of Object.entries(choice.columns ?? {})) row.set(header, value)
      for (const column of row.keys()) columns.add(column)
      rows.push(row)
    }
    for (const [list, choices] of Object.entries(this.#source.choices)) for (const choice of choices) add(list, choice)
    if (everyNode(this.#source.survey).some((node) => node.type === 'yesno'))
      for (const { name, label } of yesNoChoices) add(yesNoList, { name, label: this.#spoken(label) })
    return { sheet: 'choices', columns: [...columns], rows }
  }

  #settings(): Sheet {
    const {
      form_id,
      form_title,
      version,
      default_language,
      language_names: _names,
      namespaces,
      [writtenId]: written,
      ...others
    } = this.#source.settings
    const row = new Map([
      ['form_title', form_title[default_language] ?? form_id],
      ['form_id', typeof written === 'string' ? written : form_id],
      ['version', version],
      ['default_language', this.#name(default_language)],
      ['namespaces', [namespace, typeof namespaces === 'string' ? namespaces : ''].join(' ').trim()],
    ])
    for (const [language, title] of Object.entries(form_title))
      if (language !== default_language) row.set(`kentongan_form_title_${languageSlug(language)}`, title)
    for (const [setting, value] of Object.entries(others)) row.set(setting, String(value))
    return { sheet: 'settings', columns: [...row.keys()], rows: [row] }
  }

  #entities(): Sheet {
    const rows = this.#source.entities.map(
      (entity) =>
        new Map(
          entityColumns.flatMap((column) => (entity[column] === undefined ? [] : [[column, entity[column]] as const])),
        ),
    )
    return { sheet: 'entities', columns: entityColumns.filter((column) => rows.some((row) => row.has(column))), rows }
  }

  // cells

  #plainRow(cells: Readonly<Record<string, string>>): Map<string, string> {
    const row = new Map<string, string>()
    for (const [column, value] of Object.entries(cells)) this.#put(row, column, value)
    return row
  }

  #put(row: Map<string, string>, column: string, value: string): void {
    if (!this.#columns.has(column)) this.#columns.set(column, orderOf(column))
    row.set(column, value)
  }

  #maybe(row: Map<string, string>, column: string, value: string | undefined): void {
    if (value !== undefined) this.#put(row, column, value)
  }

  /** `label`, or `label::English (en)` where the form speaks several languages. */
  #texts(row: Map<string, string>, column: string, texts: Texts | undefined): void {
    for (const [language, text] of Object.entries(texts ?? {})) this.#put(row, this.#header(column, language), text)
  }

  #labels(row: Map<string, string>, texts: Texts): void {
    this.#texts(row, 'label', this.#spoken(texts))
  }

  #labelsInto(row: Map<string, string>, columns: Set<string>, texts: Texts | undefined, column = 'label'): void {
    for (const [language, text] of Object.entries(texts ?? {})) {
      const header = this.#header(column, language)
      row.set(header, text)
      columns.add(header)
    }
  }

  #header(column: string, language: string): string {
    return this.#languages.length === 1 ? column : `${column}::${this.#name(language)}`
  }

  /** Bind columns become attributes: their name must be a piece of XML, so the language is a suffix. */
  #chatTexts(row: Map<string, string>, field: string, texts: Texts): void {
    for (const [language, text] of Object.entries(texts))
      this.#put(row, `${chatPrefix}${field}${language === this.#default ? '' : `-${languageSlug(language)}`}`, text)
  }

  /** Our own words in the languages that the form has; in the first one where it has none of ours. */
  #spoken(texts: Texts): Texts {
    const shared = Object.entries(texts).filter(([language]) => this.#languages.includes(language))
    return shared.length > 0 ? Object.fromEntries(shared) : { [this.#default]: texts.en ?? '' }
  }

  #name(language: string): string {
    return languageName(language, this.#source.settings.language_names as Record<string, string> | undefined)
  }
}

const columnOrder = [
  'type',
  'name',
  'label',
  'hint',
  'relevant',
  'required',
  'required_message',
  'constraint',
  'constraint_message',
  'calculation',
  'default',
  'read_only',
  'trigger',
  'choice_filter',
  'repeat_count',
  'appearance',
  'parameters',
  'save_to',
]

function orderOf(column: string): number {
  const place = columnOrder.indexOf(column.split('::')[0]!)
  if (place >= 0 && !column.startsWith(chatPrefix)) return place
  if (!column.startsWith(chatPrefix)) return 100
  const field = column.slice(chatPrefix.length)
  const chat = chatFields.findIndex((one) => field === one || field.startsWith(`${one}-`))
  return chat >= 0 ? 200 + chat : 300
}

/** The languages of the texts that XLSForm translates, the default one first. */
function languagesIn(source: FormSource): string[] {
  const found = new Set([source.settings.default_language])
  const add = (texts: Texts | undefined) => {
    for (const language of Object.keys(texts ?? {})) found.add(language)
  }
  for (const node of everyNode(source.survey)) {
    for (const key of [
      'label',
      'hint',
      'constraint_message',
      'required_message',
      ...(['short', 'example', 'confirm_message'] as const),
    ] as const)
      add(node[key])
    for (const files of Object.values(node.media ?? {})) add(files)
  }
  for (const choices of Object.values(source.choices))
    for (const choice of choices) {
      add(choice.label)
      for (const files of Object.values(choice.media ?? {})) add(files)
    }
  return [...found]
}
