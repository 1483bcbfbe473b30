import { kabupatenOf, kecamatanOf, levelOf } from '../domain/regions.ts'
import { start } from '../engine/engine.ts'
import { capabilities } from '../messages/capabilities.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { findLatestForm } from '../store/form-versions.ts'
import { setPending } from '../store/lanes.ts'
import type { SeatHolder } from '../store/people.ts'
import { findRegion, findRegionName } from '../store/regions.ts'
import { createReport, createSession, type Snapshot } from '../store/reports.ts'
import { writeSessions } from '../store/turn-writes.ts'
import { listSessions } from '../store/turns.ts'
import { contextFields, shortAddress, type VillageWord } from '../wording/forms-of-address.ts'
import { wordEvents } from '../wording/word-events.ts'
import { audienceOf } from './audience.ts'
import { channelTitle } from './channel-titles.ts'
import { contextFor } from './engine-context.ts'
import type { Services } from './services.ts'
import { addressee, type Pending } from './turn.ts'

export interface Talk {
  readonly reportId: number
  readonly sessionId: number
  /** The first question of the form: what the person gets. */
  readonly messages: readonly OutboundMessage[]
}

/**
 * Begins a conversation that the person did not ask for: its first question is the message that reaches them, and a
 * button or a typed answer goes on from there like in every other. Needs a holder who can be reached; undefined where
 * the form is not installed.
 */
export async function beginTalk(
  services: Services,
  sql: Sql,
  about: {
    readonly holder: SeatHolder
    readonly form: string
    readonly regionCode: string
    readonly zone: string
    readonly instances: Snapshot['instances']
  },
  now: number,
): Promise<Talk | undefined> {
  const { holder, regionCode, zone } = about
  const version = await findLatestForm(sql, about.form)
  if (!version) return undefined
  const report = await createReport(sql, {
    obligationId: null,
    seatId: null,
    formVersionId: version.id,
    startedAt: now,
  })
  const snapshot = { ...(await spokenTo(services, sql, holder, regionCode, zone, now)), instances: about.instances }
  const sessionId = await createSession(sql, {
    laneId: holder.laneId!,
    personId: holder.personId,
    reportId: report.id,
    formVersionId: version.id,
    snapshot,
    now,
  })
  const [row] = await listSessions(sql, services.db, [sessionId])
  const form = await services.forms.get(sql, version.id)
  const { session, events } = start(
    form,
    { depth: 'full', language: snapshot.language },
    contextFor(row!, snapshot, now),
  )
  // it waits beside whatever the person is writing; an answer to it makes it the one that is open
  await writeSessions(sql, [{ ...row!, state: session, status: 'paused', remindAt: null }], now)
  const pending: Pending = { ask: 'talk', sessionId }
  await setPending(sql, holder.laneId!, JSON.stringify(pending))
  const to = audienceOf(services, holder, zone, now)
  const messages = wordEvents(events, {
    ...to,
    sapaan: snapshot.sapaan,
    sessionId,
    step: session.step,
    capabilities: capabilities[holder.channel!],
  })
  return { reportId: report.id, sessionId, messages }
}

/** How such a conversation speaks to the holder of a seat about its place. */
async function spokenTo(
  services: Services,
  sql: Sql,
  holder: SeatHolder,
  regionCode: string,
  zone: string,
  now: number,
): Promise<Omit<Snapshot, 'instances' | 'seatValue'>> {
  const programme = await services.programme.get(sql)
  const to = audienceOf(services, holder, zone, now)
  const who = addressee(holder.position, holder.sex)
  const region = await findRegion(sql, regionCode)
  const level = region ? levelOf(regionCode) : undefined
  const fields = contextFields(
    {
      addressee: who,
      name: holder.name,
      ...(level === 'desa' && { village: { name: region!.name, word: (region!.kind || 'desa') as VillageWord } }),
      kecamatan: level === 'desa' || level === 'kecamatan' ? await findRegionName(sql, kecamatanOf(regionCode)) : '',
      kabupaten: level === undefined ? '' : await findRegionName(sql, kabupatenOf(regionCode)),
      depth: 'full',
      programme: { name: programme.name, body: programme.implementer, dataOfficer: programme.implementer },
      channel: channelTitle(holder.channel!),
      now,
    },
    to,
  )
  return {
    zone,
    language: holder.language,
    address: shortAddress(who, to),
    sapaan: to.sapaan,
    fields: { ...fields, sapaan: to.sapaan },
    regionCode,
  }
}
