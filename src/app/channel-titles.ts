import type { ChannelName } from '../messages/inbound.ts'

const titles: Readonly<Record<ChannelName, string>> = {
  telegram: 'Telegram',
  'whatsapp-web': 'WhatsApp',
  'whatsapp-cloud': 'WhatsApp',
  simulator: 'simulator',
  terminal: 'terminal',
}

/** The channel as people call it. */
export function channelTitle(channel: ChannelName): string {
  return titles[channel]
}
