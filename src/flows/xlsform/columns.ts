import type { ChatFields, EntitySource } from '../form-source.ts'

/**
 * The columns of an XLSForm: every spelling that pyxform and its predecessors accept, and the one we write. Chat
 * fields are `bind::kentongan:*`, which other tools carry along in the form's model without using them.
 */

/** What a column of the survey is. `language`: as written behind `::`. */
export type SurveyColumn =
  | { readonly kind: 'field'; readonly field: PlainField }
  | { readonly kind: 'text'; readonly field: TextField; readonly language?: string }
  | { readonly kind: 'media'; readonly medium: string; readonly language?: string }
  | { readonly kind: 'chat'; readonly field: ChatField; readonly language?: string }
  /** `bind::kentongan:as`: our own kind, where the type column holds ODK's nearest. */
  | { readonly kind: 'as' }
  /** What a compound kind keeps from its group: `bind::kentongan:of-constraint`. */
  | { readonly kind: 'of'; readonly column: SurveyColumn }
  | { readonly kind: 'extra'; readonly header: string }

export type TextField = (typeof textFields)[number]
export type PlainField = (typeof plainFields)[number]
export type ChatField = keyof ChatFields

export const textFields = ['label', 'hint', 'constraint_message', 'required_message'] as const
export const plainFields = [
  'type',
  'name',
  'relevant',
  'required',
  'constraint',
  'calculation',
  'default',
  'read_only',
  'trigger',
  'choice_filter',
  'repeat_count',
  'appearance',
  'parameters',
  'save_to',
  'disabled',
] as const
export const chatTexts = ['short', 'example', 'confirm_message'] as const satisfies readonly ChatField[]
export const chatFields = [
  'ref',
  'short',
  'example',
  'depth',
  'core_when',
  'confirm',
  'confirm_message',
  'reason',
  'previous',
  'over',
  'unit_family',
  'excludes',
  'voice',
  'source',
] as const satisfies readonly ChatField[]
const media = ['image', 'audio', 'video', 'big-image'] as const

export const chatPrefix = 'bind::kentongan:'

const fieldAliases: Readonly<Record<string, PlainField | TextField>> = {
  command: 'type',
  value: 'name',
  tag: 'name',
  caption: 'label',
  relevance: 'relevant',
  'bind::relevant': 'relevant',
  'bind::required': 'required',
  'bind::constraint': 'constraint',
  constraining_message: 'constraint_message',
  constraintmsg: 'constraint_message',
  'bind::jr:constraintmsg': 'constraint_message',
  requiredmsg: 'required_message',
  'bind::jr:requiredmsg': 'required_message',
  calculate: 'calculation',
  'bind::calculate': 'calculation',
  readonly: 'read_only',
  'bind::readonly': 'read_only',
  count: 'repeat_count',
  'jr:count': 'repeat_count',
  'control::jr:count': 'repeat_count',
  'body::jr:count': 'repeat_count',
  'control::appearance': 'appearance',
  'body::appearance': 'appearance',
  'bind::entities:saveto': 'save_to',
  saveto: 'save_to',
}

/** What a header of the survey sheet means. Letter case and `_` or blanks between words do not count. */
export function surveyColumn(header: string): SurveyColumn {
  const { key, language } = splitHeader(header)
  const chat = /^(?:bind::|body::|control::)?kentongan:+(.+)$/.exec(key)?.[1]
  if (chat !== undefined) return chatColumn(chat, language) ?? { kind: 'extra', header }
  const medium = media.find((one) => key === one || key === `media::${one}`)
  if (medium) return { kind: 'media', medium, ...(language !== undefined && { language }) }
  const field = Object.hasOwn(fieldAliases, key) ? fieldAliases[key]! : key
  if (isOneOf(textFields, field)) return { kind: 'text', field, ...(language !== undefined && { language }) }
  if (isOneOf(plainFields, field) && language === undefined) return { kind: 'field', field }
  return { kind: 'extra', header }
}

/** `short`, `short-en`, `short::English (en)`. */
function chatColumn(key: string, language: string | undefined): SurveyColumn | undefined {
  if (key === 'as') return { kind: 'as' }
  if (key.startsWith('of-')) {
    const column = surveyColumn(key.slice(3) + (language === undefined ? '' : `::${language}`))
    if (column.kind !== 'extra') return { kind: 'of', column }
    const [, of, code] = /^of-(\w+)-(.+)$/.exec(key) ?? []
    return of === undefined ? undefined : { kind: 'of', column: surveyColumn(`${of}::${code}`) }
  }
  const [, field = key, code] = /^([a-z_]+)-(.+)$/.exec(key) ?? []
  if (!isOneOf(chatFields, field)) return undefined
  const spoken = code ?? language
  return { kind: 'chat', field, ...(spoken !== undefined && { language: spoken }) }
}

/** The column of a choices sheet. */
export type ChoiceColumn =
  | { readonly kind: 'field'; readonly field: 'list_name' | 'name' | 'synonyms' }
  | { readonly kind: 'text'; readonly language?: string }
  | { readonly kind: 'media'; readonly medium: string; readonly language?: string }
  | { readonly kind: 'column'; readonly header: string }

export function choiceColumn(header: string): ChoiceColumn {
  const { key, language } = splitHeader(header)
  const spoken = language === undefined ? {} : { language }
  if (key === 'list_name' || key === 'listname' || key === 'list') return { kind: 'field', field: 'list_name' }
  if (key === 'name' || key === 'value') return { kind: 'field', field: 'name' }
  if (/^(?:(?:bind::)?kentongan:+)?synonyms$/.test(key)) return { kind: 'field', field: 'synonyms' }
  if (key === 'label' || key === 'caption') return { kind: 'text', ...spoken }
  const medium = media.find((one) => key === one || key === `media::${one}`)
  if (medium) return { kind: 'media', medium, ...spoken }
  return { kind: 'column', header }
}

export const settingAliases: Readonly<Record<string, string>> = {
  set_form_title: 'form_title',
  title: 'form_title',
  set_form_id: 'form_id',
  id_string: 'form_id',
  set_form_version: 'version',
}

/** Where a form's id is kept as it was written, when it cannot be one here. */
export const writtenId = 'written_form_id'

/** Settings of XLSForm that are kept as they are, and ours. */
export const knownSettings: readonly string[] = [
  'public_key',
  'submission_url',
  'instance_name',
  'instance_xmlns',
  'style',
  'allow_choice_duplicates',
  'auto_send',
  'auto_delete',
  'namespaces',
  'omit_instanceid',
  'clean_text_values',
  'client_editable',
  'name',
  'prefix',
  'delimiter',
  'sms_keyword',
  'sms_separator',
  'sms_allow_media',
  'sms_date_format',
  'sms_datetime_format',
  'sms_response',
  'recap',
  'level',
]

export const entityColumns = [
  'list_name',
  'label',
  'entity_id',
  'create_if',
  'update_if',
  'repeat',
] as const satisfies readonly (keyof EntitySource)[]
export const entityAliases: Readonly<Record<string, (typeof entityColumns)[number]>> = { dataset: 'list_name' }

/** `Constraint Message` → `constraint_message`; `label :: English (en)` → key and language. */
function splitHeader(header: string): { key: string; language?: string } {
  const parts = header.split(/\s*::\s*/)
  // one colon was enough in old forms; a prefix such as jr: or kentongan: is none
  if (parts.length === 1) {
    const old = /^([A-Za-z_ ]+?)\s*:\s*([^:]+)$/.exec(header)
    if (old && !/^(jr|odk|kentongan|entities|oc|esri)$/i.test(old[1]!)) parts.splice(0, 1, old[1]!, old[2]!)
  }
  const known = new Set(['bind', 'body', 'control', 'media', 'instance', 'kentongan'])
  const prefix: string[] = []
  while (parts.length > 1 && known.has(parts[0]!.toLowerCase())) prefix.push(parts.shift()!.toLowerCase())
  const [name = '', ...rest] = parts
  const key = [...prefix, keyOf(name)].join('::')
  return rest.length === 0 ? { key } : { key, language: rest.join('::').trim() }
}

export function keyOf(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '_')
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value)
}

export function isChatText(field: ChatField): field is (typeof chatTexts)[number] {
  return isOneOf(chatTexts, field)
}

// languages: written out in headers, kept as codes in the form

const names: Readonly<Record<string, string>> = { id: 'Bahasa Indonesia (id)', en: 'English (en)' }

/** `English (en)` → `en`; a name without a code stands for itself. */
export function languageCode(name: string): string {
  return /\(([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\)\s*$/.exec(name)?.[1] ?? name.trim()
}

/** How a language is written in a header; `kept` are names that a form came with. */
export function languageName(code: string, kept: Readonly<Record<string, string>> = {}): string {
  if (Object.hasOwn(kept, code)) return kept[code]!
  return Object.hasOwn(names, code) ? names[code]! : code
}

/** A language as part of a column's name, which must be a piece of XML. */
export function languageSlug(code: string): string {
  return code.replace(/[^\p{L}\p{N}.-]+/gu, '_')
}
