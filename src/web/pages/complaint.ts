import { z } from 'zod'
import { advanceCase, type OpenedCase, openCase } from '../../app/read-complaint.ts'
import { canBecome, complaintStates } from '../../domain/complaints.ts'
import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { findCase } from '../../store/sealed.ts'
import { complaintKindKeys, complaintStateKeys } from '../complaint-words.ts'
import { html } from '../html.ts'
import { action, definePage, type PageRequest } from '../page.ts'
import { form } from '../parts.ts'
import { forbidden, notFound, type Visit } from '../visit.ts'

/** One case, for an officer: what was told, and how far it is. Every look at it is written down. */

export const complaintPage = definePage<OpenedCase>({
  path: '/pengaduan/:id',
  right: 'handle_complaint',

  async read(visit, request) {
    const id = await requireCase(visit, request)
    await visit.note('read_complaint', `complaint:${id}`)
    return (await openCase(visit.services, id, visit.speech.language)) ?? Promise.reject(notFound())
  },

  actions: {
    maju: action({
      right: 'handle_complaint',
      form: z.strictObject({ dari: z.enum(complaintStates), ke: z.enum(complaintStates) }),
      async run(visit, { dari, ke }, request) {
        const id = await requireCase(visit, request)
        const by = { now: visit.now, actor: visit.actorName }
        if (!(await advanceCase(visit.services, { id, state: dari }, ke, by))) throw notFound()
        return { to: `/pengaduan/${id}`, notice: 'saved' }
      },
    }),
  },

  title: ({ kind }, visit) => visit.t(complaintKindKeys[kind]),

  view(complaint, visit) {
    const { t } = visit
    const { told, state } = complaint
    return html`
<div class="card"><dl>
<dt>${t('console-complaint-state')}</dt><dd>${t(complaintStateKeys[state])}${complaint.urgent ? html` <span class="chip bad">${t('console-complaint-urgent')}</span>` : ''}</dd>
<dt>${t('console-help-since')}</dt><dd>${visit.when(complaint.createdAt)}</dd>
${state === 'baru' ? html`<dt>${t('console-complaint-contact-by')}</dt><dd>${visit.when(complaint.contactBy)}</dd>` : ''}
${typeof told === 'string' ? '' : told.map(({ question, answer }) => html`<dt>${question}</dt><dd class="pre">${answer}</dd>`)}
</dl></div>
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

/** Why nothing of what was told is shown. */
const untoldKeys = { emptied: 'console-complaint-emptied', closed: 'console-complaint-closed' } as const

/** A case never goes back to new. */
const moveKeys = {
  baru: 'console-complaint-baru',
  ditangani: 'console-complaint-to-ditangani',
  selesai: 'console-complaint-to-selesai',
} as const

/** Throws `Problem` for a case that is not there, or of a kabupaten that the officer does not look after. */
async function requireCase(visit: Visit, { params }: PageRequest): Promise<number> {
  const found = /^\d{1,15}$/.test(params.id!) ? await findCase(visit.db, Number(params.id)) : undefined
  if (!found) throw notFound()
  if (!visit.can('handle_complaint', found.kabupatenCode ?? WHOLE_PROGRAMME)) throw forbidden()
  return found.id
}
