import { answerOf, stateOf } from '../engine/session.ts'
import type { Form } from '../flows/form.ts'
import { recordConsent } from '../store/people.ts'
import type { RunningSession } from '../store/turns.ts'
import type { LaneTurn } from './turn.ts'

/** The form that asks for a story of change. */
export const storyForm = 'cerita_perubahan'

/**
 * A story of change was sent, or corrected afterwards. Whoever tells of themselves gives, or takes back, their own
 * consent to its publication; it is recorded as every consent is, the newest counts. What they say of others stays an
 * answer of the report: nobody can consent for somebody else.
 */
export async function acceptStory(turn: LaneTurn, session: RunningSession, form: Form): Promise<void> {
  const said = (path: string) => {
    const state = stateOf(answerOf(session.state, path))
    return state !== undefined && 'v' in state ? state.v : undefined
  }
  const publication = said('cerita/terbit')
  if (turn.personId === null || said('tentang') !== 'diri_sendiri' || publication === undefined) return
  await recordConsent(turn.sql, {
    personId: turn.personId,
    kind: 'story',
    given: publication !== 'tidak',
    textVersion: `cerita_perubahan ${form.version} ${String(publication)}`,
    channel: turn.message.channel,
    at: turn.now,
  })
}
