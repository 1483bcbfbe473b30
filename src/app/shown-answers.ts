import { kindOf } from '../engine/kinds/index.ts'
import type { Form, Question } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'

/** Stored answers in words, for whoever reads a report: which question it was, about which item, and what was said. */
export interface ShownPath {
  /** The question's short name. */
  readonly question: string
  /** The item of a repeat it belongs to: an entity id, or `n1`, `n2` …; undefined outside of repeats. */
  readonly item: string | undefined
  /** False for what the form computes. */
  readonly asked: boolean
  /** False for the opening question and the recap, which belong to the conversation and not to the report. */
  readonly ofReport: boolean
  say(value: Json): string
}

/** A path that the form no longer has is shown as it is. `ownWord`: what a place calls a choice, where not as the form. */
export function showPath(
  form: Form,
  path: string,
  language: string,
  ownWord: (list: string, code: string) => string | undefined = () => undefined,
): ShownPath {
  const item = /\[([^\]]+)\]/.exec(path)?.[1]
  const node = form.byName.get(path.split('/').at(-1)!.replace(/\[.*$/, ''))
  if (node?.kind !== 'question') return { question: path, item, asked: true, ofReport: true, say: plain }
  return {
    question: nameOf(node, language),
    item,
    asked: kindOf(node.type).asked,
    ofReport: node.type !== 'acknowledge' && !node.appearances.includes('opening'),
    say: (value) => (value === null ? '' : (shown(form, node, value, language, ownWord) ?? plain(value))),
  }
}

function nameOf(node: Question, language: string): string {
  const text = node.short?.in(language).source ?? node.label?.in(language).source ?? node.name
  // holes of a question's text have no value outside its conversation
  return text.replace(/\$\{[^}]*\}/g, '…')
}

function shown(
  form: Form,
  node: Question,
  value: Json,
  language: string,
  ownWord: (list: string, code: string) => string | undefined,
): string | undefined {
  const choices = node.list === undefined ? [] : (form.choices.get(node.list) ?? [])
  const label = (code: string) =>
    ownWord(node.list ?? '', code) ?? choices.find((choice) => choice.code === code)?.label.in(language).source ?? code
  try {
    return kindOf(node.type).show(value, { language, label }) || undefined
  } catch {
    // a value of an older shape, before its question changed kind
    return undefined
  }
}

const plain = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
