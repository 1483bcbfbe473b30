import { enterIndicator } from '../app/indicators.ts'
import { UsageProblem } from '../lib/problem.ts'
import type { CommandContext } from './command.ts'
import { withServices } from './with-services.ts'

/** What `indicator target` and `indicator achieved` have in common. */
export function enter(context: CommandContext, kind: 'target' | 'achieved', reason: string): Promise<0> {
  const [indicator, kabupatenCode, period, number] = context.words as [string, string, string, string]
  if (!/^\d{1,12}([.,]\d{1,2})?$/.test(number))
    throw new UsageProblem(`"${number}" is no number such as 120 or 30.5, without dots for thousands.`)
  const value = Number(number.replace(',', '.'))
  return withServices(context, async (services) => {
    const { before } = await enterIndicator(
      services,
      { kind, indicator, kabupatenCode, period, value, reason },
      { now: context.clock.now(), actor: 'cli' },
    )
    context.print(
      { kind, indicator, kabupatenCode, period, value, before },
      `${indicator} ${period} in ${kabupatenCode}: ${kind} ${value}${before === null ? '' : ` (was ${before})`}.`,
    )
    return 0 as const
  })
}
