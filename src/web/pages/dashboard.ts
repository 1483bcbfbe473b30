import { readLarge } from '../../app/read-aside.ts'
import type { ObligationState } from '../../domain/rounds.ts'
import { isIn } from '../../domain/rounds.ts'
import { type QueueHealth, queueHealth } from '../../store/health.ts'
import { countProgress, type ProgressCount } from '../../store/progress.ts'
import { listRegionsByCode } from '../../store/regions.ts'
import { listRoundForms, listRounds, type RoundFormRow, type RoundRow } from '../../store/rounds.ts'
import { findSetting } from '../../store/settings.ts'
import { countOpenItems } from '../../store/staff-items.ts'
import { dayWords } from '../../wording/when.ts'
import { type Html, html } from '../html.ts'
import { definePage } from '../page.ts'
import { figure, pageOf, pager, perPage, stateKeys, table } from '../parts.ts'
import type { Visit } from '../visit.ts'
import { personalKinds } from './staff-items.ts'

/** How the open round stands, and whether anything needs a person. In code order: no list here ranks villages. */

interface Data {
  readonly round: RoundRow | undefined
  readonly forms: readonly RoundFormRow[]
  readonly others: readonly RoundRow[]
  /** Prepared, and the visitor may open rounds. */
  readonly drafts: readonly RoundRow[]
  readonly total: Sums
  readonly unreachable: number
  readonly kecamatan: readonly (Sums & {
    readonly code: string
    readonly name: string
    readonly report?: ObligationState
  })[]
  readonly page: number
  readonly kecamatanCount: number
  readonly help: number
  readonly machine:
    | { readonly health: QueueHealth; readonly backupAt: number | null; readonly paused: boolean }
    | undefined
}

interface Sums {
  readonly in: number
  /** Without those that are excused. */
  readonly of: number
  readonly late: number
  readonly halfDone: number
  readonly returned: number
}

export const dashboard = definePage<Data>({
  path: '/',
  right: 'read_aggregates',

  async read(visit, { query }) {
    const { db, now } = visit
    const rounds = await listRounds(db)
    const open = rounds.filter((r) => r.state === 'open').reverse()
    const round = open.find((r) => r.code === query.get('putaran')) ?? open[0]
    const scope = visit.scope('read_aggregates')
    const page = pageOf(query)
    const counts = round
      ? await visit.kept.get(`progress ${round.id} ${scope}`, () =>
          readLarge(db, 'progress', { roundId: round.id, level: 'desa', within: scope, now }),
        )
      : []
    const groups = [...Map.groupBy(counts, (c) => c.kecamatanCode)]
    const shown = groups.slice(page.offset, page.offset + perPage)
    const names = new Map(
      (
        await listRegionsByCode(
          db,
          db,
          shown.map(([code]) => code),
        )
      ).map((r) => [r.code, r.name]),
    )
    const reports = round
      ? await countProgress(db, { roundId: round.id, level: 'kecamatan', within: shown.map(([code]) => code), now })
      : []
    const seesNames = visit.scope('read_late_names')
    return {
      round,
      forms: round ? await listRoundForms(db, round.id) : [],
      others: open.filter((r) => r !== round),
      drafts: visit.scope('open_round').length > 0 ? rounds.filter((r) => r.state === 'draft') : [],
      total: sumsOf(counts),
      unreachable:
        round && seesNames.length > 0
          ? await visit.kept.get(`unreachable ${round.id} ${seesNames}`, () =>
              readLarge(db, 'places', { roundId: round.id, within: seesNames, filter: 'unreachable', now }),
            )
          : 0,
      kecamatan: shown.map(([code, own]) => {
        const report = reports.find((r) => r.kecamatanCode === code)?.state
        return { code, name: names.get(code) ?? code, ...sumsOf(own), ...(report && { report }) }
      }),
      page: page.number,
      kecamatanCount: groups.length,
      help: await countOpenItems(db, visit.scope('answer_help'), personalKinds),
      machine:
        visit.scope('pause_sending').length > 0
          ? {
              health: await queueHealth(db, now),
              backupAt: (await findSetting(db, 'last_backup'))?.at ?? null,
              paused: (await findSetting(db, 'sending_paused')) === true,
            }
          : undefined,
    }
  },

  title: (data, visit) =>
    data.round ? visit.t('console-round-title', { code: data.round.code }) : visit.t('console-menu-home'),

  view(data, visit) {
    const { round, total } = data
    return html`
${round ? progress(data, round, visit) : html`<p class="card">${visit.t('console-no-round')}</p>`}
${data.drafts.map(({ code }) => html`<div class="card"><p>${visit.t('console-draft-ready', { code })}</p><p><a class="button primary" href="/putaran/${code}/buka">${visit.t('console-preview')}</a></p></div>`)}
${data.machine ? machine(data.machine, visit) : ''}
${data.others.map((other) => html`<p><a href="/?putaran=${other.code}">${visit.t('console-other-round', { code: other.code })}</a></p>`)}
${total.of === 0 && round ? html`<p class="empty">${visit.t('console-no-places')}</p>` : ''}`
  },
})

function sumsOf(counts: readonly ProgressCount[]): Sums {
  const sum = (wanted: (c: ProgressCount) => boolean) => counts.filter(wanted).reduce((total, c) => total + c.count, 0)
  return {
    in: sum(isIn),
    of: sum((c) => c.state !== 'excused'),
    late: sum((c) => c.state === 'late'),
    halfDone: sum((c) => c.state === 'half_done'),
    returned: sum((c) => c.state === 'returned'),
  }
}

function progress(data: Data, round: RoundRow, visit: Visit): Html {
  const { total } = data
  const { t } = visit
  const seesNames = visit.scope('read_late_names').length > 0
  const link = (filter: string) => (seesNames ? { href: `/putaran/${round.code}?lihat=${filter}` } : {})
  const due = data.forms.find((f) => f.level === 'desa')?.dueOn
  return html`
<div class="card"><p><b>${t('console-in-of', { in: total.in, of: total.of })}</b>${due ? html` <span class="muted">${t('console-due', { due: dayWords(due, visit.speech) })}</span>` : ''}</p>
<progress max="${Math.max(1, total.of)}" value="${total.in}"></progress></div>
${
  seesNames
    ? html`<div class="cards">
${figure(t('console-figure-half'), total.halfDone, link('half_done'))}
${figure(t('console-figure-late'), total.late, { ...link('late'), warn: total.late > 0 })}
${figure(t('console-figure-returned'), total.returned, link('returned'))}
${figure(t('console-figure-unreachable'), data.unreachable, { ...link('unreachable'), warn: data.unreachable > 0 })}
${visit.scope('answer_help').length > 0 ? figure(t('console-figure-help'), data.help, { href: '/bantuan', warn: data.help > 0 }) : ''}
</div>`
    : ''
}
${
  data.kecamatan.length === 0
    ? ''
    : table(
        [
          t('console-kecamatan'),
          { n: t('console-column-in') },
          ...(seesNames ? [t('console-column-kecamatan-report')] : []),
        ],
        data.kecamatan.map((k) => [
          html`<a href="/kecamatan/${k.code}">${k.name}</a>`,
          html`${t('console-n-of', { in: k.in, of: k.of })}${seesNames ? more(k, visit) : ''}`,
          ...(seesNames ? [k.report ? t(stateKeys[k.report]) : '–'] : []),
        ]),
      )
}
${pager(visit, data.page, data.kecamatanCount)}`
}

/** What is under way or overdue in a kecamatan, where anything is. */
function more(sums: Sums, visit: Visit): Html | string {
  const pieces = [
    ...(sums.halfDone > 0 ? [`${sums.halfDone} ${visit.t('console-figure-half')}`] : []),
    ...(sums.late > 0 ? [`${sums.late} ${visit.t('console-figure-late')}`] : []),
    ...(sums.returned > 0 ? [`${sums.returned} ${visit.t('console-figure-returned')}`] : []),
  ]
  return pieces.length === 0 ? '' : html`<div class="muted">${pieces.join(' · ')}</div>`
}

function machine(machine: NonNullable<Data['machine']>, visit: Visit): Html {
  const { t } = visit
  const { health, backupAt, paused } = machine
  const stuck = health.inboxOldestAt !== null && visit.now - health.inboxOldestAt > 60_000
  const due = health.outbox.reduce((sum, o) => sum + o.due, 0)
  const trouble = (health.staffItems.parked ?? 0) + (health.staffItems.in_doubt ?? 0)
  return html`<h2>${t('console-machine')}</h2><ul>
<li>${paused ? html`<b>${t('console-sending-paused')}</b>` : t('console-sending-on')}</li>
<li>${stuck ? html`<b>${t('console-inbox-stuck', { since: visit.since(health.inboxOldestAt!) })}</b>` : t('console-inbox-fine')}</li>
<li>${due === 0 ? t('console-outbox-fine') : t('console-outbox-due', { n: due })}</li>
${trouble > 0 ? html`<li><a href="/bantuan?jenis=mesin">${t('console-trouble', { n: trouble })}</a></li>` : ''}
<li>${backupAt === null ? t('console-no-backup') : t('console-backup', { when: visit.when(backupAt) })}</li>
</ul>`
}
