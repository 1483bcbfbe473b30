import { noteTold, requireBreach, tellTouched, touchedPeople } from '../app/breaches.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { instantFrom } from './instant.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'ID (--people [--dry-run] | --letter PERSON… | --letters | --authority WHEN | --public WHEN)',
  help: `
  --people          write to everybody who is touched and can be written to, at the next polite hour of their place
  --dry-run         with --people: only say how many
  --letter PERSON   this person was told by letter or by word; may be repeated
  --letters         all who cannot be written to were told so
  --authority WHEN  the authority was told then, such as 2024-08-15T10:00+08:00
  --public WHEN     the public was told then

Who stopped the bot is not written to by it. Nobody is written to twice.`,
  words: { min: 1, max: 1 },
  options: {
    people: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    letter: { type: 'string', multiple: true },
    letters: { type: 'boolean' },
    authority: { type: 'string' },
    public: { type: 'string' },
  },
  run: (context) => {
    const { people, letter = [], letters, authority, public: open } = context.options
    const id = idFrom(context.words[0], 'the number of the breach')
    if (!people && letter.length === 0 && !letters && authority === undefined && open === undefined)
      throw new UsageProblem('"kentongan breach tell" needs --people, --letter, --letters, --authority or --public.')
    const named = letter.map((word) => idFrom(word, 'the number of the person'))
    return withServices(context, async (services) => {
      const by = { now: context.clock.now(), actor: 'cli' }
      const breach = await requireBreach(services.db, id)
      const waiting = (await touchedPeople(services, id, by.now)).filter(({ toldAt }) => toldAt === null)
      const unreachable = waiting.filter(({ holder }) => holder === undefined).map(({ personId }) => personId)
      if (people && context.options['dry-run'] === true) {
        const queued = waiting.length - unreachable.length
        context.print(
          { queued, byLetter: unreachable.length, dryRun: true },
          `${queued} people would be written to; ${unreachable.length} are to be told by letter.`,
        )
        return 0 as const
      }
      const told = people ? await tellTouched(services, breach, by) : undefined
      const noted = {
        letters: letters ? unreachable : named,
        ...(authority !== undefined && { authorityAt: instantFrom(authority, context) }),
        ...(open !== undefined && { publicAt: instantFrom(open, context) }),
      }
      if (noted.letters.length > 0 || authority !== undefined || open !== undefined)
        await noteTold(services, id, noted, by)
      context.print(
        { queued: told?.queued ?? 0, byLetter: told?.byLetter ?? null, letters: noted.letters.length },
        told
          ? `${told.queued} messages leave at polite hours; ${told.byLetter} people are to be told by letter: "kentongan breach list ${id}".`
          : 'Noted.',
      )
      return 0 as const
    })
  },
})
