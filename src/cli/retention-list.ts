import { daysOf, retentionRules } from '../domain/retention.ts'
import { findSetting } from '../store/settings.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '',
  help: `
How long each kind of data is kept. "retention set" changes a period, "retention run --dry-run" says what is over now.`,
  words: { min: 0, max: 0 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const settings = (await findSetting(db, 'retention')) ?? {}
      const rules = retentionRules.map((rule) => ({
        ...rule,
        days: daysOf(rule.kind, settings),
        usual: rule.days,
      }))
      context.print(
        rules,
        table(
          [
            ['kind', 'days', 'usual', 'since', 'what'],
            ...rules.map((r) => [r.kind, String(r.days), String(r.usual), r.since, r.what]),
          ],
          '',
        ),
      )
      return 0 as const
    }),
})
