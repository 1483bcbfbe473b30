import { basename } from 'node:path'
import { checkForm } from '../flows/check.ts'
import type { Finding } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
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
    const found = context.words.flatMap((file) =>
      checkForm(readInput(file), basename(file).replace(/\.[^.]*$/, '')).findings.map((finding) => ({ file, finding })),
    )
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
