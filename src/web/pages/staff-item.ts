import { z } from 'zod'
import { answerItem, closeItem, tryAgain } from '../../app/answer-help.ts'
import { decideOnClaim } from '../../app/claims.ts'
import { showPath } from '../../app/shown-answers.ts'
import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { findReportOfPlace, type ReportOfPlace } from '../../store/report-answers.ts'
import { findLaneAddress, findLaneOf, type LaneAddress } from '../../store/second-tries.ts'
import { findStaffItem, type OpenItem } from '../../store/staff-items.ts'
import { listSaid, type Said } from '../../store/transcripts.ts'
import { type Html, html } from '../html.ts'
import { action, definePage, type PageRequest } from '../page.ts'
import { form } from '../parts.ts'
import { forbidden, notFound, type Visit } from '../visit.ts'
import { itemKeys, placeOfItem } from './staff-items.ts'

/** One thing that needs a person: who, where they are stuck, what was said last, and an answer. */

interface Data {
  readonly item: OpenItem
  readonly report: ReportOfPlace | undefined
  /** The question at which somebody asked for help. */
  readonly stuckAt: string | undefined
  readonly address: LaneAddress | undefined
  readonly said: readonly Said[]
}

const linesShown = 12
/** Their keys name a row that can be put back. */
const retried = ['parked', 'in_doubt', 'refused']

export const staffItemPage = definePage<Data>({
  path: '/bantuan/:id',
  right: 'answer_help',

  async read(visit, request) {
    const { db, now } = visit
    const item = await requireItem(visit, request)
    await visit.note('read_staff_item', `staff_item:${item.id}`)
    const report = item.reportId === null ? undefined : await findReportOfPlace(db, item.reportId)
    const laneId = item.laneId ?? (item.personId === null ? undefined : await findLaneOf(db, item.personId))
    const address = laneId === undefined ? undefined : await findLaneAddress(db, laneId)
    return {
      item,
      report,
      stuckAt: await questionOf(visit, item, report),
      address,
      said: address
        ? await listSaid(db, { id: address.addressId, laneId: address.laneId }, { now, limit: linesShown })
        : [],
    }
  },

  actions: {
    jawab: action({
      right: 'answer_help',
      form: z.strictObject({ pesan: z.string().trim().min(1).max(2_000) }),
      async run(visit, { pesan }, request) {
        const item = await requireItem(visit, request)
        const sent = await answerItem(visit.services, item, pesan, by(visit))
        return { to: `/bantuan/${item.id}`, notice: sent ? 'answered' : 'nobody' }
      },
    }),
    nomor_baru: action({
      right: 'confirm_address',
      form: z.strictObject({ jawaban: z.enum(['ya', 'tidak']) }),
      async run(visit, { jawaban }, request) {
        const item = await requireItem(visit, request)
        const claim = claimOf(item)
        if (claim === undefined) throw notFound()
        const by = { actor: visit.actor, name: visit.actorName, personId: visit.person?.id ?? null, now: visit.now }
        const outcome = await visit.db.transaction((sql) =>
          decideOnClaim(visit.services, sql, claim, jawaban === 'ya', by),
        )
        if (outcome === 'not_yours') throw forbidden()
        visit.services.bells.outbox.ring()
        return { to: `/bantuan/${item.id}`, notice: 'saved' }
      },
    }),
    selesai: action({
      right: 'answer_help',
      form: z.strictObject({}),
      async run(visit, _, request) {
        await closeItem(visit.services, await requireItem(visit, request), by(visit))
        return { to: '/bantuan', notice: 'handled' }
      },
    }),
    coba_lagi: action({
      right: 'answer_help',
      form: z.strictObject({}),
      async run(visit, _, request) {
        const item = await requireItem(visit, request)
        if (!retried.includes(item.kind)) throw notFound()
        await tryAgain(visit.services, item, by(visit))
        return { to: '/bantuan?jenis=mesin', notice: 'again' }
      },
    }),
  },

  title: ({ item }, visit) => visit.t(itemKeys[item.kind]),

  view({ item, report, stuckAt, address, said }, visit) {
    const { t } = visit
    const reads = item.details.reads
    return html`
<div class="card"><dl>
${item.personName === null ? '' : html`<dt>${t('console-name')}</dt><dd>${item.personId === null ? item.personName : html`<a href="/orang/${item.personId}">${item.personName}</a>`}</dd>`}
<dt>${t('console-place')}</dt><dd>${placeOfItem(item, visit)}</dd>
<dt>${t('console-help-since')}</dt><dd>${visit.when(item.at)} (${visit.since(item.at)})</dd>
${report ? html`<dt>${t('console-report')}</dt><dd><a href="/laporan/${report.id}">${report.title}, ${report.roundCode}</a></dd>` : ''}
${stuckAt === undefined ? '' : html`<dt>${t('console-stuck-at')}</dt><dd>${stuckAt}</dd>`}
${typeof reads === 'string' ? html`<dt>${t('console-note')}</dt><dd>${reads}</dd>` : ''}
</dl>
${item.handledAt === null ? '' : html`<p><span class="chip good">${t('console-handled')}</span></p>`}
</div>
${said.length > 0 ? html`<h2>${t('console-last-said')}</h2><div class="card talk">${said.map((line) => lineOf(line, visit))}</div>` : ''}
${address?.reach === 'ok' ? html`<div class="card">${form(visit, 'jawab', html`<label>${t('console-answer')} <span class="hint">${t('console-answer-hint')}</span><textarea name="pesan" rows="3" required maxlength="2000"></textarea></label><button class="primary">${t('console-send')}</button>`)}</div>` : html`<p class="empty">${t('console-notice-nobody')}</p>`}
<div class="row">
${claimOf(item) !== undefined && item.handledAt === null ? form(visit, 'nomor_baru', html`<p>${t('console-claim-hint')}</p><button class="primary" name="jawaban" value="ya">${t('claim-yes')}</button> <button name="jawaban" value="tidak">${t('claim-no')}</button>`) : ''}
${retried.includes(item.kind) && item.handledAt === null ? form(visit, 'coba_lagi', html`<button>${t('console-try-again')}</button>`) : ''}
${item.handledAt === null ? form(visit, 'selesai', html`<button>${t('console-mark-handled')}</button>`) : ''}
</div>`
  },
})

/** Throws `Problem` for an item that is not there, or of a region that the visitor does not look after. */
async function requireItem(visit: Visit, { params }: PageRequest): Promise<OpenItem> {
  const item = /^\d{1,15}$/.test(params.id!) ? await findStaffItem(visit.db, Number(params.id)) : undefined
  if (!item) throw notFound()
  if (!visit.can('answer_help', item.regionCode ?? WHOLE_PROGRAMME)) throw forbidden()
  return item
}

/** The new number that an item is about. */
const claimOf = ({ kind, details }: OpenItem): number | undefined =>
  kind === 'claim' && typeof details.claim === 'number' ? details.claim : undefined

const by = (visit: Visit) => ({ now: visit.now, actor: visit.actorName, name: visit.person?.name })

async function questionOf(
  visit: Visit,
  item: OpenItem,
  report: ReportOfPlace | undefined,
): Promise<string | undefined> {
  const { path } = item.details
  if (typeof path !== 'string' || !report) return undefined
  const form = await visit.services.forms.get(visit.db, report.formVersionId)
  return showPath(form, path, visit.speech.language).question
}

function lineOf(line: Said, visit: Visit): Html {
  const when = visit.when(line.at)
  if (line.by === 'us')
    return html`<p class="pre"><b>Bot</b> <span class="muted">${when} ${fateOf(line, visit)}</span><br>${line.body.text}</p>`
  const { content } = line
  const text =
    content.kind === 'text' || content.kind === 'edited'
      ? content.text
      : content.kind === 'choice'
        ? (content.label ?? '')
        : `[${content.kind}]`
  return html`<p class="pre"><b>${visit.t('console-them')}</b> <span class="muted">${when}</span><br>${text}</p>`
}

/** What became of a message of ours: read, failed, waiting for the person. */
function fateOf(line: Extract<Said, { by: 'us' }>, { t }: Visit): string {
  switch (line.state) {
    case 'knocked':
      return t('console-said-knocked')
    case 'refused':
      return t('console-said-failed')
    case 'in_doubt':
      return t('console-said-in-doubt')
    case 'sent':
      return line.delivery === 'read'
        ? t('console-said-read')
        : line.delivery === 'delivered'
          ? t('console-said-delivered')
          : ''
    case 'waiting':
    case 'sending':
      return ''
  }
}
