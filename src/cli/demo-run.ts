import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { acceptInto } from '../app/accept-messages.ts'
import { answersAsCsv } from '../app/demo/answers-csv.ts'
import { type DemoDocument, demoDocuments } from '../app/demo/demo-documents.ts'
import { type DemoOutcome, playDemoRound } from '../app/demo/demo-round.ts'
import { LabelledReplies } from '../app/demo/labelled-replies.ts'
import { writeChat } from '../app/demo/transcript.ts'
import { readDemoCast } from '../app/demo-cast.ts'
import { loadDemo } from '../app/load-demo.ts'
import type { Services } from '../app/services.ts'
import { setUp } from '../app/set-up.ts'
import { SimulatorChannel } from '../channels/simulator/simulator-channel.ts'
import { Clockwork } from '../jobs/clockwork.ts'
import { openKecamatan } from '../jobs/open-kecamatan.ts'
import { sendDigests } from '../jobs/send-digests.ts'
import { sendReminders } from '../jobs/send-reminders.ts'
import { tidyOutbox } from '../jobs/tidy-outbox.ts'
import { ManualClock } from '../lib/clock.ts'
import { instantOf } from '../lib/local-time.ts'
import { createLogger } from '../lib/logger.ts'
import { openDatabase } from '../store/database.ts'
import { listRounds } from '../store/rounds.ts'
import { defineCommand } from './command.ts'
import { openServices } from './open-services.ts'

/** A Tuesday morning in Makassar, in the dry months after the last round that was held. */
const startsAt = instantOf('2025-05-06', '07:00', 'Asia/Makassar')

export const command = defineCommand({
  usage: '[--seed TEXT] [--replies DIR] [--keep] [--out DIR]',
  help: `
--seed TEXT   other people, other replies (default: kentongan)
--replies DIR labelled replies that people type instead of their own, such as tests/bahasa/corpus
--keep        leave the database, and say where it is
--out DIR     where transcript, digests and laporan.csv go (default: out)

Plays a whole monitoring round with invented people in less than a minute: days pass in a blink, everything else is the
real thing. It works on a database of its own in a temporary folder and never touches yours. Exit code 1 when something
that must not happen did.`,
  words: { min: 0, max: 0 },
  options: {
    seed: { type: 'string' },
    replies: { type: 'string' },
    keep: { type: 'boolean' },
    out: { type: 'string' },
  },
  run: async (context) => {
    const { seed = 'kentongan', keep = false, out = 'out' } = context.options
    const folder = mkdtempSync(join(tmpdir(), 'kentongan-demo-'))
    const started = performance.now()
    const db = await openDatabase(`file:${join(folder, 'kentongan.db')}`)
    try {
      const clock = new ManualClock(startsAt)
      const log = createLogger({ level: 'warn', format: 'json' })
      const network = new SimulatorChannel({ clock, transcriptSize: 1_000 })
      const config = { dataDir: folder, dataKey: undefined }
      const services = openServices(config, { db, clock, log, channels: [network] })
      context.note('Setting up: tables, places, forms, invented people …')
      await setUp(db, { now: clock.now(), backupFolder: join(folder, 'backups') })
      const cast = readDemoCast()
      const loaded = await loadDemo(db, { now: clock.now(), hashKey: services.hashKey, actor: 'cli' })
      context.note(`${loaded.villages} villages, ${loaded.people} people, ${loaded.activities} plan activities`)
      await network.start(acceptInto(services))

      const clockwork = new Clockwork(services, [tidyOutbox, openKecamatan, sendReminders, sendDigests])
      const outcome = await playDemoRound(services, {
        clock,
        network,
        cast,
        seed,
        labelled: context.options.replies === undefined ? undefined : LabelledReplies.read(context.options.replies),
        runJobs: (now) => clockwork.runDue(now),
        onDay: (day, on, { reports, outbox, inbox }) =>
          context.note(
            `day ${String(day).padStart(2)}  ${on}  ${String(reports.submitted).padStart(3)} of ${reports.owed} reports in, ${String(reports.open).padStart(2)} begun, ${inbox.all} messages in, ${outbox.sent} out (${outbox.reminders} invitations and reminders, ${outbox.digests} digests)`,
          ),
      })
      await clockwork.stop()
      await network.stop()
      const files = leaveFiles(out, outcome, await answersAsCsv(db), await papersOf(services, outcome))
      const seconds = (performance.now() - started) / 1_000
      const summary = summarise(outcome)
      context.print(
        { ...summary, seconds: Math.round(seconds * 10) / 10, files, ...(keep && { database: folder }) },
        `${sayIt(summary)}\n\n${files.map((f) => `${f.file}  ${f.what}`).join('\n')}\n\nPlayed in ${seconds.toFixed(1)} s${keep ? `; the database is in ${folder}` : ''}.`,
      )
      return summary.faults.length === 0 ? 0 : 1
    } finally {
      await db.close()
      if (!keep) rmSync(folder, { recursive: true, force: true })
    }
  },
})

function summarise({ ledger, people, messagesFromPeople, askedAgain, puzzled, enrolled }: DemoOutcome) {
  const { inbox, outbox, reports, broken } = ledger
  const silent = people.filter((p) => p.villager.tally.sent === 0).length
  const faults = [
    ...Object.entries(broken).flatMap(([what, n]) => (n === 0 ? [] : [`${what}: ${n}`])),
    ...(outbox.inDoubt === 0 ? [] : [`sends in doubt: ${outbox.inDoubt}`]),
    ...(inbox.waiting === 0 ? [] : [`messages that nobody took: ${inbox.waiting}`]),
    ...(inbox.all === messagesFromPeople
      ? []
      : [`${messagesFromPeople} messages were sent and ${inbox.all} are there`]),
  ]
  return {
    messagesIn: inbox.all,
    messagesOut: outbox.sent,
    replies: outbox.replies,
    reminders: outbox.reminders,
    digests: outbox.digests,
    reportsIn: reports.submitted,
    reportsOpen: reports.open,
    reportsMissing: reports.owed - reports.submitted - reports.open,
    answers: reports.answers,
    corrected: reports.corrected,
    askedAgain,
    photos: reports.photos,
    enrolled,
    silent,
    puzzled: puzzled.length,
    parked: inbox.parked,
    refused: outbox.refused,
    inDoubt: outbox.inDoubt,
    broken: { ...broken },
    faults,
  }
}

function sayIt(s: ReturnType<typeof summarise>): string {
  return [
    `${s.messagesIn} messages from people, ${s.messagesOut} to them: ${s.replies} replies, ${s.reminders} invitations, reminders and notices, ${s.digests} digests`,
    `${s.reportsIn} reports in, ${s.reportsOpen} begun, ${s.reportsMissing} missing; ${s.silent} people never wrote`,
    `${s.answers} answers, ${s.corrected} corrected, ${s.askedAgain} asked again, ${s.photos} photos, ${s.enrolled} enrolled by code`,
    `parked ${s.parked}, refused ${s.refused}, in doubt ${s.inDoubt}, not understood by a person ${s.puzzled}`,
    s.faults.length === 0
      ? 'Checked: every answer has its message, no history has a gap, no reminder left twice.'
      : `WRONG: ${s.faults.join('; ')}`,
  ].join('\n')
}

type Left = { readonly file: string; readonly what: string }

/** The village whose conversation is shown. */
function shownVillage({ people }: DemoOutcome) {
  return people
    .filter((p) => p.person.position !== 'camat')
    .toSorted(
      (a, b) =>
        b.villager.tally.corrected - a.villager.tally.corrected || b.villager.tally.photos - a.villager.tally.photos,
    )[0]
}

async function papersOf(services: Services, outcome: DemoOutcome): Promise<readonly DemoDocument[]> {
  const village = shownVillage(outcome)?.person.regions[0]
  const round = (await listRounds(services.db)).findLast((r) => r.state !== 'draft')
  if (village === undefined || !round) return []
  const where = { roundCode: round.code, kabupaten: '53.18', village }
  return demoDocuments(services, where, services.clock.now())
}

/** What the round left behind, as files that people can read. */
function leaveFiles(
  out: string,
  outcome: DemoOutcome,
  report: string,
  papers: readonly DemoDocument[],
): readonly Left[] {
  const { people, chatOf, cast } = outcome
  mkdirSync(out, { recursive: true })
  const left: Left[] = []
  const leave = (name: string, what: string, content: string | Uint8Array) => {
    const file = join(out, name)
    writeFileSync(file, content)
    left.push({ file, what })
  }
  const talkative = shownVillage(outcome)
  if (talkative)
    leave('percakapan-desa.txt', 'one village’s conversation', writeChat(talkative, chatOf(talkative.person)))
  const camat = people.find((p) => p.person.position === 'camat' && p.villager.finished)
  if (camat) leave('percakapan-camat.txt', 'one camat’s conversation', writeChat(camat, chatOf(camat.person)))
  for (const [name, what, position, place] of digestFiles) {
    const reader = cast.people.find(
      (p) => p.position === position && (place === undefined || p.regions.includes(place)),
    )
    const digest = reader && chatOf(reader).findLast((line) => line.by === 'bot' && line.text.startsWith('Rangkuman'))
    if (digest) leave(name, what, `${digest.text}\n`)
  }
  for (const { name, what, bytes } of papers) leave(name, what, bytes)
  leave('laporan.csv', 'every answer of the round, one a line', report)
  writeFileSync(
    join(out, 'README.txt'),
    `What "npm run demo" left here. Everybody is invented.\n\n${left.map(({ file, what }) => `${basename(file)}: ${what}`).join('\n')}\n`,
  )
  return left
}

const digestFiles = [
  ['rangkuman-camat.txt', 'the last weekly digest of a camat', 'camat', undefined],
  ['rangkuman-pokja.txt', 'the last weekly digest of a Pokja', 'anggota_pokja', undefined],
  ['rangkuman-forum.txt', 'the last weekly digest of a Forum', 'anggota_forum', undefined],
  ['rangkuman-tim.txt', 'the last weekly digest of programme staff', 'staf', undefined],
] as const
