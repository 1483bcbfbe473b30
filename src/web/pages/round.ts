import { z } from 'zod'
import { closeRound, extendDue, reopenRound } from '../../app/manage-round.ts'
import { recipientsOf, type Unreachable, writerPositions } from '../../app/reach.ts'
import { readLarge } from '../../app/read-aside.ts'
import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { addDays, localDate } from '../../lib/local-time.ts'
import { listSeatHolders } from '../../store/people.ts'
import { listPlaces, type PlaceFilter, type PlaceProgress, placeFilters } from '../../store/progress.ts'
import { listRoundForms, listRounds, type RoundFormRow, type RoundRow } from '../../store/rounds.ts'
import { findSetting } from '../../store/settings.ts'
import { type Html, html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { filters, form, pageOf, pager, perPage, placeLink, stateChip, table } from '../parts.ts'
import { pauseCard, pausing } from '../pausing.ts'
import { notFound, type Visit } from '../visit.ts'
import { roundStateKeys } from './rounds.ts'

/** One round: every place with its state, whom nobody can reach and why, and what staff may change about the whole. */

interface Data {
  readonly round: RoundRow
  readonly forms: readonly RoundFormRow[]
  readonly places: readonly (PlaceProgress & { readonly because: Unreachable | undefined })[]
  readonly filter: PlaceFilter
  readonly level: 'desa' | 'kecamatan'
  readonly page: number
  readonly total: number
  readonly paused: boolean
  readonly todayOn: string
}

export const roundPage = definePage<Data>({
  path: '/putaran/:code',
  right: 'read_late_names',

  async read(visit, { params, query }) {
    const { db, now } = visit
    const round = await requireRoundNamed(visit, params.code!)
    const filter = placeFilters.find((f) => f === query.get('lihat')) ?? 'all'
    const level = query.get('tingkat') === 'kecamatan' ? 'kecamatan' : 'desa'
    const page = pageOf(query)
    const wanted = { roundId: round.id, level, within: visit.scope('read_late_names'), filter, now } as const
    const places = await listPlaces(db, { ...wanted, limit: perPage, offset: page.offset })
    return {
      round,
      forms: await listRoundForms(db, round.id),
      places: await withReach(visit, places),
      filter,
      level,
      page: page.number,
      total: await visit.kept.get(`places ${round.id} ${level} ${filter} ${wanted.within}`, () =>
        readLarge(db, 'places', wanted),
      ),
      paused: (await findSetting(db, 'sending_paused')) === true,
      todayOn: localDate(now, visit.speech.zone),
    }
  },

  actions: {
    tutup: action({
      right: 'open_round',
      form: z.strictObject({}),
      async run(visit, _, { params }) {
        const round = await requireRoundToManage(visit, params.code!)
        await closeRound(visit.services, round.code, { now: visit.now, actor: visit.actorName })
        return { to: `/putaran/${round.code}`, notice: 'closed' }
      },
    }),
    buka_lagi: action({
      right: 'open_round',
      form: z.strictObject({}),
      async run(visit, _, { params }) {
        const round = await requireRoundToManage(visit, params.code!)
        await reopenRound(visit.services, round.code, { now: visit.now, actor: visit.actorName })
        return { to: `/putaran/${round.code}`, notice: 'saved' }
      },
    }),
    perpanjang: action({
      right: 'extend_or_excuse',
      form: z.strictObject({
        batas: z.iso.date(),
        tingkat: z.enum(['desa', 'kecamatan']),
        wilayah: z.string().max(13),
      }),
      async run(visit, { batas, tingkat, wilayah }, { params }) {
        const round = await requireRoundNamed(visit, params.code!)
        visit.must('extend_or_excuse', wilayah)
        const places = { code: round.code, regionCode: wilayah, level: tingkat }
        await extendDue(visit.services, places, batas, { now: visit.now, actor: visit.actorName })
        return { to: `/putaran/${round.code}`, notice: 'extended' }
      },
    }),
    ...pausing(({ params }) => `/putaran/${params.code}`),
  },

  title: ({ round }, visit) => visit.t('console-round-title', { code: round.code }),

  view(data, visit) {
    const { t } = visit
    const { round, places, forms } = data
    if (round.state === 'draft') return draft(data, visit)
    return html`
<p><span class="chip ${round.state === 'open' ? 'good' : ''}">${t(roundStateKeys[round.state])}</span> ${data.paused ? html`<span class="chip bad">${t('console-sending-paused')}</span>` : ''}${visit.scope('open_round').length > 0 ? html` <a href="/putaran/${round.code}/pengingat">${t('console-reminders')}</a>` : ''}</p>
${
  forms.some((f) => f.level === 'kecamatan')
    ? filters(visit, 'tingkat', data.level, [
        { value: 'desa', label: t('console-level-desa') },
        { value: 'kecamatan', label: t('console-kecamatan') },
      ])
    : ''
}
${filters(
  visit,
  'lihat',
  data.filter,
  placeFilters.map((value) => ({ value, label: t(filterKeys[value]) })),
)}
${
  places.length === 0
    ? html`<p class="empty">${t('console-no-places-here')}</p>`
    : table(
        [t('console-place'), t('console-state')],
        places.map((place) => [
          html`${placeLink(visit, place)}${place.level === 'desa' ? html`<div class="muted">${place.kecamatanName}</div>` : ''}`,
          html`${stateChip(visit, place)}${place.because === undefined || isSettled(place) ? '' : html` <span class="chip bad">${t(unreachableKeys[place.because])}</span>`}
<div class="muted">${place.excusedBecause ?? t('console-due', { due: visit.short(localDate(place.dueAt, place.zone)) })}</div>${place.changedSinceAt === null ? '' : html`<div class="muted">${t('console-changed-since')}</div>`}`,
        ]),
      )
}
${pager(visit, data.page, data.total)}
${manage(data, visit)}`
  },
})

/** Nobody has to be reached any more. */
const isSettled = ({ state }: PlaceProgress) => state === 'excused' || state === 'submitted' || state === 'verified'

const filterKeys: Readonly<Record<PlaceFilter, string>> = {
  all: 'console-filter-all',
  in: 'console-filter-in',
  owing: 'console-filter-owing',
  late: 'console-filter-late',
  half_done: 'console-filter-half-done',
  returned: 'console-filter-returned',
  unreachable: 'console-filter-unreachable',
  excused: 'console-filter-excused',
}

export const unreachableKeys: Readonly<Record<Unreachable, string>> = {
  nobody: 'console-reach-nobody',
  not_enrolled: 'console-reach-not-enrolled',
  no_consent: 'console-reach-no-consent',
  stopped: 'console-reach-stopped',
  blocked: 'console-reach-blocked',
}

/** Throws `Problem('not_found')`. */
export async function requireRoundNamed(visit: Visit, code: string): Promise<RoundRow> {
  const round = (await listRounds(visit.db)).find((r) => r.code === code)
  if (!round) throw notFound()
  return round
}

/** The same for somebody who may open and close it: in every kabupaten that it is held in. */
export async function requireRoundToManage(visit: Visit, code: string): Promise<RoundRow> {
  const round = await requireRoundNamed(visit, code)
  for (const kabupaten of await kabupatenOfRound(visit, round)) visit.must('open_round', kabupaten)
  return round
}

async function kabupatenOfRound(visit: Visit, round: RoundRow): Promise<readonly string[]> {
  const own = round.kabupaten.split(' ').filter((code) => code !== '')
  return own.length > 0 ? own : Object.keys((await visit.services.programme.get(visit.db)).kabupaten)
}

/** Why nobody can be written to, for the places of one page. */
async function withReach(visit: Visit, places: readonly PlaceProgress[]): Promise<Data['places']> {
  const holders = Map.groupBy(
    await listSeatHolders(visit.db, visit.db, {
      positions: writerPositions,
      regionCodes: places.map((p) => p.regionCode),
      now: visit.now,
    }),
    (holder) => holder.regionCode,
  )
  return places.map((place) => {
    const reaches = recipientsOf(place, holders.get(place.regionCode) ?? [], {})
    const someone = reaches.some((reach) => reach.because === undefined)
    return { ...place, because: someone ? undefined : reaches[0]?.because }
  })
}

function draft(data: Data, visit: Visit): Html {
  const { t } = visit
  return html`<p><span class="chip">${t('console-round-draft')}</span></p>
<div class="card"><p>${t('console-draft-hint')}</p>
${visit.scope('open_round').length > 0 ? html`<p><a class="button primary" href="/putaran/${data.round.code}/buka">${t('console-preview')}</a></p>` : ''}</div>`
}

function manage(data: Data, visit: Visit): Html | string {
  const { t } = visit
  const { round } = data
  const mayOpen = visit.scope('open_round').length > 0
  const places = visit.scope('extend_or_excuse')
  if (!mayOpen && places.length === 0) return ''
  return html`<h2>${t('console-manage')}</h2>
${
  round.state === 'open' && places.length > 0
    ? html`<details class="act card"><summary>${t('console-extend')}</summary>${form(
        visit,
        'perpanjang',
        html`<div class="row"><label>${t('console-due-new')}<input type="date" name="batas" required value="${addDays(data.todayOn, 7)}"></label>
<label>${t('console-level')}<select name="tingkat"><option value="desa">${t('console-level-desa')}</option><option value="kecamatan">${t('console-kecamatan')}</option></select></label>
<label>${t('console-region-code')} <span class="hint">${t('console-region-hint')}</span><input name="wilayah" required maxlength="13" value="${places[0] === WHOLE_PROGRAMME ? '' : places[0]}" placeholder="81.05"></label></div>
<button class="primary">${t('console-extend')}</button>`,
      )}</details>`
    : ''
}
${pauseCard(visit, data.paused)}
${
  mayOpen
    ? round.state === 'open'
      ? html`<div class="card"><p>${t('console-close-hint')}</p>${form(visit, 'tutup', html`<button class="danger">${t('console-close')}</button>`)}</div>`
      : html`<div class="card">${form(visit, 'buka_lagi', html`<button>${t('console-reopen')}</button>`)}</div>`
    : ''
}`
}
