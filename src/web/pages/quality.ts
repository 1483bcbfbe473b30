import { type KabupatenQuality, kabupatenQuality, positionOf } from '../../app/quality.ts'
import { digestRound } from '../../app/round-digest.ts'
import { listMonitoringRounds, type RoundRow } from '../../store/rounds.ts'
import { outlierWords } from '../../wording/word-digest.ts'
import { type Html, html } from '../html.ts'
import { definePage } from '../page.ts'
import { figure, filters, table } from '../parts.ts'
import type { Visit } from '../visit.ts'
import { kabupatenToOpen } from './rounds.ts'

/** How good the data of a round is: what to ask about again, and whose village is late. */

interface Data {
  readonly rounds: readonly RoundRow[]
  readonly round: RoundRow | undefined
  readonly kabupaten: readonly { readonly code: string; readonly name: string }[]
  readonly quality: KabupatenQuality | undefined
}

export const qualityPage = definePage<Data>({
  path: '/mutu',
  right: 'open_round',

  async read(visit, { query }) {
    const { services, db, now } = visit
    const rounds = (await listMonitoringRounds(db)).filter((r) => r.state !== 'draft').toReversed()
    const round = rounds.find((r) => r.code === query.get('putaran')) ?? (await digestRound(db))
    const kabupaten = await kabupatenToOpen(visit)
    const here = kabupaten.find(({ code }) => code === query.get('kabupaten')) ?? kabupaten[0]
    // names of persons who are late stand in it
    if (here) visit.must('read_late_names', here.code)
    const quality =
      round && here ? await kabupatenQuality(services, db, { round, kabupatenCode: here.code, now }) : undefined
    if (quality && quality.late.length > 0)
      await visit.note('read_late_persons', `round:${round!.code}`, { kabupaten: here!.code })
    return { rounds, round, kabupaten, quality }
  },

  title: (_, visit) => visit.t('console-menu-quality'),

  view({ rounds, round, kabupaten, quality }, visit) {
    const { t } = visit
    return html`
${
  rounds.length > 1
    ? filters(
        visit,
        'putaran',
        round?.code ?? '',
        rounds.slice(0, 6).map(({ code }) => ({ value: code, label: code })),
      )
    : ''
}
${
  kabupaten.length > 1
    ? filters(
        visit,
        'kabupaten',
        quality?.kabupatenCode ?? '',
        kabupaten.map(({ code, name }) => ({ value: code, label: name })),
      )
    : ''
}
${quality ? panel(quality, visit) : html`<p class="empty">${t('console-no-rounds')}</p>`}`
  },
})

function panel(q: KabupatenQuality, visit: Visit): Html {
  const { t } = visit
  const { completeness: c, timeliness: time, consistency: fits, duplicates, states } = q
  return html`
<div class="cards">
${figure(t('console-quality-in'), t('console-of', { n: c.in, of: c.expected }))}
${figure(t('console-quality-in-time'), t('console-of', { n: time.inTime, of: time.inTime + time.late }))}
${figure(t('console-quality-overdue'), time.overdue, { warn: time.overdue > 0 })}
${figure(t('console-quality-itself'), q.byVillageItself === null ? '–' : `${q.byVillageItself} %`)}
</div>
<h2>${t('console-quality-complete')}</h2>
<p>${t('console-quality-complete-says', { unanswered: c.unanswered, activities: c.activities, skipped: c.skipped })}</p>
<h2>${t('console-quality-review')}</h2>
${table(
  [
    { n: t('console-state-half-done') },
    { n: t('console-state-submitted') },
    { n: t('console-state-returned') },
    { n: t('console-state-verified') },
  ],
  [[states.open, states.submitted, states.returned, states.verified]],
)}
<h2>${t('console-quality-fits')}</h2>
<p>${t('console-quality-fits-says', { carried: fits.carried, unplanned: fits.notInPlan })}</p>
${fits.outliers.length === 0 ? '' : html`<ul>${fits.outliers.map((o) => html`<li>${outlierWords(o, visit.speech)}</li>`)}</ul>`}
<h2>${t('console-quality-twice')}</h2>
${
  duplicates.sentences.length + duplicates.activities.length === 0
    ? html`<p class="empty">${t('console-quality-twice-none')}</p>`
    : html`<ul>${duplicates.sentences.map((s) => html`<li>${t('console-quality-sentence', { question: s.path.replaceAll('_', ' '), places: s.places.join(', ') })}</li>`)}${duplicates.activities.map((a) => html`<li>${t('console-quality-activity', { place: a.name, label: a.label })}</li>`)}</ul>`
}
${
  q.late.length === 0
    ? ''
    : html`<h2>${t('console-quality-late')}</h2>
<p>${t('console-quality-late-hint')}</p>
${table(
  [t('console-place'), t('console-name'), { n: t('console-quality-days') }],
  q.late.map((p) => [
    html`<a href="/desa/${p.regionCode}">${p.place}</a>`,
    html`${p.person ?? t('console-reach-nobody')} <span class="muted">${positionOf(p)}</span>${p.reachable || p.person === null ? '' : html` <span class="chip bad">${t('console-quality-unreachable')}</span>`}${p.begun ? html` <span class="chip wait">${t('console-state-half-done')}</span>` : ''}`,
    p.daysLate,
  ]),
)}`
}`
}
