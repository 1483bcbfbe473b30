import { channelTitle } from '../../app/channel-titles.ts'
import { ladderResults, type RungResult } from '../../app/ladder-results.ts'
import { type ComingReminder, previewReminders } from '../../app/preview-reminders.ts'
import { localDate, localTime, zoneName } from '../../lib/local-time.ts'
import type { ChannelName } from '../../messages/inbound.ts'
import type { RoundRow } from '../../store/rounds.ts'
import { html } from '../html.ts'
import { definePage } from '../page.ts'
import { filters, table } from '../parts.ts'
import { notFound } from '../visit.ts'
import { requireRoundNamed } from './round.ts'
import { kabupatenToOpen } from './rounds.ts'

/** Who gets which reminder in the days that come, in which words, and what those before brought in. */

interface Data {
  readonly round: RoundRow
  readonly kabupaten: readonly { readonly code: string; readonly name: string }[]
  readonly here: string
  readonly days: string
  readonly steps: readonly RungResult[]
  readonly coming: readonly ComingReminder[]
}

const spans = ['1', '3', '7', '14'] as const
const HOURS = 24

export const remindersPage = definePage<Data>({
  path: '/putaran/:code/pengingat',
  right: 'open_round',

  async read(visit, { params, query }) {
    const { services, db, now } = visit
    const round = await requireRoundNamed(visit, params.code!)
    const kabupaten = await kabupatenToOpen(visit)
    const here = (kabupaten.find(({ code }) => code === query.get('kabupaten')) ?? kabupaten[0])?.code
    if (here === undefined) throw notFound()
    const days = spans.find((n) => n === query.get('hari')) ?? '3'
    const coming =
      round.state === 'open' ? await previewReminders(services, { from: now, days: Number(days), kabupaten: here }) : []
    return {
      round,
      kabupaten,
      here,
      days,
      steps: await ladderResults(db, { roundId: round.id, within: [here], hours: HOURS }),
      coming: coming.filter((m) => m.roundCode === round.code),
    }
  },

  title: ({ round }, visit) => visit.t('console-reminders-title', { code: round.code }),

  view({ kabupaten, here, days, steps, coming, round }, visit) {
    const { t } = visit
    const share = (n: number, of: number) => html`${n} <span class="muted">${Math.round((n / of) * 100)} %</span>`
    return html`
${
  kabupaten.length > 1
    ? filters(
        visit,
        'kabupaten',
        here,
        kabupaten.map(({ code, name }) => ({ value: code, label: name })),
      )
    : ''
}
<h2>${t('console-steps')}</h2>
<p>${t('console-steps-hint', { hours: HOURS })}</p>
${
  steps.length === 0
    ? html`<p class="empty">${t('console-steps-none')}</p>`
    : table(
        [
          t('console-step'),
          { n: t('console-step-places') },
          { n: t('console-step-answered') },
          { n: t('console-step-in') },
        ],
        steps.map((s) => [
          t(rungKeys[s.rung] ?? s.rung),
          s.sent,
          share(s.answered, s.sent),
          share(s.submitted, s.sent),
        ]),
      )
}
${
  round.state === 'open'
    ? html`<h2>${t('console-coming')}</h2>
<p>${t('console-coming-hint')}</p>
${filters(
  visit,
  'hari',
  days,
  spans.map((value) => ({ value, label: t('span-days', { n: Number(value) }) })),
)}
${
  coming.length === 0
    ? html`<p class="empty">${t('console-coming-none')}</p>`
    : table(
        [t('console-when'), t('console-step'), t('console-to-whom')],
        coming.map((m) => [
          html`${visit.short(localDate(m.at, m.zone))}<div class="muted">${localTime(m.at, m.zone)} ${zoneName(m.zone)}</div>`,
          t(rungKeys[m.rung] ?? m.rung),
          html`<details><summary>${m.name} <span class="muted">${channelTitle(m.channel as ChannelName)} · ${m.places.join(', ')}</span></summary><div class="pre">${m.text}</div></details>`,
        ]),
      )
}`
    : ''
}`
  },
})

const rungKeys: Readonly<Record<string, string>> = {
  undangan: 'console-rung-undangan',
  'hari-3': 'console-rung-hari-3',
  'hari-6': 'console-rung-hari-6',
  'dua-hari-lagi': 'console-rung-dua-hari-lagi',
  'hari-terakhir': 'console-rung-hari-terakhir',
  'belum-selesai': 'console-rung-belum-selesai',
  dikembalikan: 'console-rung-dikembalikan',
  camat: 'console-rung-camat',
  fasilitator: 'console-rung-fasilitator',
  staf: 'console-rung-staf',
  nanti: 'console-rung-nanti',
}
