import { createHash } from 'node:crypto'
import { HOUR, MINUTE } from '../lib/local-time.ts'
import { messageOf, Problem } from '../lib/problem.ts'
import { capabilities } from '../messages/capabilities.ts'
import type { ChannelName, FileRef } from '../messages/inbound.ts'
import { putAttachment } from '../store/attachment-files.ts'
import {
  findSender,
  listWaitingAttachments,
  markAttachmentFailed,
  markAttachmentStored,
  type WaitingAttachment,
} from '../store/attachments.ts'
import type { Sql } from '../store/database.ts'
import { priorities, queueMessages } from '../store/outbox.ts'
import { findPerson, listHeldSeats } from '../store/people.ts'
import { fileLost, fileTooBig } from '../wording/system/content.ts'
import { audienceOf } from './audience.ts'
import type { Services } from './services.ts'

const MB = 1024 * 1024
const MAX_PIXELS = 50_000_000
const MAX_ATTEMPTS = 8
/** Trying again would bring the same. */
const hopelessCodes: readonly string[] = ['file_refused', 'file_gone', 'file_too_large']
/** Longest side of a stored photo: enough to print, small enough for a slow line. */
const MAX_SIDE = 2_048

const zoneOfStrangers = 'Asia/Makassar'

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
      await db.transaction(async (sql) => {
        await markAttachmentFailed(sql, waiting.id, messageOf(error), giveUp ? null : clock.now() + wait)
        if (giveUp) await askAgain(services, sql, waiting, error instanceof Problem ? error.code : undefined)
      })
      if (giveUp) services.bells.outbox.ring()
      log.warn(
        { attachment: waiting.id, channel: waiting.channel, giveUp, error: messageOf(error) },
        'a file could not be fetched',
      )
      counts.failed++
    }
  }
  return counts
}

/** It was taken as an answer, and there is nothing behind it: who sent it is told, while they may still have it. */
async function askAgain(services: Services, sql: Sql, waiting: WaitingAttachment, code?: string): Promise<void> {
  const sender = await findSender(sql, waiting.id)
  if (!sender) return
  const { addressId, laneId, personId } = sender
  const now = services.clock.now()
  const channel = waiting.channel as ChannelName
  const person = personId === null ? undefined : await findPerson(sql, personId)
  const [seat] = personId === null ? [] : await listHeldSeats(sql, personId, now)
  const { language, sex, sapaan } = person ?? { language: 'id', sex: null, sapaan: null }
  const position = seat?.position ?? 'pokja_desa'
  const to = audienceOf(services, { language, sex, sapaan, position, channel }, seat?.zone ?? zoneOfStrangers, now)
  const body = code === 'file_too_large' ? fileTooBig(capabilities[channel].maxDownload, to) : fileLost(to)
  const key = `file:${waiting.id}`
  await queueMessages(sql, services.db, [{ key, priority: priorities.reply, addressId, laneId, body, dueAt: now }], now)
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
      throw new Problem('file_too_large', `larger than ${Math.floor(cap / MB)} MB`)
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
