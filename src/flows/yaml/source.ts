import type { Finding } from '../form.ts'
import type { ChoiceSource, EntitySource, FormSource, NodeSource, Texts } from '../form-source.ts'
import { didYouMean } from '../suggest.ts'
import { isSelect, readType } from '../type-names.ts'
import type { LineOf } from './lines.ts'
import { wrong } from './sentences.ts'
import { textKeys, type YamlChoice, type YamlForm, type YamlNode } from './shape.ts'

const deepestGroups = 20

/** From the checked YAML to the source; what zod cannot see (types, lists, depth) is checked on the way. */
export class SourceReader {
  readonly #form: YamlForm
  readonly #lineOf: LineOf
  readonly #language: string
  readonly #findings: Finding[] = []

  constructor(form: YamlForm, lineOf: LineOf) {
    this.#form = form
    this.#lineOf = lineOf
    this.#language = form.settings.default_language ?? 'id'
  }

  read(): { source: FormSource } | { findings: Finding[] } {
    const { settings, survey, choices = {}, entities = [] } = this.#form
    const source: FormSource = {
      settings: {
        ...settings,
        form_title: this.#texts(settings.form_title ?? settings.form_id),
        version: settings.version ?? '1',
        default_language: this.#language,
      },
      survey: survey.map((node, i) => this.#node(node, ['survey', i], 1)),
      choices: Object.fromEntries(
        Object.entries(choices).map(([list, rows]) => [
          list,
          rows.map((row, i) => this.#choice(row, ['choices', list, i])),
        ]),
      ),
      entities: entities.map((row, i) => ({ ...withoutEmpty(row), ...this.#row(['entities', i]) }) as EntitySource),
    }
    return this.#findings.length > 0 ? { findings: this.#findings } : { source }
  }

  #node(node: YamlNode, path: readonly PropertyKey[], depth: number): NodeSource {
    const row = this.#row(path)
    const read = readType(node.type)
    const findings = this.#findings
    if (depth > deepestGroups)
      findings.push(wrong('too_deep', `More than ${deepestGroups} groups stand inside each other here.`, { ...row }))
    if (!read || read.kind === 'end') {
      const remedy = read
        ? 'In YAML a group has "questions:" and no end.'
        : `Use one of docs/forms.md, such as text, integer, date, "select_one LIST".${didYouMean(node.type, ['integer', 'decimal', 'select_one', 'select_multiple', 'count_by_sex', 'money_idr', 'percent', 'month', 'group', 'repeat', 'yesno', 'text'])}`
      findings.push(
        wrong('unknown_type', `"${node.name}" has the type "${node.type}", which does not exist. ${remedy}`, {
          ...row,
          column: 'type',
          name: node.name,
        }),
      )
    }
    const loop = read?.kind === 'begin' ? read.loop : undefined
    const { type: _type, questions, list, or_other, reason, voice, media, extra, ...rest } = node
    const isGroup = read?.kind === 'begin'
    if (isGroup !== (questions !== undefined) && read && read.kind !== 'end')
      findings.push(
        wrong(
          'wrong_questions',
          isGroup
            ? `The ${read.type} "${node.name}" has no "questions:".`
            : `"${node.name}" is no group, so it cannot have "questions:".`,
          { ...row, name: node.name },
        ),
      )
    const listName = (read?.kind === 'question' ? read.list : undefined) ?? list
    if (read?.kind === 'question' && isSelect(read.type) && listName === undefined)
      findings.push(
        wrong('no_list', `"${node.name}" does not say which list it offers: write "${node.type} LIST".`, {
          ...row,
          column: 'type',
          name: node.name,
        }),
      )
    const original = read?.original
    const given = withoutEmpty(rest)
    return {
      ...given,
      ...Object.fromEntries(
        textKeys.flatMap((key) => (given[key] === undefined ? [] : [[key, this.#texts(given[key])]])),
      ),
      ...row,
      type: read && read.kind !== 'end' ? read.type : 'text',
      name: node.name,
      ...(loop !== undefined && { loop }),
      ...(listName !== undefined && { list: listName }),
      ...((isYes(or_other) || (read?.kind === 'question' && read.orOther)) && { or_other: true }),
      ...(isYes(reason) && { reason: true }),
      ...(isYes(voice) && { voice: true }),
      ...(media && { media: this.#media(media) }),
      ...((extra || original !== undefined) && {
        extra: { ...extra, ...(original !== undefined && { type: original }) },
      }),
      ...(questions && { questions: questions.map((one, i) => this.#node(one, [...path, 'questions', i], depth + 1)) }),
    } as NodeSource
  }

  #choice(row: YamlChoice, path: readonly PropertyKey[]): ChoiceSource {
    const { label, media, ...rest } = row
    return {
      ...withoutEmpty(rest),
      ...this.#row(path),
      ...(label !== undefined && { label: this.#texts(label) }),
      ...(media && { media: this.#media(media) }),
    } as ChoiceSource
  }

  #media(media: Readonly<Record<string, string | Readonly<Record<string, string>>>>): Record<string, Texts> {
    return Object.fromEntries(Object.entries(media).map(([kind, file]) => [kind, this.#texts(file)]))
  }

  #texts(value: string | Readonly<Record<string, string>>): Texts {
    return typeof value === 'string' ? { [this.#language]: value } : value
  }

  #row(path: readonly PropertyKey[]): { row?: number } {
    const row = this.#lineOf(path)
    return row === undefined ? {} : { row }
  }
}

/** `relevant:` with nothing behind it is no relevant. */
function withoutEmpty<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as T
}

function isYes(value: string | undefined): boolean {
  return value === 'true' || value === 'yes' || value === 'ya'
}
