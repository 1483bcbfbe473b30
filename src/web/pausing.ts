import { z } from 'zod'
import { pauseSending, resumeSending } from '../app/manage-round.ts'
import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import { type Html, html } from './html.ts'
import { action, type PageAction, type PageRequest } from './page.ts'
import { form } from './parts.ts'
import type { Visit } from './visit.ts'

/** The one switch that stops everything that the bot starts; it stands on the round's page and on that of the queues. */

const nothing = z.strictObject({})

export function pausing(pathOf: (request: PageRequest) => string): Readonly<Record<'jeda' | 'lanjutkan', PageAction>> {
  return {
    jeda: action({
      right: 'pause_sending',
      form: nothing,
      async run(visit, _, request) {
        visit.must('pause_sending', WHOLE_PROGRAMME)
        await pauseSending(visit.services, { now: visit.now, actor: visit.actorName })
        return { to: pathOf(request), notice: 'paused' }
      },
    }),
    lanjutkan: action({
      right: 'pause_sending',
      form: nothing,
      async run(visit, _, request) {
        visit.must('pause_sending', WHOLE_PROGRAMME)
        await resumeSending(visit.services, { now: visit.now, actor: visit.actorName })
        return { to: pathOf(request), notice: 'resumed' }
      },
    }),
  }
}

/** Nothing for those who may not pause all of it. */
export function pauseCard(visit: Visit, paused: boolean): Html | string {
  if (!visit.can('pause_sending', WHOLE_PROGRAMME)) return ''
  const { t } = visit
  return html`<div class="card"><p>${t(paused ? 'console-resume-hint' : 'console-pause-hint')}</p>${
    paused
      ? form(visit, 'lanjutkan', html`<button class="primary">${t('console-resume')}</button>`)
      : form(visit, 'jeda', html`<button class="danger">${t('console-pause')}</button>`)
  }</div>`
}
