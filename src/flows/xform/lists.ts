import { type XmlElement, xml } from '../../lib/xml.ts'
import { attachedLists } from '../attachments.ts'
import { namePattern, parameterOf, yes } from '../cells.ts'
import type { ChoiceSource, FormSource } from '../form-source.ts'
import { isFile } from '../type-names.ts'
import { pathFrom, type XNode } from './references.ts'
import { repeatAround } from './tree.ts'
import type { XForm } from './xform.ts'

/** The lists that the form reads: those in files by their names, its own ones whole. */
export function writeLists(form: XForm): XmlElement[] {
  const { source } = form
  const files = new Map(attachedLists(source))
  for (const { list_name, entity_id } of source.entities)
    if (entity_id !== undefined && !Object.hasOwn(source.choices, list_name) && !files.has(list_name))
      files.set(list_name, `${list_name}.csv`)
  return [
    ...Array.from(files, ([id, file]) =>
      xml('instance', { id, src: `jr://${file.endsWith('.csv') ? 'file-csv' : 'file'}/${file}` }),
    ),
    ...Object.entries(source.choices).map(([list, choices]) => writeList(list, choices, form)),
  ]
}

function writeList(list: string, choices: readonly ChoiceSource[], { source, texts }: XForm): XmlElement {
  const translated = isTranslated(list, source)
  const items = choices.map((choice, i) => {
    const id = `${list}-${i}`
    const label = choice.label ?? { [source.settings.default_language]: choice.name }
    if (translated) texts.add(id, label, undefined, choice.media)
    return xml('item', {}, [
      ...(translated ? [xml('itextId', {}, [id])] : []),
      xml('name', {}, [choice.name]),
      ...(translated ? [] : [xml('label', {}, [texts.inDefault(label)])]),
      ...Object.entries(choice.columns ?? {}).flatMap(([column, value]) =>
        namePattern.test(column) && !/^(itextId|name|label)$/.test(column) ? [xml(column, {}, [value])] : [],
      ),
    ])
  })
  return xml('instance', { id: list }, [xml('root', {}, items)])
}

function isTranslated(list: string, { choices }: FormSource): boolean {
  return (choices[list] ?? []).some(
    ({ label = {}, media }) =>
      media !== undefined || Object.keys(label).length > 1 || Object.values(label).some((text) => text.includes('${')),
  )
}

/** What a select offers: the items of a list, or of a repeat. */
export function writeItemset(node: XNode, form: XForm): XmlElement {
  const { list = '', choice_filter } = node.source
  const filter = form.tree.expression(choice_filter, node, true)
  if (list.startsWith('${')) return itemsOfRepeat(node, list.slice(2, -1).trim(), filter, form)
  const inFile = isFile(list)
  const id = inFile ? list.replace(/\.\w+$/, '') : list
  const nodeset = `instance('${id}')/root/item${filter === undefined ? '' : `[${filter}]`}`
  const { value, label } = inFile
    ? columnsInFile(node, list)
    : { value: 'name', label: isTranslated(list, form.source) ? 'jr:itext(itextId)' : 'label' }
  return xml('itemset', { nodeset: shuffled(node, nodeset, form) }, [
    xml('value', { ref: value }),
    xml('label', { ref: label }),
  ])
}

function columnsInFile({ source }: XNode, file: string): { value: string; label: string } {
  const isGeo = file.endsWith('.geojson')
  return {
    value: parameterOf(source, 'value') ?? (isGeo ? 'id' : 'name'),
    label: parameterOf(source, 'label') ?? (isGeo ? 'title' : 'label'),
  }
}

/** The answers given in a repeat as choices. */
function itemsOfRepeat(node: XNode, name: string, filter: string | undefined, form: XForm): XmlElement {
  const { tree } = form
  const target = tree.find(name)
  const repeat = target?.source.type === 'repeat' ? target : target && repeatAround(target)
  if (!target || !repeat) return xml('itemset', { nodeset: `/${tree.root}/${name}` })
  const shown = target === repeat ? (tree.below(repeat) ?? []).find((one) => !one.source.questions) : target
  const ref = (shown ?? target).path.slice(repeat.path.length + 1)
  const nodeset = `${pathFrom(repeat, node)}[./${ref} != ''${filter === undefined ? '' : ` and (${filter})`}]`
  return xml('itemset', { nodeset: shuffled(node, nodeset, form) }, [xml('value', { ref }), xml('label', { ref })])
}

function shuffled(node: XNode, nodeset: string, { tree }: XForm): string {
  if (!yes.has(parameterOf(node.source, 'randomize')?.toLowerCase() ?? '')) return nodeset
  const seed = parameterOf(node.source, 'seed')
  return `randomize(${nodeset}${seed === undefined ? '' : `, ${tree.paths(seed, node)}`})`
}
