import { isRegionCode, WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import { listStories } from '../store/stories.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[REGION]',
  help: `
Stories of change and how far each is: diterima, diperiksa, disetujui, terbit, ditarik; and what its teller allows.`,
  words: { min: 0, max: 1 },
  options: {},
  run: (context) => {
    const region = context.words[0] ?? WHOLE_PROGRAMME
    if (region !== WHOLE_PROGRAMME && !isRegionCode(region)) throw new UsageProblem(`"${region}" is no region code.`)
    return withDatabase(context, async (db) => {
      const stories = await listStories(db, [region])
      context.print(
        stories as unknown as Json,
        stories.length === 0
          ? 'No stories yet.'
          : table(
              stories.map((s) => [
                String(s.id),
                localDate(s.createdAt, 'Asia/Makassar'),
                `${s.regionName} (${s.regionCode})`,
                s.state,
                `${s.place}, ${s.names}, ${s.photos ? 'photos' : 'no photos'}`,
                s.title ?? '',
              ]),
            ),
      )
      return 0 as const
    })
  },
})
