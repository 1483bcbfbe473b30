import { namesInHoles, no } from '../cells.ts'
import { placeOf } from '../findings.ts'
import type { FormNode, Group, Question, Repeat } from '../form.ts'
import type { NodeSource } from '../form-source.ts'
import { silentTypes } from '../type-names.ts'
import { everyNode } from '../walk-source.ts'
import { checkOffer } from './choices.ts'
import type { Compilation } from './compilation.ts'
import { checkSaveTo } from './entities.ts'
import { readParameters } from './parameters.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Depth = 'core' | 'full'
type Base = Pick<Question, 'name' | 'label' | 'relevant' | 'depth' | 'parents' | 'repeat'>

/** The rows of the survey as the tree that runs, each node entered among the names of the form. */
export function compileNodes(compilation: Compilation): FormNode[] {
  const { survey } = compilation.source
  const hasDepth = everyNode(survey).some((node) => node.depth !== undefined || node.core_when !== undefined)
  return survey.map((node) => compileNode(node, [], undefined, hasDepth, compilation))
}

/** `around`: the depth that a group around it says; `hasDepth`: whether the form speaks of depth at all. */
function compileNode(
  written: NodeSource,
  parents: readonly (Group | Repeat)[],
  around: Depth | undefined,
  hasDepth: boolean,
  compilation: Compilation,
): FormNode {
  const { findings, names, cells } = compilation
  const { type } = written
  const depth = written.depth ?? around
  const base: Base = {
    name: written.name,
    label: cells.text(written, 'label'),
    relevant: cells.condition(written, 'relevant'),
    depth: depth ?? (hasDepth && !silentTypes.has(type) ? 'full' : 'core'),
    parents,
    repeat: parents.findLast((parent) => parent.kind === 'repeat'),
  }
  if (type !== 'group' && type !== 'repeat') return compileQuestion(written, base, type, compilation)
  const children: FormNode[] = []
  const group: Mutable<Group> | Mutable<Repeat> =
    type === 'group'
      ? { kind: 'group', ...base, nodes: children }
      : {
          kind: 'repeat',
          ...base,
          nodes: children,
          over: cells.expression(written, 'over'),
          count: cells.expression(written, 'repeat_count'),
        }
  names.add(group, written)
  checkGroupColumns(written, compilation)
  const below = written.questions ?? []
  if (below.length === 0)
    findings.error('empty_group', `The ${type} "${written.name}" has no questions.`, placeOf(written, 'type'))
  for (const child of below) children.push(compileNode(child, [...parents, group], depth, hasDepth, compilation))
  // a group is entered in a core round when something in it is asked there
  if (!written.depth && children.some((child) => child.depth === 'core')) group.depth = 'core'
  return group
}

/** What only a question can have, in the row of a group. */
function checkGroupColumns(written: NodeSource, { findings }: Compilation): void {
  for (const column of ['save_to', 'constraint', 'required', 'calculation', 'choice_filter', 'default'] as const) {
    const value = written[column]
    if (value === undefined || (column === 'required' && no.has(value.trim().toLowerCase()))) continue
    findings.warn(
      'not_for_groups',
      `"${column}" of the ${written.type} "${written.name}" has no effect: it belongs to a question.`,
      placeOf(written, column),
    )
  }
}

function compileQuestion(written: NodeSource, base: Base, type: Question['type'], compilation: Compilation): Question {
  const { findings, names, cells } = compilation
  checkQuestionColumns(written, compilation)
  const question: Question = {
    kind: 'question',
    ...base,
    type,
    ref: written.ref,
    hint: cells.text(written, 'hint'),
    example: cells.text(written, 'example'),
    short: cells.text(written, 'short'),
    required: cells.condition(written, 'required'),
    requiredMessage: cells.text(written, 'required_message'),
    coreWhen: cells.expression(written, 'core_when'),
    constraint: cells.expression(written, 'constraint'),
    constraintMessage: cells.text(written, 'constraint_message'),
    calculation: cells.expression(written, 'calculation'),
    default: cells.default(written),
    readOnly: cells.condition(written, 'read_only'),
    list: written.list,
    choiceFilter: cells.expression(written, 'choice_filter'),
    appearances: (written.appearance ?? '').split(/\s+/).filter((word) => word !== ''),
    parameters: readParameters(written, findings),
    triggers: readTriggers(written, compilation),
    saveTo: written.save_to,
    confirm: cells.expression(written, 'confirm'),
    confirmMessage: cells.text(written, 'confirm_message'),
    reason: written.reason ?? false,
    previous: cells.expression(written, 'previous'),
    unitFamily: cells.expression(written, 'unit_family'),
    excludes: (written.excludes ?? '').split(/[\s,]+/).filter((word) => word !== ''),
    voice: written.voice ?? false,
    fromSeat: written.source === 'seat',
  }
  if (written.source !== undefined && written.source !== 'seat')
    findings.error(
      'wrong_source',
      `"${written.name}" is to be filled from "${written.source}"; only "seat" is known.`,
      placeOf(written, 'source'),
    )
  checkOffer(question, written, compilation)
  checkSaveTo(written, compilation)
  names.add(question, written)
  return question
}

/** Columns of a question that say nothing without each other. */
function checkQuestionColumns(written: NodeSource, { findings }: Compilation): void {
  if (written.questions) findings.error('wrong_questions', `"${written.name}" is no group.`, placeOf(written, 'type'))
  if (written.type === 'calculate' && written.calculation === undefined && written.default === undefined)
    findings.error(
      'no_calculation',
      `"${written.name}" is calculated, but says nothing about how: fill "calculation".`,
      placeOf(written, 'calculation'),
    )
  if (written.confirm !== undefined && written.confirm_message === undefined)
    findings.error(
      'no_confirm_message',
      `"${written.name}" has a soft check without a sentence: fill "confirm_message", such as "Betul?".`,
      placeOf(written, 'confirm_message'),
    )
}

function readTriggers(written: NodeSource, { findings }: Compilation): string[] {
  const triggers = namesInHoles(written.trigger)
  if (written.trigger !== undefined && triggers.length === 0)
    findings.error(
      'bad_trigger',
      `"${written.name}" is triggered by "${written.trigger}": write \${name} of a question.`,
      placeOf(written, 'trigger'),
    )
  return triggers
}
