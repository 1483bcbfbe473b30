import { createHash } from 'node:crypto'
import { HOUR, MINUTE } from '../lib/local-time.ts'
import { messageOf, Problem } from '../lib/problem.ts'
import type { ChannelName, FileRef } from '../messages/inbound.ts'
import { putAttachment } from '../store/attachment-files.ts'
import {
  listWaitingAttachments,
  markAttachmentFailed,
  markAttachmentStored,
  type WaitingAttachment,
} from '../store/reports.ts'
import type { Services } from './services.ts'

const MB = 1024 * 1024
const MAX_PIXELS = 50_000_000
const MAX_ATTEMPTS = 8
/** Trying again would bring the same. */
const hopelessCodes: readonly string[] = ['file_refused', 'file_gone', 'file_too_large']
/** Longest side of a stored photo: enough to print, small enough for a slow line. */
const MAX_SIDE = 2_048

export interface FileCounts {
  readonly stored: number
  readonly failed: number
}

/**
 * Fetches files that people sent: capped while streaming, judged by their bytes and not by their name. Pictures are
 * drawn anew, which leaves behind EXIF, GPS and whatever else was hidden in the file; the name is the hash.
 */
export async function fetchAttachments(services: Services, limit = 10): Promise<FileCounts> {
  const { db, clock, log } = services
  const counts = { stored: 0, failed: 0 }
  for (const waiting of await listWaitingAttachments(db, clock.now(), limit)) {
    try {
      const { bytes, mime } = await cleaned(waiting, await fetchBytes(services, waiting))
      const hash = createHash('sha256').update(bytes).digest('hex')
      await putAttachment(services.dataDir, hash, bytes)
      await markAttachmentStored(db, waiting.id, hash, mime, bytes.length)
      counts.stored++
    } catch (error) {
      const hopeless = error instanceof Problem && hopelessCodes.includes(error.code)
      const giveUp = hopeless || waiting.attempts + 1 >= MAX_ATTEMPTS
      const wait = Math.min(HOUR, MINUTE * 2 ** waiting.attempts)
      await markAttachmentFailed(db, waiting.id, messageOf(error), giveUp ? null : clock.now() + wait)
      log.warn(
        { attachment: waiting.id, channel: waiting.channel, giveUp, error: messageOf(error) },
        'a file could not be fetched',
      )
      counts.failed++
    }
  }
  return counts
}

async function fetchBytes(services: Services, waiting: WaitingAttachment): Promise<Buffer> {
  const channel = services.channels.get(waiting.channel as ChannelName)
  if (!channel) throw new Problem('channel_away', `channel ${waiting.channel} is not running`)
  const { stream } = await channel.openFile(JSON.parse(waiting.fileRef) as FileRef)
  const cap = channel.capabilities.maxDownload
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    size += part.length
    if (size > cap) {
      await stream.cancel().catch(() => {})
      throw new Problem('file_refused', `larger than ${Math.floor(cap / MB)} MB`)
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function cleaned(waiting: WaitingAttachment, bytes: Buffer): Promise<{ bytes: Buffer; mime: string }> {
  if (waiting.kind === 'voice') return { bytes, mime: 'application/octet-stream' }
  const picture = await redrawn(bytes)
  if (picture) return { bytes: picture, mime: 'image/jpeg' }
  if (waiting.kind === 'photo') throw new Problem('file_refused', 'not a picture')
  return { bytes, mime: 'application/octet-stream' }
}

/** The picture as JPEG without any of its metadata; undefined for what is no picture. SVG is none: it can hold scripts. */
async function redrawn(bytes: Buffer): Promise<Buffer | undefined> {
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
