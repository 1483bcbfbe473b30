import { type FormInUse, listFormsInUse } from '../../store/machinery.ts'
import { html } from '../html.ts'
import { definePage } from '../page.ts'
import { table } from '../parts.ts'

/** Forms that are installed, each with its versions: a running report keeps the one it began with. */

interface Data {
  readonly forms: readonly FormInUse[]
}

export const formsPage = definePage<Data>({
  path: '/formulir',
  right: 'open_round',

  async read(visit) {
    return { forms: await listFormsInUse(visit.db) }
  },

  title: (_, visit) => visit.t('console-menu-forms'),

  view({ forms }, visit) {
    const { t } = visit
    return html`
<p>${t('console-forms-hint')}</p>
${table(
  [t('console-form'), t('console-form-version'), { n: t('console-reports') }, { n: t('console-figure-half') }],
  forms.map((form) => [
    html`${form.title}<div class="muted">${form.name}</div>`,
    html`${t('console-form-number', { number: String(form.number), version: form.version })}<div class="muted">${visit.day(form.installedAt)}</div>`,
    form.reports,
    form.running,
  ]),
)}`
  },
})
