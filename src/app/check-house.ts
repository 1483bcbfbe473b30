import { statfs } from 'node:fs/promises'
import { HOUR } from '../lib/local-time.ts'
import { messageOf } from '../lib/problem.ts'
import { findSetting } from '../store/settings.ts'
import { addStaffItem } from '../store/staff-items.ts'
import type { Services } from './services.ts'

/** Below this, photos and the nightly backup are soon refused. */
const ENOUGH_BYTES = 500 * 1024 * 1024
/** One night may be missed. */
const BACKUP_AGE_MS = 36 * HOUR

export interface HouseCounts {
  readonly lowDisk: number
  readonly oldBackup: number
}

/** Tells staff, once a day, when the disk gets full or the last good backup is too old. */
export async function checkHouse(services: Services, now: number): Promise<HouseCounts> {
  const { db, log } = services
  const day = new Date(now).toISOString().slice(0, 10)
  const freeBytes = await freeSpace(services)
  const lowDisk = freeBytes !== undefined && freeBytes < ENOUGH_BYTES
  if (lowDisk) {
    log.warn({ freeBytes }, 'the disk is nearly full')
    await addStaffItem(db, {
      kind: 'note',
      key: `disk:${day}`,
      details: {
        reads: `Sisa ruang penyimpanan server tinggal ${Math.round(freeBytes / 1024 / 1024)} MB. Mohon diberi ruang.`,
      },
      at: now,
    })
  }
  const last = await findSetting(db, 'last_backup')
  const oldBackup = last !== undefined && now - last.at > BACKUP_AGE_MS
  if (oldBackup) {
    log.warn({ ageHours: Math.round((now - last.at) / HOUR) }, 'the last good backup is old')
    await addStaffItem(db, {
      kind: 'note',
      key: `backup:${day}`,
      details: {
        reads: `Cadangan data terakhir sudah berumur ${Math.round((now - last.at) / HOUR)} jam. Mohon diperiksa.`,
      },
      at: now,
    })
  }
  return { lowDisk: Number(lowDisk), oldBackup: Number(oldBackup) }
}

async function freeSpace({ dataDir, log }: Services): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(dataDir)
    return bavail * bsize
  } catch (error) {
    log.debug({ error: messageOf(error) }, 'the free space cannot be told')
    return undefined
  }
}
