import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inventPeople } from '../app/demo/cast.ts'
import { castOf } from '../app/demo/more-villages.ts'
import { QuestionReader, shippedFormsCompiled } from '../app/demo/question-reader.ts'
import { readManners } from '../app/demo/typing.ts'
import { readDemoCast } from '../app/demo-cast.ts'
import { instantOf, localDate } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import { SeededRandom } from '../lib/seeded-random.ts'
import { openDatabase } from '../store/database.ts'
import { listGivenAnswers, readLedger } from '../store/ledger.ts'
import { defineCommand } from './command.ts'
import { Crowd, type Fault, faultNames } from './simulate-crowd.ts'
import { compare, type Outcome, rates, sayIt } from './simulate-outcome.ts'
import { prepareSimulation } from './simulate-setup.ts'

const startsAt = instantOf('2025-05-06', '10:00', 'Asia/Makassar')

export const command = defineCommand({
  usage: '--villages N [--seed TEXT] [--faults kill,duplicate,reorder,429,5xx,throw,block]',
  help: `
--villages N    how many villages answer, all of them at once
--seed TEXT     other people, other replies (default: kentongan)
--faults LIST   kill: the service is killed with -9 at random moments and started again
                duplicate: messages come twice · reorder: in another order, and late
                429, 5xx: sends are refused for a moment
                throw: a step throws for one person · block: people block the bot, and come back

Works on a database of its own in a temporary folder. Exit code 1 when an answer was lost, doubled or misread.`,
  words: { min: 0, max: 0 },
  options: { villages: { type: 'string' }, seed: { type: 'string' }, faults: { type: 'string' } },
  run: async (context) => {
    const villages = Number(context.options.villages ?? Number.NaN)
    if (!Number.isInteger(villages) || villages < 1 || villages > 30_000)
      throw new UsageProblem('--villages takes a whole number from 1 to 30000.')
    const faults = faultsOf(context.options.faults)
    const seed = context.options.seed ?? 'kentongan'
    const folder = mkdtempSync(join(tmpdir(), 'kentongan-simulation-'))
    try {
      context.note(`Setting up ${villages} villages …`)
      const outcome = await simulate(folder, { villages, seed, faults }, context.note)
      context.print(outcome, sayIt(outcome))
      const wrong = outcome.lost + outcome.doubled + outcome.misread + outcome.unanswered + outcome.unfinished
      return wrong + Object.values(outcome.broken).reduce((sum, n) => sum + n, 0) === 0 ? 0 : 1
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

function faultsOf(list: string | undefined): ReadonlySet<Fault> {
  const named = (list ?? '').split(',').map((word) => word.trim())
  const wrong = named.find((word) => word !== '' && !faultNames.includes(word as Fault))
  if (wrong !== undefined) throw new UsageProblem(`There is no fault "${wrong}": there are ${faultNames.join(', ')}.`)
  return new Set(named.filter((word) => word !== '') as Fault[])
}

interface Settings {
  readonly villages: number
  readonly seed: string
  readonly faults: ReadonlySet<Fault>
}

async function simulate(folder: string, settings: Settings, note: (text: string) => void): Promise<Outcome> {
  const { seed, faults } = settings
  const databaseUrl = `file:${join(folder, 'kentongan.db')}`
  const cast = castOf(readDemoCast(), settings.villages)
  const db = await openDatabase(databaseUrl)
  await prepareSimulation(db, { folder, cast, startsAt })
  await db.close()
  const sizeBefore = statSync(join(folder, 'kentongan.db')).size

  const random = new SeededRandom(seed)
  const people = inventPeople(cast, {
    seed,
    todayOn: localDate(startsAt, 'Asia/Makassar'),
    manners: readManners(),
    reader: new QuestionReader(shippedFormsCompiled()),
    traitsOf: () => ({ beginsAt: 1 }),
  }).filter((p) => p.person.position !== 'camat' && !p.isNew)
  const refusedPercent = (faults.has('429') ? 4 : 0) + (faults.has('5xx') ? 4 : 0)
  const service = { databaseUrl, dataDir: folder, clockOffset: startsAt - Date.now(), seed, refusedPercent }
  const crowd = new Crowd(
    people.map((p) => p.villager),
    service,
    faults,
    random,
  )
  note(`${people.length} people answer${faults.size > 0 ? ` amid ${[...faults].join(', ')}` : ''} …`)
  const seconds = await crowd.answerAll(note)

  const after = await openDatabase(databaseUrl)
  await after.all('pragma wal_checkpoint(truncate)')
  const ledger = await readLedger(after)
  const given = await listGivenAnswers(after)
  await after.close()
  const size = statSync(join(folder, 'kentongan.db')).size
  return {
    ...compare(crowd, ledger, given),
    seconds: Math.round(seconds * 10) / 10,
    ...rates(crowd, given.length, seconds),
    bytesPerAnswer: Math.round((size - sizeBefore) / Math.max(1, ledger.reports.answers)),
    villages: settings.villages,
  }
}
