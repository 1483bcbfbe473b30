import { randomBytes } from 'node:crypto'
import { codeFromBytes, showCode } from '../domain/invitations.ts'
import { can } from '../domain/rights.ts'
import { DAY } from '../lib/local-time.ts'
import { hashOfInvitation } from '../lib/seal.ts'
import type { GroupContent } from '../messages/inbound.ts'
import { listBodies } from '../store/bodies.ts'
import { awaitBinding, bindGroup, endGroup, findGroupAt, findPersonAt, type Group } from '../store/groups.ts'
import { actorSeats, listHeldSeats, setReach } from '../store/people.ts'
import { audit } from '../store/settings.ts'
import { addStaffItem } from '../store/staff-items.ts'
import type { Audience } from '../wording/context.ts'
import { kabupatenWords } from '../wording/forms-of-address.ts'
import {
  chooseBody,
  groupBound,
  groupCode,
  groupEnded,
  groupHelp,
  groupNotBound,
  groupWelcome,
} from '../wording/system/groups.ts'
import { groupDigest } from './group-digests.ts'
import { officeZone } from './programme.ts'
import type { Services } from './services.ts'
import type { LaneTurn } from './turn.ts'

/** How long the code shown in a group is good. */
const CODE_MS = DAY

/** What a group can be connected to: the body of a kabupaten, or the kabupaten where it has none. */
export interface GroupAim {
  readonly kabupatenCode: string
  readonly bodyId: number | null
  /** "Pokja BangKIT Seram Bagian Timur" */
  readonly name: string
}

/**
 * What happens in a group. Members talk there among themselves: only commands are answered, none of them with a name,
 * and a message that asks for nothing gets no reply.
 */
export async function handleGroup(turn: LaneTurn, content: GroupContent): Promise<void> {
  const { sql, message } = turn
  const group = await findGroupAt(sql, message.addressId)
  const to = await groupAudience(turn, group)
  if (content.what === 'left') return groupLeft(turn, group)
  if (content.what === 'joined') {
    await setReach(sql, message.addressId, 'ok', null)
    return group?.state === 'bound' ? undefined : turn.reply(groupWelcome(to))
  }
  const [, word = '', argument = ''] = /^\/([a-z_]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(content.text.trim()) ?? []
  switch (word.toLowerCase()) {
    case 'hubungkan':
      return connect(turn, content.memberId, argument.trim(), to)
    case 'putuskan':
      return disconnect(turn, group, content.memberId, to)
    case 'ringkasan':
    case 'siapa_belum': {
      if (group?.state !== 'bound') return turn.reply(groupNotBound(to))
      const sections = word.toLowerCase() === 'siapa_belum' ? (['progress', 'by_kecamatan'] as const) : undefined
      return turn.reply(...(await groupDigest(turn.services, sql, group, turn.now, sections)))
    }
    case 'bantuan':
    case 'start':
      return turn.reply(groupHelp(to))
    default:
      return
  }
}

async function connect(turn: LaneTurn, memberId: string, argument: string, to: Audience): Promise<void> {
  const { sql, services, now, message } = turn
  const personId = await findPersonAt(sql, message.channel, memberId)
  const aims = personId === undefined ? [] : await listAims(services, turn, personId)
  if (personId === undefined || aims.length === 0) {
    // somebody with the right confirms it in their own chat: who speaks in a group may be anybody
    const code = codeFromBytes(randomBytes(5))
    const group = {
      addressId: message.addressId,
      codeHash: hashOfInvitation(services.hashKey, code),
      untilAt: now + CODE_MS,
    }
    if ((await findGroupAt(sql, message.addressId))?.state === 'bound') return
    await awaitBinding(sql, group)
    return turn.reply(groupCode(showCode(code), to))
  }
  const aim = aims.length === 1 ? aims[0] : aims[Number(argument) - 1]
  if (!aim) return turn.reply(chooseBody(aims, '/hubungkan', to))
  await bind(turn, { addressId: message.addressId, aim, personId })
  turn.reply(groupBound(aim, to))
}

/** The group reads the digest of this body or kabupaten from now on. */
export async function bind(
  turn: LaneTurn,
  binding: { readonly addressId: number; readonly aim: GroupAim; readonly personId: number },
): Promise<void> {
  const { addressId, aim, personId } = binding
  await bindGroup(turn.sql, { addressId, ...aim, byId: personId, at: turn.now })
  await audit(turn.sql, {
    at: turn.now,
    actor: `person:${personId}`,
    action: 'connect_group',
    object: `address:${addressId}`,
    details: { kabupaten: aim.kabupatenCode, body: aim.bodyId },
  })
}

/** What this person may connect a group to. */
export async function listAims(services: Services, turn: LaneTurn, personId: number): Promise<readonly GroupAim[]> {
  const actor = { seats: actorSeats(await listHeldSeats(turn.sql, personId, turn.now)) }
  const programme = await services.programme.get(turn.sql)
  const bodies = await listBodies(turn.sql)
  return Object.keys(programme.kabupaten)
    .sort()
    .filter((code) => can(actor, 'connect_group', { regionCode: code }))
    .map((kabupatenCode) => {
      const body = bodies.find((b) => b.kabupatenCode === kabupatenCode)
      return {
        kabupatenCode,
        bodyId: body?.id ?? null,
        name: body?.name ?? kabupatenWords(services.programme.nameOf(kabupatenCode)),
      }
    })
}

async function disconnect(turn: LaneTurn, group: Group | undefined, memberId: string, to: Audience): Promise<void> {
  if (group?.state !== 'bound') return turn.reply(groupNotBound(to))
  const personId = await findPersonAt(turn.sql, turn.message.channel, memberId)
  const aims = personId === undefined ? [] : await listAims(turn.services, turn, personId)
  if (!aims.some((aim) => aim.kabupatenCode === group.kabupatenCode)) return
  await endGroup(turn.sql, group.id)
  await audit(turn.sql, {
    at: turn.now,
    actor: `person:${personId}`,
    action: 'disconnect_group',
    object: `address:${group.addressId}`,
  })
  turn.reply(groupEnded(to))
}

/** The bot was thrown out: nothing is sent any more, and staff learn it, since somebody wanted the digest there. */
async function groupLeft(turn: LaneTurn, group: Group | undefined): Promise<void> {
  await setReach(turn.sql, turn.message.addressId, 'gone', 'bot dikeluarkan dari grup')
  if (group?.state !== 'bound') return
  await addStaffItem(turn.sql, {
    kind: 'note',
    key: `group_left:${turn.message.id}`,
    laneId: turn.laneId,
    regionCode: group.kabupatenCode,
    details: { reads: 'Bot dikeluarkan dari grup yang menerima rangkuman mingguan.' },
    at: turn.now,
  })
}

async function groupAudience(turn: LaneTurn, group: Group | undefined): Promise<Audience> {
  const programme = await turn.services.programme.get(turn.sql)
  const zone = (group?.kabupatenCode && programme.kabupaten[group.kabupatenCode]?.zone) || officeZone
  return {
    texts: turn.services.texts,
    language: 'id',
    zone,
    now: turn.now,
    sapaan: '',
    capabilities: turn.capabilities,
  }
}
