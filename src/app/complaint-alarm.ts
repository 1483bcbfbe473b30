import { alarmsDue, type ComplaintKind, officerOf } from '../domain/complaints.ts'
import { capabilities } from '../messages/capabilities.ts'
import type { Sql } from '../store/database.ts'
import { priorities, queueMessages } from '../store/outbox.ts'
import { listCases, listOfficerAddresses } from '../store/sealed.ts'
import { complaintAlarm } from '../wording/system/complaint.ts'
import type { Services } from './services.ts'

/**
 * Tells the officers who read complaints of this kind, at every address they have, that something waits in their list of the console: no kind, no place,
 * not that it is a complaint. It waits for no quiet time and no pause. The n-th alarm of a case leaves once.
 */
export async function raiseAlarms(
  { db, texts }: Pick<Services, 'db' | 'texts'>,
  sql: Sql,
  about: { readonly id: number; readonly kind: ComplaintKind; readonly urgent: boolean },
  n: number,
  now: number,
): Promise<number> {
  const addresses = await listOfficerAddresses(sql, officerOf(about.kind), now)
  return queueMessages(
    sql,
    db,
    addresses.map(({ addressId, laneId, personId, language }) => ({
      key: `alarm:${about.id}:${n}:${addressId}`,
      priority: priorities.reply,
      addressId,
      laneId,
      personId,
      body: complaintAlarm(about.urgent, {
        texts,
        language,
        zone: 'Asia/Makassar',
        now,
        sapaan: '',
        capabilities: capabilities.telegram,
      }),
      dueAt: now,
    })),
    now,
  )
}

/** Reminds of cases that nobody took up. Returns how many messages are on their way. */
export async function remindOfficers(services: Services, now: number): Promise<number> {
  const sent = await services.db.transaction(async (sql) => {
    let queued = 0
    for (const complaint of await listCases(sql))
      if (complaint.state === 'baru')
        queued += await raiseAlarms(services, sql, complaint, alarmsDue(complaint, now), now)
    return queued
  })
  if (sent > 0) services.bells.outbox.ring()
  return sent
}
