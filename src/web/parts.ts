import { type Position, positionFacts } from '../domain/positions.ts'
import { levelOf } from '../domain/regions.ts'
import type { ObligationState } from '../domain/rounds.ts'
import { kecamatanName, type VillageWord, villageName } from '../wording/forms-of-address.ts'
import { type Html, type HtmlValue, html } from './html.ts'
import { csrf } from './layout.ts'
import type { Visit } from './visit.ts'

/** Pieces that several pages are made of. */

export const stateKeys: Readonly<Record<ObligationState, string>> = {
  waiting: 'console-state-waiting',
  open: 'console-state-open',
  half_done: 'console-state-half-done',
  submitted: 'console-state-submitted',
  returned: 'console-state-returned',
  verified: 'console-state-verified',
  late: 'console-state-late',
  excused: 'console-state-excused',
}

const stateTones: Readonly<Record<ObligationState, string>> = {
  waiting: '',
  open: '',
  half_done: 'wait',
  submitted: 'good',
  returned: 'wait',
  verified: 'good',
  late: 'bad',
  excused: '',
}

/** The state in words; the colour only repeats it. */
export function stateChip(
  visit: Visit,
  place: { readonly state: ObligationState; readonly isLate: boolean; readonly isHalfDone?: boolean },
): Html {
  const { state } = place
  const inLate = place.isLate && state !== 'late'
  return html`<span class="chip ${stateTones[state]}">${visit.t(stateKeys[state])}</span>${
    inLate ? html` <span class="chip wait">${visit.t('console-came-late')}</span>` : ''
  }${state === 'late' && place.isHalfDone ? html` <span class="chip wait">${visit.t('console-state-half-done')}</span>` : ''}`
}

/** A report by itself; while it is open it is being filled in. */
export function reportChip(
  visit: Visit,
  report: { readonly state: 'open' | 'submitted' | 'returned' | 'verified'; readonly late: number },
): Html {
  return stateChip(visit, {
    state: report.state === 'open' ? 'half_done' : report.state,
    isLate: report.late === 1,
  })
}

export const positionLabel = (position: string) => positionFacts[position as Position]?.label ?? position

/** "Negeri Karay", "Kecamatan Kodi". */
export function placeTitle(
  visit: Visit,
  place: { readonly regionCode: string; readonly regionName: string; readonly regionKind: string },
): string {
  return levelOf(place.regionCode) === 'desa'
    ? villageName(place.regionName, (place.regionKind || 'desa') as VillageWord, visit.speech)
    : kecamatanName(place.regionName, visit.speech)
}

export function placeLink(
  visit: Visit,
  place: { readonly regionCode: string; readonly regionName: string; readonly regionKind: string },
): Html {
  const path = levelOf(place.regionCode) === 'desa' ? 'desa' : 'kecamatan'
  return html`<a href="/${path}/${place.regionCode}">${placeTitle(visit, place)}</a>`
}

/** A table that scrolls by itself on a narrow phone. Columns with `n` are figures. */
export function table(
  heads: readonly (string | { readonly n: string })[],
  rows: readonly (readonly HtmlValue[])[],
): Html {
  const classOf = (i: number) => (typeof heads[i] === 'string' ? '' : 'n')
  return html`<div class="scroll"><table><thead><tr>${heads.map(
    (head, i) => html`<th scope="col" class="${classOf(i)}">${typeof head === 'string' ? head : head.n}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${row.map((cell, i) => html`<td class="${classOf(i)}">${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

/** A form that posts to the page it stands on. */
export function form(visit: Visit, aksi: string, body: Html, to = visit.url.pathname): Html {
  return html`<form method="post" action="${to}">${csrf(visit)}<input type="hidden" name="aksi" value="${aksi}">${body}</form>`
}

export const perPage = 50

/** Which page of a list is asked for: `?hal=2`. */
export function pageOf(query: URLSearchParams): { readonly number: number; readonly offset: number } {
  const asked = Number(query.get('hal'))
  const number = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
  return { number, offset: (number - 1) * perPage }
}

/** "1–50 dari 82.542" with the way to the pages beside it. */
export function pager(visit: Visit, number: number, total: number): Html | string {
  const last = Math.max(1, Math.ceil(total / perPage))
  if (last === 1) return ''
  const to = (n: number, label: string) => {
    const query = new URLSearchParams(visit.url.searchParams)
    query.delete('n')
    query.set('hal', String(n))
    return html`<a href="?${query.toString()}">${label}</a>`
  }
  const from = (number - 1) * perPage + 1
  return html`<nav class="pages" aria-label="${visit.t('console-pages')}">${
    number > 1 ? to(number - 1, visit.t('console-page-before')) : ''
  }<span>${visit.t('console-page-of', { from, until: Math.min(total, number * perPage), total })}</span>${
    number < last ? to(number + 1, visit.t('console-page-after')) : ''
  }</nav>`
}

/** Links that choose one of several views; the one shown is marked. */
export function filters(
  visit: Visit,
  parameter: string,
  current: string,
  choices: readonly { readonly value: string; readonly label: string }[],
): Html {
  return html`<nav class="filters">${choices.map(({ value, label }) => {
    const query = new URLSearchParams(visit.url.searchParams)
    for (const gone of ['n', 'hal']) query.delete(gone)
    query.set(parameter, value)
    return value === current
      ? html`<a href="?${query.toString()}" aria-current="true">${label}</a>`
      : html`<a href="?${query.toString()}">${label}</a>`
  })}</nav>`
}

export function figure(
  label: string,
  value: HtmlValue,
  options: { readonly href?: string; readonly warn?: boolean } = {},
): Html {
  const tone = options.warn ? ' warn' : ''
  return options.href === undefined
    ? html`<div class="figure${tone}"><b>${value}</b>${label}</div>`
    : html`<a class="figure${tone}" href="${options.href}"><b>${value}</b>${label}</a>`
}
