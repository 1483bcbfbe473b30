import { Problem } from '../lib/problem.ts'
import { listWaitingSealedFiles, markSealedFileFailed, markSealedFileStored } from '../store/sealed.ts'
import type { SealedFileRef } from './complaint.ts'
import { readSent, redrawn, tryAgainIn } from './sent-files.ts'
import type { Services } from './services.ts'

/**
 * Fetches photos of cases about money and goods: drawn anew as every photo is, and closed before anything of them is
 * written. The case keeps them in its box in the database, never in the folder of attachments.
 */
export async function fetchSealedFiles(
  services: Services,
  limit = 10,
): Promise<{ readonly stored: number; readonly failed: number }> {
  const { db, clock, log, safe } = services
  const counts = { stored: 0, failed: 0 }
  if (!safe) return counts
  for (const waiting of await listWaitingSealedFiles(db, clock.now(), limit))
    try {
      const at = safe.open<SealedFileRef>(waiting.box)
      if (!at) throw new Problem('file_gone', 'another key closed it')
      const picture = await redrawn(await readSent(services, at.channel, at.file))
      if (!picture) throw new Problem('file_refused', 'not a picture')
      await markSealedFileStored(db, waiting.id, safe.close(picture.toString('base64')))
      counts.stored++
    } catch (error) {
      const wait = tryAgainIn(error, waiting.attempts)
      await markSealedFileFailed(db, waiting.id, wait === undefined ? null : clock.now() + wait)
      // the channel's own words may name the file: only the kind of trouble goes into the log
      const code = error instanceof Problem ? error.code : 'failed'
      log.warn(
        { sealedFile: waiting.id, giveUp: wait === undefined, code },
        'a confidential photo could not be fetched',
      )
      counts.failed++
    }
  return counts
}
