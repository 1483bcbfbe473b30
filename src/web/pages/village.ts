import { z } from 'zod'
import { excuse, extendDue, includeAgain } from '../../app/manage-round.ts'
import { reachOf, type Unreachable, writerPositions } from '../../app/reach.ts'
import { activityStatuses } from '../../domain/activities.ts'
import { positions } from '../../domain/positions.ts'
import { isRegionCode, levelOf } from '../../domain/regions.ts'
import { addDays, localDate } from '../../lib/local-time.ts'
import { type EntityItem, listEntities } from '../../store/entities.ts'
import { listSeatHolders, type SeatHolder } from '../../store/people.ts'
import { listPlaces, type PlaceProgress } from '../../store/progress.ts'
import { findRegion, type RegionRow } from '../../store/regions.ts'
import { listReportsOfPlace, type ReportOfPlace } from '../../store/report-answers.ts'
import { listRounds } from '../../store/rounds.ts'
import { dateWords } from '../../wording/when.ts'
import { type Html, html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { form, placeTitle, positionLabel, reportChip, stateChip, table } from '../parts.ts'
import { notFound, type Visit } from '../visit.ts'
import { mayRead } from './report.ts'
import { unreachableKeys } from './round.ts'

/** One village: what it owes now, who answers for it, what it reported, and its plan. */

interface Data {
  readonly region: RegionRow
  readonly kecamatan: RegionRow | undefined
  readonly owed: readonly (PlaceProgress & { readonly roundCode: string })[]
  readonly holders: readonly (SeatHolder & { readonly because: Unreachable | undefined })[]
  readonly reports: readonly ReportOfPlace[]
  readonly plan: readonly EntityItem[]
}

export const villagePage = definePage<Data>({
  path: '/desa/:code',
  right: 'read_report',

  async read(visit, { params }) {
    const { db, now } = visit
    const region = await requireRegion(visit, params.code!, 'desa')
    visit.must('read_report', region.code)
    const reports = await listReportsOfPlace(db, region.code)
    const seesPersons = visit.can('see_persons', region.code)
    if (seesPersons) await visit.note('read_persons', `region:${region.code}`)
    return {
      region,
      kecamatan: region.parentCode === null ? undefined : await findRegion(db, region.parentCode),
      owed: await owedNow(visit, region.code),
      holders: seesPersons
        ? (await listSeatHolders(db, db, { positions, regionCodes: [region.code], now })).map((holder) => ({
            ...holder,
            because: writerPositions.includes(holder.position) ? reachOf(holder).because : undefined,
          }))
        : [],
      reports: reports.filter((report) => mayRead(visit, report, reports)),
      plan: await listEntities(db, 'kegiatan', region.code),
    }
  },

  actions: {
    perpanjang: action({
      right: 'extend_or_excuse',
      form: z.strictObject({ putaran: z.string(), batas: z.iso.date() }),
      async run(visit, { putaran, batas }, { params }) {
        const region = await requireRegion(visit, params.code!, 'desa')
        visit.must('extend_or_excuse', region.code)
        const place = { code: putaran, regionCode: region.code, level: 'desa' as const }
        await extendDue(visit.services, place, batas, { now: visit.now, actor: visit.actorName })
        return { to: `/desa/${region.code}`, notice: 'extended' }
      },
    }),
    bebaskan: action({
      right: 'extend_or_excuse',
      form: z.strictObject({ putaran: z.string(), alasan: z.string().trim().min(3).max(300) }),
      async run(visit, { putaran, alasan }, { params }) {
        const region = await requireRegion(visit, params.code!, 'desa')
        visit.must('extend_or_excuse', region.code)
        const place = { code: putaran, regionCode: region.code, level: 'desa' as const }
        await excuse(visit.services, place, alasan, { now: visit.now, actor: visit.actorName })
        return { to: `/desa/${region.code}`, notice: 'excused' }
      },
    }),
    minta_lagi: action({
      right: 'extend_or_excuse',
      form: z.strictObject({ putaran: z.string() }),
      async run(visit, { putaran }, { params }) {
        const region = await requireRegion(visit, params.code!, 'desa')
        visit.must('extend_or_excuse', region.code)
        const place = { code: putaran, regionCode: region.code, level: 'desa' as const }
        await includeAgain(visit.services, place, { now: visit.now, actor: visit.actorName })
        return { to: `/desa/${region.code}`, notice: 'unexcused' }
      },
    }),
  },

  title: ({ region }, visit) => placeTitle(visit, named(region)),

  view(data, visit) {
    const { t } = visit
    const { region, kecamatan, owed, holders, reports, plan } = data
    return html`
<p class="muted">${region.code}${kecamatan ? html` · <a href="/kecamatan/${kecamatan.code}">${placeTitle(visit, named(kecamatan))}</a>` : ''}${region.reporting === 'each' && visit.can('read_double_reports', region.code) ? html` · ${t('console-two-heads')}` : ''}</p>
${owed.map((place) => owedCard(place, visit))}
${reports.length > 0 ? html`<h2>${t('console-reports')}</h2>${reportTable(reports, visit)}` : ''}
${holders.length > 0 ? html`<h2>${t('console-people')}</h2>${holderTable(holders, visit)}` : ''}
<h2>${t('console-plan', { n: plan.length })}</h2>
${
  plan.length === 0
    ? html`<p class="empty">${t('console-no-plan')}</p>`
    : table(
        [t('console-activity'), t('console-target'), t('console-state')],
        plan.map((item) => planRow(item, visit)),
      )
}`
  },
})

/** Throws `Problem('not_found')` for another level too: a village's page is no way to read a kabupaten. */
export async function requireRegion(visit: Visit, code: string, level: 'desa' | 'kecamatan'): Promise<RegionRow> {
  const region = isRegionCode(code) && levelOf(code) === level ? await findRegion(visit.db, code) : undefined
  if (!region) throw notFound()
  return region
}

export const named = (region: RegionRow) => ({
  regionCode: region.code,
  regionName: region.name,
  regionKind: region.kind,
})

/** What the place owes in open rounds. */
export async function owedNow(visit: Visit, regionCode: string): Promise<Data['owed']> {
  const { db, now } = visit
  const rounds = (await listRounds(db)).filter((r) => r.state === 'open')
  const owed = []
  for (const round of rounds)
    for (const place of await listPlaces(db, {
      roundId: round.id,
      level: levelOf(regionCode) as 'desa',
      within: [regionCode],
      now,
      limit: 10,
      offset: 0,
    }))
      owed.push({ ...place, roundCode: round.code })
  return owed
}

export function owedCard(place: Data['owed'][number], visit: Visit): Html {
  const { t } = visit
  const mayChange = visit.can('extend_or_excuse', place.regionCode)
  const round = html`<input type="hidden" name="putaran" value="${place.roundCode}">`
  const nextWeek = addDays(localDate(visit.now, place.zone), 7)
  return html`<div class="card"><p><b>${t('console-round-title', { code: place.roundCode })}</b> ${stateChip(visit, place)} <span class="muted">${t('console-due', { due: dateWords(localDate(place.dueAt, place.zone), visit.speech) })}</span></p>
${place.excusedBecause === null ? '' : html`<p>${t('console-excused-because', { reason: place.excusedBecause })}</p>`}
${
  mayChange
    ? place.excusedBecause === null
      ? html`<details class="act"><summary>${t('console-extend')}</summary>${form(visit, 'perpanjang', html`${round}<div class="row"><label>${t('console-due-new')}<input type="date" name="batas" required value="${nextWeek}"></label><button class="primary">${t('console-extend')}</button></div>`)}</details>
<details class="act"><summary>${t('console-excuse')}</summary>${form(visit, 'bebaskan', html`${round}<div class="row"><label>${t('console-reason')}<input name="alasan" required minlength="3" maxlength="300"></label><button>${t('console-excuse')}</button></div>`)}</details>`
      : form(visit, 'minta_lagi', html`${round}<button>${t('console-include-again')}</button>`)
    : ''
}</div>`
}

export function reportTable(reports: readonly ReportOfPlace[], visit: Visit): Html {
  const { t } = visit
  return table(
    [t('console-round'), t('console-state'), t('console-came-in')],
    reports.map((report) => [
      html`<a class="whole" href="/laporan/${report.id}">${report.roundCode}</a><div class="muted">${report.title}${report.reporting === 'each' ? html` · ${positionLabel(report.position)}` : ''}</div>`,
      reportChip(visit, report),
      report.submittedAt === null ? '–' : visit.short(localDate(report.submittedAt, report.zone)),
    ]),
  )
}

function holderTable(holders: Data['holders'], visit: Visit): Html {
  const { t } = visit
  return table(
    [t('console-name'), t('console-position'), t('console-reach')],
    holders.map((holder) => [
      html`<a href="/orang/${holder.personId}">${holder.name}</a>`,
      positionLabel(holder.position),
      holder.because === undefined
        ? html`${holder.channel ?? '–'}`
        : html`<span class="chip bad">${t(unreachableKeys[holder.because])}</span>`,
    ]),
  )
}

function planRow({ label, properties, source }: EntityItem, visit: Visit) {
  const { t } = visit
  const status = activityStatuses.find((s) => s === properties.status)
  const percent = properties.persen ? ` · ${properties.persen} %` : ''
  return [
    html`${label}${source === 'vlp' ? '' : html` <span class="chip">${t('console-not-in-plan')}</span>`}`,
    [properties.target, properties.satuan].filter(Boolean).join(' '),
    status ? `${t(activityKeys[status])}${percent}` : '–',
  ]
}

export const activityKeys = {
  selesai: 'console-activity-selesai',
  berjalan: 'console-activity-berjalan',
  belum: 'console-activity-belum',
  batal: 'console-activity-batal',
} as const
