import { isDynamic, namesInHoles, no, parameterOf, yes } from '../cells.ts'
import { originalType, xKindOf } from './kinds.ts'
import type { XNode } from './references.ts'
import { type Attributes, extraAttributes } from './spaces.ts'
import type { Tree } from './tree.ts'
import type { XForm } from './xform.ts'

/** Enters what holds for a node, and what sets its value, into the model. */
export function bindNode(node: XNode, form: XForm): void {
  const { tree, texts, model } = form
  const { source, path } = node
  const isGroup = tree.below(node) !== undefined
  const kind = isGroup ? undefined : xKindOf(source)
  const { calculation } = source
  const setBy = calculation === undefined ? [] : triggersOf(node, tree)
  for (const question of setBy) model.setOnChange(question, node, calculation!)
  if (source.default !== undefined && source.default !== '' && isDynamic(source.default, source.type))
    model.setAtStart(node, source.default)
  if (originalType(source) === 'start-geopoint') model.runAtStart('odk:setgeopoint', 'odk-instance-first-load', node)
  if (originalType(source) === 'background-audio') model.runAtStart('odk:recordaudio', 'odk-instance-load', node)
  const constraint = tree.expression(source.constraint, node)
  const attributes: Attributes = {
    type: kind?.type,
    readonly: kind?.readonly ? 'true()' : condition(source.read_only, node, tree),
    required: isGroup ? undefined : condition(source.required, node, tree),
    'jr:requiredMsg': texts.message(node, 'jr:requiredMsg', source.required_message),
    relevant: tree.expression(source.relevant, node),
    constraint,
    'jr:constraintMsg':
      constraint === undefined ? undefined : texts.message(node, 'jr:constraintMsg', source.constraint_message),
    calculate: setBy.length > 0 ? undefined : tree.expression(calculation, node),
    'jr:preload': kind?.preload?.[0],
    'jr:preloadParams': kind?.preload?.[1],
    ...(source.save_to !== undefined && { 'entities:saveto': source.save_to.replace(/^.*#/, '') }),
    'orx:max-pixels': parameterOf(source, 'max-pixels'),
    ...extraAttributes(source, /^bind::/, form, node),
  }
  if (isGroup && Object.values(attributes).every((value) => value === undefined)) return
  model.bind({ nodeset: path, ...attributes })
}

/** The questions whose answers set this one anew; only what has a control can. */
function triggersOf({ source }: XNode, tree: Tree): XNode[] {
  return namesInHoles(source.trigger).flatMap((name) => {
    const question = tree.find(name)
    const hasControl = question && !question.source.questions && xKindOf(question.source).control !== undefined
    return hasControl ? [question] : []
  })
}

/** Yes, no or an expression; undefined for no. */
function condition(written: string | undefined, node: XNode, tree: Tree): string | undefined {
  const word = written?.trim().toLowerCase()
  if (word === undefined || no.has(word)) return undefined
  return yes.has(word) ? 'true()' : tree.paths(written!, node)
}
