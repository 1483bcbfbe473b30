import { importShapes } from '../app/import-shapes.ts'
import { defineCommand } from './command.ts'
import { readInput } from './input.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'FILE.geojson [--source TEXT]',
  help: `
  --source TEXT   where the outlines come from; printed under the map

A GeoJSON FeatureCollection: each feature a village with its Kemendagri code as property "code" (or "kode") and a Polygon,
MultiPolygon or Point. Villages of other kabupaten are passed over; those that are not in the file stay as they are.`,
  words: { min: 1, max: 1 },
  options: { source: { type: 'string' } },
  run: (context) =>
    withDatabase(context, async (db) => {
      const file = context.words[0]!
      const { source = '' } = context.options
      const result = await importShapes(db, readInput(file), { source }, { now: context.clock.now(), actor: 'cli' })
      const { villages, kabupaten, unknown } = result
      context.print(
        { file, villages, kabupaten, unknown },
        `${villages} villages of ${kabupaten.join(', ')} have their shape from ${file}.${unknown.length === 0 ? '' : ` ${unknown.length} others are not in this programme, such as ${unknown[0]}.`}`,
      )
      return 0 as const
    }),
})
