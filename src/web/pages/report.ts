import { z } from 'zod'
import { channelTitle } from '../../app/channel-titles.ts'
import { groupedAnswers } from '../../app/grouped-answers.ts'
import { sendBack, verifyReport } from '../../app/review-report.ts'
import type { ShownPath } from '../../app/shown-answers.ts'
import { type Position, positionFacts } from '../../domain/positions.ts'
import type { ChannelName } from '../../messages/inbound.ts'
import {
  type AnswerInHistory,
  findReportOfPlace,
  listAnswerHistory,
  listFilesOfReport,
  listReportsOfPlace,
  type ReportOfPlace,
} from '../../store/report-answers.ts'
import { listReturned, type ReturnedAnswer } from '../../store/returned-answers.ts'
import { type Html, html } from '../html.ts'
import { action, definePage, type PageRequest } from '../page.ts'
import { form, placeLink, placeTitle, positionLabel, reportChip } from '../parts.ts'
import { forbidden, notFound, type Visit } from '../visit.ts'

/** One report, answer by answer: what was typed, what was understood, who said it when, and what it was before. */

interface Data {
  readonly report: ReportOfPlace
  readonly groups: readonly { readonly name: string | undefined; readonly answers: readonly ShownAnswer[] }[]
  readonly files: Awaited<ReturnType<typeof listFilesOfReport>>
}

interface ShownAnswer {
  readonly path: string
  readonly shown: ShownPath
  readonly latest: AnswerInHistory
  readonly earlier: readonly AnswerInHistory[]
  readonly returned: ReturnedAnswer | undefined
}

export const reportPage = definePage<Data>({
  path: '/laporan/:id',
  right: 'read_report',

  async read(visit, request) {
    const report = await requireReadable(visit, request)
    await visit.note('read_report', `report:${report.id}`)
    return {
      report,
      groups: await groupsOf(visit, report),
      files: await listFilesOfReport(visit.db, report.id),
    }
  },

  actions: {
    kembalikan: action({
      right: 'return_report',
      form: z.strictObject({ jalur: z.string().min(1).max(300), catatan: z.string().trim().min(3).max(500) }),
      async run(visit, { jalur, catatan }, request) {
        const report = await requireReadable(visit, request)
        visit.must('return_report', report.regionCode)
        const answers = await listAnswerHistory(visit.db, report.id)
        if (!answers.some((a) => a.path === jalur)) throw notFound()
        const answer = { reportId: report.id, path: jalur, comment: catatan }
        const told = await sendBack(visit.services, answer, by(visit))
        return { to: `/laporan/${report.id}`, notice: told ? 'returned' : 'nobody' }
      },
    }),
    periksa: action({
      right: 'verify_report',
      form: z.strictObject({}),
      async run(visit, _, request) {
        const report = await requireReadable(visit, request)
        visit.must('verify_report', report.regionCode)
        await verifyReport(visit.services, report.id, by(visit))
        return { to: `/laporan/${report.id}`, notice: 'verified' }
      },
    }),
  },

  title: ({ report }, visit) => `${report.title}, ${placeTitle(visit, report)}`,

  view({ report, groups, files }, visit) {
    const { t } = visit
    const isCorrectable = report.state === 'submitted' || report.state === 'returned'
    const mayReturn = isCorrectable && visit.can('return_report', report.regionCode)
    return html`
<div class="card"><dl>
<dt>${t('console-place')}</dt><dd>${placeLink(visit, report)}</dd>
<dt>${t('console-round')}</dt><dd>${report.roundCode}</dd>
<dt>${t('console-state')}</dt><dd>${reportChip(visit, report)}</dd>
<dt>${t('console-written-by')}</dt><dd>${report.writtenFor === null ? html`${report.writer ?? '–'}, ${positionLabel(report.position)}` : t('console-written-for', { who: report.writer ?? '–', whom: report.writtenFor, position: positionLabel(report.position) })}</dd>
<dt>${t('console-came-in')}</dt><dd>${report.submittedAt === null ? '–' : visit.when(report.submittedAt, report.zone)}</dd>
${report.receipt === null ? '' : html`<dt>${t('console-receipt')}</dt><dd>${report.receipt}</dd>`}
</dl>
${report.state === 'submitted' && visit.can('verify_report', report.regionCode) ? form(visit, 'periksa', html`<p><button class="primary">${t('console-verify')}</button> <span class="hint">${t('console-verify-hint')}</span></p>`) : ''}
</div>
${groups.map(({ name, answers }) => html`${name === undefined ? '' : html`<h2>${name}</h2>`}<div class="card">${answers.map((answer) => answerOf(answer, report, mayReturn, visit))}</div>`)}
${files.length === 0 ? '' : html`<h2>${t('console-files')}</h2><ul>${files.map((file) => html`<li>${file.state === 'stored' ? html`<a href="/berkas/${file.id}">${t('console-file', { id: String(file.id) })}</a> ${Math.ceil((file.bytes ?? 0) / 1024)} KB` : html`${t('console-file', { id: String(file.id) })} (${t(file.state === 'refused' ? 'console-file-lost' : 'console-file-away')})`}</li>`)}</ul>`}`
  },
})

/**
 * Whether this very report may be read. Where raja negeri and kepala desa both write one, neither may learn of the
 * other's, and the kecamatan, which must not take sides, sees the one that counts.
 */
export function mayRead(visit: Visit, report: ReportOfPlace, ofPlace: readonly ReportOfPlace[]): boolean {
  if (!visit.can('read_report', report.regionCode)) return false
  if (report.reporting !== 'each' || visit.can('read_double_reports', report.regionCode)) return true
  if (visit.seats.some((seat) => seat.seatId === report.seatId)) return true
  const isOfVillage = visit.seats.some((s) => s.regionCode === report.regionCode && s.regionCode !== null)
  const others = ofPlace.filter((o) => o.obligationId === report.obligationId)
  return !isOfVillage && (others.length < 2 || report.official === 1)
}

/** Throws `Problem` for a report that is not there or not for this visitor. */
export async function requireReadable(visit: Visit, { params }: PageRequest): Promise<ReportOfPlace> {
  const report = /^\d{1,15}$/.test(params.id!) ? await findReportOfPlace(visit.db, Number(params.id)) : undefined
  if (!report) throw notFound()
  if (!mayRead(visit, report, await listReportsOfPlace(visit.db, report.regionCode))) throw forbidden()
  return report
}

function by(visit: Visit) {
  const isKecamatan = visit.seats.some((s) => positionFacts[s.position as Position].writes === 'kecamatan')
  return {
    now: visit.now,
    actor: visit.actorName,
    personId: visit.person?.id ?? null,
    as: isKecamatan ? ('camat' as const) : ('team' as const),
  }
}

async function groupsOf(visit: Visit, report: ReportOfPlace): Promise<Data['groups']> {
  const { db, services, speech } = visit
  const returned = new Map((await listReturned(db, report.id)).map((r) => [r.path, r]))
  return (await groupedAnswers(services, db, report, speech.language)).map(({ name, answers }) => ({
    name,
    answers: answers.map(({ path, shown, history }) => ({
      path,
      shown,
      latest: history.at(-1)!,
      earlier: history.slice(0, -1).reverse(),
      returned: returned.get(path),
    })),
  }))
}

function answerOf(
  { path, shown, latest, earlier, returned }: ShownAnswer,
  report: ReportOfPlace,
  mayReturn: boolean,
  visit: Visit,
): Html {
  const { t } = visit
  return html`<section class="said"><h3>${shown.question}</h3>
<p class="answer">${wordsOf(shown, latest, visit)}</p>
<p class="muted">${sourceOf(latest, report, visit)}</p>
${latest.reason === null ? '' : html`<p class="muted">${t('console-because', { reason: latest.reason })}</p>`}
${returned === undefined ? '' : html`<p><span class="chip wait">${t('console-state-returned')}</span> ${returned.comment}</p>`}
${earlier.length === 0 ? '' : html`<details><summary>${t('console-earlier', { n: earlier.length })}</summary><ul>${earlier.map((row) => html`<li>${wordsOf(shown, row, visit)} <span class="muted">${sourceOf(row, report, visit)}</span></li>`)}</ul></details>`}
${
  mayReturn
    ? html`<details class="act"><summary>${t('console-return')}</summary>${form(visit, 'kembalikan', html`<input type="hidden" name="jalur" value="${path}"><label>${t('console-comment')} <span class="hint">${t('console-comment-hint')}</span><textarea name="catatan" rows="2" required minlength="3" maxlength="500"></textarea></label><button class="primary">${t('console-return')}</button>`)}</details>`
    : ''
}</section>`
}

function wordsOf(shown: ShownPath, row: AnswerInHistory, visit: Visit): string {
  if (row.how === 'skipped') return visit.t('console-skipped')
  if (row.how === 'irrelevant' || row.how === 'taken_back') return visit.t('console-taken-back')
  return shown.say(row.value)
}

/** "Bapak Musa, hari ini pukul 09.12 WIT lewat Telegram; ditulis: sdh 12 org" */
function sourceOf(row: AnswerInHistory, report: ReportOfPlace, visit: Visit): string {
  const { t } = visit
  const when = visit.when(row.at, report.zone)
  const how =
    row.how === 'carried' ? t('console-carried') : row.how === 'seat' || row.how === 'default' ? t('console-known') : ''
  const who =
    row.personName === null
      ? when
      : row.channel === null
        ? t('console-said-by', { who: row.personName, when })
        : t('console-said-over', { who: row.personName, when, channel: channelTitle(row.channel as ChannelName) })
  const raw = row.raw !== null && row.raw !== '' ? t('console-typed', { raw: row.raw }) : ''
  return [how, who, raw].filter((piece) => piece !== '').join(' · ')
}
