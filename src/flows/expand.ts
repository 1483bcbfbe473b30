import type { ChoiceSource, FormSource, NodeSource, Texts } from './form-source.ts'
import { everyNode, languagesOf, textColumns } from './walk-source.ts'

/** A form with everything that XLSForm's short forms stand for: the turns of its loops, the texts of `or_other`. */
export function expandForm(source: FormSource): FormSource {
  return withOthers(withLoops(source))
}

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
      textColumns.flatMap((column) => (node[column] === undefined ? [] : [[column, filled(node[column])]])),
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

const other: Texts = { id: 'Lainnya', en: 'Other' }
const whichOther: Texts = { id: 'Lainnya, yaitu apa?', en: 'Which other?' }

/** `or_other`, as XLSForm has it: a choice `other`, and behind the question a text `NAME_other` that is asked for it. */
function withOthers(source: FormSource): FormSource {
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
