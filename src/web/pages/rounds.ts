import { z } from 'zod'
import { createRound } from '../../app/create-round.ts'
import { addDays, localDate } from '../../lib/local-time.ts'
import { type FormVersionRow, listLatestForms } from '../../store/form-versions.ts'
import { listRoundForms, listRounds, type RoundFormRow, type RoundRow } from '../../store/rounds.ts'
import { type Html, html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { form, table } from '../parts.ts'
import type { Visit } from '../visit.ts'

/** The rounds that were, are and will be, the newest first. */

interface Data {
  readonly rounds: readonly (RoundRow & { readonly forms: readonly RoundFormRow[] })[]
  /** For a new round; empty for those who may make none. */
  readonly forms: readonly FormVersionRow[]
  readonly kabupaten: readonly { readonly code: string; readonly name: string }[]
  /** The visitor may open a round in all of the programme. */
  readonly everywhere: boolean
  readonly todayOn: string
}

/** Asked of places in rounds; the other forms are dialogues. */
const isAskedInRounds = (form: FormVersionRow) => form.name !== 'pendaftaran'

const newRound = z.strictObject({
  kode: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/),
  mulai: z.iso.date(),
  batas: z.iso.date(),
  kedalaman: z.enum(['core', 'full']),
  kabupaten: z.string().max(8),
  desa: z.string().max(60),
  kecamatan: z.string().max(60),
})

export const roundsPage = definePage<Data>({
  path: '/putaran',
  right: 'read_late_names',

  async read(visit) {
    const { db } = visit
    const rounds = (await listRounds(db)).toReversed()
    const forms = new Map<number, readonly RoundFormRow[]>()
    // a few a year
    for (const round of rounds) forms.set(round.id, await listRoundForms(db, round.id))
    const kabupaten = await kabupatenToOpen(visit)
    const programme = await visit.services.programme.get(db)
    return {
      rounds: rounds.map((round) => ({ ...round, forms: forms.get(round.id) ?? [] })),
      kabupaten,
      everywhere: kabupaten.length === Object.keys(programme.kabupaten).length,
      forms: kabupaten.length > 0 ? (await listLatestForms(db)).filter(isAskedInRounds) : [],
      todayOn: localDate(visit.now, visit.speech.zone),
    }
  },

  actions: {
    buat: action({
      right: 'open_round',
      form: newRound,
      async run(visit, { kode, mulai, batas, kedalaman, kabupaten, desa, kecamatan }) {
        const programme = await visit.services.programme.get(visit.db)
        const limited = kabupaten === '' ? Object.keys(programme.kabupaten) : [kabupaten]
        for (const code of limited) visit.must('open_round', code)
        const forms = [
          ...(desa === '' ? [] : [{ name: desa, depth: kedalaman }]),
          ...(kecamatan === '' ? [] : [{ name: kecamatan, depth: 'full' as const }]),
        ]
        const made = {
          code: kode,
          forms,
          opensOn: mulai,
          dueOn: batas,
          kabupaten: kabupaten === '' ? [] : [kabupaten],
        }
        await createRound(visit.services, made, { now: visit.now, actor: visit.actorName })
        return { to: `/putaran/${kode}`, notice: 'created' }
      },
    }),
  },

  title: (_, visit) => visit.t('console-menu-rounds'),

  view(data, visit) {
    const { t } = visit
    return html`
${
  data.rounds.length === 0
    ? html`<p class="empty">${t('console-no-rounds')}</p>`
    : table(
        [t('console-round'), t('console-round-state'), t('console-round-dates')],
        data.rounds.map((round) => [
          html`<a class="whole" href="/putaran/${round.code}">${round.code}</a>`,
          t(roundStateKeys[round.state]),
          round.forms.map((f) => html`<div>${dates(f, visit)}</div>`),
        ]),
      )
}
${data.forms.length > 0 ? newRoundForm(data, visit) : ''}`
  },
})

export const roundStateKeys = {
  draft: 'console-round-draft',
  open: 'console-round-open',
  closed: 'console-round-closed',
} as const

function dates(form: RoundFormRow, visit: Visit): string {
  return visit.t(form.level === 'desa' ? 'console-dates-desa' : 'console-dates-kecamatan', {
    from: visit.short(form.opensOn),
    until: visit.short(form.dueOn),
  })
}

/** The programme's kabupaten in which the visitor may open rounds. */
export async function kabupatenToOpen(visit: Visit): Promise<readonly { code: string; name: string }[]> {
  const programme = await visit.services.programme.get(visit.db)
  return Object.entries(programme.kabupaten)
    .filter(([code]) => visit.can('open_round', code))
    .map(([code, facts]) => ({ code, name: facts.name }))
}

function newRoundForm(data: Data, visit: Visit): Html {
  const { t } = visit
  const options = (wanted: (name: string) => boolean) =>
    data.forms.filter((f) => wanted(f.name)).map((f) => html`<option value="${f.name}">${f.title}</option>`)
  const isKecamatan = (name: string) => /(^|_)kecamatan(_|$)/.test(name)
  return html`<details class="act card"><summary>${t('console-new-round')}</summary>
${form(
  visit,
  'buat',
  html`
<label>${t('console-round-code')} <span class="hint">${t('console-round-code-hint')}</span><input name="kode" required maxlength="20" value="${data.todayOn.slice(0, 7)}"></label>
<div class="row">
<label>${t('console-opens')}<input type="date" name="mulai" required value="${data.todayOn}"></label>
<label>${t('console-due-on')}<input type="date" name="batas" required value="${addDays(data.todayOn, 14)}"></label>
</div>
<label>${t('console-form-desa')}<select name="desa">${options((n) => !isKecamatan(n))}<option value="">–</option></select></label>
<label>${t('console-depth')}<select name="kedalaman"><option value="core">${t('console-depth-core')}</option><option value="full">${t('console-depth-full')}</option></select></label>
<label>${t('console-form-kecamatan')}<select name="kecamatan">${options(isKecamatan)}<option value="">–</option></select></label>
<label>${t('console-kabupaten')}<select name="kabupaten">${data.everywhere ? html`<option value="">${t('console-everywhere')}</option>` : ''}${data.kabupaten.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}</select></label>
<button class="primary">${t('console-create')}</button>`,
)}</details>`
}
