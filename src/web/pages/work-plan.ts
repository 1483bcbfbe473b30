import { z } from 'zod'
import { officeZone } from '../../app/programme.ts'
import { noteWork, workPlan } from '../../app/work-plan.ts'
import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import type { WorkState } from '../../domain/work-plan.ts'
import { localDate } from '../../lib/local-time.ts'
import { findWorkItem } from '../../store/work-plan.ts'
import { dateWords } from '../../wording/when.ts'
import { type Html, html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { filters, form, table } from '../parts.ts'
import { notFound, type Visit } from '../visit.ts'

/** The team's work plan: what was planned, when it really was, what is late. */

type Item = Awaited<ReturnType<typeof workPlan>>[number]

interface Data {
  readonly items: readonly Item[]
  readonly late: boolean
  readonly mayNote: (item: Item) => boolean
}

const note = {
  kegiatan: z.coerce.number().int().positive(),
  mulai_nyata: z.string().max(10),
  selesai_nyata: z.string().max(10),
  selesai_baru: z.string().max(10),
  alasan: z.string().trim().max(200),
}

export const workPlanPage = definePage<Data>({
  path: '/rencana-kerja',
  right: 'export_data',

  async read(visit, { query }) {
    const todayOn = localDate(visit.now, officeZone)
    const late = query.get('lewat') === 'ya'
    const items = (await workPlan(visit.db, visit.scope('export_data'), todayOn)).filter(
      ({ state }) => !late || state === 'overdue' || state === 'late_start',
    )
    return { items, late, mayNote: ({ kabupatenCode }) => visit.can('import_rows', kabupatenCode) }
  },

  actions: {
    catat: action({
      right: 'import_rows',
      form: z.strictObject(note),
      async run(visit, { kegiatan, mulai_nyata, selesai_nyata, selesai_baru, alasan }) {
        const item = await findWorkItem(visit.db, kegiatan)
        if (!item) throw notFound()
        visit.must('import_rows', item.kabupatenCode)
        await noteWork(
          visit.db,
          kegiatan,
          {
            ...(mulai_nyata !== '' && { beganOn: mulai_nyata }),
            ...(selesai_nyata !== '' && { doneOn: selesai_nyata }),
            ...(selesai_baru !== '' && { plannedUntilOn: selesai_baru }),
            ...(alasan !== '' && { reason: alasan }),
          },
          { now: visit.now, actor: visit.actorName },
        )
        return { to: '/rencana-kerja', notice: 'saved' }
      },
    }),
  },

  title: (_, visit) => visit.t('console-menu-work'),

  view({ items, late, mayNote }, visit) {
    const { t } = visit
    const own = items.filter(mayNote)
    return html`
${filters(visit, 'lewat', late ? 'ya' : '', [
  { value: '', label: t('console-work-all') },
  { value: 'ya', label: t('console-work-late') },
])}
${
  items.length === 0
    ? html`<p class="empty">${t('console-work-none')}</p>`
    : table(
        [
          t('console-work-what'),
          t('console-kabupaten'),
          t('console-work-planned'),
          t('console-work-really'),
          t('console-work-state'),
        ],
        items.map((i) => [
          html`${i.title}<div class="muted">${[i.responsible, i.finding].filter((part) => part !== '').join(' · ')}</div>`,
          i.kabupatenCode === WHOLE_PROGRAMME ? t('console-everywhere') : i.kabupatenCode,
          `${dateWords(i.plannedFromOn, visit.speech)} – ${dateWords(i.plannedUntilOn, visit.speech)}`,
          i.beganOn === null && i.doneOn === null ? '–' : `${day(i.beganOn, visit)} – ${day(i.doneOn, visit)}`,
          html`<span class="chip ${tones[i.state]}">${t(stateTexts[i.state])}</span>${i.daysLate > 0 ? html` <span class="muted">${t('console-work-days', { n: i.daysLate })}</span>` : ''}`,
        ]),
      )
}
${own.length === 0 ? '' : noteForm(own, visit)}`
  },
})

const stateTexts: Readonly<Record<WorkState, string>> = {
  done: 'console-work-state-done',
  overdue: 'console-work-state-overdue',
  late_start: 'console-work-state-late-start',
  under_way: 'console-work-state-under-way',
  ahead: 'console-work-state-ahead',
}

const tones: Readonly<Record<WorkState, string>> = {
  done: 'good',
  overdue: 'bad',
  late_start: 'wait',
  under_way: '',
  ahead: '',
}

const day = (on: string | null, visit: Visit) => (on === null ? '…' : dateWords(on, visit.speech))

function noteForm(items: readonly Item[], visit: Visit): Html {
  const { t } = visit
  return html`<details class="act card"><summary>${t('console-work-note')}</summary>${form(
    visit,
    'catat',
    html`<label>${t('console-work-what')}<select name="kegiatan">${items.map((i) => html`<option value="${i.id}">${i.title}</option>`)}</select></label>
<div class="row"><label>${t('console-work-began')}<input type="date" name="mulai_nyata"></label>
<label>${t('console-work-done')}<input type="date" name="selesai_nyata"></label>
<label>${t('console-work-until')}<input type="date" name="selesai_baru"></label></div>
<label>${t('console-work-because')}<input name="alasan" maxlength="200"></label>
<button class="primary">${t('console-work-note')}</button>`,
  )}</details>`
}
