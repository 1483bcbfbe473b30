import { type Document, LineCounter, parseDocument } from 'yaml'
import { messageOf } from '../../lib/problem.ts'
import type { Finding } from '../form.ts'
import type { FormSource } from '../form-source.ts'
import { type LineOf, lineOf } from './lines.ts'
import { sentencesOf, wrong } from './sentences.ts'
import { formSchema } from './shape.ts'
import { SourceReader } from './source.ts'

/** Characters of a form. The largest shipped form has 40 000; a thousand questions in two languages have 600 000. */
const longestText = 4_000_000
/** Questions and choices together. */
const mostRows = 24_000
/** The YAML reader works on brackets inside each other by recursion, and slowly. */
const bracketTower = /(?:[[{]\s*|[-?]\s+){200}/

/** Reads a form; with any error there is no source. `row` of a finding and of a node is its line. */
export function readYaml(text: string): { source: FormSource } | { findings: Finding[] } {
  if (text.length > longestText)
    return { findings: [wrong('too_long', 'The file is larger than 4 million characters: split the form.')] }
  if (bracketTower.test(text))
    return { findings: [wrong('too_deep', 'The file has hundreds of brackets inside each other: this is no form.')] }
  const rows = Math.max(text.match(/^\s*-\s/gm)?.length ?? 0, text.match(/\{/g)?.length ?? 0)
  if (rows > mostRows)
    return {
      findings: [wrong('too_many_rows', `The file has about ${rows} rows; ${mostRows} is the most: split the form.`)],
    }
  const lines = new LineCounter()
  let doc: Document.Parsed
  try {
    doc = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
  } catch (error) {
    return { findings: [wrong('yaml', `The YAML cannot be read: ${messageOf(error)}.`)] }
  }
  const [problem] = doc.errors
  if (problem) {
    const row = lines.linePos(problem.pos[0]).line
    return {
      findings: [
        wrong('yaml', `The YAML cannot be read here: ${problem.message}. Texts with : , # { } belong in "quotes".`, {
          row,
        }),
      ],
    }
  }
  let plain: unknown
  try {
    plain = doc.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return { findings: [wrong('yaml', `The YAML cannot be read: ${messageOf(error)}.`)] }
  }
  const place: LineOf = (path) => lineOf(doc, lines, path)
  const parsed = formSchema.safeParse(plain)
  if (!parsed.success) return { findings: parsed.error.issues.flatMap((issue) => sentencesOf(issue, plain, place)) }
  return new SourceReader(parsed.data, place).read()
}
