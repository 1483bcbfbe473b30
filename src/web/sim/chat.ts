import { createHash } from 'node:crypto'
import { isPosition, positionFacts } from '../../domain/positions.ts'
import { localDate, localTime } from '../../lib/local-time.ts'
import { capabilities } from '../../messages/capabilities.ts'
import { render } from '../../messages/render.ts'
import { readAttachment } from '../../store/attachment-files.ts'
import { listHeldSeats } from '../../store/people.ts'
import {
  findAddressOf,
  findSaidByUs,
  listSaid,
  type Said,
  type SaidByPerson,
  type SaidByUs,
} from '../../store/transcripts.ts'
import { nearDayWords } from '../../wording/when.ts'
import { type Html, html } from '../html.ts'
import { document_ } from '../layout.ts'
import type { Sim } from './phone.ts'

/** One simulated phone. Lines come from the doors in and out, so what is seen is what is stored. */

const linesShown = 60
const zoneOfGuests = 'Asia/Jayapura'

export async function showChat(sim: Sim, userId: string, code: string | undefined): Promise<Html> {
  const { t } = sim
  const owner = await ownerOf(sim, userId)
  const lines = await linesOf(sim, userId)
  const hidden = html`<input type="hidden" name="_csrf" value="${sim.csrf}">`
  const act = (aksi: string, body: Html, more = '') =>
    html`<form method="post" action="/sim/${userId}" ${more === '' ? '' : filesAttribute}data-say>${hidden}<input type="hidden" name="aksi" value="${aksi}">${body}</form>`
  return document_({
    language: sim.language,
    title: `${owner.name} · ${t('console-sim')}`,
    script: 'sim.js',
    body: html`
<div class="phone">
<header class="phone-top">
  <a class="back" href="/sim" aria-label="${t('console-sim-others')}">‹</a>
  <div class="phone-who"><b>${owner.name}</b><span>${owner.place}</span></div>
  <details class="phone-menu"><summary aria-label="${t('console-sim-more')}">⋮</summary><div>
    <a class="button" href="/sim/${userId}#akhir">${t('console-sim-refresh')}</a>
    ${act('lokasi', html`<button>${t('console-sim-location')}</button>`)}
    ${owner.blocked ? act('buka_blokir', html`<button>${t('console-sim-unblock')}</button>`) : act('blokir', html`<button>${t('console-sim-block')}</button>`)}
    ${owner.others.map((other) => html`<p class="muted">${other}</p>`)}
  </div></details>
</header>
<p class="phone-bot">${t('console-sim-bot')}</p>
<div class="chat" data-poll="/sim/${userId}/pesan" aria-live="polite">${lines}</div>
${['tekan', 'ubah'].map((aksi) => html`<form id="${aksi}" method="post" action="/sim/${userId}" data-say>${hidden}<input type="hidden" name="aksi" value="${aksi}"></form>`)}
<footer class="phone-foot">
  ${code === undefined ? '' : act('tulis', html`<input type="hidden" name="pesan" value="${code}"><button class="primary wide">${t('console-sim-send-code', { code })}</button>`)}
  ${act('tulis', html`<div class="write"><textarea name="pesan" rows="1" required maxlength="20000" aria-label="${t('console-sim-write')}" placeholder="${t('console-sim-write')}"></textarea><button class="primary">${t('console-sim-send')}</button></div>`)}
  <details class="attach"><summary>${t('console-sim-photo')}</summary>
  ${act('kirim', html`<div class="write"><input type="file" name="berkas" required accept="image/*,audio/*,application/pdf"><input name="pesan" maxlength="1024" placeholder="${t('console-sim-caption')}" aria-label="${t('console-sim-caption')}"><button>${t('console-sim-send')}</button></div>`, 'files')}
  </details>
</footer>
</div>`,
  })
}

const filesAttribute = html`enctype="multipart/form-data" `

/** The lines alone, for the script; the tag changes when they do. */
export async function showLines(sim: Sim, userId: string): Promise<{ body: Html; tag: string }> {
  const body = await linesOf(sim, userId)
  const tag = `"${createHash('sha256').update(String(body)).digest('base64url').slice(0, 16)}"`
  return { body, tag }
}

/** A file that we sent, shown only when it is a picture of ours. */
export async function showFile(sim: Sim, userId: string, outboxId: number) {
  const message = await findSaidByUs(sim.deps.services.db, 'simulator', userId, outboxId)
  const attachment = message?.body.attachment
  if (!attachment) return undefined
  const bytes = await readAttachment(sim.deps.services.dataDir, attachment.hash).catch(() => undefined)
  if (!bytes) return undefined
  const isPicture = attachment.mime === 'image/png' || attachment.mime === 'image/jpeg'
  const headers: Record<string, string> = {
    'content-type': isPicture ? attachment.mime : 'application/octet-stream',
    ...(!isPicture && {
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
    }),
  }
  return { bytes: new Uint8Array(bytes), headers }
}

interface Owner {
  readonly name: string
  readonly place: string
  readonly zone: string
  readonly blocked: boolean
  readonly others: readonly string[]
}

async function ownerOf(sim: Sim, userId: string): Promise<Owner> {
  const { db, clock } = sim.deps.services
  const address = await findAddressOf(db, 'simulator', userId)
  const seats = address?.personId == null ? [] : await listHeldSeats(db, address.personId, clock.now())
  const places = seats.map((seat) =>
    [isPosition(seat.position) ? positionFacts[seat.position].label : seat.position, seat.regionName]
      .filter(Boolean)
      .join(', '),
  )
  return {
    name: address?.personName ?? address?.profileName ?? sim.t('console-sim-guest'),
    place: places[0] ?? sim.t('console-sim-unknown'),
    zone: seats.find((s) => s.zone !== null)?.zone ?? zoneOfGuests,
    blocked: address?.reach === 'blocked',
    others: places.slice(1),
  }
}

async function linesOf(sim: Sim, userId: string): Promise<Html> {
  const { db, clock, texts } = sim.deps.services
  const now = clock.now()
  const address = await findAddressOf(db, 'simulator', userId)
  if (!address) return html`<p class="chat-note">${sim.t('console-sim-empty')}</p><span id="akhir"></span>`
  const { zone } = await ownerOf(sim, userId)
  const all = await listSaid(db, { id: address.addressId, laneId: address.laneId }, { now, limit: linesShown })
  const busy = all.some((line) => line.by === 'us' && (line.state === 'waiting' || line.state === 'sending'))
  const shown = settled(all)
  const lastTyped = shown.findLast((line) => line.by === 'person' && line.content.kind === 'text')
  let day = ''
  const lines = shown.map((line) => {
    const on = localDate(line.at, zone)
    const head =
      on === day ? '' : html`<p class="chat-day">${nearDayWords(on, now, { texts, language: sim.language, zone })}</p>`
    day = on
    const time = localTime(line.at, zone).replace(':', '.')
    return html`${head}${line.by === 'us' ? ourLine(line, time, userId) : theirLine(line, time, sim, line === lastTyped)}`
  })
  return html`${lines.length === 0 ? html`<p class="chat-note">${sim.t('console-sim-empty')}</p>` : lines}${busy ? html`<p class="chat-note">${sim.t('console-sim-typing')}</p>` : ''}<span id="akhir"></span>`
}

type Shown = (SaidByPerson & { readonly edited?: boolean }) | SaidByUs

/** As a phone shows it: what we replaced in place is replaced, an edited message has its new text. */
function settled(all: readonly Said[]): readonly Shown[] {
  const shown: Shown[] = []
  for (const line of all) {
    if (line.by === 'us') {
      if (line.state !== 'sent') continue
      const at =
        line.body.replaces === undefined
          ? -1
          : shown.findIndex((s) => s.by === 'us' && s.messageRef === line.body.replaces)
      const before = shown[at]
      if (before) shown[at] = { ...line, at: before.at, messageRef: line.body.replaces ?? null }
      else if (line.body.text !== '' || line.body.attachment) shown.push(line)
    } else if (line.content.kind === 'edited') {
      const { text, originalExternalId } = line.content
      const at = shown.findIndex((s) => s.by === 'person' && s.externalId === originalExternalId)
      const before = shown[at]
      if (before?.by === 'person') shown[at] = { ...before, content: { kind: 'text', text }, edited: true }
    } else if (line.content.kind !== 'delivery') shown.push(line)
  }
  return shown
}

function ourLine(line: SaidByUs, time: string, userId: string): Html {
  const parts = render(line.body, capabilities.simulator)
  return html`${parts.map(
    (part, i) =>
      html`<div class="bubble us">${
        part.attachment
          ? part.attachment.mime.startsWith('image/')
            ? html`<img src="/sim/${userId}/berkas/${line.id}" alt="${part.attachment.name}" loading="lazy">`
            : html`<a href="/sim/${userId}/berkas/${line.id}">${part.attachment.name}</a>`
          : ''
      }<p>${part.text}</p>${i === parts.length - 1 ? html`<time>${time}</time>` : ''}</div>${
        part.buttons
          ? html`<div class="buttons">${part.buttons.map((button, n) => html`<button form="tekan" name="tombol" value="${line.id}.${n}">${button.label}</button>`)}</div>`
          : ''
      }`,
  )}`
}

function theirLine(line: SaidByPerson & { readonly edited?: boolean }, time: string, sim: Sim, canEdit: boolean): Html {
  const { t } = sim
  const { content } = line
  if (content.kind === 'blocked' || content.kind === 'unblocked')
    return html`<p class="chat-note">${t(content.kind === 'blocked' ? 'console-sim-blocked' : 'console-sim-unblocked')}</p>`
  const edit =
    canEdit && content.kind === 'text'
      ? html`<details class="edit"><summary>${t('console-sim-edit')}</summary><input form="ubah" type="hidden" name="asal" value="${line.externalId}"><div class="write"><input form="ubah" name="pesan" value="${content.text}" aria-label="${t('console-sim-edit')}"><button form="ubah">${t('console-sim-send')}</button></div></details>`
      : ''
  return html`<div class="bubble them"><p>${textOf(line, sim)}</p><time>${line.edited ? html`${t('console-sim-edited')} ` : ''}${time}</time>${edit}</div>`
}

function textOf({ content }: SaidByPerson, { t }: Sim): string {
  const caption = 'caption' in content && content.caption ? `: ${content.caption}` : ''
  switch (content.kind) {
    case 'text':
    case 'edited':
      return content.text
    case 'choice':
      return content.label ?? '•'
    case 'photo':
      return `[${t('console-sim-a-photo')}]${caption}`
    case 'document':
      return `[${content.file.name ?? t('console-sim-a-file')}]${caption}`
    case 'voice':
      return `[${t('console-sim-a-voice')}]`
    case 'location':
      return `[${t('console-sim-a-location')}]`
    case 'contact':
      return `[${t('console-sim-a-contact')}]`
    default:
      return `[${content.kind}]`
  }
}
