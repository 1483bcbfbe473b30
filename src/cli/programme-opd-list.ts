import { placesLeft } from '../domain/recommendations.ts'
import { readOfficeBook } from '../store/offices.ts'
import { listOpdProgrammes } from '../store/opd-programmes.ts'
import { defineCommand } from './command.ts'
import { numberFrom } from './meeting-options.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[KABUPATEN] [--year YEAR]',
  help: `
  --year YEAR  only this budget year

Programmes of offices with the places (lokus) that are left; a village takes one, however many recommendations name it.`,
  words: { min: 0, max: 1 },
  options: { year: { type: 'string' } },
  run: (context) =>
    withDatabase(context, async (db) => {
      const year = numberFrom(context.options.year, '--year')
      const [kabupatenCode] = context.words
      const programmes = (
        await listOpdProgrammes(db, {
          ...(kabupatenCode !== undefined && { kabupatenCode }),
          ...(year !== undefined && { year }),
        })
      ).map((p) => ({ ...p, placesLeft: placesLeft(p) }))
      const book = await readOfficeBook(db)
      const rows = programmes.map((p) => [
        String(p.id),
        p.kabupatenCode,
        String(p.year),
        book.nameOf(p.kabupatenCode, p.opd),
        p.name,
        `${p.placesLeft} of ${p.placesTotal} left`,
        p.placesLeft < 0 ? 'more villages than places' : '',
      ])
      context.print({ programmes }, rows.length === 0 ? 'No programmes yet.' : table(rows))
      return 0 as const
    }),
})
