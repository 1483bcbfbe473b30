import { type Synchronisation, synchronisation } from '../../app/synchronisation.ts'
import { stageWord, syncNumber, syncState, syncStateTexts } from '../../documents/sync-paper.ts'
import { covers } from '../../domain/regions.ts'
import { html } from '../html.ts'
import { definePage } from '../page.ts'
import { figure, filters, pageOf, pager, perPage, table } from '../parts.ts'
import type { Visit } from '../visit.ts'

/** Activities of villages and recommendations against programmes of offices, and what has none. */

interface Data {
  readonly kabupaten: readonly { readonly code: string; readonly name: string }[]
  readonly here: string
  readonly year: number | undefined
  readonly state: string
  readonly table: Synchronisation | undefined
  readonly page: { readonly number: number; readonly offset: number }
}

/** What of this kabupaten the visitor may see: all of it, or their kecamatan or village. */
function scopeIn(visit: Visit, kabupatenCode: string): readonly string[] {
  if (visit.can('read_aggregates', kabupatenCode)) return [kabupatenCode]
  return visit.scope('read_aggregates').filter((code) => covers(kabupatenCode, code))
}

const states = ['', 'matched', 'proposed', 'unmatched'] as const

export const synchronisationPage = definePage<Data>({
  path: '/sinkronisasi',
  right: 'read_aggregates',

  async read(visit, { query }) {
    const { db, services } = visit
    const programme = await services.programme.get(db)
    const kabupaten = Object.entries(programme.kabupaten)
      .filter(([code]) => scopeIn(visit, code).length > 0)
      .map(([code, { name }]) => ({ code, name }))
    const here = kabupaten.find(({ code }) => code === query.get('kabupaten'))?.code ?? kabupaten[0]?.code ?? ''
    const asked = Number(query.get('tahun'))
    const year = Number.isInteger(asked) && asked > 2000 && asked < 2200 ? asked : undefined
    return {
      kabupaten,
      here,
      year,
      state: states.find((s) => s === query.get('keadaan')) ?? '',
      table: here === '' ? undefined : await synchronisation(db, db, here, year, scopeIn(visit, here)),
      page: pageOf(query),
    }
  },

  title: (_, visit) => visit.t('console-menu-sync'),

  view({ kabupaten, here, year, state, table: found, page }, visit) {
    const { t } = visit
    if (!found) return html`<p class="empty">${t('console-sync-none')}</p>`
    const { totals, years } = found
    const rows = found.rows.filter((row) => state === '' || row.state === state)
    return html`
<p>${t('console-sync-hint')}</p>
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
${
  years.length > 0
    ? filters(visit, 'tahun', year === undefined ? '' : String(year), [
        { value: '', label: t('console-sync-all-years') },
        ...years.map((y) => ({ value: String(y), label: String(y) })),
      ])
    : ''
}
${filters(
  visit,
  'keadaan',
  state,
  states.map((value) => ({ value, label: t(value === '' ? 'console-sync-all' : syncStateTexts[value]) })),
)}
<div class="cards">
${figure(t('console-sync-matched'), t('console-of', { n: totals.matched, of: totals.activities }))}
${figure(t('doc-sync-state-proposed'), totals.proposed)}
${figure(t('doc-sync-state-unmatched'), totals.unmatched)}
${figure(t('console-sync-recommendations'), t('console-of', { n: totals.recommendationsMatched, of: totals.recommendations }))}
</div>
${
  rows.length === 0
    ? html`<p class="empty">${t('console-sync-none')}</p>`
    : table(
        [
          t('doc-sync-number'),
          t('doc-matrix-village'),
          t('doc-sync-what'),
          t('doc-sync-state'),
          t('doc-sync-office'),
          t('doc-sync-programme'),
          t('doc-sync-stage'),
        ],
        rows
          .slice(page.offset, page.offset + perPage)
          .map((row) => [
            syncNumber(row),
            row.villages.join(', '),
            row.what,
            syncState(row, visit.speech),
            row.offices.join(', '),
            [row.programme, row.year].filter((part) => part !== null).join(' '),
            stageWord(row),
          ]),
      )
}
${pager(visit, page.number, rows.length)}`
  },
})
