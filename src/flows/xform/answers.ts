import { type XmlElement, xml } from '../../lib/xml.ts'
import { isDynamic } from '../cells.ts'
import type { FormSource, NodeSource } from '../form-source.ts'
import type { XNode } from './references.ts'
import { extraAttributes } from './spaces.ts'
import type { XForm } from './xform.ts'

type Entities = ReadonlyMap<XNode | undefined, XmlElement>

/** The tree of answers, empty but for the defaults that are plain values. */
export function writeAnswers(form: XForm, entities: Entities): XmlElement {
  const { source, tree } = form
  const { form_id, version, instance_xmlns } = source.settings
  const attributes = {
    ...(typeof instance_xmlns === 'string' && { xmlns: instance_xmlns }),
    id: form_id,
    version,
  }
  const nodes = tree.top.flatMap((node) => writeAnswer(node, true, form, entities))
  return xml(tree.root, attributes, [...nodes, writeMeta(source, entities.get(undefined))])
}

/** `withTemplate`: what a new item of a repeat looks like stands once, in front of the first one. */
function writeAnswer(node: XNode, withTemplate: boolean, form: XForm, entities: Entities): XmlElement[] {
  const { source } = node
  const below = form.tree.below(node)
  const attributes = extraAttributes(source, /^instance::/, form)
  if (!below) return [xml(source.name, attributes, plainDefault(source))]
  const entity = entities.get(node)
  const meta = entity ? [xml('meta', {}, [entity])] : []
  const inside = (template: boolean) => [
    ...below.flatMap((child) => writeAnswer(child, template, form, entities)),
    ...meta,
  ]
  if (source.type === 'group') return [xml(source.name, attributes, inside(withTemplate))]
  const item = xml(source.name, attributes, inside(false))
  return withTemplate ? [xml(source.name, { ...attributes, 'jr:template': '' }, inside(true)), item] : [item]
}

function plainDefault({ default: value, type }: NodeSource): string[] {
  if (value === undefined || value === '' || isDynamic(value, type)) return []
  return [type === 'image' && !/^jr:/.test(value) ? `jr://images/${value}` : value]
}

function writeMeta(source: FormSource, entity: XmlElement | undefined): XmlElement {
  return xml('meta', {}, [
    ...(hasAudit(source) ? [xml('audit')] : []),
    ...(entity ? [entity] : []),
    xml('instanceID'),
    ...(instanceName(source) === undefined ? [] : [xml('instanceName')]),
  ])
}

/** Enters what fills the answers' own data, such as their id, into the model. */
export function bindMeta({ source, tree, model }: XForm): void {
  const meta = `/${tree.root}/meta`
  const name = instanceName(source)
  if (hasAudit(source)) model.bind({ nodeset: `${meta}/audit`, type: 'binary' })
  model.bind({ nodeset: `${meta}/instanceID`, type: 'string', readonly: 'true()', 'jr:preload': 'uid' })
  if (name !== undefined)
    model.bind({ nodeset: `${meta}/instanceName`, type: 'string', calculate: tree.paths(name, undefined) })
}

function hasAudit({ survey }: FormSource): boolean {
  return survey.some(({ type }) => type === 'audit')
}

function instanceName({ settings: { instance_name: name } }: FormSource): string | undefined {
  return typeof name === 'string' && name.trim() !== '' ? name : undefined
}
