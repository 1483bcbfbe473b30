import { expandForm } from './expand.ts'
import { tokenize } from './expressions/tokens.ts'
import type { EntitySource, FormSource, NodeSource, Texts } from './form-source.ts'
import { contextGroup, countOver, itemStandIns, standIns } from './stand-ins.ts'
import { languagesOf } from './walk-source.ts'
import { odkKinds, yesNoChoices, yesNoList } from './xlsform/kinds.ts'

/**
 * A form as ODK's tools can run it: only their kinds, chat fields left out, stand-ins for what only a conversation
 * knows. One way; the XLSForm that we write keeps our own kinds in columns of its own instead.
 */
export interface OdkForm {
  readonly source: FormSource
  /** A compound answer's own name means its first part: `hadir` → `hadir_total`. */
  readonly aliases: ReadonlyMap<string, string>
}

export function odkForm(written: FormSource): OdkForm {
  const source = expandForm(written)
  const aliases = new Map<string, string>()
  const { settings } = source
  const languages = languagesOf(source)
  const speak = (texts: Texts): Texts => ({
    [settings.default_language]: texts[settings.default_language] ?? texts.en ?? '',
    ...Object.fromEntries(Object.entries(texts).filter(([language]) => languages.includes(language))),
  })

  const nodeOf = (node: NodeSource): NodeSource => {
    if (node.type === 'group' || node.type === 'repeat') {
      const { over, repeat_count, ...rest } = odkFields(node)
      const own = node.over === undefined ? [] : itemStandIns(node, source)
      const count = node.over === undefined ? repeat_count : countOver(node)
      return {
        ...rest,
        ...(count !== undefined && { repeat_count: count }),
        questions: [
          ...own.map(({ name, calculation }): NodeSource => ({ type: 'calculate', name, calculation })),
          ...(node.questions ?? []).map(nodeOf),
        ],
      }
    }
    const kind = odkKinds[node.type]
    if (!kind) return odkFields(node)
    if (kind.parts) {
      aliases.set(node.name, `${node.name}_${kind.parts[0]!.part}`)
      return compound(node, kind.parts, speak)
    }
    const [type, list] = kind.type.split(' ')
    const words = [...(node.appearance ?? '').split(/\s+/), kind.appearance ?? ''].filter((word) => word !== '')
    return withRule(
      {
        ...odkFields(node),
        type: type as NodeSource['type'],
        ...(list !== undefined && { list }),
        ...(words.length > 0 && { appearance: [...new Set(words)].join(' ') }),
        ...(node.type === 'month' && /^\d{4}-\d\d$/.test(node.default ?? '') && { default: `${node.default}-01` }),
      },
      node.type === 'percent' ? { rule: '. >= 0 and . <= 100', message: speak(percentMessage) } : undefined,
    )
  }

  const survey = source.survey.map(nodeOf)
  const { lists, fields } = standIns(source)
  const context: NodeSource = {
    type: 'group',
    name: contextGroup,
    questions: [
      ...lists.map((name): NodeSource => ({ type: 'hidden', name, extra: { type: 'csv-external' } })),
      ...fields.map((name): NodeSource => ({ type: 'hidden', name })),
    ],
  }
  const usesYesNo = JSON.stringify(survey).includes(`"${yesNoList}"`)
  return {
    source: {
      settings,
      survey: context.questions!.length > 0 ? [context, ...survey] : survey,
      choices: usesYesNo
        ? { ...source.choices, [yesNoList]: yesNoChoices.map(({ name, label }) => ({ name, label: speak(label) })) }
        : source.choices,
      entities: source.entities satisfies readonly EntitySource[],
    },
    aliases,
  }
}

const percentMessage: Texts = { id: 'Persennya dari 0 sampai 100.', en: 'The percentage is from 0 to 100.' }
const sumMessage: Texts = {
  id: 'Jumlahnya belum sama dengan laki-laki ditambah perempuan.',
  en: 'The total must be men and women together.',
}

/** What ODK knows of a question; the rest is the chat's. */
function odkFields(node: NodeSource): NodeSource {
  const {
    ref: _ref,
    short: _short,
    example: _example,
    depth: _depth,
    core_when: _coreWhen,
    confirm: _confirm,
    confirm_message: _confirmMessage,
    reason: _reason,
    previous: _previous,
    unit_family: _unitFamily,
    excludes: _excludes,
    voice: _voice,
    source: _source,
    sheet: _sheet,
    row: _row,
    ...rest
  } = node
  return rest
}

type Parts = NonNullable<(typeof odkKinds)[keyof typeof odkKinds]>['parts']

/**
 * A group of the parts. What is said of the whole answer is said of the first part; a rule that compares the parts, of
 * the last, since clients judge a part as soon as it is filled in.
 */
function compound(node: NodeSource, parts: NonNullable<Parts>, speak: (texts: Texts) => Texts): NodeSource {
  const { constraint, constraint_message, required, required_message, read_only, save_to, ...group } = odkFields(node)
  const { default: value = '', calculation, trigger, parameters: _parameters, ...rest } = group
  const first = `../${node.name}_${parts[0]!.part}`
  const compares = constraint !== undefined && parts.some(({ part }) => constraint.includes(`{${node.name}_${part}}`))
  const defaults = defaultsOf(node.type, value.trim())
  const questions = parts.map(({ part, type, label }, i): NodeSource => {
    const isFirst = i === 0
    const isLast = i === parts.length - 1
    const plain: NodeSource = {
      type: type as NodeSource['type'],
      name: `${node.name}_${part}`,
      label: speak(label),
      ...(required !== undefined && { required: oneDeeper(required, first) }),
      ...(required_message && { required_message }),
      ...(read_only !== undefined && { read_only: oneDeeper(read_only, first) }),
      ...(isFirst && save_to !== undefined && { save_to }),
      ...(isFirst && calculation !== undefined && { calculation: oneDeeper(calculation, first) }),
      ...(isFirst && trigger !== undefined && { trigger }),
      ...(defaults?.[i] !== undefined && { default: defaults[i] }),
    }
    const ruled =
      constraint !== undefined && (compares ? isLast : isFirst)
        ? {
            ...plain,
            constraint: oneDeeper(constraint, isFirst ? '.' : first),
            ...(constraint_message && { constraint_message }),
          }
        : plain
    const rule = `${first} = ../${node.name}_l + .`
    return withRule(ruled, isLast && node.type === 'count_by_sex' ? { rule, message: speak(sumMessage) } : undefined)
  })
  return { ...rest, type: 'group', questions }
}

/** `0` is nobody at all; `3 kg` is a quantity. Everything else cannot be told apart here. */
function defaultsOf(type: NodeSource['type'], value: string): readonly string[] | undefined {
  if (type === 'count_by_sex' && value === '0') return ['0', '0', '0']
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s+([^\s$(].*)$/.exec(value) ?? []
  return type === 'quantity_unit' && amount !== undefined ? [amount, unit!] : undefined
}

/** What our readers see to before any rule of the form is asked. */
function withRule(node: NodeSource, built: { readonly rule: string; readonly message: Texts } | undefined): NodeSource {
  if (!built) return node
  const { constraint, constraint_message: message = built.message } = node
  return {
    ...node,
    constraint: constraint === undefined ? built.rule : `(${constraint}) and ${built.rule}`,
    constraint_message: message,
  }
}

/** An expression of a compound question, moved to one of its parts: one step further down. */
function oneDeeper(expression: string, self: string): string {
  let moved = ''
  let at = 0
  let predicates = 0
  const tokens = tokenize(expression)
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'sign') continue
    if (token.text === '[') predicates += 1
    else if (token.text === ']') predicates -= 1
    else if (token.text === '.' || token.text === '..') {
      const isFirstStep = tokens[i - 1]?.text !== '/' || tokens[i - 1]?.kind !== 'operator'
      const fromCurrent = tokens
        .slice(Math.max(0, i - 4), i)
        .map(({ text }) => text)
        .join('')
        .endsWith('current()/')
      if (!(isFirstStep && predicates === 0) && !fromCurrent) continue
      moved += expression.slice(at, token.at) + (token.text === '.' ? self : '../..')
      at = token.at + token.text.length
    }
  }
  return moved + expression.slice(at)
}
