/** XML as it is written: elements of attributes, elements and text. User text can be anything and never becomes markup. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | undefined>>
  readonly children: readonly (XmlElement | string)[]
}

export function xml(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  return { name, attributes, children }
}

/** The document, on one line: blanks between elements would be text of the answers. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`
}

function written({ name, attributes, children }: XmlElement): string {
  let head = `<${name}`
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined)
      head += ` ${key}="${escaped(value).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`
  if (children.length === 0) return `${head}/>`
  return `${head}>${children.map((child) => (typeof child === 'string' ? escaped(child) : written(child))).join('')}</${name}>`
}

/** Characters that XML 1.0 cannot hold at all are left out. */
const impossible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(impossible, '').replace(/[&<>"]/g, (sign) => entities[sign]!)
}
