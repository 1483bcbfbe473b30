import { namePattern } from './cells.ts'
import { checkLoops, compileChoices } from './compile/choices.ts'
import type { Compilation } from './compile/compilation.ts'
import { calculationOrder, checkCircles, dependantsOf } from './compile/dependencies.ts'
import { compileEntities } from './compile/entities.ts'
import { checkNames, Names } from './compile/names.ts'
import { compileNodes } from './compile/nodes.ts'
import { ParsedCells } from './compile/parsed-cells.ts'
import { readReferences } from './compile/references.ts'
import { expandForm } from './expand.ts'
import { Findings } from './findings.ts'
import type { Finding, Form, FormNode, Repeat } from './form.ts'
import type { FormSource } from './form-source.ts'
import { everyNode, languagesOf } from './walk-source.ts'

/** Who hangs on whom grows with the square: 3 000 rows in one chain take two seconds. The largest forms in use have 1 500. */
const mostNodes = 3_000

/**
 * Turns a form as written into the form that runs. Everything that could go wrong in front of a village head is
 * looked for here: names, lists, expressions, references, circles. With an error there is no form; warnings come
 * with one.
 */
export function compileForm(written: FormSource): { form: Form; findings: Finding[] } | { findings: Finding[] } {
  const source = expandForm(written)
  const { survey, settings } = source
  const findings = new Findings()
  const count = everyNode(survey).length
  if (count > mostNodes) {
    findings.error(
      'too_many_questions',
      `The form has ${count} rows; ${mostNodes} is the most that can be run. Split it into several forms.`,
      { sheet: 'survey' },
    )
    return { findings: findings.inOrder() }
  }
  const names = new Names(source, findings)
  const cells = new ParsedCells(findings, settings.default_language)
  const compilation: Compilation = { source, findings, names, cells }

  if (count === 0) findings.error('empty', 'The form has no questions.', {})
  if (!namePattern.test(settings.form_id))
    findings.error('bad_form_id', `The form id "${settings.form_id}" must be one word of letters, digits, - and _.`, {
      sheet: 'settings',
      column: 'form_id',
    })
  const choices = compileChoices(compilation)
  checkLoops(written, compilation)
  checkNames(survey, findings)
  const nodes = compileNodes(compilation)
  const references = readReferences(compilation)
  checkCircles(references, compilation)
  const entities = compileEntities(compilation)
  const title = cells.template(settings.form_title, { sheet: 'settings', column: 'form_title' })
  const found = findings.inOrder()
  if (findings.errors().length > 0) return { findings: found }

  const form: Form = {
    id: settings.form_id,
    version: settings.version,
    title,
    languages: languagesOf(source),
    defaultLanguage: settings.default_language,
    nodes,
    byName: names.byName,
    questions: names.questions,
    choices,
    dependants: dependantsOf(references, compilation),
    calculations: calculationOrder(references, compilation),
    mainRepeat: mainRepeatOf(names.nodes),
    components: names.components,
    entities,
    source: written,
  }
  return { form, findings: found }
}

function mainRepeatOf(nodes: readonly FormNode[]): Repeat | undefined {
  const repeats = nodes.filter((node): node is Repeat => node.kind === 'repeat' && node.repeat === undefined)
  return repeats.length === 1 ? repeats[0] : undefined
}
