import { planWords } from '../app/plan-words.ts'
import { requirePlanVersion } from '../app/print-plan.ts'
import { planDiff } from '../domain/plan-versions.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { listPlanVersions, versionBefore } from '../store/plan-versions.ts'
import { planDiffLines } from '../wording/system/plan-versions.ts'
import { defineCommand } from './command.ts'
import { villageCode } from './village-code.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'VILLAGE [--from YEAR] [--to YEAR]',
  help: `
  --from YEAR   the earlier version; default: the one before
  --to YEAR     the later version; default: the newest

What is new in a village's livelihood plan, what changed, what ended and what was carried over. 1 where nothing differs.`,
  words: { min: 1, max: 1 },
  options: { from: { type: 'string' }, to: { type: 'string' } },
  run: (context) => {
    const code = villageCode(context.words[0]!)
    const [from, to] = [yearOf(context.options.from), yearOf(context.options.to)]
    return withServices(context, async (services) => {
      const versions = await listPlanVersions(services.db, code)
      const after = requirePlanVersion(versions, code, to)
      const before = from === undefined ? versionBefore(versions, after) : requirePlanVersion(versions, code, from)
      if (!before) throw new UsageProblem(`The plan of ${code} has one version only: there is nothing to compare.`)
      const diff = planDiff(before, after)
      const speech = { texts: services.texts, language: 'en', zone: 'Asia/Makassar' }
      const lines = planDiffLines(diff, await planWords(services, services.db, 'en'), speech)
      context.print(
        { from: before.year, to: after.year, ...diff } as unknown as Json,
        [`${code}: ${before.year}${before.source === 'loaded' ? ' (as loaded)' : ''} to ${after.year}`, ...lines].join(
          '\n',
        ),
      )
      const { added, changed, ended, profile, goal } = diff
      return added.length + changed.length + ended.length + profile.length === 0 && goal === undefined ? 1 : 0
    })
  },
})

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^20\d\d$/.test(text)) throw new UsageProblem(`"${text}" is no year such as 2025.`)
  return Number(text)
}
