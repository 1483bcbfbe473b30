import { yes } from '../cells.ts'
import { choicePlace, type FindingPlace, type Findings, placeOf } from '../findings.ts'
import type { Choice, Question } from '../form.ts'
import type { ChoiceSource, FormSource, NodeSource } from '../form-source.ts'
import { didYouMean } from '../suggest.ts'
import { isFile, isSelect } from '../type-names.ts'
import { everyNode } from '../walk-source.ts'
import type { Compilation } from './compilation.ts'

/** The form's own lists, by name. */
export function compileChoices({ source, findings, cells }: Compilation): Map<string, readonly Choice[]> {
  const lists = new Map<string, readonly Choice[]>()
  const repeated = yes.has(String(source.settings.allow_choice_duplicates ?? '').toLowerCase())
  for (const [list, written] of Object.entries(source.choices)) {
    const seen = new Set<string>()
    for (const choice of written) {
      if (choice.name === '')
        findings.error('bad_name', `A choice of the list "${list}" has no name.`, choicePlace(choice, 'name'))
      else if (seen.has(choice.name) && !repeated)
        findings.error(
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
        label: cells.template(
          choice.label ?? { [source.settings.default_language]: choice.name },
          choicePlace(choice, 'label'),
        ),
        synonyms: synonymsOf(choice),
        columns: choice.columns ?? {},
      })),
    )
  }
  checkCodes(source, findings)
  return lists
}

/** A select_multiple is kept as its codes with blanks between. */
function checkCodes(source: FormSource, findings: Findings): void {
  const multiple = new Set(
    everyNode(source.survey).flatMap((node) =>
      node.list !== undefined && (node.type === 'select_multiple' || node.type === 'rank') ? [node.list] : [],
    ),
  )
  for (const list of multiple)
    for (const choice of (Object.hasOwn(source.choices, list) && source.choices[list]) || [])
      if (/\s/.test(choice.name))
        findings.error(
          'blank_in_choice',
          `The choice "${choice.name}" of the list "${list}" has a blank in its name, but several of that list can be chosen: write _ instead.`,
          choicePlace(choice, 'name'),
        )
}

function synonymsOf(choice: ChoiceSource): string[] {
  const written = choice.synonyms ?? ''
  // with commas each synonym may be several words
  return written
    .split(written.includes(',') ? ',' : /\s+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** Whether the list that a question offers is there, and has the choices that exclude others. */
export function checkOffer(question: Question, written: NodeSource, compilation: Compilation): void {
  const { source, findings } = compilation
  if (!isSelect(question.type)) return
  const { list } = question
  const place = placeOf(written, 'type')
  if (list === undefined) {
    findings.error('no_list', `"${question.name}" does not say which list it offers.`, place)
    return
  }
  // the choices of a file, or of a repeat's items, are known only when the form runs
  if (isFile(list) || list.startsWith('${')) return
  if (!hasList(`"${question.name}" offers the list`, list, place, compilation)) return
  const codes = (source.choices[list] ?? []).map((choice) => choice.name)
  for (const code of question.excludes)
    if (!codes.includes(code))
      findings.error(
        'no_such_choice',
        `"${question.name}" says that "${code}" excludes the others, but the list "${list}" has no such choice.${didYouMean(code, codes)}`,
        placeOf(written, 'excludes'),
      )
}

/** Whether the lists that loops go over are there. `asWritten`: the form with its loops still in it. */
export function checkLoops(asWritten: FormSource, compilation: Compilation): void {
  for (const node of everyNode(asWritten.survey))
    if (node.loop !== undefined)
      hasList(`The loop "${node.name}" goes over the list`, node.loop, placeOf(node, 'type'), compilation)
}

function hasList(who: string, list: string, place: FindingPlace, { source, findings }: Compilation): boolean {
  if (Object.hasOwn(source.choices, list)) return true
  const near = didYouMean(list, Object.keys(source.choices))
  findings.error('no_such_list', `${who} "${list}", which is not in the choices.${near}`, place)
  return false
}
