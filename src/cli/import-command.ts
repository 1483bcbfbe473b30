import type { ImportTemplate } from '../documents/import-template.ts'
import type { RowIssue } from '../domain/row-cells.ts'
import type { Json } from '../lib/json.ts'
import type { Database, Sql } from '../store/database.ts'
import { type CommandContext, defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'
import { writeOutput } from './write-output.ts'

/** What the imports of people and plans have in common: a template to fill in, and a list of what is wrong with a file. */

export function printIssues(context: CommandContext, file: string, issues: readonly RowIssue[]): 1 {
  const rows = issues.map((issue) => [`baris ${issue.row}`, issue.column, issue.message])
  context.print(
    { imported: false, file, issues: issues as unknown as Json },
    `Nothing was imported from ${file}; ${issues.length} cells must be corrected first:\n${table(rows)}`,
  )
  return 1
}

export function templateCommand(defaultFile: string, build: (sql: Sql | undefined) => Promise<ImportTemplate>) {
  return defineCommand({
    usage: '[-o FILE.xlsx] [--force]',
    help: `
  -o FILE.xlsx  where to write it; default: ${defaultFile}
  --force       replace a file that is there

The workbook has an empty sheet to fill in, an example, an explanation of each column, and the codes of all places when
the database is set up.`,
    words: { min: 0, max: 1 },
    options: { output: { type: 'string', short: 'o' }, force: { type: 'boolean' } },
    async run(context) {
      const file = context.options.output ?? context.words[0] ?? defaultFile
      const { writeImportTemplate } = await import('../documents/import-template.ts')
      const template = await withPlaces(context, build)
      writeOutput(file, await writeImportTemplate(template), { force: context.options.force === true })
      context.print({ file }, `Wrote ${file}.`)
      return 0
    },
  })
}

/** The template is of use before set-up too, only without the list of places. */
async function withPlaces(
  context: CommandContext,
  build: (sql: Sql | undefined) => Promise<ImportTemplate>,
): Promise<ImportTemplate> {
  try {
    return await withDatabase(context, (db: Database) => build(db))
  } catch (error) {
    if ((error as { code?: string }).code !== 'not_set_up') throw error
    return build(undefined)
  }
}
