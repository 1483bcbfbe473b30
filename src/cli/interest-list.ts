import type { Json } from '../lib/json.ts'
import { listInterests } from '../store/interests.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[REGION]',
  help: `
Who wants to take part, by place, and what became of it; how many at each level.`,
  words: { min: 0, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const [region] = context.words
      const interests = await listInterests(db, region === undefined ? {} : { within: [region] })
      const byLevel = Object.fromEntries(
        ['desa', 'kecamatan', 'kabupaten'].map((level) => [
          level,
          new Set(interests.filter((i) => i.level === level).map((i) => i.regionCode)).size,
        ]),
      )
      const rows = interests.map((i) => [
        String(i.id),
        i.toldOn,
        `${i.regionName} (${i.regionCode})`,
        i.toldBy,
        i.state + (i.settledOn === null ? '' : ` ${i.settledOn}: ${i.because}`),
        i.what,
      ])
      context.print(
        { interests: interests as unknown as Json, byLevel },
        rows.length === 0
          ? 'Nobody so far.'
          : `${byLevel['desa']} villages, ${byLevel['kecamatan']} kecamatan, ${byLevel['kabupaten']} kabupaten.\n${table(rows)}`,
      )
      return 0 as const
    }),
})
