import { expireMessages, recoverLeases } from '../store/outbox.ts'
import type { Services } from './services.ts'

/** Messages of dead senders go out again (replies) or to staff (the rest); what waited beyond its use is put aside. */
export async function tidyOutbox(
  { db, bells }: Services,
  now: number,
): Promise<{ readonly again: number; readonly inDoubt: number; readonly expired: number }> {
  const { again, inDoubt } = await recoverLeases(db, now, { all: false })
  const expired = await expireMessages(db, now)
  if (again > 0) bells.outbox.ring()
  return { again, inDoubt, expired }
}
