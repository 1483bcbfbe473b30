import { plain } from '../domain/activities.ts'
import { localTime, zoneName } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import type { Database } from '../store/database.ts'
import { type ListedPerson, listPeople } from '../store/people-list.ts'
import { audit } from '../store/settings.ts'
import { createSignInLink, hasStaff, linkLastsMs } from '../store/sign-in.ts'
import { defineCommand } from './command.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '--for PERSON',
  help: `
  --for PERSON  the number of "kentongan people list", or the whole name

The link is good once, for 15 minutes. It opens the console with the rights of that person's seats. It begins with
PUBLIC_URL, else with HOST and PORT.`,
  words: { min: 0, max: 0 },
  options: { for: { type: 'string' } },
  async run(context) {
    const wanted = context.options.for
    if (wanted === undefined) throw new UsageProblem('"kentongan console link" needs --for PERSON.')
    return withDatabase(context, async (db, config) => {
      const now = context.clock.now()
      const person = findOne(await listPeople(db, now), wanted)
      const token = await createSignInLink(db, { personId: person.id, now })
      await audit(db, { at: now, actor: 'cli', action: 'console_link_made', object: `person:${person.id}` })
      const link = linkTo(config.publicUrl ?? `http://${config.host}:${config.port}`, token)
      const zone = 'Asia/Makassar'
      context.print(
        { person: person.id, name: person.name, link, expiresAt: new Date(now + linkLastsMs).toISOString() },
        `${link}\nFor ${person.name}, once, until ${localTime(now + linkLastsMs, zone)} ${zoneName(zone)}.`,
      )
      return 0 as const
    })
  },
})

/**
 * The link that `start` prints: while nobody is staff yet, and on a demo database, whoever started the service may look
 * around as admin. Undefined otherwise.
 */
export async function signInLinkForStart(
  db: Database,
  options: { readonly now: number; readonly base: string; readonly demo: boolean },
): Promise<string | undefined> {
  const { now, base, demo } = options
  if (!demo && (await hasStaff(db, now))) return undefined
  return linkTo(base, await createSignInLink(db, { personId: null, now }))
}

const linkTo = (base: string, token: string) => `${base.replace(/\/+$/, '')}/masuk?t=${token}`

function findOne(people: readonly ListedPerson[], wanted: string): ListedPerson {
  const found = people.filter((p) => String(p.id) === wanted.trim() || plain(p.name) === plain(wanted))
  const [person, another] = found
  if (!person)
    throw new UsageProblem(`There is nobody "${wanted}" with a seat: "kentongan people list" shows numbers and names.`)
  if (another)
    throw new UsageProblem(
      `"${wanted}" is the name of ${found.length} people (${found.map((p) => p.id).join(', ')}): give the number.`,
    )
  return person
}
