import type { Accept } from '../channels/channel.ts'
import { acceptMessages } from '../store/inbox.ts'
import type { Services } from './services.ts'

/** The door that every channel is given: resolves once the messages are committed, and wakes who takes turns. */
export function acceptInto(services: Pick<Services, 'db' | 'clock' | 'log' | 'bells' | 'counters'>): Accept {
  return async (messages) => {
    // in a group nobody answers a form: what is said there is for its members
    const ours = messages.filter((m) => m.chatKind === 'private')
    const counts = await acceptMessages(services.db, ours, services.clock.now())
    services.log.debug({ ...counts, groups: messages.length - ours.length }, 'messages accepted')
    for (const channel of new Set(ours.map((m) => m.channel))) services.counters.messageAccepted(channel, counts)
    if (counts.taken > 0) services.bells.inbox.ring()
  }
}
