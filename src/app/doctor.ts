import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { missingHolidayYears } from '../domain/calendar.ts'
import { DAY, HOUR, localDate, MINUTE } from '../lib/local-time.ts'
import { isHeld } from '../lib/lock-file.ts'
import { messageOf } from '../lib/problem.ts'
import type { Keys } from '../lib/seal.ts'
import type { Database } from '../store/database.ts'
import { queueHealth } from '../store/health.ts'
import { findProgramme, loadCalendar } from '../store/programme.ts'
import { readiness } from '../store/ready.ts'
import { findSetting } from '../store/settings.ts'
import { breachFindings } from './breaches.ts'
import { hasErasedList } from './erase-person.ts'

/** One thing that was looked at. `fault`: something does not work; `warning`: it soon will not, or is not as it should be. */
export interface Check {
  readonly about: string
  readonly state: 'ok' | 'warning' | 'fault'
  /** What is, and what to do where it is not well. */
  readonly sentence: string
  /** Lines to be shown as they are, such as a QR code. */
  readonly drawing?: string
}

const enoughBytes = 500 * 1024 * 1024
const oldBackupMs = 36 * HOUR

/** Looks at the database and what is around it; changes nothing. */
export async function examine(
  db: Database,
  around: {
    readonly now: number
    readonly dataDir: string
    readonly keys: Keys
    /** Reads every page instead of a quick look; minutes on a large database. */
    readonly thorough: boolean
  },
): Promise<readonly Check[]> {
  const { now } = around
  const state = await readiness(db)
  if (state !== 'ready')
    return [
      {
        about: 'database',
        state: 'fault',
        sentence: {
          empty: `${db.place} is empty: run "kentongan setup".`,
          older: `${db.place} is of an older version: run "kentongan setup", which makes a backup first.`,
          newer: `${db.place} was made by a newer version: update Kentongan.`,
        }[state],
      },
    ]
  return [
    await database(db, around.thorough),
    ...(await programme(db, now)),
    await keys(db, around.keys),
    await service(db, now),
    ...(await queues(db, now)),
    await backups(db, now),
    ...(await breaches(db, now)),
    ...(await erasedList(db, around.dataDir)),
    await disk(around.dataDir),
    await clock(db, now),
  ]
}

/** Open breaches: the clock of three days, in numbers. */
async function breaches(db: Database, now: number): Promise<readonly Check[]> {
  return (await breachFindings(db, now)).map(({ over, sentence }) => ({
    about: 'personal data',
    state: over ? 'fault' : 'warning',
    sentence: capital(sentence),
  }))
}

/** Who was erased and is in an older backup comes back with it, unless the list of the erased lies beside the database. */
async function erasedList(db: Database, dataDir: string): Promise<readonly Check[]> {
  if (hasErasedList(dataDir)) return []
  const rows = await db.all(`select id from audit where action = 'erase_person' limit 1`)
  if (rows.length === 0) return []
  return [
    {
      about: 'erased people',
      state: 'warning',
      sentence: `People were erased, and ${dataDir} has no erased.jsonl: an older backup that is restored would bring them back. Copy it from the machine that was used before.`,
    },
  ]
}

async function database(db: Database, thorough: boolean): Promise<Check> {
  if (db.dialect !== 'sqlite') return { about: 'database', state: 'ok', sentence: `${db.place} answers.` }
  const pragma = thorough ? 'integrity_check' : 'quick_check'
  const faults = (await db.all<Record<string, string>>(`pragma ${pragma}(3)`))
    .map((row) => row[pragma])
    .filter((fault) => fault !== 'ok')
  if (faults.length > 0)
    return {
      about: 'database',
      state: 'fault',
      sentence: `${db.place} is damaged (${faults[0]}): stop the service and restore the last good backup.`,
    }
  const size = (existsSync(db.place) ? statSync(db.place).size : 0) / 1024 / 1024
  return { about: 'database', state: 'ok', sentence: `${db.place} is sound, ${size.toFixed(1)} MB.` }
}

async function programme(db: Database, now: number): Promise<readonly Check[]> {
  const found = await findProgramme(db)
  if (!found) return [{ about: 'programme', state: 'fault', sentence: 'There is no programme: run "kentongan setup".' }]
  const demo = (await findSetting(db, 'demo')) === true
  const year = Number(localDate(now, 'Asia/Makassar').slice(0, 4))
  // next year's decree comes in autumn: from November on it is worth a word, but no finding
  const until = localDate(now, 'Asia/Makassar').slice(5, 7) >= '11' ? year + 1 : year
  const missing = missingHolidayYears(await loadCalendar(db), year, until)
  return [
    {
      about: 'programme',
      state: 'ok',
      sentence: `${found.name}${demo ? ', a demo with invented people' : ''}.`,
    },
    missing.includes(year)
      ? {
          about: 'calendar',
          state: 'warning',
          sentence: `Public holidays of ${year} are not entered: messages may go out on them.`,
        }
      : {
          about: 'calendar',
          state: 'ok',
          sentence: `Public holidays of ${year} are entered${missing.length > 0 ? `; those of ${missing.join(', ')} are to be entered when the decree is out` : ''}.`,
        },
  ]
}

async function keys(db: Database, keys: Keys): Promise<Check> {
  const [row] = await db.all<{ sealed: string }>(
    'select phone_sealed as sealed from person where phone_sealed is not null order by id limit 1',
  )
  if (!row) return { about: 'keys', state: 'ok', sentence: 'No telephone number is stored yet.' }
  try {
    keys.open(row.sealed)
    return { about: 'keys', state: 'ok', sentence: 'Telephone numbers can be read with this DATA_KEY.' }
  } catch (error) {
    return { about: 'keys', state: 'fault', sentence: `${capital(messageOf(error))}.` }
  }
}

async function service(db: Database, now: number): Promise<Check> {
  if (db.dialect !== 'sqlite')
    return { about: 'service', state: 'ok', sentence: 'Several processes may share this database.' }
  const holder = isHeld(`${db.place}.lock`)
  if (holder)
    return {
      about: 'service',
      state: 'ok',
      sentence: `The service is running${holder.pid === undefined ? '' : ` (process ${holder.pid})`}.`,
    }
  const { inboxWaiting } = await queueHealth(db, now)
  return inboxWaiting > 0
    ? {
        about: 'service',
        state: 'warning',
        sentence: `The service is not running and ${inboxWaiting} messages wait for it: start it with "npm start".`,
      }
    : { about: 'service', state: 'ok', sentence: 'The service is not running.' }
}

async function queues(db: Database, now: number): Promise<readonly Check[]> {
  const health = await queueHealth(db, now)
  const running = db.dialect !== 'sqlite' || isHeld(`${db.place}.lock`) !== undefined
  const checks: Check[] = []
  const waits = health.inboxOldestAt === null ? 0 : now - health.inboxOldestAt
  if (running && waits > MINUTE)
    checks.push({
      about: 'inbox',
      state: 'fault',
      sentence: `${health.inboxWaiting} messages are not taken up, the oldest for ${minutes(waits)}: look at the log of the service.`,
    })
  const late = health.outbox
    .map((o) => ({ ...o, waits: o.oldestDueAt === null ? 0 : now - o.oldestDueAt }))
    .filter((o) => o.due > 0 && o.waits > 5 * MINUTE)
  if (running && late.length > 0) {
    const due = late.reduce((sum, o) => sum + o.due, 0)
    checks.push({
      about: 'outbox',
      state: 'warning',
      sentence: `${due} messages should have left, the oldest ${minutes(Math.max(...late.map((o) => o.waits)))} ago: is the channel reachable?`,
    })
  }
  if (await findSetting(db, 'sending_paused'))
    checks.push({ about: 'outbox', state: 'warning', sentence: 'Sending is paused: reminders and digests wait.' })
  for (const [kind, what] of [
    ['parked', 'messages could not be handled'],
    ['refused', 'messages were refused, each with its reason'],
    ['in_doubt', 'reminders may or may not have arrived'],
  ] as const) {
    const n = health.staffItems[kind] ?? 0
    if (n > 0)
      checks.push({ about: kind, state: 'warning', sentence: `${n} ${what}: see "Minta bantuan" in the console.` })
  }
  return checks.length > 0
    ? checks
    : [{ about: 'queues', state: 'ok', sentence: 'Nothing waits longer than it should.' }]
}

async function backups(db: Database, now: number): Promise<Check> {
  if (db.dialect !== 'sqlite')
    return { about: 'backup', state: 'ok', sentence: 'PostgreSQL is backed up by its own tools.' }
  const last = await findSetting(db, 'last_backup')
  if (last)
    return now - last.at > oldBackupMs
      ? {
          about: 'backup',
          state: 'warning',
          sentence: `The last good backup is ${Math.round((now - last.at) / DAY)} days old: run "kentongan backup FILE" and look why the nightly one fails.`,
        }
      : {
          about: 'backup',
          state: 'ok',
          sentence: `The last good backup is ${Math.round((now - last.at) / HOUR)} hours old.`,
        }
  const [person] = await db.all<{ at: number | null }>('select min(created_at) as at from person where demo = 0')
  const since = person?.at ?? null
  return since !== null && now - since > oldBackupMs
    ? { about: 'backup', state: 'warning', sentence: 'There is no backup yet: run "kentongan backup FILE".' }
    : { about: 'backup', state: 'ok', sentence: 'There is no backup yet; the first is made in the night.' }
}

async function disk(dataDir: string): Promise<Check> {
  try {
    const { bavail, bsize } = await statfs(existsSync(dataDir) ? dataDir : '.')
    const free = bavail * bsize
    const gigabytes = `${(free / 1024 ** 3).toFixed(1)} GB`
    return free < enoughBytes
      ? { about: 'disk', state: 'fault', sentence: `Only ${gigabytes} are free where the data lie: make room.` }
      : { about: 'disk', state: 'ok', sentence: `${gigabytes} are free where the data lie.` }
  } catch (error) {
    return { about: 'disk', state: 'warning', sentence: `The free space cannot be told: ${messageOf(error)}.` }
  }
}

async function clock(db: Database, now: number): Promise<Check> {
  const [row] = await db.all<{ at: number | null }>('select max(received_at) as at from inbox')
  const ahead = (row?.at ?? 0) - now
  return ahead > MINUTE
    ? {
        about: 'clock',
        state: 'fault',
        sentence: `The clock of this machine is ${minutes(ahead)} behind messages that came already: set it, or times of reminders are wrong.`,
      }
    : { about: 'clock', state: 'ok', sentence: `The clock says ${new Date(now).toISOString()}.` }
}

const minutes = (ms: number) =>
  ms < 2 * HOUR ? `${Math.round(ms / MINUTE)} minutes` : `${Math.round(ms / HOUR)} hours`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
