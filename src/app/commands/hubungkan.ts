import { normaliseCode } from '../../domain/invitations.ts'
import { hashOfInvitation } from '../../lib/seal.ts'
import { findGroup, findGroupByCode } from '../../store/groups.ts'
import { priorities, queueMessages } from '../../store/outbox.ts'
import { chooseBodyPrivately, groupBound, groupBoundByYou, groupCodeUnknown } from '../../wording/system/groups.ts'
import { bind, listAims } from '../groups.ts'
import { menuOrWelcome } from '../menu.ts'
import type { LaneTurn } from '../turn.ts'

/** "hubungkan K7QM-2XPA": somebody with the right confirms, in their own chat, the group in which that code was shown. */
export async function hubungkan(turn: LaneTurn, argument: string): Promise<void> {
  const { sql, services, now, personId } = turn
  const aims = personId === null ? [] : await listAims(services, turn, personId)
  if (personId === null || aims.length === 0) return turn.reply(await menuOrWelcome(turn))
  const to = await turn.audience()
  const [, groupId, kabupaten] = /^(\d{1,15})\/(\S+)$/.exec(argument) ?? []
  const code = normaliseCode(argument)
  const group =
    groupId !== undefined
      ? await findGroup(sql, Number(groupId))
      : code === undefined
        ? undefined
        : await findGroupByCode(sql, hashOfInvitation(services.hashKey, code), now)
  if (group?.state !== 'waiting' || (group.codeUntilAt ?? 0) <= now) return turn.reply(groupCodeUnknown(to))
  const aim = aims.length === 1 ? aims[0] : aims.find((a) => a.kabupatenCode === kabupaten)
  if (!aim) return turn.reply(chooseBodyPrivately(aims, group.id, to))
  await bind(turn, { addressId: group.addressId, aim, personId })
  const said = { priority: priorities.reply, addressId: group.addressId, laneId: group.laneId, dueAt: now }
  const body = groupBound(aim, { ...to, language: 'id' })
  await queueMessages(sql, services.db, [{ ...said, key: `group-bound:${turn.message.id}`, body }], now)
  turn.reply(groupBoundByYou(aim, to))
}
