import type { Accept } from '../channels/channel.ts'
import type { InboundContent, InboundMessage } from '../messages/inbound.ts'
import { recordDeliveries } from '../store/deliveries.ts'
import { databaseFault } from '../store/faults.ts'
import { acceptMessages } from '../store/inbox.ts'
import type { Services } from './services.ts'

/** The door that every channel is given: resolves once the messages are committed, and wakes who takes turns. */
export function acceptInto(services: Pick<Services, 'db' | 'clock' | 'log' | 'bells' | 'counters'>): Accept {
  // a provider that is refused comes back at once, again and again: one line says it
  let isRefusing = false
  return async (messages) => {
    const news = messages.flatMap(({ channel, sentAt, content }) =>
      content.kind === 'delivery' ? [{ channel, at: sentAt, content }] : [],
    )
    if (news.length > 0) {
      const { recorded, settled, failed } = await recordDeliveries(services.db, news, services.clock.now())
      services.log.debug({ news: news.length, recorded, settled, failed }, 'delivery news recorded')
    }
    const said = messages.filter((m) => m.content.kind !== 'delivery')
    const ours = said.flatMap((m) => (m.chatKind === 'private' ? [m] : fromGroup(m)))
    if (ours.length === 0) return
    const counts = await acceptMessages(services.db, ours, services.clock.now()).catch((error: unknown) => {
      const fault = databaseFault(error)
      if (fault !== undefined && !isRefusing) services.log.error(`messages are not taken in for now: ${fault}`)
      isRefusing = fault !== undefined
      throw error
    })
    isRefusing = false
    services.log.debug({ ...counts, left: said.length - ours.length }, 'messages accepted')
    for (const channel of new Set(ours.map((m) => m.channel))) services.counters.messageAccepted(channel, counts)
    if (counts.taken > 0) services.bells.inbox.ring()
    if (counts.released > 0) services.bells.outbox.ring()
  }
}

/** Commands that a group knows. */
const groupCommand = /^\/(hubungkan|putuskan|ringkasan|siapa_belum|bantuan|start)(@|\s|$)/i

/**
 * In a group nobody answers a form, and what its members say to each other is not kept: only commands, and news about
 * the group itself, come in, as words of the group and not of the one who typed them. Groups are Telegram's so far.
 */
function fromGroup(message: InboundMessage): InboundMessage[] {
  if (message.channel !== 'telegram') return []
  const { profileName: _, languageCode: __, ...envelope } = message
  const as = (content: InboundContent) => [{ ...envelope, userId: message.chatId, content }]
  const { content, userId: memberId } = message
  switch (content.kind) {
    case 'moved':
      return as(content)
    case 'blocked':
    case 'unblocked':
      return as({ kind: 'group', what: content.kind === 'blocked' ? 'left' : 'joined', memberId, text: '' })
    case 'text':
      return groupCommand.test(content.text.trim())
        ? as({ kind: 'group', what: 'command', memberId, text: content.text })
        : []
    default:
      return []
  }
}
