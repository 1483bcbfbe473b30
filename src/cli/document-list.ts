import { documentKinds } from '../domain/documents.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { listDocuments } from '../store/documents.ts'
import { defineCommand } from './command.ts'
import { referencesFrom } from './document-add.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[REGION] [--kind KIND] [--find TEXT] [--meeting ID | --recommendation ID] [--all]',
  help: `
  --kind KIND     ${documentKinds.map(({ code }) => code).join(', ')}
  --find TEXT     in title or number
  --meeting ID, --recommendation ID   what belongs to it
  --all           versions that were replaced too`,
  words: { min: 0, max: 1 },
  options: {
    kind: { type: 'string' },
    find: { type: 'string' },
    meeting: { type: 'string' },
    recommendation: { type: 'string' },
    all: { type: 'boolean' },
  },
  run: (context) => {
    const { kind, find, all } = context.options
    if (kind !== undefined && !documentKinds.some(({ code }) => code === kind))
      throw new UsageProblem(
        `"${kind}" is no kind of document: choose ${documentKinds.map(({ code }) => code).join(', ')}.`,
      )
    const [about] = referencesFrom(context.options)
    const [region] = context.words
    return withDatabase(context, async (db) => {
      const documents = await listDocuments(db, db, {
        ...(region !== undefined && { within: [region] }),
        ...(kind !== undefined && { kind }),
        ...(find !== undefined && { find }),
        ...(about && { about }),
        ...(all === true && { all }),
      })
      const rows = documents.map((d) => [
        String(d.id),
        d.datedOn,
        d.kind,
        d.regionCode,
        d.number,
        d.title,
        `version ${d.version}, ${d.state}${d.replacedById === null ? '' : `, replaced by ${d.replacedById}`}`,
        d.hash === null ? (d.link ?? '') : `${d.ending}, ${Math.ceil((d.bytes ?? 0) / 1024)} KB`,
      ])
      context.print({ documents: documents as unknown as Json }, rows.length === 0 ? 'No such documents.' : table(rows))
      return 0 as const
    })
  },
})
