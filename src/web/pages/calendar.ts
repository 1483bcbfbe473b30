import { z } from 'zod'
import { planningDates, setPlanningDate, withRounds } from '../../app/planning.ts'
import { planningStepName, planningSteps, planningStepWords } from '../../domain/planning.ts'
import { isRegionCode } from '../../domain/regions.ts'
import { addDays, localDate } from '../../lib/local-time.ts'
import { Problem } from '../../lib/problem.ts'
import { type CalendarDayRow, deleteLocalDay, findLocalDay, listCalendarDays } from '../../store/calendar-days.ts'
import { saveCalendarDays } from '../../store/programme.ts'
import { findRegion } from '../../store/regions.ts'
import { dayWords } from '../../wording/when.ts'
import { type Html, html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { form, table } from '../parts.ts'
import { notFound, type Visit } from '../visit.ts'

/**
 * Days on which the bot begins nothing: the country's, and the local ones that people of the kabupaten enter. Below them
 * the dates of the planning cycle, which the rounds of a kabupaten are to be ready for.
 */

interface Data {
  readonly days: readonly CalendarDayRow[]
  readonly scopes: readonly { readonly code: string; readonly name: string }[]
  readonly todayOn: string
  readonly planning: Awaited<ReturnType<typeof withRounds>>
}

const daysShown = 120

export const calendarPage = definePage<Data>({
  path: '/kalender',
  right: 'mark_calendar',

  async read(visit) {
    const todayOn = localDate(visit.now, visit.speech.zone)
    const programme = await visit.services.programme.get(visit.db)
    const scopes = Object.entries(programme.kabupaten)
      .filter(([code]) => visit.can('mark_calendar', code))
      .map(([code, { name }]) => ({ code, name }))
    const within = { fromOn: todayOn, untilOn: addDays(todayOn, 365) }
    return {
      todayOn,
      planning: await withRounds(
        visit.db,
        await planningDates(
          visit.db,
          scopes.map(({ code }) => code),
          within,
        ),
      ),
      days: await listCalendarDays(visit.db, { from: todayOn, within: visit.scope('mark_calendar'), limit: daysShown }),
      scopes,
    }
  },

  actions: {
    tambah: action({
      right: 'mark_calendar',
      form: z.strictObject({
        mulai: z.iso.date(),
        sampai: z.iso.date(),
        nama: z.string().trim().min(2).max(80),
        wilayah: z.string().trim().max(13),
      }),
      async run(visit, { mulai, sampai, nama, wilayah }) {
        if (sampai < mulai || sampai > addDays(mulai, 60))
          throw new Problem('bad_dates', 'a local day lasts up to 60 days')
        if (!isRegionCode(wilayah) || !(await findRegion(visit.db, wilayah))) throw notFound()
        visit.must('mark_calendar', wilayah)
        const day = {
          fromOn: mulai,
          untilOn: sampai,
          name: nama,
          scope: wilayah,
          kind: 'lokal',
          feast: null,
          source: 'konsol',
        } as const
        await visit.db.transaction(async (sql) => saveCalendarDays(sql, [day]))
        visit.services.programme.forget()
        await visit.note('mark_day', `region:${wilayah}`, { fromOn: mulai, untilOn: sampai })
        return { to: '/kalender', notice: 'saved' }
      },
    }),
    rencana: action({
      right: 'mark_calendar',
      form: z.strictObject({
        kabupaten: z.string().max(8),
        langkah: z.enum(planningSteps),
        tahun: z.coerce.number().int().min(2020).max(2100),
        tanggal: z.iso.date(),
        alasan: z.string().trim().min(2).max(200),
      }),
      async run(visit, { kabupaten, langkah, tahun, tanggal, alasan }) {
        visit.must('mark_calendar', kabupaten)
        await setPlanningDate(
          visit.services,
          { kabupatenCode: kabupaten, step: langkah, budgetYear: tahun, on: tanggal, reason: alasan },
          { now: visit.now, actor: visit.actorName },
        )
        return { to: '/kalender', notice: 'saved' }
      },
    }),
    hapus: action({
      right: 'mark_calendar',
      form: z.strictObject({ hari: z.coerce.number().int().positive() }),
      async run(visit, { hari }) {
        const day = await findLocalDay(visit.db, hari)
        if (!day) throw notFound()
        visit.must('mark_calendar', day.scope)
        await deleteLocalDay(visit.db, day.id)
        visit.services.programme.forget()
        await visit.note('unmark_day', `region:${day.scope}`)
        return { to: '/kalender', notice: 'saved' }
      },
    }),
  },

  title: (_, visit) => visit.t('console-menu-calendar'),

  view({ days, scopes, todayOn, planning }, visit) {
    const { t } = visit
    return html`
<p>${t('console-calendar-hint')}</p>
<details class="act card"><summary>${t('console-day-add')}</summary>${form(
      visit,
      'tambah',
      html`<div class="row"><label>${t('console-day-from')}<input type="date" name="mulai" required value="${todayOn}"></label>
<label>${t('console-day-until')}<input type="date" name="sampai" required value="${todayOn}"></label></div>
<label>${t('console-day-name')} <span class="hint">${t('console-day-name-hint')}</span><input name="nama" required minlength="2" maxlength="80"></label>
<label>${t('console-region-code')} <span class="hint">${t('console-region-hint')}</span><input name="wilayah" required maxlength="13" value="${scopes[0]?.code ?? ''}" list="wilayah"></label>
<datalist id="wilayah">${scopes.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}</datalist>
<button class="primary">${t('console-day-add')}</button>`,
    )}</details>
${
  days.length === 0
    ? html`<p class="empty">${t('console-nothing-found')}</p>`
    : table(
        [t('console-day'), t('console-name'), t('console-region-code')],
        days.map((day) => [
          day.fromOn === day.untilOn
            ? dayWords(day.fromOn, visit.speech)
            : `${dayWords(day.fromOn, visit.speech)} – ${dayWords(day.untilOn, visit.speech)}`,
          html`${day.name} <span class="chip">${t(kindKeys[day.kind])}</span>`,
          day.scope === ''
            ? t('console-everywhere')
            : html`${day.regionName ?? day.scope}${day.kind === 'lokal' && visit.can('mark_calendar', day.scope) ? form(visit, 'hapus', html`<input type="hidden" name="hari" value="${day.id}"><button class="link">${t('console-day-remove')}</button>`) : ''}`,
        ]),
      )
}
${planningCycle(planning, scopes, visit)}`
  },
})

function planningCycle(dates: Data['planning'], scopes: Data['scopes'], visit: Visit): Html {
  const { t } = visit
  const year = Number(localDate(visit.now, visit.speech.zone).slice(0, 4)) + 1
  return html`<h2>${t('console-planning')}</h2>
<p>${t('console-planning-hint')}</p>
<details class="act card"><summary>${t('console-planning-set')}</summary>${form(
    visit,
    'rencana',
    html`<div class="row"><label>${t('console-kabupaten')}<select name="kabupaten">${scopes.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}</select></label>
<label>${t('console-planning-step')}<select name="langkah">${planningStepWords.map(({ code, label }) => html`<option value="${code}">${label}</option>`)}</select></label>
<label>${t('console-planning-year')}<input type="number" name="tahun" required min="2020" max="2100" value="${year}"></label>
<label>${t('console-planning-on')}<input type="date" name="tanggal" required></label></div>
<label>${t('console-reason')}<input name="alasan" required minlength="2" maxlength="200"></label>
<button class="primary">${t('console-planning-set')}</button>`,
  )}</details>
${table(
  [t('console-planning-on'), t('console-planning-step'), t('console-kabupaten')],
  dates.map((date) => [
    visit.short(date.on),
    html`${planningStepName(date.step)} ${date.budgetYear}<div class="muted">${date.reason ?? t('console-planning-usual', { span: date.span, source: date.source })}</div>${
      date.rounds.length > 0
        ? html`<span class="chip wait">${t('console-planning-rounds', { rounds: date.rounds.join(', ') })}</span>`
        : ''
    }`,
    scopes.find(({ code }) => code === date.kabupatenCode)?.name ?? date.kabupatenCode,
  ]),
)}`
}

const kindKeys = {
  libur: 'console-day-libur',
  cuti: 'console-day-cuti',
  ramadan: 'console-day-ramadan',
  lokal: 'console-day-lokal',
} as const
