import { channelTitle } from '../../app/channel-titles.ts'
import { type QueueHealth, queueHealth } from '../../store/health.ts'
import { type HeldUp, type LastRun, listHeldUp, listLastRuns } from '../../store/machinery.ts'
import { findSetting } from '../../store/settings.ts'
import { html } from '../html.ts'
import { definePage } from '../page.ts'
import { figure, table } from '../parts.ts'
import { pauseCard, pausing } from '../pausing.ts'

/** The machinery in words: what waits, which channels run, what the jobs did last. */

interface Data {
  readonly health: QueueHealth
  readonly channels: readonly {
    readonly name: string
    readonly state: string
    readonly note: string
    readonly lastAt: number | undefined
  }[]
  readonly heldUp: readonly HeldUp[]
  readonly runs: readonly LastRun[]
  readonly backup: { readonly at: number; readonly bytes: number } | undefined
  readonly paused: boolean
}

export const queuesPage = definePage<Data>({
  path: '/antrean',
  right: 'pause_sending',

  async read(visit) {
    const { db, now } = visit
    return {
      health: await queueHealth(db, now),
      channels: [...visit.services.channels.values()].map((channel) => {
        const { state, note = '', lastReceivedAt } = channel.state()
        return { name: channel.name, state, note, lastAt: lastReceivedAt }
      }),
      heldUp: await listHeldUp(db, 20),
      runs: await listLastRuns(db),
      backup: await findSetting(db, 'last_backup'),
      paused: (await findSetting(db, 'sending_paused')) === true,
    }
  },

  actions: pausing(() => '/antrean'),

  title: (_, visit) => visit.t('console-menu-queues'),

  view({ health, channels, heldUp, runs, backup, paused }, visit) {
    const { t } = visit
    const due = (priority: number) => health.outbox.find((o) => o.priority === priority)?.due ?? 0
    return html`
<div class="cards">
${figure(t('console-queue-inbox'), health.inboxWaiting, { warn: health.inboxWaiting > 100 })}
${figure(t('console-queue-replies'), due(0))}
${figure(t('console-queue-reminders'), due(1))}
${figure(t('console-queue-digests'), due(2))}
${figure(t('console-queue-later'), health.outboxLater)}
${figure(t('console-queue-files'), health.filesWaiting)}
</div>
${health.inboxOldestAt === null ? '' : html`<p>${t('console-queue-oldest', { since: visit.since(health.inboxOldestAt) })}</p>`}
${pauseCard(visit, paused)}
<h2>${t('console-channels')}</h2>
${table(
  [t('console-channel'), t('console-state'), t('console-last-heard')],
  channels.map((channel) => [
    channelTitle(channel.name as Parameters<typeof channelTitle>[0]),
    html`<span class="chip ${channel.state === 'running' ? 'good' : 'bad'}">${t(channelKeys[channel.state] ?? 'console-channel-stopped')}</span> ${channel.note}`,
    channel.lastAt === undefined ? '–' : visit.when(channel.lastAt),
  ]),
)}
${
  heldUp.length === 0
    ? ''
    : html`<h2>${t('console-held-up')}</h2>${table(
        [t('console-message'), { n: t('console-tries') }, t('console-next-try'), t('console-note')],
        heldUp.map((m) => [
          html`${m.key} <span class="muted">${m.channel}</span>`,
          m.attempts,
          visit.when(m.dueAt),
          m.error ?? '',
        ]),
      )}`
}
<h2>${t('console-jobs')}</h2>
${
  runs.length === 0
    ? html`<p class="empty">${t('console-jobs-none')}</p>`
    : table(
        [t('console-job'), t('console-job-last'), t('console-state')],
        runs.map((run) => [
          run.name,
          visit.when(run.startedAt),
          run.outcome === 'failed'
            ? html`<span class="chip bad">${t('console-job-failed')}</span> ${run.error ?? ''}`
            : t(run.outcome === 'ok' ? 'console-job-ok' : 'console-job-running'),
        ]),
      )
}
<p>${backup === undefined ? t('console-no-backup') : html`${t('console-backup', { when: visit.when(backup.at) })} ${Math.ceil(backup.bytes / 1024 / 1024)} MB`}</p>`
  },
})

const channelKeys: Readonly<Record<string, string>> = {
  starting: 'console-channel-starting',
  running: 'console-channel-running',
  degraded: 'console-channel-degraded',
  stopped: 'console-channel-stopped',
}
