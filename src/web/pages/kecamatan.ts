import { z } from 'zod'
import { choiceLabels } from '../../app/choice-labels.ts'
import { excuse, extendDue, includeAgain } from '../../app/manage-round.ts'
import { villageAnswers } from '../../app/village-answers.ts'
import { activityStatuses } from '../../domain/activities.ts'
import { totalsFor } from '../../domain/privacy.ts'
import { type Totals, totalsOf } from '../../domain/totals.ts'
import { listVillagesOf } from '../../store/obligations.ts'
import { listPlaces, type PlaceProgress } from '../../store/progress.ts'
import type { RegionRow } from '../../store/regions.ts'
import { listReportsOfPlace, type ReportOfPlace } from '../../store/report-answers.ts'
import { listRounds, type RoundRow } from '../../store/rounds.ts'
import { type Html, html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { figure, filters, placeLink, placeTitle, stateChip, table } from '../parts.ts'
import type { Visit } from '../visit.ts'
import { activityKeys, named, owedCard, owedNow, reportTable, requireRegion } from './village.ts'

/** One kecamatan in one round: sums as they stand now, what the camat confirmed, and whether it changed since. */

interface Data {
  readonly region: RegionRow
  readonly rounds: readonly RoundRow[]
  readonly round: RoundRow | undefined
  readonly totals: Totals | undefined
  readonly confirmed: { readonly at: number; readonly in: number } | undefined
  readonly changedSinceAt: number | null
  /** Empty for those who may not know who is late. */
  readonly villages: readonly PlaceProgress[]
  readonly owed: Awaited<ReturnType<typeof owedNow>>
  readonly reports: readonly ReportOfPlace[]
  readonly label: Awaited<ReturnType<typeof choiceLabels>>
}

export const kecamatanPage = definePage<Data>({
  path: '/kecamatan/:code',
  right: 'read_aggregates',

  async read(visit, { params, query }) {
    const { db, now } = visit
    const region = await requireRegion(visit, params.code!, 'kecamatan')
    visit.must('read_aggregates', region.code)
    const seesNames = visit.can('read_late_names', region.code)
    const rounds = (await listRounds(db)).filter((r) => r.state !== 'draft').reverse()
    const round = rounds.find((r) => r.code === query.get('putaran')) ?? rounds[0]
    const villages = round ? await listVillagesOf(db, round.id, region.code) : []
    const places = villages.map((v) => ({
      regionCode: v.regionCode,
      name: v.regionName,
      excused: v.excusedBecause !== null,
    }))
    const reports = visit.can('read_report', region.code) ? await listReportsOfPlace(db, region.code) : []
    const frozen = reports.find((r) => r.roundCode === round?.code && r.frozen !== null)
    return {
      region,
      rounds,
      round,
      totals: round
        ? totalsFor(seesNames ? 'names' : 'sums', totalsOf(places, await villageAnswers(db, db, villages)))
        : undefined,
      confirmed: frozen && confirmedOf(frozen.frozen!),
      changedSinceAt: frozen?.changedSinceAt ?? null,
      villages:
        round && seesNames
          ? await listPlaces(db, {
              roundId: round.id,
              level: 'desa',
              within: [region.code],
              now,
              limit: 200,
              offset: 0,
            })
          : [],
      owed: seesNames ? await owedNow(visit, region.code) : [],
      reports,
      label: await choiceLabels(visit.services, db),
    }
  },

  actions: {
    perpanjang: action({
      right: 'extend_or_excuse',
      form: z.strictObject({ putaran: z.string(), batas: z.iso.date() }),
      async run(visit, { putaran, batas }, { params }) {
        const place = await placeToChange(visit, params.code!, putaran)
        await extendDue(visit.services, place, batas, { now: visit.now, actor: visit.actorName })
        return { to: `/kecamatan/${place.regionCode}`, notice: 'extended' }
      },
    }),
    bebaskan: action({
      right: 'extend_or_excuse',
      form: z.strictObject({ putaran: z.string(), alasan: z.string().trim().min(3).max(300) }),
      async run(visit, { putaran, alasan }, { params }) {
        const place = await placeToChange(visit, params.code!, putaran)
        await excuse(visit.services, place, alasan, { now: visit.now, actor: visit.actorName })
        return { to: `/kecamatan/${place.regionCode}`, notice: 'excused' }
      },
    }),
    minta_lagi: action({
      right: 'extend_or_excuse',
      form: z.strictObject({ putaran: z.string() }),
      async run(visit, { putaran }, { params }) {
        const place = await placeToChange(visit, params.code!, putaran)
        await includeAgain(visit.services, place, { now: visit.now, actor: visit.actorName })
        return { to: `/kecamatan/${place.regionCode}`, notice: 'unexcused' }
      },
    }),
  },

  title: ({ region }, visit) => placeTitle(visit, named(region)),

  view(data, visit) {
    const { t } = visit
    const { round, totals, villages, owed, reports } = data
    if (!round || !totals) return html`<p class="empty">${t('console-no-rounds')}</p>`
    return html`
${
  data.rounds.length > 1
    ? filters(
        visit,
        'putaran',
        round.code,
        data.rounds.map((r) => ({ value: r.code, label: r.code })),
      )
    : ''
}
${data.confirmed ? html`<p><span class="chip good">${t('console-confirmed', { when: visit.when(data.confirmed.at, data.region.zone), n: data.confirmed.in })}</span> ${data.changedSinceAt === null ? '' : html`<span class="chip wait">${t('console-changed-since')}</span>`}</p>` : ''}
<div class="cards">
${figure(t('console-villages-in'), t('console-n-of', { in: totals.reported, of: totals.expected }))}
${totals.activities.progress === null ? '' : figure(t('console-progress'), t('console-percent', { n: totals.activities.progress }))}
${attendance(totals, visit)}
</div>
${totals.activities.total === 0 ? '' : activities(totals, visit)}
${mentioned('console-constraints', 'kendala', totals.constraints, data, visit)}
${mentioned('console-support', 'dukungan', totals.support, data, visit)}
${
  villages.length === 0
    ? ''
    : html`<h2>${t('console-level-desa')}</h2>${table(
        [t('console-place'), t('console-state')],
        villages.map((v) => [placeLink(visit, v), stateChip(visit, v)]),
      )}`
}
${owed.length === 0 ? '' : html`<h2>${t('console-column-kecamatan-report')}</h2>${owed.map((place) => owedCard(place, visit))}`}
${reports.length === 0 ? '' : html`<h2>${t('console-reports')}</h2>${reportTable(reports, visit)}`}`
  },
})

async function placeToChange(visit: Visit, regionCode: string, code: string) {
  const region = await requireRegion(visit, regionCode, 'kecamatan')
  visit.must('extend_or_excuse', region.code)
  return { code, regionCode: region.code, level: 'kecamatan' as const }
}

/** What `acceptReport` froze: see `kecamatanTotals`. */
function confirmedOf(frozen: string): Data['confirmed'] {
  const { at, villages } = JSON.parse(frozen) as { at: number; villages: readonly string[] }
  return { at, in: villages.length }
}

function attendance({ attendance: a }: Totals, visit: Visit): Html | string {
  if (a.villages === 0 || a.total === null) return ''
  const label =
    a.l === null || a.p === null
      ? visit.t('console-attended')
      : visit.t('console-attended-by-sex', { men: a.l, women: a.p })
  return figure(label, a.total)
}

function activities({ activities: a }: Totals, visit: Visit): Html {
  const { t } = visit
  return html`<h2>${t('console-activities', { n: a.total })}</h2>${table(
    [t('console-state'), { n: t('console-activity') }],
    [
      ...activityStatuses.map((status) => [t(activityKeys[status]), a.byStatus[status]]),
      ...(a.byStatus.tidak_diisi > 0 ? [[t('console-activity-unanswered'), a.byStatus.tidak_diisi]] : []),
    ],
  )}`
}

function mentioned(
  key: string,
  list: 'kendala' | 'dukungan',
  rows: readonly { readonly code: string; readonly activities: number; readonly villages: number }[],
  data: Data,
  visit: Visit,
): Html | string {
  if (rows.length === 0) return ''
  const { t } = visit
  return html`<h2>${t(key)}</h2>${table(
    [t(key), { n: t('console-activity') }, { n: t('console-level-desa') }],
    rows.slice(0, 10).map((row) => [data.label(list, row.code), row.activities, row.villages]),
  )}`
}
