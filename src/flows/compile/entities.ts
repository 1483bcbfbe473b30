import { namePattern } from '../cells.ts'
import type { Expression } from '../expressions/index.ts'
import { cellAt, type FindingPlace, type Findings, placeOf } from '../findings.ts'
import type { FormEntity } from '../form.ts'
import type { EntitySource, NodeSource } from '../form-source.ts'
import { didYouMean } from '../suggest.ts'
import type { Compilation } from './compilation.ts'

/** The changes that a report makes to lists, with the answers that they save. */
export function compileEntities(compilation: Compilation): FormEntity[] {
  return compilation.source.entities.map((entity) => compileEntity(entity, compilation))
}

function compileEntity(written: EntitySource, { findings, names, cells }: Compilation): FormEntity {
  const expression = (column: 'label' | 'entity_id' | 'create_if' | 'update_if'): Expression | undefined => {
    const text = written[column]
    if (text === undefined || text.trim() === '') return undefined
    const parsed = cells.parse(text, `"${column}" of the entity "${written.list_name}"`, entityPlace(written, column))
    for (const name of parsed?.references ?? [])
      if (!names.has(name) && !names.isItemProperty(name))
        findings.error(
          'unknown_name',
          `"${column}" of the entity "${written.list_name}" uses \${${name}}, which is no question of this form.${didYouMean(name, names.byName.keys())}`,
          entityPlace(written, column),
        )
    return parsed
  }
  const node = written.repeat === undefined ? undefined : names.byName.get(written.repeat.replace(/^\$\{|\}$/g, ''))
  const repeat = node?.kind === 'repeat' ? node : undefined
  if (written.repeat !== undefined && !repeat)
    findings.error(
      'no_such_repeat',
      `The entity "${written.list_name}" hangs on "${written.repeat}", which is no repeat of this form.`,
      entityPlace(written, 'repeat'),
    )
  checkEntity(written, findings)
  return {
    list: written.list_name,
    repeat,
    label: expression('label'),
    entityId: expression('entity_id'),
    createIf: expression('create_if'),
    updateIf: expression('update_if'),
    saves: names.questions.flatMap((question) => {
      if (question.saveTo === undefined) return []
      // `list#property` where a form has several entities
      const [list, property] = question.saveTo.includes('#') ? question.saveTo.split('#') : ['', question.saveTo]
      const belongs = list === '' ? question.repeat === repeat : list === written.list_name
      return belongs && property ? [{ question, property }] : []
    }),
  }
}

/** The rules of ODK's entities that can only be seen together. */
function checkEntity(written: EntitySource, findings: Findings): void {
  const { list_name: list, label, entity_id: id, create_if: create, update_if: update } = written
  if (!namePattern.test(list) || list.startsWith('__') || list.includes('.'))
    findings.error(
      'bad_name',
      `"${list}" cannot be the name of a list of entities: begin with a letter, then letters, digits and _.`,
      entityPlace(written, 'list_name'),
    )
  if (update !== undefined && id === undefined)
    findings.error(
      'no_entity_id',
      `The entity "${list}" is updated, but nothing says which one: fill "entity_id".`,
      entityPlace(written, 'entity_id'),
    )
  if (create !== undefined && id !== undefined && update === undefined)
    findings.error(
      'no_update_if',
      `The entity "${list}" has an "entity_id" and a "create_if": say in "update_if" when it is updated instead.`,
      entityPlace(written, 'update_if'),
    )
  if ((create !== undefined || id === undefined) && label === undefined)
    findings.error(
      'no_entity_label',
      `The entity "${list}" is created without a name: fill "label", such as \${nama}.`,
      entityPlace(written, 'label'),
    )
}

function entityPlace(written: EntitySource, column: keyof EntitySource): FindingPlace {
  return cellAt('entities', written.row, column, written.list_name)
}

/** Whether the property that a question is saved to can be one, of a list that the form changes. */
export function checkSaveTo(written: NodeSource, { source, findings }: Compilation): void {
  const { save_to: target } = written
  if (target === undefined) return
  const [list, property] = target.includes('#') ? (target.split('#') as [string, string]) : [undefined, target]
  const place = placeOf(written, 'save_to')
  const lists = source.entities.map((entity) => entity.list_name)
  if (lists.length === 0)
    findings.error(
      'no_entities',
      `"${written.name}" is saved to "${target}", but the form changes no list: add the sheet "entities".`,
      place,
    )
  else if (list !== undefined && !lists.includes(list))
    findings.error(
      'no_such_list',
      `"${written.name}" is saved to the list "${list}", which the sheet "entities" has not.${didYouMean(list, lists)}`,
      place,
    )
  if (/^(?:name|label)$/i.test(property) || property.startsWith('__') || !namePattern.test(property))
    findings.error(
      'bad_name',
      `"${written.name}" is saved to "${property}", which cannot be a property: name and label are taken, and it begins with a letter, then letters, digits and _.`,
      place,
    )
}
