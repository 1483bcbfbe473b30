import { countProblem, type MeetingKind, nextNumber } from '../domain/meetings.ts'
import { covers, kabupatenOf, levelOf } from '../domain/regions.ts'
import type { CountBySex } from '../domain/village-figures.ts'
import { isDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { listBodies } from '../store/bodies.ts'
import type { Sql } from '../store/database.ts'
import {
  addCommitment,
  deliverIn,
  listMeetings,
  type Meeting,
  replaceSessions,
  saveMeeting,
  setCommitmentState,
  setGuests,
  setPoints,
} from '../store/meetings.ts'
import { readOfficeBook } from '../store/offices.ts'
import { findRegion } from '../store/regions.ts'
import { requireRound } from '../store/rounds.ts'
import { audit, findSetting } from '../store/settings.ts'
import type { Services } from './services.ts'

export interface MeetingDraft {
  readonly kind: MeetingKind
  /** A kabupaten for a body's rakor, else where it was held or what it was about. */
  readonly regionCode: string
  readonly fromOn: string
  readonly untilOn?: string
  readonly title?: string
  readonly place?: string
  readonly opener?: string
  readonly initiator?: string
  readonly funder?: string
  readonly roundCode?: string
  readonly agenda: readonly string[]
  readonly guests?: number
  readonly sessions: readonly SessionDraft[]
  /** The sum of a kabupaten where the numbers of its sessions are not known. */
  readonly aggregate?: CountBySex
}

export interface SessionDraft {
  readonly on: string
  readonly place?: string
  readonly attendance: CountBySex | null
  readonly atLeast: boolean
  /** Codes of the villages that came. */
  readonly villages?: readonly string[]
}

/** Puts a meeting into the register; a rakor gets the next number of its body. Throws `Problem` that says what is wrong. */
export async function registerMeeting(
  services: Services,
  draft: MeetingDraft,
  by: { readonly now: number; readonly actor: string },
): Promise<Meeting> {
  const { db } = services
  return db.transaction(async (sql) => {
    checkMeeting(draft)
    const region = await findRegion(sql, draft.regionCode)
    if (!region) throw new Problem('unknown_region', `there is no region ${draft.regionCode} here`)
    const body = draft.kind === 'rakor' ? await bodyOf(sql, draft.regionCode) : undefined
    const number = body
      ? nextNumber((await listMeetings(sql, db, { bodyId: body.id, kind: 'rakor' })).map((m) => m.number))
      : null
    const title = draft.title ?? (body ? `Rakor ${body.name} ke-${number}` : `${titles[draft.kind]} ${region.name}`)
    const id = await saveMeeting(
      sql,
      {
        bodyId: body?.id ?? null,
        regionCode: draft.regionCode,
        roundId: draft.roundCode === undefined ? null : (await requireRound(sql, draft.roundCode)).id,
        reportId: null,
        kind: draft.kind,
        number,
        title,
        fromOn: draft.fromOn,
        untilOn: draft.untilOn ?? draft.fromOn,
        place: draft.place ?? null,
        opener: draft.opener ?? null,
        initiator: draft.initiator ?? null,
        funder: draft.funder ?? null,
        agenda: draft.agenda,
        decisions: [],
        aggregate: draft.aggregate ?? null,
        guests: draft.guests ?? null,
        deliverOn: null,
        carriedBy: null,
        sessions: draft.sessions.map((s) => sessionRow(s)),
      },
      { at: by.now, demo: (await findSetting(sql, 'demo')) === true },
    )
    await audit(sql, { at: by.now, actor: by.actor, action: 'meeting_added', object: `meeting:${id}` })
    return (await listMeetings(sql, db, { ids: [id] }))[0]!
  })
}

const titles: Readonly<Record<MeetingKind, string>> = {
  rakor: 'Rakor',
  koordinasi_kecamatan: 'Koordinasi kecamatan',
  lokakarya_vlp: 'Lokakarya VLP',
  kelas_belajar: 'Kelas belajar',
  internal: 'Rapat tim',
}

async function bodyOf(sql: Sql, regionCode: string) {
  const body = (await listBodies(sql)).find((b) => b.kabupatenCode === regionCode)
  if (!body)
    throw new Problem('no_body', `${regionCode} has no Pokja or Forum: a rakor belongs to the code of its kabupaten`)
  return body
}

function sessionRow({ on, place, attendance, atLeast, villages }: SessionDraft) {
  return { on, place: place ?? null, opener: null, attendance, atLeast, villages: villages ?? [] }
}

function checkMeeting({ fromOn, untilOn, sessions, aggregate, kind, regionCode }: MeetingDraft): void {
  const strange = sessions.flatMap((s) => s.villages ?? []).find((code) => !covers(regionCode, code))
  if (strange !== undefined) throw new Problem('bad_village', `${strange} does not lie in ${regionCode}`)
  for (const on of [fromOn, ...(untilOn === undefined ? [] : [untilOn]), ...sessions.map((s) => s.on)])
    if (!isDate(on)) throw new Problem('bad_date', `"${on}" is not a date such as 2024-08-20`)
  if (untilOn !== undefined && untilOn < fromOn)
    throw new Problem('bad_dates', `the meeting would end (${untilOn}) before it begins (${fromOn})`)
  for (const count of [
    ...sessions.flatMap((s) => (s.attendance && !s.atLeast ? [s.attendance] : [])),
    ...(aggregate ? [aggregate] : []),
  ]) {
    const problem = countProblem(count)
    if (problem) throw new Problem('bad_count', problem)
  }
  if (aggregate && (kind !== 'koordinasi_kecamatan' || levelOf(regionCode) !== 'kabupaten'))
    throw new Problem(
      'bad_aggregate',
      'a sum of a whole kabupaten is entered as koordinasi_kecamatan with the code of the kabupaten',
    )
}

/** What a meeting came to: decisions are added, the rest takes the place of what was noted before. */
export async function noteMeeting(
  services: Services,
  id: number,
  notes: {
    readonly decisions: readonly string[]
    readonly agenda: readonly string[]
    readonly guests?: number
    readonly sessions: readonly SessionDraft[]
    readonly commitments: readonly {
      readonly what: string
      readonly who: string
      readonly dueOn: string | null
    }[]
  },
  by: { readonly now: number; readonly actor: string },
): Promise<Meeting> {
  const { db } = services
  return db.transaction(async (sql) => {
    const meeting = await requireMeeting(services, sql, id)
    checkMeeting({
      ...meeting,
      untilOn: meeting.untilOn,
      agenda: [],
      sessions: notes.sessions,
    } as unknown as MeetingDraft)
    if (notes.sessions.length > 0) await replaceSessions(sql, id, notes.sessions.map(sessionRow))
    if (notes.decisions.length + notes.agenda.length > 0)
      await setPoints(sql, id, {
        agenda: [...meeting.agenda, ...notes.agenda],
        decisions: [...meeting.decisions, ...notes.decisions],
      })
    if (notes.guests !== undefined) await setGuests(sql, id, notes.guests)
    const book = await readOfficeBook(sql, kabupatenOf(meeting.regionCode))
    for (const commitment of notes.commitments) {
      const opd = book.find(meeting.regionCode, commitment.who)?.code ?? null
      await addCommitment(sql, { meetingId: id, ...commitment, opd })
    }
    await audit(sql, { at: by.now, actor: by.actor, action: 'meeting_noted', object: `meeting:${id}` })
    return requireMeeting(services, sql, id)
  })
}

/** The results of kecamatan of the kabupaten, held before it and not brought anywhere yet, were told at this rakor. */
export async function deliverAt(
  services: Services,
  id: number,
  only: readonly string[],
  by: { readonly now: number; readonly actor: string },
): Promise<readonly Meeting[]> {
  const { db } = services
  return db.transaction(async (sql) => {
    const rakor = await requireMeeting(services, sql, id)
    if (rakor.kind !== 'rakor') throw new Problem('no_rakor', `meeting ${id} is no rakor`)
    const held = (await listMeetings(sql, db, { kind: 'koordinasi_kecamatan', within: [rakor.regionCode] })).filter(
      (m) =>
        m.deliveredInId === null &&
        m.fromOn <= rakor.fromOn &&
        (only.length === 0 || only.some((code) => covers(code, m.regionCode))),
    )
    await deliverIn(
      sql,
      db,
      id,
      held.map((m) => m.id),
    )
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'results_delivered',
      object: `meeting:${id}`,
      details: { kecamatan: held.length },
    })
    return held
  })
}

export async function settleCommitment(
  services: Services,
  id: number,
  state: 'kept' | 'broken' | 'open',
  note: string | null,
  by: { readonly now: number; readonly actor: string },
): Promise<void> {
  const { db } = services
  await db.transaction(async (sql) => {
    if (!(await setCommitmentState(sql, id, state, note, by.now)))
      throw new Problem('unknown_commitment', `there is no promise ${id}: "kentongan meeting show" lists them`)
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'commitment_settled',
      object: `commitment:${id}`,
      details: { state },
    })
  })
}

async function requireMeeting(services: Services, sql: Sql, id: number): Promise<Meeting> {
  const [meeting] = await listMeetings(sql, services.db, { ids: [id] })
  if (!meeting) throw new Problem('unknown_meeting', `there is no meeting ${id}: "kentongan meeting list" shows them`)
  return meeting
}
