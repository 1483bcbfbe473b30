import type { PolicyTopic } from '../domain/policy-messages.ts'
import { remindAfterDays, timesSent } from '../domain/policy-messages.ts'
import { type Position, positions } from '../domain/positions.ts'
import { covers, kabupatenOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { DAY } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { createQuestion, findQuestionAbout } from '../store/person-questions.ts'
import { createPolicyMessage, endPolicyMessage, listDuePolicies, markPolicySent } from '../store/policy-messages.ts'
import { audit } from '../store/settings.ts'
import { policyMessage } from '../wording/system/policy.ts'
import { audienceOf } from './audience.ts'
import type { PoliteRound } from './polite-round.ts'
import { reachOf } from './reach.ts'
import type { Services } from './services.ts'

export interface PolicyDraft {
  readonly topic: PolicyTopic
  /** What is to be read; without it the text of the topic. */
  readonly text?: string
  readonly positions: readonly Position[]
  readonly regionCode: string
}

/** Who would get it: each person once, through the first of their seats. */
export async function policyReaders(
  { db }: Services,
  draft: Pick<PolicyDraft, 'positions' | 'regionCode'>,
  now: number,
): Promise<readonly SeatHolder[]> {
  const holders = await listSeatHolders(db, db, { positions: draft.positions, now })
  const inside = holders.filter(
    (h) =>
      draft.regionCode === WHOLE_PROGRAMME ||
      (h.regionCode !== WHOLE_PROGRAMME && covers(draft.regionCode, h.regionCode)),
  )
  return [...new Map(inside.toReversed().map((h) => [h.personId, h])).values()].toReversed()
}

/** Notes down who is to read it; it leaves at the next polite hour of each. Throws `Problem('no_readers')`. */
export async function sendPolicy(
  services: Services,
  draft: PolicyDraft,
  by: { readonly now: number; readonly actor: string },
): Promise<{ readonly id: number; readonly readers: readonly SeatHolder[] }> {
  const readers = await policyReaders(services, draft, by.now)
  if (readers.length === 0)
    throw new Problem('no_readers', `nobody holds a seat as ${draft.positions.join(', ')} in ${draft.regionCode}`)
  const id = await services.db.transaction(async (sql) => {
    const made = await createPolicyMessage(
      sql,
      services.db,
      {
        topic: draft.topic,
        text: draft.text ?? '',
        positions: draft.positions.join(' '),
        regionCode: draft.regionCode,
        createdAt: by.now,
        createdBy: by.actor,
      },
      readers,
    )
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'send_policy',
      object: `policy:${made}`,
      details: { topic: draft.topic, people: readers.length },
    })
    return made
  })
  return { id, readers }
}

/** Sends what people of this kabupaten are to read, and reminds who has not said so: one message a person and day. */
export async function sendPolicies(round: PoliteRound): Promise<number> {
  const { services, sql, now, place } = round
  const due = await listDuePolicies(sql, { sentBefore: now - remindAfterDays * DAY, timesSent })
  if (due.length === 0) return 0
  const byPerson = Map.groupBy(due, (d) => d.personId)
  let sent = 0
  for (const [personId, waiting] of byPerson) {
    const holder = (await listSeatHolders(sql, services.db, { positions, personId, now })).find(
      (h) => isHere(h, place.kabupatenCode) && reachOf(h).because === undefined,
    )
    const [first] = waiting
    if (!holder || !first || !round.mayWrite(holder)) continue
    const about = { kind: 'policy' as const, refId: first.id }
    const question =
      (await findQuestionAbout(sql, about)) ?? (await createQuestion(sql, { ...about, personId, at: now }))
    const to = audienceOf(services, holder, place.zone, now)
    const { topic, text, timesSent: n } = first
    await round.queue(holder, [
      {
        key: `policy:${first.id}:${n}`,
        body: policyMessage({ question, topic, text, again: n > 0, name: holder.name }, to),
      },
    ])
    await markPolicySent(sql, first.id, now)
    sent++
  }
  return sent
}

/** Nobody is sent or reminded of it any more; who has read it stays. Throws `Problem`. */
export async function endPolicy(
  { db }: Pick<Services, 'db'>,
  id: number,
  by: { now: number; actor: string },
): Promise<void> {
  await db.transaction(async (sql) => {
    if (!(await endPolicyMessage(sql, id, by.now)))
      throw new Problem('no_policy', `there is no policy message ${id} that still runs`)
    await audit(sql, { at: by.now, actor: by.actor, action: 'end_policy', object: `policy:${id}` })
  })
}

/** Whoever works for the whole programme gets it at the hours of whichever kabupaten comes first. */
function isHere({ regionCode }: SeatHolder, kabupatenCode: string): boolean {
  return regionCode === WHOLE_PROGRAMME || kabupatenOf(regionCode) === kabupatenCode
}
