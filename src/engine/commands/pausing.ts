import { openOf } from '../asking.ts'
import { readUntil } from '../pause-times.ts'
import { countAnswered, progressAt } from '../progress.ts'
import type { Awaits } from '../session.ts'
import type { Turn } from '../turn.ts'

/** "nanti": when shall we go on? "nanti sore" says it at once. */
export function askPause(turn: Turn, when: string | undefined): undefined {
  const { session } = turn
  if (session.awaits.kind === 'nothing') return
  const back = session.awaits.kind === 'pause_until' ? session.awaits.back : session.awaits
  const until = when === undefined ? undefined : readUntil(when, turn.context)
  if (until !== undefined) return pause(turn, back, until)
  const open = openOf(turn)
  session.step++
  session.awaits = { kind: 'pause_until', ...open, back }
  turn.emit({ kind: 'pause-asked', step: session.step })
}

/** Nothing expires while it rests; what was open is open when the person comes back. */
export function pause(turn: Turn, back: Awaits, until: number | undefined): undefined {
  const { session } = turn
  const answered = countAnswered(turn, undefined)
  const { of } = progressAt(turn, undefined)
  session.awaits = back
  session.state = 'paused'
  turn.emit({ kind: 'session-paused', ...(until !== undefined && { until }), answered, of })
}
