import { type XmlElement, xml } from '../../lib/xml.ts'
import type { EntitySource } from '../form-source.ts'
import type { XNode } from './references.ts'
import type { XForm } from './xform.ts'

/**
 * What a report changes in lists, by https://getodk.github.io/xforms-spec/entities: the element that stands in the
 * answers of a repeat, or of the whole form (undefined). One entity of a place is all that the specification has.
 */
export function writeEntities(form: XForm): ReadonlyMap<XNode | undefined, XmlElement> {
  const written = new Map<XNode | undefined, XmlElement>()
  for (const entity of form.source.entities) {
    const repeat = form.tree.repeatNamed(entity.repeat)
    if (!written.has(repeat)) written.set(repeat, writeEntity(entity, repeat, form))
  }
  return written
}

function writeEntity(entity: EntitySource, repeat: XNode | undefined, { tree, model }: XForm): XmlElement {
  const { list_name: list, entity_id, create_if, update_if, label } = entity
  const around = repeat ? [...repeat.parents, repeat] : []
  const meta = hidden('meta', `${repeat?.path ?? `/${tree.root}`}/meta`, around)
  const node = hidden('entity', `${meta.path}/entity`, [...around, meta])
  const part = (name: string) => hidden(name, `${node.path}/${name}`, [...around, meta, node])
  const calculated = (name: string, expression: string) => {
    const one = part(name)
    model.bind({ nodeset: one.path, type: 'string', readonly: 'true()', calculate: tree.paths(expression, one) })
  }
  const creates = create_if !== undefined || entity_id === undefined
  const updates = update_if !== undefined || (entity_id !== undefined && create_if === undefined)
  if (create_if !== undefined) calculated('@create', create_if)
  if (update_if !== undefined) calculated('@update', update_if)
  if (entity_id === undefined) model.setAtStart(part('@id'), 'uuid()')
  else calculated('@id', creates ? `coalesce(${entity_id}, once(uuid()))` : entity_id)
  if (entity_id !== undefined && updates)
    for (const [attribute, property] of [
      ['@baseVersion', '__version'],
      ['@trunkVersion', '__trunkVersion'],
      ['@branchId', '__branchId'],
    ] as const)
      calculated(attribute, `instance('${list}')/root/item[name = ${entity_id}]/${property}`)
  if (label !== undefined) calculated('label', label)
  const attributes = {
    dataset: list,
    id: '',
    ...(creates && { create: create_if === undefined ? '1' : '' }),
    ...(updates && {
      update: update_if === undefined ? '1' : '',
      baseVersion: '',
      trunkVersion: '',
      branchId: '',
    }),
  }
  return xml('entity', attributes, label === undefined ? [] : [xml('label')])
}

function hidden(name: string, path: string, parents: readonly XNode[]): XNode {
  return { source: { type: 'hidden', name }, path, parents }
}
