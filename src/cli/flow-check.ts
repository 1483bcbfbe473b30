import { basename, dirname } from 'node:path'
import { checkForm } from '../flows/check.ts'
import type { Finding } from '../flows/form.ts'
import type { FormSource } from '../flows/form-source.ts'
import { everyNode } from '../flows/walk-source.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { withAttachedFiles } from './attached-files.ts'
import { defineCommand } from './command.ts'
import { readInput } from './input.ts'

export const command = defineCommand({
  usage: 'FILE… [--strict]',
  help: `
  --strict  warnings count too

Reads forms of any kind, told by their content: YAML, XLSForm workbooks, .csv and markdown tables. Prints every finding
with its place; with --json one array of {file, sheet, row, column, name, level, code, message}. Exit code 1 when a form
cannot be installed.`,
  words: { min: 1, max: 1_000 },
  options: { strict: { type: 'boolean' } },
  async run(context) {
    const found = context.words.flatMap((file) => {
      const { source, findings } = checkForm(readInput(file), basename(file).replace(/\.[^.]*$/, ''))
      return [...findings, ...(source ? filesLackingOf(source, file) : [])].map((finding) => ({ file, finding }))
    })
    const counted = found.filter(({ finding }) => context.options.strict === true || finding.level === 'error')
    context.print(
      found.map(({ file, finding }) => jsonOf(file, finding)),
      found.length === 0
        ? `${context.words.length === 1 ? 'The form is' : `All ${context.words.length} forms are`} fine.`
        : found.map(({ file, finding }) => lineOf(file, finding)).join('\n'),
    )
    return counted.length === 0 ? 0 : 1
  },
})

/** Lists that the form takes from files which do not stand beside it. */
function filesLackingOf(source: FormSource, file: string): Finding[] {
  try {
    return withAttachedFiles(source, dirname(file)).missing.map((name) => ({
      level: 'warning',
      code: 'no_such_file',
      message: `The list "${name}" does not stand beside the form: put the file into the same folder before it is installed.`,
      sheet: 'survey',
      ...placeOfFile(source, name),
    }))
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error
    return [{ level: 'error', code: 'bad_file', message: error.message }]
  }
}

function placeOfFile(source: FormSource, name: string): Partial<Finding> {
  const node = everyNode(source.survey).find((one) =>
    JSON.stringify({ ...one, questions: [] }).includes(name.replace(/\.\w+$/, '')),
  )
  return { ...(node?.row !== undefined && { row: node.row }), ...(node && { name: node.name }) }
}

function jsonOf(file: string, { sheet, row, column, name, level, code, message }: Finding): Json {
  return {
    file,
    sheet: sheet ?? null,
    row: row ?? null,
    column: column ?? null,
    name: name ?? null,
    level,
    code,
    message,
  }
}

function lineOf(file: string, { sheet, row, column, name, level, message }: Finding): string {
  const place = [sheet, row === undefined ? undefined : `row ${row}`, column, name].filter((part) => part !== undefined)
  return `${file}${place.length > 0 ? ` (${place.join(', ')})` : ''}: ${level}: ${message}`
}
