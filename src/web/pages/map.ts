import { digestRound } from '../../app/round-digest.ts'
import { constraintsToMap } from '../../app/village-map.ts'
import { covers } from '../../domain/regions.ts'
import type { RoundRow } from '../../store/rounds.ts'
import { html } from '../html.ts'
import { definePage } from '../page.ts'
import { filters } from '../parts.ts'
import type { Visit } from '../visit.ts'

/** The map of a kabupaten: who has reported, or who named a constraint. The picture comes by an address of its own. */

interface Data {
  readonly kabupaten: readonly { readonly code: string; readonly name: string }[]
  readonly here: string
  readonly round: RoundRow | undefined
  readonly constraints: readonly { readonly code: string; readonly name: string }[]
  readonly constraint: string
}

export const mapPage = definePage<Data>({
  path: '/peta',
  right: 'read_aggregates',

  async read(visit, { query }) {
    const { services, db } = visit
    const kabupaten = await kabupatenToMap(visit)
    const here = kabupaten.find(({ code }) => code === query.get('kabupaten'))?.code ?? kabupaten[0]?.code ?? ''
    const round = await digestRound(db)
    const constraints =
      here === '' || !round
        ? []
        : await constraintsToMap(services, db, { round, within: mapScope(visit, here) }, visit.now)
    return {
      kabupaten,
      here,
      round,
      constraints,
      constraint: constraints.find(({ code }) => code === query.get('kendala'))?.code ?? '',
    }
  },

  title: (_, visit) => visit.t('console-menu-map'),

  view({ kabupaten, here, round, constraints, constraint }, visit) {
    const { t } = visit
    if (here === '' || !round) return html`<p class="empty">${t('console-no-rounds')}</p>`
    const query = constraint === '' ? '' : `?kendala=${constraint}`
    return html`
${
  kabupaten.length > 1
    ? filters(
        visit,
        'kabupaten',
        here,
        kabupaten.map(({ code, name }) => ({ value: code, label: name })),
      )
    : ''
}
${filters(visit, 'kendala', constraint, [
  { value: '', label: t('console-map-reports') },
  ...constraints.map(({ code, name }) => ({ value: code, label: name })),
])}
<p><img src="/peta/${here}/gambar${query}" alt="${t('console-map-alt')}" width="720"></p>
<p class="muted">${t('console-map-hint')}</p>`
  },
})

/** Kabupaten that the visitor sees something of. */
async function kabupatenToMap(visit: Visit): Promise<Data['kabupaten']> {
  const { kabupaten } = await visit.services.programme.get(visit.db)
  return Object.entries(kabupaten)
    .filter(([code]) => mapScope(visit, code).length > 0)
    .map(([code, { name }]) => ({ code, name }))
}

/** What of a kabupaten the visitor may see on a map: all of it, or their kecamatan or villages. */
export function mapScope(visit: Visit, kabupatenCode: string): readonly string[] {
  if (visit.can('read_aggregates', kabupatenCode)) return [kabupatenCode]
  return visit.scope('read_aggregates').filter((code) => covers(kabupatenCode, code))
}
