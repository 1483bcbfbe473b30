import { isPosition, positionFacts } from '../../domain/positions.ts'
import { listSeatsOnChannel, type SeatOnChannel } from '../../store/transcripts.ts'
import { type Html, html } from '../html.ts'
import { document_ } from '../layout.ts'
import { castKey, type Sim } from './phone.ts'

/** The simulator's first page: whose phone? */
export async function listPeople(sim: Sim, now: number, wanted: string): Promise<Html> {
  const seats = await listSeatsOnChannel(sim.deps.services.db, 'simulator', now)
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = seats.filter((seat) => {
    const text = `${seat.name} ${seat.regionName} ${seat.kecamatanName} ${labelOf(seat)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const groups = [...Map.groupBy(shown, (seat) => seat.kecamatanName ?? '')].map(
    ([name, own]) => [name, [...Map.groupBy(own, (seat) => seat.personId).values()]] as const,
  )
  const { t } = sim
  return document_({
    language: sim.language,
    title: `${t('console-sim')} · Kentongan`,
    body: html`
<header class="top"><a class="brand" href="/">Kentongan</a><span class="chip demo">${t('console-demo')}</span></header>
<main class="narrow">
<h1>${t('console-sim')}</h1>
<p>${t('console-sim-intro')}</p>
<form method="get" action="/sim" class="row"><input type="search" name="cari" value="${wanted}" placeholder="${t('console-sim-search')}" aria-label="${t('console-sim-search')}"><button>${t('console-search')}</button></form>
${groups.map(
  ([name, people]) => html`<details class="group"${words.length > 0 || groups.length < 4 ? openAttribute : ''}>
<summary>${name === '' ? t('console-sim-programme') : t('kecamatan-named', { name })} <span class="count">${people.length}</span></summary>
<ul class="people">${people.map((own) => personLine(own, sim))}</ul>
</details>`,
)}
${shown.length === 0 ? html`<p class="empty">${t('console-nothing-found')}</p>` : ''}
</main>`,
  })
}

const openAttribute = html` open`

/** One phone, however many seats its owner holds here. */
function personLine(seats: readonly SeatOnChannel[], sim: Sim): Html {
  const seat = seats[0]!
  const place = [seats.map(labelOf).join(' · '), seat.regionName].filter(Boolean).join(', ')
  if (seat.userId !== null)
    return html`<li><a href="/sim/${seat.userId}#akhir"><b>${seat.name}</b><span>${place}</span></a></li>`
  const invited = sim.invited.get(castKey(seat))
  if (!invited) return html`<li><span class="plain"><b>${seat.name}</b><span>${place}</span></span></li>`
  return html`<li><a href="/sim/${invited.userId}?kode=${invited.code}"><b>${seat.name}</b><span>${place}. ${sim.t('console-sim-not-enrolled', { code: invited.code })}</span></a></li>`
}

const labelOf = (seat: SeatOnChannel) =>
  isPosition(seat.position) ? positionFacts[seat.position].label : seat.position
