import { type ComplaintOfficer, complaintOfficers } from '../../domain/complaints.ts'
import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { type CaseFacts, listCases } from '../../store/sealed.ts'
import { complaintKindKeys, complaintStateKeys } from '../complaint-words.ts'
import { html } from '../html.ts'
import { definePage, type Page } from '../page.ts'
import { table } from '../parts.ts'

/** The officers' list: which cases there are and how long they wait. What was told is on the page of each. */

interface Data {
  readonly cases: readonly CaseFacts[]
  readonly hasKey: boolean
}

export const complaintsPage = casesPage('petugas_pseah', '/pengaduan', 'console-complaints')
/** Money and goods, for other officers; nothing on one page speaks of the other. */
export const fraudPage = casesPage('petugas_antikorupsi', '/antikorupsi', 'console-frauds')

function casesPage(officer: ComplaintOfficer, path: string, titleKey: string): Page {
  const { right } = complaintOfficers[officer]
  return definePage<Data>({
    path,
    right,

    async read(visit) {
      const all = await listCases(visit.db, complaintOfficers[officer].kinds)
      return {
        cases: all.filter((c) => visit.can(right, c.kabupatenCode ?? WHOLE_PROGRAMME)),
        hasKey: visit.services.safe !== undefined,
      }
    },

    title: (_, visit) => visit.t(titleKey),

    view({ cases, hasKey }, visit) {
      const { t } = visit
      return html`
${hasKey ? '' : html`<p class="problem" role="alert">${t('console-complaints-no-key')}</p>`}
${
  cases.length === 0
    ? html`<p class="empty">${t('console-complaints-none')}</p>`
    : table(
        [t('console-complaint-kind'), t('console-complaint-state'), t('console-help-since')],
        cases.map((c) => [
          html`<a href="${path}/${c.id}">${t(complaintKindKeys[c.kind])}</a>${c.urgent ? html` <span class="chip bad">${t('console-complaint-urgent')}</span>` : ''}`,
          t(complaintStateKeys[c.state]),
          visit.since(c.createdAt),
        ]),
      )
}`
    },
  })
}
