import { messageOf } from '../../lib/problem.ts'
import { expressionOfWord, isDynamic, no, yes } from '../cells.ts'
import {
  type Expression,
  ExpressionProblem,
  parseExpression,
  parseTemplate,
  type Template,
} from '../expressions/index.ts'
import { type FindingPlace, type Findings, placeOf } from '../findings.ts'
import type { LocalTemplate } from '../form.ts'
import type { NodeSource, Texts } from '../form-source.ts'
import { plainText } from '../plain-text.ts'

type Column = keyof NodeSource & string

/** A cell of the survey that was parsed, and the names that it reads by `${…}`. */
export interface ParsedCell {
  readonly written: NodeSource
  readonly column: Column
  readonly references: readonly string[]
  /** Undefined for a text. */
  readonly expression?: Expression
}

/** Parses the expressions and texts of a form, and remembers those of the survey until all names are known. */
export class ParsedCells {
  readonly all: ParsedCell[] = []
  readonly #findings: Findings
  readonly #language: string

  /** `language`: the form's default one, which stands in where a text lacks another. */
  constructor(findings: Findings, language: string) {
    this.#findings = findings
    this.#language = language
  }

  /** An expression, or yes or no; undefined for no. */
  condition(written: NodeSource, column: 'relevant' | 'required' | 'read_only'): Expression | undefined {
    const value = written[column]?.trim().toLowerCase()
    if (value === undefined || (column !== 'relevant' && no.has(value))) return undefined
    if (column !== 'relevant' && yes.has(value)) return parseExpression('true()')
    if (/^[a-z_][\w-]*$/.test(value) && !yes.has(value) && !no.has(value)) {
      this.#findings.error(
        'bare_word',
        `"${column}" of "${written.name}" is the word "${written[column]!.trim()}", which says nothing: write yes or no, or an expression such as \${name} = 'x'.`,
        placeOf(written, column),
      )
      return undefined
    }
    return this.expression(written, column)
  }

  expression(written: NodeSource, column: Column): Expression | undefined {
    const text = written[column]
    if (typeof text !== 'string' || text.trim() === '') return undefined
    const place = placeOf(written, column)
    const expression = this.parse(expressionOfWord(text), `"${column}" of "${written.name}"`, place)
    if (!expression) return undefined
    for (const warning of expression.warnings)
      this.#findings.warn('expression', `"${column}" of "${written.name}": ${warning.message}`, place)
    this.all.push({ written, column, references: expression.references, expression })
    return expression
  }

  /** A default: an expression, or a value as it stands. */
  default(written: NodeSource): Expression | undefined {
    const { default: value } = written
    if (value === undefined || value === '') return undefined
    if (isDynamic(value, written.type)) return this.expression(written, 'default')
    return parseExpression(quoted(value))
  }

  text(written: NodeSource, column: Column): LocalTemplate | undefined {
    const value = written[column] as Texts | undefined
    if (value === undefined) return undefined
    const template = this.template(value, placeOf(written, column))
    const references = [...template.byLanguage.values()].flatMap((one) => [...one.references])
    this.all.push({ written, column, references })
    return template
  }

  /** A text that stands in no row of the survey, such as the title or a choice's label. */
  template(texts: Texts, place: FindingPlace): LocalTemplate {
    const byLanguage = new Map<string, Template>()
    for (const [language, text] of Object.entries(texts))
      try {
        byLanguage.set(language, parseTemplate(plainText(text)))
      } catch (error) {
        this.#refuse(error, `The text "${text.slice(0, 40)}"`, place)
      }
    const fallback = byLanguage.get(this.#language) ?? byLanguage.values().next().value ?? parseTemplate('')
    return { byLanguage, in: (language) => byLanguage.get(language) ?? fallback }
  }

  /** Undefined, and named as `what`, where the expression cannot be read. */
  parse(text: string, what: string, place: FindingPlace): Expression | undefined {
    try {
      return parseExpression(text)
    } catch (error) {
      this.#refuse(error, what, place)
      return undefined
    }
  }

  #refuse(error: unknown, what: string, place: FindingPlace): void {
    if (!(error instanceof ExpressionProblem)) throw error
    this.#findings.error(error.code, `${what}: ${messageOf(error)}.`, place)
  }
}

/** An expression that is this text. XPath has no escape for quotes. */
function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`
  if (!text.includes('"')) return `"${text}"`
  return `concat(${text
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)})`
}
