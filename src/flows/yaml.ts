import { Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { messageOf } from '../lib/problem.ts'
import type { Finding } from './form.ts'
import type { ChoiceSource, EntitySource, FormSource, NodeSource, Texts } from './form-source.ts'
import { didYouMean } from './suggest.ts'
import { isSelect, readType, writeType } from './type-names.ts'

/**
 * Forms as reviewable text. Every scalar is read as text (YAML's failsafe schema), so `version: 1.10`, `default: 0`
 * and a choice named `no` stay what was typed.
 */

/** Characters of a form. The largest shipped form has 40 000; a thousand questions in two languages have 600 000. */
const longestText = 4_000_000
const deepestGroups = 20
/** Questions and choices together. */
const mostRows = 24_000
/** The YAML reader works on brackets inside each other by recursion, and slowly. */
const bracketTower = /(?:[[{]\s*|[-?]\s+){200}/

/** Reads a form; with any error there is no source. `row` of a finding and of a node is its line. */
export function readYaml(text: string): { source: FormSource } | { findings: Finding[] } {
  if (text.length > longestText)
    return { findings: [wrong('too_long', 'The file is larger than 4 million characters: split the form.')] }
  if (bracketTower.test(text))
    return { findings: [wrong('too_deep', 'The file has hundreds of brackets inside each other: this is no form.')] }
  const rows = Math.max(text.match(/^\s*-\s/gm)?.length ?? 0, text.match(/\{/g)?.length ?? 0)
  if (rows > mostRows)
    return {
      findings: [wrong('too_many_rows', `The file has about ${rows} rows; ${mostRows} is the most: split the form.`)],
    }
  const lines = new LineCounter()
  let doc: Document.Parsed
  try {
    doc = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
  } catch (error) {
    return { findings: [wrong('yaml', `The YAML cannot be read: ${messageOf(error)}.`)] }
  }
  const [problem] = doc.errors
  if (problem) {
    const row = lines.linePos(problem.pos[0]).line
    return {
      findings: [
        wrong('yaml', `The YAML cannot be read here: ${problem.message}. Texts with : , # { } belong in "quotes".`, {
          row,
        }),
      ],
    }
  }
  let plain: unknown
  try {
    plain = doc.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return { findings: [wrong('yaml', `The YAML cannot be read: ${messageOf(error)}.`)] }
  }
  const place: Place = (path) => lineOf(doc, lines, path)
  const parsed = formSchema.safeParse(plain)
  if (!parsed.success) return { findings: parsed.error.issues.flatMap((issue) => sentencesOf(issue, plain, place)) }
  return new Reader(parsed.data, place).read()
}

/** Writes a form with its keys in a fixed order; `readYaml` gives the same form back. */
export function writeYaml(source: FormSource): string {
  const language = source.settings.default_language
  const plain = {
    settings: writeSettings(source.settings, language),
    survey: source.survey.map((node) => writeNode(node, language)),
    choices: Object.fromEntries(
      Object.entries(source.choices).map(([list, choices]) => [
        list,
        choices.map((choice) => inOrder(choiceKeys, { ...choice, ...writeTexts(choice, ['label'], language) })),
      ]),
    ),
    entities: source.entities.map((entity) => inOrder(entityKeys, { ...entity })),
  }
  if (Object.keys(plain.choices).length === 0) Reflect.deleteProperty(plain, 'choices')
  if (plain.entities.length === 0) Reflect.deleteProperty(plain, 'entities')
  return new Document(plain, { schema: 'failsafe', aliasDuplicateObjects: false }).toString({
    lineWidth: 118,
    defaultStringType: 'PLAIN',
    defaultKeyType: 'PLAIN',
  })
}

// the shape, checked by zod; everything is text, a map or a list

const text = z.string()
const texts = z.union([z.string(), z.record(z.string(), z.string())])
const flag = z.enum(['true', 'false', 'yes', 'no', 'ya', 'tidak'])
const media = z.record(z.string(), texts)

const chatKeys = {
  ref: text,
  short: texts,
  example: texts,
  depth: z.enum(['core', 'full']),
  core_when: text,
  confirm: text,
  confirm_message: texts,
  reason: flag,
  previous: text,
  over: text,
  unit_family: text,
  excludes: text,
  voice: flag,
  source: text,
}

const flatNode = z.strictObject({
  type: text,
  name: text,
  label: texts.optional(),
  hint: texts.optional(),
  relevant: text.optional(),
  constraint: text.optional(),
  constraint_message: texts.optional(),
  required: text.optional(),
  required_message: texts.optional(),
  calculation: text.optional(),
  default: text.optional(),
  read_only: text.optional(),
  appearance: text.optional(),
  parameters: text.optional(),
  trigger: text.optional(),
  choice_filter: text.optional(),
  repeat_count: text.optional(),
  save_to: text.optional(),
  list: text.optional(),
  or_other: flag.optional(),
  media: media.optional(),
  extra: z.record(z.string(), z.string()).optional(),
  ...z.object(chatKeys).partial().shape,
})
type YamlNode = z.infer<typeof flatNode> & { readonly questions?: readonly YamlNode[] | undefined }
const nodeSchema: z.ZodType<YamlNode> = z.lazy(() => flatNode.extend({ questions: z.array(nodeSchema).optional() }))

const choiceSchema = z.strictObject({
  name: text,
  label: texts.optional(),
  media: media.optional(),
  synonyms: text.optional(),
  columns: z.record(z.string(), z.string()).optional(),
})

const entitySchema = z.strictObject({
  list_name: text,
  label: text.optional(),
  entity_id: text.optional(),
  create_if: text.optional(),
  update_if: text.optional(),
  repeat: text.optional(),
})

const formSchema = z.strictObject({
  settings: z.looseObject({
    form_id: text,
    form_title: texts.optional(),
    version: text.optional(),
    default_language: text.optional(),
  }),
  survey: z.array(nodeSchema),
  choices: z.record(z.string(), z.array(choiceSchema)).optional(),
  entities: z.array(entitySchema).optional(),
})
type YamlForm = z.infer<typeof formSchema>

const nodeKeys = [
  'type',
  'name',
  'ref',
  'label',
  'hint',
  'short',
  'example',
  'depth',
  'core_when',
  'source',
  'over',
  'repeat_count',
  'relevant',
  'required',
  'required_message',
  'constraint',
  'constraint_message',
  'confirm',
  'confirm_message',
  'reason',
  'previous',
  'unit_family',
  'excludes',
  'voice',
  'calculation',
  'default',
  'read_only',
  'trigger',
  'choice_filter',
  'appearance',
  'parameters',
  'save_to',
  'media',
  'extra',
  'questions',
] as const
const choiceKeys = ['name', 'label', 'synonyms', 'columns', 'media'] as const
const entityKeys = ['list_name', 'label', 'entity_id', 'create_if', 'update_if', 'repeat'] as const
const textKeys = [
  'label',
  'hint',
  'short',
  'example',
  'required_message',
  'constraint_message',
  'confirm_message',
] as const

type Place = (path: readonly PropertyKey[]) => number | undefined

/** From the checked YAML to the source; what zod cannot see (types, lists, depth) is checked on the way. */
class Reader {
  readonly #form: YamlForm
  readonly #place: Place
  readonly #language: string
  readonly #findings: Finding[] = []

  constructor(form: YamlForm, place: Place) {
    this.#form = form
    this.#place = place
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

  #choice(row: z.infer<typeof choiceSchema>, path: readonly PropertyKey[]): ChoiceSource {
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
    const row = this.#place(path)
    return row === undefined ? {} : { row }
  }
}

/** One sentence per thing that zod found: what, where, and what to do. */
function sentencesOf(issue: z.core.$ZodIssue, plain: unknown, place: Place): Finding[] {
  const path = issue.path
  const name = nameAt(plain, path)
  const what = path.length === 0 ? 'The form' : `"${path.filter((part) => typeof part === 'string').at(-1)}"`
  const of = name === undefined ? '' : ` of "${name}"`
  const at = { ...rowAt(place, path), ...(name !== undefined && { name }) }
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path)
    return issue.keys.map((key) =>
      wrong(
        'unknown_key',
        `"${key}"${of} is not a key that forms know.${didYouMean(key, known) || ` Known here: ${known.join(' ')}.`}`,
        {
          ...at,
          ...rowAt(place, [...path, key]),
          column: key,
        },
      ),
    )
  }
  const column = path.findLast((part) => typeof part === 'string')
  const placed = column === undefined ? at : { ...at, column }
  if (issue.code === 'invalid_value')
    return [wrong('wrong_value', `${what}${of} must be one of: ${issue.values.join(', ')}.`, placed)]
  if (issue.code === 'invalid_union')
    return [
      wrong(
        'wrong_shape',
        `${what}${of} must be a text, or texts by language such as {id: "…", en: "…"}, in quotes where they have a comma.`,
        placed,
      ),
    ]
  if (issue.code === 'invalid_type') {
    const found = valueAt(plain, path)
    const expected =
      issue.expected === 'array'
        ? 'a list (lines that begin with "-")'
        : issue.expected === 'string'
          ? 'a text'
          : 'a map (key: value)'
    if (found === undefined) return [wrong('missing', `${what}${of} is missing: it must be ${expected}.`, placed)]
    return [wrong('wrong_shape', `${what}${of} must be ${expected}.`, placed)]
  }
  return [wrong('wrong_shape', `${what}${of}: ${issue.message}.`, placed)]
}

function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return ['settings', 'survey', 'choices', 'entities']
  if (path[0] === 'choices') return choiceKeys
  if (path[0] === 'entities') return entityKeys
  return [...nodeKeys, 'list', 'or_other']
}

function valueAt(plain: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    plain,
  )
}

/** The name of the question or choice that a path lies in. */
function nameAt(plain: unknown, path: readonly PropertyKey[]): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const value = valueAt(plain, path.slice(0, length))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const { name } = value as { name?: unknown }
      if (typeof name === 'string') return name
    }
  }
  return undefined
}

function rowAt(place: Place, path: readonly PropertyKey[]): { row?: number } {
  for (let length = path.length; length > 0; length--) {
    const row = place(path.slice(0, length))
    if (row !== undefined) return { row }
  }
  return {}
}

/** The line of a key where the path ends in one, else of the node. */
function lineOf(doc: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  const last = path.at(-1)
  const parent: unknown = path.length > 1 ? doc.getIn(path.slice(0, -1), true) : doc.contents
  if (typeof last === 'string' && isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last)
    const offset = pair && isNode(pair.key) ? pair.key.range?.[0] : undefined
    return offset === undefined ? undefined : lines.linePos(offset).line
  }
  const node: unknown = doc.getIn(path, true)
  const offset = isNode(node) ? node.range?.[0] : undefined
  return offset === undefined ? undefined : lines.linePos(offset).line
}

function writeSettings(settings: FormSource['settings'], language: string): Record<string, unknown> {
  const { form_id, form_title, version, default_language, ...rest } = settings
  return { form_id, form_title: writeText(form_title, language), version, default_language, ...rest }
}

function writeNode(node: NodeSource, language: string): Record<string, unknown> {
  const { type: _kept, ...extra } = node.extra ?? {}
  return inOrder(nodeKeys, {
    ...node,
    ...writeTexts(node, textKeys, language),
    type: writeType(node),
    extra: Object.keys(extra).length > 0 ? extra : undefined,
    reason: node.reason ? 'true' : undefined,
    voice: node.voice ? 'true' : undefined,
    questions: node.questions?.map((child) => writeNode(child, language)),
  })
}

function writeTexts<T>(node: T, keys: readonly (keyof T)[], language: string): Partial<Record<keyof T, unknown>> {
  const written: Partial<Record<keyof T, unknown>> = {}
  for (const key of keys) if (node[key] !== undefined) written[key] = writeText(node[key] as Texts, language)
  return written
}

function writeText(value: Texts, language: string): string | Texts {
  const only = Object.keys(value)
  return only.length === 1 && only[0] === language ? value[language]! : value
}

function inOrder(keys: readonly string[], values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])))
}

/** `relevant:` with nothing behind it is no relevant. */
function withoutEmpty<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as T
}

function isYes(value: string | undefined): boolean {
  return value === 'true' || value === 'yes' || value === 'ya'
}

function wrong(code: string, message: string, at: Partial<Finding> = {}): Finding {
  return { level: 'error', code, message, ...at }
}
