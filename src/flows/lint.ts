import { type Capabilities, capabilities, pressable } from '../messages/capabilities.ts'
import type { ChannelName } from '../messages/inbound.ts'
import { yes } from './cells.ts'
import { commandWords } from './command-words.ts'
import { choicePlace, type FindingPlace, placeOf } from './findings.ts'
import type { Finding } from './form.ts'
import type { ChoiceSource, FormSource, NodeSource, Texts } from './form-source.ts'
import { isFile, silentTypes } from './type-names.ts'
import { everyNode, languagesOf } from './walk-source.ts'
import { isExternalList } from './xform/kinds.ts'

/**
 * What makes a form hard to answer in a chat although it runs: warnings only. Limits are those of the channels, so a
 * form that is quiet here shows whole on each of them.
 */
export function lintForm(source: FormSource): Finding[] {
  const nodes = everyNode(source.survey)
  return [
    ...nodes.flatMap((node) => lintNode(node, source)),
    ...Object.entries(source.choices).flatMap(([list, choices]) => lintList(list, choices, nodes)),
    ...lintLanguages(source),
  ]
}

/** Characters of a question before it no longer fits a small screen together with its choices. */
const longestQuestion = 300
/** Characters of two lines on a small phone. */
const longestSentence = 90
/** Several may be chosen: more options than this are no longer read. */
const mostOptions = 30
/** Kinds whose answer is typed: an example says more than a rule. */
const wantExample: ReadonlySet<string> = new Set([
  'text',
  'integer',
  'decimal',
  'date',
  'time',
  'dateTime',
  'month',
  'money_idr',
  'percent',
  'count_by_sex',
  'quantity_unit',
  'phone',
  'person',
  'region',
])

const smallestText = smallest((channel) => channel.maxText)
/** How long a choice may be, by channel: on a button where a few fit, else on the row of a list. */
function labelLimits(count: number): readonly { readonly channel: ChannelName; readonly limit: number }[] {
  return (Object.entries(capabilities) as [ChannelName, Capabilities][]).flatMap(([channel, capability]) => {
    const { buttons } = capability
    const limit = buttons && count <= buttons.max ? buttons.maxLabel : pressable(capability)?.maxLabel
    // the simulator shows what Telegram shows
    return limit === undefined || channel === 'simulator' ? [] : [{ channel, limit }]
  })
}
const smallestButtons = smallest((channel) => pressable(channel)?.max)

function lintNode(node: NodeSource, source: FormSource): Finding[] {
  const found: Finding[] = []
  const warn = (code: string, column: string, message: string) => {
    found.push({ level: 'warning', code, message, ...placeOf(node, column) })
  }
  const isAsked =
    !silentTypes.has(node.type) && node.type !== 'group' && node.type !== 'repeat' && node.calculation === undefined
  if (node.extra?.type !== undefined && node.type === 'hidden' && !isExternalList(node))
    warn('not_for_chat', 'type', `"${node.name}" (${node.extra.type}) cannot be asked in a chat and is left out there.`)
  found.push(...lintMedia(node, (medium) => placeOf(node, medium)), ...lintAppearance(node))
  if (node.calculation !== undefined && !silentTypes.has(node.type) && !isEmpty(node.label))
    warn(
      'calculated',
      'calculation',
      `"${node.name}" is calculated, so nobody is asked it; make it a note to say its value.`,
    )
  for (const column of ['label', 'hint', 'constraint_message', 'required_message', 'confirm_message'] as const)
    found.push(...lintSentences(node, column))
  if (!isAsked) return found

  if (isEmpty(node.label) && isEmpty(node.hint))
    warn('no_label', 'label', `"${node.name}" has no text to ask: fill "label".`)
  for (const [language, text] of Object.entries(node.label ?? {})) {
    const shown = withoutHoles(text).length
    if (shown > longestQuestion && node.type !== 'note' && node.type !== 'acknowledge')
      warn(
        'long_question',
        'label',
        `The question "${node.name}" (${language}) has ${shown} characters: two short sentences are enough, the rest can be a hint.`,
      )
    const whole = shown + (node.hint?.[language]?.length ?? 0) + (node.example?.[language]?.length ?? 0)
    if (whole > smallestText.limit)
      warn(
        'too_long_for_channel',
        'label',
        `"${node.name}" (${language}) has ${whole} characters; a message of ${smallestText.channel} holds ${smallestText.limit}.`,
      )
  }
  if (wantExample.has(node.type) && isEmpty(node.example) && !speaksOfExample(node))
    warn(
      'no_example',
      'example',
      `"${node.name}" shows no example answer: fill "example"${node.type === 'date' ? ', such as "12 Juli 2024"' : ''}.`,
    )
  if (node.type === 'text' && isAlways(node.required) && (node.depth === 'core' || node.core_when !== undefined))
    warn(
      'required_text_in_core',
      'required',
      `"${node.name}" is free text that a core round asks and does not let anybody skip: take "required" out, or make it depth full.`,
    )
  found.push(...lintOptions(node, source))
  return found
}

/** Where one sentence fills more than two lines of a small phone; consent and notes of several sentences are fine. */
function lintSentences(
  node: NodeSource,
  column: 'label' | 'hint' | 'constraint_message' | 'required_message' | 'confirm_message',
): Finding[] {
  const long = Object.entries(node[column] ?? {}).flatMap(([language, text]) => {
    const most = Math.max(...sentencesOf(text).map((sentence) => sentence.length))
    return most > longestSentence ? [`${most} (${language})`] : []
  })
  if (long.length === 0) return []
  const message = `A sentence in "${column}" of "${node.name}" has ${long.join(', ')} characters, more than two lines of a small phone (${longestSentence}): cut it in two.`
  return [{ level: 'warning', code: 'long_sentence', message, ...placeOf(node, column) }]
}

function sentencesOf(text: string): string[] {
  const filled = text.replace(/\$\{[^}]*\}/g, 'xxxxxxxxxx').replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g, '$1')
  return filled.split(/(?<=[.?!:;])\s+|\n/).map((sentence) => sentence.trim())
}

/** Pictures, sounds and films of a form stand in no message. */
function lintMedia(row: NodeSource | ChoiceSource, placeIn: (medium: string) => FindingPlace): Finding[] {
  return Object.entries(row.media ?? {}).map(([medium, files]) => ({
    level: 'warning',
    code: 'not_for_chat',
    message: `The ${medium} "${Object.values(files)[0]}" of "${row.name}" is not shown in a chat: say in words what it shows.`,
    ...placeIn(medium),
  }))
}

/** What another app does on ODK's phone, and what is done in its place here. */
const substitutes: readonly (readonly [RegExp, string])[] = [
  [/^(?:ex|intent):/, 'another app; here the answer is typed or sent'],
  [/^printer:/, 'a printer; here the answer is typed'],
  [/^(?:draw|annotate|signature)$/, 'drawing on the screen; here a photo of it is sent'],
  [/^image-map$/, 'touching a picture; here the parts are listed'],
  [/^bearing$/, 'the compass; here the number is typed'],
  [
    /^(?:ethiopian|coptic|islamic|bikram-sambat|myanmar|persian|buddhist)$/,
    'another calendar; here dates are the civil ones',
  ],
]

function lintAppearance(node: NodeSource): Finding[] {
  return (node.appearance ?? '').split(/\s+/).flatMap((word) => {
    const [, what] = substitutes.find(([pattern]) => pattern.test(word)) ?? []
    if (what === undefined) return []
    const message = `"${node.name}" wants ${what}.`
    return [{ level: 'warning' as const, code: 'substitute', message, ...placeOf(node, 'appearance') }]
  })
}

function lintOptions(node: NodeSource, source: FormSource): Finding[] {
  const { list } = node
  if (list === undefined || isFile(list) || node.choice_filter !== undefined) return []
  const count = (Object.hasOwn(source.choices, list) ? source.choices[list]! : []).length
  const most = node.type === 'select_one' ? smallestButtons.limit : mostOptions
  if (count <= most) return []
  const remedy = 'shorten the list, or split it by an earlier question with choice_filter.'
  const message =
    node.type === 'select_one'
      ? `"${node.name}" offers ${count} choices; ${smallestButtons.channel} shows up to ${most} to press, beyond that a numbered list: ${remedy}`
      : `"${node.name}" offers ${count} choices, which nobody reads to the end on a telephone: ${remedy}`
  return [{ level: 'warning', code: 'many_choices', message, ...placeOf(node, 'type') }]
}

function lintList(list: string, choices: readonly ChoiceSource[], nodes: readonly NodeSource[]): Finding[] {
  const users = nodes.filter((node) => node.list === list)
  // the opening question is answered with command words on purpose
  const isOpening = users.length > 0 && users.every((node) => node.appearance?.includes('opening'))
  const isButtons = users.some((node) => node.type === 'select_one') && choices.length <= smallestButtons.limit
  return choices.flatMap((choice) => {
    const found: Finding[] = []
    const warn = (code: string, column: string, message: string) => {
      found.push({ level: 'warning', code, message, ...choicePlace(choice, column) })
    }
    if (users.length > 0 && isEmpty(choice.label))
      warn('no_label', 'label', `The choice "${choice.name}" has no label; its code is shown: fill "label".`)
    found.push(...lintMedia(choice, (medium) => choicePlace(choice, medium)))
    for (const label of new Set(Object.values(choice.label ?? {}))) {
      const cut = isButtons ? labelLimits(choices.length).filter(({ limit }) => label.length > limit) : []
      if (cut.length > 0)
        warn(
          'long_choice',
          'label',
          `The choice "${label}" has ${label.length} characters; a button shows ${cut.map(({ channel, limit }) => `${limit} on ${channel}`).join(', ')}: shorten it.`,
        )
      if (!isOpening && commandWords.has(normal(label)))
        warn(
          'command_word',
          'label',
          `The choice "${label}" is a word that commands the conversation: name it otherwise.`,
        )
    }
    for (const synonym of (choice.synonyms ?? '').split(','))
      if (!isOpening && commandWords.has(normal(synonym)))
        warn(
          'command_word',
          'synonyms',
          `"${synonym.trim()}" commands the conversation and cannot stand for the choice "${choice.name}".`,
        )
    return found
  })
}

/** A language that some texts have and others lack: one finding a language, with the first row that lacks it. */
function lintLanguages(source: FormSource): Finding[] {
  const languages = languagesOf(source)
  if (languages.length < 2) return []
  const rows: readonly { readonly texts: Texts; readonly place: FindingPlace }[] = [
    ...everyNode(source.survey).flatMap((node) =>
      (['label', 'hint', 'example', 'constraint_message', 'confirm_message'] as const).flatMap((column) =>
        isEmpty(node[column]) ? [] : [{ texts: node[column]!, place: placeOf(node, column) }],
      ),
    ),
    ...Object.values(source.choices).flatMap((choices) =>
      choices.flatMap((choice) =>
        isEmpty(choice.label) ? [] : [{ texts: choice.label!, place: choicePlace(choice, 'label') }],
      ),
    ),
  ]
  return languages.flatMap((language) => {
    const lacking = rows.filter(({ texts }) => !texts[language])
    // texts without any language belong to all of them, as XLSForm has it
    if (lacking.length === 0 || lacking.length === rows.length) return []
    const main = source.settings.default_language
    const seen = language === main ? 'another language' : main
    const message = `${lacking.length} texts have no ${language}; the first is that of "${lacking[0]!.place.name}". People who read ${language} see them in ${seen}.`
    return [{ level: 'warning' as const, code: 'no_translation', message, ...lacking[0]!.place }]
  })
}

function smallest(limitOf: (channel: Capabilities) => number | undefined): { channel: ChannelName; limit: number } {
  const limits = (Object.entries(capabilities) as [ChannelName, Capabilities][]).flatMap(([channel, capability]) => {
    const limit = limitOf(capability)
    return limit === undefined ? [] : [{ channel, limit }]
  })
  return limits.reduce((least, one) => (one.limit < least.limit ? one : least))
}

function isEmpty(texts: Texts | undefined): boolean {
  return Object.values(texts ?? {}).every((text) => text.trim() === '')
}

function isAlways(required: string | undefined): boolean {
  return yes.has(required?.trim().toLowerCase() ?? '')
}

function speaksOfExample(node: NodeSource): boolean {
  return [node.label, node.hint].some((texts) =>
    Object.values(texts ?? {}).some((text) => /\b(contoh|misalnya|example|e\.g\.)/i.test(text)),
  )
}

function withoutHoles(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, '')
}

function normal(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ')
}
