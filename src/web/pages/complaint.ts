import { z } from 'zod'
import { advanceCase, type OpenedCase, openCase } from '../../app/read-complaint.ts'
import { type ComplaintOfficer, canBecome, complaintOfficers, complaintStates } from '../../domain/complaints.ts'
import { requireCase } from '../cases.ts'
import { complaintKindKeys, complaintStateKeys } from '../complaint-words.ts'
import { html } from '../html.ts'
import { action, definePage, type Page } from '../page.ts'
import { form } from '../parts.ts'
import { notFound } from '../visit.ts'

/** One case, for an officer of its kind: what was told, and how far it is. Every look at it is written down. */

export const complaintPage = casePage('petugas_pseah', '/pengaduan')
export const fraudCasePage = casePage('petugas_antikorupsi', '/antikorupsi')

function casePage(officer: ComplaintOfficer, path: string): Page {
  const { right } = complaintOfficers[officer]
  return definePage<OpenedCase>({
    path: `${path}/:id`,
    right,

    async read(visit, request) {
      const id = await requireCase(visit, officer, request.params.id!)
      await visit.note('read_complaint', `complaint:${id}`)
      return (await openCase(visit.services, id, visit.speech.language)) ?? Promise.reject(notFound())
    },

    actions: {
      maju: action({
        right,
        form: z.strictObject({ dari: z.enum(complaintStates), ke: z.enum(complaintStates) }),
        async run(visit, { dari, ke }, request) {
          const id = await requireCase(visit, officer, request.params.id!)
          const by = { now: visit.now, actor: visit.actorName }
          if (!(await advanceCase(visit.services, { id, state: dari }, ke, by))) throw notFound()
          return { to: `${path}/${id}`, notice: 'saved' }
        },
      }),
    },

    title: ({ kind }, visit) => visit.t(complaintKindKeys[kind]),

    view(complaint, visit) {
      const { t } = visit
      const { told, state, files } = complaint
      const lines = typeof told === 'string' ? [] : told
      const [about, teller] = [lines.filter((line) => !line.tellsWho), lines.filter((line) => line.tellsWho)]
      const listed = (some: typeof lines) =>
        some.map(({ question, answer }) => html`<dt>${question}</dt><dd class="pre">${answer}</dd>`)
      return html`
<div class="card"><dl>
<dt>${t('console-complaint-state')}</dt><dd>${t(complaintStateKeys[state])}${complaint.urgent ? html` <span class="chip bad">${t('console-complaint-urgent')}</span>` : ''}</dd>
<dt>${t('console-help-since')}</dt><dd>${visit.when(complaint.createdAt)}</dd>
${state === 'baru' ? html`<dt>${t('console-complaint-contact-by')}</dt><dd>${visit.when(complaint.contactBy)}</dd>` : ''}
${listed(about)}
${
  files.length === 0
    ? ''
    : html`<dt>${t('console-files')}</dt>${files.map((file, i) => html`<dd>${file.state === 'stored' ? html`<a href="${path}/${complaint.id}/foto/${file.id}">${t('console-complaint-photo', { n: i + 1 })}</a>` : html`${t('console-complaint-photo', { n: i + 1 })} (${t('console-file-away')})`}</dd>`)}`
}
</dl></div>
${teller.length === 0 ? '' : html`<h2>${t('console-complaint-teller')}</h2><p>${t('console-complaint-teller-note')}</p><div class="card"><dl>${listed(teller)}</dl></div>`}
${typeof told === 'string' ? html`<p class="empty">${t(untoldKeys[told])}</p>` : ''}
<div class="row">
${complaintStates
  .filter((to) => canBecome(state, to))
  .map((to) =>
    form(
      visit,
      'maju',
      html`<input type="hidden" name="dari" value="${state}"><button name="ke" value="${to}">${t(moveKeys[to])}</button>`,
    ),
  )}
</div>`
    },
  })
}

/** Why nothing of what was told is shown. */
const untoldKeys = { emptied: 'console-complaint-emptied', closed: 'console-complaint-closed' } as const

/** A case never goes back to new. */
const moveKeys = {
  baru: 'console-complaint-baru',
  ditangani: 'console-complaint-to-ditangani',
  selesai: 'console-complaint-to-selesai',
} as const
