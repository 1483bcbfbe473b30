import { MINUTE } from '../lib/local-time.ts'
import { addStaffItem } from '../store/staff-items.ts'
import { channelTitle } from './channel-titles.ts'
import type { Services } from './services.ts'

/** A browser that is replaced, or a network that blinks, is nobody's business. */
const worthAWord = 10 * MINUTE

export interface ChannelCounts {
  readonly toScan: number
  readonly away: number
}

/** Tells staff, once for each time, of a channel that waits for a phone to be paired, or has been away for long. */
export async function checkChannels(services: Services, now: number): Promise<ChannelCounts> {
  let [toScan, away] = [0, 0]
  for (const channel of services.channels.values()) {
    const { state, since, pairing, note = '' } = channel.state()
    if (state === 'running' || state === 'stopped' || since === undefined) continue
    const isAway = now - since > worthAWord
    if (!pairing && !isAway) continue
    if (pairing) toScan += 1
    else away += 1
    const title = channelTitle(channel.name)
    await addStaffItem(services.db, {
      kind: 'note',
      key: `channel:${channel.name}:${pairing ? 'scan' : 'away'}:${since}`,
      details: {
        reads: pairing
          ? `${title} menunggu ditautkan dengan HP bot. Buka halaman WhatsApp di konsol (/whatsapp) dan pindai kode QR-nya. Pesan yang menunggu tidak hilang.`
          : `${title} sudah terganggu lebih dari 10 menit; pesan menunggu dan tidak hilang. Keterangan: ${note}`,
      },
      at: now,
    })
  }
  return { toScan, away }
}
