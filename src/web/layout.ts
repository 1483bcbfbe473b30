import type { Action } from '../domain/rights.ts'
import type { ChannelName } from '../messages/inbound.ts'
import { assetUrl } from './assets.ts'
import { type Html, html } from './html.ts'
import { type Notice, notices } from './page.ts'
import type { Visit } from './visit.ts'

/** The frame of every console page: head, menu, what just happened, the page. */
export function layout(
  visit: Visit,
  page: { readonly title: string; readonly body: Html; readonly problem?: string },
): Html {
  const t = (key: string) => visit.t(key)
  const notice = visit.url.searchParams.get('n') as Notice | null
  const said = notice !== null && Object.hasOwn(notices, notice) ? t(notices[notice]) : undefined
  return document_({
    language: visit.speech.language,
    title: `${page.title} · Kentongan`,
    body: html`
<header class="top">
  <a class="brand" href="/">Kentongan</a>
  ${visit.demo ? html`<span class="chip demo">${t('console-demo')}</span>` : ''}
  <span class="who">${visit.person?.name ?? t('console-first-admin')}</span>
  <form method="post" action="/bahasa">${csrf(visit)}<button class="link" name="bahasa" value="${visit.speech.language === 'en' ? 'id' : 'en'}">${visit.speech.language === 'en' ? 'Bahasa' : 'English'}</button></form>
  <form method="post" action="/keluar">${csrf(visit)}<button class="link">${t('console-sign-out')}</button></form>
</header>
<nav class="menu" aria-label="Menu">${menu(visit)}${visit.simulator ? html`<a href="/sim">${t('console-sim')}</a>` : ''}</nav>
<main>
  <h1>${page.title}</h1>
  ${said === undefined ? '' : html`<p class="notice" role="status">${said}</p>`}
  ${page.problem === undefined ? '' : html`<p class="problem" role="alert">${page.problem}</p>`}
  ${page.body}
</main>`,
  })
}

const entries: readonly {
  readonly path: string
  readonly key: string
  readonly right: Action
  /** Only where this channel is switched on. */
  readonly channel?: ChannelName
}[] = [
  { path: '/', key: 'console-menu-home', right: 'read_aggregates' },
  { path: '/putaran', key: 'console-menu-rounds', right: 'read_late_names' },
  { path: '/bantuan', key: 'console-menu-help', right: 'answer_help' },
  { path: '/pengaduan', key: 'console-complaints', right: 'handle_complaint' },
  { path: '/antikorupsi', key: 'console-frauds', right: 'handle_fraud' },
  { path: '/orang', key: 'console-menu-people', right: 'see_persons' },
  { path: '/rangkuman', key: 'console-menu-digests', right: 'read_late_names' },
  { path: '/peta', key: 'console-menu-map', right: 'read_aggregates' },
  { path: '/capaian', key: 'console-menu-indicators', right: 'export_data' },
  { path: '/sinkronisasi', key: 'console-menu-sync', right: 'read_aggregates' },
  { path: '/mutu', key: 'console-menu-quality', right: 'open_round' },
  { path: '/rencana-kerja', key: 'console-menu-work', right: 'export_data' },
  { path: '/cerita', key: 'console-menu-stories', right: 'publish_story' },
  { path: '/penyegaran', key: 'console-menu-policies', right: 'send_policy' },
  { path: '/dokumen', key: 'console-menu-documents', right: 'read_aggregates' },
  { path: '/kalender', key: 'console-menu-calendar', right: 'mark_calendar' },
  { path: '/formulir', key: 'console-menu-forms', right: 'open_round' },
  { path: '/antrean', key: 'console-menu-queues', right: 'pause_sending' },
  { path: '/whatsapp', key: 'console-menu-whatsapp', right: 'pause_sending', channel: 'whatsapp-web' },
]

function menu(visit: Visit): readonly Html[] {
  const here = (path: string) => (path === '/' ? visit.url.pathname === '/' : visit.url.pathname.startsWith(path))
  return entries
    .filter(({ right, channel }) => {
      const isThere = channel === undefined || visit.services.channels.has(channel)
      return isThere && visit.scope(right).length > 0
    })
    .map(({ path, key }) =>
      here(path)
        ? html`<a href="${path}" aria-current="page">${visit.t(key)}</a>`
        : html`<a href="${path}">${visit.t(key)}</a>`,
    )
}

/** The hidden field that every form of a signed-in visitor carries. */
export function csrf(visit: Pick<Visit, 'csrf'>): Html {
  return html`<input type="hidden" name="_csrf" value="${visit.csrf}">`
}

/** A page for somebody who is not signed in, or may not see what they asked for. */
export function plainPage(language: string, title: string, body: Html): Html {
  return document_({
    language,
    title: `${title} · Kentongan`,
    body: html`<header class="top"><a class="brand" href="/">Kentongan</a></header><main class="narrow"><h1>${title}</h1>${body}</main>`,
  })
}

export function document_(page: {
  readonly language: string
  readonly title: string
  readonly body: Html
  readonly script?: string
}): Html {
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="stylesheet" href="${assetUrl('console.css')}">
<link rel="icon" href="${assetUrl('icon.svg')}">
${page.script === undefined ? '' : html`<script src="${assetUrl(page.script)}" defer></script>`}
</head>
<body>${page.body}</body>
</html>`
}
