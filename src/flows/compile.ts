import { messageOf } from '../lib/problem.ts'
import { componentsOf } from './components.ts'
import { contextFields, instanceProperties, lastReport } from './context-fields.ts'
import {
  dependencyOrder,
  type Expression,
  ExpressionProblem,
  parseExpression,
  parseTemplate,
  type Template,
} from './expressions/index.ts'
import type {
  Choice,
  Component,
  Finding,
  Form,
  FormEntity,
  FormNode,
  Group,
  LocalTemplate,
  Question,
  Repeat,
} from './form.ts'
import type { ChoiceSource, EntitySource, FormSource, NodeSource, Texts } from './form-source.ts'
import { plainText } from './plain-text.ts'
import { didYouMean } from './suggest.ts'
import { isFile, isSelect } from './type-names.ts'

/**
 * Turns a form as written into the form that runs. Everything that could go wrong in front of a village head is
 * looked for here: names, lists, expressions, references, circles. With an error there is no form; warnings come
 * with one.
 */
export function compileForm(source: FormSource): { form: Form; findings: Finding[] } | { findings: Finding[] } {
  const expanded = withOthers(source)
  const count = everyNode(expanded.survey).length
  if (count > mostNodes)
    return {
      findings: [
        {
          level: 'error',
          code: 'too_many_questions',
          message: `The form has ${count} rows; ${mostNodes} is the most that can be run. Split it into several forms.`,
          sheet: 'survey',
        },
      ],
    }
  return new Compiler(expanded, source).compile()
}

/** Who hangs on whom grows with the square: 3 000 rows in one chain take two seconds. The largest forms in use have 1 500. */
const mostNodes = 3_000

/** What XLSForm knows as parameters of each kind, and our own. */
const parametersOf: Readonly<Partial<Record<string, readonly string[]>>> = {
  range: ['start', 'end', 'step', 'tick_interval', 'placeholder', 'tick_labelset'],
  select_one: ['randomize', 'seed', 'value', 'label'],
  select_multiple: ['randomize', 'seed', 'value', 'label'],
  rank: ['randomize', 'seed', 'value', 'label'],
  image: ['max-pixels', 'app'],
  audio: ['quality'],
  text: ['rows'],
  date: ['want'],
  month: ['want'],
  dateTime: ['want'],
  geopoint: ['allow-mock-accuracy', 'capture-accuracy', 'warning-accuracy', 'incremental'],
  hidden: ['allow-mock-accuracy', 'capture-accuracy', 'warning-accuracy', 'incremental', 'quality'],
  audit: [
    'location-priority',
    'location-min-interval',
    'location-max-age',
    'track-changes',
    'track-changes-reasons',
    'identify-user',
  ],
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Column = keyof NodeSource & string

const namePattern = /^[\p{L}_][\p{L}\p{N}_.-]*$/u
export const yes: ReadonlySet<string> = new Set(['true', 'yes', 'ya', 'true()', '1'])
export const no: ReadonlySet<string> = new Set(['false', 'no', 'tidak', 'false()', '0', ''])
/** Kinds that nobody is asked. */
export const silentTypes: ReadonlySet<string> = new Set([
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'phonenumber',
  'audit',
])

class Compiler {
  readonly #source: FormSource
  readonly #asWritten: FormSource
  readonly #findings: Finding[] = []
  readonly #byName = new Map<string, FormNode>()
  readonly #shared = new Set<string>()
  readonly #components = new Map<string, Component>()
  readonly #questions: Question[] = []
  readonly #nodes: FormNode[] = []
  readonly #written = new Map<FormNode, NodeSource>()
  readonly #languages: readonly string[]
  /**
   * Names that a node's value or relevance needs by `${…}`; those with the ones in paths, which may be more than are
   * meant; and all names it reads, in texts too.
   */
  readonly #needs = new Map<FormNode, Set<string>>()
  readonly #changes = new Map<FormNode, Set<string>>()
  readonly #reads = new Map<FormNode, Set<string>>()
  readonly #hasDepth: boolean

  constructor(source: FormSource, asWritten: FormSource) {
    this.#source = source
    this.#asWritten = asWritten
    this.#languages = languagesOf(source)
    this.#hasDepth = everyNode(source.survey).some((node) => node.depth !== undefined || node.core_when !== undefined)
  }

  compile(): { form: Form; findings: Finding[] } | { findings: Finding[] } {
    const { survey, settings } = this.#source
    if (survey.length === 0) this.#error('empty', 'The form has no questions.', {})
    if (!namePattern.test(settings.form_id))
      this.#error('bad_form_id', `The form id "${settings.form_id}" must be one word of letters, digits, - and _.`, {
        sheet: 'settings',
        column: 'form_id',
      })
    const choices = this.#choices()
    for (const node of everyNode(this.#asWritten.survey)) this.#loop(node)
    this.#names(survey)
    const nodes = survey.map((node) => this.#node(node, [], undefined))
    this.#checkReferences()
    const calculations = this.#calculations()
    const entities = this.#source.entities.map((entity) => this.#entity(entity))
    const findings = inOrder(this.#findings)
    if (findings.some((finding) => finding.level === 'error')) return { findings }
    const topRepeats = this.#nodes.filter((node) => node.kind === 'repeat' && node.repeat === undefined) as Repeat[]
    const form: Form = {
      id: settings.form_id,
      version: settings.version,
      title: this.#template(settings.form_title, { sheet: 'settings', column: 'form_title' }),
      languages: this.#languages,
      defaultLanguage: settings.default_language,
      nodes,
      byName: this.#byName,
      questions: this.#questions,
      choices,
      dependants: this.#dependants(),
      calculations,
      mainRepeat: topRepeats.length === 1 ? topRepeats[0] : undefined,
      components: this.#components,
      entities,
      source: this.#asWritten,
    }
    return { form, findings }
  }

  #loop(written: NodeSource): void {
    const { loop } = written
    if (loop === undefined || Object.hasOwn(this.#source.choices, loop)) return
    this.#error(
      'no_such_list',
      `The loop "${written.name}" goes over the list "${loop}", which is not in the choices.${didYouMean(loop, Object.keys(this.#source.choices))}`,
      placeOf(written, 'type'),
    )
  }

  // names: valid, unique among siblings, and unique in the form where somebody refers to them

  #names(nodes: readonly NodeSource[]): void {
    const siblings = new Map<string, NodeSource>()
    for (const node of nodes) {
      const place = placeOf(node, 'name')
      if (!namePattern.test(node.name) || node.name === '__proto__')
        this.#error(
          'bad_name',
          `"${node.name}" cannot be a name: begin with a letter, then letters, digits and _, without blanks.`,
          place,
        )
      const before = siblings.get(node.name.toLowerCase())
      if (before)
        this.#error(
          'duplicate_name',
          `The name "${node.name}" is used twice${before.row === undefined ? '' : ` (also in row ${before.row})`}: give one of them another name.`,
          place,
        )
      siblings.set(node.name.toLowerCase(), node)
      if (node.questions) this.#names(node.questions)
    }
  }

  #remember(node: FormNode, written: NodeSource): void {
    const before = this.#byName.get(node.name)
    if (before?.kind === 'question' && node.kind === 'question') {
      this.#shared.add(node.name)
      // a loop's questions stand once for every choice
      if (this.#written.get(before)?.row !== written.row || written.row === undefined)
        this.#warn(
          'shared_name',
          `Two questions in different groups are called "${node.name}": neither can be used as \${${node.name}}.`,
          placeOf(written, 'name'),
        )
    }
    // a group may carry the name of a question inside it; the name then means the question
    if (!before || (before.kind !== 'question' && node.kind === 'question')) this.#byName.set(node.name, node)
    this.#nodes.push(node)
    this.#written.set(node, written)
  }

  // nodes

  #node(written: NodeSource, parents: readonly (Group | Repeat)[], depth: 'core' | 'full' | undefined): FormNode {
    const ownDepth = written.depth ?? depth ?? (this.#hasDepth && !silentTypes.has(written.type) ? 'full' : 'core')
    const base = {
      name: written.name,
      label: this.#text(written, 'label'),
      relevant: this.#condition(written, 'relevant'),
      depth: ownDepth,
      parents,
      repeat: parents.findLast((parent) => parent.kind === 'repeat'),
    }
    if (written.type === 'group' || written.type === 'repeat') {
      const children: FormNode[] = []
      const group: Mutable<Group> | Mutable<Repeat> =
        written.type === 'group'
          ? { kind: 'group', ...base, nodes: children }
          : {
              kind: 'repeat',
              ...base,
              nodes: children,
              over: this.#expression(written, 'over'),
              count: this.#expression(written, 'repeat_count'),
            }
      this.#remember(group, written)
      this.#groupColumns(written)
      const below = written.questions ?? []
      if (below.length === 0)
        this.#error('empty_group', `The ${written.type} "${written.name}" has no questions.`, placeOf(written, 'type'))
      for (const child of below) children.push(this.#node(child, [...parents, group], written.depth ?? depth))
      // a group is entered in a core round when something in it is asked there
      if (!written.depth && children.some((child) => child.depth === 'core')) group.depth = 'core'
      return group
    }
    return this.#question(written, base, written.type)
  }

  /** What only a question can have, in the row of a group. */
  #groupColumns(written: NodeSource): void {
    for (const column of ['save_to', 'constraint', 'required', 'calculation', 'choice_filter', 'default'] as const) {
      const value = written[column]
      if (value === undefined || (column === 'required' && no.has(value.trim().toLowerCase()))) continue
      this.#warn(
        'not_for_groups',
        `"${column}" of the ${written.type} "${written.name}" has no effect: it belongs to a question.`,
        placeOf(written, column),
      )
    }
  }

  #question(
    written: NodeSource,
    base: Pick<Question, 'name' | 'label' | 'relevant' | 'depth' | 'parents' | 'repeat'>,
    type: Question['type'],
  ): Question {
    if (written.questions) this.#error('wrong_questions', `"${written.name}" is no group.`, placeOf(written, 'type'))
    const isCalculation = type === 'calculate'
    if (isCalculation && written.calculation === undefined && written.default === undefined)
      this.#error(
        'no_calculation',
        `"${written.name}" is calculated, but says nothing about how: fill "calculation".`,
        placeOf(written, 'calculation'),
      )
    if (written.confirm !== undefined && written.confirm_message === undefined)
      this.#error(
        'no_confirm_message',
        `"${written.name}" has a soft check without a sentence: fill "confirm_message", such as "Betul?".`,
        placeOf(written, 'confirm_message'),
      )
    const question: Question = {
      kind: 'question',
      ...base,
      type,
      ref: written.ref,
      hint: this.#text(written, 'hint'),
      example: this.#text(written, 'example'),
      short: this.#text(written, 'short'),
      required: this.#condition(written, 'required'),
      requiredMessage: this.#text(written, 'required_message'),
      coreWhen: this.#expression(written, 'core_when'),
      constraint: this.#expression(written, 'constraint'),
      constraintMessage: this.#text(written, 'constraint_message'),
      calculation: this.#expression(written, 'calculation'),
      default: this.#default(written),
      readOnly: this.#condition(written, 'read_only'),
      list: written.list,
      choiceFilter: this.#expression(written, 'choice_filter'),
      appearances: (written.appearance ?? '').split(/\s+/).filter((word) => word !== ''),
      parameters: this.#parameters(written),
      triggers: this.#triggers(written),
      saveTo: written.save_to,
      confirm: this.#expression(written, 'confirm'),
      confirmMessage: this.#text(written, 'confirm_message'),
      reason: written.reason ?? false,
      previous: this.#expression(written, 'previous'),
      unitFamily: this.#expression(written, 'unit_family'),
      excludes: (written.excludes ?? '').split(/[\s,]+/).filter((word) => word !== ''),
      voice: written.voice ?? false,
      fromSeat: written.source === 'seat',
    }
    if (written.source !== undefined && written.source !== 'seat')
      this.#error(
        'wrong_source',
        `"${written.name}" is to be filled from "${written.source}"; only "seat" is known.`,
        placeOf(written, 'source'),
      )
    this.#list(question, written)
    this.#checkSaveTo(written)
    this.#remember(question, written)
    this.#questions.push(question)
    for (const component of componentsOf(question)) this.#components.set(component.name, component)
    return question
  }

  #list(question: Question, written: NodeSource): void {
    if (!isSelect(question.type)) return
    const { list } = question
    const lists = this.#source.choices
    const place = placeOf(written, 'type')
    if (list === undefined) {
      this.#error('no_list', `"${question.name}" does not say which list it offers.`, place)
      return
    }
    // the choices of a file, or of a repeat's items, are known only when the form runs
    if (isFile(list) || list.startsWith('${')) return
    if (!Object.hasOwn(lists, list)) {
      this.#error(
        'no_such_list',
        `"${question.name}" offers the list "${list}", which is not in the choices.${didYouMean(list, Object.keys(lists))}`,
        place,
      )
      return
    }
    const codes = (lists[list] ?? []).map((choice) => choice.name)
    for (const code of question.excludes)
      if (!codes.includes(code))
        this.#error(
          'no_such_choice',
          `"${question.name}" says that "${code}" excludes the others, but the list "${list}" has no such choice.${didYouMean(code, codes)}`,
          placeOf(written, 'excludes'),
        )
  }

  #default(written: NodeSource): Expression | undefined {
    const { default: value } = written
    if (value === undefined || value === '') return undefined
    if (isDynamic(value, written.type)) return this.#expression(written, 'default')
    return parseExpression(quoted(value))
  }

  #triggers(written: NodeSource): string[] {
    const names = Array.from((written.trigger ?? '').matchAll(/\$\{\s*([^}]*?)\s*\}/g), (match) => match[1]!)
    if (written.trigger !== undefined && names.length === 0)
      this.#error(
        'bad_trigger',
        `"${written.name}" is triggered by "${written.trigger}": write \${name} of a question.`,
        placeOf(written, 'trigger'),
      )
    return names
  }

  #parameters(written: NodeSource): Record<string, string> {
    const pairs = (written.parameters ?? '').split(/[;,]|\s+(?=[\w-]+\s*=)/).filter((pair) => pair.trim() !== '')
    return Object.fromEntries(
      pairs.flatMap((pair) => {
        const cut = pair.indexOf('=')
        if (cut > 0) {
          const [name, value] = [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()]
          this.#parameter(written, name, value)
          return [[name, value]]
        }
        this.#error(
          'bad_parameter',
          `The parameter "${pair.trim()}" of "${written.name}" is not written name=value.`,
          placeOf(written, 'parameters'),
        )
        return []
      }),
    )
  }

  /** A parameter that nobody knows would be left out silently, and a scale without numbers has no end. */
  #parameter(written: NodeSource, name: string, value: string): void {
    const known = parametersOf[written.type] ?? []
    if (!known.includes(name.toLowerCase()))
      this.#warn(
        'unknown_parameter',
        `The parameter "${name}" of "${written.name}" is not used.${didYouMean(name, known)}`,
        placeOf(written, 'parameters'),
      )
    if (written.type === 'range' && ['start', 'end', 'step'].includes(name) && !Number.isFinite(Number(value || 'x')))
      this.#error(
        'bad_parameter',
        `The parameter "${name}" of "${written.name}" must be a number, not "${value}".`,
        placeOf(written, 'parameters'),
      )
  }

  // choices

  #choices(): Map<string, readonly Choice[]> {
    const lists = new Map<string, readonly Choice[]>()
    const repeated = yes.has(String(this.#source.settings.allow_choice_duplicates ?? '').toLowerCase())
    for (const [list, written] of Object.entries(this.#source.choices)) {
      const seen = new Set<string>()
      for (const choice of written) {
        if (choice.name === '')
          this.#error('bad_name', `A choice of the list "${list}" has no name.`, choicePlace(choice, 'name'))
        else if (seen.has(choice.name) && !repeated)
          this.#error(
            'duplicate_choice',
            `The list "${list}" has the choice "${choice.name}" twice: give one of them another name.`,
            choicePlace(choice, 'name'),
          )
        seen.add(choice.name)
      }
      lists.set(
        list,
        written.map((choice) => ({
          code: choice.name,
          label: this.#template(choice.label ?? { [this.#languages[0]!]: choice.name }, choicePlace(choice, 'label')),
          synonyms: synonymsOf(choice),
          columns: choice.columns ?? {},
        })),
      )
    }
    this.#checkCodes()
    return lists
  }

  /** A select_multiple is kept as its codes with blanks between. */
  #checkCodes(): void {
    const multiple = new Set(
      everyNode(this.#source.survey).flatMap((node) =>
        node.list !== undefined && (node.type === 'select_multiple' || node.type === 'rank') ? [node.list] : [],
      ),
    )
    for (const list of multiple)
      for (const choice of (Object.hasOwn(this.#source.choices, list) && this.#source.choices[list]) || [])
        if (/\s/.test(choice.name))
          this.#error(
            'blank_in_choice',
            `The choice "${choice.name}" of the list "${list}" has a blank in its name, but several of that list can be chosen: write _ instead.`,
            choicePlace(choice, 'name'),
          )
  }

  // expressions and texts

  #condition(written: NodeSource, column: 'relevant' | 'required' | 'read_only'): Expression | undefined {
    const value = written[column]?.trim().toLowerCase()
    if (value === undefined || (column !== 'relevant' && no.has(value))) return undefined
    if (column !== 'relevant' && yes.has(value)) return parseExpression('true()')
    if (/^[a-z_][\w-]*$/.test(value) && !yes.has(value) && !no.has(value)) {
      this.#error(
        'bare_word',
        `"${column}" of "${written.name}" is the word "${written[column]!.trim()}", which says nothing: write yes or no, or an expression such as \${name} = 'x'.`,
        placeOf(written, column),
      )
      return undefined
    }
    return this.#expression(written, column)
  }

  #expression(written: NodeSource, column: Column): Expression | undefined {
    const text = written[column]
    if (typeof text !== 'string' || text.trim() === '') return undefined
    try {
      const expression = parseExpression(expressionOfWord(text))
      for (const warning of expression.warnings)
        this.#warn('expression', `"${column}" of "${written.name}": ${warning.message}`, placeOf(written, column))
      this.#parsed.push({ written, column, references: expression.references, expression })
      return expression
    } catch (error) {
      this.#refuse(error, `"${column}" of "${written.name}"`, placeOf(written, column))
      return undefined
    }
  }

  #text(written: NodeSource, column: Column): LocalTemplate | undefined {
    const value = written[column] as Texts | undefined
    if (value === undefined) return undefined
    const template = this.#template(value, placeOf(written, column))
    const references = [...template.byLanguage.values()].flatMap((one) => [...one.references])
    this.#parsed.push({ written, column, references })
    return template
  }

  #template(texts: Texts, place: Partial<Finding>): LocalTemplate {
    const byLanguage = new Map<string, Template>()
    for (const [language, text] of Object.entries(texts))
      try {
        byLanguage.set(language, parseTemplate(plainText(text)))
      } catch (error) {
        this.#refuse(error, `The text "${text.slice(0, 40)}"`, place)
      }
    const fallback =
      byLanguage.get(this.#source.settings.default_language) ?? byLanguage.values().next().value ?? parseTemplate('')
    return { byLanguage, in: (language) => byLanguage.get(language) ?? fallback }
  }

  readonly #parsed: {
    readonly written: NodeSource
    readonly column: Column
    readonly references: readonly string[]
    readonly expression?: Expression
  }[] = []

  #refuse(error: unknown, what: string, place: Partial<Finding>): void {
    if (!(error instanceof ExpressionProblem)) throw error
    this.#error(error.code, `${what}: ${messageOf(error)}.`, place)
  }

  // references: each ${name} must be something, and none may need itself

  #checkReferences(): void {
    const nodeOf = new Map([...this.#written].map(([node, written]) => [written, node]))
    const fields = new Set<string>(contextFields)
    const pulled = new Set(
      this.#parsed.flatMap(({ expression }) =>
        Array.from(expression?.source.matchAll(/\bpulldata\(\s*['"]([^'"]+)/g) ?? [], (match) => match[1]!),
      ),
    )
    for (const { written, column, references, expression } of this.#parsed) {
      const node = nodeOf.get(written)
      if (!node) continue
      const place = placeOf(written, column)
      for (const name of references) this.#checkReference(name, node, written, column, fields)
      for (const instance of expression?.instances ?? [])
        if (!this.#knownInstance(instance) && !pulled.has(instance))
          this.#warn(
            'unknown_instance',
            `"${column}" of "${written.name}" reads the list "${instance}", which neither the form nor the programme has.`,
            place,
          )
      if (column === 'choice_filter' && expression) this.#checkFilter(written, node, expression)
      const names = this.#nodeNames([...references, ...(expression ? namesInPaths(expression) : [])])
      const needed = this.#nodeNames(references)
      if (column === 'relevant' || column === 'calculation') {
        addAll(this.#needs, node, needed)
        addAll(this.#changes, node, names)
      }
      // last round's value and the seat do not change while somebody answers
      if (column !== 'previous') addAll(this.#reads, node, names)
    }
    for (const node of this.#nodes) {
      if (node.kind !== 'question') continue
      const written = this.#written.get(node)!
      for (const name of node.triggers) this.#checkReference(name, node, written, 'trigger', fields)
      if (written.trigger !== undefined) addAll(this.#reads, node, node.triggers)
      const fromRepeat = node.list?.startsWith('${') ? node.list.slice(2, -1).trim() : undefined
      if (fromRepeat !== undefined) {
        this.#checkReference(fromRepeat, node, written, 'type', fields)
        addAll(this.#reads, node, [fromRepeat])
      }
    }
    for (const [name, { question }] of this.#components)
      if (this.#byName.has(name))
        this.#error(
          'component_name',
          `"${name}" is a part of the answer to "${question.name}", so no other question can have that name.`,
          placeOf(this.#written.get(this.#byName.get(name)!)!, 'name'),
        )
    this.#checkCircles()
  }

  #checkReference(
    name: string,
    node: FormNode,
    written: NodeSource,
    column: Column,
    fields: ReadonlySet<string>,
  ): void {
    if (this.#shared.has(name)) {
      this.#error(
        'ambiguous_name',
        `"${column}" of "${written.name}" uses \${${name}}, but two questions have that name: rename one of them.`,
        placeOf(written, column),
      )
      return
    }
    if (this.#byName.has(name) || this.#components.has(name) || fields.has(name)) return
    if (this.#itemProperties(node).includes(name)) return
    const known = [...this.#byName.keys(), ...this.#components.keys(), ...fields, ...this.#itemProperties(node)]
    this.#error(
      'unknown_name',
      `"${column}" of "${written.name}" uses \${${name}}, which is no question of this form.${didYouMean(name, known)}`,
      placeOf(written, column),
    )
  }

  /** A filter over a column that the list has not never finds anything. */
  #checkFilter(written: NodeSource, node: FormNode, { source }: Expression): void {
    const list = node.kind === 'question' ? node.list : undefined
    if (list === undefined || !Object.hasOwn(this.#source.choices, list)) return
    const columns = this.#columnsOf(list)
    const [, left] = /^\s*([A-Za-z_][\w.-]*)\s*=\s*\$\{[^}]+\}\s*$/.exec(source) ?? []
    if (left === undefined || columns.includes(left)) return
    this.#error(
      'no_such_column',
      `"choice_filter" of "${written.name}" looks at the column "${left}", which the list "${list}" has not.${didYouMean(left, columns)}`,
      placeOf(written, 'choice_filter'),
    )
  }

  /** What `${…}` finds in the item that a repeat with `over` stands at. */
  #itemProperties(node: FormNode): readonly string[] {
    const around = node.kind === 'repeat' ? [...node.parents, node] : node.parents
    return around.flatMap((parent) =>
      parent.kind === 'repeat'
        ? (parent.over?.instances ?? []).flatMap(
            (instance) => instanceProperties[instance] ?? this.#columnsOf(instance),
          )
        : [],
    )
  }

  #columnsOf(instance: string): string[] {
    const choices = Object.hasOwn(this.#source.choices, instance) ? this.#source.choices[instance]! : []
    return ['name', 'label', ...new Set(choices.flatMap((choice) => Object.keys(choice.columns ?? {})))]
  }

  #knownInstance(id: string): boolean {
    const files = everyNode(this.#source.survey).flatMap((node) => {
      if (node.list !== undefined && isFile(node.list)) return [node.list.replace(/\.\w+$/, '')]
      return node.extra?.type !== undefined && /external/.test(node.extra.type) ? [node.name] : []
    })
    return (
      Object.hasOwn(this.#source.choices, id) ||
      Object.hasOwn(instanceProperties, id) ||
      id === lastReport ||
      files.includes(id) ||
      Object.hasOwn(this.#source.files ?? {}, id) ||
      this.#source.entities.some((entity) => entity.list_name === id)
    )
  }

  /** The nodes behind names: a component's question, and nothing for context fields. */
  #nodeNames(names: readonly string[]): string[] {
    return names.flatMap((name) => {
      const component = this.#components.get(name)
      if (component) return [component.question.name]
      return this.#byName.has(name) ? [name] : []
    })
  }

  #checkCircles(): void {
    const { cycle } = dependencyOrder(
      this.#nodes.map((node) => ({ name: node.name, references: [...this.#neededBy(node, this.#needs)] })),
    )
    if (!cycle) return
    const node = this.#byName.get(cycle[0]!)!
    const written = this.#written.get(node)!
    const column = written.calculation === undefined ? 'relevant' : 'calculation'
    this.#error(
      'circle',
      `The rules run in a circle: ${shortened(cycle).join(' → ')}. Take one of them out of "relevant" or "calculation".`,
      placeOf(written, column),
    )
  }

  /** What a node's value or relevance hangs on, its groups' relevance included. */
  #neededBy(node: FormNode, needs: ReadonlyMap<FormNode, ReadonlySet<string>>): Set<string> {
    const needed = new Set(needs.get(node))
    for (const parent of node.parents) for (const name of needs.get(parent) ?? []) needed.add(name)
    return needed
  }

  #calculations(): Question[] {
    const calculated = this.#questions.filter((question) => question.calculation !== undefined)
    const { order } = dependencyOrder(
      this.#questions.map(({ name }) => ({ name, references: [...(this.#needs.get(this.#byName.get(name)!) ?? [])] })),
    )
    const at = new Map((order ?? []).map((name, i) => [name, i]))
    return calculated.toSorted((a, b) => (at.get(a.name) ?? 0) - (at.get(b.name) ?? 0))
  }

  /** For each name, who reads it; through those whose value or relevance it changes also who reads them. */
  #dependants(): Map<string, readonly string[]> {
    const place = new Map(this.#nodes.map((node, i) => [node, i]))
    const readers = new Map<string, Set<FormNode>>()
    const changed = new Map<string, Set<FormNode>>()
    for (const node of this.#nodes) {
      const changing = this.#neededBy(node, this.#changes)
      for (const name of [...(this.#reads.get(node) ?? []), ...changing]) addAll(readers, name, [node])
      // another filter may leave an answer that is no longer offered; another number of items more or fewer of them
      if (node.kind === 'repeat' || (node.kind === 'question' && node.choiceFilter))
        for (const name of this.#reads.get(node) ?? []) changing.add(name)
      for (const name of changing) addAll(changed, name, [node])
    }
    // by number: a thousand questions that each read hundreds of others are a matter of counting, not of sets
    const names = [...new Set(this.#nodes.map((node) => node.name))]
    const number = new Map(names.map((name, i) => [name, i]))
    const places = (map: ReadonlyMap<string, ReadonlySet<FormNode>>) =>
      names.map((name) => Int32Array.from(map.get(name) ?? [], (node) => place.get(node)!))
    const read = places(readers)
    const change = places(changed)
    const nameOf = Int32Array.from(this.#nodes, (node) => number.get(node.name)!)
    const all = new Map<string, readonly string[]>()
    const found = new Int32Array(this.#nodes.length).fill(-1)
    const visited = new Int32Array(names.length).fill(-1)
    for (const [start, name] of names.entries()) {
      const open = [start]
      visited[start] = start
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        for (const reader of read[next]!) found[reader] = start
        for (const node of change[next]!) {
          const other = nameOf[node]!
          if (visited[other] === start) continue
          visited[other] = start
          open.push(other)
        }
      }
      const others = new Set<string>()
      for (let at = 0; at < found.length; at++) if (found[at] === start) others.add(this.#nodes[at]!.name)
      others.delete(name)
      if (others.size > 0) all.set(name, [...others])
    }
    return all
  }

  // entities

  #entity(written: EntitySource): FormEntity {
    const place = (column: keyof EntitySource): Partial<Finding> => ({
      sheet: 'entities',
      column,
      name: written.list_name,
      ...(written.row !== undefined && { row: written.row }),
    })
    const expression = (column: 'label' | 'entity_id' | 'create_if' | 'update_if'): Expression | undefined => {
      const text = written[column]
      if (text === undefined || text.trim() === '') return undefined
      try {
        const parsed = parseExpression(text)
        for (const name of parsed.references)
          if (!this.#byName.has(name) && !this.#components.has(name) && !this.#anyItemProperty(name))
            this.#error(
              'unknown_name',
              `"${column}" of the entity "${written.list_name}" uses \${${name}}, which is no question of this form.${didYouMean(name, this.#byName.keys())}`,
              place(column),
            )
        return parsed
      } catch (error) {
        this.#refuse(error, `"${column}" of the entity "${written.list_name}"`, place(column))
        return undefined
      }
    }
    const repeat = written.repeat === undefined ? undefined : this.#byName.get(written.repeat.replace(/^\$\{|\}$/g, ''))
    if (written.repeat !== undefined && repeat?.kind !== 'repeat')
      this.#error(
        'no_such_repeat',
        `The entity "${written.list_name}" hangs on "${written.repeat}", which is no repeat of this form.`,
        place('repeat'),
      )
    this.#checkEntity(written, place)
    return {
      list: written.list_name,
      repeat: repeat?.kind === 'repeat' ? repeat : undefined,
      label: expression('label'),
      entityId: expression('entity_id'),
      createIf: expression('create_if'),
      updateIf: expression('update_if'),
      saves: this.#questions.flatMap((question) => {
        if (question.saveTo === undefined) return []
        // `list#property` where a form has several entities
        const [list, property] = question.saveTo.includes('#') ? question.saveTo.split('#') : ['', question.saveTo]
        const belongs = list === '' ? question.repeat === (repeat ?? undefined) : list === written.list_name
        return belongs && property ? [{ question, property }] : []
      }),
    }
  }

  /** The rules of ODK's entities that can only be seen together. */
  #checkEntity(written: EntitySource, place: (column: keyof EntitySource) => Partial<Finding>): void {
    const { list_name: list, label, entity_id: id, create_if: create, update_if: update } = written
    if (!namePattern.test(list) || list.startsWith('__') || list.includes('.'))
      this.#error(
        'bad_name',
        `"${list}" cannot be the name of a list of entities: begin with a letter, then letters, digits and _.`,
        place('list_name'),
      )
    if (update !== undefined && id === undefined)
      this.#error(
        'no_entity_id',
        `The entity "${list}" is updated, but nothing says which one: fill "entity_id".`,
        place('entity_id'),
      )
    if (create !== undefined && id !== undefined && update === undefined)
      this.#error(
        'no_update_if',
        `The entity "${list}" has an "entity_id" and a "create_if": say in "update_if" when it is updated instead.`,
        place('update_if'),
      )
    if ((create !== undefined || id === undefined) && label === undefined)
      this.#error(
        'no_entity_label',
        `The entity "${list}" is created without a name: fill "label", such as \${nama}.`,
        place('label'),
      )
  }

  #checkSaveTo(written: NodeSource): void {
    const { save_to: target } = written
    if (target === undefined) return
    const [list, property] = target.includes('#') ? (target.split('#') as [string, string]) : [undefined, target]
    const place = placeOf(written, 'save_to')
    const lists = this.#source.entities.map((entity) => entity.list_name)
    if (lists.length === 0)
      this.#error(
        'no_entities',
        `"${written.name}" is saved to "${target}", but the form changes no list: add the sheet "entities".`,
        place,
      )
    else if (list !== undefined && !lists.includes(list))
      this.#error(
        'no_such_list',
        `"${written.name}" is saved to the list "${list}", which the sheet "entities" has not.${didYouMean(list, lists)}`,
        place,
      )
    if (/^(?:name|label)$/i.test(property) || property.startsWith('__') || !namePattern.test(property))
      this.#error(
        'bad_name',
        `"${written.name}" is saved to "${property}", which cannot be a property: name and label are taken, and it begins with a letter, then letters, digits and _.`,
        place,
      )
  }

  #anyItemProperty(name: string): boolean {
    return this.#nodes.some((node) => node.kind === 'repeat' && this.#itemProperties(node).includes(name))
  }

  #error(code: string, message: string, place: Partial<Finding>): void {
    this.#findings.push({ level: 'error', code, message, ...place })
  }

  #warn(code: string, message: string, place: Partial<Finding>): void {
    this.#findings.push({ level: 'warning', code, message, ...place })
  }
}

/** A long circle by its beginning and its end. */
function shortened(cycle: readonly string[]): readonly string[] {
  return cycle.length <= 8 ? cycle : [...cycle.slice(0, 5), '…', ...cycle.slice(-2)]
}

/** By sheet and row, as somebody repairs them. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const sheets = ['settings', 'survey', 'choices', 'entities']
  const sheetOf = (finding: Finding) => sheets.indexOf(finding.sheet ?? '')
  return findings.toSorted((a, b) => sheetOf(a) - sheetOf(b) || (a.row ?? 0) - (b.row ?? 0))
}

function placeOf(node: NodeSource, column: string): Partial<Finding> {
  return { sheet: node.sheet ?? 'survey', ...(node.row !== undefined && { row: node.row }), column, name: node.name }
}

function choicePlace(choice: ChoiceSource, column: string): Partial<Finding> {
  return {
    sheet: choice.sheet ?? 'choices',
    ...(choice.row !== undefined && { row: choice.row }),
    column,
    name: choice.name,
  }
}

export function everyNode(nodes: readonly NodeSource[]): NodeSource[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.questions ?? [])])
}

/** Every language of the form's texts, the default one first. */
export function languagesOf(source: FormSource): string[] {
  const found = new Set([source.settings.default_language])
  const add = (texts: Texts | undefined) => {
    for (const language of Object.keys(texts ?? {})) found.add(language)
  }
  add(source.settings.form_title)
  for (const node of everyNode(source.survey)) {
    for (const key of ['label', 'hint', 'short', 'example', 'constraint_message', 'confirm_message'] as const)
      add(node[key])
    add(node.required_message)
  }
  for (const choices of Object.values(source.choices)) for (const choice of choices) add(choice.label)
  return [...found]
}

const other: Texts = { id: 'Lainnya', en: 'Other' }
const whichOther: Texts = { id: 'Lainnya, yaitu apa?', en: 'Which other?' }

/** `begin_loop over LIST`, as XLSForm has it: the group's rows once for every choice, each in a group of the choice. */
function withLoops(source: FormSource): FormSource {
  if (!everyNode(source.survey).some((node) => node.loop !== undefined)) return source
  const expand = (nodes: readonly NodeSource[]): NodeSource[] =>
    nodes.map((node): NodeSource => {
      if (!node.questions) return node
      const { loop, ...rest } = node
      const questions = expand(node.questions)
      const choices = loop !== undefined && Object.hasOwn(source.choices, loop) ? source.choices[loop]! : []
      if (choices.length === 0) return { ...rest, questions }
      return { ...rest, questions: choices.map((choice) => turnOf(node, choice, questions, source)) }
    })
  return { ...source, survey: expand(source.survey) }
}

function turnOf(
  loop: NodeSource,
  choice: ChoiceSource,
  questions: readonly NodeSource[],
  source: FormSource,
): NodeSource {
  const { default_language: main } = source.settings
  const labels = choice.label ?? { [main]: choice.name }
  const labelIn = (language: string) => labels[language] ?? labels[main] ?? choice.name
  const filled = (texts: Texts): Texts =>
    Object.fromEntries(
      Object.entries(texts).map(([language, text]) => [
        language,
        text.replaceAll('%(name)s', choice.name).replaceAll('%(label)s', labelIn(language)),
      ]),
    )
  const fill = (node: NodeSource): NodeSource => ({
    ...node,
    ...Object.fromEntries(
      (
        ['label', 'hint', 'example', 'short', 'constraint_message', 'required_message', 'confirm_message'] as const
      ).flatMap((key) => (node[key] === undefined ? [] : [[key, filled(node[key])]])),
    ),
    ...(node.questions && { questions: node.questions.map(fill) }),
  })
  return {
    type: 'group',
    name: choice.name,
    label: labels,
    ...(loop.row !== undefined && { row: loop.row }),
    ...(loop.sheet !== undefined && { sheet: loop.sheet }),
    questions: questions.map(fill),
  }
}

/** `or_other`, as XLSForm has it: a choice `other`, and behind the question a text `NAME_other` that is asked for it. */
export function withOthers(written: FormSource): FormSource {
  const source = withLoops(written)
  const lists = new Set(
    everyNode(source.survey).flatMap((node) => (node.or_other && node.list !== undefined ? [node.list] : [])),
  )
  if (lists.size === 0) return source
  const language = source.settings.default_language
  // our own words in the languages of the form, and in no other
  const spoken = languagesOf(source)
  const inLanguages = (texts: Texts): Texts =>
    Object.fromEntries(spoken.map((code) => [code, texts[code] ?? texts[language] ?? texts.en ?? '']))
  const expand = (nodes: readonly NodeSource[]): NodeSource[] =>
    nodes.flatMap((node): NodeSource[] => {
      if (node.questions) return [{ ...node, questions: expand(node.questions) }]
      if (!node.or_other) return [node]
      const { row, sheet, depth, core_when } = node
      const text: NodeSource = {
        type: 'text',
        name: `${node.name}_other`,
        label: inLanguages(whichOther),
        relevant: `selected(../${node.name}, 'other')`,
        ...(row !== undefined && { row }),
        ...(sheet !== undefined && { sheet }),
        ...(depth !== undefined && { depth }),
        ...(core_when !== undefined && { core_when }),
      }
      return [node, text]
    })
  const choices = Object.entries(source.choices).map(([list, written]) => [
    list,
    !lists.has(list) || written.some((choice) => choice.name === 'other')
      ? written
      : [...written, { name: 'other', label: inLanguages(other) }],
  ])
  return { ...source, survey: expand(source.survey), choices: Object.fromEntries(choices) }
}

function synonymsOf(choice: ChoiceSource): string[] {
  const written = choice.synonyms ?? ''
  // with commas each synonym may be several words
  return written
    .split(written.includes(',') ? ',' : /\s+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** A cell that holds TRUE or no alone, as spreadsheets write it, is that and no path: as XLSForm's tools have it. */
export function expressionOfWord(text: string): string {
  if (/^\s*(?:yes|true)\s*$/i.test(text)) return 'true()'
  return /^\s*(?:no|false)\s*$/i.test(text) ? 'false()' : text
}

/** Whether a default is an expression, by the rule of XLSForm: it calls a function, names a question, or calculates. */
export function isDynamic(value: string, type: string): boolean {
  if (/\$\{[^}]+\}/.test(value)) return true
  if (/(^|[\s(,+*=-])[a-z][a-z0-9-]*(:[a-z-]+)?\(.*\)/s.test(value)) return true
  return (
    ['integer', 'decimal', 'money_idr', 'percent', 'range'].includes(type) && /\d\s*[+*]|\d\s+-\s|\bdiv\b/.test(value)
  )
}

/** An expression that is this text. XPath has no escape for quotes. */
function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`
  if (!text.includes('"')) return `"${text}"`
  return `concat(${text
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)})`
}

/** Questions that an expression reads by a path such as `../umur`; a bare `umur` is a column of a list's item. */
function namesInPaths({ source, pathNames }: Expression): readonly string[] {
  return /\.\.|(^|[^\w\])}.])\//.test(source) ? pathNames : []
}

function addAll<K>(map: Map<K, Set<string>>, key: K, names: Iterable<string>): void
function addAll<K, V>(map: Map<K, Set<V>>, key: K, values: Iterable<V>): void
function addAll<K, V>(map: Map<K, Set<V>>, key: K, values: Iterable<V>): void {
  const set = map.get(key) ?? new Set<V>()
  for (const value of values) set.add(value)
  map.set(key, set)
}
