import { addWork } from '../app/work-plan.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'KABUPATEN --title TEXT --who TEXT --from DATE --until DATE [--finding TEXT]',
  help: `
KABUPATEN is a code, or * for the whole programme.

  --title TEXT           what is to be done; --who TEXT who sees to it
  --from, --until DATE   when
  --finding TEXT         the finding of an audit that it answers, as it stands there: "Audit 2024 no. 3: bukti kas"

It is followed like every activity: late ones stand in the weekly digest of the team, a planned date moves only with its
reason. "kentongan work list --findings" lists those that answer a finding.`,
  words: { min: 1, max: 1 },
  options: {
    title: { type: 'string' },
    who: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    finding: { type: 'string' },
  },
  run: (context) => {
    const { title, who, from, until, finding = '' } = context.options
    if (title === undefined || who === undefined || from === undefined || until === undefined)
      throw new UsageProblem('"kentongan work add" needs --title, --who, --from and --until.')
    return withDatabase(context, async (db) => {
      const item = await addWork(
        db,
        {
          kabupatenCode: context.words[0]!,
          title,
          responsible: who,
          plannedFromOn: from,
          plannedUntilOn: until,
          finding,
        },
        { now: context.clock.now(), actor: 'cli' },
      )
      context.print(item as unknown as Json, `Activity ${item.id}: ${item.title}, until ${item.plannedUntilOn}.`)
      return 0 as const
    })
  },
})
