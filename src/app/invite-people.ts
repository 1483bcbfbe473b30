import { randomBytes } from 'node:crypto'
import { codeFromBytes, invitationExpiresAt, linkPayloadFromBytes } from '../domain/invitations.ts'
import { type Position, positionFacts } from '../domain/positions.ts'
import { covers } from '../domain/regions.ts'
import { hashOfInvitation } from '../lib/seal.ts'
import type { Database } from '../store/database.ts'
import { createInvitations } from '../store/invitations.ts'
import { listPeople } from '../store/people-list.ts'
import { audit } from '../store/settings.ts'

export interface Invitation {
  readonly personId: number
  readonly name: string
  readonly position: string
  readonly place: string
  readonly regionCode: string
  /** 8 characters to be typed. */
  readonly code: string
  /** For the bot's start link. */
  readonly payload: string
  readonly expiresAt: number
}

/** Whom to invite: places and everything below them, or everybody. */
export interface InviteChoice {
  /** Undefined: everybody. */
  readonly regionCodes: readonly string[] | undefined
  /** Also those who are enrolled: for a new telephone or number. */
  readonly again: boolean
}

/**
 * Makes one invitation for each person who is not enrolled yet. Codes exist only in what this returns; the database
 * keeps hashes. An earlier open invitation of the same person ends.
 */
export async function invitePeople(
  db: Database,
  choice: InviteChoice,
  options: { readonly now: number; readonly hashKey: Buffer; readonly actor: string },
): Promise<readonly Invitation[]> {
  const { now, hashKey } = options
  const listed = await listPeople(db, now)
  return db.transaction(async (sql) => {
    const people = listed.filter(
      (p) =>
        (choice.again || p.channels.length === 0) &&
        p.seats.some((s) => choice.regionCodes?.some((code) => covers(code, s.regionCode)) ?? true),
    )
    const invitations = people.map((person) => {
      const seat = person.seats.find((s) => choice.regionCodes?.some((code) => covers(code, s.regionCode)) ?? true)!
      return {
        personId: person.id,
        seatId: seat.seatId,
        name: person.name,
        position: positionFacts[seat.position as Position].label,
        place: seat.place,
        regionCode: seat.regionCode,
        code: codeFromBytes(randomBytes(5)),
        payload: linkPayloadFromBytes(randomBytes(16)),
        expiresAt: invitationExpiresAt(now),
      }
    })
    await createInvitations(
      sql,
      db,
      invitations.map(({ code, payload, seatId, personId, expiresAt }) => ({
        codeHash: hashOfInvitation(hashKey, code),
        linkHash: hashOfInvitation(hashKey, payload),
        seatId,
        personId,
        expiresAt,
      })),
      now,
    )
    if (invitations.length > 0)
      await audit(sql, {
        at: now,
        actor: options.actor,
        action: 'people_invited',
        object: 'programme',
        details: { count: invitations.length },
      })
    return invitations.map(({ seatId: _, ...invitation }) => invitation)
  })
}
