import { writeXml, type XmlElement, xml } from '../../lib/xml.ts'
import { componentsOf } from '../components.ts'
import type { FormNode, Question, Repeat } from '../form.ts'
import type { NodeSource } from '../form-source.ts'
import { contextGroup, itemStandIns, standIns } from '../stand-ins.ts'
import { everyNode } from '../walk-source.ts'
import { isExternalList } from '../xform/kinds.ts'
import { itemsByRepeat, type Submission } from './submission.ts'

/**
 * A report as OpenRosa submission (https://docs.getodk.org/openrosa-metadata): the answers of the XForm that
 * `writeXForm` writes, its root named after the form, repeats as repeated elements. ODK Central and KoboToolbox tell the
 * form by the root's `id`.
 */
export function writeSubmission(submission: Submission): string {
  return writeXml(new Writer(submission).root())
}

class Writer {
  readonly #submission: Submission
  readonly #items: ReadonlyMap<string, readonly string[]>
  readonly #sources: ReadonlyMap<string, NodeSource>

  constructor(submission: Submission) {
    this.#submission = submission
    this.#items = itemsByRepeat(submission.values.keys())
    this.#sources = new Map(everyNode(submission.form.source.survey).map((node) => [node.name, node]))
  }

  root(): XmlElement {
    const { form, instanceId, startedAt, submittedAt } = this.#submission
    const { fields } = standIns(form.source)
    const context =
      fields.length > 0
        ? [
            xml(
              contextGroup,
              {},
              fields.map((field) => xml(field)),
            ),
          ]
        : []
    const meta = xml('meta', {}, [
      xml('instanceID', {}, [instanceId]),
      xml('timeStart', {}, [new Date(startedAt).toISOString()]),
      ...(submittedAt === undefined ? [] : [xml('timeEnd', {}, [new Date(submittedAt).toISOString()])]),
    ])
    const attributes = { id: form.id, version: form.version }
    return xml(form.id, attributes, [...context, ...this.#below(form.nodes, ''), meta])
  }

  #below(nodes: readonly FormNode[], above: string): XmlElement[] {
    return nodes.flatMap((node): XmlElement[] => {
      const path = `${above}${node.name}`
      if (node.kind === 'group') return [xml(node.name, {}, this.#below(node.nodes, `${path}/`))]
      return node.kind === 'repeat' ? this.#repeat(node, path) : this.#question(node, path)
    })
  }

  #repeat(repeat: Repeat, path: string): XmlElement[] {
    const items = this.#items.get(path) ?? []
    const source = this.#sources.get(repeat.name)
    const standing = source && repeat.over ? itemStandIns(source, this.#submission.form.source) : []
    return items.map((item) => {
      const properties: Readonly<Record<string, string>> = { name: item, ...this.#submission.items.get(item) }
      return xml(repeat.name, {}, [
        ...standing.map(({ name }) => leaf(name, properties[name] ?? '')),
        ...this.#below(repeat.nodes, `${path}[${item}]/`),
      ])
    })
  }

  #question(question: Question, path: string): XmlElement[] {
    const source = this.#sources.get(question.name)
    if (question.type === 'audit' || (source && isExternalList(source))) return []
    const value = this.#submission.values.get(path)
    const parts = componentsOf(question)
    if (parts.length === 0) return [leaf(question.name, value?.text ?? '')]
    const inner = parts.map(({ name, part }) => leaf(name, value?.parts?.[part] ?? ''))
    return [xml(question.name, {}, inner)]
  }
}

function leaf(name: string, text: string): XmlElement {
  return xml(name, {}, text === '' ? [] : [text])
}
