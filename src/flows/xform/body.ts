import { type XmlElement, xml } from '../../lib/xml.ts'
import { parameterOf } from '../cells.ts'
import type { NodeSource } from '../form-source.ts'
import { isSelect } from '../type-names.ts'
import { xKindOf } from './kinds.ts'
import { writeItemset } from './lists.ts'
import type { XNode } from './references.ts'
import { type Attributes, extraAttributes } from './spaces.ts'
import type { XForm } from './xform.ts'

/** What somebody sees of a node: its control, or those of its group; nothing where nobody is asked. */
export function writeControl(node: XNode, form: XForm): XmlElement[] {
  const { texts, model } = form
  const { source, path } = node
  const { appearance } = source
  const own = extraAttributes(source, /^(?:body|control)::/, form, node)
  const below = form.tree.below(node)
  if (below) return writeGroup(node, below, own, form)
  const kind = xKindOf(source)
  if (kind.control === undefined) return []
  const attributes: Attributes = {
    ref: path,
    mediatype: kind.mediatype,
    appearance,
    rows: kind.control === 'input' ? parameterOf(source, 'rows') : undefined,
    accuracyThreshold: parameterOf(source, 'capture-accuracy'),
    ...(kind.control === 'range' && rangeOf(source)),
    ...own,
  }
  return [
    xml(kind.control, attributes, [
      ...texts.said(node, 'label', source.label, source.media),
      ...texts.hint(node),
      ...(isSelect(source.type) ? [writeItemset(node, form)] : []),
      ...model.actionsInside(node),
    ]),
  ]
}

function writeGroup(node: XNode, below: readonly XNode[], own: Attributes, form: XForm): XmlElement[] {
  const { tree, texts, model } = form
  const { source, path } = node
  const { appearance } = source
  const controls = below.flatMap((child) => writeControl(child, form))
  const label = texts.said(node, 'label', source.label)
  if (source.type === 'group')
    return controls.length === 0 ? [] : [xml('group', { ref: path, appearance, ...own }, [...label, ...controls])]
  const count = source.repeat_count && tree.paths(source.repeat_count, node)
  const inside = [...model.actionsInside(node), ...controls]
  const repeat = xml('repeat', { nodeset: path, 'jr:count': count, appearance, ...own }, inside)
  return [xml('group', { ref: path }, [...label, repeat])]
}

function rangeOf(source: NodeSource): Attributes {
  return {
    start: parameterOf(source, 'start') ?? '1',
    end: parameterOf(source, 'end') ?? '10',
    step: parameterOf(source, 'step') ?? '1',
  }
}
