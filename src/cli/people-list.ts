import { positionFacts } from '../domain/positions.ts'
import { covers } from '../domain/regions.ts'
import type { Json } from '../lib/json.ts'
import { type ListedPerson, listPeople } from '../store/people-list.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[--for CODE…]',
  help: '  --for CODE  only people of this place and everything below it; may be given several times',
  words: { min: 0, max: 0 },
  options: { for: { type: 'string', multiple: true } },
  run: (context) =>
    withDatabase(context, async (db) => {
      const codes = context.options.for
      const people = (await listPeople(db, context.clock.now())).filter(
        (p) => codes === undefined || p.seats.some((s) => codes.some((code) => covers(code, s.regionCode))),
      )
      const rows = people.flatMap((p) =>
        p.seats.map((s) => [String(p.id), s.regionCode, s.place, positionFacts[s.position].label, p.name, stateOf(p)]),
      )
      context.print(
        people as unknown as Json,
        rows.length > 0
          ? table([['id', 'kode', 'wilayah', 'jabatan', 'nama', 'keadaan'], ...rows], '')
          : 'Nobody is there yet: "kentongan people import FILE.xlsx" brings people in.',
      )
      return 0 as const
    }),
})

function stateOf(person: ListedPerson): string {
  if (person.stopped) return 'stopped'
  if (person.channels.length > 0) return person.channels.join(', ')
  return person.invited ? 'invited' : 'not invited'
}
