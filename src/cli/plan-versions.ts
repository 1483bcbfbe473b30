import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import { listPlanVersions } from '../store/plan-versions.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { villageCode } from './village-code.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'VILLAGE',
  help: `
The versions of a village's livelihood plan: one a year, made by the form pemutakhiran-vlp, and before the first the plan
as it was loaded. "kentongan plan diff VILLAGE" says what changed, "kentongan print vlp VILLAGE" writes it on paper.`,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) => {
    const code = villageCode(context.words[0]!)
    return withDatabase(context, async (db) => {
      const versions = await listPlanVersions(db, code)
      context.print(
        versions as unknown as Json,
        versions.length === 0
          ? `${code} has no version of its plan yet.`
          : table(
              versions.map((v) => [
                String(v.year),
                v.source === 'loaded' ? 'as loaded' : `workshop of ${v.heldOn}`,
                `${v.activities.length} activities`,
                `${v.ended.length} ended`,
                `kept ${localDate(v.changedAt, 'Asia/Makassar')}`,
              ]),
            ),
      )
      return 0 as const
    })
  },
})
