import { readCommand } from '../../bahasa/index.ts'
import { obey } from '../commands.ts'
import { moveOn } from '../moving.ts'
import { placeOfLabel } from '../numbering.ts'
import { keepItems, refuseOverview } from '../overview.ts'
import { readOverviewReply } from '../overview-replies.ts'
import type { Turn } from '../turn.ts'
import type { Reply } from './reply.ts'

/** Which activities changed since last round, said of the list of them all. */
export function onOverview(turn: Turn, input: Reply): undefined {
  const repeat = turn.form.mainRepeat!
  const items = turn.items(repeat, [])
  const keep = (changed: readonly string[]): undefined => {
    keepItems(turn, changed)
    moveOn(turn)
  }
  if (input.kind === 'choice') return keep(input.index === 0 ? [] : items)
  if (input.kind !== 'text') return refuseOverview(turn, 'wrong_kind')
  const reply = readOverviewReply(input.text, items.length)
  if (reply?.kind === 'changed') return keep(reply.numbers.flatMap((number) => items[number - 1] ?? []))
  if (reply?.kind === 'same') return keep(items.filter((_, index) => !reply.numbers.includes(index + 1)))
  if (reply?.kind === 'all_changed') return keep(items)
  const found = readCommand(input.text)
  const changed = found?.command === 'semua_sama' && found.exact ? itemsOf(turn, found.argument) : undefined
  if (changed) return keep(changed)
  if (found?.exact && obey(turn, found.command, found.argument)) return
  refuseOverview(turn, 'unclear')
}

/** "3, 5" as the ids of those items; undefined when one of them is none. */
function itemsOf(turn: Turn, labels: string | undefined): string[] | undefined {
  const places = (labels ?? '').split(/[\s,]+/).flatMap((label) => (label === '' ? [] : [placeOfLabel(turn, label)]))
  const items = places.flatMap((place) => (place?.node === turn.form.mainRepeat ? (place?.items[0] ?? []) : []))
  return items.length === places.length ? items : undefined
}
