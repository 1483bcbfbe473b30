import { setUp } from '../app/set-up.ts'
import { defineCommand } from './command.ts'
import { backupFolder, withNewDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[--kabupaten CODE,CODE…]',
  help: `
  --kabupaten CODES  codes of the official register, separated by commas; default: those of before, else 81.05,53.18

Safe to repeat. Loads places, programme, calendar and forms, and no person: people come with "kentongan people import".
Place names: idn-area-data, data under the Open Database License 1.0.`,
  words: { min: 0, max: 0 },
  options: { kabupaten: { type: 'string' } },
  run: (context) =>
    withNewDatabase(context, async (db, config) => {
      const kabupaten = context.options.kabupaten?.split(/[,\s]+/).filter((code) => code !== '')
      const counts = await setUp(db, {
        now: context.clock.now(),
        backupFolder: backupFolder(config),
        ...(kabupaten && { kabupaten }),
      })
      const changes = [
        counts.migrations.length > 0 && `${counts.migrations.length} migrations applied`,
        counts.regions > 0 && `${counts.regions} regions loaded`,
        counts.newForms.length > 0 && `forms installed: ${counts.newForms.join(', ')}`,
        counts.newRounds.length > 0 && `earlier rounds: ${counts.newRounds.join(', ')}`,
      ].filter((change) => change !== false)
      context.print(
        { database: db.place, ...counts },
        `The database ${db.place} is ready for kabupaten ${counts.kabupaten.join(', ')}${changes.length > 0 ? ` (${changes.join('; ')})` : ', nothing had to change'}.`,
      )
      return 0 as const
    }),
})
