import type { NodeSource } from './form-source.ts'

/** What the cells of a form say by themselves: names, yes and no, quotes, names in holes, pairs, plain values and expressions. */

/** What can be a name in an expression and in XML: of a node, a form, a list of entities, a property. */
export const namePattern = /^[\p{L}_][\p{L}\p{N}_.-]*$/u

/** Words for yes in a cell, in small letters. */
export const yes: ReadonlySet<string> = new Set(['true', 'yes', 'ya', 'true()', '1'])
/** Words for no in a cell, in small letters; an empty cell is one. */
export const no: ReadonlySet<string> = new Set(['false', 'no', 'tidak', 'false()', '0', ''])

/** A cell that holds TRUE or no alone, as spreadsheets write it, is that and no path: as XLSForm's tools have it. */
export function expressionOfWord(text: string): string {
  if (/^\s*(?:yes|true)\s*$/i.test(text)) return 'true()'
  return /^\s*(?:no|false)\s*$/i.test(text) ? 'false()' : text
}

/** Word processors make quotes curly, which no expression can read. */
export function straightQuotes(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
}

/** Whether a default is an expression, by the rule of XLSForm: it calls a function, names a question, or calculates. */
export function isDynamic(value: string, type: string): boolean {
  if (/\$\{[^}]+\}/.test(value)) return true
  if (/(^|[\s(,+*=-])[a-z][a-z0-9-]*(:[a-z-]+)?\(.*\)/s.test(value)) return true
  return (
    ['integer', 'decimal', 'money_idr', 'percent', 'range'].includes(type) && /\d\s*[+*]|\d\s+-\s|\bdiv\b/.test(value)
  )
}

/** The names in `${…}`, as the column `trigger` has them. */
export function namesInHoles(text: string | undefined): string[] {
  return Array.from((text ?? '').matchAll(/\$\{\s*([^}]*?)\s*\}/g), (match) => match[1]!)
}

/** `name=value` pairs that blanks, commas or semicolons part; a piece that is no pair has no name. */
export function pairsOf(
  parameters: string | undefined,
): readonly { readonly name: string | undefined; readonly value: string }[] {
  return (parameters ?? '')
    .split(/[;,]|\s+(?=[\w-]+\s*=)/)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => {
      const cut = piece.indexOf('=')
      return cut > 0
        ? { name: piece.slice(0, cut).trim(), value: piece.slice(cut + 1).trim() }
        : { name: undefined, value: piece.trim() }
    })
}

/** One parameter of a question; letter case of its name does not count. */
export function parameterOf({ parameters }: NodeSource, name: string): string | undefined {
  return pairsOf(parameters).find((pair) => pair.name?.toLowerCase() === name)?.value
}
