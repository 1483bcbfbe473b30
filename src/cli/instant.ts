import { instantOf, isDate, localDate, localTime, zoneName } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import type { CommandContext } from './command.ts'

const officeZone = 'Asia/Makassar'

/**
 * The instant that `--at` names: `2024-08-14T09:00+09:00`, or without a zone in WITA, which is then said. Undefined: now.
 * Throws `UsageProblem`.
 */
export function instantFrom(text: string | undefined, context: Pick<CommandContext, 'clock' | 'note'>): number {
  if (text === undefined) return context.clock.now()
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
    text.trim(),
  )
  const wrong = () => new UsageProblem(`"${text}" is no instant such as 2024-08-14T09:00+09:00.`)
  if (!parts || !isDate(parts[1]!)) throw wrong()
  const [, on, time = '09:00', zone] = parts
  if (zone === undefined) {
    context.note(`${on} ${time} is taken in ${zoneName(officeZone)}; add +09:00 for WIT.`)
    return instantOf(on!, time, officeZone)
  }
  const at = Date.parse(`${on}T${time}:00${zone === 'Z' ? zone : zone.replace(/^(...):?/, '$1:')}`)
  if (Number.isNaN(at)) throw wrong()
  return at
}

/** "2024-08-14 09:12 WIT": for people who read tables of several zones. */
export function momentIn(at: number, zone: string): string {
  return `${localDate(at, zone)} ${localTime(at, zone)} ${zoneName(zone)}`
}
