import type { Question } from '../../flows/form.ts'
import { HOUR } from '../../lib/local-time.ts'
import { askReason, give } from '../answering.ts'
import { ask, openOf } from '../asking.ts'
import { moveOn } from '../moving.ts'
import { showOverview } from '../overview.ts'
import type { Place } from '../places.ts'
import { countAnswered, progressAt } from '../progress.ts'
import { showRecap } from '../recap.ts'
import { isRelevant } from '../relevance.ts'
import type { Awaits } from '../session.ts'
import type { Turn } from '../turn.ts'

/** Puts what is open once more, as it was. */
export function repeatOpen(turn: Turn): undefined {
  const { session } = turn
  const { awaits } = session
  switch (awaits.kind) {
    case 'nothing':
      return
    case 'same_overview':
      return showOverview(turn)
    case 'recap':
      return showRecap(turn)
    case 'another_item':
      return moveOn(turn)
    case 'pause_until':
      session.awaits = awaits.back
      return repeatOpen(turn)
    case 'correction_reason':
      return askReason(turn, awaits, 'correction')
    case 'reason':
      return askReason(turn, awaits, 'soft_check')
    case 'skip_reason':
      return askReason(turn, awaits, 'skip')
    case 'confirm': {
      const place = question(turn, awaits.path)
      if (!place) return moveOn(turn)
      const { raw, approximate, editing } = awaits
      return give(turn, place, awaits.value, {
        by: 'person',
        raw,
        ...(approximate && { approximate }),
        ...(editing && { editing }),
      })
    }
    default:
      return askOpen(turn)
  }
}

/** Puts the question behind what is open: after a side step such as help or a list to choose from. */
export function askOpen(turn: Turn): undefined {
  const { awaits } = turn.session
  const open = openOf(turn)
  const place = question(turn, open.path)
  if (!place || place.node === turn.layout.recap || !isRelevant(turn, place)) return moveOn(turn)
  ask(turn, place, {
    tries: open.tries % 3,
    ...(open.editing && { editing: true }),
    ...(awaits.kind === 'answer' && awaits.pending && { pending: awaits.pending }),
    ...(awaits.kind === 'answer' && awaits.helped && { helped: true }),
    ...(awaits.kind === 'answer' && awaits.page !== undefined && { page: awaits.page }),
  })
}

/** The question at a path, where one stands there. */
export function question(turn: Turn, path: string): Place<Question> | undefined {
  const place = turn.find(path)
  return place?.node.kind === 'question' ? (place as Place<Question>) : undefined
}

/** "mulai", "lanjut", or the bot itself after a pause: one line of where we are, then the open question. */
export function goOn(turn: Turn, always = false): undefined {
  const { session } = turn
  if (session.awaits.kind === 'nothing') return
  const afterMs = turn.context.now - session.touchedAt
  if (always || session.state === 'paused' || afterMs >= HOUR) {
    const answered = countAnswered(turn, undefined)
    const { of } = progressAt(turn, undefined)
    turn.emit({ kind: 'session-resumed', afterMs, answered, of })
  }
  session.state = 'running'
  repeatOpen(turn)
}

/** Whether what is open was asked about a question, so that leaving it leads back to that question. */
export function isBeside({ kind }: Awaits): boolean {
  return beside.has(kind)
}

const beside: ReadonlySet<string> = new Set(['confirm', 'reason', 'correction_reason', 'skip_reason', 'all_answers'])
