import { countPersonPage, listPersonPage, type PersonOnPage } from '../../store/people-pages.ts'
import { html } from '../html.ts'
import { definePage } from '../page.ts'
import { pageOf, pager, perPage, positionLabel, table } from '../parts.ts'
import type { Visit } from '../visit.ts'

/** Who holds which seat, and whether they can be reached. Telephone numbers are not shown anywhere. */

interface Data {
  readonly people: readonly PersonOnPage[]
  readonly search: string
  readonly page: number
  readonly total: number
}

export const peoplePage = definePage<Data>({
  path: '/orang',
  right: 'see_persons',

  async read(visit, { query }) {
    const page = pageOf(query)
    const search = (query.get('cari') ?? '').trim().slice(0, 80)
    const wanted = { within: visit.scope('see_persons'), search, now: visit.now }
    const people = await listPersonPage(visit.db, { ...wanted, limit: perPage, offset: page.offset })
    await visit.note('read_persons', 'list', { rows: people.length })
    return { people, search, page: page.number, total: await countPersonPage(visit.db, wanted) }
  },

  title: (_, visit) => visit.t('console-menu-people'),

  view({ people, search, page, total }, visit) {
    const { t } = visit
    return html`
<form method="get" action="/orang" class="row"><input type="search" name="cari" value="${search}" placeholder="${t('console-people-search')}" aria-label="${t('console-people-search')}"><button>${t('console-search')}</button></form>
${
  people.length === 0
    ? html`<p class="empty">${t('console-nothing-found')}</p>`
    : table(
        [t('console-name'), t('console-position'), t('console-reach')],
        people.map((p) => [
          html`<a href="/orang/${p.personId}">${p.name}</a>`,
          html`${positionLabel(p.position)}<div class="muted">${[p.regionName, p.kecamatanName].filter((name) => name !== null).join(', ')}</div>`,
          reachOf(p, visit),
        ]),
      )
}
${pager(visit, page, total)}`
  },
})

function reachOf(p: PersonOnPage, visit: Visit) {
  const { t } = visit
  if (p.stopped === 1) return html`<span class="chip bad">${t('console-reach-stopped')}</span>`
  if (p.channel !== null)
    return p.reach === 'ok' ? p.channel : html`<span class="chip bad">${t('console-reach-blocked')}</span>`
  const key = p.invited === 1 ? 'console-invited' : 'console-reach-not-enrolled'
  return html`<span class="chip wait">${t(key)}</span>`
}
