import { endHolding } from '../app/end-holding.ts'
import { showCode } from '../domain/invitations.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'PERSON [--seat ID] [--successor PERSON | --successor-name NAME]',
  help: `
  PERSON                 number of the person whose time in a seat is over ("kentongan people list" shows it)
  --seat ID              which seat, where the person holds several
  --successor PERSON     who has the seat from now on
  --successor-name NAME  the same for somebody who is not there yet; an invitation code is printed

The seat keeps its reports: an open one goes on with the successor, with every answer that is there.`,
  words: { min: 1, max: 1 },
  options: {
    seat: { type: 'string' },
    successor: { type: 'string' },
    'successor-name': { type: 'string' },
  },
  run: (context) => {
    const { options, words } = context
    const personId = number(words[0]!)
    if (options.successor !== undefined && options['successor-name'] !== undefined)
      throw new UsageProblem('"kentongan people end" takes --successor or --successor-name, not both.')
    const name = options['successor-name']
    const successor =
      options.successor !== undefined
        ? { personId: number(options.successor) }
        : name === undefined
          ? undefined
          : { name }
    return withServices(context, async (services) => {
      const ended = await endHolding(
        services,
        {
          personId,
          ...(options.seat !== undefined && { seatId: number(options.seat) }),
          ...(successor && { successor }),
        },
        { now: context.clock.now(), actor: 'cli' },
      )
      const code = ended.code === undefined ? undefined : showCode(ended.code)
      context.print(
        { ...ended, ...(code !== undefined && { code }) },
        `${ended.position} ${ended.place}: ended.${ended.successorId === undefined ? ' Nobody holds the seat now.' : ` Person ${ended.successorId} holds it from now on.`}${code === undefined ? '' : ` Invitation code: ${code}`}`,
      )
      return 0 as const
    })
  },
})

export function number(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageProblem(`"${text}" is no number of a person or seat.`)
  return Number(text)
}
