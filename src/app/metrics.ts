import { statfs } from 'node:fs/promises'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { queueHealth } from '../store/health.ts'
import { priorities } from '../store/outbox.ts'
import { findSetting } from '../store/settings.ts'
import type { Counters } from './counters.ts'
import type { Services } from './services.ts'

/** What Prometheus asks for. Labels name kinds and channels, never people or places. */
export interface Metrics extends Counters {
  /** Counters as they stand and gauges read now, as Prometheus text. */
  scrape(services: Services): Promise<string>
  readonly contentType: string
}

const priorityNames = Object.entries(priorities).map(([name, n]) => [n, name] as const)

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter<L>({ name: `kentongan_${name}`, help, labelNames: [...labelNames], registers })
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge<L>({ name: `kentongan_${name}`, help, labelNames: [...labelNames], registers })
  // event loop lag, memory, CPU
  collectDefaultMetrics({ register: registry })

  const accepted = counter('messages_accepted_total', 'Messages put into the inbox', ['channel', 'repeated'])
  const stepped = counter('messages_stepped_total', 'Messages taken through a turn', ['outcome'])
  const turns = counter('turns_total', 'Turns that had something to do')
  const answers = counter('answers_total', 'Answers recorded')
  const sends = counter('sends_total', 'Sends by how they ended', ['channel', 'outcome'])
  const refusals = counter('webhook_refused_total', 'Webhook calls refused', ['channel', 'status'])

  const inboxDepth = gauge('inbox_waiting', 'Messages that wait for their turn')
  const inboxAge = gauge('inbox_oldest_seconds', 'Age of the oldest message that waits for its turn')
  const outboxDepth = gauge('outbox_due', 'Messages that should have left', ['priority'])
  const outboxAge = gauge('outbox_oldest_seconds', 'How long the oldest due message waits', ['priority'])
  const outboxLater = gauge('outbox_later', 'Messages that wait for their hour')
  const outboxSending = gauge('outbox_sending', 'Messages under way')
  const filesWaiting = gauge('files_waiting', 'Files that people sent and are not fetched yet')
  const staffItems = gauge('staff_items_open', 'What staff have to look at', ['kind'])
  const channelUp = gauge('channel_up', '1 while the channel runs', ['channel', 'state'])
  const backupAge = gauge('last_backup_seconds', 'Age of the last good backup')
  const diskFree = gauge('disk_free_bytes', 'Room left where the data lies')
  const diskSize = gauge('disk_size_bytes', 'Size of the disk where the data lies')

  async function readGauges({ db, clock, channels, dataDir }: Services): Promise<void> {
    const now = clock.now()
    const seconds = (at: number | null) => (at === null ? 0 : Math.max(0, now - at) / 1_000)
    const health = await queueHealth(db, now)
    inboxDepth.set(health.inboxWaiting)
    inboxAge.set(seconds(health.inboxOldestAt))
    for (const [n, priority] of priorityNames) {
      const row = health.outbox.find((o) => o.priority === n)
      outboxDepth.set({ priority }, row?.due ?? 0)
      outboxAge.set({ priority }, seconds(row?.oldestDueAt ?? null))
    }
    outboxLater.set(health.outboxLater)
    outboxSending.set(health.sending)
    filesWaiting.set(health.filesWaiting)
    staffItems.reset()
    for (const kind of ['parked', 'in_doubt']) staffItems.set({ kind }, 0)
    for (const [kind, n] of Object.entries(health.staffItems)) staffItems.set({ kind }, n)
    channelUp.reset()
    for (const channel of channels.values()) {
      const { state } = channel.state()
      channelUp.set({ channel: channel.name, state }, state === 'running' ? 1 : 0)
    }
    const backup = await findSetting(db, 'last_backup')
    // not a number: there is none, which is not the same as a fresh one
    backupAge.set(backup ? seconds(backup.at) : Number.NaN)
    const disk = await statfs(dataDir).catch(() => undefined)
    if (disk) {
      diskFree.set(disk.bavail * disk.bsize)
      diskSize.set(disk.blocks * disk.bsize)
    }
  }

  return {
    turnTaken({ messages, failed }) {
      if (messages + failed > 0) turns.inc()
      stepped.inc({ outcome: 'ok' }, messages)
      stepped.inc({ outcome: 'failed' }, failed)
    },
    answersRecorded: (count) => answers.inc(count),
    sendEnded: (channel, outcome) => sends.inc({ channel, outcome }),
    messageAccepted(channel, { taken, repeated }) {
      accepted.inc({ channel, repeated: 'no' }, taken)
      accepted.inc({ channel, repeated: 'yes' }, repeated)
    },
    webhookRefused: (channel, status) => refusals.inc({ channel, status: String(status) }),
    async scrape(services) {
      await readGauges(services)
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}
