import { nextAllowedAt } from '../domain/calendar.ts'
import { digestDue, digestKey, digestPeriodOn, digestSlot } from '../domain/digest-times.ts'
import { type Digest, type DigestSection, digestFor } from '../domain/digests.ts'
import { capabilities } from '../messages/capabilities.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { type Group, listBoundGroups } from '../store/groups.ts'
import { listKnownKeys, priorities, queueMessages } from '../store/outbox.ts'
import { findRegion } from '../store/regions.ts'
import { findSetting } from '../store/settings.ts'
import { kabupatenWords } from '../wording/forms-of-address.ts'
import { groupNothing } from '../wording/system/groups.ts'
import { wordDigest } from '../wording/word-digest.ts'
import { choiceLabels } from './choice-labels.ts'
import { zoneOf } from './programme.ts'
import { digestData, digestRound } from './round-digest.ts'
import type { Services } from './services.ts'

/**
 * The weekly digest of each connected group, at the hour of its kabupaten, once a week by its key. A group reads what
 * Pokja and Forum read: sums, no name of a village that is late, no count under five people.
 */
export async function sendGroupDigests(services: Services, now: number): Promise<number> {
  return services.db.transaction(async (sql) => {
    if (await findSetting(sql, 'sending_paused')) return 0
    const groups = await listBoundGroups(sql)
    if (groups.length === 0 || (await digestRound(sql))?.state !== 'open') return 0
    const calendar = await services.programme.calendar(sql)
    let queued = 0
    for (const group of groups) {
      const kabupatenCode = group.kabupatenCode!
      const place = { regionCode: kabupatenCode, kabupatenCode, zone: await zoneOf(services, sql, kabupatenCode) }
      const recipient = `group-${group.id}`
      const periodOn = digestDue(now, place, calendar, recipient)
      if (periodOn === undefined) continue
      const key = digestKey(audienceOfGroup(group.bodyKind), recipient, periodOn)
      if ((await listKnownKeys(sql, services.db, [key])).has(key)) continue
      const messages = await groupDigest(services, sql, group, now)
      queued += await queueMessages(
        sql,
        services.db,
        messages.map((body, i) => ({
          key: i === 0 ? key : `${key}:${i}`,
          priority: priorities.digest,
          addressId: group.addressId,
          laneId: group.laneId,
          body,
          dueAt: nextAllowedAt(now, place, calendar),
          expiresAt: digestSlot(digestPeriodOn(now, place.zone), place, calendar, recipient).windowEndsAt,
        })),
        now,
      )
    }
    if (queued > 0) services.bells.outbox.ring()
    return queued
  })
}

/** The digest as a group may read it now; `only`: just these sections. */
export async function groupDigest(
  services: Services,
  sql: Sql,
  group: Pick<Group, 'kabupatenCode' | 'bodyId'>,
  now: number,
  only?: readonly DigestSection['kind'][],
): Promise<readonly OutboundMessage[]> {
  const kabupaten = group.kabupatenCode!
  const zone = await zoneOf(services, sql, kabupaten)
  const to = { texts: services.texts, language: 'id', zone, now, sapaan: '', capabilities: capabilities.telegram }
  const round = await digestRound(sql)
  if (!round) return [groupNothing(to)]
  const [body] =
    group.bodyId === null ? [] : await sql.all<{ kind: string }>('select kind from body where id = $1', group.bodyId)
  const data = await digestData(services.db, sql, round, { now, zone, kabupaten })
  const whole = digestFor({ audience: audienceOfGroup(body?.kind ?? null), regionCode: kabupaten }, data)
  const digest: Digest = only ? { ...whole, sections: whole.sections.filter((s) => only.includes(s.kind)) } : whole
  const place = kabupatenWords((await findRegion(sql, kabupaten))?.name ?? kabupaten)
  return wordDigest(digest, { place, label: await choiceLabels(services, sql) }, to)
}

/** Groups of a kabupaten without a body read what a Pokja reads. */
function audienceOfGroup(bodyKind: string | null): 'pokja' | 'forum' {
  return bodyKind === 'forum' ? 'forum' : 'pokja'
}
