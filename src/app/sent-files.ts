import { HOUR, MINUTE } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { ChannelName, FileRef } from '../messages/inbound.ts'
import type { Services } from './services.ts'

/** Files at their channels: read once, judged by their bytes and not by their name. */

const MB = 1024 * 1024
const MAX_PIXELS = 50_000_000
const MAX_ATTEMPTS = 8
/** Trying again would bring the same. */
const hopelessCodes: readonly string[] = ['file_refused', 'file_gone', 'file_too_large']
/** Longest side of a stored photo: enough to print, small enough for a slow line. */
const MAX_SIDE = 2_048

/** Milliseconds until a file is tried again after this error; undefined: never. */
export function tryAgainIn(error: unknown, attempts: number): number | undefined {
  const hopeless = error instanceof Problem && hopelessCodes.includes(error.code)
  return hopeless || attempts + 1 >= MAX_ATTEMPTS ? undefined : Math.min(HOUR, MINUTE * 2 ** attempts)
}

/** Throws `Problem`: the channel is not running, the file is too large, or it is gone. */
export async function readSent(services: Services, channelName: string, file: FileRef): Promise<Buffer> {
  const channel = services.channels.get(channelName as ChannelName)
  if (!channel) throw new Problem('channel_away', `channel ${channelName} is not running`)
  const { stream } = await channel.openFile(file)
  const cap = channel.capabilities.maxDownload
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    size += part.length
    if (size > cap) {
      await stream.cancel().catch(() => {})
      throw new Problem('file_too_large', `larger than ${Math.floor(cap / MB)} MB`)
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The picture as JPEG without any of its metadata; undefined for what is no picture. SVG is none: it can hold scripts. */
export async function redrawn(bytes: Buffer): Promise<Buffer | undefined> {
  // loaded with the first picture: it is large, and a quiet service has none
  const { default: sharp } = await import('sharp')
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { format } = await image.metadata()
    if (format === 'svg') return undefined
    return await image
      .rotate()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer()
  } catch {
    // sharp throws for bytes that are no picture, and for pictures larger than the limit
    return undefined
  }
}
