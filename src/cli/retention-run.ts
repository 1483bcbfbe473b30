import { previewPurge, purge } from '../app/purge.ts'
import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: '[--dry-run]',
  help: `
  --dry-run  say what would go, and change nothing

Drops what is over its time ("retention list"), as the service does every night, in rows and in files. Numbers only, nothing of anybody.
Backups lose it as they age out.`,
  words: { min: 0, max: 0 },
  options: { 'dry-run': { type: 'boolean' } },
  run: (context) =>
    withServices(context, async (services) => {
      const now = context.clock.now()
      const preview = (await previewPurge(services, now)).filter(({ n }) => n > 0)
      const dry = context.options['dry-run'] === true
      const dropped = dry ? preview : (await purge(services, now, 'cli')).filter(({ n }) => n > 0)
      const oldest = (kind: string, name: string) => {
        const at = preview.find((p) => p.kind === kind && p.table === name)?.oldestAt
        return at == null ? '' : localDate(at, 'Asia/Makassar')
      }
      const rows = dropped.map(({ kind, table: name, n, bytes }) => ({
        kind,
        table: name,
        n,
        oldest: oldest(kind, name),
        ...(bytes !== undefined && { bytes }),
      }))
      context.print(
        { dryRun: dry, rows } as unknown as Json,
        rows.length === 0
          ? 'Nothing is over its time.'
          : `${dry ? 'Would go' : 'Gone'}:\n${table([
              ['kind', 'table', 'number', 'oldest', 'size'],
              ...rows.map((r) => [
                r.kind,
                r.table,
                String(r.n),
                r.oldest,
                r.bytes === undefined ? '' : `${Math.ceil(r.bytes / 1024)} KB`,
              ]),
            ])}`,
      )
      return 0 as const
    }),
})
