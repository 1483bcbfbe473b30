import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acceptInto } from '../app/accept-messages.ts'
import { DemoPlay } from '../app/demo/demo-round.ts'
import { LabelledReplies } from '../app/demo/labelled-replies.ts'
import { castWithin } from '../app/demo/more-villages.ts'
import { readDemoCast } from '../app/demo-cast.ts'
import { loadDemo } from '../app/load-demo.ts'
import { setUp } from '../app/set-up.ts'
import { SimulatorChannel } from '../channels/simulator/simulator-channel.ts'
import { readConfig } from '../config.ts'
import { askFollowUps } from '../jobs/ask-follow-ups.ts'
import { Clockwork } from '../jobs/clockwork.ts'
import { erase } from '../jobs/erase.ts'
import { openKecamatan } from '../jobs/open-kecamatan.ts'
import { remindOfficers } from '../jobs/remind-officers.ts'
import { sendDigests } from '../jobs/send-digests.ts'
import { sendReminders } from '../jobs/send-reminders.ts'
import { tidyOutbox } from '../jobs/tidy-outbox.ts'
import { ManualClock } from '../lib/clock.ts'
import { instantOf } from '../lib/local-time.ts'
import { createLogger } from '../lib/logger.ts'
import { openDatabase } from '../store/database.ts'
import { readLedger } from '../store/ledger.ts'
import { defineCommand } from './command.ts'
import { leaveFiles } from './demo/leave-files.ts'
import { sayIt, summarise } from './demo/outcome.ts'
import { Staff } from './demo/staff.ts'
import { playStory } from './demo/story.ts'
import { openServices } from './open-services.ts'

/** A Tuesday morning in Makassar, in the dry months after the last round that was held. */
const startsAt = instantOf('2025-05-06', '07:00', 'Asia/Makassar')

export const command = defineCommand({
  usage: '[--seed TEXT] [--kecamatan CODE…] [--replies DIR] [--keep] [--out DIR]',
  help: `
--seed TEXT       other people, other replies (default: kentongan)
--kecamatan CODE  only the villages of this kecamatan; may be repeated, and needs one of each kabupaten
--replies DIR     labelled replies that people type instead of their own, such as tests/bahasa
--keep            leave the database, and say where it is
--out DIR         where documents, exports and chats go (default: out)

Plays three rounds with invented people, and what follows from them, in less than a minute: coordination in the kecamatan,
matrix, two rakor, follow-up until the villages say that it came, a package with a levy, a new livelihood plan, a story,
a complaint, an erasure. Days pass in a blink, everything else is the real thing. It works on a database of its own in a
temporary folder and never touches yours. Exit code 1 when something that should have happened did not, or the other way
round.`,
  words: { min: 0, max: 0 },
  options: {
    seed: { type: 'string' },
    kecamatan: { type: 'string', multiple: true },
    replies: { type: 'string' },
    keep: { type: 'boolean' },
    out: { type: 'string' },
  },
  run: async (context) => {
    const { seed = 'kentongan', keep = false, out = 'out', replies, kecamatan } = context.options
    const folder = mkdtempSync(join(tmpdir(), 'kentongan-demo-'))
    const started = performance.now()
    const databaseUrl = `file:${join(folder, 'kentongan.db')}`
    const db = await openDatabase(databaseUrl)
    // nothing in this folder has to survive a power cut
    await db.run('pragma synchronous = off')
    try {
      const clock = new ManualClock(startsAt)
      const config = readConfig(
        { DATABASE_URL: databaseUrl, DATA_DIR: folder, SEALED_KEY: '5e'.repeat(32), LOG_LEVEL: 'warn' },
        { terminal: false },
      )
      const network = new SimulatorChannel({ clock, transcriptSize: 0 })
      const services = openServices(config, { db, clock, log: createLogger(config.log), channels: [network] })
      context.note('Setting up: tables, places, forms, invented people …')
      await setUp(db, { now: clock.now(), backupFolder: join(folder, 'backups') })
      const cast = kecamatan === undefined ? readDemoCast() : castWithin(readDemoCast(), kecamatan)
      const loaded = await loadDemo(db, { now: clock.now(), hashKey: services.hashKey, actor: 'cli', cast })
      context.note(`${loaded.villages} villages, ${loaded.people} people, ${loaded.activities} plan activities`)
      await network.start(acceptInto(services))

      const clockwork = new Clockwork(services, [
        tidyOutbox,
        openKecamatan,
        sendReminders,
        sendDigests,
        askFollowUps,
        remindOfficers,
        erase,
      ])
      const labelled = replies === undefined ? undefined : LabelledReplies.read(replies)
      const runJobs = (now: number) => clockwork.runDue(now)
      const play = new DemoPlay(services, { clock, network, cast, seed, labelled, runJobs })
      const staff = new Staff({ clock, config })
      const told = await playStory({
        services,
        clock,
        cast,
        play,
        staff,
        seed,
        note: context.note,
        onDay: async (round, day, on) => {
          if (day > 2 && day % 7 !== 0) return
          const { reports, outbox, inbox } = await readLedger(db)
          context.note(
            `round ${round}  day ${String(day).padStart(2)}  ${on}  ${String(reports.submitted).padStart(3)} of ${reports.owed} reports in, ${String(reports.open).padStart(2)} begun, ${inbox.all} messages in, ${outbox.sent} out`,
          )
        },
      })
      await clockwork.stop()
      await network.stop()
      const summary = await summarise(services, play, staff, told)
      context.note('Writing documents and exports …')
      const files = await leaveFiles(out, { services, play, staff, told, cast })
      const seconds = Math.round((performance.now() - started) / 100) / 10
      context.print(
        { ...summary, seconds, files, ...(keep && { database: folder }) },
        `${sayIt(summary)}\n\n${files.map((f) => `${f.file}  ${f.what}`).join('\n')}\n\nPlayed in ${seconds} s${keep ? `; the database is in ${folder}` : ''}.`,
      )
      return summary.faults.length === 0 ? 0 : 1
    } finally {
      await db.close()
      if (!keep) rmSync(folder, { recursive: true, force: true })
    }
  },
})
