import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { findStaffItem, listOpenItems, type OpenItem, type StaffItemKind } from '../../store/staff-items.ts'
import { helpAnswered, helpClosed, helpList, helpNobody, helpUnknown } from '../../wording/system/staff-work.ts'
import { answerItem, closeItem } from '../answer-help.ts'
import { regionOfSeat } from '../superiors.ts'
import type { LaneTurn } from '../turn.ts'

const kinds: readonly StaffItemKind[] = ['help', 'claim', 'wrong_contact', 'erase', 'stopped']
/** More than this is read in the console. */
const shown = 10

/** "daftar bantuan": who waits for a human in the writer's own area, the longest first. */
export async function daftar_bantuan(turn: LaneTurn): Promise<void> {
  const within = await listArea(turn)
  const items = await listOpenItems(turn.sql, { within, kinds, limit: shown + 1, offset: 0 })
  const rows = items.slice(0, shown).map(({ id, kind, personName, regionName, at }) => ({
    id,
    kind: kind as 'help' | 'claim' | 'wrong_contact' | 'erase' | 'stopped',
    name: personName,
    place: regionName,
    at,
  }))
  turn.reply(helpList(rows, items.length > shown, await turn.audience()))
}

/** "jawab 12 Nanti sore kami telepon": staff's words go to the person as they are. */
export async function jawab(turn: LaneTurn, argument: string): Promise<void> {
  const [, id = '', text = ''] = /^(\d{1,9})\s+([\s\S]+)$/.exec(argument) ?? []
  const to = await turn.audience()
  const item = await findOwn(turn, Number(id))
  if (!item || text.trim() === '') return turn.reply(helpUnknown(to))
  const name = (await turn.person())!.name
  const by = { now: turn.now, actor: `person:${turn.personId}`, name, sql: turn.sql }
  const sent = await answerItem(turn.services, item, text.trim(), by)
  turn.reply(sent ? helpAnswered({ id: item.id, name: item.personName ?? '' }, to) : helpNobody(to))
}

/** "beres 12": it is done. */
export async function beres(turn: LaneTurn, argument: string): Promise<void> {
  const to = await turn.audience()
  const item = await findOwn(turn, Number(argument))
  if (!item || item.handledAt !== null) return turn.reply(helpUnknown(to))
  const by = { now: turn.now, actor: `person:${turn.personId}`, name: undefined, sql: turn.sql }
  await closeItem(turn.services, item, by)
  turn.reply(helpClosed(to))
}

/** An item of the writer's own area; undefined for any other, so that a number tells nothing. */
async function findOwn(turn: LaneTurn, id: number): Promise<OpenItem | undefined> {
  const item = await findStaffItem(turn.sql, id)
  return item && (await turn.may('answer_help', item.regionCode ?? WHOLE_PROGRAMME)) ? item : undefined
}

/** The regions in which the writer answers calls for help. */
export async function listArea(turn: LaneTurn): Promise<readonly string[]> {
  const regions = []
  for (const seat of await turn.seats()) {
    const region = regionOfSeat(seat)
    if (await turn.may('answer_help', region)) regions.push(region)
  }
  return regions
}
