import type { Accept } from '../channels/channel.ts'
import { recordDeliveries } from '../store/deliveries.ts'
import { acceptMessages } from '../store/inbox.ts'
import type { Services } from './services.ts'

/** The door that every channel is given: resolves once the messages are committed, and wakes who takes turns. */
export function acceptInto(services: Pick<Services, 'db' | 'clock' | 'log' | 'bells' | 'counters'>): Accept {
  return async (messages) => {
    const news = messages.flatMap(({ channel, sentAt, content }) =>
      content.kind === 'delivery' ? [{ channel, at: sentAt, content }] : [],
    )
    if (news.length > 0) {
      const { recorded, settled, failed } = await recordDeliveries(services.db, news, services.clock.now())
      services.log.debug({ news: news.length, recorded, settled, failed }, 'delivery news recorded')
    }
    // in a group nobody answers a form: what is said there is for its members
    const ours = messages.filter((m) => m.chatKind === 'private' && m.content.kind !== 'delivery')
    if (ours.length === 0) return
    const counts = await acceptMessages(services.db, ours, services.clock.now())
    services.log.debug({ ...counts, groups: messages.length - ours.length }, 'messages accepted')
    for (const channel of new Set(ours.map((m) => m.channel))) services.counters.messageAccepted(channel, counts)
    if (counts.taken > 0) services.bells.inbox.ring()
    if (counts.released > 0) services.bells.outbox.ring()
  }
}
