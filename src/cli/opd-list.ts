import { officeLoads } from '../app/import-offices.ts'
import { listOffices } from '../store/offices.ts'
import { defineCommand } from './command.ts'
import { counted } from './counted.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[KABUPATEN] [--all]',
  help: `
  --all  also those that are no more

The offices (OPD) of a kabupaten with what hangs on them: people in their seats, programmes, open recommendations.`,
  words: { min: 0, max: 1 },
  options: { all: { type: 'boolean' } },
  run: (context) =>
    withDatabase(context, async (db) => {
      const own = await listOffices(db, context.words[0])
      const shown = own.filter((office) => office.active || context.options.all === true)
      const offices = (await officeLoads(db, db, shown, context.clock.now())).map(({ office, ...load }) => ({
        ...office,
        ...load,
      }))
      const rows = offices.map((o) => [
        o.kabupatenCode,
        o.code,
        o.name,
        o.short,
        [
          counted(o.seats, 'seat'),
          counted(o.programmes, 'programme'),
          counted(o.recommendations, 'open recommendation'),
        ].join(', '),
        o.active ? '' : 'no more',
      ])
      context.print({ offices }, rows.length === 0 ? 'No offices there.' : table(rows))
      return 0 as const
    }),
})
