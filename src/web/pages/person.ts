import { z } from 'zod'
import { channelTitle } from '../../app/channel-titles.ts'
import { endHolding } from '../../app/end-holding.ts'
import { inviteAgain } from '../../app/invite-again.ts'
import { showCode } from '../../domain/invitations.ts'
import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import type { ChannelName } from '../../messages/inbound.ts'
import {
  type AddressOfPerson,
  findPersonDetails,
  listAddressesOfPerson,
  listConsentsOfPerson,
  listSeatsOfPerson,
  type PersonDetails,
  type SeatOfPerson,
} from '../../store/people-pages.ts'
import { html } from '../html.ts'
import { action, definePage, type PageRequest } from '../page.ts'
import { form, positionLabel, table } from '../parts.ts'
import { forbidden, notFound, type Visit } from '../visit.ts'

/** One person: seats, ways to be reached, what they consented to, and a new invitation. */

interface Data {
  readonly person: PersonDetails
  readonly seats: readonly SeatOfPerson[]
  readonly addresses: readonly AddressOfPerson[]
  readonly consents: Awaited<ReturnType<typeof listConsentsOfPerson>>
}

export const personPage = definePage<Data>({
  path: '/orang/:id',
  right: 'see_persons',

  async read(visit, request) {
    const { person, seats } = await requirePerson(visit, request)
    await visit.note('read_person', `person:${person.id}`)
    return {
      person,
      seats,
      addresses: await listAddressesOfPerson(visit.db, person.id),
      consents: await listConsentsOfPerson(visit.db, person.id),
    }
  },

  actions: {
    akhiri: action({
      right: 'manage_seats',
      form: z.strictObject({ kursi: z.coerce.number().int().positive(), pengganti: z.string().trim().max(120) }),
      async run(visit, { kursi, pengganti }, request) {
        const { person, seats } = await requirePerson(visit, request)
        const seat = seats.find((s) => s.seatId === kursi && s.untilAt === null)
        if (!seat) throw notFound()
        visit.must('manage_seats', seat.regionCode)
        const ended = await endHolding(
          visit.services,
          { personId: person.id, seatId: kursi, ...(pengganti !== '' && { successor: { name: pengganti } }) },
          { now: visit.now, actor: visit.actorName },
        )
        visit.services.bells.outbox.ring()
        if (ended.code === undefined) return { to: `/orang/${person.id}`, notice: 'saved' }
        return {
          show: html`<div class="card" role="status"><p>${visit.t('console-new-code', { name: pengganti })}</p><p><b class="code">${showCode(ended.code)}</b></p><p class="hint">${visit.t('console-new-code-hint')}</p></div>`,
        }
      },
    }),
    undang: action({
      right: 'invite_person',
      form: z.strictObject({ kursi: z.coerce.number().int().positive() }),
      async run(visit, { kursi }, request) {
        const { person, seats } = await requirePerson(visit, request)
        const seat = seats.find((s) => s.seatId === kursi && s.untilAt === null)
        if (!seat) throw notFound()
        visit.must('invite_person', seat.regionCode)
        const { code, links } = await inviteAgain(
          visit.services,
          { personId: person.id, seatId: kursi },
          { now: visit.now, actor: visit.actorName },
        )
        // the one time that it can be read: only its hash is kept
        return {
          show: html`<div class="card" role="status"><p>${visit.t('console-new-code', { name: person.name })}</p><p><b class="code">${showCode(code)}</b></p>
${links.map((link) => html`<p><a href="${link}">${link}</a></p>`)}<p class="hint">${visit.t('console-new-code-hint')}</p></div>`,
        }
      },
    }),
  },

  title: ({ person }) => person.name,

  view({ person, seats, addresses, consents }, visit) {
    const { t } = visit
    const ending = seats.filter((s) => s.untilAt === null && visit.can('manage_seats', s.regionCode))
    const current = seats.find((s) => s.untilAt === null && visit.can('invite_person', s.regionCode))
    return html`
<div class="card"><dl>
<dt>${t('console-phone')}</dt><dd>${t(person.hasPhone === 1 ? 'console-phone-kept' : 'console-phone-none')}</dd>
<dt>${t('console-language')}</dt><dd>${person.language}</dd>
${person.sapaan === null ? '' : html`<dt>${t('console-sapaan')}</dt><dd>${person.sapaan}</dd>`}
${person.stoppedAt === null ? '' : html`<dt>${t('console-reach')}</dt><dd><span class="chip bad">${t('console-reach-stopped')}</span> ${visit.when(person.stoppedAt)}</dd>`}
</dl></div>
<h2>${t('console-seats')}</h2>
${table(
  [t('console-position'), t('console-place'), t('console-since')],
  seats.map((s) => [
    positionLabel(s.position),
    s.bodyName ?? s.regionName ?? '–',
    html`${visit.day(s.fromAt)}${s.untilAt === null ? '' : html` – ${visit.day(s.untilAt)}`}`,
  ]),
)}
<h2>${t('console-reach')}</h2>
${
  addresses.length === 0
    ? html`<p class="empty">${t('console-reach-not-enrolled')}</p>`
    : table(
        [t('console-channel'), t('console-reach'), t('console-last-heard')],
        addresses.map((a) => [
          channelTitle(a.channel as ChannelName),
          a.reach === 'ok'
            ? t('console-reachable')
            : html`<span class="chip bad">${t('console-reach-blocked')}</span> ${a.reachNote ?? ''}`,
          visit.when(a.lastInAt),
        ]),
      )
}
${
  consents.length === 0
    ? ''
    : html`<h2>${t('console-consents')}</h2>${table(
        [t('console-consent'), t('console-state'), t('console-since')],
        consents.map((c) => [
          t(consentKeys[c.kind] ?? 'console-consent-other'),
          t(c.given === 1 ? 'yes' : 'no'),
          html`${visit.day(c.at)} <span class="muted">${c.textVersion}</span>`,
        ]),
      )}`
}
${current ? html`<h2>${t('console-invite')}</h2><div class="card"><p>${t('console-invite-hint')}</p>${form(visit, 'undang', html`<input type="hidden" name="kursi" value="${current.seatId}"><button>${t('console-invite-button')}</button>`)}</div>` : ''}
${ending.length > 0 ? html`<h2>${t('console-end-holding')}</h2><div class="card"><p>${t('console-end-holding-hint')}</p>${form(visit, 'akhiri', html`<label>${t('console-position')}<select name="kursi">${ending.map((s) => html`<option value="${s.seatId}">${positionLabel(s.position)} ${s.bodyName ?? s.regionName ?? ''}</option>`)}</select></label><label>${t('console-successor')} <span class="hint">${t('console-successor-hint')}</span><input name="pengganti" maxlength="120"></label><button>${t('console-end-holding-button')}</button>`)}</div>` : ''}`
  },
})

const consentKeys: Readonly<Record<string, string>> = {
  reporting: 'console-consent-reporting',
  photo: 'console-consent-photo',
  story: 'console-consent-story',
  contact: 'console-consent-contact',
  group: 'console-consent-group',
}

/** Throws `Problem` for somebody who is not there, or holds no seat where the visitor may see people. */
async function requirePerson(
  visit: Visit,
  { params }: PageRequest,
): Promise<{ readonly person: PersonDetails; readonly seats: readonly SeatOfPerson[] }> {
  const person = /^\d{1,15}$/.test(params.id!) ? await findPersonDetails(visit.db, Number(params.id)) : undefined
  if (!person) throw notFound()
  const seats = await listSeatsOfPerson(visit.db, person.id)
  const regions = seats.length === 0 ? [WHOLE_PROGRAMME] : seats.map((s) => s.regionCode)
  if (!regions.some((code) => visit.can('see_persons', code))) throw forbidden()
  return { person, seats }
}
