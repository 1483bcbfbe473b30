import { createHash } from 'node:crypto'
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
import { fetchSealedFiles } from './fetch-sealed-files.ts'
import { readSent, redrawn, tryAgainIn } from './sent-files.ts'
import type { Services } from './services.ts'

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
      const { bytes, mime } = await cleaned(
        waiting,
        await readSent(services, waiting.channel, JSON.parse(waiting.fileRef) as FileRef),
      )
      const hash = createHash('sha256').update(bytes).digest('hex')
      await putAttachment(services.dataDir, hash, bytes)
      await markAttachmentStored(db, waiting.id, hash, mime, bytes.length)
      counts.stored++
    } catch (error) {
      const wait = tryAgainIn(error, waiting.attempts)
      const giveUp = wait === undefined
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
  const apart = await fetchSealedFiles(services, limit)
  return { stored: counts.stored + apart.stored, failed: counts.failed + apart.failed }
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

async function cleaned(waiting: WaitingAttachment, bytes: Buffer): Promise<{ bytes: Buffer; mime: string }> {
  if (waiting.kind === 'voice') return { bytes, mime: 'application/octet-stream' }
  const picture = await redrawn(bytes)
  if (picture) return { bytes: picture, mime: 'image/jpeg' }
  if (waiting.kind === 'photo') throw new Problem('file_refused', 'not a picture')
  return { bytes, mime: 'application/octet-stream' }
}
