import { listRoundForms, listRounds } from '../store/rounds.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '',
  help: '',
  words: { min: 0, max: 0 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const rounds = []
      for (const round of await listRounds(db)) {
        const forms = (await listRoundForms(db, round.id)).map(({ formName, level, depth, opensOn, dueOn }) => ({
          form: formName,
          level,
          depth,
          opensOn,
          dueOn,
        }))
        const { code, number, state, kabupaten } = round
        rounds.push({ code, number, state, kabupaten, forms })
      }
      const rows = rounds.flatMap((r) =>
        r.forms.map((f) => [r.code, r.state, f.form, f.depth, f.opensOn, f.dueOn, r.kabupaten]),
      )
      context.print(
        rounds,
        rows.length > 0
          ? table([['code', 'state', 'form', 'depth', 'opens', 'due', 'kabupaten'], ...rows], '')
          : 'There is no round yet: "kentongan round create" makes one.',
      )
      return 0 as const
    }),
})
