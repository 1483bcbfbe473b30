import { componentsOf } from '../components.ts'
import type { Form, FormNode, Group, Question, Repeat } from '../form.ts'
import type { QuestionType } from '../form-source.ts'
import { isSelect } from '../type-names.ts'
import { itemsByRepeat, type Submission } from './submission.ts'

/**
 * Reports as KoboToolbox exports them: one table per form, one per repeat, joined by `_index` and `_parent_index`. For
 * choices the code, its label, and for several choices a 1 or 0 for each, so that every tool finds what it counts.
 */
export interface Table {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}
export type Cell = string | number | null

export interface TableOptions {
  readonly language: string
  /** Of every report, beside Kobo's own columns: the place, the position. Names begin with `_`. */
  readonly about: (submission: Submission) => Readonly<Record<string, Cell>>
  /** The label of a choice that is in no list of the form. */
  readonly label: (question: Question, code: string) => string | undefined
}

const numeric: ReadonlySet<QuestionType> = new Set(['integer', 'decimal', 'money_idr', 'percent', 'range'])
const numericParts: ReadonlySet<string> = new Set(['total', 'l', 'p', 'jumlah'])
const silent: ReadonlySet<QuestionType> = new Set(['note', 'audit', 'deviceid', 'phonenumber', 'username'])

/** Kobo's words for a report's state. */
export type ValidationStatus = '' | 'validation_status_approved' | 'validation_status_not_approved'

export class SubmissionTables {
  readonly #options: TableOptions
  readonly #drafts = new Map<string, Draft>()
  readonly #seen = new Set<Form>()
  readonly #names = new Map<string, string>()
  readonly #words = new Map<string, Map<string, Cell[]>>()

  constructor(options: TableOptions) {
    this.#options = options
  }

  add(submission: Submission, report: { readonly id: number; readonly status: ValidationStatus }): void {
    const { form, instanceId, submittedAt } = submission
    const main = this.#draft(this.#tableName(form))
    if (!this.#seen.has(form)) {
      this.#seen.add(form)
      this.#columns(form, form.nodes, main, main.name)
    }
    const time = submittedAt === undefined ? '' : new Date(submittedAt).toISOString().slice(0, 19)
    const uuid = instanceId.replace(/^uuid:/, '')
    const kobo = {
      _id: report.id,
      _uuid: uuid,
      _submission_time: time,
      _validation_status: report.status,
      __version__: form.version,
    }
    const row = new Map<string, Cell>()
    const index = main.rows.push(row)
    const items = itemsByRepeat(submission.values.keys())
    const fill = (nodes: readonly FormNode[], above: string, into: Map<string, Cell>, draft: Draft, at: number) => {
      for (const node of nodes) {
        const path = `${above}${node.name}`
        if (node.kind === 'group') fill(node.nodes, `${path}/`, into, draft, at)
        else if (node.kind === 'question') this.#fill(submission, node, path, into)
        else
          for (const item of items.get(path) ?? []) {
            const child = this.#draft(this.#tableName(form, node))
            const inner = new Map<string, Cell>([['_item', item]])
            const label = submission.items.get(item)?.label
            if (label !== undefined) inner.set('_item_label', label)
            const childIndex = child.rows.push(inner)
            fill(node.nodes, `${path}[${item}]/`, inner, child, childIndex)
            inner.set('_index', childIndex)
            inner.set('_parent_table_name', draft.name)
            inner.set('_parent_index', at)
            inner.set('_submission__id', report.id)
            inner.set('_submission__uuid', uuid)
            inner.set('_submission__submission_time', time)
            inner.set('_submission__validation_status', report.status)
          }
      }
    }
    fill(form.nodes, '', row, main, index)
    for (const [key, value] of Object.entries({ ...this.#options.about(submission), ...kobo, _index: index }))
      row.set(key, value)
  }

  /** The tables in order, each after its parent, and the words that its columns and codes stand for at the end. */
  tables(): Table[] {
    const tables = Array.from(this.#drafts.values(), ({ name, columns, rows }): Table => {
      const header = [...columns]
      // what describes the row stands behind its answers, as in Kobo's files
      for (const row of rows) for (const key of row.keys()) if (!columns.has(key)) columns.add(key)
      for (const key of columns) if (!header.includes(key)) header.push(key)
      return { name, header, rows: rows.map((row) => header.map((key) => row.get(key) ?? null)) }
    })
    const words = [...this.#words.values()].flatMap((byColumn) => [...byColumn.values()])
    return [...tables, { name: 'kamus', header: ['tabel', 'kolom', 'jenis', 'soal', 'kode', 'arti'], rows: words }]
  }

  /** The form's id or the repeat's name, as long as a worksheet's may be and no other's, whatever its letter case. */
  #tableName(form: Form, repeat?: Repeat): string {
    const key = [form.id, ...(repeat ? [...repeat.parents, repeat].map(({ name }) => name) : [])].join('/')
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const taken = new Set([...this.#names.values(), 'kamus', 'history'].map((name) => name.toLowerCase()))
    const wanted = (repeat?.name ?? form.id).replace(/[:\\/?*[\]]/g, '_')
    let name = wanted.slice(0, 31)
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted.slice(0, 31 - String(n).length - 1)}_${n}`
    this.#names.set(key, name)
    return name
  }

  #draft(name: string): Draft {
    const known = this.#drafts.get(name)
    if (known) return known
    const made: Draft = { name, columns: new Set(), rows: [] }
    this.#drafts.set(name, made)
    return made
  }

  #columns(form: Form, nodes: readonly FormNode[], draft: Draft, table: string): void {
    for (const node of nodes) {
      if (node.kind === 'group') this.#columns(form, node.nodes, draft, table)
      else if (node.kind === 'repeat') {
        const name = this.#tableName(form, node)
        const child = this.#draft(name)
        if (node.over) for (const column of ['_item', '_item_label']) child.columns.add(column)
        this.#columns(form, node.nodes, child, name)
      } else {
        for (const column of columnsOf(form, node)) draft.columns.add(column)
        this.#explain(form, node, table)
      }
    }
  }

  /** A row for the question and one for each of its codes. */
  #explain(form: Form, question: Question, table: string): void {
    const column = columnName(form, question)
    if (silent.has(question.type)) return
    const words = this.#words.get(table) ?? new Map<string, Cell[]>()
    this.#words.set(table, words)
    const text = (question.label ?? question.short)?.in(this.#options.language).source ?? ''
    words.set(column, [table, column, question.type, text, null, null])
    for (const { code, label } of choicesOf(form, question))
      words.set(`${column} ${code}`, [table, column, null, null, code, label.in(this.#options.language).source])
  }

  #fill(submission: Submission, question: Question, path: string, row: Map<string, Cell>): void {
    const { form } = submission
    const value = submission.values.get(path)
    if (value === undefined || silent.has(question.type)) return
    const column = columnName(form, question)
    const parts = componentsOf(question)
    for (const { name, part } of parts) row.set(name, cellOf(value.parts?.[part] ?? '', numericParts.has(part)))
    if (parts.length > 0) return
    row.set(column, cellOf(value.text, numeric.has(question.type)))
    if (!isSelect(question.type) && question.type !== 'yesno') return
    const codes = question.type === 'select_one' || question.type === 'yesno' ? [value.text] : value.text.split(' ')
    const labels = codes.map((code) => this.#labelOf(form, question, code))
    row.set(`${column}::label`, labels.join(', '))
    if (question.type === 'select_multiple')
      for (const { code } of choicesOf(form, question)) row.set(`${column}/${code}`, codes.includes(code) ? 1 : 0)
  }

  #labelOf(form: Form, question: Question, code: string): string {
    const choice = choicesOf(form, question).find((one) => one.code === code)
    if (choice) return choice.label.in(this.#options.language).source
    if (question.type === 'yesno') return code === 'ya' ? 'Ya' : 'Tidak'
    return this.#options.label(question, code) ?? code
  }
}

interface Draft {
  readonly name: string
  readonly columns: Set<string>
  readonly rows: Map<string, Cell>[]
}

function columnsOf(form: Form, question: Question): string[] {
  if (silent.has(question.type)) return []
  const parts = componentsOf(question)
  if (parts.length > 0) return parts.map(({ name }) => name)
  const column = columnName(form, question)
  if (!isSelect(question.type) && question.type !== 'yesno') return [column]
  const each =
    question.type === 'select_multiple' ? choicesOf(form, question).map(({ code }) => `${column}/${code}`) : []
  return [column, `${column}::label`, ...each]
}

/** The question's name; with its groups where two in different groups share it. */
function columnName(form: Form, question: Question): string {
  if (form.byName.get(question.name) === question) return question.name
  return [...question.parents.filter((parent): parent is Group => parent.kind === 'group'), question]
    .map(({ name }) => name)
    .join('/')
}

function choicesOf(form: Form, { list }: Question) {
  return list === undefined ? [] : (form.choices.get(list) ?? [])
}

function cellOf(text: string, isNumber: boolean): Cell {
  if (text === '') return null
  const number = Number(text)
  return isNumber && Number.isFinite(number) ? number : text
}
