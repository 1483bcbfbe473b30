import { isRetentionKind, retentionDays, retentionRules } from '../domain/retention.ts'
import { UsageProblem } from '../lib/problem.ts'
import { audit, findSetting, setSetting } from '../store/settings.ts'
import { defineCommand } from './command.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'KIND DAYS | KIND usual',
  help: `
  KIND  ${retentionRules.map(({ kind }) => kind).join(', ')}
  DAYS  ${retentionDays.min} to ${retentionDays.max}; "usual" takes back what was set

A shorter period reaches what is there already: look with "retention run --dry-run" before the night's run does it.`,
  words: { min: 2, max: 2 },
  options: {},
  async run(context) {
    const [kind, given] = context.words as [string, string]
    if (!isRetentionKind(kind))
      throw new UsageProblem(`"${kind}" is no kind: it is one of ${retentionRules.map((r) => r.kind).join(', ')}.`)
    const { min, max } = retentionDays
    const days = given === 'usual' ? undefined : Number(given)
    if (days !== undefined && !(Number.isInteger(days) && days >= min && days <= max))
      throw new UsageProblem(`"${given}" is no number of days from ${min} to ${max}.`)
    return withDatabase(context, async (db) => {
      await db.transaction(async (sql) => {
        const { [kind]: before, ...others } = (await findSetting(sql, 'retention')) ?? {}
        await setSetting(sql, 'retention', days === undefined ? others : { ...others, [kind]: days })
        await audit(sql, {
          at: context.clock.now(),
          actor: 'cli',
          action: 'set_retention',
          object: `retention:${kind}`,
          details: { before: before ?? null, days: days ?? null },
        })
      })
      context.print(
        { kind, days: days ?? null },
        days === undefined ? `${kind}: the usual period again.` : `${kind}: kept for ${days} days.`,
      )
      return 0 as const
    })
  },
})
