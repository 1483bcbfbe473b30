import { progressOf } from '../engine/progress.ts'
import type { Sql } from '../store/database.ts'
import type { RunningSession } from '../store/turns.ts'
import { contextFor } from './engine-context.ts'
import type { Services } from './services.ts'

export interface SessionProgress {
  readonly answered: number
  readonly of: number
  readonly waitsFor: 'question' | 'recap' | 'photo'
  /** Answers sent back that wait. */
  readonly returned: number
  /** The activity at which it stands. */
  readonly item?: { readonly index: number; readonly name: string }
}

/** How far a conversation is, for reminders, lists and the console. */
export async function sessionProgress(
  services: Services,
  sql: Sql,
  session: RunningSession,
  now: number,
): Promise<SessionProgress> {
  const form = await services.forms.get(sql, session.formVersionId)
  const snapshot = await services.snapshots.get(sql, session.id)
  const { awaits, returned } = session.state
  const { answered, of } = progressOf(form, session.state, contextFor(session, snapshot, now))
  const path = 'path' in awaits ? awaits.path : ''
  const node = form.byName.get(path.split('/').at(-1) ?? '')
  const itemId = /^[^/]*\[([^\]]+)\]/.exec(path)?.[1]
  const index = itemId === undefined ? -1 : (Object.values(session.state.items)[0] ?? []).indexOf(itemId)
  const name = snapshot.instances.kegiatan?.find((row) => row.name === itemId)?.label
  return {
    answered,
    of,
    waitsFor:
      awaits.kind === 'recap' ? 'recap' : node?.kind === 'question' && node.type === 'image' ? 'photo' : 'question',
    returned: Object.keys(returned).length,
    ...(index >= 0 && name !== undefined && { item: { index: index + 1, name } }),
  }
}
