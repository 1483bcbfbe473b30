import { requireBreach, touchedPeople } from '../app/breaches.ts'
import { hoursLeft } from '../domain/breaches.ts'
import type { Json } from '../lib/json.ts'
import { listBreaches } from '../store/breaches.ts'
import { audit } from '../store/settings.ts'
import { defineCommand } from './command.ts'
import { momentIn } from './instant.ts'
import { idFrom } from './meeting-options.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'

const zone = 'Asia/Makassar'

export const command = defineCommand({
  usage: '[ID]',
  help: `
Without ID: every breach, the hours that are left, and how many people were told. With ID: who is touched, by number ("people
list" has the names), by what, and whether they were told; who cannot be written to is told by letter. That somebody
looked is written down.`,
  words: { min: 0, max: 1 },
  options: {},
  run: (context) =>
    withServices(context, async (services) => {
      const now = context.clock.now()
      const [word] = context.words
      if (word === undefined) {
        const all = (await listBreaches(services.db)).map((b) => ({ ...b, hoursLeft: hoursLeft(b.knownAt, now) }))
        context.print(
          all as unknown as Json,
          all.length === 0
            ? 'No breach so far.'
            : table(
                all.map((b) => [
                  String(b.id),
                  `known ${momentIn(b.knownAt, zone)}`,
                  b.regionCode,
                  b.kinds,
                  `${b.told} of ${b.people} told`,
                  b.authorityAt === null ? 'authority not told' : `authority ${momentIn(b.authorityAt, zone)}`,
                  b.closedAt === null ? `${b.hoursLeft} hours left` : `closed ${momentIn(b.closedAt, zone)}`,
                ]),
              ),
        )
        return 0 as const
      }
      const breach = await requireBreach(services.db, idFrom(word, 'the number of the breach'))
      const people = (await touchedPeople(services, breach.id, now)).map(({ holder, ...person }) => ({
        ...person,
        channel: holder?.channel ?? null,
        because: person.because ?? null,
      }))
      await audit(services.db, { at: now, actor: 'cli', action: 'read_breach', object: `breach:${breach.id}` })
      context.print(
        { ...breach, people } as unknown as Json,
        table(
          people.map((p) => [
            String(p.personId),
            p.regionCode ?? '-',
            p.kinds,
            p.toldAt === null
              ? p.because === null
                ? `to be written to by ${p.channel}`
                : `to be told by letter: ${p.because}`
              : `told ${momentIn(p.toldAt, zone)}, ${p.how}`,
          ]),
        ),
      )
      return 0 as const
    }),
})
