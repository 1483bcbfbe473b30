import { type XmlElement, xml } from '../../lib/xml.ts'
import type { XNode } from './references.ts'
import { repeatAround, type Tree } from './tree.ts'

const firstLoad = 'odk-instance-first-load'
const newItem = 'odk-instance-first-load odk-new-repeat'

/** Binds and actions, as they come up while the form is walked through. */
export class Model {
  readonly binds: XmlElement[] = []
  /** Those of the model itself. */
  readonly actions: XmlElement[] = []
  /** Those that belong inside a repeat or a question's control. */
  readonly #inside = new Map<XNode, XmlElement[]>()
  readonly #tree: Tree

  constructor(tree: Tree) {
    this.#tree = tree
  }

  bind(attributes: Readonly<Record<string, string | undefined>>): void {
    this.binds.push(xml('bind', attributes))
  }

  actionsInside(node: XNode): readonly XmlElement[] {
    return this.#inside.get(node) ?? []
  }

  /** Sets a node once: when the form is opened, or when an item of the repeat begins that it stands in. */
  setAtStart(node: XNode, expression: string): void {
    const repeat = repeatAround(node)
    const action = this.#setValue(node, repeat ? newItem : firstLoad, expression)
    if (repeat) this.#addInside(repeat, action)
    else this.actions.push(action)
  }

  /** Sets a node whenever somebody changes the answer to a question. */
  setOnChange(question: XNode, node: XNode, expression: string): void {
    this.#addInside(question, this.#setValue(node, 'xforms-value-changed', expression))
  }

  /** An action of ODK's that runs when the form is opened. */
  runAtStart(name: string, event: 'odk-instance-first-load' | 'odk-instance-load', node: XNode): void {
    this.actions.push(xml(name, { event, ref: node.path }))
  }

  #setValue(node: XNode, event: string, expression: string): XmlElement {
    return xml('setvalue', { event, ref: node.path, value: this.#tree.paths(expression, node) })
  }

  #addInside(where: XNode, action: XmlElement): void {
    this.#inside.set(where, [...this.actionsInside(where), action])
  }
}
