import { z } from 'zod'
import { channelTitle } from '../../app/channel-titles.ts'
import { openRound, type PlannedInvitation, previewRound, type RoundPlan } from '../../app/open-round.ts'
import { localDate } from '../../lib/local-time.ts'
import type { ChannelName } from '../../messages/inbound.ts'
import { html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { figure, form, pageOf, pager, perPage, table } from '../parts.ts'
import { requireRoundToManage, unreachableKeys } from './round.ts'

/** Who would get what, when and over which channel, before anything is sent: then the button that opens the round. */

interface Data {
  readonly code: string
  readonly plan: RoundPlan
  readonly shown: readonly PlannedInvitation[]
  readonly page: number
}

export const openingPage = definePage<Data>({
  path: '/putaran/:code/buka',
  right: 'open_round',

  async read(visit, { params, query }) {
    const round = await requireRoundToManage(visit, params.code!)
    const plan = await previewRound(visit.services, visit.db, round, visit.now)
    const page = pageOf(query)
    return { code: round.code, plan, shown: plan.places.slice(page.offset, page.offset + perPage), page: page.number }
  },

  actions: {
    buka: action({
      right: 'open_round',
      form: z.strictObject({}),
      async run(visit, _, { params }) {
        const round = await requireRoundToManage(visit, params.code!)
        await openRound(visit.services, round, { now: visit.now, actor: visit.actorName })
        return { to: `/putaran/${round.code}`, notice: 'opened' }
      },
    }),
  },

  title: ({ code }, visit) => visit.t('console-opening-title', { code }),

  view({ plan, shown, page }, visit) {
    const { t } = visit
    const invited = plan.places.flatMap((p) => p.invitedAt ?? [])
    const unreachable = plan.places.filter((p) => p.unreachable !== undefined)
    const waiting = plan.places.filter((p) => p.opensAt === null).length
    return html`
<div class="cards">
${figure(t('console-invitations'), invited.length)}
${Object.entries(plan.byChannel).map(([channel, n]) => figure(t('console-by-channel', { channel: channelTitle(channel as ChannelName) }), n))}
${figure(t('console-figure-unreachable'), unreachable.length, { warn: unreachable.length > 0 })}
${waiting > 0 ? figure(t('console-kecamatan-wait'), waiting) : ''}
</div>
${invited.length > 0 ? html`<p>${t('console-first-invitation', { when: visit.when(invited.reduce((a, b) => Math.min(a, b))) })}</p>` : ''}
<div class="card">${form(visit, 'buka', html`<p>${t('console-open-hint')}</p><button class="primary">${t('console-open')}</button>`)}</div>
${table(
  [t('console-place'), t('console-invited-at'), t('console-due-on')],
  shown.map((p) => [
    html`${p.name} <span class="muted">${p.regionCode}</span>`,
    p.unreachable !== undefined
      ? html`<span class="chip bad">${t(unreachableKeys[p.unreachable])}</span>`
      : p.invitedAt === undefined
        ? t('console-state-waiting')
        : html`${visit.when(p.invitedAt, p.zone)}<div class="muted">${p.channel ? channelTitle(p.channel) : ''}</div>`,
    visit.short(localDate(p.dueAt, p.zone)),
  ]),
)}
${pager(visit, page, plan.places.length)}`
  },
})
