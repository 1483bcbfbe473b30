import type { FormSource, NodeSource } from '../form-source.ts'
import type { XNode } from './references.ts'
import type { Tree } from './tree.ts'

/** Of an XML element; one without a value is left out. */
export type Attributes = Record<string, string | undefined>

const standardSpaces = {
  xmlns: 'http://www.w3.org/2002/xforms',
  'xmlns:h': 'http://www.w3.org/1999/xhtml',
  'xmlns:ev': 'http://www.w3.org/2001/xml-events',
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:jr': 'http://openrosa.org/javarosa',
  'xmlns:orx': 'http://openrosa.org/xforms',
  'xmlns:odk': 'http://www.opendatakit.org/xforms',
} as const
export const entitySpace = 'http://www.opendatakit.org/xforms/entities'

/** The namespaces of the document: those of every XForm, and the form's own. */
export function spacesOf({ settings }: FormSource): Attributes {
  const pairs = Array.from(String(settings.namespaces ?? '').matchAll(/([A-Za-z_][\w.-]*)\s*=\s*["']([^"']+)["']/g))
  return { ...standardSpaces, ...Object.fromEntries(pairs.map(([, prefix, uri]) => [`xmlns:${prefix}`, uri!])) }
}

const attributeName = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/

/**
 * Columns that other tools know, such as `bind::odk:length`; one whose prefix nobody declared would break the file.
 * @param prefix what stands in front of the attribute in the column's header
 * @param from the node that names in a value are seen from
 */
export function extraAttributes(
  { extra }: NodeSource,
  prefix: RegExp,
  { spaces, tree }: { readonly spaces: Attributes; readonly tree: Tree },
  from?: XNode,
): Attributes {
  const found: Attributes = {}
  for (const [header, value] of Object.entries(extra ?? {})) {
    const name = prefix.test(header) ? header.replace(prefix, '') : undefined
    if (name === undefined || !attributeName.test(name) || /^(nodeset|ref|type)$/.test(name)) continue
    const space = name.includes(':') ? name.split(':')[0]! : undefined
    if (space !== undefined && !Object.hasOwn(spaces, `xmlns:${space}`)) continue
    found[name] = /\$\{/.test(value) ? tree.paths(value, from) : value
  }
  return found
}
