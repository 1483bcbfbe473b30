import { z } from 'zod'
import { WHOLE_PROGRAMME } from '../../domain/regions.ts'
import { html } from '../html.ts'
import { action, definePage } from '../page.ts'
import { form } from '../parts.ts'
import { qrCode } from '../qr-code.ts'

/** Pairing the bot's number: the code to scan, how old it is, and how the channel stands. Who scans it lends the number. */

interface Data {
  /** False: WHATSAPP_WEB is off. */
  readonly isOn: boolean
  readonly state: string
  readonly note: string
  readonly pairing: { readonly code: string; readonly at: number } | undefined
}

export const whatsappPage = definePage<Data>({
  path: '/whatsapp',
  right: 'pause_sending',

  async read(visit) {
    visit.must('pause_sending', WHOLE_PROGRAMME)
    const channel = visit.services.channels.get('whatsapp-web')
    const { state = 'stopped', note = '', pairing } = channel?.state() ?? {}
    return { isOn: channel !== undefined, state, note, pairing }
  },

  actions: {
    ulang: action({
      right: 'pause_sending',
      form: z.strictObject({}),
      async run(visit) {
        visit.must('pause_sending', WHOLE_PROGRAMME)
        visit.services.channels.get('whatsapp-web')?.reconnect?.()
        await visit.note('reconnect_channel', 'whatsapp-web')
        return { to: '/whatsapp', notice: 'reconnecting' }
      },
    }),
  },

  title: (_, visit) => visit.t('console-menu-whatsapp'),

  // a code is good for some seconds only, and the page has no script that could ask for the next
  refreshSeconds: ({ isOn, state }) => (isOn && state !== 'running' ? 10 : undefined),

  view({ isOn, state, note, pairing }, visit) {
    const { t } = visit
    if (!isOn) return html`<p class="empty">${t('console-whatsapp-off')}</p>`
    const age = pairing && Math.max(0, Math.round((visit.now - pairing.at) / 1000))
    return html`
${
  pairing === undefined
    ? html`<p><span class="chip ${state === 'running' ? 'good' : 'bad'}">${t(`console-channel-${state}`)}</span> ${note}</p>`
    : html`<p><span class="chip bad">${t('console-whatsapp-waiting')}</span></p>`
}
${
  pairing === undefined
    ? ''
    : html`<div class="card">
<p>${t('console-whatsapp-scan')}</p>
${qrCode(pairing.code, t('console-whatsapp-code'))}
<p class="muted">${t('console-whatsapp-age', { seconds: age ?? 0 })}</p>
</div>`
}
<div class="card"><p>${t('console-whatsapp-again-hint')}</p>${form(visit, 'ulang', html`<button>${t('console-whatsapp-again')}</button>`)}</div>`
  },
})
