import { Problem } from '../../lib/problem.ts'
import type { DataNode } from './data-node.ts'

/**
 * XML as a tree that expressions can read, for the `expr` command and for trying forms out: elements, attributes,
 * text, CDATA, comments and the five entities of XML. A document type is refused, so no entity can grow or point
 * anywhere. Namespaces are kept as written: `orx:meta` is a name.
 */
const longestXml = 20_000_000
const deepestXml = 500

/** The node above the root element, with '' as its name. Throws `Problem('bad_xml')`. */
export function parseXmlInstance(xml: string): DataNode {
  if (xml.length > longestXml) throw badXml(0, `it is longer than ${longestXml} characters`)
  const reader = new Reader(xml)
  return reader.document()
}

class XmlElement implements DataNode {
  readonly name: string
  readonly parent: XmlElement | undefined
  readonly position: number
  readonly content: (XmlElement | string)[] = []
  readonly #elements: XmlElement[] = []
  readonly #attributes: DataNode[] = []
  readonly #counts = new Map<string, number>()

  constructor(name: string, parent: XmlElement | undefined) {
    this.name = name
    this.parent = parent
    this.position = parent ? parent.#add(this) : 1
  }

  text(): string {
    let text = ''
    const waiting: (XmlElement | string)[] = [...this.content].reverse()
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (typeof next === 'string') text += next
      else for (let index = next.content.length - 1; index >= 0; index -= 1) waiting.push(next.content[index]!)
    }
    return text
  }

  children(): readonly DataNode[] {
    return this.#elements
  }

  attributes(): readonly DataNode[] {
    return this.#attributes
  }

  /** False when there is one of that name already. */
  setAttribute(name: string, value: string): boolean {
    if (this.#attributes.some((attribute) => attribute.name === name)) return false
    this.#attributes.push({ name, parent: this, position: 1, text: () => value, children: () => [] })
    return true
  }

  #add(child: XmlElement): number {
    const position = (this.#counts.get(child.name) ?? 0) + 1
    this.#counts.set(child.name, position)
    this.#elements.push(child)
    this.content.push(child)
    return position
  }
}

const elementName = /[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*)?/uy
const attributePattern =
  /\s+([\p{L}_][\p{L}\p{N}\p{M}_.\-·]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*)?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy
const tagEnd = /\s*(\/?)>/y
const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

class Reader {
  readonly #xml: string
  #at = 0

  constructor(xml: string) {
    this.#xml = xml.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  }

  document(): DataNode {
    const document = new XmlElement('', undefined)
    let open = document
    let depth = 0
    while (this.#at < this.#xml.length) {
      if (this.#xml[this.#at] !== '<') {
        const text = this.#text()
        if (open !== document) open.content.push(text)
        else if (text.trim() !== '') throw badXml(this.#at, 'there is text outside the root element')
      } else if (this.#xml.startsWith('<!--', this.#at)) this.#skip('<!--', '-->')
      else if (this.#xml.startsWith('<?', this.#at)) this.#skip('<?', '?>')
      else if (this.#xml.startsWith('<![CDATA[', this.#at)) {
        if (open === document) throw badXml(this.#at, 'there is text outside the root element')
        open.content.push(this.#skip('<![CDATA[', ']]>'))
      } else if (this.#xml.startsWith('<!', this.#at)) throw badXml(this.#at, 'a document type is not accepted')
      else if (this.#xml.startsWith('</', this.#at)) {
        if (!this.#close(open.name) || !open.parent) throw badXml(this.#at, 'an element is closed that is not open')
        open = open.parent
        depth -= 1
      } else {
        if (open === document && document.children().length > 0) throw badXml(this.#at, 'there are two root elements')
        const { element, isEmpty } = this.#open(open)
        if (isEmpty) continue
        open = element
        depth += 1
        if (depth > deepestXml) throw badXml(this.#at, `elements are more than ${deepestXml} deep`)
      }
    }
    if (open !== document) throw badXml(this.#at, `<${open.name}> is not closed`)
    if (document.children().length === 0) throw badXml(this.#at, 'there is no element')
    return document
  }

  #open(parent: XmlElement): { element: XmlElement; isEmpty: boolean } {
    this.#at += 1
    const name = this.#match(elementName)?.[0]
    if (name === undefined) throw badXml(this.#at, 'an element has no name')
    const element = new XmlElement(name, parent)
    for (let found = this.#match(attributePattern); found; found = this.#match(attributePattern)) {
      const [, attribute = '', double, single] = found
      const value = this.#decoded((double ?? single ?? '').replace(/[\t\n]/g, ' '))
      if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) continue
      if (!element.setAttribute(attribute, value)) throw badXml(this.#at, `the attribute ${attribute} is there twice`)
    }
    const end = this.#match(tagEnd)
    if (!end) throw badXml(this.#at, `<${name}> is not written correctly`)
    return { element, isEmpty: end[1] === '/' }
  }

  #close(name: string): boolean {
    this.#at += 2
    if (this.#match(elementName)?.[0] !== name) return false
    return this.#match(tagEnd)?.[1] === ''
  }

  #text(): string {
    const end = this.#xml.indexOf('<', this.#at)
    const text = this.#xml.slice(this.#at, end < 0 ? undefined : end)
    this.#at = end < 0 ? this.#xml.length : end
    return this.#decoded(text)
  }

  #skip(begin: string, end: string): string {
    const from = this.#at + begin.length
    const to = this.#xml.indexOf(end, from)
    if (to < 0) throw badXml(this.#at, `${begin} does not end`)
    this.#at = to + end.length
    return this.#xml.slice(from, to)
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#xml)
    if (found) this.#at = pattern.lastIndex
    return found
  }

  #decoded(text: string): string {
    if (!text.includes('&')) return text
    return text.replace(/&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|(\w{1,10}));|&/g, (entity, decimal, hexadecimal, name) => {
      const known = name === undefined ? characterOf(decimal ?? '', hexadecimal ?? '') : entities.get(name)
      if (known === undefined) throw badXml(this.#at, `${entity} is not an entity of XML`)
      return known
    })
  }
}

function characterOf(decimal: string, hexadecimal: string): string | undefined {
  const code = decimal === '' ? Number.parseInt(hexadecimal, 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

function badXml(at: number, reason: string): Problem {
  return new Problem('bad_xml', `The XML cannot be read: ${reason} (at ${at + 1})`, { position: at })
}
