import { noteWork } from '../app/work-plan.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'ID [--began DATE] [--done DATE] [--from DATE] [--until DATE] [--who TEXT] [--because REASON]',
  help: `
  --began, --done DATE  when it really was
  --from, --until DATE  a new planned date; wants --because REASON
  --who TEXT            who sees to it now

Everything that was noted before stays: "kentongan work history ID".`,
  words: { min: 1, max: 1 },
  options: {
    began: { type: 'string' },
    done: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    who: { type: 'string' },
    because: { type: 'string' },
  },
  run: (context) => {
    const { began, done, from, until, who, because } = context.options
    const id = idFrom(context.words[0], 'the number of the activity')
    const note = {
      ...(began !== undefined && { beganOn: began }),
      ...(done !== undefined && { doneOn: done }),
      ...(from !== undefined && { plannedFromOn: from }),
      ...(until !== undefined && { plannedUntilOn: until }),
      ...(who !== undefined && { responsible: who }),
    }
    if (Object.keys(note).length === 0)
      throw new UsageProblem('"kentongan work note" needs one of --began, --done, --from, --until, --who.')
    return withDatabase(context, async (db) => {
      const item = await noteWork(
        db,
        id,
        { ...note, ...(because !== undefined && { reason: because }) },
        { now: context.clock.now(), actor: 'cli' },
      )
      context.print(
        item as unknown as Json,
        `${item.title}: planned ${item.plannedFromOn} to ${item.plannedUntilOn}, really ${item.beganOn ?? '…'} to ${item.doneOn ?? '…'}, ${item.responsible}.`,
      )
      return 0 as const
    })
  },
})
