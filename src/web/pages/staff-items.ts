import { countOpenItems, listOpenItems, type OpenItem, type StaffItemKind } from '../../store/staff-items.ts'
import { html } from '../html.ts'
import { definePage } from '../page.ts'
import { filters, pageOf, pager, perPage, placeLink, table } from '../parts.ts'
import type { Visit } from '../visit.ts'

/** What needs a person: people who asked for help first, then messages that the machine could not deal with. */

interface Data {
  readonly items: readonly OpenItem[]
  readonly view: View
  readonly page: number
  readonly total: number
}

export const personalKinds: readonly StaffItemKind[] = [
  'help',
  'claim',
  'wrong_contact',
  'follow_on',
  'erase',
  'stopped',
]
const machineKinds: readonly StaffItemKind[] = ['parked', 'in_doubt', 'refused', 'note']
type View = 'orang' | 'mesin'

export const staffItemsPage = definePage<Data>({
  path: '/bantuan',
  right: 'answer_help',

  async read(visit, { query }) {
    const view: View = query.get('jenis') === 'mesin' ? 'mesin' : 'orang'
    const kinds = view === 'orang' ? personalKinds : machineKinds
    const within = visit.scope('answer_help')
    const page = pageOf(query)
    return {
      view,
      items: await listOpenItems(visit.db, { within, kinds, limit: perPage, offset: page.offset }),
      page: page.number,
      total: await countOpenItems(visit.db, within, kinds),
    }
  },

  title: (_, visit) => visit.t('console-help-title'),

  view({ items, view, page, total }, visit) {
    const { t } = visit
    return html`
${filters(visit, 'jenis', view, [
  { value: 'orang', label: t('console-help-people') },
  { value: 'mesin', label: t('console-help-machine') },
])}
${
  items.length === 0
    ? html`<p class="empty">${t('console-help-none')}</p>`
    : table(
        [t('console-help-what'), t('console-place'), t('console-help-since')],
        items.map((item) => [
          html`<a href="/bantuan/${item.id}">${t(itemKeys[item.kind])}</a>${item.personName === null ? '' : html`<div>${item.personName}</div>`}${reasonOf(item)}`,
          placeOfItem(item, visit),
          visit.since(item.at),
        ]),
      )
}
${pager(visit, page, total)}`
  },
})

export const itemKeys: Readonly<Record<StaffItemKind, string>> = {
  help: 'console-item-help',
  claim: 'console-item-claim',
  wrong_contact: 'console-item-wrong-contact',
  parked: 'console-item-parked',
  in_doubt: 'console-item-in-doubt',
  refused: 'console-item-refused',
  follow_on: 'console-item-follow-on',
  erase: 'console-item-erase',
  stopped: 'console-item-stopped',
  note: 'console-item-note',
}

/** Why a message could not be delivered, in words for staff. */
function reasonOf({ kind, details: { reads } }: OpenItem) {
  return kind === 'refused' && typeof reads === 'string' ? html`<div class="muted">${reads}</div>` : ''
}

export function placeOfItem(item: OpenItem, visit: Visit) {
  if (item.regionCode === null || item.regionName === null) return '–'
  const place = { regionCode: item.regionCode, regionName: item.regionName, regionKind: item.regionKind ?? '' }
  return item.regionCode.split('.').length > 2 ? placeLink(visit, place) : item.regionName
}
