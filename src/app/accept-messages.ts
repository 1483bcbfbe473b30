import type { Accept } from '../channels/channel.ts'
import { together } from '../lib/together.ts'
import type { ChannelName, InboundContent, InboundMessage } from '../messages/inbound.ts'
import { recordDeliveries } from '../store/deliveries.ts'
import { databaseFault } from '../store/faults.ts'
import { acceptMessages } from '../store/inbox.ts'
import { readCheck } from './complaint-code.ts'
import type { Safe } from './safe.ts'
import type { Services } from './services.ts'

/** Messages of one commit. */
const maxTogether = 500

/**
 * The door that every channel is given: resolves once the messages are committed, and wakes who takes turns. Calls of
 * webhooks that come at the same time share a commit.
 */
export function acceptInto(
  services: Pick<Services, 'db' | 'clock' | 'log' | 'bells' | 'counters'> & Partial<Pick<Services, 'safe'>>,
): Accept {
  const doors = new Map<ChannelName, Accept>()
  // a provider that is refused comes back at once, again and again: one line says it
  let isRefusing = false
  const takeIn = async (channel: ChannelName, messages: readonly InboundMessage[]) => {
    try {
      await take(services, channel, messages)
      isRefusing = false
    } catch (error) {
      const fault = databaseFault(error)
      if (fault !== undefined && !isRefusing) services.log.error(`messages are not taken in for now: ${fault}`)
      isRefusing = fault !== undefined
      throw error
    }
  }
  return async (messages) => {
    const channel = messages[0]?.channel
    if (channel === undefined) return
    const door =
      doors.get(channel) ??
      together<InboundMessage>((all) => takeIn(channel, all), {
        max: maxTogether,
        isEverybodys: (error) => databaseFault(error) !== undefined,
      })
    doors.set(channel, door)
    await door(messages)
  }
}

async function take(
  { db, clock, log, bells, counters, safe }: Parameters<typeof acceptInto>[0],
  channel: ChannelName,
  messages: readonly InboundMessage[],
): Promise<void> {
  const news = messages.flatMap(({ sentAt, content }) =>
    content.kind === 'delivery' ? [{ channel, at: sentAt, content }] : [],
  )
  if (news.length > 0) {
    const { recorded, settled, failed } = await recordDeliveries(db, news, clock.now())
    log.debug({ news: news.length, recorded, settled, failed }, 'delivery news recorded')
    // what failed goes by another address
    if (failed > 0) bells.outbox.ring()
  }
  const said = messages.filter((m) => m.content.kind !== 'delivery')
  const ours = said.flatMap((m) => (m.chatKind === 'private' ? [m] : fromGroup(m)))
  if (ours.length === 0) return
  const counts = await acceptMessages(db, ours, clock.now(), safe && sealing(safe))
  log.debug({ ...counts, left: said.length - ours.length }, 'messages accepted')
  counters.messageAccepted(channel, counts)
  if (counts.taken > 0) bells.inbox.ring()
  if (counts.released > 0) bells.outbox.ring()
}

/** What is told in confidence, and the code by which it is asked after, come in closed. */
const sealing = (safe: Safe) => (content: InboundContent, isTelling: boolean) =>
  isTelling || (content.kind === 'text' && readCheck(content.text) !== undefined) ? safe.closeContent(content) : content

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
