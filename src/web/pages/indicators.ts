import { z } from 'zod'
import { enterIndicator, indicatorTable, listIndicators } from '../../app/indicators.ts'
import type { IndicatorName, IndicatorRow } from '../../domain/indicators.ts'
import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { localDate } from '../../lib/local-time.ts'
import { type Html, html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { filters, form, table } from '../parts.ts'
import type { Visit } from '../visit.ts'

/** What the programme wants to reach and how far it is, by kabupaten and period. */

interface Data {
  readonly rows: readonly IndicatorRow[]
  readonly indicators: readonly IndicatorName[]
  readonly periods: readonly string[]
  readonly period: string
  readonly kabupaten: readonly { readonly code: string; readonly name: string }[]
  readonly mayEnter: boolean
}

const entry = {
  indikator: z.string().max(40),
  kabupaten: z.string().max(8),
  periode: z.string().trim().max(8),
  nilai: z.coerce.number().min(0).max(1e12),
  alasan: z.string().trim().max(200),
}

export const indicatorsPage = definePage<Data>({
  path: '/capaian',
  right: 'export_data',

  async read(visit, { query }) {
    const { services, db } = visit
    const kabupaten = await kabupatenOf(visit)
    const all = await indicatorTable(services, db, { kabupaten: visit.scope('export_data') })
    const periods = [...new Set(all.map((row) => row.period))].sort().reverse()
    const period = periods.find((p) => p === query.get('periode')) ?? periods[0] ?? ''
    return {
      rows: all.filter((row) => row.period === period),
      indicators: await listIndicators(db),
      periods,
      period,
      kabupaten,
      mayEnter: visit.scope('import_rows').length > 0,
    }
  },

  actions: {
    target: action({
      right: 'import_rows',
      form: z.strictObject(entry),
      run: (visit, fields) => enter(visit, 'target', fields),
    }),
    capaian: action({
      right: 'import_rows',
      form: z.strictObject(entry),
      run: (visit, fields) => enter(visit, 'achieved', fields),
    }),
  },

  title: (_, visit) => visit.t('console-menu-indicators'),

  view({ rows, indicators, periods, period, kabupaten, mayEnter }, visit) {
    const { t } = visit
    const placeOf = (code: string) =>
      code === WHOLE_PROGRAMME ? t('console-everywhere') : (kabupaten.find((k) => k.code === code)?.name ?? code)
    return html`
<p>${t('console-indicators-hint')}</p>
${
  periods.length > 1
    ? filters(
        visit,
        'periode',
        period,
        periods.map((value) => ({ value, label: value })),
      )
    : ''
}
${
  rows.length === 0
    ? html`<p class="empty">${t('console-indicators-none')}</p>`
    : table(
        [
          t('console-indicator'),
          t('console-kabupaten'),
          { n: t('console-indicator-target') },
          { n: t('console-indicator-achieved') },
          { n: '%' },
          t('console-indicator-source'),
        ],
        rows.map((row) => [
          html`${row.name} <span class="muted">${row.unit}</span>`,
          placeOf(row.kabupatenCode),
          number(row.target, visit),
          number(row.achieved, visit),
          row.percent === null ? '–' : row.percent,
          html`${row.source === 'data' ? t('console-indicator-source-data') : row.source}${row.computed === null ? '' : html`<div class="muted">${t('console-indicator-source-beside', { n: number(row.computed, visit) })}</div>`}`,
        ]),
      )
}
${mayEnter ? html`${entryForm(visit, 'target', { indicators, kabupaten, period })}${entryForm(visit, 'capaian', { indicators, kabupaten, period })}` : ''}`
  },
})

async function enter(
  visit: Visit,
  kind: 'target' | 'achieved',
  { indikator, kabupaten, periode, nilai, alasan }: z.infer<z.ZodObject<typeof entry>>,
) {
  visit.must('import_rows', kabupaten)
  await enterIndicator(
    visit.services,
    { kind, indicator: indikator, kabupatenCode: kabupaten, period: periode, value: nilai, reason: alasan },
    { now: visit.now, actor: visit.actorName },
  )
  return { to: `/capaian`, notice: 'saved' } as const
}

function number(value: number | null, { speech }: Visit): string {
  return value === null ? '–' : value.toLocaleString(speech.language === 'en' ? 'en' : 'id-ID')
}

function entryForm(
  visit: Visit,
  aksi: 'target' | 'capaian',
  { indicators, kabupaten, period }: Pick<Data, 'indicators' | 'kabupaten' | 'period'>,
): Html {
  const { t } = visit
  const title = t(aksi === 'target' ? 'console-indicator-target-set' : 'console-indicator-achieved-enter')
  return html`<details class="act card"><summary>${title}</summary>${form(
    visit,
    aksi,
    html`<label>${t('console-indicator')}<select name="indikator">${indicators.map((i) => html`<option value="${i.code}">${i.name} (${i.unit})</option>`)}</select></label>
<div class="row"><label>${t('console-kabupaten')}<select name="kabupaten">${kabupaten.map((k) => html`<option value="${k.code}">${k.name}</option>`)}</select></label>
<label>${t('console-indicator-period')} <span class="hint">2024, 2024-S2, 2024-Q3, 2024-07</span><input name="periode" required maxlength="8" value="${period === '' ? localDate(visit.now, visit.speech.zone).slice(0, 4) : period}"></label>
<label>${t(aksi === 'target' ? 'console-indicator-target' : 'console-indicator-achieved')}<input type="number" name="nilai" required min="0" step="any"></label></div>
<label>${t(aksi === 'target' ? 'console-indicator-target-because' : 'console-indicator-source')}<input name="alasan" maxlength="200" ${aksi === 'target' ? '' : 'required'}></label>
<button class="primary">${title}</button>`,
  )}</details>`
}

/** Where the visitor sees targets: kabupaten, and the whole programme for those who work for it. */
async function kabupatenOf(visit: Visit): Promise<Data['kabupaten']> {
  const { kabupaten } = await visit.services.programme.get(visit.db)
  const own = Object.entries(kabupaten)
    .filter(([code]) => visit.can('export_data', code))
    .map(([code, { name }]) => ({ code, name }))
  return visit.can('export_data', WHOLE_PROGRAMME)
    ? [...own, { code: WHOLE_PROGRAMME, name: visit.t('console-everywhere') }]
    : own
}
