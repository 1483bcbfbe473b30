import { randomBytes } from 'node:crypto'
import { codeFromBytes, invitationExpiresAt, linkPayloadFromBytes } from '../domain/invitations.ts'
import { hashOfInvitation } from '../lib/seal.ts'
import type { Sql } from '../store/database.ts'
import { createInvitations } from '../store/invitations.ts'
import { audit } from '../store/settings.ts'
import type { Services } from './services.ts'

interface Invited {
  readonly code: string
  readonly links: readonly string[]
}

interface By {
  readonly now: number
  readonly actor: string
}

/**
 * A new invitation for one person to one seat, for a new telephone or a code that was lost; the one before ends. The
 * code exists only in what this returns.
 */
export async function inviteAgain(
  services: Services,
  to: { readonly personId: number; readonly seatId: number },
  by: By,
): Promise<Invited> {
  return services.db.transaction((sql) => inviteIn(services, sql, to, by))
}

/** The same inside a transaction that is open already. */
export async function inviteIn(
  services: Services,
  sql: Sql,
  to: { readonly personId: number; readonly seatId: number },
  by: By,
): Promise<Invited> {
  const { db, hashKey, channels } = services
  const code = codeFromBytes(randomBytes(5))
  const payload = linkPayloadFromBytes(randomBytes(16))
  const invitation = {
    ...to,
    codeHash: hashOfInvitation(hashKey, code),
    linkHash: hashOfInvitation(hashKey, payload),
    expiresAt: invitationExpiresAt(by.now),
  }
  await createInvitations(sql, db, [invitation], by.now)
  await audit(sql, { at: by.now, actor: by.actor, action: 'invite_person', object: `seat:${to.seatId}` })
  const links = [...channels.values()].flatMap((channel) => channel.inviteLink?.(payload) ?? [])
  return { code, links }
}
